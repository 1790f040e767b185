import { globSync, mkdirSync, readFileSync } from 'node:fs';

import { writeText } from '../src/io/write.ts';
import { parseYaml } from '../src/yaml/parse.ts';
import { plainOf } from '../src/yaml/tree.ts';

/** Where the sample register goes. */
export const registerPath = 'examples/staff/register.yaml';

/** Every file that names members of staff of 示范银行. */
const naming = [
  'rules/dossiers/*.yaml',
  'examples/dossiers/*',
  'examples/records/*.yaml',
  'examples/customer-book/*.yaml',
  'examples/situations/*.yaml',
];

/** The post that the letters of a number stand for; their first holder may hold others. */
const posts: Readonly<Record<string, readonly string[]>> = {
  PF: ['PERFORMANCE_OFFICER'],
  AML: ['AML_OFFICER'],
  AP: ['APPRAISAL_OFFICER'],
  APV: ['APPROVER'],
  AR: ['ARCHIVIST'],
  AU: ['AUDITOR'],
  BK: ['BOOKING_OFFICER'],
  CL: ['CLASSIFICATION_OFFICER', 'COLLECTOR'],
  CM: ['CUSTOMER_MANAGER'],
  CO: ['CONTRACT_OFFICER'],
  CP: ['COMPLIANCE_OFFICER', 'CONSUMER_PROTECTION_OFFICER'],
  CQ: ['CREDIT_QUERY_OPERATOR'],
  DR: ['DISBURSEMENT_REVIEWER'],
  IN: ['INTAKE_OFFICER'],
  INV: ['INVESTIGATOR'],
  LB: ['LOBBY_ADVISER'],
  MD: ['MODEL_DEVELOPER'],
  MV: ['MODEL_VALIDATOR'],
  OM: ['OUTLET_MANAGER'],
  PL: ['POST_LOAN_OFFICER'],
  PM: ['PRODUCT_MANAGER'],
  PY: ['PAYMENT_OFFICER'],
  RA: ['RISK_ASSESSOR'],
  RC: ['RECONCILIATION_OFFICER'],
  RG: ['REGISTRATION_OFFICER'],
  RV: ['REVIEWER'],
  VK: ['VAULT_KEEPER'],
};

/** Whose second number is another post: each of two people of one act holds one. */
const seconds: Readonly<Record<string, string>> = { BK: 'BOOKING_CHECKER', INV: 'CO_INVESTIGATOR' };

/** The most that each level may approve; none for the highest. */
const amounts: Readonly<Record<number, number>> = { 1: 1_000_000, 2: 3_000_000, 3: 8_000_000 };

/** People whose record is not plain, as written. */
const others: Readonly<Record<string, string>> = {
  // changed post
  'S-CM1': `staffId: S-CM1, name: 示例员工 CM1, institutionId: '010101', branchId: '0101', joinedOn: 2009-07-01, posts: [{ post: LOBBY_ADVISER, from: 2009-07-01, until: 2011-12-31 }, { post: CUSTOMER_MANAGER, from: 2012-01-01 }], absences: []`,
  'S-APV1': `staffId: S-APV1, name: 示例员工 APV1, institutionId: '010101', branchId: '0101', joinedOn: 2006-07-01, posts: [{ post: REVIEWER, from: 2006-07-01, until: 2011-12-31 }, { post: APPROVER, from: 2012-01-01 }], authorities: [{ post: APPROVER, level: 1, amount: 1000000, from: 2012-01-01, until: 2014-12-31 }, { post: APPROVER, level: 3, amount: 8000000, from: 2015-01-01 }], absences: []`,
  // holds two posts
  'S-OM1': `staffId: S-OM1, name: 示例员工 OM1, institutionId: '010101', branchId: '0101', joinedOn: 2008-07-01, posts: [{ post: OUTLET_MANAGER, from: 2012-01-01 }, { post: CONSUMER_PROTECTION_OFFICER, from: 2016-03-01 }], absences: []`,
  // left
  'S-INV901': `staffId: S-INV901, name: 示例员工 INV901, institutionId: '010101', branchId: '0101', joinedOn: 2012-01-01, leftOn: 2025-06-30, posts: [{ post: INVESTIGATOR, from: 2012-01-01, until: 2025-06-30 }], absences: []`,
  'S-CM901': `staffId: S-CM901, name: 示例员工 CM901, institutionId: '010101', branchId: '0101', joinedOn: 2018-07-01, leftOn: 2026-03-31, posts: [{ post: CUSTOMER_MANAGER, from: 2018-07-01, until: 2026-03-31 }], absences: []`,
  // on leave, and an authority that was taken back
  'S-RV901': `staffId: S-RV901, name: 示例员工 RV901, institutionId: '010101', branchId: '0101', joinedOn: 2012-01-01, posts: [{ post: REVIEWER, from: 2012-01-01 }], absences: [{ from: 2026-09-21, until: 2026-10-09 }]`,
  'S-APV901': `staffId: S-APV901, name: 示例员工 APV901, institutionId: '010101', branchId: '0101', joinedOn: 2012-01-01, posts: [{ post: APPROVER, from: 2012-01-01 }], authorities: [{ post: APPROVER, level: 2, amount: 3000000, from: 2019-01-01, until: 2026-06-30 }], absences: []`,
};

