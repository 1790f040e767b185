import { type Checked, noted } from '../base/diagnostic.ts';
import { unreachable } from '../base/invariant.ts';
import { pointerTo } from '../base/pointer.ts';
import { nearest } from '../base/suggest.ts';
import { unknown } from '../feel/operations/unknown.ts';
import {
  type ContextType,
  type Field,
  fieldNames,
  type NumberType,
  type Type,
} from '../feel/types.ts';
import { isKind, type Context, type List, type Unknown, type Value } from '../feel/value.ts';
import { compare, parseRational, printRational, rational, toNumber } from '../values/rational.ts';
import { parseDateTime, parseTime, printDate } from '../values/temporal-text.ts';
import type { DateTime, PlainDate } from '../values/temporal.ts';
import { field, scalarKind, type Yaml, type YamlMap, type YamlText } from '../yaml/tree.ts';
import { type DayFault, readDay, readMoment } from './day-form.ts';
import type { Dossier } from './dossier.ts';
import { mendingOf, quotesOf } from './mending.ts';
import { mostNumber, readNumber } from './number.ts';
import { withNotCaptured } from './not-captured.ts';
import { parsePath, pointerOfPath } from './path.ts';
import type { DossierProblems } from './problems.ts';
import { isBelievable } from './schema-days.ts';

/** Money, at most: 2^53 fen. */
const mostFen = 2n ** 53n;
const mostMoney = printRational(rational(mostFen, 100n));

/** Malformed places in one file, at most: with more of them it is something else, or made to choke on. */
const mostProblems = 200;
/** How many of them are said of such a file. */
const toldProblems = 10;

/** The key under which a dossier lists the paths that were verified to be none (经核查确无). */
const verifiedNone = 'verifiedNone';

/** The key with which a file says of what kind it is. */
const subjectKey = 'subject';

/** What a file says it is; undefined where it does not say. */
export function subjectSaid(yaml: Yaml): YamlText | undefined {
  const said = yaml.kind === 'map' ? field(yaml, subjectKey) : undefined;
  return said?.kind === 'text' ? said : undefined;
}

/** How many of a subject's fields a file has at its top. */
export function fieldsAtTop(yaml: Yaml, { fields }: ContextType): number {
  return yaml.kind === 'map' ? yaml.entries.filter(({ key }) => fields.has(key.text)).length : 0;
}

/**
 * Reads a loan file by the fields of its subject.
 *
 * What is malformed is reported and left unknown, and the rest is kept, so that one slip does not
 * hide the other findings.
 */
