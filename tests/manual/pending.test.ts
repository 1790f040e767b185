import { describe, expect, test } from 'vitest';

import { textFiles } from '../../src/cli/manual-files.ts';
import { documentsOf, filesOf, runOf, shipped, small } from './harness.ts';

const path = 'zh/appendix-pending.md';

/** The sections of the appendix, by their anchors. */
function sectionsOf(text: string | undefined): ReadonlyMap<string, string> {
  const [, ...parts] = (text ?? '').split('<a id="');
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('"')), part]));
}

describe('clauses by their standing on the day', () => {
  const before = sectionsOf(filesOf(shipped, ['md'], '2026-08-01').get(path));
  const since = sectionsOf(filesOf(shipped, ['md'], '2026-11-23').get(path));

  test('one that rules are written for and that is not in force yet, with its first day and the rules', () => {
    expect(before.get('pending-coming')).toMatch(
      /\[《.+》第十三条.+\]\(appendix-clauses\.md#source-M-PHL-2026\)[^|]* \| 2026-08-28 \| [^\n]*RSK-011/u,
    );
    expect(since.get('pending-coming')).not.toContain('M-PHL-2026');
    expect(since.get('pending-coming')).toMatch(
      /source-B-DEMO-ADD\) \| 2026-12-15 \| [^\n]*IDS-018/u,
    );
    const all = sectionsOf(filesOf(shipped, ['md'], '2026-12-15').get(path));
    expect(all.get('pending-coming')).toContain('均已施行');
  });

  test('one that ends on a settled day, with that day, and once it has ended no more', () => {
    expect(before.get('pending-ending')).toMatch(
      /source-P-1999-TERM\)[^|]* \| 2026-08-27 \| [^\n]*RSK-011/u,
    );
    expect(since.get('pending-ending')).not.toContain('P-1999-TERM');
  });

  test('one that nobody verified, whatever its day, unless only past editions rest on it', () => {
    const unverified = since.get('pending-unverified') ?? '';
    expect(unverified).toMatch(/source-M-COLLAT-2017\)（依据待核） \| 未核对 \| \[APR-001\]/u);
    expect(unverified).not.toContain('L-PROP-2007');
    expect(unverified).not.toContain('R-CREDIT');
  });

  test('one that no rule carries, with what is done; one that punishes is none of them', () => {
    const uncarried = since.get('uncarried') ?? '';
    expect(uncarried).toMatch(
      /第七条“保密”\]\(appendix-clauses\.md#source-L-AML-2024\) \| 人工执行 \| 反洗钱岗按年检查/u,
    );
    expect(uncarried).not.toContain('第四十一条“未事先告知的处罚”');
  });
});

test('of a part there is no telling what is left over', () => {
  const run = {
    ...runOf(['md'], '2026-11-23'),
    selection: { product: 'HOUSING', audience: 'audit' as const },
  };
  const sections = sectionsOf(textFiles(documentsOf(shipped, run), run).get(path));
  expect([...sections.keys()]).toEqual([
    'pending',
    'pending-coming',
    'pending-ending',
    'pending-unverified',
  ]);
  // a rule on commercial property alone
  expect(sections.get('pending-unverified')).not.toContain('RSK-009');
});

test('a small rulebook has the same', () => {
  const sections = sectionsOf(filesOf(small, ['md'], '2025-06-01').get('en/appendix-pending.md'));
  expect(sections.get('pending-unverified')).toContain('Article 2 “Ceiling”');
  expect(sections.get('uncarried')).toMatch(/Article 3 “Not in use”\]\([^)]+\) \| pending \| —/u);
});
