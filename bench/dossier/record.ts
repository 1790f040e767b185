import { epochDayOf } from './days.ts';
import type { Plain, PlainValue } from './generate.ts';
import { enumeratedWords } from './schema.ts';

const words = new Map(enumeratedWords().map((word) => [word, word]));

/**
 * A loan file as a careful programmer would lay it out for rules written by hand: everything exact in whole numbers.
 *
 * Money is in fen, shares and rates are in millionths, the area in hundredths of a square metre, days count from
 * 1970-01-01. What the file lacks is undefined; a record that is absent has all its fields undefined.
 */
export type LoanFile = ReturnType<typeof loanFileOf>;

/** The record of a parsed file; the file is taken to be well formed. */
export function loanFileOf(plain: Plain) {
  return {
    file: fileOf(record(plain['file'])),
    loan: loanOf(record(plain['loan'])),
    property: propertyOf(record(plain['property'])),
    assessment: assessmentOf(record(plain['assessment'])),
    account: accountOf(record(plain['account'])),
    borrowers: list(plain['borrowers'], borrowerOf),
    documents: list(plain['documents'], documentOf),
    events: list(plain['events'], eventOf),
    plan: list(plain['plan'], instalmentOf),
  };
}

function fileOf(of: Plain) {
  return {
    id: word(of['id']),
    branch: word(of['branch']),
    channel: word(of['channel']),
    openedOn: day(of['openedOn']),
    archivedOn: day(of['archivedOn']),
  };
}

function loanOf(of: Plain) {
  return {
    contractNo: word(of['contractNo']),
    product: word(of['product']),
    purpose: word(of['purpose']),
    method: word(of['method']),
    guarantee: word(of['guarantee']),
    amount: fen(of['amount']),
    approvedAmount: fen(of['approvedAmount']),
    instalment: fen(of['instalment']),
    firstYearTotal: fen(of['firstYearTotal']),
    termMonths: whole(of['termMonths']),
    approvedTermMonths: whole(of['approvedTermMonths']),
    graceDays: whole(of['graceDays']),
    rate: millionths(of['rate']),
    lpr: millionths(of['lpr']),
    penaltyRate: millionths(of['penaltyRate']),
    appliedOn: day(of['appliedOn']),
    acceptedOn: day(of['acceptedOn']),
    interviewedOn: day(of['interviewedOn']),
    approvedOn: day(of['approvedOn']),
    signedOn: day(of['signedOn']),
    registeredOn: day(of['registeredOn']),
    paidOutOn: day(of['paidOutOn']),
    firstDueOn: day(of['firstDueOn']),
    maturesOn: day(of['maturesOn']),
  };
}

function propertyOf(of: Plain) {
  return {
    certificateNo: word(of['certificateNo']),
    owner: word(of['owner']),
    kind: word(of['kind']),
    city: word(of['city']),
    price: fen(of['price']),
    appraisedValue: fen(of['appraisedValue']),
    downPayment: fen(of['downPayment']),
    deedTax: fen(of['deedTax']),
    agencyFee: fen(of['agencyFee']),
    insuredAmount: fen(of['insuredAmount']),
    managementFee: fen(of['managementFee']),
    area: hundredths(of['area']),
    ageYears: whole(of['ageYears']),
    ordinal: whole(of['ordinal']),
    insured: flag(of['insured']),
    seized: flag(of['seized']),
    rentedOut: flag(of['rentedOut']),
    tenantNotified: flag(of['tenantNotified']),
    contractSignedOn: day(of['contractSignedOn']),
    appraisedOn: day(of['appraisedOn']),
  };
}

function assessmentOf(of: Plain) {
  return {
    assessor: word(of['assessor']),
    reviewer: word(of['reviewer']),
    score: whole(of['score']),
    level: word(of['level']),
    debtRatio: millionths(of['debtRatio']),
    recommendedAmount: fen(of['recommendedAmount']),
    verifiedIncome: fen(of['verifiedIncome']),
    otherDebt: fen(of['otherDebt']),
    assessedOn: day(of['assessedOn']),
  };
}

function accountOf(of: Plain) {
  return {
    payee: word(of['payee']),
    payeeIsSeller: flag(of['payeeIsSeller']),
    channel: word(of['channel']),
    paidAmount: fen(of['paidAmount']),
    ownFundsPaid: fen(of['ownFundsPaid']),
    frozen: flag(of['frozen']),
    paidOn: day(of['paidOn']),
  };
}

function borrowerOf(of: Plain) {
  return {
    id: word(of['id']),
    name: word(of['name']),
    role: word(of['role']),
    phone: word(of['phone']),
    birthday: day(of['birthday']),
    idValidUntil: day(of['idValidUntil']),
    employedSince: day(of['employedSince']),
    consentOn: day(of['consentOn']),
    reportOn: day(of['reportOn']),
    incomeProof: word(of['incomeProof']),
    monthlyIncome: fen(of['monthlyIncome']),
    otherPayment: fen(of['otherPayment']),
    loans: whole(of['loans']),
    guarantees: whole(of['guarantees']),
    overdue24: whole(of['overdue24']),
    queries6: whole(of['queries6']),
    interviewed: flag(of['interviewed']),
    married: flag(of['married']),
    spouseSigned: flag(of['spouseSigned']),
    resident: flag(of['resident']),
  };
}

function documentOf(of: Plain) {
  return {
    id: word(of['id']),
    type: word(of['type']),
    holder: word(of['holder']),
    checkedBy: word(of['checkedBy']),
    signed: flag(of['signed']),
    original: flag(of['original']),
    pages: whole(of['pages']),
    obtainedOn: day(of['obtainedOn']),
    validUntil: day(of['validUntil']),
  };
}

function eventOf(of: Plain) {
  return {
    id: word(of['id']),
    type: word(of['type']),
    on: day(of['on']),
    actor: word(of['actor']),
    post: word(of['post']),
  };
}

function instalmentOf(of: Plain) {
  return {
    dueOn: day(of['dueOn']),
    amount: fen(of['amount']),
  };
}

function record(value: PlainValue | undefined): Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function list<T>(value: PlainValue | undefined, elementOf: (of: Plain) => T): readonly T[] | undefined {
  return Array.isArray(value) ? value.map((item) => elementOf(record(item))) : undefined;
}

function fen(value: PlainValue | undefined): number | undefined {
  return typeof value === 'number' ? Math.round(value * 100) : undefined;
}

function hundredths(value: PlainValue | undefined): number | undefined {
  return typeof value === 'number' ? Math.round(value * 100) : undefined;
}

function millionths(value: PlainValue | undefined): number | undefined {
  return typeof value === 'number' ? Math.round(value * 1_000_000) : undefined;
}

function whole(value: PlainValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function day(value: PlainValue | undefined): number | undefined {
  return typeof value === 'string' ? epochDayOf(value) : undefined;
}

/** Words of enumerations become the schema's own, which compare by place in memory. */
function word(value: PlainValue | undefined): string | undefined {
  return typeof value === 'string' ? (words.get(value) ?? value) : undefined;
}

function flag(value: PlainValue | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
