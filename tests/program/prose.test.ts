import { expect, test } from 'vitest';

import { dayWithin, prose } from '../../src/program/prose.ts';
import { problemsOf } from '../codes/run.ts';
import { shipped } from '../manual/harness.ts';

test.each([
  ['a share', '不低于{minimumDownPaymentRatio}', '2026-11-23', '不低于15%'],
  ['on an earlier day', '不低于{minimumDownPaymentRatio}', '2015-10-01', '不低于25%'],
  ['before its first day, the first', '{minimumDownPaymentRatio}', '1990-01-01', '30%'],
  ['without a day, the last', '{minimumTotal}{minimumDownPaymentRatio}', null, '{minimumTotal}15%'],
  ['working days', '线索{firstResponseWorkingDays}内', '2026-11-23', '线索1个工作日内'],
  ['blanks in the braces', '{ firstResponseWorkingDays }内', '2026-11-23', '1个工作日内'],
  ['money', '超过{committeeThreshold}的', '2026-11-23', '超过8,000,000元的'],
  ['a count', '{minimumInvestigators}人', '2026-11-23', '2人'],
  ['what is no parameter', '{loan.amount}、{downPaymentRatio}', '2026-11-23', undefined],
])('%s: %s on %s is %s', (_, zh, day, said) => {
  expect(prose({ zh }, day, shipped)).toEqual({ zh: said ?? zh });
});

test('each language has its own, one of something in the singular', () => {
  const said = prose(
    { en: 'Within {firstResponseWorkingDays}, {refundWorkingDays}', fr: '{refundWorkingDays}' },
    undefined,
    shipped,
  );
  expect(said).toEqual({
    en: 'Within 1 working day, 5 working days',
    fr: '5 working days',
  });
});

test.each([
  [{ from: '2024-01-01' }, '2026-01-01', '2026-01-01'],
  [{ from: '2024-01-01', until: '2024-12-31' }, '2026-01-01', '2024-12-31'],
  [{ from: '2027-01-01' }, '2026-01-01', '2027-01-01'],
])('the day of %o nearest to %s is %s', (edition, day, nearest) => {
  expect(dayWithin(edition, day)).toBe(nearest);
});

const ofRule = (text: string) => problemsOf([{ language: 'yaml', kind: 'rule', text }]);

test.each([
  [
    'a slip',
    'how: { zh: "不超过{maximumLoanShar}", en: x }',
    'maximumLoanShar',
    'maximumLoanShare',
  ],
  ['a field', 'why: { zh: "{loan.amount}以内", en: x }', 'loan.amount', undefined],
  ['in mistakes', 'mistakes: { zh: "{nothing}", en: x }', 'nothing', undefined],
])('%s in braces is told where it stands', (_, text, name, near) => {
  const found = ofRule(text).filter(({ code }) => code === 'rulebook/unknown-reference');
  expect(found.map(({ params, severity }) => [severity, params])).toEqual([
    ['error', { what: 'parameter', name, near }],
  ]);
  const [span] = found.map((one) => one.span);
  expect(span?.source.text.slice(span.start, span.end)).toBe(name);
});

test('a brace without a partner is told', () => {
  expect(ofRule('how: { zh: "不超过{maximumLoanShare", en: x }').map(({ code }) => code)).toEqual([
    'program/finding',
  ]);
});

test('a finding keeps its own braces', () => {
  expect(ofRule('finding: { zh: "贷款 {loan.amount}", en: "Loan {loan.amount}" }')).toEqual([]);
});
