import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { CheckReport } from '../../src/report/json-format.ts';
import { put, shouze, temporary } from './harness.ts';

const files = ['0001-sound', '0002-down-payment-short', '0003-signed-before-approval'].map(
  (name) => `examples/dossiers/${name}.yaml`,
);
const others = ['examples/dossiers/0012-sound-consumer.yaml'];

function scheme(sample: string): string {
  const lines = ['scheme: JC-1', 'title: { zh: 专项检查, en: Inspection }', 'products: [HOUSING]'];
  return put(temporary(), 'scheme.yaml', `${[...lines, `sample: ${sample}`].join('\n')}\n`);
}

const random = '{ method: random, size: 2, seed: 7 }';

test('a list says how it was drawn, from which population, and what is in it', async () => {
  const { code, out, err } = await shouze('pick', ...files, ...others, '--scheme', scheme(random));
  expect(code).toBe(0);
  expect(out).toMatch(/^scheme: JC-1\ndigest: sha256:[0-9a-f]{64}\nmethod: random\nseed: 7\n/u);
  expect(out).toContain('  files: 3\n  digest: sha256:');
  expect(out).toContain('    product: 1\n');
  expect(out.match(/chance: 2\/3/gu)).toHaveLength(2);
  expect(err).toContain('随机抽样，总体 3 份，抽取 2 份，种子 7');
  const again = await shouze('pick', ...others, ...files.toReversed(), '--scheme', scheme(random));
  expect(again.out).toBe(out);
});

test.each(['yaml', 'csv', 'xlsx'])('check reads the list in %s', async (ending) => {
  const [by, list] = [scheme(random), join(temporary(), `list.${ending}`)];
  await shouze('pick', ...files, '--scheme', by, '--out', list);
  const { out } = await shouze(
    ...(['check', ...files, '--scheme', by, '--picked', list, '--format', 'json'] as const),
  );
  const { summary, scheme: told, dossiers } = JSON.parse(out) as CheckReport;
  expect(summary).toMatchObject({ dossiers: 2, outside: { 'not-picked': 1 }, absent: [] });
  expect(told?.picked).toMatchObject({ file: list, files: 2 });
  expect(dossiers.filter(({ outside }) => outside === 'not-picked')).toHaveLength(1);
});

test('what was drawn and does not come is named', async () => {
  const list = put(temporary(), 'list.yaml', '[D-2026-000001, D-NOT-THERE]\n');
  const { out } = await shouze('check', ...files, '--picked', list);
  expect(out).toContain('已抽中而未提供的卷宗 1 份：D-NOT-THERE');
  expect(out).toContain('未抽中 2 份');
});

test('a scheme names its list from its own folder', async () => {
  const folder = temporary();
  put(folder, 'list.yaml', 'picked: [{ dossier: D-2026-000001 }]\n');
  const head = 'scheme: JC-1\ntitle: { zh: 专项检查, en: Inspection }\npicked: list.yaml\n';
  const by = put(folder, 'scheme.yaml', head);
  const { out } = await shouze('check', ...files, '--scheme', by, '--format', 'json');
  expect((JSON.parse(out) as CheckReport).summary.dossiers).toBe(1);
});

test.each([
  ['{ method: discretionary, files: [D-2026-00001], reason: { zh: 举报 } }', 'D-2026-000001'],
  ['{ method: stratified, by: [product], seed: 1, sizes: { HOUSNG: 2 } }', 'HOUSING'],
])('%s: what the population has not is an error', async (sample, near) => {
  const { code, out, err } = await shouze('pick', ...files, '--scheme', scheme(sample));
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(`您是否想写 \`${near}\``);
});

test('what is no list is refused', async () => {
  for (const [name, text] of [
    ['a.yaml', 'files: [D-1]\n'],
    ['a.csv', 'id\nD-1\n'],
  ] as const) {
    const { code, err } = await shouze('check', ...files, '--picked', put(temporary(), name, text));
    expect([code, err.includes('scheme/not-a-list')]).toEqual([2, true]);
  }
});

test('ten thousand files are drawn from in a moment', async () => {
  const one = JSON.parse(readFileSync('examples/dossiers/0010-sound.json', 'utf8')) as {
    meta: object;
  };
  const lines = Array.from({ length: 10_000 }, (_, index) =>
    JSON.stringify({ meta: { ...one.meta, dossierId: `D-${index}` } }),
  );
  const file = put(temporary(), 'book.ndjson', `${lines.join('\n')}\n`);
  const { out, milliseconds } = await shouze(
    ...(['pick', file, '--scheme', scheme('{ method: random, size: 60, seed: 1 }')] as const),
  );
  expect(out).toContain('  files: 10000\n');
  expect(out.match(/chance: 60\/10000/gu)).toHaveLength(60);
  expect(milliseconds).toBeLessThan(20_000);
}, 60_000);
