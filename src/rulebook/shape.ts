import type { ErrorObject } from 'ajv';

import type { Fix, Noted } from '../base/diagnostic.ts';
import { keysOf, pointerTo } from '../base/pointer.ts';
import { type Span, startOf } from '../base/source.ts';
import { nearest } from '../base/suggest.ts';
import { parseDate } from '../values/temporal-text.ts';
import { numberMeant } from '../values/written-number.ts';
import { at, plainOf, type Yaml, type YamlMap } from '../yaml/tree.ts';
import type { RulebookProblems } from './problems.ts';
import { validators } from './shapes.js';

/** Things wrong with the shape of one file that are told of, at most. */
const mostProblems = 50;

/** The kinds of file in a rulebook, each with a schema of its own. */
export type FileKind =
  | 'rulebook'
  | 'extension'
  | 'posts'
  | 'catalogue'
  | 'glossary'
  | 'definitions'
  | 'claims'
  | 'parameter'
  | 'movement'
  | 'table'
  | 'codes'
  | 'calendar'
  | 'reviewed'
  | 'measure'
  | 'promise'
  | 'network'
  | 'step'
  | 'rule'
  | 'addition'
  | 'cases'
  | 'blueprint'
  | 'mapping'
  | 'scheme'
  | 'view'
  | 'occasion'
  | 'model'
  | 'appraisal';

export type CheckShape = typeof checkShape;

/** The same of a file that was checked before. */
export const checkedShape: CheckShape = (_kind, yaml) => ({ data: plainOf(yaml) });

/**
 * Checks a file against the schema of its kind; every difference is a diagnostic at its place.
 *
 * @returns the file as plain data; undefined where anything is wrong
 */
export function checkShape(
  kind: FileKind,
  yaml: Yaml,
  to: Noted<RulebookProblems>,
): { readonly data: unknown } | undefined {
  const data = plainOf(yaml);
  const validate = validators[kind];
  if (validate(data)) return { data };
  const errors = validate.errors ?? [];
  const choices = choicesIn(errors);
  const told = new Set<string>();
  for (const error of telling(errors)) {
    const { instancePath, keyword } = error;
    const words = choices.get(instancePath);
    if (!words || !onItself.has(keyword)) report(error, yaml, to);
    // of a map, what is wrong inside it says more
    else if (!told.has(instancePath) && !errors.some((one) => isInside(one, instancePath)))
      reportChoice(instancePath, words, yaml, to);
    if (words) told.add(instancePath);
  }
  return undefined;
}

/** Keywords of what is wrong with a value itself, not with a part of it. */
const onItself: ReadonlySet<string> = new Set(['const', 'enum', 'type']);

function isInside({ instancePath, keyword }: ErrorObject, path: string): boolean {
  const isOwn = instancePath === path && (onItself.has(keyword) || keyword === 'anyOf');
  return !isOwn && (instancePath === path || instancePath.startsWith(`${path}/`));
}

/** The words of each place that is one of several, or a map with one key: each branch speaks of its own alone. */
function choicesIn(errors: readonly ErrorObject[]): ReadonlyMap<string, readonly string[]> {
  const unions = errors.filter(isUnion).map(({ instancePath }) => instancePath);
  return new Map(
    unions.flatMap((path) => {
      const own = errors.filter((error) => error.instancePath === path);
      const words = own.flatMap((error) => wordsOf(error) ?? []);
      if (words.length === 0) return [];
      const maps = own.flatMap(({ keyword, params, parentSchema }) =>
        keyword === 'type' && (params as { readonly type?: unknown }).type === 'object'
          ? ((parentSchema?.['required'] ?? []) as readonly string[])
          : [],
      );
      return [[path, [...words, ...maps.map((key) => `{ ${key}: … }`)]] as const];
    }),
  );
}

function wordsOf({ keyword, params }: ErrorObject): readonly string[] | undefined {
  if (keyword !== 'enum' && keyword !== 'const') return undefined;
  const { allowedValues, allowedValue } = params as Record<string, unknown>;
  return ((allowedValues ?? [allowedValue]) as readonly unknown[]).map(String);
}

function reportChoice(
  path: string,
  words: readonly string[],
  yaml: Yaml,
  to: Noted<RulebookProblems>,
): void {
  const keys = keysOf(path);
  const place = at(yaml, keys).yaml;
  const word = place.kind === 'text' ? place.text.slice(0, 60) : (keys.at(-1) ?? '');
  to.error('rulebook/unknown-word', place.span, { word, words, near: nearest(word, words) });
}

/**
 * The errors to tell of, `mostProblems` at most.
 *
 * Branches of a union that were tried in vain say less than what is wrong inside them.
 */
function telling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const inside = errors
    .filter((error) => !isUnion(error))
    .map(({ instancePath }) => instancePath)
    .toSorted();
  // of a key that may not be one nothing is said but that: it may be the second half of a text
  const strangers = new Set(
    errors.flatMap(({ instancePath, propertyName }) =>
      propertyName === undefined ? [] : pointerTo(instancePath, propertyName),
    ),
  );
  const told: ErrorObject[] = [];
  for (const error of errors) {
    if (told.length === mostProblems) break;
    if (error.keyword === 'propertyNames' || isMisspelt(error, errors)) continue;
    if (strangers.has(error.instancePath)) continue;
    if (!isUnion(error) || !someStartsWith(inside, error.instancePath)) told.push(error);
  }
  return told;
}

