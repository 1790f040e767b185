import { inLanguage, type Language, sayIn } from '../base/language.ts';
import type { Cell, Column as SheetColumn, Sheet, Workbook } from '../base/workbook.ts';
import { type Column, columns } from '../ledger/entry.ts';
import { isLate, type LedgerFinding } from '../ledger/fold.ts';
import { states } from '../ledger/states.ts';
import { ledgerWords } from '../words/ledger.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { paperWords } from '../words/papers.ts';
import { paged, widths as registerWidths } from './register.ts';

/** How a register of the ledger is made. */
export interface RegisterMaking {
  /** The head of the chain that it is made from, which every row carries. */
  readonly head: string;
  readonly language: Language;
  /** ISO day, by which findings are late. */
  readonly day: string;
}

/** What the ledger says, as in a register that a check makes, and how far it has come. */
const told = [
  'number',
  'finding',
  'state',
  'times',
  'branch',
  'product',
  'business',
  'customer',
  'amount',
  'officer',
  'posts',
  'rule',
  'problem',
  'clause',
  'remedy',
  'due',
] as const;

type Told = (typeof told)[number];

/** As wide as in a register that a check makes, but for what is told shorter here, and what only a ledger has. */
const widths: Readonly<Record<Told | Column, number>> = {
  ...registerWidths,
  rule: 26,
  clause: 36,
  state: 12,
  times: 6,
  objection: 26,
};

/** Findings of the ledger as a workbook: those inspected fill in their columns, and the rest is protected. */
export function ledgerRegister(
  findings: readonly LedgerFinding[],
  making: RegisterMaking,
): Workbook {
  const { head, language } = making;
  const { register, filled } = sayIn(ledgerWords, language);
  const { column: titles } = sayIn(paperWords, language);
  const own = { state: register.state, times: register.times };
  const sheets = paged(findings, (page, first): Sheet => ({
    name: register.sheet,
    heading: [register.title, register.counts(findings.length, head), register.fillIn],
    protected: true,
    filter: true,
    columns: [
      ...told.map((key): SheetColumn => {
        const title = key === 'state' || key === 'times' ? own[key] : titles[key];
        return { key, title, width: widths[key] };
      }),
      ...columns.map((key) => ({
        key,
        title: filled[key],
        width: widths[key],
        open: true as const,
      })),
      { key: 'head', title: register.head, width: 0 },
    ],
    rows: page.map((finding, index) => [
      ...told.map((key) => cellOf(key, finding, first + index + 1, language)),
      ...columns.map((key) => finding.filled[key] ?? ''),
      head,
    ]),
  }));
  return { sheets: [...sheets, totalsSheet(findings, making)] };
}

function cellOf(
  key: Told,
  { id, state, times, due, facts }: LedgerFinding,
  number: number,
  language: Language,
): Cell {
  const { about, titles, posts, title, message, clauses, remedy } = facts;
  const words = sayIn(ledgerWords, language);
  const { terms } = sayIn(wordbooks, language);
  const text = (texts: Parameters<typeof inLanguage>[0]) => inLanguage(texts, language);
  switch (key) {
    case 'number':
      return { number: `${number}` };
    case 'finding':
      return id;
    case 'state':
      return words.states[state];
    case 'times':
      return { number: `${times}` };
    case 'branch':
    case 'product':
    case 'customer':
    case 'officer':
      return text(titles[key]) || (about[key] ?? '');
    case 'business':
      return about['number'] ?? facts.dossier;
    case 'amount':
      return about['amount'] === undefined ? '' : { number: about['amount'] };
    case 'posts':
      return posts.map(text).join('\n');
    case 'rule':
      return `${facts.rule} ${text(title)}`;
    case 'problem':
      return text(message);
    case 'clause':
      return clauses
        .map((one) => text(one.title) + (one.verified ? '' : ` ${terms.unverified}`))
        .join('\n');
    case 'remedy':
      return remedy ? `${text(remedy.when)}${words.colon}${text(remedy.text)}` : '';
    case 'due':
      return due === undefined ? '' : { day: due };
  }
}

/** How many findings are in each state, in all and by the unit inspected. */
function totalsSheet(findings: readonly LedgerFinding[], { language, day }: RegisterMaking): Sheet {
  const { register, states: titles } = sayIn(ledgerWords, language);
  const { column } = sayIn(paperWords, language);
  const branches = Map.groupBy(findings, ({ facts }) => facts.about['branch'] ?? '');
  const row = (name: string, some: readonly LedgerFinding[]): readonly Cell[] => [
    name,
    { number: `${some.length}` },
    ...states.map((state) => ({
      number: `${some.filter((one) => one.state === state).length}`,
    })),
    { number: `${some.filter((one) => isLate(one, day)).length}` },
  ];
  const known = [...branches].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: register.totals,
    heading: [register.totalsTitle(day)],
    protected: true,
    columns: [
      { key: 'total', title: column.branch, width: 14 },
      { key: 'findings', title: register.findings, width: 8 },
      ...states.map((state) => ({ key: `state:${state}`, title: titles[state], width: 12 })),
      { key: 'late', title: register.lateFindings, width: 10 },
    ],
    rows: [...known.map(([branch, some]) => row(branch, some)), row(register.all, findings)],
  };
}
