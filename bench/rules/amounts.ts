import { type BenchRule, rule, ruleWhen } from './rule.ts';
import {
  above, atLeast, atMost, both, choose, dividedBy, either, equals, isAnother, isWord, minus, negated, plus, times, within,
} from './truth.ts';

/** Amounts, rates, words and flags of one file. */
export const amountRules: readonly BenchRule[] = [
  rule('AMT-001', 'loan.amount > 0', ({ loan }) => above(loan.amount, 0)),
  rule('AMT-002', 'loan.amount <= loan.approvedAmount', ({ loan }) => atMost(loan.amount, loan.approvedAmount)),
  rule('AMT-003', 'loan.amount <= assessment.recommendedAmount', ({ loan, assessment }) =>
    atMost(loan.amount, assessment.recommendedAmount)),
  rule('AMT-004', 'loan.termMonths <= 360', ({ loan }) => atMost(loan.termMonths, 360)),
  rule('AMT-005', 'loan.termMonths <= loan.approvedTermMonths', ({ loan }) => atMost(loan.termMonths, loan.approvedTermMonths)),
  rule('AMT-006', 'loan.rate >= loan.lpr + 0.002', ({ loan }) => atLeast(loan.rate, plus(loan.lpr, 2000))),
  rule('AMT-007', 'loan.penaltyRate = loan.rate * 1.5', ({ loan }) => equals(times(loan.penaltyRate, 2), times(loan.rate, 3))),
  rule('AMT-008', 'loan.rate <= 0.24', ({ loan }) => atMost(loan.rate, 240_000)),
  rule('AMT-009', 'loan.amount <= property.price * 0.85', ({ loan, property }) =>
    atMost(times(loan.amount, 100), times(property.price, 85))),
  rule('AMT-010', 'loan.amount <= property.appraisedValue * 0.7', ({ loan, property }) =>
    atMost(times(loan.amount, 10), times(property.appraisedValue, 7))),
  rule('AMT-011', 'loan.amount / property.appraisedValue <= 0.8', ({ loan, property }) =>
    dividedBy(property.appraisedValue, atMost(times(loan.amount, 10), times(property.appraisedValue, 8)))),
  rule('AMT-012', 'property.downPayment + loan.amount = property.price', ({ loan, property }) =>
    equals(plus(property.downPayment, loan.amount), property.price)),
  rule('AMT-013', 'property.downPayment / property.price >= 0.15', ({ property }) =>
    dividedBy(property.price, atLeast(times(property.downPayment, 100), times(property.price, 15)))),
  rule('AMT-014', 'property.downPayment = account.ownFundsPaid', ({ property, account }) =>
    equals(property.downPayment, account.ownFundsPaid)),
  rule('AMT-015', 'property.deedTax <= property.price * 0.03', ({ property }) =>
    atMost(times(property.deedTax, 100), times(property.price, 3))),
  rule('AMT-016', 'property.agencyFee <= property.price * 0.02', ({ property }) =>
    atMost(times(property.agencyFee, 100), times(property.price, 2))),
  rule('AMT-017', 'property.area > 0 and property.area <= 200', ({ property }) =>
    both(above(property.area, 0), atMost(property.area, 20_000))),
  rule('AMT-018', 'property.ageYears <= 30', ({ property }) => atMost(property.ageYears, 30)),
  rule('AMT-019', 'property.ordinal <= 1 or loan.rate >= loan.lpr + 0.006', ({ loan, property }) =>
    either(atMost(property.ordinal, 1), atLeast(loan.rate, plus(loan.lpr, 6000)))),
  rule(
    'AMT-020',
    'if property.ordinal = 1 then property.downPayment >= property.price * 0.15 else property.downPayment >= property.price * 0.25',
    ({ property: { ordinal, downPayment, price } }) =>
      choose(equals(ordinal, 1), atLeast(times(downPayment, 100), times(price, 15)), atLeast(times(downPayment, 4), price)),
  ),
  rule('AMT-021', 'assessment.score >= 60', ({ assessment }) => atLeast(assessment.score, 60)),
  rule('AMT-022', 'assessment.debtRatio <= 0.55', ({ assessment }) => atMost(assessment.debtRatio, 550_000)),
  rule('AMT-023', 'assessment.level in ("A", "B") or loan.amount <= 1000000', ({ loan, assessment }) =>
    either(either(isWord(assessment.level, 'A'), isWord(assessment.level, 'B')), atMost(loan.amount, 1_000_000_00))),
  rule('AMT-024', 'assessment.level != "D"', ({ assessment }) => isAnother(assessment.level, 'D')),
  rule('AMT-025', 'loan.instalment * 2 <= assessment.verifiedIncome', ({ loan, assessment }) =>
    atMost(times(loan.instalment, 2), assessment.verifiedIncome)),
  rule('AMT-026', 'loan.instalment + assessment.otherDebt <= assessment.verifiedIncome * 0.55', ({ loan, assessment }) =>
    atMost(times(plus(loan.instalment, assessment.otherDebt), 100), times(assessment.verifiedIncome, 55))),
  rule('AMT-027', 'property.seized = false', ({ property }) => negated(property.seized)),
  ruleWhen(
    'AMT-028',
    ['loan.guarantee = "MORTGAGE"', ({ loan }) => isWord(loan.guarantee, 'MORTGAGE')],
    ['property.insured', ({ property }) => property.insured],
  ),
  rule('AMT-029', 'not(property.rentedOut) or property.tenantNotified', ({ property }) =>
    either(negated(property.rentedOut), property.tenantNotified)),
  rule('AMT-030', 'loan.purpose in ("HOUSING", "RENOVATION", "CAR")', ({ loan: { purpose } }) =>
    purpose === undefined ? undefined : purpose === 'HOUSING' || purpose === 'RENOVATION' || purpose === 'CAR'),
  rule('AMT-031', 'account.payeeIsSeller or account.channel = "SELF"', ({ account }) =>
    either(account.payeeIsSeller, isWord(account.channel, 'SELF'))),
  ruleWhen(
    'AMT-032',
    ['account.channel = "SELF"', ({ account }) => isWord(account.channel, 'SELF')],
    ['account.paidAmount <= 2000000', ({ account }) => atMost(account.paidAmount, 2_000_000_00)],
  ),
  rule('AMT-033', 'account.paidAmount = loan.amount', ({ loan, account }) => equals(account.paidAmount, loan.amount)),
  rule('AMT-034', 'not(account.frozen)', ({ account }) => negated(account.frozen)),
  rule('AMT-035', 'starts with(loan.contractNo, "HT")', ({ loan }) => loan.contractNo?.startsWith('HT')),
  rule('AMT-036', 'contains(property.certificateNo, "不动产")', ({ property }) => property.certificateNo?.includes('不动产')),
  rule('AMT-037', 'property.insuredAmount >= loan.amount', ({ loan, property }) => atLeast(property.insuredAmount, loan.amount)),
  rule('AMT-038', 'assessment.assessor != assessment.reviewer', ({ assessment }) =>
    isAnother(assessment.assessor, assessment.reviewer)),
  rule('AMT-039', 'loan.graceDays between 0 and 10', ({ loan }) => within(0, loan.graceDays, 10)),
  rule(
    'AMT-040',
    'property.city in ("BEIJING", "SHANGHAI") and loan.amount <= 5000000 or loan.amount <= 3000000',
    ({ loan, property: { city } }) =>
      either(
        both(either(isWord(city, 'BEIJING'), isWord(city, 'SHANGHAI')), atMost(loan.amount, 5_000_000_00)),
        atMost(loan.amount, 3_000_000_00),
      ),
  ),
  rule('AMT-041', 'abs(property.price - property.appraisedValue) <= property.price * 0.2', ({ property: { price, appraisedValue } }) => {
    const difference = minus(price, appraisedValue);
    return difference === undefined ? undefined : atMost(Math.abs(difference) * 5, price);
  }),
];
