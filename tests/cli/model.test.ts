import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type {
  ModelListJson,
  ModelMonitoringJson,
  ModelScoresJson,
} from '../../src/report/figures-json.ts';
import { shouze, temporary } from './harness.ts';

const sound = readFileSync('examples/dossiers/0001-sound.yaml', 'utf8');
const ofModel = [/modelId: \S+$/mu, 'modelId: M-AS-2026'] as const;

/** A sound file that the model of applications is for, changed. */
function file(...changes: readonly (readonly [string | RegExp, string])[]): string {
  const text = [ofModel, ...changes].reduce((before, [from, to]) => {
    if (before.search(from) < 0) throw new Error(`not in it: ${String(from)}`);
    return before.replace(from, to);
  }, sound);
  const path = join(temporary(), 'file.yaml');
  writeFileSync(path, text);
  return path;
}

async function scores(...args: readonly string[]) {
  const { code, out, err } = await shouze('model', 'score', ...args, '--format', 'json');
  return { code, err, files: (JSON.parse(out) as ModelScoresJson).files };
}

describe('shouze model list', () => {
  test('tells each model with its edition, and fails where validation has ended', async () => {
    const list = async (day: string) => {
      const { code, out } = await shouze('model', 'list', '--today', day, '--format', 'json');
      const { today, models } = JSON.parse(out) as ModelListJson;
      return { code, today, states: models.map(({ model, state }) => [model, state]) };
    };
    expect(await list('2026-11-30')).toEqual({
      code: 0,
      today: '2026-11-30',
      states: [
        ['applicationScore', 'valid'],
        ['behaviourScore', 'valid'],
      ],
    });
    expect(await list('2027-07-01')).toMatchObject({
      code: 1,
      states: [
        ['applicationScore', 'valid'],
        ['behaviourScore', 'expired'],
      ],
    });
    expect((await list('2019-01-01')).states.map(([, state]) => state)).toEqual([
      'notYet',
      'notYet',
    ]);
  });
});

describe('shouze model score', () => {
  test('a score is the base and the points of its characteristics', async () => {
    const { code, files } = await scores('applicationScore', file());
    const [one] = files;
    expect([code, one?.applies]).toEqual([0, true]);
    const points = one?.characteristics.map((part) => Number(part.points)) ?? [];
    expect(points.length).toBeGreaterThan(0);
    expect(Number(one?.score)).toBe(points.reduce((sum, part) => sum + part, one?.base ?? 0));
    expect([one?.low, one?.high]).toEqual([one?.score, one?.score]);
  });

  test('a field that is missing makes no figure: it is named, and the score lies between two', async () => {
    const { code, files } = await scores(
      'applicationScore',
      file([/^ +totalDebtRatio: .*\n/mu, '']),
    );
    expect(code).toBe(1);
    expect(files).toMatchObject([
      { applies: true, score: null, grade: null, missing: ['affordability.totalDebtRatio'] },
    ]);
    expect(Number(files[0]?.low)).toBeLessThan(Number(files[0]?.high));
  });

  test('a file of another model has no score, and that is no fault', async () => {
    const { code, files } = await scores('applicationScore', 'examples/dossiers/0001-sound.yaml');
    expect(code).toBe(0);
    expect(files).toMatchObject([{ applies: false, score: null }]);
  });
});

describe('shouze model monitor', () => {
  test('counts what it has, and gives no figure of too few', async () => {
    const path = file();
    const args = ['monitor', 'applicationScore', path, '--by', 'month', '--format', 'json'];
    const { code, out } = await shouze('model', ...args);
    const { total, periods, others } = JSON.parse(out) as ModelMonitoringJson;
    expect([code, total.files, others, periods.length]).toEqual([0, 1, 0, 1]);
    expect(total.outcome).toMatchObject({ auc: null, ks: null });
    const record = await shouze('model', 'monitor', 'applicationScore', path, '--format', 'record');
    expect(record.code).toBe(0);
    expect(JSON.parse(record.out)).toMatchObject({ subject: 'model' });
  });

  test('where the model is for none of the files, that is said', async () => {
    const { code, out } = await shouze(
      'model',
      'monitor',
      'applicationScore',
      'examples/dossiers/0001-sound.yaml',
    );
    expect(code).toBe(0);
    expect(out).toContain('没有一份文件适用本模型');
  });
});

describe('wrong input', () => {
  test.each([
    ['no task', [], 'list|score|monitor'],
    ['an unknown task', ['scor'], 'did you mean score'],
    ['list with more words', ['list', 'applicationScore'], 'takes nothing else'],
    ['no model', ['score'], 'no model was named'],
    ['an unknown model', ['score', 'applicationScor', sound], 'did you mean applicationScore'],
    ['no files', ['monitor', 'applicationScore'], 'no dossier was given'],
    ['a file that is not there', ['score', 'applicationScore', 'no-such.yaml'], 'io/missing-file'],
    [
      'a file that is no dossier',
      ['score', 'applicationScore', 'tests/cli/harness.ts'],
      'yaml/syntax',
    ],
    [
      'a format that there is not',
      ['monitor', 'applicationScore', 'examples/dossiers', '--format', 'xlsx'],
      'pretty | json | csv | record',
    ],
    [
      'a period that ends before it begins',
      ['monitor', 'applicationScore', 'x', '--from', '2026-02-01', '--until', '2026-01-01'],
      'is before --from',
    ],
    [
      'a record of a model that has none',
      ['monitor', 'behaviourScore', 'examples/dossiers', '--format', 'record'],
      'does not say how its record is written',
    ],
  ])('%s', async (_, args, said) => {
    const { code, err } = await shouze('model', ...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});
