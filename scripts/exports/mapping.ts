import type { Words } from '../../src/rulebook/files.ts';
import { printYaml } from '../../src/yaml/print.ts';

/** Where a column goes, as mapping files have it. */
export interface MappingColumn {
  readonly to: string;
  readonly times?: number;
  readonly unit?: string;
  readonly codes?: Readonly<Record<string, string>>;
}

/** A column of an export, as a mapping needs it. */
export interface Mapped {
  readonly heading: string;
  readonly path?: string;
  readonly map?: Omit<MappingColumn, 'to'>;
}

interface TableMapping {
  readonly name: string;
  readonly key: string;
  readonly columns: readonly Mapped[];
  readonly fixed?: Readonly<Record<string, string>>;
}

/** The text of a mapping file. */
export function mappingText(mapping: {
  readonly title: Words;
  readonly table: TableMapping;
  readonly lists: readonly (TableMapping & { readonly list: string })[];
  readonly complete: readonly string[];
}): string {
  const { title, table, lists, complete } = mapping;
  const data = {
    format: 1,
    title,
    subject: 'dossier',
    table: tableData(table),
    ...(lists.length > 0 && {
      lists: lists.map(({ list, ...rest }) => ({ list, ...tableData(rest) })),
    }),
    complete,
  };
  return `# yaml-language-server: $schema=../../schemas/mapping.schema.json\n${printYaml(data)}`;
}

function tableData({ name, key, columns, fixed }: TableMapping) {
  const mapped = columns.flatMap(({ heading, path, map }) =>
    path === undefined ? [] : [[heading, map ? { to: path, ...map } : path] as const],
  );
  return { name, key, columns: Object.fromEntries(mapped), ...(fixed && { fixed }) };
}
