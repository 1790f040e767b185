import type { Language } from '../base/language.ts';
import type { ChangeJson, DiffReport } from './format.ts';
import { marks, tellerIn } from './told.ts';

/** An entry of `CHANGELOG.md` to begin with: a point for each thing that changed, in each language of the rulebook. */
export function changelogDraft(report: DiffReport, languages: readonly Language[]): string {
  const { from, to } = report.version;
  const told = report.changes.filter(
    ({ thing, part }) => thing !== 'cases' && thing !== 'file' && part !== 'version',
  );
  const points = [...Map.groupBy(told, ({ thing, id }) => `${thing} ${id}`).values()].map(
    (changes) => `- ${languages.map((language) => point(changes, language)).join('\n  ')}`,
  );
  const [first = 'zh'] = languages;
  const heading = from === to ? tellerIn(first).says.unreleased : to;
  return `## ${heading}\n\n${points.join('\n')}\n`;

  function point(changes: readonly ChangeJson[], language: Language): string {
    const { says, words, act, texts } = tellerIn(language);
    const { colon, comma, semicolon, stop } = marks(language);
    const [first] = changes;
    const title = first ? words(first.title) || first.id : '';
    const parts = changes.map((change) =>
      [act(change), texts(change)].filter((part) => part !== '').join(colon),
    );
    const reached = new Set(changes.flatMap(({ rules }) => rules));
    const effects = report.rules
      .filter(({ id }) => reached.has(id))
      .map(({ id, effect }) => `${id} ${says.effects[effect]}`);
    const all = [...new Set(parts), ...(effects.length > 0 ? [effects.join(comma)] : [])];
    // what is quoted may end a sentence itself
    return `**${title}**${colon}${all.join(semicolon).replace(/[.。]$/u, '')}${stop}`;
  }
}
