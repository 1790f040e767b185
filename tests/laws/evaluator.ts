import { judgeRule } from '../../src/evaluate/judge-rule.ts';
import type { Outcome } from '../../src/evaluate/outcome.ts';
import { newSession } from '../../src/evaluate/session.ts';
import type { Engine } from './laws.ts';
import { readFile, type Said, type Status } from './verdicts.ts';

/** The evaluator of core, which says of each element in turn. */
export const evaluator: Engine = {
  name: 'evaluator',
  of: ({ program, subject }) => {
    return (text) => {
      const { dossier } = readFile(text, subject.type);
      const session = newSession(program, dossier, subject);
      return program.rules.map((rule): Said => ({
        rule: rule.id,
        elements: judgeRule(rule, session, {}).map((outcome) => ({
          at: placeOf(outcome),
          status: statusOf(outcome),
        })),
      }));
    };
  },
};

/** The place of an element from 1: its key says it too, since made-up files number their keys. */
function placeOf({ element }: Outcome): string | undefined {
  return element === null ? undefined : /\d+$/u.exec(element)?.[0];
}

function statusOf({ status }: Outcome): Status {
  if (status === 'waived' || status === 'not-due') throw new Error(`nothing is ${status} here`);
  return status;
}
