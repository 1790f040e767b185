import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readWorkbook } from '../../src/io/workbook.ts';
import type { GateReport } from '../../src/report/gate.ts';
import type { ToDoReport } from '../../src/report/to-do.ts';
import { sampleText, shipped } from '../evaluate/shipped.ts';
import { put, shouze, temporary } from './harness.ts';

interface Plain {
  [field: string]: unknown;
  meta: { dossierId: string };
  events: { eventType: string; at: string }[];
  documents: { issuedDate?: string }[];
}

const inProgress = 'examples/dossiers/0006-in-progress.yaml';

/** A sound loan as it was before a step: what that and later steps record is not there yet. */
function before(step: string): Plain {
  const { steps } = shipped().program;
  const later = steps.slice(steps.findIndex(({ id }) => id === step));
  const plain = JSON.parse(sampleText('0010-sound.json')) as Plain;
  for (const { step: one } of later)
    for (const path of one.entry.data.records ?? []) delete plain[path];
  const types = new Set(later.flatMap(({ editions }) => editions.flatMap(({ events }) => events)));
  plain.events = plain.events.filter(({ eventType }) => !types.has(eventType));
  const last =
    plain.events
      .map(({ at }) => at)
      .toSorted()
      .at(-1)
      ?.slice(0, 10) ?? '';
  plain.documents = plain.documents.filter(({ issuedDate = '' }) => issuedDate <= last);
  return plain;
}

function written(plain: Plain, name = 'file.json'): string {
  return put(temporary(), name, JSON.stringify(plain));
}

async function gateOf(plain: Plain, gate: string) {
  const { code, out } = await shouze('check', written(plain), '--gate', gate, '--format', 'json');
  return { code, ...(JSON.parse(out) as GateReport) };
}

describe('--step', () => {
  test.each([
    ['interview', 'acceptance'],
    ['investigation', '征信授权与查询'],
    ['risk-assessment', 'valuation'],
    ['approval', '风险评价与审查'],
    ['signing', 'Approval'],
    ['mortgage-registration', 'signing'],
    ['disbursement', 'mortgage-registration'],
    ['payment', 'disbursement'],
  ])('nothing is missed of a sound file before %s, which is at %s', async (next, step) => {
    const { code, out } = await shouze('check', written(before(next)), '--step', step);
    expect(out).not.toContain('须补资料');
    expect(code).toBe(0);
  });

  test('what an earlier step should have recorded is missed', async () => {
    const { interviews: _, ...rest } = before('approval');
    const { code, out } = await shouze('check', written(rest), '--step', 'risk-assessment');
    expect(out).toContain('面谈（interviews）未录入');
    expect(code).toBe(1);
  });

  test('a rule that waits for a later act says for which', async () => {
    const { out } = await shouze('explain', 'IDS-002', inProgress, '--step', 'credit-query');
    expect(out).toContain('所需资料由“成本明示与签约”登记，尚未办到该节点');
  });

  test('one that is not there is refused with all there are', async () => {
    const { code, err } = await shouze('check', inProgress, '--step', '审批会');
    expect(code).toBe(2);
    expect(err).toContain('您是否想写 / did you mean 审批');
    expect(err).toMatch(/approval +审批 \/ Approval/u);
  });
});

