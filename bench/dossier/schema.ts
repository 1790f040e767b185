import type { JsonSchema } from '../../src/dossier/schema.ts';

/** The loan file that the benchmark judges: about 4 KB as JSON, with lists of borrowers, documents, events and instalments. */
export const loanFileSchema: JsonSchema = record({
  file: record({ id: text(), branch: text(), channel: word('BRANCH', 'ONLINE', 'PARTNER'), openedOn: day(), archivedOn: day() }),
  loan: record({
    contractNo: text(),
    product: word('HOUSING', 'COMMERCIAL', 'CAR'),
    purpose: word('HOUSING', 'RENOVATION', 'CAR', 'EDUCATION'),
    method: word('ANNUITY', 'LINEAR'),
    guarantee: word('MORTGAGE', 'PLEDGE', 'GUARANTOR', 'NONE'),
    amount: number('money'),
    approvedAmount: number('money'),
    instalment: number('money'),
    firstYearTotal: number('money'),
    termMonths: number('months'),
    approvedTermMonths: number('months'),
    graceDays: number('days'),
    rate: number('rate'),
    lpr: number('rate'),
    penaltyRate: number('rate'),
    appliedOn: day(),
    acceptedOn: day(),
    interviewedOn: day(),
    approvedOn: day(),
    signedOn: day(),
    registeredOn: day(),
    paidOutOn: day(),
    firstDueOn: day(),
    maturesOn: day(),
  }),
  property: record({
    certificateNo: text(),
    owner: text(),
    kind: word('APARTMENT', 'HOUSE', 'SHOP'),
    city: word('BEIJING', 'SHANGHAI', 'CHENGDU', 'XIAN'),
    price: number('money'),
    appraisedValue: number('money'),
    downPayment: number('money'),
    deedTax: number('money'),
    agencyFee: number('money'),
    insuredAmount: number('money'),
    managementFee: number('money'),
    area: number('area'),
    ageYears: number('years'),
    ordinal: number('count'),
    insured: flag(),
    seized: flag(),
    rentedOut: flag(),
    tenantNotified: flag(),
    contractSignedOn: day(),
    appraisedOn: day(),
  }),
  assessment: record({
    assessor: text(),
    reviewer: text(),
    score: number('count'),
    level: word('A', 'B', 'C', 'D'),
    debtRatio: number('ratio'),
    recommendedAmount: number('money'),
    verifiedIncome: number('money'),
    otherDebt: number('money'),
    assessedOn: day(),
  }),
  account: record({
    payee: text(),
    payeeIsSeller: flag(),
    channel: word('ENTRUSTED', 'SELF'),
    paidAmount: number('money'),
    ownFundsPaid: number('money'),
    frozen: flag(),
    paidOn: day(),
  }),
  borrowers: list(
    {
      id: text(),
      name: text(),
      role: word('MAIN', 'CO', 'GUARANTOR'),
      phone: text(),
      birthday: day(),
      idValidUntil: day(),
      employedSince: day(),
      consentOn: day(),
      reportOn: day(),
      incomeProof: word('PAYROLL', 'TAX', 'STATEMENT', 'NONE'),
      monthlyIncome: number('money'),
      otherPayment: number('money'),
      loans: number('count'),
      guarantees: number('count'),
      overdue24: number('count'),
      queries6: number('count'),
      interviewed: flag(),
      married: flag(),
      spouseSigned: flag(),
      resident: flag(),
    },
    'id',
  ),
  documents: list(
    {
      id: text(),
      type: word('ID_CARD', 'CONTRACT', 'MORTGAGE_CONTRACT', 'IOU', 'INCOME_PROOF', 'APPRAISAL', 'PURCHASE_CONTRACT', 'CREDIT_REPORT'),
      holder: text(),
      checkedBy: text(),
      signed: flag(),
      original: flag(),
      pages: number('count'),
      obtainedOn: day(),
      validUntil: day(),
    },
    'id',
  ),
  events: list(
    {
      id: text(),
      type: word('ACCEPTANCE', 'INTERVIEW', 'VALUATION', 'RETURN', 'APPROVAL', 'SIGNING', 'REGISTRATION', 'PAYOUT', 'ARCHIVE'),
      on: day(),
      actor: text(),
      post: word('CUSTOMER_MANAGER', 'ASSESSOR', 'APPROVER', 'REGISTRAR', 'TELLER', 'ARCHIVIST'),
    },
    'id',
  ),
  plan: list({ dueOn: day(), amount: number('money') }),
});

type Fields = Readonly<Record<string, JsonSchema>>;

function record(properties: Fields): JsonSchema {
  return { type: 'object', properties };
}

function list(properties: Fields, key?: string): JsonSchema {
  return { type: 'array', items: record(properties), ...(key !== undefined && { 'x-key': key }) };
}

function number(unit: NonNullable<JsonSchema['x-unit']>): JsonSchema {
  return { type: 'number', 'x-unit': unit };
}

/** Every word of every enumeration in the schema. */
export function enumeratedWords(): readonly string[] {
  return wordsIn(loanFileSchema);
}

function wordsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'enum' && Array.isArray(inner) ? inner.map(String) : wordsIn(inner)));
}

function word(...words: readonly string[]): JsonSchema {
  return { type: 'string', enum: words };
}

function text(): JsonSchema {
  return { type: 'string' };
}

function day(): JsonSchema {
  return { type: 'string', format: 'date' };
}

function flag(): JsonSchema {
  return { type: 'boolean' };
}
