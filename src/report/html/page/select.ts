import type { RuleData, Verdict } from '../page-data.ts';
import { type File, nameOf } from './files.ts';

/** Which files are listed. */
export interface Filter {
  /** In an id, a file or a tag, or in the id or title of a rule that they did not pass; in small letters. */
  readonly text: string;
  readonly verdict: Verdict | 'none' | undefined;
  /** The number of a rule that they did not pass. */
  readonly rule: number | undefined;
  /** What came of that rule. */
  readonly outcome: OutcomeName | undefined;
}

export type OutcomeName = (typeof outcomeNames)[number];

export const outcomeNames = ['fail', 'untold', 'waived'] as const;

export const noFilter: Filter = {
  text: '',
  verdict: undefined,
  rule: undefined,
  outcome: undefined,
};

export interface Sort {
  readonly by: SortName;
  readonly descending: boolean;
}

export type SortName = 'verdict' | 'id' | 'findings' | 'untold' | 'waiting' | 'file';

/** The gravest first. */
export const gravestFirst: Sort = { by: 'verdict', descending: false };

export function selected(
  files: readonly File[],
  rules: readonly RuleData[],
  { text, verdict, rule, outcome }: Filter,
  { by, descending }: Sort,
): readonly File[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const named = words.map((word) => rulesNamed(word, rules));
  const names = outcome === undefined ? outcomeNames : [outcome];
  const found = files.filter(
    (file) =>
      (verdict === undefined || (file.verdict ?? 'none') === verdict) &&
      (rule === undefined || names.some((name) => file[name].includes(rule))) &&
      words.every((word, index) => has(file, word, named[index])),
  );
  const side = descending ? -1 : 1;
  const order = orders[by];
  return found.toSorted((a, b) => side * order(a, b) || a.number - b.number);
}

function rulesNamed(word: string, rules: readonly RuleData[]): ReadonlySet<number> {
  return new Set(
    rules.flatMap(({ id, title }, number) =>
      `${id} ${title}`.toLowerCase().includes(word) ? [number] : [],
    ),
  );
}

function has(file: File, word: string, rules: ReadonlySet<number> | undefined): boolean {
  if (file.searched.includes(word)) return true;
  if (!rules || rules.size === 0) return false;
  return outcomeNames.some((name) => file[name].some((rule) => rules.has(rule)));
}

const ranks: Readonly<Record<Verdict | 'none', number>> = {
  fail: 0,
  none: 1,
  'cannot-tell': 2,
  pass: 3,
};

const orders: Readonly<Record<SortName, (a: File, b: File) => number>> = {
  verdict: (a, b) =>
    ranks[a.verdict ?? 'none'] - ranks[b.verdict ?? 'none'] ||
    a.weight - b.weight ||
    b.findings - a.findings ||
    b.untold.length - a.untold.length,
  id: (a, b) => compare(nameOf(a), nameOf(b)),
  findings: (a, b) => a.findings - b.findings,
  untold: (a, b) => a.untold.length - b.untold.length,
  waiting: (a, b) => a.waiting - b.waiting,
  file: (a, b) => compare(a.file, b.file) || (a.record ?? 0) - (b.record ?? 0),
};

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
