import { at, scalarKind, type Yaml, type YamlMap } from '../yaml/tree.ts';
import { listOf } from './trees.ts';

/** A table with the name of another one wherever a row gives no value. */
export function completedTable(table: YamlMap, by: string): YamlMap {
  return inEach(table, 'editions', (edition) =>
    inEach(edition, 'rows', (row) =>
      inEach(row, 'then', (cell) =>
        cell.kind === 'text' && scalarKind(cell) === 'null' ? { ...cell, text: by } : cell,
      ),
    ),
  );
}

/** A map with every item of one of its lists changed; anything else as it is. */
function inEach<T extends Yaml>(yaml: T, key: string, change: (item: Yaml) => Yaml): T {
  if (yaml.kind !== 'map') return yaml;
  const list = at(yaml, [key]).yaml;
  if (list.kind !== 'list') return yaml;
  const value = listOf(list, list.items.map(change));
  const entries = yaml.entries.map((entry) =>
    entry.key.text === key ? { ...entry, value } : entry,
  );
  return { ...yaml, entries };
}
