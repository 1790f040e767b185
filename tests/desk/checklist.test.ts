import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from 'vitest';

import { type AnswerGiven, answersGiven, listsOf, sheetOfAnswers } from '../../src/desk/answers.ts';
import { type OpenChecklist, openChecklist } from '../../src/desk/checklist.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { readWorkbook } from '../../src/io/workbook.ts';
import { workbookBytes } from '../../src/xlsx/workbook.ts';
import type { CheckReport, DossierJson } from '../../src/report/json-format.ts';
import { merged } from '../../src/report/gather.ts';
import { newRun } from '../../src/report/run.ts';
import { shouze, temporary } from '../cli/harness.ts';
import { incoming, shippedDesk } from './shipped.ts';

const sound = 'examples/dossiers/0001-sound.yaml';
const late = 'examples/dossiers/0008-signed-after-reform.yaml';
const today = '2026-11-30';

let desk: Desk;
let list: OpenChecklist;

beforeAll(async () => {
  desk = shippedDesk();
  list = await openChecklist(desk, incoming(sound, late), {
    options: { today },
    language: 'zh',
    unmasked: false,
    until: today,
  });
}, 120_000);

/** What is answered to every line; to those of a rule otherwise, where that is said. */
function answers(
  change: Partial<AnswerGiven> = {},
  to?: (answer: AnswerGiven) => boolean,
): readonly AnswerGiven[] {
  return list.files.flatMap(({ dossier, digest, lines }) =>
    lines.map(({ rule, element }) => {
      const answer: AnswerGiven = {
        rule,
        element,
        dossier,
        digest,
        rulebook: desk.digest,
        answer: 'pass',
        page: '3',
        remark: '',
        checker: 'S-12',
        date: '2026-11-28',
      };
      return !to || to(answer) ? { ...answer, ...change } : answer;
    }),
  );
}

/** A workbook on the disk. */
async function written(given: readonly AnswerGiven[]): Promise<string> {
  const path = join(temporary(), 'list.xlsx');
  writeFileSync(path, await workbookBytes(list.book(given).workbook));
  return path;
}

describe('lines', () => {
  test('are those of the workbook, to the byte', async () => {
    const path = join(temporary(), 'list.xlsx');
    const call = ['check', sound, late, '--today', today, '--format', 'checklist'];
    await shouze(...call, '--out', path);
    expect(Buffer.compare(readFileSync(await written([])), readFileSync(path))).toBe(0);
  });

  test('say what the workbook says, part by part, as data that can be handed on', () => {
    expect(list.files.map(({ dossier }) => dossier)).toEqual(['D-2026-000001', 'D-2026-000008']);
    expect(structuredClone(list.files)).toEqual(list.files);
    const [first] = list.files;
    const line = first?.lines.find(({ rule }) => rule === 'INT-102');
    expect(line).toMatchObject({
      element: 'W1',
      title: '面谈记录与录音录像一致',
      question: '面谈记录所载是否与录音录像一致？',
      isBoth: false,
      doubt: '',
      answer: undefined,
    });
    expect(line?.how).toMatch(/^1\. /u);
    expect(line?.evidence).not.toEqual([]);
    expect(line?.basis).not.toEqual([]);
  });

  test('say which part is meant by the first of its fields, and whom the file is about, masked', () => {
    const [first] = list.files;
    expect(first?.customer).toBe('周**');
    const parts = new Map(first?.lines.map(({ element, part }) => [element, part]));
    expect(parts.get('O2')).toEqual({
      title: '产品要约O2',
      day: '2026-08-26',
      says: ['要约产品条线 保险代理', '要约产品名称 家庭财产保险', '客户答复 拒绝'],
    });
    const told = JSON.stringify(list.book([]).workbook);
    expect(told).toContain(
      '产品要约O2（2026-08-26）：要约产品条线 保险代理，要约产品名称 家庭财产保险，客户答复 拒绝',
    );
    expect(told).toContain('D-2026-000001\\n周**');
    expect(told).not.toContain('周以宁');
  });

  test('of what is no dossier are none', async () => {
    const none = await openChecklist(desk, incoming('package.json'), {
      options: {},
      language: 'zh',
      unmasked: false,
    });
    expect(none.files).toEqual([]);
    expect(none.book([]).workbook.sheets).toEqual([]);
  });
});

test('remarks with a name, an identity number or a telephone are shown as papers have them', () => {
  const id = '990101199203140268';
  const remark = (text: string, date = '2026-11-28') =>
    list.take(answers({ remark: text, date }, ({ rule }) => rule === 'INT-102')).masked;
  expect(remark('录音缺失')).toEqual([]);
  const [name, phone] = [remark('与周以宁核对'), remark(`${id}，电话13900139000`, '2027-01-01')];
  expect(name.map(({ shown }) => shown)).toEqual(name.map(() => '与周**核对'));
  expect(name.length).toBeGreaterThan(0);
  expect(phone[0]?.shown).toBe('9901**********0268，电话139****9000');
});

