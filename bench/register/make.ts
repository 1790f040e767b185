/** A made register of loans: 81 fields a row, about 2 kB. Nothing in it is anybody's. */

const money = { type: 'number', 'x-unit': 'money' };
const ratio = { type: 'number', 'x-unit': 'ratio', minimum: 0, maximum: 10 };
const count = { type: 'integer', 'x-unit': 'count', minimum: 0, maximum: 1000 };
const day = { type: 'string', format: 'date' };
const text = { type: 'string' };

const kinds = ['ANNUITY', 'EQUAL_PRINCIPAL', 'INTEREST_ONLY', 'BULLET', 'REVOLVING'];
const numbers = Array.from({ length: 13 }, (_, index) => index + 1);
const named = (name: string, schema: object) =>
  numbers.map((number): [string, object] => [`${name}${number}`, schema]);

/** 81 fields: 13 of each of six sorts, and three that tell rows apart. */
const fields: Readonly<Record<string, object>> = Object.fromEntries([
  ['uid', text],
  ['branch', { enum: ['EAST', 'WEST', 'NORTH', 'SOUTH'] }],
  ['isActive', { type: 'boolean' }],
  ...named('amount', { ...money, minimum: 0 }),
  ...named('ratio', ratio),
  ...named('count', count),
  ...named('day', day),
  ...named('kind', { enum: kinds }),
  ...named('remark', text),
]);

export const registerSchema = {
  type: 'object',
  properties: {
    head: {
      type: 'object',
      properties: { id: text, year: count, filedOn: day, mostAmount: money },
    },
    rows: { type: 'array', items: { type: 'object', properties: fields } },
  },
};

/** One row in so many breaks one rule, each in its turn. */
export const soundRows = 1000;

const remark = 'nothing out of the ordinary was seen in this file ';

/** The text of a register; the same length gives the same bytes. */
export function registerText(length: number): string {
  const rows = Array.from({ length }, (_, index) => rowText(index));
  const head = { id: 'REG-2024', year: 2024 % 1000, filedOn: '2025-01-31', mostAmount: 5_000_000 };
  return `{"head":${JSON.stringify(head)},"rows":[${rows.join(',\n')}]}`;
}

function rowText(index: number): string {
  const seed = (index * 7919) % 10_007;
  const fault = index % soundRows === soundRows - 1 ? (Math.floor(index / soundRows) % 4) + 1 : 0;
  const row: Record<string, unknown> = {
    uid: `REG${String(index).padStart(12, '0')}`,
    branch: ['EAST', 'WEST', 'NORTH', 'SOUTH'][seed % 4],
    isActive: seed % 3 > 0,
  };
  for (const number of numbers)
    row[`amount${number}`] =
      fault === 1 && number === 1
        ? 9_000_000
        : ((seed * 97 * number) % 4_000_000) + (seed % 100) / 100;
  for (const number of numbers)
    row[`ratio${number}`] = fault === 2 && number === 3 ? 3.5 : ((seed + number) % 100) / 100;
  for (const number of numbers) row[`count${number}`] = (seed + number) % 500;
  for (const number of numbers)
    row[`day${number}`] =
      fault === 3 && number === 5
        ? '2025-06-30'
        : `20${10 + ((seed + number) % 14)}-0${1 + (seed % 9)}-1${number % 10}`;
  for (const number of numbers) row[`kind${number}`] = kinds[(seed + number) % kinds.length];
  for (const number of numbers)
    row[`remark${number}`] =
      fault === 4 && number === 2
        ? 'VOID'
        : `${remark}${seed}`.slice(0, 30 + ((seed + number) % 20));
  return JSON.stringify(row);
}

/** 60 rules: 52 on rows, eight on the whole file. */
export const registerRules: readonly {
  readonly subject: 'entry' | 'register';
  readonly when?: string;
  readonly require: string;
}[] = [
  ...numbers.map((number) => ({
    subject: 'entry' as const,
    require: `amount${number} <= head.mostAmount`,
  })),
  ...numbers.slice(0, 10).map((number) => ({
    subject: 'entry' as const,
    when: `kind${number} in ("ANNUITY", "BULLET") and isActive`,
    require: `ratio${number} <= 1 or count${number} > 900`,
  })),
  ...numbers.slice(0, 10).map((number) => ({
    subject: 'entry' as const,
    require: `day${number} <= head.filedOn and day${number} >= date("2000-01-01")`,
  })),
  ...numbers.slice(0, 9).map((number) => ({
    subject: 'entry' as const,
    require: `not(contains(remark${number}, "VOID")) and remark${number} != uid`,
  })),
  ...numbers.slice(0, 10).map((number) => ({
    subject: 'entry' as const,
    when: `branch != "NORTH" or kind${number} = "REVOLVING"`,
    require: `amount${number} * ratio${number} <= head.mostAmount and count${number} <= 1000`,
  })),
  { subject: 'register', require: 'count(distinct values(rows.uid)) = count(rows)' },
  { subject: 'register', require: 'sum(rows.amount1) > 0' },
  { subject: 'register', require: 'count(rows[kind1 = "BULLET"]) / count(rows) <= 0.9' },
  { subject: 'register', require: 'sum(rows[isActive].amount2) / sum(rows.amount2) >= 0.1' },
  { subject: 'register', require: 'every row in rows satisfies row.day1 <= head.filedOn' },
  { subject: 'register', require: 'max(rows.amount3) <= 100000000' },
  { subject: 'register', require: 'min(rows.day2) >= date("2000-01-01")' },
  { subject: 'register', require: 'count(distinct values(rows.branch)) <= 4' },
];
