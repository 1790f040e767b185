import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import type { Outcome, Status } from '../../src/evaluate/outcome.ts';
import { shipped, yamlOf } from '../evaluate/shipped.ts';

/** Before and after the turns of the rules: 2014, 2015 and 2016, August 2023, May and September 2024, August 2026. */
const days = ['2013-06-03', '2016-06-01', '2023-10-10', '2024-06-03', '2024-11-04', '2026-09-14'];

/** A second home with 20% down, over 35 years, 45 basis points below LPR, with 4,000 yuan of other debt a month. */
const changes: readonly (readonly [string, string])[] = [
  ['homeSequence: FIRST', 'homeSequence: SECOND'],
  ['homesOwnedLocal: 0', 'homesOwnedLocal: 1'],
  ['homesOwnedNational: 0', 'homesOwnedNational: 1'],
  ['priorMortgageSettled: true', 'priorMortgageSettled: false\n  buysToImprove: true'],
  ['downPaymentAmount: 500000', 'downPaymentAmount: 400000'],
  ['termMonths: 360', 'termMonths: 420'],
  ['monthlyPayment: 1500', 'monthlyPayment: 4000'],
];

const worst: readonly Status[] = [
  'fail',
  'cannot-tell',
  'waived',
  'pass',
  'not-due',
  'not-applicable',
];

const steps = new Set([
  'interview',
  'credit-query',
  'investigation',
  'valuation',
  'risk-assessment',
  'approval',
]);

test('one dossier is judged by what held on each of six days, from interview to approval', async () => {
  const judged = days.map((day) => outcomesOf(signedOn(day), day));
  const rules = new Set(
    judged.flatMap((outcomes) =>
      outcomes.flatMap(({ rule, kind, step }) =>
        kind === 'regulation' && steps.has(step) && !rule.startsWith('process/') ? [rule] : [],
      ),
    ),
  );
  const rows = [...rules].toSorted().flatMap((rule) => {
    const cells = judged.map((outcomes) => cell(outcomes.filter((one) => one.rule === rule)));
    return new Set(cells).size === 1 ? [] : [[rule, ...cells].join(' | ')];
  });
  const table = `${['rule', ...days].join(' | ')}\n${rows.join('\n')}\n`;
  await expect(table).toMatchFileSnapshot('expected/history.txt');
});

test('signed on each of those days, it is measured by the limit of that day', () => {
  const judged = days.map((day) => outcomesOf(signedOn(day)));
  const status = (rule: string) =>
    judged.map((outcomes) => outcomes.find((one) => one.rule === rule)?.status);
  // second homes: 60%, 30%, 30%, 25%, then the city's 20%
  expect(status('RSK-007')).toEqual(['fail', 'fail', 'fail', 'fail', 'pass', 'pass']);
  // all debt: 55% until 2026-08-27, 60% after
  expect(status('RSK-002')).toEqual(['fail', 'fail', 'fail', 'fail', 'fail', 'pass']);
  // term: 30 years until 2026-08-27, 40 after
  expect(status('RSK-011')).toEqual(['fail', 'fail', 'fail', 'fail', 'fail', 'pass']);
});

function signedOn(day: string): string {
  const changed = changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`the base no longer says ${from}`);
      return text.replaceAll(from, to);
    },
    readFileSync('rules/dossiers/mortgage.yaml', 'utf8'),
  );
  const filed = changed.replace(/(?<=onlineSigningDate: )\S+/u, day);
  const contracts = filed.indexOf('\ncontracts:');
  return (
    filed.slice(0, contracts) +
    filed.slice(contracts).replaceAll(/(?<=signedAt: ")\d{4}-\d\d-\d\d/gu, day)
  );
}

function outcomesOf(text: string, asOf?: string): readonly Outcome[] {
  const { program, subject } = shipped();
  const { value: dossier } = dossierFromYaml(yamlOf(text), subject.type);
  if (!dossier) throw new Error('the changed base is a dossier');
  return judge(program, subject, dossier, asOf === undefined ? {} : { asOf }).outcomes;
}

/** The worst status of a rule's outcomes, and the edition that gave it. */
function cell(outcomes: readonly Outcome[]): string {
  const one = worst.flatMap((status) => outcomes.filter((outcome) => outcome.status === status))[0];
  return one ? `${one.status}${one.edition === null ? '' : ` ${one.edition}`}` : '';
}
