import { epochDayOf } from '../dossier/days.ts';
import { type BenchRule, rule, ruleWhen } from './rule.ts';
import {
  above, atLeast, atMost, below, both, choose, either, equals, isWord, minus, monthsBetween, negated, within,
} from './truth.ts';

const firstDay = epochDayOf('2020-01-01');
const lastDay = epochDayOf('2060-12-31');

/** Order of acts, and time between them. */
export const dayRules: readonly BenchRule[] = [
  rule('DAY-001', 'loan.appliedOn <= loan.acceptedOn', ({ loan }) => atMost(loan.appliedOn, loan.acceptedOn)),
  rule('DAY-002', 'loan.acceptedOn <= loan.interviewedOn', ({ loan }) => atMost(loan.acceptedOn, loan.interviewedOn)),
  rule('DAY-003', 'loan.interviewedOn <= loan.approvedOn', ({ loan }) => atMost(loan.interviewedOn, loan.approvedOn)),
  rule('DAY-004', 'loan.approvedOn <= loan.signedOn', ({ loan }) => atMost(loan.approvedOn, loan.signedOn)),
  rule('DAY-005', 'loan.signedOn <= loan.registeredOn', ({ loan }) => atMost(loan.signedOn, loan.registeredOn)),
  rule('DAY-006', 'loan.registeredOn <= loan.paidOutOn', ({ loan }) => atMost(loan.registeredOn, loan.paidOutOn)),
  rule('DAY-007', 'loan.paidOutOn < loan.firstDueOn', ({ loan }) => below(loan.paidOutOn, loan.firstDueOn)),
  rule('DAY-008', 'days between(loan.appliedOn, loan.acceptedOn) <= 5', ({ loan }) =>
    atMost(minus(loan.acceptedOn, loan.appliedOn), 5)),
  rule('DAY-009', 'days between(loan.acceptedOn, loan.approvedOn) <= 30', ({ loan }) =>
    atMost(minus(loan.approvedOn, loan.acceptedOn), 30)),
  rule('DAY-010', 'days between(loan.approvedOn, loan.signedOn) <= 60', ({ loan }) =>
    atMost(minus(loan.signedOn, loan.approvedOn), 60)),
  rule('DAY-011', 'days between(loan.registeredOn, loan.paidOutOn) <= 15', ({ loan }) =>
    atMost(minus(loan.paidOutOn, loan.registeredOn), 15)),
  rule('DAY-012', 'days between(loan.paidOutOn, loan.firstDueOn) in [1..31]', ({ loan }) =>
    within(1, minus(loan.firstDueOn, loan.paidOutOn), 31)),
  rule('DAY-013', 'days between(property.appraisedOn, loan.approvedOn) <= 90', ({ loan, property }) =>
    atMost(minus(loan.approvedOn, property.appraisedOn), 90)),
  rule('DAY-014', 'property.appraisedOn <= loan.approvedOn', ({ loan, property }) => atMost(property.appraisedOn, loan.approvedOn)),
  rule('DAY-015', 'property.contractSignedOn <= loan.appliedOn', ({ loan, property }) =>
    atMost(property.contractSignedOn, loan.appliedOn)),
  rule('DAY-016', 'assessment.assessedOn >= loan.interviewedOn and assessment.assessedOn <= loan.approvedOn', ({ loan, assessment }) =>
    both(atLeast(assessment.assessedOn, loan.interviewedOn), atMost(assessment.assessedOn, loan.approvedOn))),
  rule('DAY-017', 'months between(loan.paidOutOn, loan.maturesOn) <= loan.termMonths', ({ loan }) =>
    atMost(monthsBetween(loan.paidOutOn, loan.maturesOn), loan.termMonths)),
  rule('DAY-018', 'loan.maturesOn > loan.firstDueOn', ({ loan }) => above(loan.maturesOn, loan.firstDueOn)),
  rule('DAY-019', 'account.paidOn >= loan.paidOutOn', ({ loan, account }) => atLeast(account.paidOn, loan.paidOutOn)),
  rule('DAY-020', 'days between(loan.paidOutOn, account.paidOn) <= 2', ({ loan, account }) =>
    atMost(minus(account.paidOn, loan.paidOutOn), 2)),
  rule('DAY-021', 'file.openedOn <= loan.appliedOn', ({ file, loan }) => atMost(file.openedOn, loan.appliedOn)),
  rule('DAY-022', 'file.archivedOn >= account.paidOn', ({ file, account }) => atLeast(file.archivedOn, account.paidOn)),
  rule('DAY-023', 'days between(account.paidOn, file.archivedOn) <= 30', ({ file, account }) =>
    atMost(minus(file.archivedOn, account.paidOn), 30)),
  rule('DAY-024', 'loan.signedOn >= date("2020-01-01")', ({ loan }) => atLeast(loan.signedOn, firstDay)),
  rule('DAY-025', 'loan.maturesOn <= date("2060-12-31")', ({ loan }) => atMost(loan.maturesOn, lastDay)),
  rule('DAY-026', 'loan.paidOutOn between loan.registeredOn and loan.firstDueOn', ({ loan }) =>
    within(loan.registeredOn, loan.paidOutOn, loan.firstDueOn)),
  rule('DAY-027', 'if loan.product = "HOUSING" then loan.registeredOn <= loan.paidOutOn else loan.signedOn <= loan.paidOutOn', ({ loan }) =>
    choose(isWord(loan.product, 'HOUSING'), atMost(loan.registeredOn, loan.paidOutOn), atMost(loan.signedOn, loan.paidOutOn))),
  ruleWhen(
    'DAY-028',
    ['loan.product != "CAR"', ({ loan }) => negated(isWord(loan.product, 'CAR'))],
    ['days between(loan.interviewedOn, loan.signedOn) <= 60', ({ loan }) => atMost(minus(loan.signedOn, loan.interviewedOn), 60)],
  ),
  rule('DAY-029', 'loan.approvedOn != loan.signedOn or assessment.level = "A"', ({ loan, assessment }) =>
    either(negated(equals(loan.approvedOn, loan.signedOn)), isWord(assessment.level, 'A'))),
  rule('DAY-030', 'months between(property.contractSignedOn, loan.paidOutOn) < 4', ({ loan, property }) =>
    below(monthsBetween(property.contractSignedOn, loan.paidOutOn), 4)),
];
