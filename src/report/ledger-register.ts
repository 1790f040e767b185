import { inLanguage, type Language, sayIn } from '../base/language.ts';
import type { Column as SheetColumn, Sheet, Workbook } from '../base/workbook.ts';
import { columns } from '../ledger/entry.ts';
import { isLate, type LedgerFinding } from '../ledger/fold.ts';
import { states } from '../ledger/states.ts';
import { type LedgerWords, ledgerWords } from '../words/ledger.ts';
import { wordbooks } from '../words/messages/messages.ts';

/** How a register of the ledger is made. */
export interface RegisterMaking {
  /** The head of the chain that it is made from, which every row carries. */
  readonly head: string;
  readonly language: Language;
  /** ISO day, by which findings are late. */
  readonly day: string;
}

type Shown = keyof LedgerWords['register']['column'];

/** In characters, a Chinese one counting two; 0 hides the column. */
const widths: Readonly<Record<Shown | (typeof columns)[number], number>> = {
  number: 6,
  branch: 10,
  business: 14,
  finding: 26,
  product: 12,
  customer: 10,
  amount: 14,
  officer: 10,
  rule: 26,
  problem: 48,
  clause: 36,
  remedy: 36,
  posts: 14,
  state: 14,
  times: 8,
  due: 11,
  measures: 30,
  done: 12,
  evidence: 24,
  opinion: 24,
  objection: 30,
  record: 0,
};

/** Findings of the ledger as a workbook: those inspected fill in their columns, and the rest is protected. */
export function registerOf(findings: readonly LedgerFinding[], making: RegisterMaking): Workbook {
  return { sheets: [findingsSheet(findings, making), totalsSheet(findings, making)] };
}

function findingsSheet(
  findings: readonly LedgerFinding[],
  { head, language }: RegisterMaking,
): Sheet {
  const words = sayIn(ledgerWords, language);
  const { register, filled } = words;
  const shown = Object.keys(register.column) as Shown[];
  const column = (key: Shown | keyof typeof filled, title: string): SheetColumn => ({
    key,
    title,
    width: widths[key],
  });
  return {
    name: register.sheet,
    heading: [register.title, register.counts(findings.length, head), register.fillIn],
    protected: true,
    columns: [
      ...shown.filter((key) => key !== 'record').map((key) => column(key, register.column[key])),
      ...columns.map((key) => ({ ...column(key, filled[key]), open: true as const })),
      column('record', register.column.record),
    ],
    rows: findings.map((finding, index) => [
      ...shown
        .filter((key) => key !== 'record')
        .map((key) => cellOf(key, finding, index, words, language)),
      ...columns.map((key) => finding.filled[key] ?? ''),
      head,
    ]),
  };
}

function cellOf(
  key: Exclude<Shown, 'record'>,
  { id, state, times, due, facts }: LedgerFinding,
  index: number,
  words: LedgerWords,
  language: Language,
): string {
  const { about, titles, posts, title, message, clauses, remedy } = facts;
  const { terms } = sayIn(wordbooks, language);
  switch (key) {
    case 'number':
      return String(index + 1);
    case 'finding':
      return id;
    case 'branch':
    case 'product':
    case 'customer':
    case 'amount':
    case 'officer':
      return inLanguage(titles[key], language) || (about[key] ?? '');
    case 'business':
      return about['number'] ?? facts.dossier;
    case 'rule':
      return `${facts.rule} ${inLanguage(title, language)}`;
    case 'problem':
      return inLanguage(message, language);
    case 'clause':
      return clauses
        .map(
          (one) => inLanguage(one.title, language) + (one.verified ? '' : ` ${terms.unverified}`),
        )
        .join('\n');
    case 'remedy':
      return remedy
        ? `${inLanguage(remedy.when, language)}${words.colon}${inLanguage(remedy.text, language)}`
        : '';
    case 'posts':
      return posts.map((post) => inLanguage(post, language)).join('\n');
    case 'state':
      return words.states[state];
    case 'times':
      return String(times);
    case 'due':
      return due ?? '';
  }
}

/** How many findings are in each state, in all and by the unit inspected. */
function totalsSheet(findings: readonly LedgerFinding[], { language, day }: RegisterMaking): Sheet {
  const { register, states: titles } = sayIn(ledgerWords, language);
  const branches = Map.groupBy(findings, ({ facts }) => facts.about['branch'] ?? '');
  const row = (name: string, some: readonly LedgerFinding[]) => [
    name,
    String(some.length),
    ...states.map((state) => String(some.filter((one) => one.state === state).length)),
    String(some.filter((one) => isLate(one, day)).length),
  ];
  const known = [...branches].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: register.totals,
    heading: [register.totalsTitle(day)],
    protected: true,
    columns: [
      { key: 'total', title: register.column.branch, width: 14 },
      { key: 'findings', title: register.findings, width: 8 },
      ...states.map((state) => ({ key: `state:${state}`, title: titles[state], width: 10 })),
      { key: 'late', title: register.lateFindings, width: 10 },
    ],
    rows: [...known.map(([branch, some]) => row(branch, some)), row(register.all, findings)],
  };
}