describe('answers', () => {
  const ours = ({ rule }: { readonly rule: string }) => rule === 'INT-102';

  test.each([
    ['all in order', {}],
    ['one not', { answer: 'fail', remark: '录音缺失' }],
    ['one not for it', { answer: 'not-applicable' }],
    ['by one who acted in the file', { checker: 'S-INV1' }],
    ['of a state of the file that is gone', { digest: `sha256:${'0'.repeat(64)}` }],
    ['without a day', { date: '' }],
  ] as const)(
    'on screen and in a workbook that comes back come to the same: %s',
    async (_, change) => {
      const given = answers(change, ours);
      const lists = listsOf([sheetOfAnswers(given)], desk, { until: today });
      const records = await judged(lists);
      const call = ['check', sound, late, '--today', today, '--answers', await written(given)];
      const { out } = await shouze(...call, '--format', 'json', '--outcomes', 'all');
      const byCommand = (JSON.parse(out) as CheckReport).dossiers;
      expect(records.map(plainly)).toEqual(byCommand.map(plainly));
    },
    30_000,
  );

  test('change verdicts', () => {
    const verdicts = (given: readonly AnswerGiven[]) =>
      list.take(given).verdicts.map(({ verdict }) => verdict);
    expect(verdicts(answers())).toEqual(['pass', 'pass']);
    expect(verdicts(answers({ answer: 'fail' }, ours))).toEqual(['fail', 'fail']);
    expect(verdicts(answers({ checker: '' }, ours))).toEqual(['cannot-tell', 'cannot-tell']);
    expect(list.take([])).toEqual({ problems: [], verdicts: [], masked: [] });
  });

  test('come back from a workbook as they were', async () => {
    const given = answers({ answer: 'fail', remark: '缺一页', page: '' }, ours);
    const read = await readWorkbook(await written(given));
    if ('problem' in read) throw new Error(read.problem.code);
    expect(answersGiven(listsOf(read.sheets, desk, { until: today }))).toEqual(given);
  });

  test.each([
    ['nobody', { checker: '' }, 'checker', 'checklist/incomplete'],
    ['no day', { date: '' }, 'date', 'checklist/incomplete'],
    ['no day that there is', { date: '2026-02-30' }, 'date', 'checklist/impossible-date'],
    ['a day to come', { date: '2026-12-01' }, 'date', 'checklist/after-check'],
    ['before the act', { date: '2020-01-01' }, 'answer', 'checklist/before-act'],
    ['who acted in it', { checker: 'S-INV1' }, 'answer', 'checklist/on-the-file'],
    ['a file that changed', { digest: 'sha256:0' }, 'digest', 'checklist/other-digest'],
    ['a file that is not here', { dossier: 'D-2' }, 'dossier', 'checklist/other-dossier'],
    ['another rulebook', { rulebook: 'sha256:0' }, 'rulebook', 'checklist/other-rulebook'],
    ['no rule', { rule: 'INT-9' }, 'rule', 'checklist/unknown-rule'],
  ] as const)('that say %s are told of where they stand', (_, change, key, code) => {
    const all = answers();
    const index = all.findIndex(ours);
    const given = all.map((answer, place) => (place === index ? { ...answer, ...change } : answer));
    const { problems } = list.take(given);
    expect(problems.map((problem) => ({ ...problem, message: '' }))).toContainEqual({
      index,
      key,
      code,
      severity: code === 'checklist/other-rulebook' ? 'warning' : 'error',
      message: '',
    });
    expect(problems.every(({ message }) => message.length > 5)).toBe(true);
  });
});

describe('an inspection', () => {
  const asked = { options: { today }, language: 'zh', unmasked: false, until: today };

  test('leaves out files that it does not cover', async () => {
    const picked = new Set(['D-2026-000008']);
    const bounds = { branches: [], products: [], period: null, picked };
    const some = await openChecklist(desk, incoming(sound, late), { ...asked, bounds });
    expect(some.files.map(({ dossier }) => dossier)).toEqual(['D-2026-000008']);
  });

  test('takes answers of its inspectors alone', async () => {
    const inspectors = [{ id: 'S-QA1', name: '钱一' }];
    const some = await openChecklist(desk, incoming(sound), { ...asked, inspectors });
    const [answer] = answers();
    const codes = (checker: string) =>
      some.take(answer ? [{ ...answer, checker }] : []).problems.map(({ code }) => code);
    expect(codes('S-12')).toEqual(['checklist/not-an-inspector']);
    expect(codes('S-QA1')).toEqual([]);
    expect(codes('钱一')).toEqual([]);
  });
});

async function judged(lists: ReturnType<typeof listsOf>): Promise<readonly DossierJson[]> {
  const run = newRun({
    engine: desk.engine,
    reporting: {
      program: desk.program,
      rulebookDigest: desk.digest,
      engine: '',
      options: { today },
      languages: desk.languages,
      unmasked: false,
      answered: { by: null, until: today },
    },
    isWhole: true,
    lists,
  });
  const records: DossierJson[] = [];
  for await (const { record } of run.results(incoming(sound, late))) records.push(record);
  const together = [...run.together()];
  return records.map((record, index) => {
    const said = together[index];
    return said ? merged(record, said, run.head) : record;
  });
}

/** What came of a file; not in which cell of a workbook something is wrong. */
function plainly({ id, verdict, part, counts, outcomes, diagnostics }: DossierJson) {
  return {
    id,
    verdict,
    part,
    counts,
    outcomes: outcomes.map(({ rule, element, status, by }) => ({ rule, element, status, by })),
    diagnostics: diagnostics.map(({ code, severity, message }) => ({ code, severity, message })),
  };
}
