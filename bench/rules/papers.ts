import { type BenchRule, rule } from './rule.ts';
import { above, atLeast, atMost, both, either, equals, isAnother, isWord, minus, negated, type Truth } from './truth.ts';

/** Documents, acts and the repayment plan. */
export const paperRules: readonly BenchRule[] = [
  rule('PAP-001', 'some d in documents satisfies d.type = "CONTRACT"', ({ documents }) => {
    if (!documents) return undefined;
    let any: Truth = false;
    for (const { type } of documents) {
      const one = isWord(type, 'CONTRACT');
      if (one === true) return true;
      if (one === undefined) any = undefined;
    }
    return any;
  }),
  rule('PAP-002', 'some d in documents satisfies d.type = "ID_CARD" and d.original', ({ documents }) => {
    if (!documents) return undefined;
    let any: Truth = false;
    for (const { type, original } of documents) {
      const one = both(isWord(type, 'ID_CARD'), original);
      if (one === true) return true;
      if (one === undefined) any = undefined;
    }
    return any;
  }),
  rule('PAP-003', 'every d in documents satisfies d.pages > 0', ({ documents }) => {
    if (!documents) return undefined;
    let all: Truth = true;
    for (const { pages } of documents) {
      const one = above(pages, 0);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PAP-004', 'every d in documents satisfies d.type != "CONTRACT" or d.signed', ({ documents }) => {
    if (!documents) return undefined;
    let all: Truth = true;
    for (const { type, signed } of documents) {
      const one = either(isAnother(type, 'CONTRACT'), signed);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PAP-005', 'every d in documents[type = "INCOME_PROOF"] satisfies days between(d.obtainedOn, loan.approvedOn) <= 60', ({ loan, documents }) => {
    if (!documents) return undefined;
    let all: Truth = true;
    for (const { type, obtainedOn } of documents) {
      const one = either(isAnother(type, 'INCOME_PROOF'), atMost(minus(loan.approvedOn, obtainedOn), 60));
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PAP-006', 'every d in documents satisfies d.validUntil >= loan.signedOn', ({ loan, documents }) => {
    if (!documents) return undefined;
    let all: Truth = true;
    for (const { validUntil } of documents) {
      const one = atLeast(validUntil, loan.signedOn);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PAP-007', 'count(documents[type = "APPRAISAL"]) >= 1', ({ documents }) => {
    if (!documents) return undefined;
    let count = 0;
    for (const { type } of documents) {
      const counted = isWord(type, 'APPRAISAL');
      if (counted === undefined) return undefined;
      if (counted) count += 1;
    }
    return count >= 1;
  }),
  rule('PAP-008', 'count(documents[signed]) >= 5', ({ documents }) => {
    if (!documents) return undefined;
    let count = 0;
    for (const { signed } of documents) {
      const counted = signed;
      if (counted === undefined) return undefined;
      if (counted) count += 1;
    }
    return count >= 5;
  }),
  rule('PAP-009', 'count(documents) >= 6', ({ documents }) => atLeast(documents?.length, 6)),
  rule('PAP-010', 'every d in documents[type in ("CONTRACT", "MORTGAGE_CONTRACT", "IOU")] satisfies d.signed and d.original', ({ documents }) => {
    if (!documents) return undefined;
    let all: Truth = true;
    for (const { type, signed, original } of documents) {
      const one = type === 'CONTRACT' || type === 'MORTGAGE_CONTRACT' || type === 'IOU'
          ? both(signed, original)
          : type === undefined
            ? either(undefined, both(signed, original))
            : true;
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PAP-011', 'sum(documents.pages) <= 160', ({ documents }) => {
    if (!documents) return undefined;
    let sum = 0;
    for (const { pages } of documents) {
      if (pages === undefined) return undefined;
      sum += pages;
    }
    return sum <= 160;
  }),
  rule('PAP-012', 'every d in documents satisfies d.obtainedOn <= file.archivedOn', ({ file, documents }) => {
    if (!documents) return undefined;
    let all: Truth = true;
    for (const { obtainedOn } of documents) {
      const one = atMost(obtainedOn, file.archivedOn);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PAP-013', 'max(documents.obtainedOn) <= loan.signedOn', ({ loan, documents }) => {
    if (!documents || documents.length === 0) return undefined;
    let max = -Infinity;
    for (const { obtainedOn } of documents) {
      const value = obtainedOn;
      if (value === undefined) return undefined;
      if (value > max) max = value;
    }
    return atMost(max, loan.signedOn);
  }),
  rule('PAP-014', 'some e in events satisfies e.type = "INTERVIEW" and e.post = "CUSTOMER_MANAGER"', ({ events }) => {
    if (!events) return undefined;
    let any: Truth = false;
    for (const { type, post } of events) {
      const one = both(isWord(type, 'INTERVIEW'), isWord(post, 'CUSTOMER_MANAGER'));
      if (one === true) return true;
      if (one === undefined) any = undefined;
    }
    return any;
  }),
  rule('PAP-015', 'every e in events satisfies e.type != "APPROVAL" or e.post = "APPROVER"', ({ events }) => {
    if (!events) return undefined;
    let all: Truth = true;
    for (const { type, post } of events) {
      const one = either(isAnother(type, 'APPROVAL'), isWord(post, 'APPROVER'));
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PAP-016', 'count(events[type = "RETURN"]) <= 2', ({ events }) => {
    if (!events) return undefined;
    let count = 0;
    for (const { type } of events) {
      const counted = isWord(type, 'RETURN');
      if (counted === undefined) return undefined;
      if (counted) count += 1;
    }
    return count <= 2;
  }),
  rule('PAP-017', 'every e in events satisfies e.on <= file.archivedOn', ({ file, events }) => {
    if (!events) return undefined;
    let all: Truth = true;
    for (const { on } of events) {
      const one = atMost(on, file.archivedOn);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PAP-018', 'every e in events[type = "APPROVAL"] satisfies e.actor != assessment.assessor', ({ assessment, events }) => {
    if (!events) return undefined;
    let all: Truth = true;
    for (const { type, actor } of events) {
      const one = either(isAnother(type, 'APPROVAL'), isAnother(actor, assessment.assessor));
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PAP-019', 'not(some e in events satisfies e.type = "INTERVIEW" and e.actor = assessment.reviewer)', ({ assessment, events }) => {
    if (!events) return undefined;
    let any: Truth = true;
    for (const { type, actor } of events) {
      const one = both(isWord(type, 'INTERVIEW'), isWord(actor, assessment.reviewer));
      if (one === true) return false;
      if (one === undefined) any = undefined;
    }
    return any;
  }),
  rule('PAP-020', 'some e in events satisfies e.type = "SIGNING" and e.on = loan.signedOn', ({ loan, events }) => {
    if (!events) return undefined;
    let any: Truth = false;
    for (const { type, on } of events) {
      const one = both(isWord(type, 'SIGNING'), equals(on, loan.signedOn));
      if (one === true) return true;
      if (one === undefined) any = undefined;
    }
    return any;
  }),
  rule('PAP-021', 'every e in events[type = "PAYOUT"] satisfies some a in events satisfies a.type = "APPROVAL" and a.on <= e.on', ({ events }) => {
    if (!events) return undefined;
    let all: Truth = true;
    for (const payout of events) {
      const counted = isWord(payout.type, 'PAYOUT');
      if (counted === false) continue;
      let approved: Truth = false;
      for (const { type, on } of events) {
        const one = both(isWord(type, 'APPROVAL'), atMost(on, payout.on));
        if (one === true) {
          approved = true;
          break;
        }
        if (one === undefined) approved = undefined;
      }
      const one = either(negated(counted), approved);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PAP-022', 'count(distinct values(events.actor)) >= 4', ({ events }) => {
    if (!events) return undefined;
    const seen = new Set<string>();
    for (const { actor } of events) {
      if (actor === undefined) return undefined;
      seen.add(actor);
    }
    return seen.size >= 4;
  }),
  rule('PAP-023', 'sum(plan.amount) = loan.firstYearTotal', ({ loan, plan }) => {
    if (!plan) return undefined;
    let sum = 0;
    for (const { amount } of plan) {
      if (amount === undefined) return undefined;
      sum += amount;
    }
    return equals(sum, loan.firstYearTotal);
  }),
  rule('PAP-024', 'count(plan) = 12', ({ plan }) => equals(plan?.length, 12)),
  rule('PAP-025', 'plan[1].dueOn = loan.firstDueOn', ({ loan, plan }) => equals(plan?.[0]?.dueOn, loan.firstDueOn)),
  rule('PAP-026', 'every i in plan satisfies i.dueOn > loan.paidOutOn', ({ loan, plan }) => {
    if (!plan) return undefined;
    let all: Truth = true;
    for (const { dueOn } of plan) {
      const one = above(dueOn, loan.paidOutOn);
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  }),
  rule('PAP-027', 'max(plan.amount) - min(plan.amount) <= loan.instalment * 0.0001', ({ loan, plan }) => {
    if (!plan || plan.length === 0) return undefined;
    let max = -Infinity;
    let min = Infinity;
    for (const { amount } of plan) {
      if (amount === undefined) return undefined;
      if (amount > max) max = amount;
      if (amount < min) min = amount;
    }
    return atMost((max - min) * 10_000, loan.instalment);
  }),
  rule('PAP-028', 'every b in borrowers satisfies some d in documents satisfies d.type = "ID_CARD" and d.holder = b.id', ({ borrowers, documents }) => {
    if (!borrowers) return undefined;
    let all: Truth = true;
    for (const { id } of borrowers) {
      let held: Truth = documents ? false : undefined;
      for (const { type, holder } of documents ?? []) {
        const one = both(isWord(type, 'ID_CARD'), isWord(holder, id));
        if (one === true) {
          held = true;
          break;
        }
        if (one === undefined) held = undefined;
      }
      if (held === false) return false;
      if (held === undefined) all = undefined;
    }
    return all;
  }),
];
