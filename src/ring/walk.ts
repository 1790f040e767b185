import { placeInGroup } from '../dossier/together.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { dayOf } from '../evaluate/day.ts';
import { withinWork } from '../evaluate/limit.ts';
import type { Moment } from '../evaluate/session.ts';
import { isTrue } from '../evaluate/truth.ts';
import { traceOf, valueOf } from '../evaluate/value.ts';
import type { Truth } from '../feel/operations/operating.ts';
import type { Missing, Unknown } from '../feel/value.ts';
import type { Expression, Subject } from '../program/ast.ts';

/** A file of a customer, as it was read. */
export interface Walked {
  readonly id: string;
  readonly subject: Subject;
  readonly dossier: Dossier;
}

/** A field that is not there, and the file that lacks it. */
export interface Lacking {
  readonly file: string;
  /** JSON pointer in that file. */
  readonly pointer: string;
}

/** Whether something holds; what takes too long cannot be told. */
export function truthIn({ core }: Expression, moment: Moment): Truth {
  return withinWork(
    moment,
    () => isTrue(traceOf(core, moment), moment.work),
    (limit) => limit,
  );
}

/** The day that an expression comes to, ISO; null where it was verified that there is none. */
export function dayIn(expression: Expression, moment: Moment): string | null | Unknown {
  const value = valueOf(expression, moment);
  return value === null ? null : dayOf(value, moment.session.program.setting.zone);
}

/**
 * What is missing, by file.
 *
 * @param own - whose expression it was
 * @param group - the files that it read together, in order
 */
export function lackingIn(
  missing: readonly Missing[],
  own: string,
  group: readonly Pick<Walked, 'id'>[] = [],
): readonly Lacking[] {
  const found = missing.map(({ pointer }) => {
    const placed = placeInGroup(pointer);
    const file = placed && group[placed.index];
    return placed && file ? { file: file.id, pointer: placed.pointer } : { file: own, pointer };
  });
  return [...new Map(found.map((one) => [`${one.file}\n${one.pointer}`, one])).values()];
}
