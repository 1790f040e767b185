import { type Noted, noted } from '../base/diagnostic.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import { lineOf, placeIn, type RowRead, type SheetLine, type SheetRead } from '../base/workbook.ts';
import { dayBefore } from '../values/neighbouring-days.ts';
import { equal, parseRational, printRational } from '../values/rational.ts';
import { dayWritten } from '../values/written-day.ts';
import { editText, flowList, type Plain, withScalar } from '../yaml/edit-text.ts';
import { parseYaml } from '../yaml/parse.ts';
import { type Drafted, withEdition } from './edition.ts';
import {
  isFormula,
  isSameCell,
  numberIn,
  type NumberRead,
  yamlCell,
  yamlNumber,
} from './limit-cells.ts';
import { editionsOf, type Limit, type LimitEdition, type LimitRow, writtenOf } from './limits.ts';
import type { CellFault, LimitProblems, RowFault } from './problems.ts';

/** What a workbook that came back is compared with. */
export interface LimitSetting {
  readonly limits: ReadonlyMap<string, Limit>;
  /** Every clause that may be cited. */
  readonly clauses: ReadonlySet<string>;
  readonly digest: (written: string) => string;
  /** ISO */
  readonly today: string;
  /** Whether editions in force may be put right; else they are followed by another. */
  readonly corrects: boolean;
  /** How a workbook shows a unit, in every language. */
  readonly unitSaid: (unit: string) => readonly string[];
}

export interface LimitChange {
  readonly id: string;
  readonly from: string;
  readonly is: 'edition' | 'change';
  /** Empty for a new edition, and for rows of a table. */
  readonly was: string;
  readonly now: string;
}

export interface LimitsBack {
  readonly changes: readonly LimitChange[];
  /** The files as they are to be, where nothing is wrong. */
  readonly drafted: readonly Drafted[];
  readonly diagnostics: readonly Diagnostic<LimitProblems>[];
}

type Line = SheetLine<string>;

/** What the rows of a sheet say of one edition. */
interface EditionRead {
  readonly from: string;
  readonly lines: readonly Line[];
  /** The one that the file has. */
  readonly written: LimitEdition | undefined;
}

/** Reads what was filled in, and writes it into the files: all of it, or nothing where anything is wrong. */
export function limitsBack(sheets: readonly SheetRead[], setting: LimitSetting): LimitsBack {
  const to = noted<LimitProblems>();
  const found = sheets.flatMap((sheet) => linesOf(sheet));
  const [first] = sheets;
  if (found.length === 0 && first)
    to.error('limits/not-a-sheet', placeIn(first), { name: first.name });
  const changes: LimitChange[] = [];
  const drafted: Drafted[] = [];
  for (const [id, own] of Map.groupBy(found, ({ id: one }) => one)) {
    const limit = setting.limits.get(id);
    const [top] = own;
    if (!top) continue;
    if (!limit) {
      const near = nearest(id, setting.limits.keys());
      to.error('limits/unknown', top.line.at(top.key), { what: 'limit', name: id, near });
      continue;
    }
    const back = limitBack(
      limit,
      own.map((one) => one.line),
      setting,
      to,
    );
    changes.push(...back.changes);
    if (back.text !== limit.text) drafted.push({ path: limit.path, text: back.text });
  }
  const { diagnostics } = to;
  return diagnostics.length > 0
    ? { changes: [], drafted: [], diagnostics }
    : { changes, drafted, diagnostics };
}

/** The lines of a sheet that has the keys of limits or of a table; none of any other. */
function linesOf(
  sheet: SheetRead,
): readonly { readonly id: string; readonly key: string; readonly line: Line }[] {
  const isHead = ({ cells }: RowRead) =>
    ['from', 'basis', 'digest'].every((key) => cells.includes(key)) &&
    (cells.includes('parameter') || cells.includes('table'));
  const head = sheet.rows.find(isHead);
  if (!head) return [];
  const key = head.cells.includes('parameter') ? 'parameter' : 'table';
  const below = sheet.rows.filter(({ number }) => number > head.number);
  return below
    .map((row) => lineOf<string>(sheet, head, row))
    .map((line) => ({ id: line.text(key), key, line }))
    .filter(({ line }) =>
      ['from', 'digest', 'basis', 'value'].some((cell) => line.text(cell) !== ''),
    );
}

