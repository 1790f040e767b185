import { headingsOf, isTotal } from '../base/headings.ts';
import { nearest } from '../base/suggest.ts';
import type { Table, TableRow } from '../base/table.ts';
import { maskText } from '../feel/sentence/mask-text.ts';
import type { Title } from '../feel/types.ts';
import type { Subject } from '../program/ast.ts';
import type { TermFile } from '../rulebook/files.ts';
import { firstRows, foldedHeading } from './bound.ts';
import { keyCell } from './cells.ts';
import { depthOf, listsIn, type Target, type TargetList, targetsIn, unitIn } from './fields.ts';

/** A column as a mapping may take it. */
export interface ColumnDraft {
  readonly heading: string;
  /** Undefined where no field is called so. */
  readonly path: string | undefined;
  readonly title: Title | undefined;
  readonly times: number | undefined;
  readonly unit: string | undefined;
  /** The heading is not the title itself but close to it: somebody has to look. */
  readonly isNear: boolean;
}

export interface TableDraft {
  readonly name: string;
  /** The list that its rows fill; undefined for the main table. */
  readonly list: string | undefined;
  readonly key: string;
  readonly columns: readonly ColumnDraft[];
}

/**
 * Drafts how tables become the files of a subject, from their headings: titles of fields, words of the glossary, near
 * names.
 *
 * @param fills - the lists that rows of tables fill, by name of the table, where that is known
 */
export async function draftOf(
  tables: readonly Table[],
  { type, file }: Subject,
  terms: readonly TermFile[],
  fills: ReadonlyMap<string, string> = new Map(),
): Promise<readonly TableDraft[]> {
  const mainNames = namesOf(targetsIn(type, true));
  const lists = listsIn(type).map((list) => ({
    list,
    names: namesOf(targetsIn(list.of, false)),
  }));
  const drafts: TableDraft[] = [];
  let main: TableDraft | undefined;
  const headed: Headed[] = [];
  for (const table of tables.filter(({ isHidden }) => isHidden !== true)) {
    // eslint-disable-next-line no-await-in-loop -- in their order
    const one = headedOf(table.name, await firstRows(table));
    if (one) headed.push(one);
  }
  const children = headed.slice(1);
  for (const one of headed) {
    const draft = main ? childDraft(one.name, one.titles, main) : mainDraft(one, children);
    main ??= draft;
    drafts.push(draft);
  }
  return drafts;

  function mainDraft({ name, titles, mayBeKey }: Headed, children: readonly Headed[]): TableDraft {
    const columns = draftColumns(titles, mainNames);
    const id = columns.find(({ path, isNear }) => path === file.id && !isNear)?.heading;
    // what is called as a field of its own is no number of the file
    const numbers = columns
      .filter(({ path, isNear }) => path === undefined || isNear)
      .map(({ heading }) => heading)
      .filter((title) => /(?:编号|号|No\.?|id)$/iu.test(title));
    // child tables are joined by what they share with it
    const joining = titles.find(
      (title) => children.length > 0 && children.every((child) => child.titles.includes(title)),
    );
    const named =
      id ?? numbers.find(mayBeKey) ?? joining ?? titles.find(mayBeKey) ?? titles[0] ?? '';
    // its business number is what a file goes by
    const target = { path: file.id, title: undefined, isNear: false };
    return {
      name,
      list: undefined,
      key: joining ?? named,
      columns: columns.map((one) => (one.heading === named && !id ? { ...one, ...target } : one)),
    };
  }

  function childDraft(name: string, titles: readonly string[], of: TableDraft): TableDraft {
    const key =
      titles.find((title) => foldedHeading(title) === foldedHeading(of.key)) ?? titles[0] ?? '';
    const sheet = foldedHeading(name.slice(name.lastIndexOf('!') + 1));
    const known = fills.get(name);
    const [best] = lists
      .filter(({ list }) => known === undefined || list.path === known)
      .map(({ list, names }) => {
        const columns = draftColumns(
          titles.filter((title) => title !== key),
          names,
        );
        const found = columns.filter((one) => one.path !== undefined && !one.isNear).length;
        const near = columns.filter((one) => one.isNear).length;
        const score = found + near / 4 + (isCalled(list, sheet) ? 2 : 0);
        return { path: list.path, columns, score };
      })
      .toSorted((a, b) => b.score - a.score);
    const { path: list = '', columns = [] } = best ?? {};
    return { name, list, key, columns };
  }

  function isCalled({ title }: TargetList, sheet: string): boolean {
    return Object.values(title).some((one) => {
      const folded = foldedHeading(one);
      return folded === sheet || (sheet.length > 1 && folded.includes(sheet));
    });
  }

  function draftColumns(titles: readonly string[], names: Names): readonly ColumnDraft[] {
    const taken = new Set<string>();
    const found = new Map<string, Found>();
    // what is called so goes before what is only close
    for (const find of [exactly, nearly])
      for (const heading of titles) {
        const target = found.has(heading) ? undefined : find(unitIn(heading).name, names, taken);
        if (!target) continue;
        taken.add(target.path);
        found.set(heading, { target, isNear: find === nearly });
      }
    return titles.map((heading) => {
      const { times, unit } = unitIn(heading);
      const { target, isNear = false } = found.get(heading) ?? {};
      const counted = target ? { times, unit } : { times: undefined, unit: undefined };
      return { heading, path: target?.path, title: target?.field.title, ...counted, isNear };
    });
  }

  function exactly(name: string, names: Names, taken: ReadonlySet<string>): Target | undefined {
    for (const key of [foldedHeading(name), foldedHeading(usual(name))]) {
      const target = only(key, names, taken) ?? only(key.replaceAll('/', ''), names, taken);
      if (target) return target;
    }
    return undefined;
  }

  function nearly(name: string, names: Names, taken: ReadonlySet<string>): Target | undefined {
    const whole = foldedHeading(usual(name));
    for (const key of new Set([whole, whole.slice(whole.lastIndexOf('/') + 1)])) {
      const target = only(key, names, taken);
      if (target) return target;
      const around = [...names.keys()]
        .filter((title) => title.length > 1 && key.length > 1)
        .filter((title) => title.includes(key) || key.includes(title))
        .filter((title) => only(title, names, taken))
        .toSorted((a, b) => Math.abs(a.length - key.length) - Math.abs(b.length - key.length));
      const near = around[0] ?? nearest(key, names.keys());
      const other = near === undefined ? undefined : only(near, names, taken);
      if (other) return other;
    }
    return undefined;
  }

  /** The field of a name that nothing is mapped to yet; of several the one nearest to the file itself. */
  function only(key: string, names: Names, taken: ReadonlySet<string>): Target | undefined {
    const [first, second] = (names.get(key) ?? []).filter(({ path }) => !taken.has(path));
    return first && (!second || depthOf(first.path) < depthOf(second.path)) ? first : undefined;
  }

  /** A heading with the words of the glossary for those that must not stand for them. */
  function usual(heading: string): string {
    for (const { title, not } of terms)
      for (const word of not?.['zh'] ?? [])
        if (heading.includes(word)) return heading.replace(word, title['zh'] ?? word);
    return heading;
  }
}

