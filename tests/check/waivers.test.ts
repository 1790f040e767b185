import { describe, expect, test } from 'vitest';

import { engineOf } from '../../src/check/engine.ts';
import { judgeOne } from '../../src/check/judge-all.ts';
import { readDossier } from '../../src/check/read.ts';
import type { WaiverEntry } from '../../src/dossier/waiver-register.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { sampleYaml, shipped } from '../evaluate/shipped.ts';

const { program } = shipped();
const engines = { closures: engineOf(program), generated: engineOf(program, runGenerated) };

const sample = plainOf(sampleYaml('0009-waived.yaml')) as {
  readonly waivers: readonly Readonly<Record<string, unknown>>[];
};
const [own = {}] = sample.waivers;
const { waivers: _, ...without } = sample;
const id = 'D-2026-000009';

function entryOf(waiver: object, row: number): WaiverEntry {
  const text = JSON.stringify(waiver);
  return {
    id: String(Reflect.get(waiver, 'waiverId')),
    text,
    sheet: 'book.xlsx!S',
    row,
    columns: {},
  };
}

/** The same file as JSON, and as the careful reading takes it. */
function waysOf(dossier: object): readonly string[] {
  const json = JSON.stringify(dossier);
  return [json, `# careful\n${json}`];
}

describe.each(Object.entries(engines))('waivers of a register, by %s', (_, engine) => {
  test.each<[string, readonly Readonly<Record<string, unknown>>[]]>([
    ['one that holds', [own]],
    ['one without a reason', [{ ...own, reason: '' }]],
    [
      'one too late, and one of no rule',
      [
        { ...own, approvedOn: '2026-09-20' },
        { ...own, waiverId: 'LW2', ruleId: 'APR-05' },
      ],
    ],
  ])('%s: as if the file listed them, however it is read', (_, waivers) => {
    const entries = new Map([[id, waivers.map((waiver, index) => entryOf(waiver, index + 2))]]);
    const judged = (text: string, isGiven: boolean) => {
      const given = isGiven ? { ...engine, waivers: entries } : engine;
      const file = judgeOne(readDossier({ name: 'file', text }, given), given, {});
      expect(file.diagnostics).toEqual([]);
      return file.judged?.judgement.outcomes.map(
        ({ rule, element, status, inapplicable, finding, waiver, at }) => ({
          rule,
          element,
          status,
          inapplicable,
          finding: finding?.kind === 'waiver' ? finding : undefined,
          waiver,
          at,
        }),
      );
    };
    const [listed] = waysOf({ ...without, waivers }).map((text) => judged(text, false));
    expect(listed?.some(({ rule }) => rule === 'APR-005')).toBe(true);
    for (const text of waysOf(without)) expect(judged(text, true)).toEqual(listed);
    for (const text of waysOf({ ...without, waivers: [] }))
      expect(judged(text, true)).toEqual(listed);
  });

  test('leave other files as they are', () => {
    const entries = new Map([['D-1', [entryOf(own, 2)]]]);
    for (const text of waysOf(without)) {
      const source = { name: 'file', text };
      const read = readDossier(source, { ...engine, waivers: entries });
      expect(Object.keys(read)).toEqual(Object.keys(readDossier(source, engine)));
      expect(read.dossier?.root.entries.get('waivers')).toMatchObject({ items: [] });
    }
  });
});