function limitBack(
  limit: Limit,
  lines: readonly Line[],
  setting: LimitSetting,
  to: Noted<LimitProblems>,
): { readonly text: string; readonly changes: readonly LimitChange[] } {
  const { id } = limit;
  const same = { text: limit.text, changes: [] };
  const digest = setting.digest(writtenOf(limit));
  const stale = lines.find((line) => line.text('digest') !== '' && line.text('digest') !== digest);
  if (stale) {
    to.error('limits/stale', stale.at('digest'), { id });
    return same;
  }
  const before = to.diagnostics.length;
  const editions = editionsRead(limit, lines, to);
  for (const line of lines) checkShown(limit, line, editions, { to, ...setting });
  for (const { from } of limit.editions) {
    if (!editions.some((one) => one.from === from)) refuse('gone', from, lines[0]);
  }
  if (to.diagnostics.length > before) return same;
  let { text } = limit;
  const changes: LimitChange[] = [];
  for (const edition of editions.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const made = limit.what === 'parameter' ? valueBack(edition) : rowsBack(edition);
    if (made === undefined) return same;
    text = made.text;
    changes.push(...made.changes);
  }
  return { text, changes };

  function refuse(
    why: RowFault,
    from: string,
    line: Line | undefined,
    key: 'from' | 'basis' = 'from',
  ): undefined {
    if (line) to.error('limits/row', line.at(key), { id, from, why });
  }

  function fault(line: Line, key: string, why: CellFault): undefined {
    to.error('limits/cell', line.at(key), { text: line.text(key), why, unit: limit.unit });
  }

  /** Whether an edition may say another thing; told where not. */
  function mayChange({ from, lines: [line] }: EditionRead, was: string, now: string): boolean {
    const isAhead = from > setting.today;
    if (isAhead || setting.corrects || !line) return true;
    to.error('limits/in-force', line.at(limit.what === 'parameter' ? 'value' : 'from'), {
      id,
      from,
      was,
      now,
    });
    return false;
  }

  function valueBack(edition: EditionRead) {
    const { from, written, lines: all } = edition;
    const [line, second] = all;
    if (!line) return undefined;
    if (second) return refuse('twice', from, second);
    const known = limit.editions.flatMap(({ value }) => parseRational(value) ?? []);
    const read = numberIn(line.text('value'), limit.unit, known);
    if ('fault' in read) return fault(line, 'value', read.fault);
    const basis = basisOf(edition);
    if (!basis) return undefined;
    const now = printRational(read.number);
    if (!written) {
      const changed = { value: yamlNumber(read.number), ...otherBasis(basis) };
      const made = added(edition, changed);
      return made === undefined
        ? undefined
        : { text: made, changes: [{ id, from, is: 'edition' as const, was: '', now }] };
    }
    const was = parseRational(written.value);
    const isValue = !was || !equal(was, read.number);
    const isBasis = basis.join() !== written.basis.join();
    if (!isValue && !isBasis) return { text, changes: [] };
    const said = (value: string, clauses: readonly string[]) =>
      isBasis ? `${value} ${clauses.join(' ')}` : value;
    const change = {
      id,
      from,
      is: 'change' as const,
      was: said(written.value, written.basis),
      now: said(now, basis),
    };
    if (!mayChange(edition, change.was, change.now)) return undefined;
    const valued = isValue
      ? withScalar(text, [...written.keys, 'value'], yamlNumber(read.number))
      : text;
    const made = isBasis ? edited(valued, [...written.keys, 'basis'], basis) : valued;
    return made === undefined
      ? refuse('not-written', from, line)
      : { text: made, changes: [change] };
  }

  function rowsBack(edition: EditionRead) {
    const { from, written, lines: all } = edition;
    const [line] = all;
    if (!line) return undefined;
    const basis = basisOf(edition);
    if (!basis) return undefined;
    const rows = all.map((one) => ({ line: one, number: one.text('row'), row: rowOf(one) }));
    const formula = all.flatMap((one) =>
      cellKeys(limit).flatMap((key) => (isFormula(one.text(key)) ? [{ one, key }] : [])),
    )[0];
    if (formula) return fault(formula.one, formula.key, 'formula');
    for (const one of all)
      for (const [index, { unit = '' }] of limit.outputs.entries()) {
        const [key, read] = [`then:${index + 1}`, outputIn(one, index)];
        if (!read || !('fault' in read)) continue;
        to.error('limits/cell', one.at(key), { text: one.text(key), why: read.fault, unit });
        return undefined;
      }
    // a new edition begins as the last one, as it now is
    const old = written?.rows ?? editionsIn(text).at(-1)?.rows ?? [];
    const numbers = rows.map(({ number }) => (number === '' ? old.length + 1 : Number(number)));
    const wrong = numbers.findIndex((one, index) => {
      const before = numbers[index - 1] ?? 0;
      return (
        !Number.isInteger(one) ||
        one < 1 ||
        (one > old.length ? rows[index]?.number !== '' : one <= before) ||
        before > one
      );
    });
    if (wrong >= 0) return refuse('order', from, rows[wrong]?.line);
    const isRow =
      rows.length !== old.length ||
      rows.some(({ row }, index) => !isSameRow(row, old[(numbers[index] ?? 0) - 1]));
    const isBasis = written !== undefined && basis.join() !== written.basis.join();
    if (written && !isRow && !isBasis) return { text, changes: [] };
    if (written && !mayChange(edition, '', '')) return undefined;
    const begun = written ? text : added(edition, otherBasis(basis));
    if (begun === undefined) return undefined;
    const keys = written?.keys ?? ['editions', editionsIn(text).length];
    const based = isBasis ? edited(begun, [...keys, 'basis'], basis) : begun;
    const made = rowsWritten(
      based,
      [...keys, 'rows'],
      old,
      rows.map(({ row }, index) => ({ row, at: numbers[index] ?? 0 })),
    );
    if (made === undefined) return refuse('not-written', from, line);
    return {
      text: made,
      changes: [
        { id, from, is: written ? ('change' as const) : ('edition' as const), was: '', now: '' },
      ],
    };
  }

  /** What rows say that rest on other clauses than before, all of them on the same; as before where none does. */
  function basisOf({ from, lines: all, written }: EditionRead): readonly string[] | undefined {
    const said = all.flatMap((line) => {
      const basis = clausesOf(line, setting, to);
      return basis ? [{ line, basis, key: basis.join() }] : [];
    });
    if (said.length < all.length) return undefined;
    const was = (written ?? editionsIn(text).at(-1))?.basis ?? [];
    const told = said.filter(({ key }) => key !== '');
    const [first, ...others] = told.filter(({ key }) => key !== was.join());
    const other = others.find(({ key }) => key !== first?.key);
    if (other) return refuse('clauses', from, other.line, 'basis');
    return first?.basis ?? (told.length > 0 ? was : []);
  }

  /** Nothing where a new edition rests on what the last one did, or does not say. */
  function otherBasis(basis: readonly string[]): { readonly basis?: readonly string[] } {
    const isOther = basis.length > 0 && basis.join() !== editionsIn(text).at(-1)?.basis.join();
    return isOther ? { basis } : {};
  }

  function rowOf(line: Line): LimitRow {
    return {
      inputs: limit.inputs.map((_, index) => line.text(`when:${index + 1}`)),
      outputs: limit.outputs.map((_, index) => {
        const read = outputIn(line, index);
        return read && 'number' in read
          ? printRational(read.number)
          : line.text(`then:${index + 1}`);
      }),
    };
  }

  /** The number of a cell of a table; undefined for an expression, a word, or nothing. */
  function outputIn(line: Line, index: number): NumberRead | undefined {
    const [text, unit] = [line.text(`then:${index + 1}`), limit.outputs[index]?.unit];
    if (unit === undefined || !/^-?[\d.,]+\s*[%％]?$/u.test(text)) return undefined;
    const known = limit.editions.flatMap(({ rows }) =>
      rows.flatMap(({ outputs }) => parseRational(outputs[index] ?? '') ?? []),
    );
    return numberIn(text, unit, known);
  }

  /** The text with one more edition, which says what the last said but for the changes. */
  function added(
    { from, lines: [line] }: EditionRead,
    changed: Readonly<Record<string, Plain>>,
  ): string | undefined {
    const { value: yaml } = parseYaml({ name: limit.path, text });
    if (!yaml || !line) return undefined;
    const periods = editionsOf(yaml).map(({ from: begins, until }) => ({
      from: begins,
      ...(until !== '' && { until }),
    }));
    const dated = {
      what: limit.what,
      id,
      entry: { path: limit.path, yaml },
      keys: [],
      editions: periods,
    };
    const made = withEdition(dated, text, { from, changes: changed });
    if ('fault' in made) return refuse(made.fault, from, line);
    if (from < setting.today && !setting.corrects) return refuse('past', from, line);
    return made.text;
  }
}

