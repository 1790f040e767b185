import { epochDayOf } from '../dossier/days.ts';
import type { LoanFile } from '../dossier/record.ts';
import { type BenchRule, rule } from './rule.ts';
import {
  ageAt, atLeast, atMost, both, choose, dividedBy, either, equals, isWord, lesser, minus, plus, times, type Truth,
} from './truth.ts';

/** Definitions of the benchmark's rulebook: name, formula. */
export const definitions: Readonly<Record<string, string>> = {
  downPaymentRatio: 'property.downPayment / property.price',
  collateralBase: 'min(property.price, property.appraisedValue)',
  loanToValue: 'loan.amount / collateralBase',
  loanToPrice: 'loan.amount / property.price',
  householdIncome: 'sum(borrowers.monthlyIncome)',
  householdDebt: 'loan.instalment + sum(borrowers.otherPayment)',
  debtToIncome: 'householdDebt / householdIncome',
  housingExpense: 'loan.instalment + property.managementFee',
  rateSpread: 'loan.rate - loan.lpr',
  processingDays: 'days between(loan.acceptedOn, loan.paidOutOn)',
  oldestAtMaturity: 'max(for b in borrowers return age at(b.birthday, loan.maturesOn))',
  worstOverdue: 'max(borrowers.overdue24)',
  mainBorrowers: 'count(borrowers[role = "MAIN"])',
  contractDocuments: 'count(documents[type in ("CONTRACT", "MORTGAGE_CONTRACT", "IOU")])',
};

export interface LimitEdition {
  readonly from: string;
  readonly until?: string;
  readonly value: number;
}

/** Limits, with the days they hold. */
export const parameters: Readonly<Record<string, { readonly unit: string; readonly editions: readonly LimitEdition[] }>> = {
  minimumDownPayment: {
    unit: 'ratio',
    editions: [
      { from: '2020-01-01', until: '2024-09-23', value: 0.2 },
      { from: '2024-09-24', value: 0.15 },
    ],
  },
  minimumSpread: {
    unit: 'rate',
    editions: [
      { from: '2020-01-01', until: '2024-10-24', value: 0.003 },
      { from: '2024-10-25', value: 0.002 },
    ],
  },
  maximumDebtRatio: { unit: 'ratio', editions: [{ from: '2020-01-01', value: 0.55 }] },
  maximumProcessingDays: { unit: 'days', editions: [{ from: '2020-01-01', value: 75 }] },
};

/** The highest loan-to-value by product and number of homes: the first row that matches counts. */
export const maximumLoanToValue = {
  inputs: ['loan.product', 'property.ordinal'],
  rows: [
    { when: ['"HOUSING"', '1'], limit: 0.85 },
    { when: ['"HOUSING"', '> 1'], limit: 0.75 },
    { when: ['"COMMERCIAL"', '-'], limit: 0.5 },
    { when: ['-', '-'], limit: 0.7 },
  ],
} as const;

const spreadFrom = epochDayOf('2024-10-25');
const downPaymentFrom = epochDayOf('2024-09-24');