/** Whether a key that is missing is there in another spelling, of which is told already. */
function isMisspelt(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  if (error.keyword !== 'required') return false;
  const { missingProperty } = error.params as { readonly missingProperty: string };
  return errors.some(
    ({ keyword, instancePath, params }) =>
      keyword === 'additionalProperties' &&
      instancePath === error.instancePath &&
      nearest(String((params as Record<string, unknown>)['additionalProperty']), [
        missingProperty,
      ]) !== undefined,
  );
}

function isUnion({ keyword }: ErrorObject): boolean {
  return keyword === 'anyOf';
}

/** Whether a key without a value stands behind a text and a comma in braces: `{ en: first, then }`. */
function isCutOff({ entries }: YamlMap, key: string): boolean {
  const index = entries.findIndex((entry) => entry.key.text === key);
  const [before, cut] = [entries[index - 1]?.value, entries[index]];
  if (before?.kind !== 'text' || cut?.value.kind !== 'text' || cut.value.text !== '') return false;
  const { source, end } = before.span;
  return cut.value.plain && /^,\s*$/u.test(source.text.slice(end, cut.key.span.start));
}

/** Whether one of the sorted texts starts with `prefix`. */
function someStartsWith(sorted: readonly string[], prefix: string): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(prefix) === true;
}

function keyOf({ entries }: YamlMap, name: string): Span | undefined {
  return entries.find(({ key }) => key.text === name)?.key.span;
}

function report(error: ErrorObject, yaml: Yaml, to: Noted<RulebookProblems>): void {
  const keys = keysOf(error.instancePath);
  const place = at(yaml, keys).yaml;
  const { span } = place;
  const key = keys.at(-1) ?? '';
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object);
      const given = place.kind === 'map' ? keyOf(place, name) : undefined;
      to.error('rulebook/unknown-key', given ?? span, {
        key: name,
        near: nearest(name, known),
        cut: place.kind === 'map' && isCutOff(place, name),
      });
      return;
    }
    case 'required':
      to.error('rulebook/missing-key', startOf(span), { key: String(params['missingProperty']) });
      return;
    case 'enum':
    case 'const': {
      const words = wordsOf(error) ?? [];
      const word = place.kind === 'text' ? place.text.slice(0, 60) : key;
      to.error('rulebook/unknown-word', span, { word, words, near: nearest(word, words) });
      return;
    }
    case 'pattern':
      if (error.propertyName !== undefined) {
        const given = place.kind === 'map' ? keyOf(place, error.propertyName) : undefined;
        if (given && params['pattern'] === datePattern) {
          noDate(error.propertyName, given, to);
          return;
        }
        const cut = place.kind === 'map' && isCutOff(place, error.propertyName);
        const unknown = { key: error.propertyName, near: undefined, cut };
        to.error('rulebook/unknown-key', given ?? span, unknown);
        return;
      }
      if (place.kind === 'text' && params['pattern'] === datePattern) {
        noDate(place.text, span, to);
        return;
      }
      to.error('rulebook/pattern', span, {
        text: place.kind === 'text' ? place.text.slice(0, 60) : key,
        pattern: String(params['pattern']),
      });
      return;
    case 'type': {
      const wanted = String(params['type']);
      if (place.kind === 'text' && error.parentSchema?.['pattern'] === datePattern)
        noDate(place.text, span, to);
      else
        to.error(
          'rulebook/wrong-type',
          span,
          { key, wanted },
          fixed(place, valueMeant(wanted, place)),
        );
      return;
    }
    default:
      to.error('rulebook/schema', span, { reason: error.message ?? error.keyword });
  }
}

/** The form of days, as the schemas of files have it. */
const datePattern = String.raw`^-?\d{4}-\d{2}-\d{2}$`;

function noDate(text: string, span: Span, to: Noted<RulebookProblems>): void {
  const date = dateMeant(text);
  const { start, end } = span;
  const fix = date === undefined ? {} : { fix: { start, end, text: date } };
  to.error('rulebook/impossible-date', span, { text: text.slice(0, 60) }, fix);
}

/** `2024-1-1`, `2024/01/01`, `2024年1月1日`, `20240101` as they are written here. */
function dateMeant(text: string): string | undefined {
  const form =
    /^(?<year>\d{4})(?:(?<long>\d{2})(?<last>\d{2})|[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?)$/u;
  const { year, long, last, month, day } = form.exec(text.normalize('NFKC').trim())?.groups ?? {};
  if (year === undefined) return undefined;
  const parts = [long ?? month ?? '', last ?? day ?? ''].map((part) => part.padStart(2, '0'));
  const date = [year, ...parts].join('-');
  return parseDate(date) && date;
}

const truths: Readonly<Record<string, string>> = {
  yes: 'true',
  on: 'true',
  是: 'true',
  no: 'false',
  off: 'false',
  否: 'false',
};

/** What a value of the kind that is wanted will have been meant to be. */
function valueMeant(wanted: string, place: Yaml): string | undefined {
  if (place.kind !== 'text') return undefined;
  const { text, plain } = place;
  if (wanted === 'number' || wanted === 'integer') return numberMeant(text);
  const word = text.trim().toLowerCase();
  if (wanted === 'boolean') return /^(?:true|false)$/u.test(word) ? word : truths[word];
  // one item of a list, without its brackets
  const name = String.raw`[\p{L}\p{N}_#.-]+`;
  const isList =
    wanted === 'array' && plain && new RegExp(`^${name}(?:, ?${name})*$`, 'u').test(text);
  return isList ? `[${text}]` : undefined;
}

/** What to write instead of a value and the quotes around it. */
function fixed({ span, ...place }: Yaml, text: string | undefined): { readonly fix?: Fix } {
  if (text === undefined) return {};
  const quote = place.kind === 'text' && !place.plain ? 1 : 0;
  return { fix: { start: span.start - quote, end: span.end + quote, text } };
}
