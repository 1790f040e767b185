import type { Program } from '../program/ast.ts';
import { type DriftSetting, driftOf } from './compare.ts';
import type { ClauseDrift, SourceDrift, SourcesReport, Standing, TextFound } from './format.ts';
import { type TextGiven, whose } from './whose.ts';

/** The texts of a folder, and those as they were, where they are given. */
export interface TextsGiven {
  readonly texts: readonly TextGiven[];
  readonly before?: readonly TextGiven[] | undefined;
  /** What else is in the folder. */
  readonly unread: readonly TextFound[];
}

/** @param asked - ids of sources; all where there are none */
export function sourcesReport(
  { rulebook }: Program,
  { texts, before, unread }: TextsGiven,
  setting: DriftSetting,
  asked: readonly string[] = [],
): SourcesReport {
  const { id, version } = rulebook.manifest.data;
  const wanted = rulebook.sources.filter((one) => asked.length === 0 || asked.includes(one.id));
  const found = once(texts.map((text) => whose(text, rulebook.sources)));
  const textOf = new Map(texts.map(({ file, text }) => [file, text]));
  const was = new Map(
    once((before ?? []).map((text) => whose(text, rulebook.sources))).map(({ source, file }) => [
      source,
      file,
    ]),
  );
  const textBefore = new Map((before ?? []).map(({ file, text }) => [file, text]));
  const sources = wanted.flatMap((source) => {
    const file = found.find((one) => one.source === source.id)?.file;
    const text = file === undefined ? undefined : textOf.get(file);
    if (file === undefined || text === undefined) return [];
    return [
      driftOf(source, { file, text, before: textBefore.get(was.get(source.id) ?? '') }, setting),
    ];
  });
  const compared = new Set(sources.map(({ source }) => source));
  return {
    rulebook: { id, version },
    totals: totalsOf(sources),
    files: [...found, ...unread],
    without: wanted
      .filter((one) => one.kind === 'regulation' && !compared.has(one.id))
      .map((one) => one.id),
    sources,
  };
}

/** Whether a clause says what its source does not say any more, or not in these words. */
export function isDrift({ standing, missing }: ClauseDrift): boolean {
  return drifting.has(standing) || missing.length > 0;
}

export function hasDrift({ sources }: SourcesReport): boolean {
  return sources.some(({ clauses, changes }) => clauses.some(isDrift) || changes.length > 0);
}

const drifting: ReadonlySet<Standing> = new Set(['differs', 'changed', 'moved', 'gone']);

const standings: readonly Standing[] = [
  'same',
  'part',
  'agreed',
  'restated',
  'differs',
  'changed',
  'moved',
  'gone',
  'unplaced',
];

/** Of two texts of a source the first is compared. */
function once(found: readonly TextFound[]): readonly TextFound[] {
  const seen = new Set<string>();
  return found.map((one) => {
    if (one.source === null) return one;
    const isTwice = seen.has(one.source);
    seen.add(one.source);
    return isTwice ? { ...one, source: null, why: 'twice', among: [one.source] } : one;
  });
}

function totalsOf(sources: readonly SourceDrift[]): SourcesReport['totals'] {
  const clauses = sources.flatMap((one) => one.clauses);
  const count = (standing: Standing) => clauses.filter((one) => one.standing === standing).length;
  const sum = (of: (source: SourceDrift) => number) =>
    sources.reduce((all, one) => all + of(one), 0);
  return {
    sources: sources.length,
    articles: sum(({ articles }) => articles),
    clauses: Object.fromEntries(standings.map((one) => [one, count(one)])) as Record<
      Standing,
      number
    >,
    amounts: clauses.filter(({ missing }) => missing.length > 0).length,
    pending: clauses.filter(({ status }) => status === 'pending').length,
    uncovered: sum(({ uncovered }) => uncovered.length),
    changes: sum(({ changes }) => changes.length),
  };
}
