import type { PlainDate } from '../values/temporal.ts';
import type { Checker } from './checker.ts';
import type { Core } from './core.ts';
import { dateInForm, exampleForms, isDateForm } from './date-form.ts';
import { text } from './types.ts';

type Args = readonly (Core | undefined)[];

/** `date(text, form)` and `is date(text, form)`: the form is written out, and is one; a day has none. */
export function checkDateForm(name: string, [from, form]: Args, { report }: Checker): void {
  if ((name !== 'date' && name !== 'is date') || !form || form.type.kind !== 'text') return;
  const written = textIn(form);
  if (written === undefined || !isDateForm(written)) {
    report('feel/date-form', form.span, { form: written, forms: exampleForms });
    return;
  }
  if (!from || from.type.kind === 'any') return;
  if (from.type.kind === 'date' || from.type.kind === 'date-time') {
    report('feel/type', from.span, { wanted: text, found: from.type });
    return;
  }
  const literal = textIn(from);
  if (name === 'date' && literal !== undefined && !dateInForm(literal, written)) {
    report('feel/literal', from.span, { text: literal });
  }
}

/** The day that a text writes in the form that is given with it. */
export function dayInForm(from: string, form: Core): PlainDate | undefined {
  const written = textIn(form);
  return written === undefined ? undefined : dateInForm(from, written);
}

/** `scale of` asks how a number was written: it has to be a field of the file, not one that is computed. */
export function checkWritten(name: string, [of]: Args, { report }: Checker): void {
  if (name !== 'scale of' || of?.type.kind !== 'number') return;
  if (of.kind !== 'field' || !isRead(of)) report('feel/not-written', of.span, { name });
}

/** A record of the file, or what is in it, read where it stands. */
function isRead(core: Core): boolean {
  switch (core.kind) {
    case 'file':
    case 'variable':
      return true;
    case 'field':
      return isRead(core.of);
    case 'position':
      return isRead(core.list);
    default:
      return false;
  }
}

function textIn(core: Core): string | undefined {
  return core.kind === 'constant' && typeof core.value === 'string' ? core.value : undefined;
}
