import { expect, test } from 'vitest';

import { positionOf } from '../../src/base/source.ts';
import { schemeFrom } from '../../src/scheme/scheme.ts';
import { shipped } from '../evaluate/shipped.ts';

function read(text: string) {
  const head = 'scheme: JC-1\ntitle: { zh: 专项检查, en: Inspection }\n';
  return schemeFrom({ name: 'scheme.yaml', text: `${head}${text}\n` }, shipped().program);
}

test.each([
  ['steps: [审批]', { steps: ['approval'] }],
  ['steps: [approval, Approval]', { steps: ['approval', 'approval'] }],
  ['products: [个人住房贷款, CONSUMER]', { products: ['HOUSING', 'CONSUMER'] }],
  ['rules: [审贷分离, process/approval/gate]', { rules: ['DEC-001', 'process/approval/gate'] }],
  ["branches: ['0101', anything]", { branches: ['0101', 'anything'] }],
])('%s is read by id and by title', (text, named) => {
  expect(read(text)).toMatchObject({ value: named, diagnostics: [] });
});

test.each([
  ['nothing', '', undefined],
  ['a rule', 'rules: [DEC-001]', ['DEC-001']],
  ['a rule of a step', 'steps: [审批]\nrules: [DEC-001]', ['DEC-001']],
])('that names %s covers', (_, text, covered) => {
  const covers = read(text).value?.covers;
  expect(covers && [...covers]).toEqual(covered);
});

test.each([
  ['products: [HOUSSING]', 'scheme/unknown-name', 3, 12],
  ['products: [HOUSING]\nsteps: [批审]', 'scheme/unknown-name', 4, 9],
  ['rules: [DEC-00l]', 'scheme/unknown-name', 3, 9],
  ['captured: [loan.amuont]', 'scheme/unknown-name', 3, 12],
  ['targets: { grave: 0.1 }', 'scheme/unknown-name', 3, 19],
  ['targets: { mandatory: 2 }', 'rulebook/schema', 3, 23],
  ['day: 2026-02-30', 'rulebook/impossible-date', 3, 6],
  ['day: 2026/2/28', 'rulebook/impossible-date', 3, 6],
  ['period: { from: 2026-03-01, until: 2026-02-01 }', 'scheme/period', 3, 9],
  ['steps: [审批]\nrules: [INT-101]', 'scheme/nothing-left', 4, 8],
  ['step: [审批]', 'rulebook/unknown-key', 3, 1],
  ['sample: { method: random, seed: 1 }', 'scheme/sample', 3, 9],
  ['sample: { method: random, size: 3 }', 'scheme/sample', 3, 9],
  ['sample: { method: stratified, size: 3, seed: 1 }', 'scheme/sample', 3, 9],
  ['sample: { method: stratified, size: 3, seed: 1, by: [amount] }', 'scheme/sample', 3, 9],
  ['sample: { method: discretionary, files: [D-1] }', 'scheme/sample', 3, 9],
  ['population: 2\nsample: { method: random, size: 3, seed: 1 }', 'scheme/sample', 4, 33],
])('%s', (text, code, line, column) => {
  const { value, diagnostics } = read(text);
  expect(value).toBe(undefined);
  expect(diagnostics.map((one) => [one.code, ...Object.values(positionOf(one.span))])).toEqual([
    [code, line, column],
  ]);
});
