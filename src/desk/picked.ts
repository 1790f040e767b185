import type { Checked } from '../base/diagnostic.ts';
import { type Source, startOf } from '../base/source.ts';
import { placeIn } from '../base/workbook.ts';
import type { SchemeJson } from '../report/json-format.ts';
import { pickedKeys } from '../report/picked.ts';
import type { SchemeProblems } from '../scheme/problems.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { YamlProblems } from '../yaml/problems.ts';
import { field, plainOf } from '../yaml/tree.ts';
import type { DigestOf, SheetsGiven } from './given.ts';

/** The files that were drawn for an inspection, by id. */
export interface PickedRead {
  readonly ids: ReadonlySet<string>;
  readonly json: NonNullable<SchemeJson['picked']>;
}

type Ids = Checked<ReadonlySet<string> | undefined, SchemeProblems & YamlProblems>;

/** Reads a list of files that were drawn (样本清单); undefined for what is none. */
export function pickedFrom(
  given: Source | SheetsGiven,
  digestOf: DigestOf,
): Checked<PickedRead | undefined, SchemeProblems & YamlProblems> {
  const { value: ids, diagnostics } = 'sheets' in given ? idsInSheets(given) : idsInYaml(given);
  if (!ids) return { value: undefined, diagnostics };
  const json = { file: given.name, digest: digestOfIds(ids, digestOf), files: ids.size };
  return { value: { ids, json }, diagnostics };
}

/** Over ids, sorted, each with an end of line: the same whatever they are listed in. */
export function digestOfIds(ids: Iterable<string>, digestOf: DigestOf): string {
  const sorted = [...ids].toSorted((a, b) => (a < b ? -1 : 1));
  return digestOf(sorted.map((id) => `${id}\n`).join(''));
}

function idsInSheets({ name, isWorkbook, sheets }: SheetsGiven): Ids {
  for (const { rows } of sheets) {
    const head = rows.find(({ cells }) => cells.includes('dossier'));
    if (!head) continue;
    const column = head.cells.indexOf('dossier');
    const isKeyed = isWorkbook && pickedKeys.every((key) => head.cells.includes(key));
    const titles = head.number + 1;
    const ids = rows
      .filter(({ number }) => number > (isKeyed ? titles : head.number))
      .flatMap(({ cells }) => cells[column] || []);
    return { value: new Set(ids), diagnostics: [] };
  }
  const span = placeIn(sheets[0] ?? { name, rows: [] });
  return {
    value: undefined,
    diagnostics: [{ code: 'scheme/not-a-list', severity: 'error', span, params: {} }],
  };
}

function idsInYaml(source: Source): Ids {
  const { value, diagnostics } = parseYaml(source);
  if (!value) return { value: undefined, diagnostics };
  const list = value.kind === 'map' ? field(value, 'picked') : value;
  const listed = list?.kind === 'list' ? list.items.map(plainOf).map(idOf) : [undefined];
  const ids = listed.filter((id) => id !== undefined);
  if (ids.length === listed.length) return { value: new Set(ids), diagnostics };
  const span = startOf(value.span);
  return {
    value: undefined,
    diagnostics: [{ code: 'scheme/not-a-list', severity: 'error', span, params: {} }],
  };
}

/** `D-1`, or `{ dossier: D-1, … }` */
function idOf(one: unknown): string | undefined {
  const id: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'dossier') : one;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}