describe('--gate', () => {
  test.each([
    ['submission', 'risk-assessment'],
    ['approval', 'approval'],
    ['放款', 'disbursement'],
  ])('%s: a sound file is ready', async (gate, step) => {
    const { code, dossiers } = await gateOf(before(step), gate);
    expect(dossiers[0]?.gate).toMatchObject({ answer: 'ready', steps: [], stops: [], fetch: [] });
    expect(code).toBe(0);
  });

  test('what is wanting is to be had of the posts that record it, and a step that is not done comes first', async () => {
    const { investigations: _, ...rest } = before('risk-assessment');
    const events = rest.events.filter(({ eventType }) => eventType !== 'INVESTIGATE');
    const { code, dossiers, summary } = await gateOf({ ...rest, events }, 'submission');
    const [record] = dossiers;
    expect(record?.gate?.answer).toBe('wanting');
    expect(record?.gate?.steps.map(({ step }) => step)).toEqual(['investigation']);
    const fetch = record?.gate?.fetch.find(({ fields }) =>
      fields.some(({ field }) => field === 'investigations'),
    );
    expect(fetch?.posts.map(({ id }) => id)).toEqual(['INVESTIGATOR', 'CO_INVESTIGATOR']);
    expect(summary).toMatchObject({ dossiers: 1, wanting: 1, ready: 0 });
    expect(code).toBe(1);
  });

  test('what does not comply stops it, without a finding', async () => {
    const file = 'examples/dossiers/0002-down-payment-short.yaml';
    const { code, out } = await shouze('check', file, '--gate', 'payout');
    expect(out).toContain('放款：已办结，有不符');
    expect(out).toContain('RSK-007');
    expect(out).not.toContain('process/');
    expect(code).toBe(1);
    const json = await shouze('check', file, '--gate', 'payout', '--format', 'json');
    expect(json.out).not.toContain('"finding"');
  });

  test.each([
    [['--gate', 'x'], '没有该关口'],
    [['--gate', 'payout', '--step', 'signing'], '不能与'],
    [['--gate', 'payout', '--format', 'html'], 'pretty | json'],
  ])('%s is refused', async (args, says) => {
    const { code, err } = await shouze('check', inProgress, ...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});

describe('--format todo', () => {
  test('what is done, what is next and late, and what comes later', async () => {
    const { code, out } = await shouze(
      'check',
      inProgress,
      '--format',
      'todo',
      '--today',
      '2026-11-30',
    );
    await expect(out).toMatchFileSnapshot('expected/to-do.txt');
    expect(code).toBe(1);
  });

  test('in time it ends with 0, and without today nothing is late', async () => {
    const call = ['check', inProgress, '--format', 'todo'] as const;
    expect((await shouze(...call, '--today', '2026-11-24')).code).toBe(0);
    const { code, out } = await shouze(...call, '--lang', 'en');
    expect(out).toContain('no day of check is given: lateness is not told) (--today)');
    expect(code).toBe(0);
  });

  test('a weekend after the last day is in time still', async () => {
    const plain = before('signing');
    plain.events = plain.events.map((event) =>
      event.eventType === 'APPROVE' ? { ...event, at: '2026-11-17T10:00:00+08:00' } : event,
    );
    const call = ['check', written(plain), '--format', 'todo'] as const;
    expect((await shouze(...call, '--today', '2026-11-22')).out).not.toContain('已逾期');
    expect((await shouze(...call, '--today', '2026-11-23')).out).toContain('已逾期 1 个工作日');
  });

  test('a year whose calendar is not announced is named', async () => {
    const { out } = await shouze('check', inProgress, '--format', 'todo', '--today', '2027-06-30');
    expect(out).toContain('已逾期，2027 年日历未公布');
    const explained = await shouze(
      'explain',
      'process/signing/time',
      inProgress,
      '--today',
      '2027-06-30',
    );
    expect(explained.out).toContain('缺少：2027 年日历（未公布）');
  });

  test('nothing is next of an application that was turned down', async () => {
    const plain = before('signing');
    const denied = {
      ...plain,
      application: { ...(plain['application'] as object), outcome: 'DENIED' },
    };
    const { out } = await shouze('check', written(denied), '--format', 'todo');
    expect(out).toContain('没有待办事项');
  });

  test('over many files a list a post, as a table that is filtered, and as JSON', async () => {
    const folder = temporary();
    for (const step of ['investigation', 'approval', 'signing']) {
      const plain = before(step);
      put(
        folder,
        `${step}.json`,
        JSON.stringify({ ...plain, meta: { ...plain.meta, dossierId: `D-${step}` } }),
      );
    }
    const call = ['check', folder, '--format', 'todo', '--today', '2026-12-31'] as const;
    const { out } = await shouze(...call);
    expect(out).toMatch(/\n审批人\n {2}D-approval {2}审批 {2}限 .* 办结/u);
    expect(out).toMatch(/\n调查岗\n {2}D-investigation/u);
    const sheet = join(folder, 'todo.xlsx');
    await shouze(...call, '--out', sheet);
    const read = await readWorkbook(sheet);
    const cells =
      'sheets' in read ? read.sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells)) : [];
    expect(cells).toEqual(expect.arrayContaining(['审批人', 'D-approval', '审批']));
    const made = join(temporary(), 'todo.json');
    await shouze(...call, '--out', made);
    const { summary, dossiers } = JSON.parse(readFileSync(made, 'utf8')) as ToDoReport;
    expect(summary).toMatchObject({ dossiers: 3 });
    expect(dossiers.map(({ id }) => id)).toContain('D-signing');
  });
});
