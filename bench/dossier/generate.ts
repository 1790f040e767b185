import { epochDayOf, isoOf, monthsLater } from './days.ts';
import { type Random, randomFrom } from './random.ts';

/** A file as `JSON.parse` gives it. */
export type Plain = { [name: string]: PlainValue };
export type PlainValue = string | number | boolean | null | Plain | PlainValue[];

/** What is special about a generated file. */
export type Kind = 'ordinary' | 'limit' | 'holes';

export interface Made {
  readonly kind: Kind;
  readonly plain: Plain;
}

/** Seven in ten ordinary, two on limits, one with holes, some of each with a slip; the same for the same seed and number. */
export function madeFile(seed: number, number: number): Made {
  const random = randomFrom(seed * 1_000_003 + number * 7919);
  const place = number % 10;
  const kind: Kind = place < 7 ? 'ordinary' : place < 9 ? 'limit' : 'holes';
  const plain = loanFile(random, number, kind === 'limit');
  if (random.chance(0.3)) slip(plain, random);
  if (kind === 'holes') punch(plain, random);
  return { kind, plain };
}

const names = ['张伟', '王芳', '李娜', '刘洋', '陈静', '杨磊', '赵敏', '黄强'] as const;
const staff = ['U1003', 'U1017', 'U1024', 'U1048', 'U1096', 'U1112'] as const;

