import { expect, test } from 'vitest';

import { put, shouze, temporary } from './harness.ts';

test('the samples, twice the same bytes, as JSON, as a table and on a terminal', async () => {
  for (const format of ['json', 'csv', 'pretty']) {
    const args = ['scorecard', 'examples/customer-book', '--by', 'officer', '--format', format];
    const first = await shouze(...args);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect((await shouze(...args)).out).toBe(first.out);
  }
});

test('every measure of the rulebook has a figure, and one home pledged twice is a finding', async () => {
  const { out } = await shouze('scorecard', 'examples/customer-book', '--format', 'json');
  const { groups } = JSON.parse(out) as {
    groups: { key: string; figures: { measure: string; value: string | null }[] }[];
  };
  expect(groups.map(({ key }) => key)).toEqual(['0102']);
  const figures = groups.flatMap((group) => group.figures);
  expect(figures.length).toBeGreaterThanOrEqual(8);
  expect(figures.find(({ measure }) => measure === 'filesWithoutFinding')?.value).toMatch(
    /^0\.333/u,
  );
});

test('a pilot is read from its record', async () => {
  const { code, out } = await shouze(
    'scorecard',
    'examples/customer-book',
    '--pilot',
    'examples/records/pilot.yaml',
  );
  expect(code).toBe(0);
  expect(out).toContain('试点分行·试点期间');
});

test.each([
  ['an unknown grouping', ['--by', 'offcier'], 'officer'],
  ['an impossible day', ['--from', '2026-02-30'], '2026-02-30'],
  ['a period backwards', ['--from', '2026-02-02', '--until', '2026-02-01'], '2026-02-01'],
  ['a pilot and a grouping', ['--by', 'post', '--pilot', 'x.yaml'], '--pilot'],
  ['a pilot that is none', ['--pilot', 'examples/records/model.yaml'], 'model.yaml'],
  ['a pilot that is not there', ['--pilot', 'nowhere.yaml'], 'nowhere.yaml'],
])('%s is refused in one line', async (_, args, said) => {
  const { code, out, err } = await shouze('scorecard', 'examples/customer-book', ...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(said);
});

test('a file that cannot be read is counted, and the call fails', async () => {
  const path = put(temporary(), 'no.yaml', 'nothing: here\n');
  const { code, out, err } = await shouze('scorecard', 'examples/customer-book', path);
  expect(code).toBe(2);
  expect(err).toContain('dossier/');
  expect(out).toContain('无法判定的文件 1 份');
});
