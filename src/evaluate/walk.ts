import { pointerTo } from '../base/pointer.ts';
import { distinct, isUnknown } from '../feel/operations/unknown.ts';
import type { Missing } from '../feel/value.ts';
import { beginning, inForce, type ProgramStep, type StepEditionProgram } from '../program/ast.ts';
import type { EventsFile } from '../rulebook/files.ts';
import { absent, type Acts, type Progress, progressOf } from './events.ts';
import type { JudgeOptions } from './outcome.ts';
import { momentOf, type Session } from './session.ts';
import { valueOf } from './value.ts';

/** A step as this file went through it. */
export interface Walked {
  readonly step: ProgramStep;
  readonly index: number;
  readonly edition: StepEditionProgram;
  readonly progress: Progress;
  /** Whether the file goes through it at all, or what would tell. */
  readonly applies: boolean | readonly Missing[];
  /** What would tell which edition was in force; empty when that is known. */
  readonly doubt: readonly Missing[];
}

/**
 * A step with the edition in force on the day it was done, or else on the day of the file's last act.
 * Where acts without a day leave that open, every edition counts together.
 */
export function walk(
  step: ProgramStep,
  index: number,
  events: EventsFile,
  acts: Acts,
  session: Session,
  options: JudgeOptions,
): Walked {
  const order = session.program.steps.map(({ id }) => id);
  const returned = (to: string) => order.indexOf(to) >= 0 && order.indexOf(to) <= index;
  const all = acts.kind === 'acts' ? acts.acts : [];
  const undated = all
    .filter(({ day }) => day === undefined)
    .map(({ pointer }) => absent(pointerTo(pointer, events.at)));
  const open = options.asOf !== undefined ? [] : acts.kind === 'unknown' ? acts.missing : undated;
  const latest =
    open.length > 0
      ? undefined
      : (options.asOf ??
        all
          .flatMap(({ day }) => day ?? [])
          .toSorted()
          .at(-1));
  const tried = step.editions.map((edition) => {
    const progress = progressOf(edition, all, returned, events.at);
    const done =
      progress.kind === 'complete' || progress.kind === 'begun' ? progress.acts[0]?.day : undefined;
    return { edition, progress, day: options.asOf ?? done };
  });
  const own = tried.find(({ edition, day }) => day !== undefined && inForce([edition], day));
  if (!own && open.length > 0 && tried.length > 1) {
    const progress = tried.find((one) => one.progress.kind !== 'none')?.progress ?? {
      kind: 'none',
    };
    const each = tried.map(({ edition }) => applies(edition, undefined));
    const agreed = each.every((one) => one === each[0]) ? each[0] : undefined;
    const doubts = each.flatMap((one) => (typeof one === 'boolean' ? [] : one));
    const missing = distinct([...open, ...doubts]);
    return {
      step,
      index,
      edition: together(step.editions),
      progress,
      applies: agreed ?? missing,
      doubt: open,
    };
  }
  const fallback =
    tried.find(({ edition }) => latest !== undefined && inForce([edition], latest)) ?? tried.at(-1);
  const { edition, progress, day } = own ?? fallback ?? nothing(step);
  return { step, index, edition, progress, applies: applies(edition, day ?? latest), doubt: [] };

  function applies(
    { when }: StepEditionProgram,
    day: string | undefined,
  ): boolean | readonly Missing[] {
    const value = when ? valueOf(when, momentOf(session, day)) : true;
    return isUnknown(value) ? value.missing : value === true;
  }
}

/** All that any edition asks for. */
function together(editions: readonly StepEditionProgram[]): StepEditionProgram {
  const all = <T>(of: (edition: StepEditionProgram) => readonly T[]) => [
    ...new Set(editions.flatMap(of)),
  ];
  return {
    from: beginning,
    posts: all(({ posts }) => posts),
    events: all(({ events }) => events),
    when: undefined,
    after: all(({ after }) => after),
    within: editions.find(({ within }) => within)?.within,
    documents: all(({ documents }) => documents),
    gate: all(({ gate }) => gate),
    kind: editions.at(-1)?.kind ?? 'bank',
    level: editions.some(({ level }) => level === 'mandatory')
      ? 'mandatory'
      : (editions.at(-1)?.level ?? 'mandatory'),
    basis: editions.at(-1)?.basis ?? [],
  };
}

function nothing(step: ProgramStep) {
  const { basis = [] } = step.step.entry.data;
  const edition = { ...together([]), basis };
  return { edition, progress: { kind: 'none' } as const, day: undefined };
}
