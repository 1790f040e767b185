import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { CheckLine } from '../../src/report/json-format.ts';
import { htmlText } from '../html-text.ts';
import { shouze, spawned, temporary } from './harness.ts';

const register = 'examples/staff/register.yaml';
const sound = 'examples/dossiers/0001-sound.yaml';
const byAnother = 'examples/dossiers/0004-investigator-approves.yaml';

function headOf(out: string) {
  const [line = ''] = out.split('\n');
  const head = JSON.parse(line) as CheckLine;
  return head.type === 'head' ? head.staff : undefined;
}

test('a report says which register it was, or that files were taken at their word', async () => {
  const { out, code } = await shouze('check', sound, '--staff', register, '--format', 'ndjson');
  expect(code).toBe(0);
  expect(headOf(out)).toMatchObject({ id: 'SR-DEMO-1', file: register });
  expect(headOf(out)?.digest).toMatch(/^sha256:[0-9a-f]{64}$/u);
  expect(headOf((await shouze('check', sound, '--format', 'ndjson')).out)).toBe(null);
  for (const [lang, without, given] of [
    ['zh', '岗位以卷宗所写为准', '岗位按员工名册 SR-DEMO-1'],
    ['en', 'posts are taken as the files have them', 'looked up in the staff register SR-DEMO-1'],
  ] as const) {
    for (const format of ['pretty', 'html']) {
      const args = ['check', sound, '--format', format, '--lang', lang];
      expect(htmlText((await shouze(...args)).out)).toContain(without);
      expect(htmlText((await shouze(...args, '--staff', register)).out)).toContain(given);
    }
  }
}, 60_000);

test('somebody who typed a post that they did not hold', async () => {
  const { out, code } = await shouze('check', byAnother, '--staff', register);
  expect(code).toBe(1);
  expect(out).toContain('“审批”记为由审批人（S-INV1）办理，员工名册中此人当日任调查岗');
});

test('an exception tells who approved it by the register, and which post was asked for', async () => {
  const waived = 'examples/dossiers/0009-waived.yaml';
  const other = join(temporary(), 'register.yaml');
  const own = /\n.*staffId: S-RV1,.*/u;
  const text = readFileSync(register, 'utf8');
  const archivist =
    '\n  - { staffId: S-RV1, posts: [{ post: ARCHIVIST, from: 2012-01-01 }], absences: [] }';
  for (const [entry, lang, says] of [
    ['', 'zh', '（waivers[LW1].post）员工名册中查无此人：补录后可判定 APR-005'],
    [
      archivist,
      'zh',
      'waivers[LW1]：批准人岗位不符（卷宗记为审查岗，员工名册中此人当日任档案管理岗，本规则的例外须由审查岗批准）',
    ],
    [
      archivist,
      'en',
      'by the staff register held Archivist on that day; this rule asks for Reviewer',
    ],
  ] as const) {
    writeFileSync(other, text.replace(own, entry));
    const { out } = await shouze('check', waived, '--staff', other, '--lang', lang);
    expect(out).toContain(says);
  }
}, 60_000);

test('threads look up in the same register', () => {
  const folder = temporary();
  for (const path of [sound, byAnother])
    cpSync(path, join(folder, path.slice(path.lastIndexOf('/') + 1)));
  const args = ['check', folder, '--staff', register, '--format', 'ndjson', '--jobs'];
  const [one, two] = ['1', '2'].map((jobs) => spawned([...args, jobs]));
  expect(two?.out).toContain('process/approval/post');
  expect(two?.out).toBe(one?.out);
}, 60_000);

test('a checker whom the register does not know answers nothing', async () => {
  const answers = join(temporary(), 'answers.csv');
  const head = 'rule,element,dossier,rulebook,answer,page,remark,checker,date';
  const line = (checker: string) => `INV-101,N1,D-2026-000001,,合规,3,,${checker},2026-11-25`;
  const checked = async (checker: string) => {
    writeFileSync(answers, `${head}\n${line(checker)}\n`);
    return shouze('check', sound, '--staff', register, '--answers', answers);
  };
  expect((await checked('S-CP1')).err).not.toContain('checklist/unknown-checker');
  for (const stranger of ['S-NOBODY', 'S-CM901']) {
    const { out, err, code } = await checked(stranger);
    expect(out + err).toContain('[checklist/unknown-checker]');
    expect(code).toBe(2);
  }
}, 60_000);

test('nothing is judged by a register that is wrong, by two, or by none that is there', async () => {
  const broken = join(temporary(), 'broken.yaml');
  writeFileSync(broken, readFileSync(register, 'utf8').replace('asOfDate: ', 'asOfDate: 2026-13-'));
  for (const [given, says] of [
    [[broken], 'dossier/'],
    [[sound], 'dossier/not-a-register'],
    [['examples'], 'io/is-folder'],
    [['nowhere.yaml'], 'io/missing-file'],
    [[register, register], '只能给出一份员工名册'],
  ] as const) {
    const { out, err, code } = await shouze(
      'check',
      sound,
      ...given.flatMap((one) => ['--staff', one]),
    );
    expect([out, code]).toEqual(['', 2]);
    expect(err).toContain(says);
  }
});
