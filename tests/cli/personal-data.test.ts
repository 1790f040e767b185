import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { actorName } from '../../src/report/step-json.ts';
import { copied, edit, put, shouze, temporary } from './harness.ts';

/** Nobody's: there is no region 990101. */
const [id, otherId, phone, card] = [
  '990101199203140268',
  '990101199001011011',
  '13800138000',
  '6222021234567890128',
];

/** A rulebook with personal fields, remarks and numbers of its own, whose rule shows a remark. */
function rulebookOf(): string {
  const folder = copied('tests/codes/fixture');
  const schema = 'schemas/dossier.schema.json';
  edit(
    folder,
    schema,
    '"name": { "type": "string", "x-title": { "zh": "姓名" } },',
    `"name": { "type": "string", "x-personal": "name", "x-title": { "zh": "姓名" } },
     "idNumber": { "type": "string", "x-personal": "id", "x-title": { "zh": "证件号码" } },
     "phone": { "type": "string", "x-personal": "phone", "x-title": { "zh": "电话" } },
     "contractNo": { "type": "string", "x-title": { "zh": "合同编号" } },`,
  );
  const rule = 'stages/lending/review/DEM-001-loan-share.yaml';
  edit(
    folder,
    rule,
    'require: loan',
    'require: application.purposeText = "Y" and parties[1].contractNo = "Y" and loan',
  );
  edit(
    folder,
    rule,
    "'贷款 {loan.amount} 超过上限'",
    "'用途 {application.purposeText}，合同 {parties[1].contractNo}'",
  );
  return folder;
}

const sound = `meta: { dossierId: '${card}' }
application: { productCode: HOUSING, purposeText: 'PURPOSE' }
parties:
  - { partyId: P1, name: 张小三, birthDate: 1990-05-01, idNumber: '${id}', phone: '${phone}', contractNo: '13900139000' }
transaction: { contractPrice: 1000000, onlineSigningDate: 2024-10-08 }
loan: { amount: 800000, termMonths: 360, executedRate: 0.0305 }
`;

/** Everything that check can say of a text, to either stream. */
async function told(text: string, name = 'loan.yaml', ...more: readonly string[]): Promise<string> {
  const rulebook = rulebookOf();
  const path = put(temporary(), name, text);
  let all = '';
  for (const format of ['pretty', 'json', 'ndjson', 'html']) {
    // eslint-disable-next-line no-await-in-loop -- the streams are watched by one at a time
    const ran = await shouze('check', path, '--format', format, '--rulebook', rulebook, ...more);
    all += ran.out + ran.err;
  }
  const explained = await shouze('explain', 'DEM-001', path, '--rulebook', rulebook, ...more);
  return all + explained.out + explained.err;
}

describe('reports', () => {
  test('texts that anybody wrote', async () => {
    const remark = `张小三的电话 13700137000，证件 ${otherId}，卡 6222 0212 3456 7890 128，贷款 13,800,138,000.00 元`;
    const all = await told(sound.replace('PURPOSE', remark));
    expect(all).toContain('张**的电话 137****7000，证件 9901**********1011');
    expect(all).toContain('贷款 13,800,138,000.00 元');
    for (const number of ['张小三', '13700137000', otherId, id, phone])
      expect(all).not.toContain(number);
  });

  test('the dossier’s own ids are left', async () => {
    const all = await told(sound);
    expect(all).toContain(card);
    expect(all).toContain('合同 13900139000');
  });

  test('all is there when it is asked for', async () => {
    const all = await told(sound.replace('PURPOSE', `张小三 ${otherId}`), 'loan.yaml', '--unmask');
    expect(all).toContain(`张小三 ${otherId}`);
  });

  test('names of files', async () => {
    const all = await told(sound, `${id}_${phone}.yaml`);
    expect(all).toContain('9901**********0268_138****8000.yaml');
    expect(all).not.toMatch(new RegExp(`${id}|${phone}`, 'u'));
  });
});

