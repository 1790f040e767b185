import { expect, test } from 'vitest';

import { invariant } from '../../src/base/invariant.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { diagnosticsText } from '../../src/report/diagnostics.ts';
import { plain } from '../../src/report/paint.ts';
import { rulebookLinter } from '../../src/verify/lint.ts';
import { wordbooks } from '../../src/words/messages/messages.ts';

const { folder } = rulebookFolder('rules');
const step = 'stages/investigate-and-close/risk-assessment/';
const limits = 'parameters/minimumDownPaymentRatio.yaml';

/** Files with their new texts; without one, a file that is gone. */
type Change = Readonly<Record<string, string | undefined>>;

const [ltv, ltvCases] = [fileOf('RSK-008'), fileOf('RSK-008', '.cases')];
const [floor, floorCases] = [fileOf('RSK-007'), fileOf('RSK-007', '.cases')];

function fileOf(id: string, cases = ''): string {
  const form = new RegExp(`/${id}-[^.]*${cases}\\.yaml$`, 'u');
  const path = [...folder.files.keys()].find((one) => form.test(one));
  invariant(path !== undefined, id);
  return path;
}

function textOf(path: string): string {
  return folder.files.get(path)?.text ?? '';
}

/** A file in which one text stands for another. */
function edited(path: string, from: string | RegExp, to: string): Change {
  const text = textOf(path).replace(from, to);
  invariant(text !== textOf(path), `${path} has ${String(from)}`);
  return { [path]: text };
}

const requires = (text: string) => edited(ltv, /^require: .*$/mu, `require: ${text}`);

