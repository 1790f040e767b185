import { NoZ3, startZ3, type Z3 } from '../../src/io/z3.ts';
import { type Answered, askRule, textOfPart } from '../../src/proof/questions.ts';
import { type Keys, programWith } from '../evaluate/fixture.ts';

/** Undefined where the optional package is not installed: what needs it is skipped. */
export function solverOrNone(): Z3 | undefined {
  try {
    return startZ3();
  } catch (error) {
    if (error instanceof NoZ3) return undefined;
    throw error;
  }
}

/** The rule under test, with what it was made of. */
export function ruleWith(keys: Keys, others: Readonly<Record<string, string>> = {}) {
  const program = programWith(keys, others);
  const rule = program.rules.find(({ id }) => id === 'TST-001');
  if (!rule) throw new Error('the rule under test was read');
  return { program, rule };
}

/** All that is asked of the rule under test. */
export async function asked(keys: Keys, z3: Z3): Promise<readonly Answered[]> {
  const { program, rule } = ruleWith(keys);
  return askRule(program, rule, z3);
}

/** What is proved: `never-fails`, `idle-part amount > 12`. */
export function proved(answers: readonly Answered[]): readonly string[] {
  return answers.filter(({ answer }) => answer === 'proved').map(shown);
}

function shown(one: Answered): string {
  return one.kind === 'idle-part' ? `${one.kind} ${textOfPart(one.part)}` : one.kind;
}
