import type { Cell, Column, Sheet, Workbook } from '../base/workbook.ts';
import type { CheckReport, DossierJson } from '../report/json-format.ts';
import { type Finding, findingsIn } from '../report/findings.ts';
import { basisLine, problemOf, ruleName } from './lines.ts';
import { openKeys, type RegisterKey, registerKeys } from './register-columns.ts';
import type { Setting } from './setting.ts';
import { totalsSheet } from './totals.ts';

/** Rows of a sheet, at most: as many as a sheet that comes back is read with. */
export const mostRows = 19_000;

/** The register of findings (问题台账): a row a finding, what has to be fetched, and what both come to. */
export function registerOf(report: CheckReport, setting: Setting): Workbook {
  const findings = report.dossiers.flatMap(findingsIn);
  return {
    sheets: [
      ...findingSheets(findings, report, setting),
      ...wantingSheets(report.dossiers, setting),
      totalsSheet(findings, report, setting),
    ],
  };
}

/** In characters, a Chinese one counting two; 0 hides the column. */
export const widths: Readonly<Record<RegisterKey, number>> = {
  number: 6,
  finding: 24,
  branch: 9,
  product: 14,
  business: 15,
  customer: 10,
  amount: 18,
  officer: 10,
  posts: 14,
  rule: 18,
  problem: 48,
  clause: 64,
  standing: 20,
  severity: 14,
  remedy: 34,
  due: 12,
  measures: 26,
  done: 12,
  evidence: 20,
  opinion: 20,
  dossier: 0,
  file: 0,
  digest: 0,
  record: 0,
};

/** Keys whose column bears the title of the field of the file. */
const titled = {
  branch: 'branch',
  product: 'product',
  business: 'number',
  customer: 'customer',
  amount: 'amount',
  officer: 'officer',
} as const;

function findingSheets(
  findings: readonly Finding[],
  { dossiers }: CheckReport,
  setting: Setting,
): readonly Sheet[] {
  const { words, unit } = setting;
  const { register } = words;
  const files = new Set(findings.map(({ dossier }) => dossier)).size;
  const columns = registerKeys.map((key): Column => ({
    key,
    title: columnTitle(key, setting),
    width: widths[key],
    ...(openKeys.some((one) => one === key) && { open: true }),
  }));
  return paged(findings, (page, first) => ({
    name: register.sheet,
    heading: [
      register.title,
      basisLine(setting),
      register.counts(findings.length, files, dossiers.length),
      register.fillIn(unit),
    ],
    columns,
    protected: true,
    filter: true,
    rows: page.map((finding, index) => findingRow(finding, first + index + 1, setting)),
  }));
}

function columnTitle(key: RegisterKey, { words, aboutTitle, unit }: Setting): string {
  if (key === 'opinion') return words.column.opinion(unit);
  const of = Object.entries(titled).find(([one]) => one === key)?.[1];
  return (of && aboutTitle(of)) ?? words.column[key];
}

function findingRow(finding: Finding, number: number, setting: Setting): readonly Cell[] {
  const { dossier, outcome } = finding;
  const { head, about, clauses, remedy, words } = setting;
  const rule = head.rules[outcome.rule];
  const told = clauses(outcome);
  const cure = remedy(outcome);
  const amount = dossier.about?.amount;
  const cells: Readonly<Record<RegisterKey, Cell>> = {
    number: { number: `${number}` },
    finding: outcome.finding,
    branch: about(dossier, 'branch'),
    product: about(dossier, 'product'),
    business: about(dossier, 'number') || (dossier.id ?? dossier.file),
    customer: about(dossier, 'customer'),
    amount: amount === undefined ? '' : { number: amount },
    officer: about(dossier, 'officer'),
    posts: setting.postTitles(rule?.posts ?? []),
    rule: ruleName(outcome, setting),
    problem: problemOf(finding, setting),
    clause: told.map(({ title, text }) => (text === '' ? title : `${title}\n${text}`)).join('\n\n'),
    standing: standingOf(told, setting),
    severity: setting.gravity(rule),
    remedy: cure ? `${cure.when}${setting.book.terms.colon}${cure.text}` : '',
    due: cure?.due === undefined ? words.register.open : { day: cure.due },
    measures: '',
    done: '',
    evidence: '',
    opinion: '',
    dossier: dossier.id ?? '',
    file: dossier.file,
    digest: dossier.digest ?? '',
    record: dossier.record ? `${dossier.record.number}` : '',
  };
  return registerKeys.map((key) => cells[key]);
}

/** Rules that one missing value keeps open, named at most: the first of them. */
const mostNamed = 12;

function standingOf(
  clauses: ReturnType<Setting['clauses']>,
  { words: { register }, book }: Setting,
): string {
  const doubtful = clauses.filter(({ verified }) => !verified);
  if (clauses.length === 0) return '';
  if (doubtful.length === 0) return register.verified;
  const isAll = doubtful.length === clauses.length;
  return register.unverified(
    isAll ? '' : doubtful.map(({ title }) => title).join(book.terms.comma),
  );
}

function wantingSheets(dossiers: readonly DossierJson[], setting: Setting): readonly Sheet[] {
  const { words, about, aboutTitle, text } = setting;
  const { register, column } = words;
  const rows = dossiers.flatMap((dossier) =>
    dossier.wanting.map((one): readonly Cell[] => [
      about(dossier, 'branch'),
      about(dossier, 'number') || (dossier.id ?? dossier.file),
      text(one.title),
      text(one.says),
      register.waitingRules(
        one.rules
          .slice(0, mostNamed)
          .map((rule) => (rule.includes('/') ? ruleName({ rule }, setting) : rule)),
        one.rules.length,
      ),
      one.field,
      dossier.file,
    ]),
  );
  if (rows.length === 0) return [];
  const columns = [
    ['branch', aboutTitle('branch') ?? column.branch, 12],
    ['business', aboutTitle('number') ?? column.business, 18],
    ['field', register.field, 34],
    ['why', register.why, 26],
    ['rules', register.rules, 40],
    ['path', register.path, 40],
    ['file', column.file, 40],
  ] as const;
  return paged(rows, (page) => ({
    name: register.wantingSheet,
    heading: [register.wantingTitle, basisLine(setting), register.wantingCounts(rows.length)],
    columns: columns.map(([key, title, width]) => ({ key, title, width })),
    filter: true,
    rows: page,
  }));
}

/** Sheets of no more rows than one is read with; there is one where there are none. */
export function paged<T>(
  rows: readonly T[],
  sheet: (page: readonly T[], first: number) => Sheet,
): readonly Sheet[] {
  const pages = Math.max(1, Math.ceil(rows.length / mostRows));
  return Array.from({ length: pages }, (_, index) => {
    const made = sheet(rows.slice(index * mostRows, (index + 1) * mostRows), index * mostRows);
    return index === 0 ? made : { ...made, name: `${made.name}${index + 1}` };
  });
}
