import { keysOf } from '../base/pointer.ts';
import { cellAt, positionOf, type Span } from '../base/source.ts';
import type { Language } from '../base/language.ts';
import { readDossier, type ReadFile } from '../check/read.ts';
import { locate } from '../dossier/dossier.ts';
import { parsePath, pointerOfPath } from '../dossier/path.ts';
import { mask } from '../feel/sentence/format.ts';
import { maskText } from '../feel/sentence/mask-text.ts';
import type { Personal, Type } from '../feel/types.ts';
import { cellJson } from '../report/cell.ts';
import { type Hide, hiderOf } from '../report/hide.ts';
import type { CellJson } from '../report/json-format.ts';
import type { Text } from '../report/result.ts';
import { lookupIn } from '../report/seen-places.ts';
import { at, type Yaml } from '../yaml/tree.ts';
import type { JudgedBy } from './work.ts';

/** Where in a file to look: by pointer, or by path where only that is known. */
export type PlaceAsked = { readonly pointer: string } | { readonly path: string };

/** A place in a file, with what stands around it, for people to look at. */
export interface PlaceShown {
  readonly line: number;
  readonly column: number;
  /** Whether a value stands there; else it is where one would. */
  readonly isThere: boolean;
  /** Of a text: the lines around it. Empty where the file may hold personal data anywhere, and nobody asked for it. */
  readonly lines: readonly LineShown[];
  /** Of a table: the row, a cell for each column that was read. */
  readonly row?: RowShown;
}

/** A line of a text, in parts: what was asked for is marked. */
export interface LineShown {
  readonly number: number;
  readonly parts: readonly { readonly text: string; readonly isMarked: boolean }[];
  /** Its beginning or end was left out. */
  readonly isCut: boolean;
}

export interface RowShown {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly (Pick<CellJson, 'column' | 'heading'> & {
    readonly value: string;
    readonly isMarked: boolean;
  })[];
}

/** Lines shown before and after. */
const around = 4;
/** Letters of a line that are shown before and after what is marked. */
const mostLetters = 160;

/** @param unmasked - shows personal data, in all that is shown */
export function placeShown(
  { engine, kind }: JudgedBy,
  { source, record }: Text,
  asked: PlaceAsked,
  { unmasked, language }: { readonly unmasked: boolean; readonly language: Language },
): PlaceShown | undefined {
  const file = readDossier(source, engine, kind, record);
  const { dossier, subject } = file;
  if (!dossier || !subject) return undefined;
  const pointer =
    'pointer' in asked
      ? asked.pointer
      : (pointerOfPath(parsePath(asked.path) ?? [], dossier.root, subject.type) ?? '');
  const span = locate(dossier, pointer);
  const isThere = at(dossier.yaml, keysOf(pointer)).whole;
  const row = rowShown(file, pointer, { unmasked, language }, engine.program.setting);
  const isHidden = row !== undefined || (dossier.malformed && !unmasked);
  const hide: Hide = unmasked ? (text) => text : hiderOf(dossier, subject);
  const personal = unmasked ? [] : [...personalIn(dossier.yaml, subject.type, undefined)];
  return {
    ...positionOf(span),
    isThere,
    lines: isHidden ? [] : linesShown(span, personal, hide),
    ...(row && { row }),
  };
}

