import { describe, expect, test } from 'vitest';

import { filesOfCase } from '../../src/cases/files.ts';
import { dossierFromYaml, type PartsRead } from '../../src/dossier/from-yaml.ts';
import { shipped, yamlOf } from '../evaluate/shipped.ts';

const { program, subject } = shipped();

describe('a file of which parts were read before is read as it would be alone', () => {
  test('the files of cases, each after all before it', () => {
    const parts: PartsRead = new WeakMap();
    let compared = 0;
    for (const rule of program.rules.filter((_, index) => index % 12 === 0)) {
      const { cases } = rule.rule;
      for (const [index, one] of cases?.data.cases.entries() ?? []) {
        if (!cases) continue;
        for (const { yaml } of filesOfCase(program, rule, cases, one, index)) {
          const { type } = rule.subject;
          const alone = dossierFromYaml(yaml, type);
          expect(dossierFromYaml(yaml, type, parts)).toEqual(alone);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(150);
  }, 120_000);

  test('what is wrong in a part is told every time, and of another place too', () => {
    const yaml = yamlOf(
      'parties: [{ partyId: P1, name: 7 }, { partyId: P1 }]\nloan: { amuont: 1 }\n',
    );
    const parts: PartsRead = new WeakMap();
    const alone = dossierFromYaml(yaml, subject.type);
    expect(alone.diagnostics.length).toBeGreaterThan(1);
    for (let time = 0; time < 3; time += 1)
      expect(dossierFromYaml(yaml, subject.type, parts)).toEqual(alone);
    if (yaml.kind !== 'map') throw new Error('a map was written');
    // the second party is the first of another file
    const [list, loan] = yaml.entries;
    if (list?.value.kind !== 'list' || !loan) throw new Error('a list was written');
    const shorter = { ...list.value, items: list.value.items.slice(1) };
    const other = { ...yaml, entries: [{ ...list, value: shorter }, loan] };
    expect(dossierFromYaml(other, subject.type, parts)).toEqual(
      dossierFromYaml(other, subject.type),
    );
  });
});
