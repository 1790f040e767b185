/**
 * Trees of parsed expressions in little room: a record is the number of its list of keys, from 1, with its values behind
 * it, and a list has 0 in front. Places in the text count from where the node above begins.
 */
export interface PackedTrees {
  readonly keys: readonly (readonly string[])[];
  readonly trees: readonly unknown[];
}

/** Where a node begins; its other places count from there. */
const begins = 'start';
const places: ReadonlySet<string> = new Set(['end', 'nameStart']);

type Tree = { readonly [key: string]: unknown };

/** @param trees - plain data, as JSON has it */
export function packedTrees(trees: readonly unknown[]): PackedTrees {
  const shapes = new Map<string, { readonly number: number; readonly keys: readonly string[] }>();
  const packed = trees.map((tree) => pack(tree, 0));
  return { keys: [...shapes.values()].map(({ keys }) => keys), trees: packed };

  function pack(value: unknown, above: number): unknown {
    if (Array.isArray(value)) return [0, ...value.map((item) => pack(item, above))];
    if (typeof value !== 'object' || value === null) return value;
    const tree = value as Tree;
    const { number, keys } = shapeOf(tree);
    const own = tree[begins];
    const start = typeof own === 'number' ? own : above;
    return [
      number,
      ...keys.map((key) => {
        const inner = tree[key];
        if (key === begins) return start - above;
        return places.has(key) && typeof inner === 'number' ? inner - start : pack(inner, start);
      }),
    ];
  }

  function shapeOf(tree: Tree) {
    const own = Object.keys(tree).filter((key) => tree[key] !== undefined);
    // where a node begins is read before what counts from there
    const keys = own.includes(begins) ? [begins, ...own.filter((key) => key !== begins)] : own;
    const name = keys.join(' ');
    const shape = shapes.get(name) ?? { number: shapes.size + 1, keys };
    shapes.set(name, shape);
    return shape;
  }
}

/** What was packed, tree by tree. */
export function unpackedTrees({ keys, trees }: PackedTrees): readonly unknown[] {
  return trees.map((tree) => unpack(tree, 0));

  function unpack(value: unknown, above: number): unknown {
    if (!Array.isArray(value)) return value;
    const [number, ...values] = value as [number, ...unknown[]];
    if (number === 0) return values.map((item) => unpack(item, above));
    const tree: Record<string, unknown> = {};
    let start = above;
    for (const [index, key] of (keys[number - 1] ?? []).entries()) {
      const inner = values[index];
      if (key === begins) tree[key] = start = above + Number(inner);
      else if (places.has(key) && typeof inner === 'number') tree[key] = start + inner;
      else tree[key] = unpack(inner, start);
    }
    return tree;
  }
}
