import type { PathStep } from '../dossier/path.ts';
import type { FixedValue, MappedColumn } from './mapping.ts';

/** A part of a record's text: a cell, what is the same of all rows, or parts inside. */
interface Node {
  readonly fields: Map<string, Node>;
  readonly elements: Node[];
  /** The place of its column among those of the table. */
  column: number | undefined;
  fixed: string | undefined;
  /** Written even where nothing of it is there: that it is empty says something. */
  isKept: boolean;
}

/** Writes the JSON of the records of a table's rows. */
export interface RecordWriter {
  /**
   * @param json - of each column, as JSON; undefined where the cell is blank
   * @param more - elements of lists besides, by the path of the list: texts of JSON
   * @param place - told of each element of a list: its pointer in the text, and in the mapping
   */
  readonly write: (
    json: readonly (string | undefined)[],
    more: ReadonlyMap<string, readonly string[]>,
    place: (pointer: string, template: string) => void,
  ) => string;
}

/**
 * @param lists - paths of lists that rows of other tables fill
 * @param complete - paths that are written though nothing is there
 */
export function recordWriter(
  columns: readonly MappedColumn[],
  fixed: readonly FixedValue[],
  lists: readonly string[],
  complete: readonly string[],
): RecordWriter {
  const root = newNode();
  root.isKept = true;
  for (const [index, { steps }] of columns.entries()) nodeAt(root, steps).column = index;
  for (const { steps, json } of fixed) nodeAt(root, steps).fixed = json;
  for (const list of lists) nodeAt(root, namesOf(list));
  for (const path of complete) keep(root, path);
  return {
    write: (json, more, place) => {
      return text(root, '', '', '', false).json ?? '{}';

      /** @param isElement - what is the same of all rows makes no element by itself */
      function text(
        node: Node,
        path: string,
        pointer: string,
        template: string,
        isElement: boolean,
      ): Written {
        if (node.column !== undefined) return { json: json[node.column], isCell: true };
        if (node.fixed !== undefined) return { json: node.fixed, isCell: false };
        if (node.elements.length > 0 || more.has(path)) return list(node, path, pointer, template);
        if (node.fields.size === 0) return { json: node.isKept ? '[]' : undefined, isCell: false };
        let [inside, isCell] = ['', false];
        for (const [name, inner] of node.fields) {
          const own = path === '' ? name : `${path}.${name}`;
          const found = text(inner, own, `${pointer}/${name}`, `${template}/${name}`, isElement);
          if (found.json === undefined) continue;
          inside += `${inside === '' ? '' : ','}${JSON.stringify(name)}:${found.json}`;
          isCell ||= found.isCell;
        }
        const isThere = isElement ? isCell : inside !== '' || node.isKept;
        return { json: isThere ? `{${inside}}` : undefined, isCell };
      }

      function list(node: Node, path: string, pointer: string, template: string): Written {
        const items: string[] = [];
        for (const [index, element] of node.elements.entries()) {
          const [own, from] = [`${pointer}/${items.length}`, `${template}/${index}`];
          const found = text(element, `${path}[]`, own, from, true);
          if (found.json === undefined) continue;
          place(own, from);
          items.push(found.json);
        }
        const rows = more.get(path) ?? [];
        const all = rows.length > 0 ? [...items, ...rows] : items;
        const isThere = all.length > 0 || node.isKept;
        return { json: isThere ? `[${all.join(',')}]` : undefined, isCell: all.length > 0 };
      }
    },
  };
}

interface Written {
  readonly json: string | undefined;
  readonly isCell: boolean;
}

function newNode(): Node {
  return {
    fields: new Map(),
    elements: [],
    column: undefined,
    fixed: undefined,
    isKept: false,
  };
}

function nodeAt(root: Node, steps: readonly PathStep[]): Node {
  return steps.reduce((node, step) => {
    if ('name' in step) {
      const next = node.fields.get(step.name) ?? newNode();
      node.fields.set(step.name, next);
      return next;
    }
    const index = Number(step.element) - 1;
    for (let at = node.elements.length; at <= index; at += 1) node.elements.push(newNode());
    return node.elements[index] ?? newNode();
  }, root);
}

function namesOf(path: string): readonly PathStep[] {
  return path.split('.').map((name) => ({ name }));
}

/** A complete list is written though it is empty, and so are the records that a complete field is in. */
function keep(root: Node, path: string): void {
  let node: Node | undefined = root;
  for (const name of path.split('.')) {
    if (name.includes('[]')) return;
    node = node.fields.get(name);
    if (!node) return;
    node.isKept = true;
  }
}