/** The rows of a sheet by their editions; what is no day is told. */
function editionsRead(
  limit: Limit,
  lines: readonly Line[],
  to: Noted<LimitProblems>,
): readonly EditionRead[] {
  const dated = lines.flatMap((line) => {
    const said = line.text('from');
    const isDayless = said === '' && limit.editions.some(({ from }) => from === '');
    const from = isDayless ? '' : isFormula(said) ? undefined : dayWritten(said.normalize('NFKC'));
    if (from === undefined) {
      const why = isFormula(said) ? 'formula' : 'day';
      to.error('limits/cell', line.at('from'), { text: said, why, unit: limit.unit });
    }
    return from === undefined ? [] : [{ from, line }];
  });
  return [...Map.groupBy(dated, ({ from }) => from)].map(([from, own]) => ({
    from,
    lines: own.map(({ line }) => line),
    written: limit.editions.find((edition) => edition.from === from),
  }));
}

/** What is only shown is as it was sent out; a last day may say what follows from the next edition. */
function checkShown(
  { title, unit, editions: written }: Limit,
  line: Line,
  editions: readonly EditionRead[],
  { unitSaid, to }: Pick<LimitSetting, 'unitSaid'> & { readonly to: Noted<LimitProblems> },
): void {
  const wrong = (key: string) => {
    to.error('limits/cell', line.at(key), { text: line.text(key), why: 'shown', unit });
  };
  const [shownTitle, shownUnit, until] = ['shown:title', 'shown:unit', 'shown:until'].map(
    line.text,
  );
  if (shownTitle && !Object.values(title).some((one) => one.trim() === shownTitle))
    wrong('shown:title');
  if (shownUnit && !unitSaid(unit).includes(shownUnit)) wrong('shown:unit');
  if (!until) return;
  const from = dayWritten(line.text('from').normalize('NFKC'));
  const next = editions
    .map((one) => one.from)
    .filter((one) => one > (from ?? ''))
    .toSorted()[0];
  const was = written.find((one) => one.from === from)?.until;
  const last = dayWritten(until);
  if (last === undefined || (last !== was && (next === undefined || last !== dayBefore(next))))
    wrong('shown:until');
}

