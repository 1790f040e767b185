import type { Noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import { unknown } from '../feel/operations/unknown.ts';
import type { Field, NumberType, Type } from '../feel/types.ts';
import type { Unknown, Value } from '../feel/value.ts';
import {
  compare,
  equal,
  parseRational,
  printRational,
  type Rational,
  rational,
} from '../values/rational.ts';
import { parseTime, printDate } from '../values/temporal-text.ts';
import type { DateTime, PlainDate } from '../values/temporal.ts';
import { scalarKind, type Yaml, type YamlText } from '../yaml/tree.ts';
import { type DayFault, readDay, readMoment } from './day-form.ts';
import { mendingOf } from './mending.ts';
import { mostDigits, mostNumber, readNumber } from './number.ts';
import type { DossierProblems, FieldNamed } from './problems.ts';
import { isBelievable } from './schema-days.ts';

/** Where problems of a file are noted. */
export type ProblemsTo = Pick<Noted<DossierProblems>, 'error'>;

/** Money, at most: so many of the smallest unit of its currency. */
const mostUnits = 2n ** 53n;

/** Reports what is of another kind than its field wants; it is unknown. */
export function wrongTypeOf(
  yaml: Yaml,
  field: Field,
  wanted: Type,
  pointer: string,
  to: ProblemsTo,
): Unknown {
  const mending = mendingOf(yaml, wanted);
  const about = { ...named(field), text: excerpt(yaml) };
  to.error('dossier/wrong-type', yaml.span, { ...about, wanted, mending });
  return malformed(pointer);
}

/** A number, text, truth, day, moment or time as it is written; what is malformed is reported, and unknown. */
export function scalarOf(
  yaml: YamlText,
  field: Field,
  type: Type,
  pointer: string,
  to: ProblemsTo,
): Value {
  const { span, text } = yaml;
  const shown = excerpt(yaml);
  const kind = scalarKind(yaml);
  const wrong = () => wrongTypeOf(yaml, field, type, pointer, to);
  const day = (
    read: PlainDate | DateTime | DayFault,
    wanted: 'date' | 'date-time',
  ): PlainDate | DateTime | Unknown => {
    if (typeof read === 'string') {
      to.error('dossier/impossible-date', span, {
        ...named(field),
        text: shown,
        wanted,
        why: read,
      });
      return malformed(pointer);
    }
    // of a moment, the day that is written: its zone moves it by less than anyone would doubt
    if (isBelievable(read.kind === 'date' ? read : read.date, field)) return read;
    to.error('dossier/unbelievable-date', span, {
      ...named(field),
      text: shown,
      earliest: field.earliest && printDate(field.earliest),
      latest: field.latest && printDate(field.latest),
    });
    return malformed(pointer);
  };
  switch (type.kind) {
    case 'boolean':
      return kind === 'boolean' ? text.toLowerCase() === 'true' : wrong();
    case 'text':
      if (kind !== 'text') return wrong();
      if (type.words && !type.lenient && !type.words.has(text)) {
        const words = [...type.words.keys()];
        const near = nearest(text, words);
        const about = { ...named(field), word: shown, words, titles: type.words, near };
        to.error('dossier/unknown-word', span, about);
        return malformed(pointer);
      }
      return text;
    case 'date':
      return kind === 'text' ? day(readDay(text), type.kind) : wrong();
    case 'date-time':
      return kind === 'text' ? day(readMoment(text), type.kind) : wrong();
    case 'time': {
      const time = kind === 'text' ? parseTime(text) : undefined;
      return time ?? wrong();
    }
    case 'number':
      return kind === 'number' ? amount(yaml, field, type, pointer, to) : wrong();
    default:
      return wrong();
  }
}

function amount(
  yaml: YamlText,
  field: Field,
  type: NumberType,
  pointer: string,
  to: ProblemsTo,
): Value {
  const { span, text } = yaml;
  const shown = excerpt(yaml);
  const read = readNumber(text);
  const refuse = <C extends keyof DossierProblems>(code: C, params: DossierProblems[C]) => {
    to.error(code, span, params);
    return malformed(pointer);
  };
  const about = { ...named(field), text: shown };
  const { decimals } = type;
  const perOne = decimals === undefined ? undefined : 10n ** BigInt(decimals);
  const tooBig = () =>
    refuse('dossier/number-too-big', {
      ...about,
      most: perOne === undefined ? mostNumber : printRational(rational(mostUnits, perOne)),
    });
  if ('why' in read && read.why === 'digits')
    return refuse('dossier/too-many-digits', { ...about, digits: read.digits, most: mostDigits });
  if ('why' in read && read.why === 'big') return tooBig();
  const value = 'value' in read ? read.value : undefined;
  if (type.whole && value?.d !== 1n)
    return refuse('dossier/wrong-type', { ...about, wanted: type, mending: 'whole' });
  if (decimals !== undefined && perOne !== undefined && (!value || perOne % value.d !== 0n))
    return refuse('dossier/money-decimals', { ...about, decimals });
  if (!value) return refuse('dossier/number-too-small', about);
  const { values } = type;
  if (values && !type.lenient && !values.some((one) => isWrittenAs(value, one))) {
    const about = { ...named(field), word: shown, words: values, near: undefined };
    return refuse('dossier/unknown-word', about);
  }
  if (perOne !== undefined) {
    const units = (value.n * perOne) / value.d;
    if (units > mostUnits || units < -mostUnits) return tooBig();
  }
  const { minimum, maximum, above, below } = field;
  const beyond = (limit: number | undefined, sign: 1 | -1, included: boolean) => {
    const end = limit === undefined ? undefined : parseRational(String(limit));
    const order = end ? compare(value, end) * sign : -1;
    return order > 0 || (order === 0 && !included);
  };
  if (
    beyond(maximum, 1, true) ||
    beyond(minimum, -1, true) ||
    beyond(below, 1, false) ||
    beyond(above, -1, false)
  ) {
    const limits = { minimum: minimum ?? above, maximum: maximum ?? below };
    return refuse('dossier/out-of-range', { ...about, ...limits });
  }
  return value;
}

/** Whether a number is one that the schema lists. */
function isWrittenAs(value: Rational, text: string): boolean {
  const listed = parseRational(text);
  return listed !== undefined && equal(value, listed);
}

/** A field as messages name it. */
function named({ name, title }: Field): FieldNamed {
  return { field: name, title };
}

function malformed(pointer: string): Unknown {
  return unknown('malformed', pointer);
}

function excerpt(yaml: Yaml): string {
  const text = yaml.kind === 'text' ? yaml.text : yaml.kind === 'list' ? '[…]' : '{…}';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
