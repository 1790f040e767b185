import { dayBefore } from '../values/neighbouring-days.ts';
import type { Source } from '../base/source.ts';
import { parseDate } from '../values/temporal-text.ts';
import { editText, type Plain } from '../yaml/edit-text.ts';
import { parseYaml } from '../yaml/parse.ts';
import { at, plainOf, type Yaml } from '../yaml/tree.ts';
import { type Entry, type Rulebook, rulesOf, stepsOf, tablesOfTheirOwn } from '../rulebook/ast.ts';
import type { MovementFile, Period } from '../rulebook/files.ts';
import { beginning } from '../rulebook/whole.ts';
import { bareDays } from './bare-days.ts';
import type { DraftFault } from './faults.ts';

/** Something that has editions, and where its file has them. */
export interface Dated {
  readonly what: 'rule' | 'parameter' | 'table' | 'definition' | 'code set' | 'step' | 'model';
  readonly id: string;
  readonly entry: Pick<Entry<unknown>, 'path' | 'yaml'>;
  readonly keys: readonly (string | number)[];
  readonly editions: readonly Period[];
}

export interface NewEdition {
  readonly from: string;
  /** Keys of the new edition that are other than those of the last. */
  readonly changes: Readonly<Record<string, Plain>>;
}

/** A file as it is to be. */
export interface Drafted {
  readonly path: string;
  readonly text: string;
}

/** Everything in a rulebook that has editions. */
export function datedIn(rulebook: Rulebook): readonly Dated[] {
  const { definitions, parameters, models, codes } = rulebook;
  const whole = (
    what: Dated['what'],
    id: string,
    entry: Entry<{ editions: readonly Period[] }>,
  ) => ({
    what,
    id,
    entry,
    keys: [],
    editions: entry.data.editions,
  });
  return [
    ...rulesOf(rulebook).map(({ id, entry }) => whole('rule', id, entry)),
    ...parameters.map((entry) => whole('parameter', entry.data.parameter, entry)),
    ...tablesOfTheirOwn(rulebook).map((entry) => whole('table', entry.data.table, entry)),
    ...models.map((entry) => whole('model', entry.data.model, entry)),
    ...codes.map((entry) => whole('code set', entry.data.codes, entry)),
    ...stepsOf(rulebook).map(({ id, entry }) => ({
      ...whole('step', id, { ...entry, data: { editions: entry.data.editions ?? [] } }),
    })),
    ...(definitions?.data.definitions ?? []).flatMap((one, index) =>
      // those of models stand in the files of models
      definitions &&
      at(definitions.yaml, ['definitions', String(index)]).yaml.span.source ===
        definitions.yaml.span.source
        ? [
            {
              what: 'definition' as const,
              id: one.definition,
              entry: definitions,
              keys: ['definitions', index],
              editions: one.editions,
            },
          ]
        : [],
    ),
  ];
}

/** A parameter that a rulebook moves which builds on another, as its own file says it. */
export function movedIn(
  files: ReadonlyMap<string, Source>,
  id: string,
): { readonly dated: Dated; readonly text: string } | undefined {
  for (const [path, source] of files) {
    if (!path.startsWith('parameters/')) continue;
    const { value: yaml } = parseYaml(source);
    const data = yaml && (plainOf(yaml) as Partial<MovementFile> | null);
    if (!yaml || data?.moves !== id) continue;
    const { editions = [] } = data;
    const dated: Dated = { what: 'parameter', id, entry: { path, yaml }, keys: [], editions };
    return { dated, text: source.text };
  }
  return undefined;
}

/** Keys that say of an edition what is true of that one alone. */
const ofOne = ['until', 'note', 'since', 'early', 'ended'];

/**
 * The file with one more edition: the last ends on the day before, and the new one says what the last said but for the
 * changes. All else stays as it was written.
 *
 * @param text - of the file that has it
 */
export function withEdition(
  { entry, keys, editions }: Dated,
  text: string,
  { from, changes }: NewEdition,
): Drafted | DraftFault {
  if (!parseDate(from)) return { fault: 'no-day', day: from };
  const until = dayBefore(from);
  const written = at(entry.yaml, [...keys, 'editions'].map(String));
  const last = editions.at(-1);
  const item =
    written.whole && written.yaml.kind === 'list' ? written.yaml.items.at(-1) : undefined;
  // what has no editions is read as one that has no first day
  if (!last || !item || last.from === beginning) return { fault: 'no-editions' };
  if (from <= last.from) return { fault: 'too-early', from: last.from };
  if (last.until !== undefined && last.until !== until)
    return { fault: 'ended', until: last.until };
  const index = editions.length;
  const made = isBlock(text, item)
    ? behindBlock(text, item, { until, isEnded: last.until !== undefined })
    : editText(editText(text, place(index - 1, 'until'), until) ?? '', place(index), {
        ...(plainOf(item) as Record<string, Plain>),
      });
  const edits: readonly (readonly [(string | number)[], Plain | undefined])[] = [
    ...ofOne.map((key) => [place(index, key), undefined] as const),
    [place(index, 'from'), from],
    ...Object.entries(changes).map(([key, value]) => [place(index, key), value] as const),
  ];
  const edited = edits.reduce<string | undefined>(
    (whole, [way, value]) => (whole === undefined ? undefined : editText(whole, way, value)),
    made,
  );
  return edited === undefined
    ? { fault: 'not-written' }
    : { path: entry.path, text: bareDays(edited) };

  function place(...more: readonly (string | number)[]): (string | number)[] {
    return [...keys, 'editions', ...more];
  }
}

/** Whether an item of a list stands in lines of its own, a key a line. */
function isBlock(text: string, { kind, span }: Yaml): boolean {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  return (
    kind === 'map' && text[span.start] !== '{' && /^\s*- $/u.test(text.slice(start, span.start))
  );
}

/** The text with the last edition ended, and once more behind it. */
function behindBlock(
  text: string,
  item: Yaml,
  { until, isEnded }: { readonly until: string; readonly isEnded: boolean },
): string | undefined {
  const day = at(item, ['from']).yaml.span;
  const start = text.lastIndexOf('\n', item.span.start - 1) + 1;
  const column = item.span.start - start - 2;
  const rest = text.slice(item.span.start).split('\n');
  const inside = rest.slice(1).findIndex((line) => line.trim() !== '' && !isInside(line, column));
  const own = rest
    .slice(0, inside < 0 ? rest.length : inside + 1)
    .join('\n')
    .trimEnd();
  const end = item.span.start + own.length;
  const line = text.indexOf('\n', day.end);
  const first = line < 0 || line > end ? end : line;
  const ending = isEnded ? '' : `\n${' '.repeat(column + 2)}until: ${until}`;
  const copy = text.slice(start, end);
  return `${text.slice(0, first)}${ending}${text.slice(first, end)}\n${copy}${text.slice(end)}`;
}

/** Whether a line belongs to an item whose dash stands at a column. */
function isInside(line: string, column: number): boolean {
  return line.search(/\S/u) > column;
}