interface Seen {
  readonly institution: string;
  readonly branch: string;
  level: number;
}

interface Named {
  readonly meta?: { readonly institutionId?: string; readonly branchId?: string };
  readonly approvals?: readonly { readonly approverId?: string; readonly approverLevel?: number }[];
  readonly modifications?: readonly {
    readonly approvedBy?: string;
    readonly approverLevel?: number;
  }[];
}

/** The text of the sample register: everybody whom the files of the rulebook and its examples name, and some more. */
export function registerText(): string {
  const people = new Map<string, Seen>();
  let last = '';
  for (const path of naming.flatMap((pattern) => globSync(pattern)).toSorted()) {
    // institutions have lists of staff of their own
    if (!/\.(?:yaml|json)$/u.test(path) || /network/u.test(path)) continue;
    const text = readFileSync(path, 'utf8');
    const tree = parseYaml({ name: path, text }).value;
    const file = (tree ? plainOf(tree) : {}) as Named;
    const { institutionId: institution = '010101', branchId: branch = '0101' } = file.meta ?? {};
    for (const [id] of text.matchAll(/\bS-[A-Z]+\d+\b/gu))
      if (!people.has(id)) people.set(id, { institution, branch, level: 0 });
    for (const { approverId: id = '', approverLevel: level = 0 } of [
      ...(file.approvals ?? []),
      ...(file.modifications ?? []).map((one) => ({ ...one, approverId: one.approvedBy ?? '' })),
    ]) {
      const seen = people.get(id);
      if (seen) seen.level = Math.max(seen.level, level);
    }
    // the register speaks up to the day of the latest of these files
    const [, day = ''] = /asOfDate["']?: *["']?(\d{4}-\d\d-\d\d)/u.exec(text) ?? [];
    if (day > last) last = day;
  }
  for (const id of Object.keys(others))
    if (!people.has(id)) people.set(id, { institution: '010101', branch: '0101', level: 0 });
  const lines = [...people]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([id, seen]) => `  - { ${others[id] ?? plain(id, seen)} }`);
  return `# 用途：示范银行（虚构）的员工名册，\`shouze check 卷宗 --staff ${registerPath}\` 按它核对岗位与审批层级。人名、机构、号码均为虚构。
# 由 scripts/staff.ts 按底本和示例卷宗所写的员工生成。
# What for: the staff register of the fictional Demonstration Bank, by which \`shouze check FILE --staff ${registerPath}\` looks up posts and levels of approval.
# Made by scripts/staff.ts of all whom the base files and examples name.
subject: staff
staffRegister:
  registerId: SR-DEMO-1
  legalEntityCode: DEMOBANK
  asOfDate: ${last}
members:
${lines.join('\n')}
`;
}

function plain(id: string, { institution, branch, level }: Seen): string {
  const [, letters = '', number = ''] = /^S-([A-Z]+)(\d+)$/u.exec(id) ?? [];
  const second = number === '2' ? seconds[letters] : undefined;
  const own = second === undefined ? (posts[letters] ?? []) : [second];
  if (own.length === 0) throw new Error(`${id}: no post is known for ${letters}`);
  const held = own.map((post) => `{ post: ${post}, from: 2012-01-01 }`).join(', ');
  const amount = amounts[level] === undefined ? '' : `, amount: ${amounts[level]}`;
  const authority =
    own.includes('APPROVER') && level > 0
      ? `, authorities: [{ post: APPROVER, level: ${level}${amount}, from: 2012-01-01 }]`
      : '';
  return `staffId: ${id}, name: 示例员工 ${letters}${number}, institutionId: '${institution}', branchId: '${branch}', joinedOn: 2012-01-01, posts: [${held}]${authority}, absences: []`;
}

if (import.meta.main) {
  mkdirSync('examples/staff', { recursive: true });
  writeText(registerPath, registerText());
}
