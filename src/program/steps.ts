import type { Names } from '../feel/bindings.ts';
import { levelOf, type Rulebook, type Step, stepsOf } from '../rulebook/ast.ts';
import { count } from '../feel/make.ts';
import type { StepEdition, StepFile, WithinFile } from '../rulebook/files.ts';
import { at } from '../yaml/tree.ts';
import {
  beginning,
  type Dated,
  period,
  type ProgramStep,
  type StepEditionProgram,
  type StepLimit,
} from './ast.ts';
import { type ExpressionReader, notesOf, type ReaderNotes } from './expressions.ts';

/** The editions of a step, and what was noted of their conditions. */
interface StepRead {
  readonly editions: readonly StepEditionProgram[];
  readonly notes: ReaderNotes;
}

/** What conditions of steps are read with. */
export interface StepReading {
  readonly names: Names;
  readonly reader: ExpressionReader;
}

/**
 * The steps of the process, each with what it waits for, and its conditions typed; with what was noted of them.
 *
 * @param reading - asked for where a step is read
 * @param remembered - what was made of the same names and these things before
 */
export function programSteps(
  rulebook: Rulebook,
  reading: () => StepReading,
  remembered: (step: Step, from: readonly unknown[], make: () => StepRead) => StepRead,
): { readonly all: readonly ProgramStep[]; readonly notes: readonly ReaderNotes[] } {
  const steps = stepsOf(rulebook);
  const read = steps.map((step) => {
    const [before, inserted] = [stepBefore(step), insertedBefore(step)];
    const from = [step.entry, before.join(' '), inserted.join(' ')];
    return { step, ...remembered(step, from, () => stepRead(step, before, inserted)) };
  });
  return {
    all: read.map(({ step, editions }) => ({ id: step.id, step, editions })),
    notes: read.map((one) => one.notes),
  };

  function stepRead(
    { entry }: Step,
    before: readonly string[],
    inserted: readonly string[],
  ): StepRead {
    const { names, reader } = reading();
    const own = reader.apart();
    const { data } = entry;
    const editions = (data.editions ?? [{ from: beginning }]).map(
      (edition, index): StepEditionProgram => {
        const whole: Partial<StepEdition> & Dated = { ...data, ...edition };
        const when =
          whole.when === undefined
            ? undefined
            : own.read(at(entry.yaml, ownKeys(index, 'when')).yaml, names, 'boolean');
        const within = whole.within && limitOf(whole.within, ownKeys(index, 'within'));
        return {
          ...period(edition),
          posts: whole.posts ?? [],
          events: whole.events ?? [],
          when,
          after: [...new Set([...(whole.after ?? before), ...inserted])],
          within,
          documents: whole.documents ?? [],
          gate: whole.gate ?? [],
          kind: whole.kind ?? 'bank',
          level: whole.level ?? 'mandatory',
          basis: whole.basis ?? [],
        };
      },
    );
    return { editions, notes: notesOf(own) };

    /** Where a key stands that the edition has of its own, or else of the step. */
    function ownKeys(edition: number, key: keyof StepEdition): readonly string[] {
      return data.editions?.[edition]?.[key] === undefined
        ? [key]
        : ['editions', String(edition), key];
    }

    /** Undefined for what is no parameter, or gives no number, which was told. */
    function limitOf(
      { workingDays, from }: WithinFile,
      keys: readonly string[],
    ): StepLimit | undefined {
      if (typeof workingDays === 'number') return { limit: count(workingDays), from };
      if (rulebook.parameters.every(({ data: { parameter } }) => parameter !== workingDays))
        return undefined;
      const { yaml } = at(entry.yaml, [...keys, 'workingDays']);
      const named = own.read(yaml, names, 'number');
      return named && { limit: named.core, from };
    }
  }

  /** The nearest earlier step that leaves events, of its own rulebook or of one that it builds on. */
  function stepBefore(one: Step): readonly string[] {
    const before = earlier(one).find((other) => levelOfStep(other) <= levelOfStep(one));
    return before ? [before.id] : [];
  }

  /** Steps that a branch put right before it: it waits for them as well as for those it waited for. */
  function insertedBefore(one: Step): readonly string[] {
    const before = earlier(one);
    const own = before.findIndex((other) => levelOfStep(other) <= levelOfStep(one));
    return before.slice(0, own < 0 ? before.length : own).map(({ id }) => id);
  }

  /** Steps before it that leave events, the nearest first. */
  function earlier({ id }: Step): readonly Step[] {
    const index = steps.findIndex((other) => other.id === id);
    return steps
      .slice(0, index)
      .filter(({ entry }) => leavesEvents(entry.data))
      .toReversed();
  }

  function levelOfStep({ entry }: Step): number {
    return levelOf(rulebook, entry.yaml.span);
  }
}

function leavesEvents({ events, editions }: StepFile): boolean {
  return [events, ...(editions ?? []).map((edition) => edition.events)].some(
    (list) => list !== undefined && list.length > 0,
  );
}