function clausesOf(
  line: Line,
  { clauses }: LimitSetting,
  to: Noted<LimitProblems>,
): string[] | undefined {
  const basis = line
    .text('basis')
    .split(/[\s,，、;；]+/u)
    .filter((one) => one !== '');
  const unknown = basis.find((one) => !clauses.has(one));
  if (unknown === undefined) return basis;
  to.error('limits/unknown', line.at('basis'), {
    what: 'clause',
    name: unknown,
    near: nearest(unknown, clauses),
  });
  return undefined;
}

function cellKeys({ inputs, outputs }: Limit): readonly string[] {
  return [
    ...inputs.map((_, index) => `when:${index + 1}`),
    ...outputs.map((_, index) => `then:${index + 1}`),
  ];
}

function isSameRow(a: LimitRow, b: LimitRow | undefined): boolean {
  const [is, was] = [a, b].map((row) => [...(row?.inputs ?? []), ...(row?.outputs ?? [])]);
  return (
    b !== undefined &&
    is?.length === was?.length &&
    is?.every((cell, index) => isSameCell(cell, was?.[index] ?? '')) === true
  );
}

function edited(
  text: string | undefined,
  keys: readonly (string | number)[],
  value: Plain | undefined,
): string | undefined {
  return text === undefined ? undefined : editText(text, keys, value);
}

function editionsIn(text: string): readonly LimitEdition[] {
  const { value } = parseYaml({ name: '', text });
  return value ? editionsOf(value) : [];
}

/** The cells of rows that stay, then rows behind them, then without those that went. */
function rowsWritten(
  begun: string | undefined,
  keys: readonly (string | number)[],
  old: readonly LimitRow[],
  rows: readonly { readonly row: LimitRow; readonly at: number }[],
): string | undefined {
  let text = begun;
  for (const { row, at } of rows) {
    const was = old[at - 1];
    if (!was) continue;
    for (const [index, cell] of row.inputs.entries())
      if (!isSameCell(cell, was.inputs[index] ?? '')) put(cell, at - 1, 'when', index);
    for (const [index, cell] of row.outputs.entries())
      if (!isSameCell(cell, was.outputs[index] ?? '')) put(yamlCell(cell), at - 1, 'then', index);
  }
  for (const [index, { row }] of rows.filter(({ at }) => at > old.length).entries()) {
    const here = [...keys, old.length + index];
    const made = edited(text, here, { when: places.inputs });
    text = edited(made, [...here, 'then'], places.outputs)
      ?.replace(places.inputs, () => flowList(row.inputs))
      .replace(places.outputs, () => flowList(row.outputs.map(yamlCell)));
  }
  const gone = old
    .map((_, index) => index)
    .filter((index) => !rows.some(({ at }) => at === index + 1));
  return gone
    .toReversed()
    .reduce((whole, index) => edited(whole, [...keys, index], undefined), text);

  function put(value: string | number | boolean | null, ...way: readonly (string | number)[]) {
    text = text === undefined ? undefined : withScalar(text, [...keys, ...way], value);
  }
}

/** Stand where cells in brackets are put, which an editor of YAML would write a line each. */
const places = { inputs: 'SHOUZE-WHEN', outputs: 'SHOUZE-THEN' } as const;
