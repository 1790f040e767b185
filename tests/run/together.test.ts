import { expect, test } from 'vitest';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judgeTogether } from '../../src/evaluate/judge.ts';
import { planOfGroup } from '../../src/plan/from-program.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { verdicts } from '../../src/run/frame.ts';
import { worse } from '../../src/run/worse.ts';
import { Unfit } from '../../src/run/scalars.ts';
import { compileGroup } from '../../src/run/together.ts';
import { programWith } from '../evaluate/fixture.ts';
import { yamlOf } from '../evaluate/shipped.ts';

const rules = [
  'sum(dossiers.amount) <= 100',
  'count(dossiers) = 2',
  'every d in dossiers satisfies every act in d.acts satisfies act.what != "B"',
  'sum(for d in dossiers return count(d.acts[what = "A"])) <= 1',
  'count(distinct values(dossiers.id)) = count(dossiers)',
  'common != "Y" and count(dossiers[kind = common]) = 2',
];

const files = [
  'id: "1"\nkind: X\nday: 2024-01-02\namount: 40\nacts: [{ what: A, who: x }, { what: A }]',
  'id: "2"\nkind: X\nday: 2024-01-03\namount: 60.01\nacts: []',
  'id: "3"\nkind: Y\nday: 2024-01-03\namount: 5\nacts: [{ what: A }]',
  'id: "4"\nkind: Y\nday: 2024-01-04\nacts: [{ what: B }, { who: y }]',
  'id: "5"\nkind: Z\nday: 2024-01-04\namount: 100\nacts: [{ what: A }, { what: C }]',
];

const ways = [
  ['closures', undefined],
  ['generated code', runGenerated],
] as const;
const asked = ways.flatMap(([way, run]) => rules.map((require) => ({ way, run, require })));

test.each(asked)('groups by plan as by the evaluator: $require, by $way', ({ run, require }) => {
  const program = programWith({
    scope: { groupBy: 'kind', key: 'common' },
    asOf: 'max(dossiers.day)',
    require,
  });
  const subject = program.subjects.get('request');
  const rule = program.rules.find(({ id }) => id === 'TST-001');
  const plan = rule && planOfGroup(program, rule);
  if (!subject || !rule?.group || !plan) throw new Error('the fixture has a rule for groups');
  const compiled = compileGroup(plan, subject.type, rule.group.subject.type, program.calendar, run);
  const dossiers = files.map((text) => {
    const { value } = dossierFromYaml(yamlOf(text), subject.type);
    if (!value) throw new Error(text);
    return value;
  });
  const keys = dossiers.map(({ root }) => compiled.keysOf(root));
  expect(keys).toEqual([['X'], ['X'], ['Y'], ['Y'], ['Z']]);
  const judgements = judgeTogether(
    program,
    dossiers.map((dossier) => ({ subject, dossier })),
    {},
  );
  for (const key of ['X', 'Y', 'Z']) {
    const members = dossiers.filter((_, index) => keys[index]?.includes(key));
    const loaded = members.map(({ root }) => compiled.loadMember(root));
    const whole = loaded.flatMap((one) => (one instanceof Unfit ? [] : [one]));
    expect(whole).toHaveLength(members.length);
    const { verdict } = compiled.judge(key, whole);
    const expected = judgements
      .flatMap(({ outcomes }) => outcomes)
      .filter((outcome) => outcome.rule === rule.id && outcome.group?.key === key)
      .map(({ status }) => (status === 'not-due' ? verdicts['not-applicable'] : verdicts[status]))
      .reduce<number>((all, one) => worse(all, one), verdicts['not-applicable']);
    expect({ key, verdict }).toEqual({ key, verdict: expected });
  }
});

test('a file whose key is not known is in no group for sure', () => {
  const program = programWith({
    scope: { groupBy: 'kind' },
    asOf: 'max(dossiers.day)',
    require: 'count(dossiers) < 9',
  });
  const subject = program.subjects.get('request');
  const [rule] = program.rules.filter(({ group }) => group);
  const plan = rule && planOfGroup(program, rule);
  if (!subject || !rule?.group || !plan) throw new Error('the fixture has a rule for groups');
  const compiled = compileGroup(plan, subject.type, rule.group.subject.type, program.calendar);
  const { value } = dossierFromYaml(yamlOf('id: "1"\nday: 2024-01-02'), subject.type);
  expect(value && compiled.keysOf(value.root)).toBeUndefined();
});