/** A table with headings. */
interface Headed {
  readonly name: string;
  readonly titles: readonly string[];
  /** Whether the column of a heading may hold business numbers. */
  readonly mayBeKey: (title: string) => boolean;
}

function headedOf(name: string, rows: readonly TableRow[]): Headed | undefined {
  const headings = headingsOf(rows);
  const titles = [...new Set(headings?.titles.filter((title) => title !== ''))];
  if (!headings || titles.length === 0) return undefined;
  const below = rows.filter((row) => row.number > headings.row && !isTotal(row));
  const mayBeKey = (title: string) =>
    isKey(below.map(({ cells }) => keyCell(cells[headings.titles.indexOf(title)] ?? '')));
  return { name, titles, mayBeKey };
}

/** Whether values may be business numbers: each another, none a person’s, and not the numbers of rows. */
function isKey(values: readonly string[]): boolean {
  const isCounted = values.every((value, place) => Number(value) === Number(values[0]) + place);
  return (
    new Set(values).size === values.length &&
    values.every((value) => value !== '' && maskText(value) === value) &&
    (values.length < 2 || !isCounted)
  );
}

interface Found {
  readonly target: Target;
  readonly isNear: boolean;
}

type Names = ReadonlyMap<string, readonly Target[]>;

/** Fields by what they may be called: their titles, and those with the title of the record before them. */
function namesOf(targets: readonly Target[]): Names {
  const names = new Map<string, Target[]>();
  for (const target of targets.toSorted((a, b) => depthOf(a.path) - depthOf(b.path)))
    for (const name of new Set(target.names.map(foldedHeading))) {
      const known = names.get(name);
      if (known) known.push(target);
      else names.set(name, [target]);
    }
  return names;
}

/** The text of a mapping that was drafted: what no field was found for stands in it as comments. */
export function mappingText(
  drafts: readonly TableDraft[],
  subject: string,
  words: { readonly near: string; readonly none: string; readonly complete: string },
): string {
  const [main, ...lists] = drafts;
  if (!main) return '';
  const quoted = (text: string) => JSON.stringify(text);
  const nameOf = (table: string) =>
    table.includes('!')
      ? table.slice(table.lastIndexOf('!') + 1)
      : table.slice(table.lastIndexOf('/') + 1);
  const columns = (draft: TableDraft, indent: string) =>
    draft.columns.map(({ heading, path, times, unit, title, isNear }) => {
      if (path === undefined) return `${indent}# ${quoted(heading)}:   # ${words.none}`;
      const to =
        times === undefined
          ? quoted(path)
          : `{ to: ${quoted(path)}, times: ${times}, unit: ${quoted(unit ?? '')} }`;
      const near = isNear ? `   # ${words.near} ${title?.['zh'] ?? path}` : '';
      return `${indent}${isNear ? '# ' : ''}${quoted(heading)}: ${to}${near}`;
    });
  const hasColumns = (draft: TableDraft) =>
    draft.columns.some(({ path, isNear }) => path !== undefined && !isNear);
  // a table of which half the headings are close to fields of one list is that list, though somebody has to look at each
  const isKnown = (draft: TableDraft) =>
    hasColumns(draft) ||
    2 * draft.columns.filter(({ path }) => path !== undefined).length >= draft.columns.length;
  const table = (draft: TableDraft, indent: string) => [
    `${indent}key: ${quoted(draft.key)}`,
    `${indent}columns:${hasColumns(draft) ? '' : ' {}'}`,
    ...columns(draft, `${indent}  `),
  ];
  const known = lists.filter(isKnown);
  const lines = [
    '# yaml-language-server: $schema=../../schemas/mapping.schema.json',
    'format: 1',
    `subject: ${quoted(subject)}`,
    'table:',
    `  name: ${quoted(nameOf(main.name))}`,
    ...table(main, '  '),
    ...(known.length > 0 ? ['lists:'] : []),
    ...known.flatMap((draft) => [
      `  - name: ${quoted(nameOf(draft.name))}`,
      `    list: ${quoted(draft.list ?? '')}`,
      ...table(draft, '    '),
    ]),
    `# ${words.complete}`,
    'complete: []',
  ];
  return `${lines.join('\n')}\n`;
}
