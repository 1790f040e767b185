import type { Program } from '../program/ast.ts';

/** A place of a dossier schema at which the two differ. */
export interface SchemaChange {
  readonly subject: string;
  /** `amount`, `items[].kind` */
  readonly path: string;
  /** A dossier of before is no longer one; or more are, or only its words changed. */
  readonly does: 'breaks' | 'allows' | 'words';
  readonly what: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Keywords that tell people something and judge nothing. */
const words: ReadonlySet<string> = new Set(['title', 'description', '$comment', 'examples', '$id']);

/** Marks without which a value of before means something else, or nothing. */
const meant: ReadonlySet<string> = new Set(['x-unit', 'x-key', 'x-earliest', 'x-latest']);

/** Where dossiers of before may no longer be dossiers, and where more are. */
export function schemaChanges(old: Program, now: Program): readonly SchemaChange[] {
  const { schemas: before } = old.rulebook;
  const { schemas: after } = now.rulebook;
  const subjects = [...new Set([...before.keys(), ...after.keys()])];
  return subjects.flatMap((subject): readonly SchemaChange[] => {
    const [was, is] = [before.get(subject), after.get(subject)];
    if (was === undefined) return [{ subject, path: '', does: 'allows', what: 'added' }];
    if (is === undefined) return [{ subject, path: '', does: 'breaks', what: 'removed' }];
    return schemaChangesOf(was, is).map((one) => ({ subject, ...one }));
  });
}

/** The same of two schemas. */
export function schemaChangesOf(
  was: unknown,
  is: unknown,
): readonly Omit<SchemaChange, 'subject'>[] {
  const found: Omit<SchemaChange, 'subject'>[] = [];
  const met = new Set<string>();
  compare(was, is, '');
  return found;

  function compare(left: unknown, right: unknown, path: string): void {
    if (JSON.stringify(left) === JSON.stringify(right) && !hasReference(left)) return;
    const [a, b] = [resolved(left, was), resolved(right, is)];
    // a record may be inside itself
    const key = JSON.stringify([refOf(left), refOf(right)]);
    if (refOf(left) !== undefined && met.has(key)) return;
    met.add(key);
    properties(a, b, path);
    if (a['items'] !== undefined || b['items'] !== undefined)
      compare(a['items'] ?? {}, b['items'] ?? {}, `${path}[]`);
    required(a, b, path);
    codes(a, b, path);
    keywords(a, b, path);
  }

  function properties(a: Json, b: Json, path: string): void {
    const [left, right] = [recordAt(a, 'properties'), recordAt(b, 'properties')];
    for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
      const at = path === '' ? name : `${path}.${name}`;
      if (!(name in right)) note(at, 'breaks', 'removed');
      else if (!(name in left)) note(at, 'allows', 'added');
      else compare(left[name], right[name], at);
    }
  }

  function required(a: Json, b: Json, path: string): void {
    const [left, right] = [listAt(a, 'required'), listAt(b, 'required')];
    for (const name of right)
      if (!left.includes(name)) note(join(path, name), 'breaks', 'required');
    for (const name of left)
      if (!right.includes(name)) note(join(path, name), 'allows', 'optional');
  }

  /** The codes that a text may be. */
  function codes(a: Json, b: Json, path: string): void {
    const [left, right] = [listAt(a, 'enum'), listAt(b, 'enum')];
    if (left.length === 0 && right.length === 0) return;
    const lost = left.filter((one) => right.length > 0 && !right.includes(one));
    const come = right.filter((one) => left.length > 0 && !left.includes(one));
    if (left.length === 0) note(path, 'breaks', right.join(', '));
    else if (right.length === 0) note(path, 'allows', left.join(', '));
    if (lost.length > 0) note(path, 'breaks', `− ${lost.join(', ')}`);
    if (come.length > 0) note(path, 'allows', `+ ${come.join(', ')}`);
  }

  function keywords(a: Json, b: Json, path: string): void {
    const structural = new Set(['properties', 'items', 'required', 'enum', 'definitions', '$defs']);
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      if (structural.has(key) || key === '$ref' || key === '$schema') continue;
      const [left, right] = [a[key], b[key]];
      if (JSON.stringify(left) === JSON.stringify(right)) continue;
      if (isDeep(left) && isDeep(right)) compareAll(left, right, path);
      else note(path, doesOf(key, left, right), key);
    }
  }

  function compareAll(left: readonly unknown[], right: readonly unknown[], path: string): void {
    if (left.length !== right.length) note(path, 'breaks', 'anyOf');
    else for (const [index, one] of left.entries()) compare(one, right[index], path);
  }

  function note(path: string, does: SchemaChange['does'], what: string): void {
    found.push({ path, does, what });
  }
}

function doesOf(key: string, left: unknown, right: unknown): SchemaChange['does'] {
  if (words.has(key) || (key.startsWith('x-') && !meant.has(key))) return 'words';
  if (right === undefined) return 'allows';
  const isUpper = /^(?:maximum|exclusiveMaximum|maxLength|maxItems)$/u.test(key);
  const isLower = /^(?:minimum|exclusiveMinimum|minLength|minItems)$/u.test(key);
  if (typeof left === 'number' && typeof right === 'number' && (isUpper || isLower))
    return isUpper === right > left ? 'allows' : 'breaks';
  return key === 'additionalProperties' && right !== false ? 'allows' : 'breaks';
}

/** Several schemas, such as those of `anyOf`. */
function isDeep(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object');
}

function join(path: string, name: unknown): string {
  return path === '' ? String(name) : `${path}.${String(name)}`;
}

function refOf(schema: unknown): string | undefined {
  return isJson(schema) && typeof schema['$ref'] === 'string' ? schema['$ref'] : undefined;
}

function hasReference(schema: unknown): boolean {
  return JSON.stringify(schema ?? {}).includes('"$ref"');
}

/** A schema, or what it refers to within its file. */
function resolved(schema: unknown, root: unknown): Json {
  const ref = refOf(schema);
  if (ref === undefined) return isJson(schema) ? schema : {};
  const keys = ref.replace(/^#\/?/u, '').split('/').filter(Boolean);
  let here: unknown = root;
  for (const key of keys) here = isJson(here) ? here[decodeURIComponent(key)] : undefined;
  return isJson(here) ? { ...here, ...(schema as Json) } : {};
}

function recordAt(schema: Json, key: string): Json {
  const found = schema[key];
  return isJson(found) ? found : {};
}

function listAt(schema: Json, key: string): readonly unknown[] {
  const found = schema[key];
  return Array.isArray(found) ? found : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
