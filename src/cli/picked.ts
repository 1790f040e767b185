import { dirname, extname, isAbsolute, join } from 'node:path';

import type { Diagnostic } from '../base/diagnostic.ts';
import type { PathProblems } from '../base/path-problems.ts';
import { startOf } from '../base/source.ts';
import { placeIn } from '../base/workbook.ts';
import { digestOfBytes } from '../io/digest.ts';
import { readText } from '../io/read.ts';
import { readWorkbook } from '../io/workbook.ts';
import type { SchemeJson } from '../report/json-format.ts';
import { pickedKeys } from '../report/picked.ts';
import type { SchemeProblems } from '../scheme/problems.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { YamlProblems } from '../yaml/problems.ts';
import { field, plainOf } from '../yaml/tree.ts';
import type { Call } from './call.ts';
import { complainOf } from './console.ts';
import { onlyFile } from './option-file.ts';
import type { SchemeRead } from './scheme.ts';
import type { Sound } from './sound.ts';

/** The files that were drawn for an inspection, by id. */
export interface PickedRead {
  readonly ids: ReadonlySet<string>;
  readonly json: NonNullable<SchemeJson['picked']>;
}

type Found = Diagnostic<SchemeProblems & PathProblems & YamlProblems>;

/**
 * The list of `--picked`, else that of the scheme; undefined where there is none, `wrong` after complaining of one that
 * cannot be read.
 */
export async function pickedOf(
  call: Call,
  inspection: SchemeRead | undefined,
  { language }: Pick<Sound, 'language'>,
): Promise<PickedRead | 'wrong' | undefined> {
  const given = onlyFile(call, 'picked', '只能给出一份样本清单 / takes one list of files');
  const file = given ?? fromScheme(inspection);
  if (file === undefined) return undefined;
  const { ids, problems } = await idsIn(file);
  complainOf(problems, language);
  if (!ids) return 'wrong';
  return { ids, json: { file, digest: digestOfIds(ids), files: ids.size } };
}

/** Over ids, sorted, each with an end of line: the same whatever they are listed in. */
export function digestOfIds(ids: Iterable<string>): string {
  const sorted = [...ids].toSorted((a, b) => (a < b ? -1 : 1));
  return digestOfBytes(sorted.map((id) => `${id}\n`).join(''));
}

/** The path in a scheme is from the folder of the scheme. */
function fromScheme(inspection: SchemeRead | undefined): string | undefined {
  const path = inspection?.scheme.data.picked;
  if (path === undefined || !inspection || isAbsolute(path)) return path;
  return join(dirname(inspection.json.file), path);
}

async function idsIn(
  path: string,
): Promise<{ readonly ids?: ReadonlySet<string>; readonly problems: readonly Found[] }> {
  const isTable = ['.xlsx', '.csv'].includes(extname(path).toLowerCase());
  return isTable ? idsInTable(path) : idsInYaml(path);
}

async function idsInTable(path: string): ReturnType<typeof idsIn> {
  const read = await readWorkbook(path);
  if ('problem' in read) return { problems: [read.problem] };
  for (const { rows } of read.sheets) {
    const head = rows.find(({ cells }) => cells.includes('dossier'));
    if (!head) continue;
    const column = head.cells.indexOf('dossier');
    const titles = head.number + 1;
    const isKeyed = pickedKeys.every((key) => head.cells.includes(key)) && path.endsWith('.xlsx');
    const ids = rows
      .filter(({ number }) => number > (isKeyed ? titles : head.number))
      .flatMap(({ cells }) => cells[column] || []);
    return { ids: new Set(ids), problems: [] };
  }
  const span = placeIn(read.sheets[0] ?? { name: path, rows: [] });
  return { problems: [{ code: 'scheme/not-a-list', severity: 'error', span, params: {} }] };
}

async function idsInYaml(path: string): ReturnType<typeof idsIn> {
  const text = readText(path);
  if (!('source' in text)) return { problems: [text.problem] };
  const { value, diagnostics } = parseYaml(text.source);
  if (!value) return { problems: diagnostics };
  const list = value.kind === 'map' ? field(value, 'picked') : value;
  const listed = list?.kind === 'list' ? list.items.map(plainOf).map(idOf) : [undefined];
  const ids = listed.filter((id) => id !== undefined);
  if (ids.length === listed.length) return { ids: new Set(ids), problems: diagnostics };
  const span = startOf(value.span);
  return { problems: [{ code: 'scheme/not-a-list', severity: 'error', span, params: {} }] };
}

/** `D-1`, or `{ dossier: D-1, … }` */
function idOf(one: unknown): string | undefined {
  const id: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'dossier') : one;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}
