import { inLanguage, type Language, sayIn } from '../base/language.ts';
import { versionIn } from '../words/desk/version.ts';
import type { KnownChange } from './known-changes.ts';
import type { KnownVersion, VersionWarning } from './version.ts';

/** `规则库 vehicle-lease 1.4.0 · 摘要 3f2a 91c0 · 按 2026-11-30 · 下次变动 2027-01-01（35 条）`. */
export function versionLine(
  { id, version, short, asOf, next }: KnownVersion,
  language: Language,
): string {
  const words = sayIn(versionIn, language);
  return [
    words.rulebook(id, version),
    words.digest(short),
    words.asOf(asOf),
    next ? words.next(next.day, next.rules.length) : words.noNext,
  ].join(words.separator);
}

export function warningText(warning: VersionWarning, language: Language): string {
  const words = sayIn(versionIn, language);
  if (warning.kind === 'expired') return words.expired(warning.expires);
  const { made, change } = warning;
  return words.changed(made, change.day, change.rules.length, turningsText(change, language));
}

const mostNamed = 3;

/** Sources and calendars tell more than the rules and limits that turn with them. */
function turningsText({ by }: KnownChange, language: Language): string {
  const words = sayIn(versionIn, language);
  const telling = by.filter(({ kind }) => kind === 'source' || kind === 'calendar');
  const all = telling.length > 0 ? telling : by;
  const names = all
    .slice(0, mostNamed)
    .map(({ kind, id, title }) =>
      words.named(words.turning[kind], inLanguage(title, language) || id),
    );
  return words.list(names, all.length - names.length);
}