/** A mostly sound file; `limit` puts its numbers and days exactly on limits. */
function loanFile(random: Random, number: number, limit: boolean): Plain {
  const { whole, chance, pick } = random;
  const applied = epochDayOf('2024-03-01') + whole(0, 400);
  const step = (usual: number, most: number) => (limit && chance(0.4) ? most : whole(0, usual));
  const accepted = applied + step(4, 5);
  const interviewed = accepted + whole(0, 6);
  const assessed = interviewed + whole(0, 5);
  const approved = Math.max(assessed, accepted + step(20, 30));
  const signed = approved + step(12, 60) + (chance(0.1) ? 0 : 1);
  const registered = signed + whole(1, 12);
  const paidOut = registered + step(10, 15) - (chance(0.02) ? 4 : 0);
  const firstDue = paidOut + (limit && chance(0.3) ? 31 : whole(20, 31));
  const paid = paidOut + step(2, 3);
  const archived = paid + step(40, 45);

  const price = limit ? whole(4_000_00, 60_000_00) * 100 : whole(400_000_00, 6_000_000_00);
  const ordinal = chance(0.8) ? 1 : 2;
  const share = limit ? pick([15, 20, 25, 30]) : whole(1600, 6000) / 100;
  const down = limit && chance(0.5) ? Math.round((price * share) / 100) : Math.round((price * share) / 100) + whole(0, 99);
  const amount = price - down + (chance(0.03) ? whole(-500_00, 500_00) : 0);
  const ltv = pick([70, 80, 85]);
  const appraised = limit && chance(0.6) ? Math.ceil((amount * 100) / ltv) : Math.round((price * whole(90, 115)) / 100);
  const termMonths = limit && chance(0.5) ? 360 : pick([120, 180, 240, 300, 348]);
  const lpr = pick([0.0345, 0.0355, 0.0385, 0.0395, 0.0415]);
  const rate = rounded(lpr + (limit ? pick([0.002, 0.006]) : whole(21, 150) / 10_000), 4);
  const instalment = annuity(amount, rate, termMonths);
  const twelve = Array.from({ length: 12 }, (_, month) => instalment + (month === 0 ? whole(0, 90) : 0));
  const income = limit && chance(0.5) ? instalment * 2 : Math.round((instalment * whole(190, 420)) / 100);
  const matures = monthsLater(paidOut, termMonths);
  const [assessor, reviewer] = [pick(staff), pick(staff)];
  const people = Array.from({ length: pick([1, 2, 2, 3]) }, (_, index) => borrower(index));

  return {
    file: { id: `D-2024-${String(number).padStart(6, '0')}`, branch: pick(['城东支行', '高新支行', '营业部']), channel: pick(['BRANCH', 'ONLINE', 'PARTNER']), openedOn: isoOf(applied - whole(0, 5)), archivedOn: isoOf(archived) },
    loan: {
      contractNo: `HT${String(202_400_000_000 + number)}`,
      product: chance(0.85) ? 'HOUSING' : pick(['COMMERCIAL', 'CAR']),
      purpose: chance(0.9) ? 'HOUSING' : pick(['RENOVATION', 'CAR', 'EDUCATION']),
      method: chance(0.8) ? 'ANNUITY' : 'LINEAR',
      guarantee: chance(0.9) ? 'MORTGAGE' : pick(['PLEDGE', 'GUARANTOR', 'NONE']),
      amount: yuan(amount),
      approvedAmount: yuan(chance(0.5) ? amount : amount + whole(0, 200_000_00)),
      instalment: yuan(instalment),
      firstYearTotal: yuan(twelve.reduce((sum, one) => sum + one, 0) + (chance(0.03) ? 1 : 0)),
      termMonths,
      approvedTermMonths: chance(0.97) ? 360 : 240,
      graceDays: whole(0, 15),
      rate,
      lpr,
      penaltyRate: rounded(rate * 1.5 + (chance(0.03) ? 0.001 : 0), 6),
      appliedOn: isoOf(applied),
      acceptedOn: isoOf(accepted),
      interviewedOn: isoOf(interviewed),
      approvedOn: isoOf(approved),
      signedOn: isoOf(signed),
      registeredOn: isoOf(registered),
      paidOutOn: isoOf(paidOut),
      firstDueOn: isoOf(firstDue),
      maturesOn: isoOf(matures),
    },
    property: {
      certificateNo: `川（2024）不动产权第${String(whole(1, 9_999_999)).padStart(7, '0')}号`,
      owner: chance(0.9) ? nameOf(0) : pick(names),
      kind: chance(0.9) ? 'APARTMENT' : pick(['HOUSE', 'SHOP']),
      city: pick(['BEIJING', 'SHANGHAI', 'CHENGDU', 'XIAN']),
      price: yuan(price),
      appraisedValue: yuan(appraised),
      downPayment: yuan(down),
      deedTax: yuan(Math.round((price * (limit ? 3 : pick([1, 1.5, 2]))) / 100)),
      agencyFee: yuan(Math.round((price * pick([1, 1.5, 2])) / 100)),
      insuredAmount: yuan(limit ? amount : amount + whole(-1_00, 50_000_00)),
      managementFee: yuan(whole(100_00, 900_00)),
      area: whole(40_00, 240_00) / 100,
      ageYears: limit && chance(0.5) ? 30 : whole(0, 32),
      ordinal,
      insured: chance(0.9),
      seized: chance(0.03),
      rentedOut: chance(0.2),
      tenantNotified: chance(0.8),
      contractSignedOn: isoOf(applied - whole(0, 60)),
      appraisedOn: isoOf(limit && chance(0.5) ? approved - 180 : applied - whole(0, 90)),
    },
    assessment: {
      assessor,
      reviewer,
      score: limit && chance(0.5) ? 60 : whole(55, 100),
      level: pick(['A', 'A', 'B', 'B', 'C', 'D']),
      debtRatio: limit && chance(0.5) ? 0.55 : whole(2000, 5700) / 10_000,
      recommendedAmount: yuan(chance(0.95) ? amount : amount - 1_00),
      verifiedIncome: yuan(income),
      otherDebt: yuan(whole(0, 3000_00)),
      assessedOn: isoOf(assessed),
    },
    account: {
      payee: chance(0.95) ? pick(['周涛', '吴霞', '郑凯']) : pick(names),
      payeeIsSeller: chance(0.95),
      channel: chance(0.9) ? 'ENTRUSTED' : 'SELF',
      paidAmount: yuan(chance(0.97) ? amount : amount - 1),
      ownFundsPaid: yuan(chance(0.97) ? down : down - 1),
      frozen: chance(0.02),
      paidOn: isoOf(paid),
    },
    borrowers: people,
    documents: documents(),
    events: events(),
    plan: twelve.map((one, month) => ({ dueOn: isoOf(monthsLater(firstDue, month)), amount: yuan(one) })),
  };

  function nameOf(index: number): string {
    return names[(number + index * 3) % names.length] ?? '张伟';
  }

  function borrower(index: number): Plain {
    const report = approved - step(15, 30) - (chance(0.02) ? 20 : 0);
    const own = index === 0 ? income : Math.round(income * 0.4) + whole(0, 99);
    return {
      id: `P${index + 1}`,
      name: nameOf(index),
      role: index === 0 ? (chance(0.98) ? 'MAIN' : 'CO') : index === 1 ? 'CO' : 'GUARANTOR',
      phone: `13${String(whole(0, 999_999_999)).padStart(9, '0')}`,
      birthday: isoOf(limit && chance(0.3) ? monthsLater(applied, -18 * 12) : limit && chance(0.3) ? monthsLater(matures, -70 * 12) : applied - whole(21 * 366, 42 * 365)),
      idValidUntil: isoOf(limit && chance(0.3) ? signed : signed + whole(30, 5000)),
      employedSince: isoOf(limit && chance(0.5) ? monthsLater(applied, -6) : applied - whole(200, 5000)),
      consentOn: isoOf(report - whole(0, 3)),
      reportOn: isoOf(report),
      incomeProof: chance(0.97) ? pick(['PAYROLL', 'TAX', 'STATEMENT']) : 'NONE',
      monthlyIncome: yuan(own),
      otherPayment: yuan(chance(0.5) ? 0 : Math.round((own * whole(1, 25)) / 100)),
      loans: whole(0, 3),
      guarantees: limit ? whole(0, 2) : whole(0, 1) + (chance(0.02) ? 2 : 0),
      overdue24: chance(0.8) ? 0 : limit ? pick([3, 6]) : whole(1, 4),
      queries6: limit && chance(0.5) ? 6 : whole(0, 6),
      interviewed: chance(0.98),
      married: chance(0.6),
      spouseSigned: chance(0.97),
      resident: chance(0.9),
    };
  }

  function documents(): Plain[] {
    const types = ['CONTRACT', 'MORTGAGE_CONTRACT', 'IOU', 'INCOME_PROOF', 'APPRAISAL', 'PURCHASE_CONTRACT', 'CREDIT_REPORT'];
    const kept = types.filter((_, index) => chance(index < 5 ? 0.95 : 0.3));
    const cards = people.map((_, index) => ['ID_CARD', `P${index + 1}`] as const);
    return [...cards, ...kept.map((type) => [type, 'P1'] as const)].map(([type, holder], index) => ({
      id: `M${index + 1}`,
      type,
      holder,
      checkedBy: pick(staff),
      signed: chance(0.98),
      original: type === 'ID_CARD' || chance(0.9),
      pages: whole(1, 30),
      obtainedOn: isoOf(type === 'INCOME_PROOF' && limit ? approved - 90 : applied + whole(0, 10)),
      validUntil: isoOf(limit && chance(0.2) ? signed : signed + whole(0, 2000)),
    }));
  }

  function events(): Plain[] {
    const manager = pick(staff);
    const acts: [string, number, string, string][] = [
      ['ACCEPTANCE', accepted, manager, 'CUSTOMER_MANAGER'],
      ['INTERVIEW', interviewed, manager, chance(0.97) ? 'CUSTOMER_MANAGER' : 'ASSESSOR'],
      ['VALUATION', assessed, assessor, 'ASSESSOR'],
      ['APPROVAL', approved, pick(staff), chance(0.97) ? 'APPROVER' : 'ASSESSOR'],
      ['SIGNING', signed, manager, 'CUSTOMER_MANAGER'],
      ['REGISTRATION', registered, pick(staff), 'REGISTRAR'],
      ['PAYOUT', paidOut, pick(staff), 'TELLER'],
      ['ARCHIVE', archived, pick(staff), 'ARCHIVIST'],
    ];
    for (let returns = chance(0.2) ? whole(1, 3) : 0; returns > 0; returns -= 1) acts.splice(3, 0, ['RETURN', assessed, pick(staff), 'ASSESSOR']);
    return acts.map(([type, on, actor, post], index) => ({ id: `E${index + 1}`, type, on: isoOf(on), actor, post }));
  }
}

