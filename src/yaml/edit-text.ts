import { dump } from 'js-yaml';

import { parseYaml } from './parse.ts';
import { at, plainOf, type Yaml, type YamlEntry, type YamlList, type YamlMap } from './tree.ts';

export type Plain =
  | string
  | number
  | boolean
  | readonly Plain[]
  | { readonly [key: string]: Plain | undefined };

/**
 * A YAML text with another value at a place: all else of it stays as it was written, comments and blank lines too.
 * Maps that are missing on the way are made; what stands in braces or brackets is written anew as a whole.
 *
 * @param keys - keys of maps and positions in lists, from 0; the position behind the last adds an item
 * @param value - undefined takes the entry or item out
 * @returns undefined where the text is no YAML, or the way leads through something else
 */
export function editText(
  text: string,
  keys: readonly (string | number)[],
  value: Plain | undefined,
): string | undefined {
  const { value: tree, diagnostics } = parseYaml({ name: '', text });
  if (!tree || diagnostics.length > 0) return undefined;
  const edited = inside(tree, keys);
  if (edited === undefined || text.endsWith('\n') === edited.endsWith('\n')) return edited;
  return `${edited.trimEnd()}\n`;

  function inside(node: Yaml, way: readonly (string | number)[]): string | undefined {
    const [key, ...rest] = way;
    if (key === undefined) return undefined;
    if (node.kind === 'map' && typeof key === 'string') return inMap(node, key, rest);
    if (node.kind === 'list' && typeof key === 'number') return inList(node, key, rest);
    return undefined;
  }

  function inMap(
    map: YamlMap,
    key: string,
    rest: readonly (string | number)[],
  ): string | undefined {
    const entry = map.entries.find((one) => one.key.text === key);
    if (!entry) return value === undefined ? text : added(map, { [key]: nested(rest, value) });
    if (rest.length === 0)
      return value === undefined ? withoutEntry(map, entry) : withValue(entry, value);
    const inner = entry.value;
    const isOnly = value === undefined && rest.length === 1 && sizeOf(inner) === 1;
    if (isNothing(inner) && value === undefined) return text;
    if (isFlow(text, inner) || isNothing(inner) || isOnly) {
      const made = replaced(plainOf(inner) as Plain | null, rest, value);
      return made === undefined ? undefined : withValue(entry, made);
    }
    return inside(inner, rest);
  }

  function inList(
    list: YamlList,
    index: number,
    rest: readonly (string | number)[],
  ): string | undefined {
    const item = list.items[index];
    if (item && rest.length > 0)
      return isFlow(text, item) ? inFlow(item, rest) : inside(item, rest);
    if (item) return withoutItem(item);
    if (index !== list.items.length || value === undefined) return undefined;
    return added(list, [nested(rest, value)]);
  }

  /** In an item in braces or brackets, which is written anew. */
  function inFlow(item: Yaml, rest: readonly (string | number)[]): string | undefined {
    const made = replaced(plainOf(item) as Plain | null, rest, value);
    if (made === undefined) return undefined;
    return text.slice(0, item.span.start) + flowOf(made) + text.slice(outerEnd(text, item));
  }

  function withValue({ key, value: old }: YamlEntry, made: Plain): string {
    const colon = text.indexOf(':', outerEnd(text, key)) + 1;
    const end = Math.max(colon, outerEnd(text, old));
    const lineEnd = endOfLine(text, end);
    if (isBlock(text, old, made)) {
      const block = indented(blockOf(made), columnOf(text, outerStart(text, key)) + 2);
      const comment = text.slice(end, lineEnd).trimEnd();
      return `${text.slice(0, colon)}${comment}\n${block}${text.slice(lineEnd)}`;
    }
    return `${text.slice(0, colon)} ${flowOf(made)}${text.slice(end)}`;
  }

  /** Behind the last entry or item. */
  function added(collection: YamlMap | YamlList, made: Plain): string {
    const first = collection.kind === 'map' ? collection.entries[0]?.key : undefined;
    const column = columnOf(text, first ? outerStart(text, first) : collection.span.start);
    const end = behindComments(text, outerEnd(text, collection), column);
    return `${text.slice(0, end)}\n${indented(blockOf(made), column)}${text.slice(end)}`;
  }

  function withoutEntry({ entries }: YamlMap, entry: YamlEntry): string | undefined {
    const start = outerStart(text, entry.key);
    const next = entries[entries.indexOf(entry) + 1];
    // the first of an item stands behind its dash, where the next is to stand then
    if (text.slice(startOfLine(text, start), start).trim() === '')
      return withoutLines(start, outerEnd(text, entry.value));
    return next && `${text.slice(0, start)}${text.slice(outerStart(text, next.key))}`;
  }

  function withoutItem(item: Yaml): string {
    return withoutLines(item.span.start, outerEnd(text, item));
  }

  function withoutLines(start: number, end: number): string {
    const from = startOfLine(text, start);
    const column = /\S/u.exec(text.slice(from))?.index ?? 0;
    return text.slice(0, from) + text.slice(behindComments(text, end, column + 1) + 1);
  }
}

/**
 * The same for one scalar in place of another, wherever it stands: within braces and brackets, too, all else stays.
 *
 * @returns undefined where there is no scalar
 */