interface PersonalSpan {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

function* personalIn(
  yaml: Yaml,
  type: Type,
  personal: Personal | undefined,
): Generator<PersonalSpan> {
  if (yaml.kind === 'text') {
    const { start, end } = yaml.span;
    if (personal) yield { start, end, shown: mask(yaml.text, personal) };
  } else if (yaml.kind === 'list') {
    const of: Type = type.kind === 'list' ? type.of : { kind: 'any' };
    for (const item of yaml.items) yield* personalIn(item, of, personal);
  } else {
    for (const { key, value } of yaml.entries) {
      const field = type.kind === 'context' ? type.fields.get(key.text) : undefined;
      yield* personalIn(value, field?.type ?? { kind: 'any' }, field?.personal ?? personal);
    }
  }
}

function linesShown(
  { source, start, end }: Span,
  personal: readonly PersonalSpan[],
  hide: Hide,
): readonly LineShown[] {
  const begins = source.begins?.line ?? 1;
  const all = source.text.split('\n');
  const place = positionOf({ source, start }).line - begins;
  const top = Math.max(0, place - around);
  let offset = all.slice(0, top).reduce((sum, { length }) => sum + length + 1, 0);
  const lines: LineShown[] = [];
  for (const [index, text] of all.slice(top, place + around + 1).entries()) {
    lines.push(lineShown(begins + top + index, text.trimEnd(), offset));
    offset += text.length + 1;
  }
  return lines;

  /** @param offset - of the line in its source */
  function lineShown(number: number, text: string, offset: number): LineShown {
    // of what is longer than a line, the first one is marked
    const isFirst = offset <= start && start <= offset + text.length;
    const marked = isFirst
      ? { from: start - offset, to: Math.min(Math.max(end, start) - offset, text.length) }
      : { from: 0, to: 0 };
    const isLong = text.length > 2 * mostLetters;
    const cutFrom = isLong ? Math.max(0, marked.from - mostLetters) : 0;
    const cutTo = isLong
      ? Math.min(text.length, Math.min(marked.to, marked.from + mostLetters) + mostLetters)
      : text.length;
    const to = Math.min(marked.to, cutTo);
    const part = (begin: number, until: number) => shown(text, begin, until, offset);
    const parts = [
      { text: part(cutFrom, marked.from), isMarked: false },
      { text: part(marked.from, to), isMarked: true },
      { text: part(Math.max(to, cutFrom), cutTo), isMarked: false },
    ].filter((one) => one.text !== '');
    return { number, parts, isCut: cutFrom > 0 || cutTo < text.length };
  }

  /** A part of a line as it is shown: what fields hold that are personal is masked by its kind, the rest by what it looks like. */
  function shown(text: string, begin: number, until: number, offset: number): string {
    let at = begin;
    let result = '';
    for (const one of personal) {
      const [own, behind] = [one.start - offset, one.end - offset];
      if (behind <= at || own >= until) continue;
      result += hide(legible(text.slice(at, Math.max(at, own)))) + one.shown;
      at = Math.min(behind, until);
    }
    return result + hide(legible(text.slice(at, until)));
  }
}

/** Letters that a program wrote as `\u5f20`, as people read them. */
function legible(text: string): string {
  return text.replaceAll(/\\u([0-9a-f]{4})/giu, (written, digits: string) => {
    const code = Number.parseInt(digits, 16);
    return code < 0xa0 ? written : String.fromCodePoint(code);
  });
}

function rowShown(
  { dossier, subject }: ReadFile,
  pointer: string,
  { unmasked, language }: { readonly unmasked: boolean; readonly language: Language },
  setting: JudgedBy['engine']['program']['setting'],
): RowShown | undefined {
  if (!dossier || !subject) return undefined;
  const { source } = dossier.yaml.span;
  const cell = cellAt(source, pointer);
  const { rows } = source;
  if (!cell || !rows) return undefined;
  const lookup = lookupIn(dossier, subject, language, unmasked, setting);
  const asked = cell.column && cellJson(cell).column;
  const cells = rows.rows.flatMap((part) => {
    const table = rows.tables[part.table];
    if (!table || table.sheet !== cell.sheet || part.row !== cell.row) return [];
    return Object.entries(table.columns).flatMap(([own, column]) => {
      if (!own.startsWith(part.from)) return [];
      const value = lookup(part.pointer + own.slice(part.from.length))?.value ?? '';
      const shownValue = unmasked ? value : maskText(value);
      return [
        {
          column: column.letter,
          heading: column.heading,
          value: shownValue,
          isMarked: column.letter === asked,
        },
      ];
    });
  });
  return { sheet: cell.sheet, row: cell.row, cells };
}
