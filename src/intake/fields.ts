import type { ContextType, Field, Title } from '../feel/types.ts';

/** A field that a column may be mapped to. */
export interface Target {
  /** From the record of a row; fields of a list are those of its first element: `parties[1].name`. */
  readonly path: string;
  readonly field: Field;
  /** The records that it stands in, the outermost first. */
  readonly within: readonly Field[];
  /** What it may be called: its titles, also without the word for a total; these with the title of the record before them; its path. */
  readonly names: readonly string[];
}

/** Records in records that are looked at. */
const deepest = 4;

/** The fields that columns of a table may be mapped to. */
export function targetsIn(type: ContextType, withLists: boolean): readonly Target[] {
  return targetsBelow(type, '', [], withLists);
}

function targetsBelow(
  { fields }: ContextType,
  path: string,
  within: readonly Field[],
  withLists: boolean,
): readonly Target[] {
  if (within.length > deepest) return [];
  return [...fields.values()].flatMap((field) => {
    const own = path === '' ? field.name : `${path}.${field.name}`;
    const { type } = field;
    if (type.kind === 'context') return targetsBelow(type, own, [...within, field], withLists);
    if (type.kind === 'list' && type.of.kind === 'context')
      return withLists && !path.includes('[')
        ? targetsBelow(type.of, `${own}[1]`, [...within, field], withLists)
        : [];
    const titles = Object.values(field.title).flatMap((title) => withoutTotal(title));
    const groups = Object.values(within.at(-1)?.title ?? {});
    const named = titles.flatMap((title) =>
      groups.flatMap((group) => [`${group}${title}`, `${group}/${title}`]),
    );
    return [{ path: own, field, within, names: [...titles, ...named, own] }];
  });
}

/** A title, and what it is a total of: the table of files has one number for all that a file has. */
function withoutTotal(title: string): readonly string[] {
  const of = title.replace(/合计$|^total (?=\S)/iu, '');
  return of === '' || of === title ? [title] : [title, of];
}

/** A list whose elements rows of a table of its own may be. */
export interface TargetList {
  readonly path: string;
  readonly title: Title;
  readonly of: ContextType;
}

export function listsIn({ fields }: ContextType, path = '', depth = 0): readonly TargetList[] {
  return [...fields.values()].flatMap(({ name, title, type }) => {
    const own = path === '' ? name : `${path}.${name}`;
    if (type.kind === 'context') return depth < deepest ? listsIn(type, own, depth + 1) : [];
    return type.kind === 'list' && type.of.kind === 'context'
      ? [{ path: own, title, of: type.of }]
      : [];
  });
}

/** How many records and elements a path leads through. */
export function depthOf(path: string): number {
  return path.split(/[.[]/u).length;
}

/** What a heading says of the unit of its numbers: `金额（万元）`. */
export function unitIn(heading: string): {
  readonly name: string;
  readonly times: number | undefined;
  readonly unit: string | undefined;
} {
  const match = /^(?<name>.*?)[（(](?<unit>[^（）()]{1,6})[）)]$/u.exec(heading);
  const { name = heading, unit } = match?.groups ?? {};
  const times = { 万元: 10_000, 亿元: 100_000_000, 千元: 1000, '%': 0.01 }[unit ?? ''];
  return { name, times, unit: times === undefined ? undefined : unit };
}
