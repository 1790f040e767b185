import { type BenchRule, rule } from './rule.ts';
import {
  above, ageAt, atLeast, atMost, both, either, equals, isAnother, isWord, minus, monthsBetween, negated, times, type Truth,
} from './truth.ts';

/** Borrowers: quantifiers, filters and sums over them. */
export const peopleRules: readonly BenchRule[] = [
  rule('PEO-001', 'every b in borrowers satisfies age at(b.birthday, loan.appliedOn) >= 18', ({ loan, borrowers }) => {
    if (!borrowers) return undefined;
    let all: Truth = true;
    for (const { birthday } of borrowers) {
      const one = atLeast(ageAt(birthday, loan.appliedOn), 18);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PEO-002', 'every b in borrowers satisfies age at(b.birthday, loan.maturesOn) <= 70', ({ loan, borrowers }) => {
    if (!borrowers) return undefined;
    let all: Truth = true;
    for (const { birthday } of borrowers) {
      const one = atMost(ageAt(birthday, loan.maturesOn), 70);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PEO-003', 'some b in borrowers satisfies b.role = "MAIN"', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let any: Truth = false;
    for (const { role } of borrowers) {
      const one = isWord(role, 'MAIN');
      if (one === true) return true;
      if (one === undefined) any = undefined;
    }
    return any;
  }),
  rule('PEO-004', 'count(borrowers) <= 4', ({ borrowers }) => atMost(borrowers?.length, 4)),
  rule('PEO-005', 'count(borrowers[role = "MAIN"]) = 1', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let count = 0;
    for (const { role } of borrowers) {
      const counted = isWord(role, 'MAIN');
      if (counted === undefined) return undefined;
      if (counted) count += 1;
    }
    return count === 1;
  }),
  rule('PEO-006', 'sum(borrowers.monthlyIncome) >= loan.instalment * 2', ({ loan, borrowers }) => {
    if (!borrowers) return undefined;
    let sum = 0;
    for (const { monthlyIncome } of borrowers) {
      if (monthlyIncome === undefined) return undefined;
      sum += monthlyIncome;
    }
    return atLeast(sum, times(loan.instalment, 2));
  }),
  rule('PEO-007', 'sum(borrowers.monthlyIncome) * 0.55 >= loan.instalment + sum(borrowers.otherPayment)', ({ loan, borrowers }) => {
    if (!borrowers || loan.instalment === undefined) return undefined;
    let income = 0;
    let payments = loan.instalment;
    for (const { monthlyIncome, otherPayment } of borrowers) {
      if (monthlyIncome === undefined || otherPayment === undefined) return undefined;
      income += monthlyIncome;
      payments += otherPayment;
    }
    return income * 55 >= payments * 100;
  }),
  rule('PEO-008', 'max(borrowers.overdue24) < 6', ({ borrowers }) => {
    if (!borrowers || borrowers.length === 0) return undefined;
    let max = -Infinity;
    for (const { overdue24 } of borrowers) {
      const value = overdue24;
      if (value === undefined) return undefined;
      if (value > max) max = value;
    }
    return max < 6;
  }),
  rule('PEO-009', 'sum(borrowers.loans) <= 6', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let sum = 0;
    for (const { loans } of borrowers) {
      if (loans === undefined) return undefined;
      sum += loans;
    }
    return sum <= 6;
  }),
  rule('PEO-010', 'every b in borrowers satisfies b.queries6 <= 6', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let all: Truth = true;
    for (const { queries6 } of borrowers) {
      const one = atMost(queries6, 6);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PEO-011', 'every b in borrowers[role != "GUARANTOR"] satisfies b.interviewed', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let all: Truth = true;
    for (const { role, interviewed } of borrowers) {
      const one = either(isWord(role, 'GUARANTOR'), interviewed);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PEO-012', 'every b in borrowers satisfies b.consentOn <= b.reportOn', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let all: Truth = true;
    for (const { consentOn, reportOn } of borrowers) {
      const one = atMost(consentOn, reportOn);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PEO-013', 'every b in borrowers satisfies days between(b.reportOn, loan.approvedOn) <= 30', ({ loan, borrowers }) => {
    if (!borrowers) return undefined;
    let all: Truth = true;
    for (const { reportOn } of borrowers) {
      const one = atMost(minus(loan.approvedOn, reportOn), 30);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PEO-014', 'every b in borrowers satisfies b.idValidUntil >= loan.signedOn', ({ loan, borrowers }) => {
    if (!borrowers) return undefined;
    let all: Truth = true;
    for (const { idValidUntil } of borrowers) {
      const one = atLeast(idValidUntil, loan.signedOn);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PEO-015', 'every b in borrowers satisfies not(b.married) or b.spouseSigned', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let all: Truth = true;
    for (const { married, spouseSigned } of borrowers) {
      const one = either(negated(married), spouseSigned);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PEO-016', 'every b in borrowers satisfies b.role = "GUARANTOR" or b.monthlyIncome >= 3000', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let all: Truth = true;
    for (const { role, monthlyIncome } of borrowers) {
      const one = either(isWord(role, 'GUARANTOR'), atLeast(monthlyIncome, 3000_00));
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PEO-017', 'some b in borrowers satisfies b.role = "MAIN" and b.monthlyIncome >= loan.instalment', ({ loan, borrowers }) => {
    if (!borrowers) return undefined;
    let any: Truth = false;
    for (const { role, monthlyIncome } of borrowers) {
      const one = both(isWord(role, 'MAIN'), atLeast(monthlyIncome, loan.instalment));
      if (one === true) return true;
      if (one === undefined) any = undefined;
    }
    return any;
  }),
  rule('PEO-018', 'min(for b in borrowers return age at(b.birthday, loan.appliedOn)) >= 21', ({ loan, borrowers }) => {
    if (!borrowers || borrowers.length === 0) return undefined;
    let min = Infinity;
    for (const { birthday } of borrowers) {
      const value = ageAt(birthday, loan.appliedOn);
      if (value === undefined) return undefined;
      if (value < min) min = value;
    }
    return min >= 21;
  }),
  rule('PEO-019', 'count(borrowers[incomeProof = "NONE"]) = 0', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let count = 0;
    for (const { incomeProof } of borrowers) {
      const counted = isWord(incomeProof, 'NONE');
      if (counted === undefined) return undefined;
      if (counted) count += 1;
    }
    return count === 0;
  }),
  rule('PEO-020', 'sum(borrowers[role != "GUARANTOR"].monthlyIncome) >= loan.instalment * 2', ({ loan, borrowers }) => {
    if (!borrowers) return undefined;
    let sum = 0;
    for (const { role, monthlyIncome } of borrowers) {
      const counted = isAnother(role, 'GUARANTOR');
      if (counted === false) continue;
      if (counted === undefined || monthlyIncome === undefined) return undefined;
      sum += monthlyIncome;
    }
    return atLeast(sum, times(loan.instalment, 2));
  }),
  rule('PEO-021', 'every b in borrowers satisfies months between(b.employedSince, loan.appliedOn) >= 6', ({ loan, borrowers }) => {
    if (!borrowers) return undefined;
    let all: Truth = true;
    for (const { employedSince } of borrowers) {
      const one = atLeast(monthsBetween(employedSince, loan.appliedOn), 6);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PEO-022', 'every b in borrowers satisfies string length(b.phone) = 11', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let all: Truth = true;
    for (const { phone } of borrowers) {
      const one = equals(phone?.length, 11);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PEO-023', 'borrowers[1].role = "MAIN"', ({ borrowers }) => isWord(borrowers?.[0]?.role, 'MAIN')),
  rule('PEO-024', 'borrowers[1].monthlyIncome >= loan.instalment * 2', ({ loan, borrowers }) => atLeast(borrowers?.[0]?.monthlyIncome, times(loan.instalment, 2))),
  rule('PEO-025', 'count(distinct values(borrowers.name)) = count(borrowers)', ({ borrowers }) => {
    if (!borrowers) return undefined;
    const seen = new Set<string>();
    for (const { name } of borrowers) {
      if (name === undefined) return undefined;
      seen.add(name);
    }
    return seen.size === borrowers.length;
  }),
  rule('PEO-026', 'every b in borrowers satisfies b.guarantees <= 2', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let all: Truth = true;
    for (const { guarantees } of borrowers) {
      const one = atMost(guarantees, 2);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PEO-027', 'every b in borrowers satisfies b.overdue24 <= 3 or b.role = "GUARANTOR"', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let all: Truth = true;
    for (const { role, overdue24 } of borrowers) {
      const one = either(atMost(overdue24, 3), isWord(role, 'GUARANTOR'));
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PEO-028', 'some b in borrowers satisfies b.resident', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let any: Truth = false;
    for (const { resident } of borrowers) {
      const one = resident;
      if (one === true) return true;
      if (one === undefined) any = undefined;
    }
    return any;
  }),
  rule('PEO-029', 'count(borrowers[overdue24 > 0]) <= 1', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let count = 0;
    for (const { overdue24 } of borrowers) {
      const counted = above(overdue24, 0);
      if (counted === undefined) return undefined;
      if (counted) count += 1;
    }
    return count <= 1;
  }),
  rule('PEO-030', 'max(borrowers.monthlyIncome) * 0.5 >= loan.instalment', ({ loan, borrowers }) => {
    if (!borrowers || borrowers.length === 0) return undefined;
    let max = -Infinity;
    for (const { monthlyIncome } of borrowers) {
      const value = monthlyIncome;
      if (value === undefined) return undefined;
      if (value > max) max = value;
    }
    return atLeast(max, times(loan.instalment, 2));
  }),
  rule('PEO-031', 'every b in borrowers satisfies b.otherPayment <= b.monthlyIncome * 0.2', ({ borrowers }) => {
    if (!borrowers) return undefined;
    let all: Truth = true;
    for (const { monthlyIncome, otherPayment } of borrowers) {
      const one = atMost(times(otherPayment, 5), monthlyIncome);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PEO-032', 'not(some b in borrowers satisfies b.name = account.payee)', ({ account, borrowers }) => {
    if (!borrowers) return undefined;
    let any: Truth = true;
    for (const { name } of borrowers) {
      const one = isWord(name, account.payee);
      if (one === true) return false;
      if (one === undefined) any = undefined;
    }
    return any;
  }),
  rule('PEO-033', 'list contains(borrowers.name, property.owner)', ({ property, borrowers }) => {
    if (!borrowers) return undefined;
    let any: Truth = false;
    for (const { name } of borrowers) {
      const one = isWord(name, property.owner);
      if (one === true) return true;
      if (one === undefined) any = undefined;
    }
    return any;
  }),
];
