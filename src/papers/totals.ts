import type { Cell, Sheet } from '../base/workbook.ts';
import type { CheckReport, DossierJson } from '../report/json-format.ts';
import { add, parseRational, printRational, zero } from '../values/rational.ts';
import type { Finding } from '../report/findings.ts';
import { basisLine, ruleName } from './lines.ts';
import type { Setting } from './setting.ts';

/** What findings come to: by how grave they are, by rule, unit, product and post, with the amounts of their files. */
export function totalsSheet(
  findings: readonly Finding[],
  { dossiers }: CheckReport,
  setting: Setting,
): Sheet {
  const { words, head, aboutTitle, about } = setting;
  const { register, column } = words;
  const ruleOf = ({ outcome }: Finding) => head.rules[outcome.rule];
  const groups: readonly (readonly [string, (finding: Finding) => readonly string[]])[] = [
    [column.severity, (one) => [setting.gravity(ruleOf(one))]],
    [column.rule, ({ outcome }) => [ruleName(outcome, setting)]],
    [aboutTitle('branch') ?? column.branch, ({ dossier }) => [about(dossier, 'branch')]],
    [aboutTitle('product') ?? column.product, ({ dossier }) => [about(dossier, 'product')]],
    [column.posts, (one) => (ruleOf(one)?.posts ?? []).map((post) => setting.postTitles([post]))],
  ];
  const waived = dossiers.flatMap((dossier) =>
    dossier.outcomes.filter(({ status }) => status === 'waived').map(() => dossier),
  );
  const { total } = register;
  return {
    name: register.totalsSheet,
    heading: [register.totalsTitle, basisLine(setting), register.totalsSay],
    columns: [
      { key: 'by', title: total.by, width: 16 },
      { key: 'what', title: total.what, width: 56 },
      { key: 'findings', title: total.findings, width: 12 },
      { key: 'files', title: total.files, width: 12 },
      { key: 'amount', title: total.amount, width: 22 },
    ],
    frozen: 2,
    rows: [
      row(
        register.all,
        '',
        findings.map(({ dossier }) => dossier),
      ),
      ...groups.flatMap(([title, keysOf]) => rowsOf(title, findings, keysOf, register.unknown)),
      ...(waived.length > 0 ? [row(register.waived, '', waived)] : []),
    ],
  };
}

function rowsOf(
  title: string,
  findings: readonly Finding[],
  keysOf: (finding: Finding) => readonly string[],
  unknown: string,
): readonly (readonly Cell[])[] {
  const groups = new Map<string, DossierJson[]>();
  for (const finding of findings) {
    const keys = keysOf(finding);
    for (const key of keys.length > 0 ? keys : ['']) {
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push(finding.dossier);
    }
  }
  return [...groups]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([key, files]) => row(title, key === '' ? unknown : key, files));
}

/** @param files - one for each finding */
function row(by: string, what: string, files: readonly DossierJson[]): readonly Cell[] {
  const different = new Set(files);
  return [
    by,
    what,
    { number: `${files.length}` },
    { number: `${different.size}` },
    { number: amountOf(different) },
  ];
}

/** The amounts of files in all, as a decimal text with as many places as they have. */
export function amountOf(files: Iterable<DossierJson>): string {
  let sum = zero;
  let places = 0;
  for (const { about } of files) {
    const amount = about?.amount ?? '0';
    sum = add(sum, parseRational(amount) ?? zero);
    places = Math.max(places, amount.split('.')[1]?.length ?? 0);
  }
  const [units = '', rest = ''] = printRational(sum).split('.');
  return places === 0 ? units : `${units}.${rest.padEnd(places, '0')}`;
}
