import { pointerOfNames } from '../dossier/path.ts';
import { placeInGroup } from '../dossier/together.ts';
import type { Missing } from '../feel/value.ts';
import type { Program } from '../program/ast.ts';
import type { JudgeOptions, Outcome } from './outcome.ts';

/** The step that records what is at a JSON pointer; undefined where no step says so. */
export function recordingStep(
  pointer: string,
  { steps }: Pick<Program, 'steps'>,
): string | undefined {
  return steps.find(({ step }) =>
    step.entry.data.records?.some((path) => {
      const place = pointerOfNames(path);
      return pointer === place || pointer.startsWith(`${place}/`);
    }),
  )?.id;
}

/** The step yet to come that records what is missing; undefined for what can be there by now. */
export function awaitedStep(
  { why, pointer }: Missing,
  { step: reached, isBefore = false }: JudgeOptions,
  program: Pick<Program, 'steps'>,
): string | undefined {
  if (reached === undefined || why !== 'absent') return undefined;
  const step = recordingStep(placeInGroup(pointer)?.pointer ?? pointer, program);
  if (step === undefined) return undefined;
  const index = (wanted: string) => program.steps.findIndex(({ id }) => id === wanted);
  const isYetToCome = isBefore ? index(step) >= index(reached) : index(step) > index(reached);
  return isYetToCome ? step : undefined;
}

/**
 * A rule that wants only what later steps record is not due; of what else it wants, what can be had by now is told.
 *
 * That is how a rule of an early step which judges on the day of a later act waits for that act.
 */
export function whenDue(outcome: Outcome, options: JudgeOptions, program: Program): Outcome {
  if (options.step === undefined || outcome.status !== 'cannot-tell') return outcome;
  const { missing } = outcome;
  const due = missing.filter((one) => awaitedStep(one, options, program) === undefined);
  if (due.length > 0) return due.length < missing.length ? { ...outcome, missing: due } : outcome;
  const [first] = missing;
  const awaits = first && awaitedStep(first, options, program);
  if (awaits === undefined) return outcome;
  return { ...outcome, status: 'not-due', awaits, missing: [], because: [], manual: false };
}