describe('what is wrong with a file', () => {
  test.each([
    ['an identity number for a day', 'birthDate: 1990-05-01', `birthDate: '${otherId}'`],
    ['an identity number for a day, unquoted', 'birthDate: 1990-05-01', `birthDate: ${otherId}`],
    ['an identity number for an amount', 'amount: 800000', `amount: '${otherId}'`],
    ['a name for a day', 'birthDate: 1990-05-01', 'birthDate: 李小四'],
    ['a name of the file for a day', 'birthDate: 1990-05-01', 'birthDate: 张小三'],
    ['a name in letters for an amount', 'amount: 800000', 'amount: Li Xiaosi'],
    ['a name for a code', 'HOUSING', '李小四'],
    ['a phone for a number', 'termMonths: 360', `termMonths: '13700137000'`],
    ['an identity number as a number', `'${id}'`, otherId],
    ['an identity number as a key', 'amount: 800000', `amount: 800000, '${otherId}': 1`],
    ['an identity number in a line that is no YAML', 'amount: 800000', `amount: [${otherId}`],
  ])('%s', async (_, from, to) => {
    const text = sound.replace(from, to);
    expect(text).not.toBe(sound);
    const all = await told(text);
    expect(all).toMatch(/(?:dossier|yaml)\/[a-z-]+/u);
    for (const personal of [otherId, id, '李小四', '张小三', 'Li Xiaosi', '13700137000'])
      expect(all).not.toContain(personal);
  });

  test.each([
    ['birthDate: 1990-05-01', 'birthDate: 1990/5/1', '1990/5/1'],
    ['amount: 800000', 'amount: 80万', '80万'],
    ['amount: 800000', 'amount: yes', 'yes'],
    ['HOUSING', 'HOUSNG', 'HOUSNG'],
  ])('what is nobody’s is quoted: %s as %s', async (from, to, shown) => {
    expect(await told(sound.replace(from, to))).toContain(shown);
  });

  test('a file that is not there', async () => {
    const { err, out } = await shouze('check', `/tmp/none/${id}.yaml`, '--rulebook', rulebookOf());
    expect(out + err).not.toContain(id);
  });
});

describe('feel', () => {
  test.each([
    ['parties[1].name', '"张**"'],
    ['parties[1].idNumber', '"9901**********0268"'],
    ['parties.phone', '["138****8000"]'],
    ['parties[1].name + "先生"', '"张**先生"'],
    ['substring(parties[1].idNumber, 7, 8)', '"1******4"'],
    ['"证件 " + parties[1].idNumber', '"证件 9901**********0268"'],
    ['parties[1].contractNo', '"13900139000"'],
    ['parties[1].name = "张小三"', 'true'],
    ['parties[1].birthDate', 'date("1990-05-01")'],
    ['application.productCode', '"HOUSING"'],
  ])('%s', async (expression, shown) => {
    const args = ['feel', expression, '--dossier', put(temporary(), 'loan.yaml', sound)];
    const rulebook = ['--rulebook', rulebookOf()];
    expect((await shouze(...args, ...rulebook)).out).toBe(`${shown}\n`);
    const whole = await shouze(...args, '--unmask', ...rulebook);
    expect(whole.out).not.toContain('*');
  });
});

test('the reason of a dispute', async () => {
  const folder = temporary();
  const path = put(folder, 'loan.yaml', sound.replace('PURPOSE', 'Z'));
  const why = `张小三 ${id} 来电 13700137000 说口径有误`;
  const out = join(folder, 'cases.yaml');
  mkdirSync(folder, { recursive: true });
  const ran = await shouze(
    'dispute',
    'DEM-001',
    path,
    '--expect',
    'pass',
    '--why',
    why,
    '--out',
    out,
    '--rulebook',
    rulebookOf(),
  );
  expect(ran.code).toBe(0);
  const text = readFileSync(out, 'utf8');
  expect(text).toContain('张** 9901**********0268 来电 137****7000 说口径有误');
});

test.each([
  ['S-12', 'S-12'],
  ['EMP-2021-0032', 'EMP-2021-0032'],
  ['工号10086', '工号10086'],
  ['王小芳', '王**'],
  ['王小芳（S-12）', '王**（S-12）'],
  ['S-12 王小芳', 'S-12 王**'],
  ['王小芳10086', '王**10086'],
  [id, '9901**********0268'],
])('who did a step: %s', (name, shown) => {
  expect(actorName(name, false)).toBe(shown);
  expect(actorName(name, true)).toBe(name);
});
