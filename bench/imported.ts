import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import papaparse from 'papaparse';

type Json = Readonly<Record<string, unknown>>;

/** Dossiers as tables, a row each and a child table a list, with the mapping that makes dossiers of them: all but lists of records in records. */
export interface Imported {
  readonly tables: readonly string[];
  readonly mapping: string;
}

/** The column of a dossier’s own id, and the one by which child tables join. */
const [id, key] = ['meta.dossierId', 'key'];

/** @param lines - dossiers as JSON */
export function importedFiles(lines: readonly string[], folder: string): Imported {
  const files = lines.map((line) => JSON.parse(line) as Json);
  const main = files.map((file) => new Map(scalarsIn(file, '')));
  const lists = new Map<string, (readonly [string, ReadonlyMap<string, unknown>])[]>();
  for (const [index, file] of files.entries())
    for (const [list, rows] of Object.entries(file)) {
      if (!isOfRecords(rows)) continue;
      const known = lists.get(list) ?? [];
      lists.set(list, known);
      for (const row of rows as readonly Json[])
        known.push([String(main[index]?.get(id)), new Map(scalarsIn(row, ''))]);
    }
  const tables = [
    table(
      join(folder, 'main.csv'),
      main.map((row) => [undefined, row]),
    ),
    ...[...lists].map(([list, rows]) => table(join(folder, `${list}.csv`), rows)),
  ];
  const [first, ...others] = tables;
  const columns = (paths: readonly string[]) =>
    Object.fromEntries(paths.map((path) => [path, path]));
  const mapping = join(folder, 'mapping.yaml');
  const inside = first?.paths.filter((path) => path.includes('.')) ?? [];
  const records = [...new Set(inside.map((path) => path.slice(0, path.lastIndexOf('.'))))];
  const names = [...lists.keys()];
  const given = {
    format: 1,
    table: { name: 'main.csv', key: id, columns: columns(first?.paths ?? []) },
    lists: names.map((list, index) => ({
      name: `${list}.csv`,
      list,
      key,
      columns: columns(others[index]?.paths ?? []),
    })),
    complete: [...records, ...names, ...names.map((list) => `${list}[]`)],
  };
  writeFileSync(mapping, JSON.stringify(given));
  return { tables: tables.map(({ path }) => path), mapping };
}

/** The values of a record and of records in it, by their paths. */
function* scalarsIn(record: Json, path: string): Generator<readonly [string, unknown]> {
  for (const [name, value] of Object.entries(record)) {
    const own = path === '' ? name : `${path}.${name}`;
    if (value === null || isOfRecords(value)) continue;
    if (Array.isArray(value)) {
      if (value.length > 0) yield [own, value.join('、')];
    } else if (typeof value === 'object') yield* scalarsIn(value as Json, own);
    else yield [own, value];
  }
}

function isOfRecords(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === 'object';
}

function table(
  path: string,
  rows: readonly (readonly [string | undefined, ReadonlyMap<string, unknown>])[],
) {
  const paths = [...new Set(rows.flatMap(([, row]) => [...row.keys()]))];
  const isMain = rows[0]?.[0] === undefined;
  const text = papaparse.unparse([
    isMain ? paths : [key, ...paths],
    ...rows.map(([own, row]) => {
      const cells = paths.map((one) => row.get(one) ?? '');
      return isMain ? cells : [own, ...cells];
    }),
  ]);
  writeFileSync(path, text);
  return { path, paths };
}
