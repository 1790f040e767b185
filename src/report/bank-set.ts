import { indentedJson } from '../base/json.ts';
import { inLanguage, type Language, sayIn } from '../base/language.ts';
import { formatSet } from '../feel/sentence/format.ts';
import { lexiconOf } from '../feel/sentence/lexicon.ts';
import { isBuiltinUnit, type Unit } from '../feel/units.ts';
import type { Program } from '../program/ast.ts';
import type { OwnNumber, OwnNumbers } from '../trace/bank-set.ts';
import { printRational } from '../values/rational.ts';
import { bankSetWords } from '../words/bank-set.ts';
import type { Paint } from './paint.ts';
import { inColumns } from './width.ts';

/** The institution's own numbers as one table for a terminal. */
export function bankSetPretty(
  { day, numbers }: OwnNumbers,
  program: Program,
  language: Language,
  paint: Paint,
): string {
  const words = sayIn(bankSetWords, language);
  const rows = numbers.map((one) => cellsOf(one, program, language));
  const line = inColumns([words.head, ...rows]);
  return `${[paint.bold(line(words.head)), ...rows.map(line), '', words.count(numbers.length, day)].join('\n')}\n`;
}

/** The same as a table in Markdown. */
export function bankSetMarkdown(
  { day, numbers }: OwnNumbers,
  program: Program,
  language: Language,
): string {
  const words = sayIn(bankSetWords, language);
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll(/[\\|<>]/gu, String.raw`\$&`)).join(' | ')} |\n`;
  const rows = numbers.map((one) => line(cellsOf(one, program, language)));
  return `${words.count(numbers.length, day)}\n\n${line(words.head)}|${' --- |'.repeat(words.head.length)}\n${rows.join('')}`;
}

/** The same for programs: numbers as texts, exact. Stable: fields are added, never changed. */
export function bankSetJson({ day, numbers }: OwnNumbers, { rulebook }: Program): string {
  const { id, version } = rulebook.manifest.data;
  const own = numbers.map(({ number, unit, ...rest }) => ({
    ...rest,
    number: printRational(number),
    unit: unit ?? null,
  }));
  return indentedJson({ rulebook: { id, version }, day, numbers: own });
}

function cellsOf(
  { kind, name, title, number, unit, since, clauses, rules, file, line }: OwnNumber,
  { setting }: Program,
  language: Language,
): readonly string[] {
  const words = sayIn(bankSetWords, language);
  const lexicon = lexiconOf(language, setting);
  const [first, ...others] = rules;
  return [
    words.kinds[kind],
    `${name} ${inLanguage(title, language)}`,
    formatSet(number, unit === undefined ? unit : unitNamed(unit), lexicon),
    since < '1000' ? words.always : since,
    clauses.join(lexicon.comma),
    first === undefined
      ? words.nobody
      : others.length > 2
        ? words.more(first, others.length)
        : rules.join(lexicon.comma),
    `${file}:${line}`,
  ];
}

function unitNamed(name: string): Unit {
  return isBuiltinUnit(name) ? name : { name, title: {} };
}
