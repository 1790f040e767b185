import type { Source, Span } from '../base/source.ts';
import { keysOf } from '../base/pointer.ts';
import type { Core } from '../feel/core.ts';
import { type Program } from '../program/ast.ts';
import { type Scope, scopesIn } from '../program/scopes.ts';
import { partsOf } from '../program/walk.ts';
import { parseYaml } from '../yaml/parse.ts';
import { at, pointerAt, sourceOffset, spanWithin, type Yaml, type YamlText } from '../yaml/tree.ts';
import { kindsBehind, type Thing, thingNamed } from './things.ts';

/** What is at a place of a file. */
export type Found =
  /** A key of a map, with those around it. */
  | { readonly kind: 'key'; readonly keys: readonly string[]; readonly span: Span }
  | { readonly kind: 'thing'; readonly thing: Thing; readonly span: Span }
  /** A part of an expression: a name with what it stands for, or what an operator or function makes of its parts. */
  | { readonly kind: 'core'; readonly core: Core; readonly scope: Scope; readonly span: Span };

/** What is at a place of a file that was read. */
export function foundAt(
  source: Source,
  path: string,
  offset: number,
  program: Program,
): Found | undefined {
  const scope = scopesIn(source).find(
    ({ yaml: { span } }) => span.start <= offset && offset <= span.end,
  );
  return scope ? coreAt(scope, offset) : scalarAt(source, path, offset, program);
}

/** The innermost part of an expression at a place. */
function coreAt(scope: Scope, offset: number): Found | undefined {
  const within = textOffset(scope.yaml, offset);
  let found = innermost(scope.cores, within, Infinity);
  for (let next = found; next; next = innermost(insideOf(next), within, size(next))) found = next;
  // a field of each element of a list: the loop itself nobody wrote
  if (found?.kind === 'map' && size(found.returns) === size(found)) found = found.returns;
  if (!found) return undefined;
  return { kind: 'core', core: found, scope, span: nameIn(scope, found) };
}

/** The name or title in a part of an expression, without what it is of, or is given; the whole of what has none. */
export function nameIn({ yaml }: Scope, core: Core): Span {
  const { start, end } = core.span;
  const name = namePattern(core)?.exec(yaml.text.slice(start, end));
  if (!name) return spanWithin(yaml, start, end);
  return spanWithin(yaml, start + name.index, start + name.index + name[0].length);
}

function namePattern({ kind }: Core): RegExp | undefined {
  switch (kind) {
    case 'field':
      return /[\p{L}_][\p{L}\p{N}_]*\s*$/u;
    case 'reference':
    case 'codes':
      return /[\p{L}_][\p{L}\p{N}_]*/u;
    default:
      return undefined;
  }
}

/** The smallest of some parts around a place that is smaller than what it is in. */
function innermost(parts: readonly Core[], offset: number, most: number): Core | undefined {
  return parts
    .filter((one) => one.span.start <= offset && offset <= one.span.end)
    .filter((one) => size(one) > 0 && size(one) < most)
    .toSorted((a, b) => size(a) - size(b))[0];
}

/** The parts of a part, those of the loops behind its points among them; a value of the rule is written elsewhere. */
function insideOf(core: Core): readonly Core[] {
  if (core.kind === 'let') return [];
  return partsOf(core).flatMap((part) =>
    size(part) === size(core) ? [part, ...insideOf(part)] : part,
  );
}

function size({ span: { start, end } }: Core): number {
  return end - start;
}

/** Where in the text of a scalar a place of its file is. */
export function textOffset(yaml: YamlText, offset: number): number {
  let [low, high] = [0, yaml.text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sourceOffset(yaml, middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A thing by its id, in a scalar that is no expression. */
function scalarAt(
  source: Source,
  path: string,
  offset: number,
  program: Program,
): Found | undefined {
  const tree = /\.ya?ml$/u.test(path) ? parseYaml(source).value : undefined;
  if (!tree) return undefined;
  const key = keyAt(tree, offset);
  if (key) return { kind: 'key', ...key };
  const keys = keysOf(pointerAt(tree, offset));
  const { yaml } = at(tree, keys);
  if (yaml.kind !== 'text') return undefined;
  const thing = thingNamed(yaml.text, kindsBehind(keys), program);
  return thing && { kind: 'thing', thing, span: yaml.span };
}

/** The key at a place, with those around it. */
function keyAt(
  yaml: Yaml,
  offset: number,
  keys: readonly string[] = [],
): { readonly keys: readonly string[]; readonly span: Span } | undefined {
  const inside: readonly (readonly [string, Yaml])[] =
    yaml.kind === 'map'
      ? yaml.entries.map(({ key, value }) => [key.text, value])
      : yaml.kind === 'list'
        ? yaml.items.map((item, index) => [String(index), item])
        : [];
  const own =
    yaml.kind === 'map' ? yaml.entries.find(({ key }) => isAround(key, offset)) : undefined;
  if (own) return { keys: [...keys, own.key.text], span: own.key.span };
  const next = inside.find(([, value]) => isAround(value, offset));
  return next && keyAt(next[1], offset, [...keys, next[0]]);
}

function isAround({ span: { start, end } }: Yaml, offset: number): boolean {
  return start <= offset && offset < end;
}

/** Every text of a tree that is a value, with the keys that lead to it. */
export function* textsIn(
  yaml: Yaml,
  keys: readonly string[] = [],
): Generator<readonly [YamlText, readonly string[]]> {
  switch (yaml.kind) {
    case 'text':
      yield [yaml, keys];
      return;
    case 'list':
      for (const [index, item] of yaml.items.entries())
        yield* textsIn(item, [...keys, String(index)]);
      return;
    case 'map':
      for (const { key, value } of yaml.entries) yield* textsIn(value, [...keys, key.text]);
  }
}
