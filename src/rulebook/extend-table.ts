import { at, scalarKind, type Yaml, type YamlMap } from '../yaml/tree.ts';
import { listOf, textsOf } from './trees.ts';

/** A table with the name of another one wherever a row gives no value; of several outputs, with the one of the same name. */
export function completedTable(table: YamlMap, by: string): YamlMap {
  const { yaml: outputs } = at(table, ['outputs']);
  const names =
    outputs.kind === 'list' && outputs.items.length > 1
      ? outputs.items.flatMap((output) => textsOf(at(output, ['output']).yaml))
      : [];
  return inEach(table, 'editions', (edition) =>
    inEach(edition, 'rows', (row) =>
      inEach(row, 'then', (cell, column) => {
        if (cell.kind !== 'text' || scalarKind(cell) !== 'null') return cell;
        const name = names[column];
        return { ...cell, text: name === undefined ? by : `${by}.${name}` };
      }),
    ),
  );
}

/** A map with every item of one of its lists changed; anything else as it is. */
function inEach<T extends Yaml>(
  yaml: T,
  key: string,
  change: (item: Yaml, index: number) => Yaml,
): T {
  if (yaml.kind !== 'map') return yaml;
  const list = at(yaml, [key]).yaml;
  if (list.kind !== 'list') return yaml;
  const value = listOf(list, list.items.map(change));
  const entries = yaml.entries.map((entry) =>
    entry.key.text === key ? { ...entry, value } : entry,
  );
  return { ...yaml, entries };
}
