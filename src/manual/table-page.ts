import type { Core } from '../feel/core.ts';
import { any, type Type } from '../feel/types.ts';
import { inForce, type Table, type TableRow } from '../program/ast.ts';
import { pathFrom } from '../rulebook/ast.ts';
import type { AppendixSetting } from './appendices.ts';
import type { TableEdition, TablePage } from './model.ts';
import { capital } from '../words/capitals.ts';
import { spanOf } from './reads.ts';
import { noteOf, type Speaker } from './speaker.ts';
import { takesOf } from './takes.ts';

/** A decision table as it is read: a column for each input and output, the edition in force first. */
export function tablePage(
  table: Table,
  { program, speaker, cite, usedBy }: AppendixSetting,
): TablePage {
  const entry = program.rulebook.tables.find(({ data }) => data.table === table.name);
  const current = inForce(table.editions, speaker.asOf);
  const editions = table.editions.map(
    (edition, index): TableEdition & { readonly rank: number } => {
      const file = entry?.data.editions[index];
      return {
        ...spanOf(edition),
        inForce: edition === current,
        rank: edition === current ? 0 : edition.from > speaker.asOf ? 1 : 2,
        rows: edition.rows.map((row, at) => {
          const written = file?.rows[at];
          const levels = entry?.data.outputs.map(({ unit, words }, column) =>
            unit === undefined ? '' : speaker.words(words?.[String(written?.then[column])]),
          );
          return {
            cells: cellsOf(row, table, levels ?? [], speaker),
            note: speaker.words(written?.note),
          };
        }),
        basis: cite(edition.basis),
        note: noteOf(file, speaker),
      };
    },
  );
  return {
    id: table.name,
    ofModel: program.models.find((model) => model.entry.path === entry?.path)?.name,
    title: speaker.words(table.title) || table.name,
    path: entry ? pathFrom(program.rulebook, entry.path, entry.yaml.span) : '',
    note: speaker.words(entry?.data.note),
    takes: takesOf(table.takes, speaker),
    hit: table.hit,
    inputs: table.inputs.map(
      ({ core }, index) =>
        speaker.words(entry?.data.inputs[index]?.title) || headed(speaker.plain(core)),
    ),
    outputs: table.outputs.map(({ name, title }) => speaker.words(title) || name),
    editions: editions.toReversed().toSorted((a, b) => a.rank - b.rank),
    usedBy: usedBy(table.name),
  };
}

/**
 * Words in quotes where they stand among others, and bare in cells of their own.
 *
 * @param levels - what the numbers of its outputs are called; empty where nobody says
 */
export function cellsOf(
  { cells, outputs }: TableRow,
  { inputs, type }: Table,
  levels: readonly string[],
  speaker: Speaker,
): readonly string[] {
  const told = cells.map(({ tests }, column) => {
    const of = inputs[column]?.core;
    if (!of) return '';
    const { lexicon } = speaker;
    const parts = tests.map((test) => shortened(speaker.test(unnamed(of), test)));
    const short = parts.every((text) => !text.includes(' '));
    return short ? parts.join(lexicon.comma) : lexicon.or(parts);
  });
  return [
    ...told,
    ...outputs.map((output, index) =>
      output ? levels[index] || saidOf(output.core, typeOfOutput(type, index), speaker) : '—',
    ),
  ].map((cell) => cell.replaceAll(/^“([^“”]+)”$|“([^“”，；：,;:\s]+)”/gu, '$1$2'));
}

/** A bare number takes the unit of its column, a word the titles of its words. */
function saidOf(core: Core, type: Type, { withLimits }: Speaker): string {
  return withLimits(ofColumn(core, type));
}

function ofColumn(core: Core, type: Type): Core {
  if (core.kind === 'constant') return { ...core, type };
  if (core.kind === 'arithmetic' && !core.left)
    return { ...core, right: ofColumn(core.right, type) };
  if (core.kind !== 'list' || type.kind !== 'list') return core;
  return { ...core, items: core.items.map((item) => ofColumn(item, type.of)) };
}

function typeOfOutput(type: Type, index: number): Type {
  return type.kind === 'context' ? ([...type.fields.values()][index]?.type ?? any) : type;
}

/** What stands at the head of a column: a name, where it stands in a sentence elsewhere. */
function headed(name: string): string {
  return capital(name.replace(/^the /u, ''));
}

/** What stands for the value of a column, whose head names it. */
const standIn = '◇';

function unnamed({ type, span }: Core): Core {
  const field = {
    name: standIn,
    title: { zh: standIn, en: standIn },
    type,
    absenceIsNone: false,
    correctable: false,
  };
  return { kind: 'field', of: { kind: 'file', type: any, span }, field, type, span };
}

/** A test without its subject: `不超过 90 平方米`, `首套`. */
function shortened(text: string): string {
  return text
    .replaceAll(/ *(?:the )?◇ */gu, ' ')
    .replaceAll(/(?<=，[且或]) /gu, '')
    .trim()
    .replace(/^(?:(?:为|等于) ?|(?:is|equals) )(?=\S)/u, '');
}
