import { type Act, actsOf } from '../evaluate/acts.ts';
import { inForce, type Program, type ProgramStep } from '../program/ast.ts';
import { type Lacking, lackingIn, type Walked } from './walk.ts';

/** Where a file stands on the ring by its events; nothing is judged by it. */
export interface Standing {
  readonly file: string;
  /** The step of the latest event that belongs to one; undefined where there is none. */
  readonly step: string | undefined;
  readonly stage: string | undefined;
  readonly event:
    | { readonly event: string; readonly type: string; readonly day: string }
    | undefined;
  /** Whether the latest event sent it back there. */
  readonly isSentBack: boolean;
  /** Steps that had an event, in processing order. */
  readonly been: readonly string[];
  /** Events without a time, any of which may be the latest, or the list itself: what would tell for sure. */
  readonly lacking: readonly Lacking[];
  readonly outOfOrder: readonly string[];
}

/** Where each file stands: by its latest event. */
export function standingsOf(program: Program, files: readonly Walked[]): readonly Standing[] {
  const stages = new Map(
    program.rulebook.stages.flatMap(({ id, steps }) => steps.map((step) => [step.id, id] as const)),
  );
  return files.flatMap((file) => (file.subject.file.events ? [standingOf(file)] : []));

  function standingOf({ id, subject, dossier }: Walked): Standing {
    const { timed, untimed, outOfOrder, missing } = actsOf(dossier, subject, program.setting.zone);
    const placed = timed.flatMap((act) => {
      const step = stepOf(act, act.at.day, program);
      return step === undefined ? [] : [{ act, step }];
    });
    const latest = placed.at(-1);
    const been = new Set(placed.filter(({ act }) => !act.isReturn).map(({ step }) => step));
    const unknown = untimed.map(({ place }) => ({ why: 'absent' as const, pointer: place }));
    return {
      file: id,
      step: latest?.step,
      stage: latest && stages.get(latest.step),
      event: latest && {
        event: latest.act.event,
        type: latest.act.type ?? '',
        day: latest.act.at.day,
      },
      isSentBack: latest?.act.isReturn === true,
      been: program.steps.filter((step) => been.has(step.id)).map((step) => step.id),
      lacking: lackingIn([...missing, ...unknown], id),
      outOfOrder,
    };
  }
}

function stepOf(act: Act, day: string, { steps }: Program): string | undefined {
  if (act.isReturn) return act.returnedTo;
  const { type } = act;
  return type === undefined ? undefined : steps.find((step) => asks(step, type, day))?.id;
}

/** Whether a step asks for an event on a day; one outside its editions is still its own. */
function asks({ editions }: ProgramStep, type: string, day: string): boolean {
  const edition = inForce(editions, day);
  return edition
    ? edition.events.includes(type)
    : editions.some(({ events }) => events.includes(type));
}
