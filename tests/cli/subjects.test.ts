import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { put, shouze, temporary } from './harness.ts';

interface Report {
  readonly dossiers: readonly {
    readonly id: string;
    readonly verdict: string | null;
    readonly outcomes: readonly {
      readonly rule: string;
      readonly status: string;
      readonly group?: { readonly files: number; readonly dossiers: readonly string[] };
      readonly at: { readonly file?: string; readonly pointer: string };
    }[];
  }[];
}

async function reportOf(...paths: readonly string[]): Promise<Report> {
  const { out } = await shouze('check', ...paths, '--format', 'json', '--outcomes', 'all');
  return JSON.parse(out) as Report;
}

test('records of every other kind are judged by the rules of their kind alone', async () => {
  const { dossiers } = await reportOf('examples/records');
  expect(dossiers.map(({ verdict }) => verdict)).toEqual(dossiers.map(() => 'pass'));
  const institution = dossiers.find(({ id }) => id === '010101');
  const judged = institution?.outcomes.filter(({ status }) => status === 'pass') ?? [];
  expect(judged.length).toBeGreaterThan(5);
  expect(judged.filter(({ rule }) => !/^(ORG)-/u.test(rule))).toEqual([]);
});

test('one home pledged twice is a finding in both files, each at its own place', async () => {
  const { dossiers } = await reportOf('examples/customer-book');
  const found = dossiers.flatMap(({ id, outcomes }) =>
    outcomes
      .filter(({ rule, status }) => rule === 'GRP-002' && status === 'fail')
      .map(({ group, at }) => [id, group?.dossiers, at.file, at.pointer]),
  );
  const both = ['D-2026-000201', 'D-2026-000202'];
  const pointer = '/property/realEstateUnitNo';
  expect(found).toEqual([
    [both[0], both, 'examples/customer-book/first-mortgage.yaml', pointer],
    [both[1], both, 'examples/customer-book/same-home-again.yaml', pointer],
  ]);
});

test('each of them by itself is a group of one, and in order', async () => {
  const { dossiers } = await reportOf('examples/customer-book/first-mortgage.yaml');
  const [outcome] = dossiers.flatMap(({ outcomes }) =>
    outcomes.filter(({ rule }) => rule === 'GRP-002'),
  );
  expect([outcome?.status, outcome?.group?.files]).toEqual(['pass', 1]);
});

test('a record without its kind is refused, and --subject says it for all', async () => {
  const path = put(
    temporary(),
    'model.yaml',
    'model: { modelId: M-1, productionFrom: 2026-01-01 }\n',
  );
  const refused = await shouze('check', path);
  expect([refused.code, refused.out.includes('dossier/which-subject')]).toEqual([2, true]);
  const told = await shouze('check', path, '--subject', 'model');
  expect(told.out).toContain('model.yaml');
  expect(told.out).not.toContain('which-subject');
  const wrong = await shouze('check', path, '--subject', 'modle');
  expect([wrong.code, wrong.err.includes('model')]).toEqual([2, true]);
});

test('a dossier given twice is said, and does not count twice', async () => {
  const path = 'examples/customer-book/first-mortgage.yaml';
  const copy = put(temporary(), 'copy.yaml', readFileSync(path, 'utf8'));
  const { out, code } = await shouze('check', path, copy);
  expect([code, out.includes('dossier/same-id')]).toEqual([2, true]);
  const { dossiers } = await reportOf(path, copy);
  const files = dossiers.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ group }) => group?.files ?? []),
  );
  expect(new Set(files)).toEqual(new Set([1]));
});