export function withScalar(
  text: string,
  keys: readonly (string | number)[],
  value: string | number | boolean | null,
): string | undefined {
  const { value: tree } = parseYaml({ name: '', text });
  const found = tree && at(tree, keys.map(String));
  if (!found?.whole || found.yaml.kind !== 'text' || isNothing(found.yaml)) return undefined;
  const { yaml } = found;
  return `${text.slice(0, outerStart(text, yaml))}${flowItem(value)}${text.slice(outerEnd(text, yaml))}`;
}

/** A list of scalars in brackets. */
export function flowList(items: readonly (string | number | boolean | null)[]): string {
  return `[${items.map(flowItem).join(', ')}]`;
}

function flowItem(value: string | number | boolean | null): string {
  return dump([value], { lineWidth: -1, flowLevel: 0 }).trimEnd().slice(1, -1);
}

/** Plain data with another value at a place; undefined where the way leads through something else. */
function replaced(
  data: Plain | null,
  [key, ...rest]: readonly (string | number)[],
  value: Plain | undefined,
): Plain | undefined {
  if (key === undefined) return value;
  if (data === null) return value === undefined ? undefined : nested([key, ...rest], value);
  if (Array.isArray(data) && typeof key === 'number') {
    const items = data as readonly Plain[];
    if (rest.length === 0 && value === undefined) return items.toSpliced(key, 1);
    const inner = replaced(items[key] ?? null, rest, value);
    return inner === undefined ? undefined : items.toSpliced(key, 1, inner);
  }
  if (typeof data !== 'object' || Array.isArray(data) || typeof key !== 'string') return undefined;
  const { [key]: old, ...others } = data as { readonly [key: string]: Plain };
  if (rest.length === 0 && value === undefined) return others;
  const inner = replaced(old ?? null, rest, value);
  return inner === undefined ? undefined : { ...(data as object), [key]: inner };
}

function nested(keys: readonly (string | number)[], value: Plain): Plain {
  return keys.reduceRight<Plain>(
    (made, key) => (typeof key === 'number' ? [made] : { [key]: made }),
    value,
  );
}

function isNothing(yaml: Yaml): boolean {
  return yaml.kind === 'text' && yaml.plain && yaml.text === '';
}

function sizeOf(yaml: Yaml): number {
  return yaml.kind === 'map' ? yaml.entries.length : yaml.kind === 'list' ? yaml.items.length : 0;
}

/** Whether it stands in braces or brackets. */
function isFlow(text: string, { kind, span }: Yaml): boolean {
  return kind !== 'text' && /[[{]/u.test(text[span.start] ?? '');
}

/** Whether what takes the place of a value is written in lines of its own. */
function isBlock(text: string, old: Yaml, made: Plain): boolean {
  if (typeof made !== 'object' || Object.keys(made).length === 0) return false;
  return !isFlow(text, old) || sizeOf(old) === 0;
}

function blockOf(made: Plain): string {
  return dump(made, { lineWidth: -1 }).trimEnd();
}

function flowOf(made: Plain): string {
  const flow = dump(made, { lineWidth: -1, flowLevel: 0 }).trimEnd();
  return flow.startsWith('{') && flow !== '{}' ? `{ ${flow.slice(1, -1)} }` : flow;
}

function indented(block: string, by: number): string {
  return block.replaceAll(/^(?=.)/gmu, ' '.repeat(by));
}

/** Where a value begins with its quotes. */
function outerStart(text: string, { span }: Yaml): number {
  return isQuoted(text, span.start) ? span.start - 1 : span.start;
}

/** Behind a value with its quotes, braces or brackets. */
function outerEnd(text: string, yaml: Yaml): number {
  const { start } = yaml.span;
  if (isFlow(text, yaml)) return endOfFlow(text, start);
  if (yaml.kind === 'text' && !yaml.plain && isQuoted(text, start)) return yaml.span.end + 1;
  // the lines of a block end with a line break, and so does what ends with one
  const end = text[yaml.span.end - 1] === '\n' ? yaml.span.end - 1 : yaml.span.end;
  if (yaml.kind === 'text') return end;
  const last = yaml.kind === 'map' ? yaml.entries.at(-1)?.value : yaml.items.at(-1);
  return last ? Math.max(end, outerEnd(text, last)) : end;
}

function isQuoted(text: string, start: number): boolean {
  return /["']/u.test(text[start - 1] ?? '');
}

/** Behind the brace or bracket that closes the one at `start`; comments and quotes may hold others. */
function endOfFlow(text: string, start: number): number {
  const parts = /(?<=[\s,:[{])(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')|(?<=\s)#[^\n]*|[[\]{}]/gu;
  parts.lastIndex = start;
  let depth = 0;
  for (let match = parts.exec(text); match; match = parts.exec(text)) {
    const [found] = match;
    if (found === '[' || found === '{') depth += 1;
    if (found === ']' || found === '}') depth -= 1;
    if (depth === 0) return parts.lastIndex;
  }
  return text.length;
}

function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function endOfLine(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}

/** The end of the line of an offset, or of the last of the comments below it that stand at a column or further in. */
function behindComments(text: string, at: number, column: number): number {
  let end = endOfLine(text, at);
  for (;;) {
    const next = endOfLine(text, end + 1);
    const line = text.slice(end + 1, next);
    const indent = line.search(/\S/u);
    if (end >= text.length || line[indent] !== '#' || indent < column) return end;
    end = next;
  }
}

function columnOf(text: string, at: number): number {
  return at - startOfLine(text, at);
}