/** Rules on definitions, parameters and a decision table. */
export const formulaRules: readonly BenchRule[] = [
  rule('FRM-001', 'downPaymentRatio >= minimumDownPayment', ({ loan, property }) =>
    loan.appliedOn === undefined
      ? undefined
      : dividedBy(
          property.price,
          atLeast(times(property.downPayment, 100), times(property.price, loan.appliedOn < downPaymentFrom ? 20 : 15)),
        )),
  rule('FRM-002', 'loanToValue <= maximumLoanToValue', (file) => loanToValueAtMost(file, 0)),
  rule('FRM-003', 'loanToValue <= 0.7 or assessment.level = "A"', ({ loan, property, assessment }) =>
    either(
      dividedBy(
        lesser(property.price, property.appraisedValue),
        atMost(times(loan.amount, 10), times(lesser(property.price, property.appraisedValue), 7)),
      ),
      isWord(assessment.level, 'A'),
    )),
  rule('FRM-004', 'debtToIncome <= maximumDebtRatio', (file) => debtAtMost(file, 55)),
  rule('FRM-005', 'householdIncome >= loan.instalment * 3', (file) => atLeast(incomeOf(file), times(file.loan.instalment, 3))),
  rule('FRM-006', 'rateSpread >= minimumSpread', ({ loan }) =>
    loan.appliedOn === undefined ? undefined : atLeast(minus(loan.rate, loan.lpr), loan.appliedOn < spreadFrom ? 3000 : 2000)),
  rule('FRM-007', 'processingDays <= maximumProcessingDays', ({ loan }) => atMost(minus(loan.paidOutOn, loan.acceptedOn), 75)),
  rule('FRM-008', 'householdDebt <= householdIncome * 0.5', (file) => debtAtMost(file, 50, false)),
  rule('FRM-009', 'housingExpense <= householdIncome * 0.5', (file) =>
    atMost(times(plus(file.loan.instalment, file.property.managementFee), 2), incomeOf(file))),
  rule('FRM-010', 'contractDocuments >= 3', ({ documents }) => {
    if (!documents) return undefined;
    let count = 0;
    for (const { type } of documents) {
      if (type === undefined) return undefined;
      if (type === 'CONTRACT' || type === 'MORTGAGE_CONTRACT' || type === 'IOU') count += 1;
    }
    return count >= 3;
  }),
  rule('FRM-011', 'oldestAtMaturity <= 65', ({ loan, borrowers }) => {
    if (!borrowers || borrowers.length === 0) return undefined;
    let oldest = -Infinity;
    for (const { birthday } of borrowers) {
      const age = ageAt(birthday, loan.maturesOn);
      if (age === undefined) return undefined;
      if (age > oldest) oldest = age;
    }
    return oldest <= 65;
  }),
  rule('FRM-012', 'collateralBase >= loan.amount * 1.25', ({ loan, property }) =>
    atLeast(times(lesser(property.price, property.appraisedValue), 4), times(loan.amount, 5))),
  rule('FRM-013', 'if householdIncome >= 50000 then debtToIncome <= 0.6 else debtToIncome <= maximumDebtRatio', (file) =>
    choose(atLeast(incomeOf(file), 50_000_00), debtAtMost(file, 60), debtAtMost(file, 55))),
  rule('FRM-014', 'loanToValue <= maximumLoanToValue - 0.05 or loan.guarantee = "MORTGAGE"', (file) =>
    either(loanToValueAtMost(file, 5), isWord(file.loan.guarantee, 'MORTGAGE'))),
  rule('FRM-015', 'downPaymentRatio + loanToPrice = 1', ({ loan, property }) =>
    dividedBy(property.price, equals(plus(property.downPayment, loan.amount), property.price))),
  rule('FRM-016', 'loan.amount <= householdIncome * 200', (file) => atMost(file.loan.amount, times(incomeOf(file), 200))),
  rule('FRM-017', 'worstOverdue <= 3 or downPaymentRatio >= 0.4', ({ property, borrowers }) =>
    either(worstOverdueAtMost(borrowers, 3), dividedBy(property.price, atLeast(times(property.downPayment, 10), times(property.price, 4))))),
  rule('FRM-018', 'mainBorrowers = 1 and count(borrowers) >= 2', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let count: number | undefined = 0;
    for (const { role } of borrowers) {
      if (role === undefined) {
        count = undefined;
        break;
      }
      if (role === 'MAIN') count += 1;
    }
    return both(equals(count, 1), borrowers.length >= 2);
  }),
];

function incomeOf({ borrowers }: LoanFile): number | undefined {
  if (!borrowers) return undefined;
  let sum = 0;
  for (const { monthlyIncome } of borrowers) {
    if (monthlyIncome === undefined) return undefined;
    sum += monthlyIncome;
  }
  return sum;
}

/** @param divides - whether the rule divides by the income, which has no result for 0 */
function debtAtMost(file: LoanFile, percent: number, divides = true): Truth {
  const { loan, borrowers } = file;
  if (!borrowers || loan.instalment === undefined) return undefined;
  let debt = loan.instalment;
  for (const { otherPayment } of borrowers) {
    if (otherPayment === undefined) return undefined;
    debt += otherPayment;
  }
  const income = incomeOf(file);
  const holds = atMost(debt * 100, times(income, percent));
  return divides ? dividedBy(income, holds) : holds;
}

/** `less` is what to take off the table's limit, in hundredths. */
function loanToValueAtMost({ loan, property }: LoanFile, less: number): Truth {
  const base = times(lesser(property.price, property.appraisedValue), 1);
  const share = limitOf(loan.product, property.ordinal);
  return dividedBy(base, atMost(times(loan.amount, 100), times(base, share === undefined ? undefined : share - less)));
}

/** In hundredths. */
function limitOf(product: string | undefined, ordinal: number | undefined): number | undefined {
  if (product === undefined) return undefined;
  if (product === 'COMMERCIAL') return 50;
  if (product !== 'HOUSING') return 70;
  if (ordinal === undefined) return undefined;
  return ordinal === 1 ? 85 : ordinal > 1 ? 75 : 70;
}

function worstOverdueAtMost(borrowers: LoanFile['borrowers'], most: number): Truth {
  if (!borrowers || borrowers.length === 0) return undefined;
  let worst = -Infinity;
  for (const { overdue24 } of borrowers) {
    if (overdue24 === undefined) return undefined;
    if (overdue24 > worst) worst = overdue24;
  }
  return worst <= most;
}
