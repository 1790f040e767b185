import { ruleApplying } from '../program/applying.ts';
import {
  beginning,
  type Each,
  type Expression,
  mainSubject,
  period,
  type Program,
  type ProgramRule,
  type Subject,
} from '../program/ast.ts';
import type { Entry } from '../rulebook/ast.ts';
import type { Prose } from '../rulebook/files.ts';

/** What has a condition and is no rule. */
interface Owner {
  readonly name: string;
  readonly entry: Entry<{ readonly title: Prose }>;
  readonly subject: Subject;
  readonly each?: Each | undefined;
  readonly when: Expression | undefined;
  /** The day on which it is read. */
  readonly asOf: Expression | undefined;
}

/**
 * The conditions of steps, promises, measures, models and occasions, each as a rule that applies where it holds, and
 * asks nothing: `step/approval`, `promise/decision`. What has none is left out.
 */
export function conditionsOf(program: Program): readonly ProgramRule[] {
  const { promises, measures, models, occasions } = program;
  const owners: readonly Owner[] = [
    ...promises.map((one) => ({ ...one, name: `promise/${one.name}`, asOf: one.by.day })),
    ...measures.map((one) => ({ ...one, name: `measure/${one.name}`, asOf: one.by.day })),
    ...models.map((one) => ({ ...one, name: `model/${one.name}` })),
    ...occasions.map((one) => ({ ...one, name: `occasion/${one.name}`, asOf: one.by.day })),
  ];
  return [...stepConditions(program), ...owners.flatMap(conditionOf)];
}

function conditionOf({ name, entry, subject, each, when, asOf }: Owner): readonly ProgramRule[] {
  if (!when) return [];
  const { title } = entry.data;
  const editions = [{ from: beginning, asOf, when }];
  return [ruleApplying({ name, title, entry, subject, each, editions })];
}

/** Whether a file goes through a step: the day is that of what the step asks. */
function stepConditions({ steps, process, subjects }: Program): readonly ProgramRule[] {
  const subject = mainSubject(subjects);
  return steps.flatMap(({ id, step, editions }) => {
    const asked = process.find((rule) => rule.step.id === id)?.editions;
    if (!subject || !asked || !editions.some(({ when }) => when)) return [];
    const dated = editions.flatMap((edition, index) => {
      const { when } = edition;
      const core = asked[index]?.asOf;
      return when && core ? [{ ...period(edition), when, asOf: { yaml: when.yaml, core } }] : [];
    });
    const { entry } = step;
    const { title } = entry.data;
    return [ruleApplying({ name: `step/${id}`, title, entry, subject, editions: dated })];
  });
}
