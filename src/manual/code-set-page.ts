import { formatValue } from '../feel/sentence/format.ts';
import { inForce, type CodeSet } from '../program/ast.ts';
import { cellOf, rowsOf } from '../program/code-sheet.ts';
import { type Entry, pathFrom } from '../rulebook/ast.ts';
import type { WholeCodes } from '../rulebook/whole.ts';
import type { AppendixSetting } from './appendices.ts';
import type { CodeSetEdition, CodeSetEntry } from './model.ts';
import { spanOf } from './reads.ts';
import { noteOf, type Speaker } from './speaker.ts';

/** Rows of a file that are shown. */
const mostRows = 10;

export function codeSetEntries(setting: AppendixSetting): readonly CodeSetEntry[] {
  return [...setting.program.codeSets.values()].map((set) => codeSetEntry(set, setting));
}

function codeSetEntry(set: CodeSet, setting: AppendixSetting): CodeSetEntry {
  const { program, speaker, usedBy } = setting;
  const { name, title, columns } = set;
  const entry = program.rulebook.codes.find(({ data }) => data.codes === name);
  const heads = [...columns.values()].map((column) => speaker.words(column.title) || column.name);
  return {
    id: name,
    title: speaker.words(title) || name,
    path: entry ? pathFrom(program.rulebook, entry.path, entry.yaml.span) : '',
    note: speaker.words(entry?.data.note),
    heads: [entry?.data.key ?? '', ...heads],
    editions: editionsOf(set, entry, setting),
    usedBy: usedBy(name),
  };
}

function editionsOf(
  set: CodeSet,
  entry: Entry<WholeCodes> | undefined,
  { speaker, cite }: AppendixSetting,
): readonly CodeSetEdition[] {
  const current = inForce(set.editions, speaker.asOf);
  return set.editions
    .map((edition) => {
      const { sheet, from, basis } = edition;
      const file = entry?.data.editions.find((one) => one.from === from);
      return {
        ...spanOf(edition),
        inForce: edition === current,
        rank: edition === current ? 0 : from > speaker.asOf ? 1 : 2,
        file: sheet.file,
        digest: file?.digest ?? '',
        codes: sheet.csv.rows,
        rows: firstRows(set, edition, speaker),
        basis: cite(basis),
        note: noteOf(file, speaker),
      };
    })
    .toReversed()
    .toSorted((a, b) => a.rank - b.rank);
}

function firstRows(
  { columns }: CodeSet,
  { sheet }: CodeSet['editions'][number],
  { lexicon }: Speaker,
): readonly (readonly string[])[] {
  const first = [...rowsOf(sheet)].slice(0, mostRows);
  return first.map(([code, row]) => [
    code,
    ...[...columns.values()].map((column) => {
      const value = cellOf(sheet, row, column);
      return value === undefined ? '—' : formatValue(value, column.type, lexicon);
    }),
  ]);
}
