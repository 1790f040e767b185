import type { Noted } from '../base/diagnostic.ts';
import { pointerTo } from '../base/pointer.ts';
import type { Span } from '../base/source.ts';
import { nearest } from '../base/suggest.ts';
import { at, plainOf, type Yaml, type YamlMap } from '../yaml/tree.ts';
import { type Fault, type Schema, type SchemaCheck, schemaCheck } from './json-schema.ts';
import type { RulebookProblems } from './problems.ts';

/** Things wrong with the shape of one file that are told of, at most. */
const mostProblems = 50;

/** The kinds of file in a rulebook, each with a schema of its own. */
export type FileKind =
  | 'rulebook'
  | 'extension'
  | 'posts'
  | 'catalogue'
  | 'definitions'
  | 'parameter'
  | 'movement'
  | 'table'
  | 'codes'
  | 'calendar'
  | 'reviewed'
  | 'measure'
  | 'step'
  | 'rule'
  | 'addition'
  | 'cases';

/** The JSON Schemas that `schemas/` holds, by kind of file. */
export type FileSchemas = Readonly<Record<FileKind, object>>;

/**
 * Checks a file against the schema of its kind; every difference is a diagnostic at its place.
 *
 * @returns the file as plain data; undefined where anything is wrong
 */
export type ShapeCheck = (
  kind: FileKind,
  yaml: Yaml,
  to: Noted<RulebookProblems>,
) => { readonly data: unknown } | undefined;

const made = new WeakMap<object, SchemaCheck>();

export function shapeChecker(schemas: FileSchemas): ShapeCheck {
  return (kind, yaml, to) => {
    const schema = schemas[kind];
    const check = made.get(schema) ?? schemaCheck(schema as Schema);
    made.set(schema, check);
    const data = plainOf(yaml);
    const faults = check(data);
    for (const fault of telling(faults)) report(fault, yaml, to);
    return faults.length === 0 ? { data } : undefined;
  };
}

/**
 * The faults to tell of, `mostProblems` at most.
 *
 * Branches of a union that were tried in vain say less than what is wrong inside them.
 */
function telling(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length === 0) return faults;
  const inside = faults
    .filter((fault) => !isUnion(fault))
    .map(pointerOf)
    .toSorted();
  // of a key that may not be one nothing is said but that: it may be the second half of a text
  const strangers = new Set(
    faults.flatMap((fault) =>
      fault.key === undefined ? [] : pointerTo(pointerOf(fault), fault.key),
    ),
  );
  const told: Fault[] = [];
  for (const fault of faults) {
    if (told.length === mostProblems) break;
    if (fault.keyword === 'propertyNames') continue;
    if (strangers.has(pointerOf(fault))) continue;
    if (!isUnion(fault) || !someStartsWith(inside, pointerOf(fault))) told.push(fault);
  }
  return told;
}

function pointerOf({ keys }: Fault): string {
  return keys.reduce(pointerTo, '');
}

function isUnion({ keyword }: Fault): boolean {
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

function report(
  { keys, keyword, says, schema, key: own }: Fault,
  yaml: Yaml,
  to: Noted<RulebookProblems>,
): void {
  const place = at(yaml, keys).yaml;
  const { span } = place;
  const key = keys.at(-1) ?? '';
  switch (keyword) {
    case 'additionalProperties': {
      const name = String(says);
      const known = Object.keys(schema['properties'] ?? {});
      const given = place.kind === 'map' ? keyOf(place, name) : undefined;
      to.error('rulebook/unknown-key', given ?? span, {
        key: name,
        near: nearest(name, known),
        cut: place.kind === 'map' && isCutOff(place, name),
      });
      return;
    }
    case 'required':
      to.error('rulebook/missing-key', { ...span, end: span.start }, { key: String(says) });
      return;
    case 'enum':
    case 'const': {
      const words = [says].flat().map(String);
      const word = place.kind === 'text' ? place.text.slice(0, 60) : key;
      to.error('rulebook/unknown-word', span, { word, words, near: nearest(word, words) });
      return;
    }
    case 'pattern':
      if (own !== undefined) {
        const given = place.kind === 'map' ? keyOf(place, own) : undefined;
        const cut = place.kind === 'map' && isCutOff(place, own);
        to.error('rulebook/unknown-key', given ?? span, { key: own, near: undefined, cut });
        return;
      }
      to.error('rulebook/pattern', span, {
        text: place.kind === 'text' ? place.text.slice(0, 60) : key,
        pattern: String(says),
      });
      return;
    case 'type':
      to.error('rulebook/wrong-type', span, { key, wanted: String(says) });
      return;
    default:
      to.error('rulebook/schema', span, { reason: reasonOf(keyword, says) });
  }
}

/** What is wrong, for keywords that have no message of their own. */
function reasonOf(keyword: string, says: unknown): string {
  const limit = String(says);
  switch (keyword) {
    case 'minItems':
      return `must NOT have fewer than ${limit} items`;
    case 'maxItems':
      return `must NOT have more than ${limit} items`;
    case 'minLength':
      return `must NOT have fewer than ${limit} characters`;
    case 'minimum':
      return `must be >= ${limit}`;
    case 'maximum':
      return `must be <= ${limit}`;
    case 'anyOf':
      return 'must match a schema in anyOf';
    default:
      return keyword;
  }
}
