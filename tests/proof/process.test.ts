import { afterAll, describe, expect, test } from 'vitest';

import { conditionsOf } from '../../src/proof/conditions.ts';
import { askProcess } from '../../src/proof/process.ts';
import { type Answered, askRule } from '../../src/proof/questions.ts';
import { judgeWith, programWith } from '../evaluate/fixture.ts';
import { proved, solverOrNone } from './harness.ts';

const z3 = solverOrNone();

afterAll(async () => z3?.close());

/** The fixture with keys of its step `decide` that differ. */
function decidingWith(keys: Readonly<Record<string, unknown>>) {
  const step = {
    step: 'decide',
    title: { en: 'Decide' },
    purpose: { en: 'The request is decided' },
    posts: ['MANAGER'],
    events: ['DECIDED'],
    documents: ['OPINION'],
    rules: ['TST-001'],
    ...keys,
  };
  const others = { 'stages/work/decide/step.yaml': JSON.stringify(step) };
  return programWith({ require: 'amount <= 100' }, others);
}

describe.skipIf(z3 === undefined)('of the process', () => {
  async function askedOf(id: string, program = decidingWith({})): Promise<readonly Answered[]> {
    const rule = program.process.find((one) => one.id === id);
    if (!z3 || !rule) throw new Error(`the steps ask ${id}`);
    return askProcess(program, rule, z3);
  }

  test.each(['order', 'post', 'documents'])('%s of a step', { timeout: 60_000 }, async (facet) => {
    const id = `process/decide/${facet}`;
    const answers = await askedOf(id);
    const program = decidingWith({});
    const verdicts = answers.map(({ kind, witness }) => [
      kind,
      judgeWith(program, witness?.text ?? '', { today: witness?.today })
        .of(id)
        .split(':')[0],
    ]);
    expect(verdicts).toEqual([
      ['never-applies', expect.not.stringContaining('not-applicable')],
      ['never-passes', 'pass'],
      ['never-fails', 'fail'],
    ]);
  });

  test.each([
    ['process/pay/gate', []],
    // who signs asks for more than the rule of the gate allows
    ['process/sign/gate', ['never-passes']],
  ])('%s is asked with its rules', { timeout: 60_000 }, async (id, found) => {
    const answers = await askedOf(id, decidingWith({ gate: ['TST-001'] }));
    expect(proved(answers)).toEqual(found);
    expect(answers.filter(({ answer }) => answer === 'undecided')).toEqual([]);
  });

  test('a step that no file goes through', { timeout: 60_000 }, async () => {
    const program = decidingWith({ when: 'amount > 12 and amount < 6' });
    expect(proved(await askedOf('process/decide/post', program))).toEqual(['never-applies']);
  });

  test.each([
    ['that no file meets', 'amount > 12 and amount < 6', ['never-applies']],
    ['that every file meets', 'amount > 6 or amount < 12', ['always-applies']],
    ['with a part that another implies', 'amount > 6 and amount > 5', ['idle-part amount > 5']],
    ['that tells files apart', 'amount > 6 and amount < 12', []],
  ])('a condition %s', { timeout: 60_000 }, async (_, when, found) => {
    const program = decidingWith({ when });
    const condition = conditionsOf(program).find(({ id }) => id === 'step/decide');
    if (!z3 || !condition) throw new Error('the step has a condition');
    const wanted = new Set(found);
    const answers = proved(await askRule(program, condition, z3));
    expect(answers.filter((one) => wanted.size === 0 || wanted.has(one))).toEqual(found);
  });
});