/** Each a slip that writers of rules make, on the shipped rulebook. */
const mistakes: readonly (readonly [what: string, change: Change])[] = [
  [
    'a path of a case',
    edited(floorCases, 'transaction.downPaymentAmount:', 'transaction.downPaymentAmont:'),
  ],
  ['a share as a number of percent', edited(limits, 'value: 0.30', 'value: 30')],
  [
    'a share in an expression as a number of percent',
    edited(floor, /^require: .*$/mu, 'require: downPaymentRatio >= 15'),
  ],
  [
    'a ring of steps',
    edited(`${step}step.yaml`, 'after: [investigation, valuation]', 'after: [approval]'),
  ],
  [
    'a step after itself',
    edited(`${step}step.yaml`, 'after: [investigation, valuation]', 'after: [risk-assessment]'),
  ],
  ['a folder that nothing reads', { 'tabels/x.yaml': 'table: x\n' }],
  ['cases without a rule', { [`${step}ZZZ-001-x.cases.yaml`]: 'base: mortgage\ncases: []\n' }],
  ['a rule that is called .yml', { [ltv]: undefined, [ltv.replace('.yaml', '.yml')]: textOf(ltv) }],
  ['a key of a rule', edited(ltv, 'kind: ', 'kindd: ')],
  ['a rule whose YAML does not read', edited(ltv, 'kind: ', 'kind ')],
  [
    'a key of one post of many',
    edited('posts.yaml', '- post: CUSTOMER_MANAGER', '- pst: CUSTOMER_MANAGER'),
  ],
  ['a colon of full width', edited(ltv, 'level: ', 'level：')],
  [
    'a comma of full width in braces',
    edited(`${step}step.yaml`, '风险评价与审查, en: Risk', '风险评价与审查，en: Risk'),
  ],
  [
    'a comma that splits a text in braces',
    edited(`${step}step.yaml`, '{ zh: 风险评价与审查, en', '{ zh: 风险评价, 审查, en'),
  ],
  ['a tab', edited(ltv, /^ {2}zh: /mu, '\tzh: ')],
  ['a function of one word', requires('coutn(parties) > 0')],
  ['a function of several words', requires('day between(meta.receivedAt, meta.receivedAt) > 0')],
  ['an and of another language', requires('loan.amount > 0 && loan.termMonths > 0')],
  ['an or of another language', requires('loan.amount > 0 || loan.termMonths > 0')],
  ['an equals of another language', requires('loan.amount == 0')],
  ['percent', requires('loan.amount <= transaction.contractPrice * 108%')],
  ['ten thousands', requires('loan.amount <= 500万')],
  ['digits in threes', requires('loan.amount <= 1,000,000')],
  ['a code without quotes', requires('loan.repaymentMethod = EQUAL_INSTALMENT')],
  ['the title of a code without quotes', requires('loan.repaymentMethod = 等额本息')],
  ['a code that there is not', requires('loan.repaymentMethod = "EQUAL_INSTALLMENT"')],
  ['the title of a code in quotes', requires('loan.repaymentMethod = "等额本息"')],
  ['single quotes', requires("loan.repaymentMethod = 'EQUAL_INSTALMENT'")],
  ['quotes of Chinese', requires('loan.repaymentMethod = “EQUAL_INSTALMENT”')],
  ['an operator of full width', requires('loan.amount ＞ transaction.contractPrice')],
  ['a field', requires('loan.amont <= transaction.contractPrice')],
  ['money against months', requires('loan.amount <= loan.termMonths')],
  ['a date as a text', requires('transaction.onlineSigningDate >= "2024-01-01"')],
  ['a range turned round', requires('loan.termMonths in [360..12]')],
  ['an if without else', requires('if loan.amount > 0 then true')],
  ['a bracket left open', requires('(loan.amount > 0 and loan.termMonths > 0')],
  ['a text left open', requires('loan.repaymentMethod = "EQUAL_INSTALMENT')],
  [
    'editions from the newest',
    edited(limits, /( {2}- from: 1998[^]*?)( {2}- from: 1999[^]*?)(?= {2}- from: 2003)/u, '$2$1'),
  ],
  ['a day without its noughts', edited(limits, 'from: 1999-02-23', 'from: 1999-2-23')],
  ['a day with strokes', edited(limits, 'from: 1999-02-23', 'from: 1999/02/23')],
  ['a day that there is not', edited(limits, 'from: 1999-02-23', 'from: 1999-02-30')],
  ['an edition without its last day', edited(limits, '    until: 1999-02-22\n', '')],
  [
    'a rule in two steps',
    edited('stages/investigate-and-close/approval/step.yaml', /rules:\n/u, 'rules:\n  - RSK-008\n'),
  ],
  [
    'a rule twice in a step',
    edited(`${step}step.yaml`, '  - RSK-008\n', '  - RSK-008\n  - RSK-008\n'),
  ],
  ['a rule that is not listed', edited(`${step}step.yaml`, '  - RSK-008\n', '')],
  ['an outcome that there is not', edited(ltvCases, 'expect: fail\n', 'expect: failed\n')],
  ['Chinese under en', edited(ltv, /^ {2}en: .*$/mu, '  en: 贷款金额不得高于成交价')],
  ['a remark that cuts a title', edited(ltv, /^ {2}zh: (.{4})(.*)$/mu, '  zh: $1 #$2')],
  ['an edition before its source', edited(floor, 'from: 1998-05-09', 'from: 1998-05-01')],
  ['a product', edited(ltv, 'products: [HOUSING', 'products: [HOUSNG')],
  ['a post by its title', edited(ltv, 'posts: [RISK_ASSESSOR', 'posts: [风险评价岗')],
  ['a clause', edited(ltv, 'basis: [B-DEMO-CREDIT#', 'basis: [B-DEMO-CREDIT#x-')],
  [
    'a parameter in the wrong file',
    edited(limits, 'parameter: minimumDownPaymentRatio', 'parameter: minimumDownPaymentRatios'),
  ],
  ['a field in a finding', edited(ltv, '{loan.amount}', '{loan.amont}')],
  ['a brace left open in a finding', edited(ltv, '{loan.amount}', '{loan.amount')],
  ['braces of full width in a finding', edited(ltv, '{loan.amount}', '｛loan.amount｝')],
  ['no blank behind a colon', edited(ltv, 'kind: ', 'kind:')],
  ['no blank behind a dash', edited(ltv, '  - from: 2026', '  -from: 2026')],
  ['a dash of full width', edited(ltv, '  - from: 2026', '  － from: 2026')],
  ['blanks of full width', edited(ltv, /^ {2}zh: /mu, '　　zh: ')],
  [
    'a list left open',
    edited(ltv, 'posts: [RISK_ASSESSOR, REVIEWER]', 'posts: [RISK_ASSESSOR, REVIEWER'),
  ],
  ['a conflict of a merge', edited(ltv, 'kind: bank', '<<<<<<< HEAD\nkind: bank')],
  ['a colon in a text', edited(ltv, /^ {2}en: .*$/mu, '  en: Loan: within the price')],
  ['quotes in a text', edited(ltv, /^ {2}en: .*$/mu, '  en: "Loan" within the price')],
  ['a text that begins with a bracket', edited(ltv, /^ {2}zh: .*$/mu, '  zh: [贷款]不超过成交价')],
  [
    'a text that begins with a sign of YAML',
    edited(ltv, /^ {2}zh: .*$/mu, '  zh: !贷款不超过成交价'),
  ],
  ['a text that begins with a star', edited(ltv, /^ {2}zh: .*$/mu, '  zh: *贷款不超过成交价')],
  ['a quote left open', edited(ltv, /^ {2}zh: .*$/mu, '  zh: "贷款不超过成交价')],
  ['yes for true', edited(floor, 'redLine: true', 'redLine: 是')],
  [
    'a list without brackets',
    edited(ltvCases, 'without: [transaction.contractPrice]', 'without: transaction.contractPrice'),
  ],
  ['a key of an outcome', edited(ltvCases, 'cannot-tell: [loan', 'cannottell: [loan')],
  ['a day of a case', edited(ltvCases, '2026-01-01: pass', '2026-1-1: pass')],
  ['a value in percent', edited(limits, 'value: 0.30', 'value: 30％')],
  ['a value with its word', edited('parameters/committeeThreshold.yaml', 'value: ', 'value: 约')],
  ['a value in quotes', edited(limits, 'value: 0.30', 'value: "0.30"')],
  ['a day in digits alone', edited(limits, 'from: 1999-02-23', 'from: 19990223')],
  ['an end before its beginning', edited(limits, 'until: 1999-02-22', 'until: 1998-02-22')],
  ['an event', edited(`${step}step.yaml`, 'events: [ASSESS', 'events: [ASESS')],
  ['a post of a step', edited(`${step}step.yaml`, 'posts: [RISK_ASSESSOR', 'posts: [RISK_ASSESOR')],
  ['a rule of a step', edited(`${step}step.yaml`, '  - RSK-008\n', '  - RSK-0O8\n')],
  ['an and of one sign', requires('loan.amount > 0 & loan.termMonths > 0')],
  ['an and in capitals', requires('loan.amount > 0 AND loan.termMonths > 0')],
  ['is null', requires('loan.amount is null')],
  ['a null of another language', requires('loan.amount != NULL')],
  ['yes in an expression', requires('loan.qualifiedConsumer = 是')],
  ['a function of a spreadsheet', requires('average(incomes.recognisedMonthly) > 0')],
  ['days that are added', requires('meta.asOfDate + 30 days > meta.asOfDate')],
  ['an if without then', requires('if loan.amount > 0 loan.termMonths > 0 else true')],
  ['a bracket too many', requires('loan.amount > 0) and loan.termMonths > 0')],
  ['a quantifier of another language', requires('every p in parties where p.role = "BORROWER"')],
];

test('every mistake is told once, at its cause, with what to write where that is certain', async () => {
  const lint = rulebookLinter();
  expect(lint(folder).diagnostics).toEqual([]);
  const told = mistakes.map(([what, change]) => {
    const files = new Map(folder.files);
    for (const [path, text] of Object.entries(change))
      if (text === undefined) files.delete(path);
      else files.set(path, { name: `rules/${path}`, text });
    const { diagnostics } = lint({ ...folder, files });
    expect([what, diagnostics.length]).not.toEqual([what, 0]);
    const says = (['zh', 'en'] as const).map((language) =>
      diagnosticsText(diagnostics, wordbooks[language], plain),
    );
    return `## ${what}: ${diagnostics.length}\n\n${says.join('')}`;
  });
  await expect(told.join('\n')).toMatchFileSnapshot('mistakes.txt');
}, 240_000);
