import { type Finding, findingsIn } from '../report/findings.ts';
import { keysOfFile, keysOfFinding } from '../report/glance.ts';
import type { DossierJson, GlanceKey, ReportHead, Verdict } from '../report/json-format.ts';

/** What a file came to: its verdict, that it could not be read, or that an inspection leaves it out. */
export type Standing = Verdict | 'unread' | 'outside';

/** Which files, or findings in them, are asked for: those that meet all that is said. */
export interface Selection {
  readonly standing?: Standing | undefined;
  /** Groups of the overview, by their keys: `{ stage: 'approval' }`, `{ branch: null }` for those without one. */
  readonly within?: { readonly [kind in GlanceKey]?: string | null } | undefined;
  /** In ids, names of files, what tells files apart, rules, titles and sentences; in capitals or not. */
  readonly text?: string | undefined;
}

/** Lines that are handed over at once, at most. */
export const pageLength = 100;

/** Some of the lines that were asked for. */
export interface Page<Line> {
  readonly total: number;
  /** The place of the first of these, from 0. */
  readonly from: number;
  readonly lines: readonly Line[];
}

/** @param from - clipped to the last page, where there are fewer lines by now */
export function pageOf<Line>(all: readonly Line[], from = 0): Page<Line> {
  const last = Math.max(0, Math.floor((all.length - 1) / pageLength) * pageLength);
  const begin = Math.min(Math.max(0, from), last);
  return { total: all.length, from: begin, lines: all.slice(begin, begin + pageLength) };
}

export function standingOf({ verdict, outside }: DossierJson): Standing {
  return outside ? 'outside' : (verdict ?? 'unread');
}

/** Tells whether files, and findings in them, are among those that are asked for. */
export interface Chosen {
  /** With at least one such finding, where something is asked of findings. */
  readonly file: (record: DossierJson) => boolean;
  readonly findings: (record: DossierJson) => readonly Finding[];
}

export function chosenBy(
  { standing, within = {}, text = '' }: Selection,
  head: ReportHead,
): Chosen {
  const wanted = Object.entries(within) as readonly (readonly [GlanceKey, string | null])[];
  const ofFile = wanted.filter(([kind]) => fileKinds.has(kind));
  const ofFindings = wanted.filter(([kind]) => !fileKinds.has(kind));
  const sought = text.trim().toLowerCase();
  return {
    file: (record) =>
      isAmong(record) &&
      ((ofFindings.length === 0 && isNamed(record)) || findings(record).length > 0),
    findings,
  };

  function findings(record: DossierJson): readonly Finding[] {
    if (!isAmong(record)) return [];
    const isFound = isNamed(record);
    return findingsIn(record).filter(
      ({ outcome }) =>
        meets(ofFindings, keysOfFinding(outcome, head)) && (isFound || isSaid(outcome)),
    );
  }

  function isAmong(record: DossierJson): boolean {
    if (standing !== undefined && standingOf(record) !== standing) return false;
    return ofFile.length === 0 || meets(ofFile, keysOfFile(record.about ?? {}));
  }

  function isNamed({ id, file, about = {}, diagnostics }: DossierJson): boolean {
    return holds([
      id ?? '',
      file,
      ...Object.values(about),
      ...diagnostics.flatMap(({ message }) => Object.values(message)),
    ]);
  }

  function isSaid({ rule, title, message }: Finding['outcome']): boolean {
    const texts = title ?? head.rules[rule]?.title ?? {};
    return holds([rule, ...Object.values(texts), ...Object.values(message)]);
  }

  function holds(texts: readonly string[]): boolean {
    return sought === '' || texts.some((one) => one.toLowerCase().includes(sought));
  }
}

/** By what whole files are told apart. */
const fileKinds: ReadonlySet<GlanceKey> = new Set(['branch', 'product', 'month', 'amount']);

function meets(
  wanted: readonly (readonly [GlanceKey, string | null])[],
  keys: ReturnType<typeof keysOfFile>,
): boolean {
  return wanted.every(([kind, key]) => keys.some(([own, value]) => own === kind && value === key));
}
