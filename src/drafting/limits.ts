import { type Entry, levelOf, type Rulebook, tablesOfTheirOwn } from '../rulebook/ast.ts';
import type { TableFile, Words } from '../rulebook/files.ts';
import { parseYaml } from '../yaml/parse.ts';
import { at, scalarKind, type Yaml } from '../yaml/tree.ts';

/** A parameter or a table, as its file writes it. */
export interface Limit {
  readonly what: 'parameter' | 'table';
  readonly id: string;
  readonly path: string;
  /** Of the file. */
  readonly text: string;
  readonly yaml: Yaml;
  readonly title: Words;
  /** Of a parameter. */
  readonly unit: string;
  /** Of a table. */
  readonly inputs: TableFile['inputs'];
  readonly outputs: TableFile['outputs'];
  readonly editions: readonly LimitEdition[];
}

export interface LimitEdition {
  /** Where the file has it; nothing for what has no editions. */
  readonly keys: readonly (string | number)[];
  /** Empty for what has no editions. */
  readonly from: string;
  readonly until: string;
  readonly basis: readonly string[];
  /** Of a parameter, as it is written. */
  readonly value: string;
  /** Of a table. */
  readonly rows: readonly LimitRow[];
}

/** Cells as they are written; empty where the source gives no value. */
export interface LimitRow {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** The columns of a sheet of limits, by the key that stands in its hidden row. */
export const limitKeys = ['parameter', 'from', 'shown:until', 'value', 'basis', 'digest'] as const;

/** Those of the sheet of a table, beside a column for each of its inputs and outputs. */
export const tableKeys = ['table', 'from', 'shown:until', 'row', 'basis', 'digest'] as const;

/** Every parameter and table of the rulebook's own, and not of one that it builds on. */
export function limitsIn(rulebook: Rulebook): readonly Limit[] {
  const isOwn = ({ yaml }: Entry<unknown>) =>
    levelOf(rulebook, yaml.span) === Math.max(0, rulebook.layers.length - 1);
  const none = { unit: '', inputs: [], outputs: [] };
  return [
    ...rulebook.parameters.filter(isOwn).map((entry) => {
      const { parameter: id, title, unit } = entry.data;
      return { ...none, what: 'parameter' as const, id, title, unit, ...written(entry) };
    }),
    ...tablesOfTheirOwn(rulebook)
      .filter(isOwn)
      .map((entry) => {
        const { table: id, title, inputs, outputs } = entry.data;
        return { ...none, what: 'table' as const, id, title, inputs, outputs, ...written(entry) };
      }),
  ];
}

/** What a digest is made of, by which a limit is known not to have been changed meanwhile. */
export function writtenOf({ editions }: Limit): string {
  return JSON.stringify(
    editions.map(({ from, until, basis, value, rows }) => [from, until, basis, value, rows]),
  );
}

function written({
  path,
  yaml,
}: Entry<unknown>): Pick<Limit, 'path' | 'text' | 'yaml' | 'editions'> {
  const { text, name } = yaml.span.source;
  // what is whole in a rulebook may be written shorter
  const { value: tree = yaml } = parseYaml({ name, text });
  return { path, text, yaml: tree, editions: editionsOf(tree) };
}

export function editionsOf(yaml: Yaml): readonly LimitEdition[] {
  const { yaml: list, whole } = at(yaml, ['editions']);
  if (!whole || list.kind !== 'list') return [editionOf(yaml, [])];
  return list.items.map((item, index) => editionOf(item, ['editions', index]));
}

function editionOf(yaml: Yaml, keys: LimitEdition['keys']): LimitEdition {
  const said = (key: string) => {
    const { yaml: found, whole } = at(yaml, [key]);
    return whole && found.kind === 'text' ? found.text : '';
  };
  return {
    keys,
    from: keys.length > 0 ? said('from') : '',
    until: said('until'),
    basis: cellsAt(yaml, 'basis'),
    value: said('value'),
    rows: itemsAt(yaml, 'rows').map((row) => ({
      inputs: cellsAt(row, 'when'),
      outputs: cellsAt(row, 'then'),
    })),
  };
}

function cellsAt(yaml: Yaml, key: string): readonly string[] {
  return itemsAt(yaml, key).map((item) =>
    item.kind === 'text' && scalarKind(item) !== 'null' ? item.text : '',
  );
}

function itemsAt(yaml: Yaml, key: string): readonly Yaml[] {
  const { yaml: list, whole } = at(yaml, [key]);
  return whole && list.kind === 'list' ? list.items : [];
}