/** Gets one field of the loan, the property, a borrower, … wrong; every value stays of its type. */
function slip(plain: Plain, { whole, chance }: Random): void {
  const tops = Object.keys(plain);
  const value = plain[tops[whole(0, tops.length - 1)] ?? 'file'];
  const record = Array.isArray(value) ? value[whole(0, value.length - 1)] : value;
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return;
  const keys = Object.keys(record);
  const key = keys[whole(0, keys.length - 1)] ?? '';
  const before = record[key];
  if (typeof before === 'boolean') record[key] = !before;
  if (typeof before === 'number') record[key] = rounded(before * (chance(0.5) ? 3 : 0), 2);
  if (typeof before === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(before)) {
    record[key] = isoOf(epochDayOf(before) + whole(10, 400) * (chance(0.5) ? 1 : -1));
  }
}

/** Takes one to six things away; never the day of the application, which says which editions hold. */
function punch(plain: Plain, { whole, chance }: Random): void {
  for (let left = whole(1, 6); left > 0; left -= 1) {
    const tops = Object.keys(plain);
    const top = tops[whole(0, tops.length - 1)] ?? 'file';
    const value = plain[top];
    if (chance(0.04) && top !== 'loan') delete plain[top];
    else if (Array.isArray(value)) takeFrom(value[whole(0, value.length - 1)]);
    else takeFrom(value);
  }

  function takeFrom(record: PlainValue | undefined): void {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) return;
    const keys = Object.keys(record).filter((key) => key !== 'appliedOn');
    const key = keys[whole(0, keys.length - 1)];
    if (key === undefined) return;
    if (chance(0.5)) delete record[key];
    else record[key] = null;
  }
}

/** Equal instalments in fen, rounded half up. */
function annuity(amount: number, rate: number, months: number): number {
  const monthly = rate / 12;
  return Math.round((amount * monthly) / (1 - (1 + monthly) ** -months));
}

function yuan(fen: number): number {
  return fen / 100;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
