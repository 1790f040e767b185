import { pointerTo } from '../base/pointer.ts';
import type { Span } from '../base/source.ts';

/** A YAML value that remembers where it was written. */
export type Yaml = YamlText | YamlList | YamlMap;

export interface YamlText {
  readonly kind: 'text';
  /** The text itself, without quotes; empty, behind the key, for a key with nothing. */
  readonly span: Span;
  readonly text: string;
  /** Not quoted and not a block: may be read as a number, a truth value or null. */
  readonly plain: boolean;
}

export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly Yaml[];
}

export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: YamlText;
  readonly value: Yaml;
}

export function field(map: YamlMap, name: string): Yaml | undefined {
  return map.entries.find((entry) => entry.key.text === name)?.value;
}

const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);
const numbers = /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/u;

/** What a scalar stands for in YAML's core schema: null, true, a number, or else text. */
export function scalarKind({ text, plain }: YamlText): 'null' | 'boolean' | 'number' | 'text' {
  if (!plain) return 'text';
  if (nulls.has(text)) return 'null';
  if (/^(true|True|TRUE|false|False|FALSE)$/u.test(text)) return 'boolean';
  return numbers.test(text) ? 'number' : 'text';
}

/** As plain JavaScript data, for a schema validator. Maps have no prototype, so any key is just a key. */
export function plainOf(yaml: Yaml): unknown {
  switch (yaml.kind) {
    case 'list':
      return yaml.items.map(plainOf);
    case 'map':
      return plainMap(yaml, ({ value }) => plainOf(value));
    case 'text':
      switch (scalarKind(yaml)) {
        case 'null':
          return null;
        case 'boolean':
          return yaml.text.toLowerCase() === 'true';
        case 'number':
          return Number(yaml.text);
        case 'text':
          return yaml.text;
      }
  }
}

/** A map as plain data, of what is made of its entries. */
export function plainMap(
  { entries }: YamlMap,
  of: (entry: YamlEntry) => unknown,
): Record<string, unknown> {
  const map = Object.create(null) as Record<string, unknown>;
  for (const entry of entries) map[entry.key.text] = of(entry);
  return map;
}

/** The value at a JSON pointer's keys, or the nearest one on the way to it. */
export function at(
  yaml: Yaml,
  keys: readonly string[],
): { readonly yaml: Yaml; readonly whole: boolean } {
  let here = yaml;
  for (const key of keys) {
    const next: Yaml | undefined =
      here.kind === 'map'
        ? field(here, key)
        : here.kind === 'list'
          ? here.items[Number(key)]
          : undefined;
    if (!next) return { yaml: here, whole: false };
    here = next;
  }
  return { yaml: here, whole: true };
}

/**
 * Where character `offset` of a scalar's text stands in its source: indentation, folded lines, quotes
 * and escapes make the two differ.
 */
export function sourceOffset({ span, text }: YamlText, offset: number): number {
  const written = span.source.text;
  let at = span.start;
  for (let i = 0; at < span.end; i += 1) {
    const wanted = text[i];
    while (at < span.end && written[at] !== wanted && isBlank(written[at]) && !isBlank(wanted))
      at += 1;
    if (i === offset) return at;
    if (written[at] === wanted) {
      if (wanted === '\n') at = skipIndent(written, at + 1, text, i + 1);
      else at += wanted === "'" && written[at + 1] === "'" ? 2 : 1;
    } else if (written[at] === '\\') {
      at += escapeLength(written[at + 1]);
    } else {
      // a folded line: one blank stands for a line end and the indentation after it
      while (at < span.end && isBlank(written[at])) at += 1;
    }
  }
  return span.end;
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\r' || char === '\t';
}

/** Past the indentation that the text does not have. */
function skipIndent(written: string, from: number, text: string, index: number): number {
  let own = 0;
  while (text[index + own] === ' ') own += 1;
  let blanks = 0;
  while (written[from + blanks] === ' ') blanks += 1;
  return from + Math.max(0, blanks - own);
}

function escapeLength(kind: string | undefined): number {
  return kind === 'x' ? 4 : kind === 'u' ? 6 : kind === 'U' ? 10 : 2;
}

/** The span of a part of a scalar's text. */
export function spanWithin(text: YamlText, start: number, end: number): Span {
  return {
    source: text.span.source,
    start: sourceOffset(text, start),
    end: end > start ? sourceOffset(text, end - 1) + 1 : sourceOffset(text, start),
  };
}

/** The pointer of the innermost value that begins at or before an offset, and ends behind it. */
export function pointerAt(yaml: Yaml, offset: number, pointer = ''): string {
  if (yaml.kind === 'map') {
    for (const { key, value } of yaml.entries)
      if (key.span.start <= offset && offset < value.span.end)
        return pointerAt(value, offset, pointerTo(pointer, key.text));
  } else if (yaml.kind === 'list') {
    for (const [index, item] of yaml.items.entries())
      if (item.span.start <= offset && offset < item.span.end)
        return pointerAt(item, offset, pointerTo(pointer, index));
  }
  return pointer;
}
