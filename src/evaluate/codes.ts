import type { CodesCore } from '../feel/core.ts';
import { nothing } from '../feel/operations/operating.ts';
import { isUnknown, unknown } from '../feel/operations/unknown.ts';
import type { Value } from '../feel/value.ts';
import { cellOf, type CodeSheet, rowsOf } from '../program/code-sheet.ts';
import { dayOf } from './day.ts';
import { editionOn } from './references.ts';
import type { Moment, Work } from './session.ts';
import type { Trace, TraceOf } from './trace.ts';
import { atNone } from './truth.ts';

/** Whether a code set lists a code on the day of the moment or the day that is asked for, or a column of its row. */
export function codesTrace(core: CodesCore, moment: Moment, trace: TraceOf): Trace {
  const of = trace(core.of, moment);
  const on = core.on && trace(core.on, moment);
  const parts = on ? [of, on] : [of];
  const day = on ? dayOf(on.value, moment.session.program.setting.zone) : moment.day;
  if (typeof day === 'object') return { core, value: day, moment, parts };
  const set = moment.session.program.codeSets.get(core.name);
  const edition = set && editionOn(set.editions, day);
  const value = edition
    ? saidOf(core, of.value, edition.sheet, moment.work)
    : unknown('no-value', core.name);
  return { core, value: isUnknown(value) ? atNone(value, [of]) : value, moment, parts };
}

function saidOf({ name, column }: CodesCore, code: Value, sheet: CodeSheet, work: Work): Value {
  if (isUnknown(code)) return code;
  if (code === null) return nothing(work, code);
  const row = typeof code === 'string' ? rowsOf(sheet).get(code) : undefined;
  if (!column) return row !== undefined;
  const cell = row === undefined ? undefined : cellOf(sheet, row, column);
  return cell ?? unknown('no-value', name);
}