export function dossierFromYaml(
  yaml: Yaml,
  type: ContextType,
): Checked<Dossier | undefined, DossierProblems> {
  const { diagnostics, error: note } = noted<DossierProblems>();
  const error: typeof note = (...problem) => {
    if (diagnostics.length <= mostProblems) note(...problem);
  };
  if (yaml.kind !== 'map' || fieldsAtTop(yaml, type) === 0) {
    error('dossier/not-a-dossier', yaml.span, { wanted: [...type.fields.keys()].slice(0, 6) });
    return { value: undefined, diagnostics };
  }
  const read = record(yaml, type, '');
  const root = withNotCaptured(withVerified(read, yaml), yaml, type, { error });
  if (diagnostics.length > mostProblems) {
    diagnostics.length = toldProblems;
    note('dossier/too-big', { ...yaml.span, end: yaml.span.start }, { limit: 'problems' });
    return { value: undefined, diagnostics };
  }
  return { value: { root, yaml, malformed: diagnostics.length > 0 }, diagnostics };

  function record(map: YamlMap, type: ContextType, pointer: string): Context {
    const { fields } = type;
    const entries = new Map<string, Value>();
    for (const { key, value } of map.entries) {
      const field = fields.get(key.text);
      if (field) {
        const found = valueOf(value, field, field.type, pointerTo(pointer, field.name));
        if (found !== undefined) entries.set(field.name, found);
      } else if (pointer !== '' || key.text !== subjectKey) {
        const near =
          diagnostics.length > mostProblems ? undefined : nearest(key.text, fields.keys());
        error('dossier/unknown-field', key.span, { field: key.text, near });
      }
    }
    for (const { name, type: of, absenceIsNone } of fields.values()) {
      if (absenceIsNone && !entries.has(name))
        entries.set(name, none(of, pointerTo(pointer, name)));
    }
    return { kind: 'context', entries, pointer, fields: namesOf(type) };
  }

  /** undefined for what is blank, which is as good as absent. */
  function valueOf(yaml: Yaml, field: Field, type: Type, pointer: string): Value | undefined {
    if (yaml.kind === 'text' && scalarKind(yaml) === 'null') return undefined;
    if (yaml.kind === 'text' && yaml.text.trim() === '' && !isWord(yaml.text, type))
      return undefined;
    switch (type.kind) {
      case 'context':
        return yaml.kind === 'map' ? record(yaml, type, pointer) : wrongType();
      case 'list':
        return yaml.kind === 'list' ? list(yaml.items, field, type.of, pointer) : wrongType();
      case 'union': {
        const own = kindOf(yaml, type.of);
        const inQuotes = yaml.kind === 'text' && own?.kind === 'text' && !isWord(yaml.text, own);
        if (inQuotes && own.words && type.of.some((one) => quotesOf(yaml, one))) return wrongType();
        return own ? valueOf(yaml, field, own, pointer) : wrongType();
      }
      case 'any':
      case 'null':
      case 'range':
      case 'days-duration':
      case 'months-duration':
        // Its schema is not understood: what is filled in is neither absent nor known.
        return unknown('undefined', pointer);
      case 'number':
      case 'text':
      case 'boolean':
      case 'date':
      case 'date-time':
      case 'time':
        return yaml.kind === 'text' ? scalar(yaml, field, type, pointer) : wrongType();
      default:
        return unreachable(type);
    }

    function wrongType(): Unknown {
      error('dossier/wrong-type', yaml.span, {
        field: field.name,
        text: excerpt(yaml),
        wanted: type,
        mending: mendingOf(yaml, type),
      });
      return malformed(pointer);
    }
  }

  function list(items: readonly Yaml[], field: Field, of: Type, pointer: string): List {
    const values = items.map((item, index): Value => {
      const at = pointerTo(pointer, index);
      return valueOf(item, field, of, at) ?? unknown('absent', at);
    });
    const { key } = field;
    if (key !== undefined) {
      const seen = new Set<Value>();
      for (const [index, value] of values.entries()) {
        const own = isKind(value, 'context') ? value.entries.get(key) : undefined;
        if (typeof own !== 'string') continue;
        const span = items[index]?.span;
        if (seen.has(own) && span) error('dossier/duplicate-element', span, { key, value: own });
        seen.add(own);
      }
    }
    return { kind: 'list', items: values, pointer, fields: namesOf(of) };
  }

  function scalar(yaml: YamlText, field: Field, type: Type, pointer: string): Value {
    const { span, text } = yaml;
    const shown = excerpt(yaml);
    const kind = scalarKind(yaml);
    const wrong = () => {
      const mending = mendingOf(yaml, type);
      error('dossier/wrong-type', span, { field: field.name, text: shown, wanted: type, mending });
      return malformed(pointer);
    };
    const day = (
      read: PlainDate | DateTime | DayFault,
      wanted: 'date' | 'date-time',
    ): PlainDate | DateTime | Unknown => {
      if (typeof read === 'string') {
        error('dossier/impossible-date', span, {
          field: field.name,
          text: shown,
          wanted,
          why: read,
        });
        return malformed(pointer);
      }
      // of a moment, the day that is written: its zone moves it by less than anyone would doubt
      if (isBelievable(read.kind === 'date' ? read : read.date, field)) return read;
      error('dossier/unbelievable-date', span, {
        field: field.name,
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
        if (type.words && !type.words.has(text)) {
          const words = [...type.words.keys()];
          const near = nearest(text, words);
          error('dossier/unknown-word', span, { field: field.name, word: shown, words, near });
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
        return kind === 'number' ? amount(yaml, field, type, pointer) : wrong();
      default:
        return wrong();
    }
  }

  function amount(yaml: YamlText, field: Field, type: NumberType, pointer: string): Value {
    const { span, text } = yaml;
    const shown = excerpt(yaml);
    const read = readNumber(text);
    const refuse = <C extends keyof DossierProblems>(code: C, params: DossierProblems[C]) => {
      error(code, span, params);
      return malformed(pointer);
    };
    const about = { field: field.name, text: shown };
    const tooBig = () =>
      refuse('dossier/number-too-big', {
        ...about,
        most: type.unit === 'money' ? mostMoney : mostNumber,
      });
    if ('why' in read && read.why === 'digits')
      return refuse('dossier/too-many-digits', { ...about, digits: read.digits });
    if ('why' in read && read.why === 'big') return tooBig();
    const value = 'value' in read ? read.value : undefined;
    if (type.whole && value?.d !== 1n)
      return refuse('dossier/wrong-type', { ...about, wanted: type, mending: 'whole' });
    if (type.unit === 'money' && (!value || 100n % value.d !== 0n))
      return refuse('dossier/fraction-of-fen', about);
    if (!value) return refuse('dossier/number-too-small', about);
    const { values } = type;
    if (values && !values.some((one) => Number(one) === toNumber(value))) {
      const about = { field: field.name, word: shown, words: values, near: undefined };
      return refuse('dossier/unknown-word', about);
    }
    if (type.unit === 'money') {
      const fen = (value.n * 100n) / value.d;
      if (fen > mostFen || fen < -mostFen) return tooBig();
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

  /** What the dossier says was verified to be none is null, or an empty list, instead of absent. */
  function withVerified(read: Context, map: YamlMap): Context {
    const listed = map.entries.find(({ key }) => key.text === verifiedNone)?.value;
    if (listed?.kind !== 'list') return read;
    let result = read;
    for (const item of listed.items) {
      const path = item.kind === 'text' ? item.text : '';
      const steps = parsePath(path);
      const pointer = steps && pointerOfPath(steps, read, type);
      const verified =
        pointer === undefined ? undefined : withNone(result, type, pointer.split('/').slice(1), '');
      if (verified) result = verified as Context;
      else error('dossier/verified-none', item.span, { path });
    }
    return result;
  }

  /** The same value with none at `keys`; undefined when there is something there, or no such field. */
  function withNone(
    value: Value | undefined,
    type: Type,
    keys: readonly string[],
    pointer: string,
  ): Value | undefined {
    const [key, ...rest] = keys;
    if (key === undefined)
      return value === undefined || value === null ? none(type, pointer) : undefined;
    const inner = pointerTo(pointer, key);
    if (type.kind === 'context') {
      const field = type.fields.get(key);
      const context: Context = isKind(value, 'context')
        ? value
        : { kind: 'context', entries: new Map(), pointer };
      const replaced = field && withNone(context.entries.get(key), field.type, rest, inner);
      if (replaced === undefined) return undefined;
      return { ...context, entries: new Map([...context.entries, [key, replaced]]) };
    }
    if (type.kind === 'list' && isKind(value, 'list')) {
      const replaced = withNone(value.items[Number(key)], type.of, rest, inner);
      if (replaced === undefined) return undefined;
      return {
        ...value,
        items: value.items.map((item, index) => (index === Number(key) ? replaced : item)),
      };
    }
    return undefined;
  }
}

/** Whether a text is one of the words that a field may hold, such as a blank that a register has a meaning for. */
function isWord(text: string, type: Type): boolean {
  const words = type.kind === 'union' ? type.of : [type];
  return words.some((one) => one.kind === 'text' && one.words?.has(text) === true);
}

/** Which of several kinds a value is written as; a date goes before a text that could be anything. */
function kindOf(yaml: Yaml, kinds: readonly Type[]): Type | undefined {
  const find = (...wanted: readonly Type['kind'][]) =>
    kinds.find(({ kind }) => wanted.includes(kind));
  if (yaml.kind !== 'text') return undefined;
  const { text } = yaml;
  const scalar = scalarKind(yaml);
  if (scalar === 'number' || scalar === 'boolean') return find(scalar);
  if (scalar !== 'text') return undefined;
  const free = find('text');
  if (isWord(text, { kind: 'union', of: kinds })) return free;
  if (find('date') && /^\d{4}-\d{2}-\d{2}$/u.test(text)) return find('date');
  if (find('date-time') && parseDateTime(text)) return find('date-time');
  if (find('time') && parseTime(text)) return find('time');
  return free ?? find('date', 'date-time', 'time');
}

const noNames: ReadonlySet<string> = new Set();

function none(type: Type, pointer: string): Value {
  return type.kind === 'list'
    ? { kind: 'list', items: [], pointer, fields: namesOf(type.of) }
    : null;
}

/** The names of the fields that a value of a type has. */
function namesOf(type: Type): ReadonlySet<string> {
  return type.kind === 'context' ? fieldNames(type) : noNames;
}

function malformed(pointer: string): Unknown {
  return unknown('malformed', pointer);
}

function excerpt(yaml: Yaml): string {
  const text = yaml.kind === 'text' ? yaml.text : yaml.kind === 'list' ? '[…]' : '{…}';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
