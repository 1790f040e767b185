import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { ViewReport } from '../../src/views/format.ts';
import { section } from '../view/fixture.ts';
import { shouze, temporary } from './harness.ts';

async function viewed(...args: readonly string[]): Promise<ViewReport> {
  const { out } = await shouze(
    'view',
    'customer',
    ...args,
    '--format',
    'json',
    '--today',
    '2026-11-30',
  );
  return JSON.parse(out) as ViewReport;
}

const total = (report: ViewReport, name: string) => {
  const found = report.sections.find((one) => one.section === name);
  return found?.kind === 'sum' ? found.total?.value : undefined;
};

test('a household over four files: whose they are, what they come to, what is next', async () => {
  const report = await viewed('C701', 'examples/household');
  expect(report.files.taken.map(({ id }) => id)).toEqual([
    'D-2024-000701',
    'D-2026-000702',
    'D-2026-000703',
  ]);
  expect(report.groups).toMatchObject([{ keys: ['C702'], files: [{ id: 'D-2026-000704' }] }]);
  // 1,236,480.55 of the home loan, 180,000 and 60,000 of the consumer loans, a card of 30,000
  expect(total(report, 'exposure')).toBe('1506480.55');
  expect(total(await viewed('C702', 'examples/household'), 'exposure')).toBe('1266480.55');
  expect(section(report, 'contradictions').findings).toEqual([]);
  expect(section(report, 'findings').findings).toEqual([]);
  expect(section(report, 'next').steps).toMatchObject([
    { dossier: 'D-2026-000703', step: { step: 'investigation' } },
  ]);
});

test('every planted contradiction is found once, with what both files say', async () => {
  const report = await viewed('C701', 'examples/household-faulty');
  const { findings } = section(report, 'contradictions');
  expect(findings.map(({ outcome }) => outcome.rule).toSorted()).toEqual([
    'GRP-004',
    'GRP-005',
    'GRP-006',
    'GRP-007',
    'GRP-008',
    'GRP-009',
    'GRP-010',
  ]);
  const places = (rule: string) => {
    const { at, related } = findings.find(({ outcome }) => outcome.rule === rule)?.outcome ?? {};
    const files = [at, ...(related ?? [])].map((one) => `${one?.file ?? ''}${one?.pointer ?? ''}`);
    return files.map((one) => one.replace('examples/household-faulty/', ''));
  };
  expect(places('GRP-006')).toEqual(
    expect.arrayContaining([
      '2026-consumer-loan.yaml/parties/0/maritalStatus',
      '2026-in-hand.yaml/parties/0/maritalStatus',
    ]),
  );
  expect(places('GRP-005')).toEqual(
    expect.arrayContaining([
      '2024-home-loan.yaml/parties/1/idNumber',
      '2026-not-accepted.yaml/parties/0/idNumber',
    ]),
  );
  const { out } = await shouze('view', 'customer', 'C701', 'examples/household-faulty');
  expect(out).toContain('D-2026-000703 当事人P1 › 婚姻状况：离异');
  expect(JSON.stringify(report)).not.toMatch(/顾长风|白芷宁|990102198604120139|柳汀路/u);
});

test('a page that runs nothing, with nothing of the files as markup', async () => {
  const page = join(temporary(), 'view.html');
  const { code } = await shouze('view', 'customer', 'C701', 'examples/household', '--out', page);
  expect(code).toBe(0);
  const html = readFileSync(page, 'utf8');
  expect(html).toContain("default-src 'none'");
  expect(html).not.toContain('<script');
});

test.each([
  ['an unknown view', ['costumer', 'C701', 'examples/household'], 'customer'],
  ['an unknown number', ['customer', 'C711', 'examples/household'], 'C701'],
  ['no files', ['customer', 'C701'], 'PATH'],
  ['an unknown format', ['customer', 'C701', 'examples/household', '--format', 'jsn'], 'json'],
])('%s is refused in one line', async (_, args, said) => {
  const { code, out, err } = await shouze('view', ...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(said);
});

test('a terminal gets text: nothing of Markdown, and what no file has is not recorded', async () => {
  const path = join(temporary(), 'file.yaml');
  const text = readFileSync('examples/customer-book/first-mortgage.yaml', 'utf8');
  writeFileSync(path, text.replaceAll(/^ +homeAddress: .*\n/gmu, ''));
  const { out } = await shouze('view', 'customer', 'C201', path, '--today', '2026-11-30');
  expect(out).not.toMatch(/<a id|\\\*|^\||^#/mu);
  expect(out).toMatch(/^ {2}家庭住址 +未登记$/mu);
});

test('days and numbers stay whole in the cells of a page', async () => {
  const { out } = await shouze(
    'view',
    'customer',
    'C701',
    'examples/household',
    '--format',
    'html',
  );
  expect(out).toContain('<td><span class="whole">D-2024-000701</span></td>');
  expect(out).toContain('<span class="whole">1,236,480.55元</span>');
});
