import { limitWords } from '../limits.ts';
import { measureSaid } from '../units.ts';
import { inLanguage } from '../../base/language.ts';
import type { DayFault } from '../../dossier/day-form.ts';
import type { Mending as WritingMending } from '../../dossier/mending.ts';
import type { Type } from '../../feel/types.ts';
import { type BuiltinUnit, nameOfUnit, type Unit } from '../../feel/units.ts';
import type { CsvReason } from '../../rulebook/csv.ts';
import type { RegionInput } from '../../verify/problems.ts';
import { exampleWord, type Mending, mendingOf } from './mending.ts';
import { notRead } from './not-read.ts';
import { counted } from '../counted.ts';
import { figureSaid } from './figure.ts';
import { ledgerWords } from '../ledger.ts';
import { intake } from '../intake.ts';
import { sampleGaps, schemeNames } from '../scheme.ts';
import { trainingWords } from '../training.ts';
import { waiverHeading, waiverRowRefused } from '../waivers.ts';
import { en as record } from './record.ts';
import { isSerialDay } from './serial-day.ts';
import { unwritable } from './unwritable.ts';
import { fieldNaming } from './field-naming.ts';
import { yamlReason } from './yaml-reasons.ts';
import type { Messages } from './messages.ts';

const { called, worded } = fieldNaming('en', [' (', ')']);

const units: Readonly<Record<BuiltinUnit, string>> = {
  money: 'money',
  ratio: 'a ratio',
  rate: 'a rate per year',
  'rate-per-month': 'a rate per month',
  'basis-points': 'basis points',
  count: 'a count',
  months: 'months',
  days: 'days',
  'working-days': 'working days',
  years: 'years',
  hours: 'hours of the day',
  'elapsed-hours': 'hours',
  area: 'an area (m²)',
  percent: 'percent',
};

function unitName(unit: Unit): string {
  return typeof unit === 'string' ? units[unit] : nameOfUnit(unit, 'en');
}

/** Such as “money”, “a date”, “a list of records”. */
export function typeName(type: Type): string {
  switch (type.kind) {
    case 'number':
      if (type.whole && (type.unit === undefined || type.unit === 'count')) return 'a whole number';
      return type.unit ? unitName(type.unit) : 'a number';
    case 'text':
      return type.words ? 'a code' : 'text';
    case 'boolean':
      return 'true or false';
    case 'date':
      return 'a date';
    case 'date-time':
      return 'a date-time';
    case 'time':
      return 'a time';
    case 'days-duration':
    case 'months-duration':
      return 'a duration';
    case 'null':
      return 'null';
    case 'list':
      return type.of.kind === 'any' ? 'a list' : `a list of ${typeName(type.of)}`;
    case 'context':
      return 'a record';
    case 'range':
      return 'a range';
    case 'union':
      return type.of.map(kindName).join(' or ');
    case 'any':
      return 'anything';
  }
}

/** One of several kinds: a code by its words. */
function kindName(type: Type): string {
  if (type.kind !== 'text' || !type.words) return typeName(type);
  return type.words.size === 1 && type.words.has('') ? 'a blank' : `a code ${wordsOf(type)}`;
}

/** Kinds beside one another; a code by its words. */
const kindsIn = (types: readonly Type[]) => typeName({ kind: 'union', of: types });

const near = (name: string | undefined) => (name === undefined ? '' : `; did you mean \`${name}\``);

const wordsOf = ({ words }: Extract<Type, { kind: 'text' }>) =>
  [...(words?.keys() ?? [])].map((word) => `"${word}"`).join(', ');

/** How the two sides can be made to go together. */
const mendings: Readonly<Record<Exclude<Mending, 'union'>, string>> = {
  list: 'use some, every, sum or count on a list, or list contains(list, value)',
  'date-time': 'date(…) takes the day of a date-time',
  'date-number':
    'for the time between use days between(a, b) or months between(a, b), to move a date duration("P30D") or duration("P6M"), and write a date as date("2024-01-01")',
  'date-text': 'write a date as date("2024-01-01")',
  'text-number': 'a number has no quotes; number(…) takes the number out of a text',
  'text-boolean': 'yes and no are true and false, without quotes',
  'months-years': 'years times 12 are months, months divided by 12 are years',
  'days-working-days': 'calendar days are days between, working days are working days between',
  'rate-rate-per-month': 'a rate per year divided by 12 is a rate per month',
  'rate-basis-points': 'basis points divided by 10000 are a rate per year',
  'rate-months': 'divide the rate per year by 12 first, then multiply by the months',
  'rate-days': 'divide the days by 360 (or 365) first, then multiply by the rate per year',
  'money-ratio': 'money divided by money is a ratio, money times a ratio is money again',
  'ratio-percent': 'a ratio * 100 is percent, percent / 100 is a ratio',
  'count-percent':
    'a field without `x-unit` in its schema is a count: mark it `x-unit: percent`, or `x-unit: none` to let it stand beside any number',
  'percent-of': 'percent / 100 is a ratio, and a ratio can be taken of an amount',
  'own-units':
    'a unit of one’s own goes with itself alone; it can be multiplied by a number, a count or a ratio, and divided by those or by itself',
};

const mend = (left: Type, right: Type): string => {
  const mending = mendingOf(left, right);
  if (mending === undefined) return '';
  if (mending !== 'union') return `; ${mendings[mending]}`;
  const word = exampleWord(left, right);
  const excluded = word === undefined ? '' : `, or \`a != "${word}" and …\``;
  return `; tell first which it is, as in \`a instance of number and …\`${excluded}`;
};

/** Where a list is wanted, how to go through one is no advice. */
const mendType = (wanted: Type, found: Type): string =>
  wanted.kind === 'list' ? mendList(found) : mend(wanted, found);

/** Of a list of values of several kinds, those of one kind can be taken. */
const mendList = (found: Type): string =>
  found.kind === 'list' && found.of.kind === 'union'
    ? '; take those that are of one kind, as in `list[is number(item)]`'
    : '';

const csvFaults: Readonly<Record<CsvReason, (limit: number) => string>> = {
  empty: () => 'the code set is empty: a header, and below it a row for each code',
  size: (limit) => `the code set is too large: ${limit} characters at most`,
  rows: (limit) => `the code set is too long: ${limit} rows at most`,
  columns: (limit) => `the code set is too wide: ${limit} columns at most`,
  'open-quote': () =>
    'nothing closes this quote: a quote inside a cell is written twice, `""`, and the cell is put in quotes',
  'after-quote': () =>
    'a comma or the end of the line is wanted behind the closing quote; a quote inside a cell is written twice, `""`',
  'quote-inside': () =>
    'a cell with a quote in it is put in quotes, and the quote written twice, `""`',
  'line-end': () => 'the line ends in a carriage return alone: end it with LF or CRLF',
};

const cellsWanted = {
  number: 'is no number: digits and a point alone, such as 1234.56',
  date: 'is no date, such as 2024-10-08',
  boolean: 'should be true or false',
};

/** How to write a value that is written as another kind than its field has. */
const writings: Readonly<Record<Exclude<WritingMending, 'row'>, string>> = {
  'without-quotes': ' in quotes, which make it text: take the quotes away',
  'in-quotes': ' without quotes: put it in quotes, which make it text',
  digits: '; a number is digits and a point alone, such as 1234.56',
  whole: '; nothing may follow the point',
  'true-or-false': '; write true or false, without quotes',
  day: '; write such as 2024-10-08',
  moment: '; write such as 2024-10-08T09:30:00+08:00',
  time: '; write such as 09:30:00+08:00',
  list: '; put - before each item, or all of them in [ ]',
};

const examples = { date: '2024-10-08', 'date-time': '2024-10-08T09:30:00+08:00' };

/** Why a text is not the day or the moment that is wanted. */
const dayFaults: Readonly<
  Record<DayFault, (field: string, text: string, wanted: keyof typeof examples) => string>
> = {
  'has-time': (field, text) =>
    `${field} is a day without a time of day: ${text} should be written such as ${examples.date}`,
  'no-time': (field, text) =>
    `${field} wants the time of day and the zone as well: ${text} should be written such as ${examples['date-time']}`,
  'no-zone': (field, text) =>
    `${field} wants the zone as well: ${text} should end with it, such as +08:00`,
  'not-there': (field, text) => `${field}: there is no ${text} in the calendar or on the clock`,
  form: (field, text, wanted) =>
    isSerialDay(text)
      ? `${field}: ${text} looks like a day as sheets count them; format the column as dates and export it again`
      : `${field}: ${text} is not written as a ${wanted}, such as ${examples[wanted]}`,
};

const dayRange = (earliest: string | undefined, latest: string | undefined) =>
  earliest !== undefined && latest !== undefined
    ? `it should lie between ${earliest} and ${latest}`
    : earliest === undefined
      ? `it should not lie after ${latest}`
      : `it should not lie before ${earliest}`;

const jsonKinds: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a map',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

/** The types of JSON Schema, with commas between several. */
const kindsOf = (wanted: string) =>
  wanted
    .split(',')
    .map((kind) => jsonKinds[kind] ?? kind)
    .join(' or ');

const constructs = {
  function: 'a function definition',
  context: 'a context { }',
  'instance-of':
    'this type after `instance of` (there are number, string, boolean, date, time, date and time)',
  power: 'such a power (an exponent is a whole number of at most 1200)',
  'call-of-value': 'a call of a value',
  'open-run':
    'such a run of numbers (its ends are whole numbers written out, 1,000 numbers at most)',
  'question-mark': 'a range or test standing alone',
};

/** Such as `Home sequence is "SECOND" (second home), Floor area > 90`. */
const region = (inputs: readonly RegionInput[]) => {
  const said = inputs.filter(({ cell }) => cell !== '-');
  if (said.length === 0) return 'any inputs';
  return said
    .map(({ title, cell, words }) => {
      const titles = words
        .map((word) => inLanguage(word, 'en'))
        .filter(Boolean)
        .join(', ');
      const is = /^[<>=]/u.test(cell) ? ' ' : ' is ';
      return `${inLanguage(title, 'en')}${is}${cell}${titles === '' ? '' : ` (${titles})`}`;
    })
    .join(', ');
};

const days = (from: string, until: string | undefined) =>
  until === undefined ? `from ${from}` : `from ${from} to ${until}`;

const cells = (inputs: readonly RegionInput[]) => inputs.map(({ cell }) => `'${cell}'`).join(', ');

const productName = (product: string) => (product === '*' ? 'every product' : product);

/** Why the folder that `extends` names is not read. */
const extendsReasons = {
  absolute: 'the path must be relative, with /',
  missing: 'there is no rulebook.yaml',
  nested: 'neither folder may lie within the other',
  cycle: 'it leads back to itself',
  depth: 'at most four build on each other',
};

export const en: Messages = {
  ...record,
  'io/missing-file': ({ path }) => `there is no file or folder \`${path}\``,
  'io/name-encoding': ({ path }) =>
    `the name of \`${path}\` is not UTF-8, and it cannot be opened by such a name; rename it`,
  'io/empty-folder': ({ path }) =>
    `the folder \`${path}\` holds no dossier (.yaml, .json, .ndjson and the like)`,
  'io/not-read': ({ path, why, ending, more }) =>
    `\`${path}\`${more > 0 ? ` and ${more} more` : ''} ${more > 0 ? 'were' : 'was'} not read: ${notRead(why, ending, 'en')}`,
  'io/too-large': ({ path, bytes, limit }) =>
    `\`${path}\` has ${bytes} bytes, more than the limit of ${limit}; it was not read`,
  'io/record-too-large': ({ path, limit, rest }) =>
    `this record of \`${path}\` has more than ${limit} bytes; it was not read${rest === 'unread' ? ', nor was what follows it' : ''}`,
  'io/not-text': ({ path, encoding }) =>
    encoding === undefined
      ? `\`${path}\` is not text in UTF-8`
      : `\`${path}\` is text in ${encoding}; convert it to UTF-8`,
  'io/half-written': ({ path }) =>
    `\`${path}\` breaks off here: its last record is half-written and was not checked`,
  'io/stray-text': ({ path, after }) =>
    ({
      record: `in \`${path}\` a record should be followed by another, which begins with {; what stands here and behind it was not read`,
      array: `there is more in \`${path}\` behind the ] of its array; it was not read`,
      comma: `the array of \`${path}\` lacks an element here, or has a comma too many`,
    })[after],
  'io/no-records': ({ path }) => `there is no dossier in \`${path}\``,
  'io/damaged-gzip': ({ path, how }) =>
    how === 'cut'
      ? `the compressed file \`${path}\` is cut off; the dossiers behind the cut were not read, send it again`
      : `the compressed file \`${path}\` is damaged; the dossiers behind the damage were not read, send it again`,
  'io/gzip-bomb': ({ path, bytes, limit }) =>
    `the compressed file \`${path}\` has come to ${bytes} bytes, more than the ${limit} that data of dossiers could be; the rest was not read`,
  'io/changed': ({ path, how }) =>
    how === 'since-chosen'
      ? `\`${path}\` was changed or moved after it was chosen, or may not be read any more, and could not be read to its end; choose it again`
      : `\`${path}\` was ${
          { changed: 'changed', shrunk: 'cut short', replaced: 'replaced', gone: 'removed' }[how]
        } while it was read; what was read may be partly old and partly new, check it again`,
  'io/is-folder': ({ path }) => `\`${path}\` is a folder; give one of the files in it`,
  'io/last-issue': ({ path, why, name }) =>
    `\`${path}\` ${
      {
        'no-manifest':
          'is no manifest.json that `shouze manual` wrote; give the one of the last issue',
        'no-record':
          'does not record what was printed, so that nothing can be compared with it; make the last issue once more from its rulebook and day',
        'other-rulebook': `is of another rulebook, \`${name}\``,
        'no-language': `has no record in \`${name}\`; where the last issue was not in that language, make each language by itself with \`--lang\``,
      }[why]
    }`,
  'io/unreadable': ({ path, reason }) => `\`${path}\` cannot be read (${reason})`,
  'io/out-is-input': ({ path }) =>
    `\`${path}\` is read by this command, and writing would destroy it; name another file`,
  'io/out-is-folder': ({ path }) =>
    `\`${path}\` is a folder and no file can take its name; name a file`,
  'io/unwritable': ({ path, reason }) =>
    `\`${path}\` cannot be written: ${unwritable(reason, 'en')}`,
  'io/not-a-workbook': ({ path, why }) =>
    why === 'old'
      ? `\`${path}\` is an older .xls, or has a password, and was not read; open it and save it as .xlsx without a password`
      : `\`${path}\` is no XLSX workbook or CSV table, or it is damaged, has no sheets, or is too big once unpacked; it was not read: open it and save it as .xlsx again`,
  'io/sheet-too-large': ({ name, rows, columns }) =>
    `\`${name}\` has something in more than ${rows} rows or ${columns} columns; it was not read: split it, or delete rows and columns that do not belong to it`,
  'table/encoding': ({ path, line }) =>
    `line ${line} of \`${path}\` has bytes that are neither UTF-8 nor GB18030; nothing was read: export it again, or save it as UTF-8`,
  'table/open-quote': () =>
    `a quote in this row has no partner; the row and those below it were not read: close it, and write quotes within a cell twice`,
  'table/ragged': ({ cells, heading }) =>
    `this row has ${cells} cells and the heading ${heading} columns, so that nobody can say which cell is of which column; the row was not read`,
  'table/too-large': ({ name, what, limit }) =>
    `\`${name}\` has ${
      {
        columns: `more than ${limit} columns`,
        row: `a row of more than ${limit} characters`,
      }[what]
    } and was not read; ${what === 'row' ? 'look for a missing line break or quote' : 'see whether another file was meant, or split it'}`,
  'table/empty': ({ name }) => `there is nothing in \`${name}\``,
  'table/save-as': ({ path, why }) =>
    ({
      xls: `\`${path}\` is a workbook in the old XLS format, which is not read; open it in Excel or WPS and save it as .xlsx`,
      encrypted: `\`${path}\` opens with a password only and was not read; open it, take the password away and save it as .xlsx`,
      parquet: `\`${path}\` is a Parquet file, which cannot be read here; save the table as CSV or .xlsx`,
      other: `\`${path}\` is no table but a PDF, a page or another document under another name; export CSV or .xlsx`,
    })[why],
  'table/parquet': ({ path, why, install }) =>
    why === 'missing'
      ? `to read \`${path}\`, a Parquet file, hyparquet has to be installed: run \`npm install ${install}\` in the folder where shouze is installed, or save the table as CSV`
      : `\`${path}\` is damaged or packed in a way that is not read; export it again with Snappy or without compression, or as CSV`,
  'table/formulas': ({ formulas }) =>
    `${formulas} ${formulas === 1 ? 'cell is a formula and was' : 'cells are formulas and were'} read as the results that the file keeps`,
  'intake/unknown-field': ({ path, near: other }) => `there is no field \`${path}\`${near(other)}`,
  'intake/unknown-name': ({ what, name, near: other }) =>
    `${what === 'subject' ? 'the rulebook has no kind of file' : 'the mapping has no code table'} \`${name}\`${near(other)}`,
  'intake/field-twice': ({ path }) =>
    `a column above, or fixed, gives the field \`${path}\` already`,
  'intake/not-mapped': ({ path }) =>
    `no column or table is mapped to \`${path}\`, so that it cannot be complete`,
  'intake/unknown-heading': ({ heading, table, near: other }) =>
    `\`${table}\` has no heading \`${heading}\`${near(other)}; write optional: true where the column may be wanting`,
  'intake/heading-twice': ({ heading, table, first, again }) =>
    `columns ${first} and ${again} of \`${table}\` are both headed \`${heading}\`; give one of them another name`,
  'intake/no-table': ({ name, tables, several }) =>
    several
      ? `${name === '' ? 'there are several tables, and the mapping has to name one' : `\`${name}\` may be several tables`}: ${tables.join(', ')}`
      : `there is no sheet or file \`${name}\`; those given are ${tables.join(', ')}`,
  'intake/row-refused': ({ why, text, rows }) =>
    `${intake.notRead.en(rows)}: ${intake.refusedWhy[why].en}${text === '' ? '' : ` (\`${text}\`)`}`,
  'intake/suspected': ({ amount, than }) =>
    `perhaps in the wrong unit: \`${amount}\` is about ${than === 'less' ? 'a ten-thousandth of' : 'ten thousand times'} other amounts of its column; it was read as it is, please compare`,
  'intake/total': ({ said, sum }) =>
    `the row of totals says \`${said}\`, and the rows come to \`${sum}\``,
  'blueprint/unknown-name': ({ what, name, near: other }) =>
    `the rulebook has no ${what} \`${name}\`${near(other)}`,
  'blueprint/kind-twice': ({ kind }) =>
    `\`${kind}\` (${trainingWords.en.kinds[kind].toLowerCase()}) is listed twice; make one of the two`,
  'blueprint/pass-mark': ({ passMark, total }) =>
    `nobody can pass: the pass mark \`${passMark}\` is above the ${total} points of a paper`,
  'blueprint/too-few': ({ kind, wanted, found, redLines }) =>
    `the papers together ask for ${wanted} questions of the kind “${trainingWords.en.kinds[kind].toLowerCase()}”${redLines ? ' about red lines' : ''}, and the rulebook gives ${found}; ask for fewer, or for more posts or stages${redLines ? ', or a smaller share of red lines' : ''}`,
  'blueprint/not-a-manifest': () =>
    'this is no list of papers: it should be the `papers.json` in their folder',
  'scheme/unknown-name': ({ what, name, near: other }) =>
    `there is no \`${name}\` among the ${schemeNames.en[what]}${near(other)}`,
  'scheme/period': ({ from, until }) =>
    `the period ends on ${until}, before it begins on \`${from}\``,
  'scheme/nothing-left': () =>
    'the steps and the rules that are listed have no rule in common: nothing is left to inspect',
  'scheme/not-a-list': () =>
    'this lists no sample: it should be what `shouze pick` writes, a table with a column `dossier`, or a list of ids',
  'scheme/sample': ({ method, why }) => `method \`${method}\`: ${sampleGaps.en[why]}`,
  'waivers/not-a-register': ({ name, missing }) =>
    missing.length === 0
      ? `\`${name}\` is no register of exceptions: it should be a table, or a list of them`
      : `\`${name}\` is no register of exceptions: no column says ${missing.map((role) => `“${waiverHeading(role, 'en')}”`).join(', ')}`,
  'waivers/unknown-heading': ({ heading, near: other }) =>
    `no field of an exception is called “${heading}”; the column is not read${near(other)}`,
  'waivers/heading-twice': ({ heading, other }) =>
    `“${heading}” and “${other}” are the same field; only “${other}” is read`,
  'waivers/row-refused': ({ why, text }) =>
    `this exception is not taken: ${waiverRowRefused.en[why]}${text === '' ? '' : ` (\`${text}\`)`}`,
  'waivers/twice': ({ dossier, rule, row }) =>
    `row ${row} has an exception of rule ${rule} in dossier ${dossier} for some of the same days; this one is not taken`,
  'waivers/other-dossier': ({ dossiers, count }) =>
    `the register of exceptions has ${counted(count, 'dossier')} that ${count === 1 ? 'is' : 'are'} not among those checked: ${dossiers.join(', ')}${count > dossiers.length ? ' and others' : ''}`,
  'checklist/not-a-checklist': ({ name }) =>
    `\`${name}\` is no check-list: the hidden row that names its columns is missing`,
  'checklist/unknown-rule': ({ rule, near: other }) =>
    `\`${rule}\` is no rule that a person checks; the line is left out${near(other)}`,
  'checklist/unknown-word': ({ word, words }) =>
    `the result \`${word}\` should be ${words.slice(3, 6).join(', ')}; the line is left out`,
  'checklist/incomplete': ({ rule, what }) =>
    `the rule ${rule} has a result, and nobody says ${what === 'checker' ? 'who checked it' : 'on which day it was checked'}; the line is left out`,
  'checklist/impossible-date': ({ text }) =>
    `\`${text}\` is no date such as 2026-11-25; the line is left out`,
  'checklist/unknown-checker': ({ checker, date, why }) =>
    `${
      {
        'not-in-register': `the staff register has no \`${checker}\``,
        'unclear-in-register': `the staff register does not tell which posts \`${checker}\` held on ${date}`,
        'no-post': `by the staff register \`${checker}\` held no post on ${date}`,
      }[why]
    }; the line counts as not filled in: write the staff number, and see to the date`,
  'checklist/not-an-inspector': ({ checker, inspectors }) =>
    `\`${checker}\` is none of the scheme’s inspectors (${inspectors.join(', ')}); the line counts as not filled in`,
  'checklist/on-the-file': ({ rule, checker }) =>
    `\`${checker}\`, who checked ${rule}, acted in this dossier, and nobody checks their own work; the line counts as not filled in`,
  'checklist/after-check': ({ rule, date, day }) =>
    `${rule} was checked on \`${date}\`, after the day of check ${day}; the line counts as not filled in`,
  'checklist/before-act': ({ rule, date, day }) =>
    `${rule} was checked on \`${date}\`, before the day ${day} of what it is about; the line counts as not filled in`,
  'checklist/other-digest': ({ dossier }) =>
    `the dossier \`${dossier}\` changed after the check-list was made of it, and none of its results is taken: make the list again, and look at what changed`,
  'checklist/unbound': ({ dossier }) =>
    `nothing says which state of the dossier \`${dossier}\` was looked at (column \`digest\`): whether it changed since cannot be told`,
  'checklist/other-dossier': ({ dossier }) =>
    `the check-list is of the dossier \`${dossier}\`, which is not among those judged; it is left out`,
  'checklist/other-rulebook': ({ digest }) =>
    `the check-list comes from another state of the rulebook (${digest.slice(0, 19)}…); what it asks may have changed`,
  'checklist/twice': ({ rule, element }) =>
    `the rule ${rule}${element === '' ? '' : ` [${element}]`} is answered twice, and differently; neither counts`,
  'checklist/unused': ({ rule, element }) =>
    `the result of ${rule}${element === '' ? '' : ` [${element}]`} was not used: the dossier has no such part, or the rule is not for it or cannot be told to be`,
  'ledger/not-an-entry': ({ number }) =>
    `line ${number} is no entry of a ledger: it was half written, or changed`,
  'ledger/broken-chain': ({ number }) =>
    `entry ${number} does not follow from the one before it: one of them was changed`,
  'ledger/other-head': ({ head, entries }) =>
    `none of the ${entries} entries has the head \`${head.slice(0, 19)}\`: the end of the ledger was cut off, or it was written anew`,
  'ledger/stray-entry': ({ number }) =>
    `entry ${number} breaks the rules of the ledger: its finding is not there, or cannot change like that`,
  'ledger/not-a-run': ({ why }) =>
    ({
      form: 'this is no result of a check: it should be what `shouze check --format ndjson` or `--format json` writes',
      cut: 'the result of the check has no end: it was half written, or cut off',
      digest: 'the result of the check is not what its digest says: it was changed afterwards',
    })[why],
  'ledger/not-a-register': ({ name }) =>
    `\`${name}\` is no register of findings: the hidden row that names its columns is missing`,
  'ledger/other-ledger': ({ head }) =>
    `the workbook was made from another ledger (head \`${head.slice(0, 19)}\`); none of its rows is taken`,
  'appraisal/objection': ({ reason, what }) =>
    ({
      'not-a-sheet': `\`${what}\` is no appraisal: the hidden columns by which lines are known are missing; objections go into the workbook that shouze appraise wrote`,
      'other-sheet': `\`${what}\` is an appraisal of another scheme, period or person; the objection is left out`,
      'unknown-line': `the appraisal has no line \`${what}\`: it was made of other files; make it anew, and object to that`,
    })[reason],
  'ledger/unknown-row': ({ finding, near: other }) =>
    `the ledger has no finding \`${finding}\`; the row is left out${near(other)}`,
  'ledger/row-twice': ({ finding }) =>
    `the finding ${finding} has two rows that differ; the first of them counts`,
  'ledger/impossible-day': ({ text }) =>
    `\`${text}\` is no date such as 2026-12-01; the cell is left out`,
  'ledger/conflict': ({ finding, column, ours, theirs }) =>
    `${finding}: both sides wrote “${ledgerWords.en.filled[column]}”, \`${ours}\` in the ledger and \`${theirs}\` in the workbook; the ledger’s holds, and the other is kept beside it`,
  'limits/not-a-sheet': ({ name }) =>
    `\`${name}\` is no sheet of shouze limits out: the hidden row with the keys of its columns is missing`,
  'limits/unknown': ({ what, name, near: other }) =>
    name === ''
      ? 'the row does not say of which limit or table it is'
      : `there is no ${what === 'limit' ? 'limit or table' : 'clause'} \`${name}\`${other === undefined ? '' : `; did you mean \`${other}\``}`,
  'limits/stale': ({ id }) =>
    `\`${id}\` was changed since the workbook was written; write it anew and fill that in`,
  'limits/cell': ({ text, why, unit }) =>
    `${limitWords.en.quoted(text)}${limitWords.en.cell[why](measureSaid(unit, 'en'), text)}`,
  'limits/in-force': ({ id, from, was, now }) =>
    `the edition of \`${id}\` ${limitWords.en.begun(from)} is in force, ${limitWords.en.change(was, now)}; for what changes from now on add a row with its own first day, and use \`--correct\` for what was written wrong`,
  'limits/row': ({ id, from, why }) =>
    `\`${id}\` ${limitWords.en.begun(from)}: ${limitWords.en.row[why]}`,
  'review/not-a-sheet': ({ name }) =>
    `\`${name}\` is no verification sheet: the hidden row that names the columns is missing`,
  'review/unknown-clause': ({ clause, near: other }) =>
    `there is no clause \`${clause}\` in the rulebook; the line was not taken${near(other)}`,
  'review/stale': ({ clause, what }) =>
    `${what === 'clause' ? 'the text of' : 'what rests on'} the clause \`${clause}\` changed after the sheet was written; the line was not taken: write the sheet anew`,
  'review/unknown-word': ({ word, words }) =>
    `the opinion \`${word}\` should be ${words.filter((one) => !/\p{Script=Han}/u.test(one)).join(', ')}; the line was not taken`,
  'review/incomplete': ({ clause, what }) =>
    `the clause \`${clause}\` ${what === 'opinion' ? 'has other cells filled in and no opinion' : what === 'remark' ? 'is said to differ, and the remark does not say how' : `has an opinion and does not say ${{ checker: 'who compared it', date: 'on which day', where: 'where the original was read' }[what]}`}; the line was not taken`,
  'review/impossible-date': ({ text, isFuture }) =>
    isFuture
      ? `the day \`${text}\` is still to come; the line was not taken`
      : `\`${text}\` is no day, such as 2026-11-25; the line was not taken`,
  'review/altered': ({ clause }) =>
    `the restated text of the clause \`${clause}\` was changed in the sheet; the line was not taken: change it in its source, and write the sheet anew`,
  'review/twice': ({ clause }) =>
    `the clause \`${clause}\` is there twice with different contents; neither was taken`,
  'yaml/syntax': ({ reason }) => `YAML or JSON syntax: ${yamlReason(reason, 'en')}`,
  'yaml/not-json': ({ why, found }) =>
    ({
      'trailing-comma': 'this is no JSON: nothing follows the comma; take it away',
      'single-quotes': 'this is no JSON: texts and keys stand in ", not in \'',
      comment: 'this is no JSON, which has no comments',
      other: `this is no JSON${found === '' ? '' : ` at \`${found}\``}, although the name of the file says so; mend it, or call it .yaml if that is what it is`,
    })[why],
  'yaml/empty': () => 'the file is empty',
  'yaml/too-long': ({ length, limit }) =>
    `the file has ${length} characters, more than the limit of ${limit}`,
  'yaml/too-deep': ({ limit }) => `nested deeper than ${limit} levels`,
  'yaml/alias': ({ anchor }) =>
    `YAML anchors and aliases are not used here: \`${anchor}\`; a text that begins with & or * stands in quotes`,
  'yaml/tag': ({ tag }) => `YAML tags are not used here: \`${tag}\``,
  'yaml/duplicate-key': ({ key }) => `the key \`${key}\` is used twice`,
  'yaml/forbidden-key': ({ key }) => `the key \`${key}\` is not allowed`,
  'yaml/complex-key': () => 'a key is a text, not a list or a map',
  'yaml/several-documents': () => 'one file holds one document; `---` starts a second',
  'feel/syntax': ({ found }) =>
    found === ''
      ? 'the expression is not complete'
      : `the expression makes no sense at \`${found}\``,
  'feel/unclosed': ({ bracket }) =>
    '([{'.includes(bracket)
      ? `the bracket \`${bracket}\` is opened here and not closed`
      : `the bracket \`${bracket}\` closes none that is open`,
  'feel/no-else': () => 'an `if` says with `else` what holds otherwise',
  'feel/full-width': ({ found, wanted }) =>
    `full-width or Chinese character \`${found}\` in an expression${wanted === undefined ? '' : `; write \`${wanted}\``}`,
  'feel/words': ({ name }) =>
    `\`${name}\` are words run together and no known name; is an operator missing, or the brackets of a function`,
  'feel/name': ({ name }) => `the name \`${name}\` may hold only letters, digits and _`,
  'feel/quote': () => 'a text is not closed with a quote',
  'feel/too-deep': ({ limit }) => `the expression is nested deeper than ${limit} levels`,
  'feel/too-long': ({ length, limit }) =>
    `the expression has ${length} characters, more than the limit of ${limit}`,
  'feel/unknown-name': ({ name, near: other }) =>
    `there is no field, definition, parameter or table \`${name}\`${near(other)}`,
  'feel/unknown-field': ({ name, of, near: other }) =>
    `there is no field \`${name}\` (there are ${of} …)${near(other)}`,
  'feel/unknown-function': ({ name, near: other }) =>
    `there is no function \`${name}\`${near(other)}`,
  'feel/unknown-word': ({ word, words, near: other }) =>
    `\`${word}\` is not a code of this field, which has ${words.slice(0, 12).join(', ')}${near(other)}`,
  'feel/unquoted': ({ name, word }) =>
    `\`${name}\` is no name${name === word ? '' : `, but what people call the code \`${word}\``}; a code stands in quotes`,
  'feel/several-kinds': ({ wanted, others, test }) =>
    `this should be ${typeName(wanted)} and may also be ${kindsIn(others)}; ask first, as in \`if ${test} then … else …\``,
  'feel/blank': ({ name }) =>
    `a blank in \`${name}\` is as good as absent, never the value \`""\`; where a blank means something, mark the field \`x-blank: value\` in the schema`,
  'feel/no-fields': ({ name, of }) => `${typeName(of)} has no field \`${name}\``,
  'feel/type': ({ wanted, found }) =>
    `this should be ${typeName(wanted)} and is ${typeName(found)}${mendType(wanted, found)}`,
  'feel/compare': ({ left, right }) =>
    `${typeName(left)} cannot be compared with ${typeName(right)}${mend(left, right)}`,
  'feel/unit': ({ operator, left, right }) =>
    `${typeName(left)} ${operator} ${typeName(right)} means nothing${mend(left, right)}`,
  'feel/branches': ({ yes, no }) =>
    `the branches of if disagree: after then ${typeName(yes)}, after else ${typeName(no)}${mend(yes, no)}`,
  'feel/mixed-list': ({ first, other }) =>
    `the items of a list are of one kind: first ${typeName(first)}, then ${typeName(other)}`,
  'feel/arguments': ({ name, parameters }) => `\`${name}\` takes (${parameters.join(', ')})`,
  'feel/argument': ({ name, argument, wanted, list, found }) =>
    `\`${name}\` wants for \`${argument}\` ${list === undefined ? typeName(wanted) : `an element of \`${list}\``}, not ${typeName(found)}${list === undefined ? mend(wanted, found) : ''}`,
  'feel/profile': ({ construct }) => `a rule may not use ${constructs[construct]}`,
  'feel/literal': ({ text }) =>
    `there is no date, time or duration \`${text}\`; write 2024-10-08, 2024-10-08T09:30:00+08:00, P30D or P6M`,
  'feel/date-form': ({ form, forms }) =>
    `${form === undefined ? 'the form of a date is written out' : `\`${form}\` is no form of a date`}: a year, a month and a day once each, with / - . or nothing between them, such as ${forms.map((one) => `"${one}"`).join(', ')}`,
  'feel/not-written': ({ name }) =>
    `\`${name}\` takes a text, or a field of the file as it stands: what is computed was never written down`,
  'feel/pattern': ({ pattern }) => `the regular expression \`${pattern}\` cannot be read`,
  'feel/always': ({ truth, left, right }) =>
    left === undefined || right === undefined
      ? `this is always ${truth}: the kind of the value is known`
      : `this comparison is always ${truth}: by their ranges the left side is ${left} and the right side ${right}`,
  'feel/ambiguous-title': ({ title, first, second }) =>
    `the title \`${title}\` may mean \`${first}\` or \`${second}\`: write the path`,
  'feel/code-set': ({ name, columns }) =>
    `\`${name}\` is a code set, and no value itself: ask \`code in ${name}\`${columns[0] === undefined ? '' : `, or \`${name}(code).${columns[0]}\` for a column`}; of another day, \`${name}(date)\`${columns[0] === undefined ? '' : ` and \`${name}(code, date)\``}`,
  'feel/name-taken': ({ name }) =>
    `\`${name}\` is the name of a field or definition already; choose another for the variable`,
  'dossier/no-rows': ({ field }) =>
    `a register without rows; write \`${field}: [ … ]\`, an item for each row, or \`${field}: []\` where there are none`,
  'dossier/no-head': ({ field }) => `a register without its head; write \`${field}: { … }\``,
  'dossier/not-a-dossier': ({ wanted }) =>
    `this is no dossier: it has none of ${wanted.join(', ')} …`,
  'dossier/which-subject': ({ subjects, fits }) =>
    `nothing says what kind of file this is: begin it with \`subject: ${fits[0] ?? subjects[0] ?? ''}\`, or say --subject (one of ${subjects.join(', ')})`,
  'dossier/unknown-subject': ({ subject, subjects, near: other }) =>
    `the rulebook knows no kind of file \`${subject}\`, only ${subjects.join(', ')}${near(other)}`,
  'dossier/same-id': ({ id, file, subject, field }) =>
    `dossier \`${id}\` was already given in ${file}; one dossier must not count twice among files judged together, so this file is judged alone; if the two are different records, let subjects.${subject}.id in rulebook.yaml (now ${field}) be a field that tells them apart`,
  'dossier/no-register': () =>
    'the rulebook has no subject that is a staff register: give one `people` under subjects in rulebook.yaml, or leave out --staff',
  'dossier/not-a-register': ({ subject }) =>
    `this is no staff register: it should be a file of the subject \`${subject}\`, or say \`subject: ${subject}\``,
  'dossier/register-of-nobody': ({ fields }) =>
    `a staff register says of which organisation it is and up to which day it speaks: ${fields.map((field) => `\`${field}\``).join(', ')}`,
  'dossier/register-empty': ({ field }) =>
    `nobody is in \`${field}\` of the staff register, so it would know none of those whom files name; list all members of staff`,
  'dossier/register-ahead': ({ field, day, today }) =>
    `\`${field}\` of the staff register is ${day}, after today (${today}): who will hold which post is not known yet; correct it`,
  'dossier/other-register': ({ of, register }) =>
    `the file is of \`${of}\` and the staff register of \`${register}\`: none of its posts and levels was looked up; give --staff the register of \`${of}\``,
  'dossier/unknown-field': ({ field, near: other }) =>
    `a dossier has no field \`${field}\`; what it holds was not checked${near(other)}`,
  'dossier/wrong-type': ({ field, title, text, wanted, mending }) =>
    mending === 'row'
      ? `${called(field, title)}: a row was not read, for the reason that the reconciliation tells; taken as unknown`
      : `${called(field, title)} should be ${typeName(wanted)} and is written \`${text}\`${mending === undefined ? '' : writings[mending]}; taken as unknown`,
  'dossier/unknown-word': ({ field, title, word, words, titles, near: other }) =>
    `${called(field, title)}: \`${word}\` is not one of its codes (${worded(words.slice(0, 12), titles).join(', ')}); taken as unknown${near(other)}`,
  'dossier/impossible-date': ({ field, title, text, wanted, why }) =>
    `${dayFaults[why](called(field, title), `\`${text}\``, wanted)}; taken as unknown`,
  'dossier/unbelievable-date': ({ field, title, text, earliest, latest }) =>
    `${called(field, title)}: \`${text}\` is not believable, ${dayRange(earliest, latest)}; taken as unknown`,
  'dossier/too-many-digits': ({ field, title, text, digits, most }) =>
    `${called(field, title)}: \`${text}\` has ${digits} significant digits, more than the ${most} that are kept; taken as unknown`,
  'dossier/number-too-big': ({ field, title, text, most }) =>
    `${called(field, title)}: \`${text}\` is too big a number, ${most} is the most; taken as unknown`,
  'dossier/number-too-small': ({ field, title, text }) =>
    `${called(field, title)}: \`${text}\` is too small a number, with more than 30 places after the point; taken as unknown`,
  'dossier/money-decimals': ({ field, title, text, decimals }) =>
    `${called(field, title)}: \`${text}\` is finer than the smallest unit of the currency, which has ${decimals === 0 ? 'no digits' : decimals === 1 ? 'one digit' : `${decimals} digits`} after the point; taken as unknown`,
  'dossier/out-of-range': ({ field, title, text, minimum, maximum }) =>
    `${called(field, title)}: \`${text}\` is outside ${minimum ?? '…'} to ${maximum ?? '…'}; taken as unknown`,
  'dossier/duplicate-element': ({ key, value }) => `two elements have the \`${key}\` \`${value}\``,
  'dossier/too-big': ({ most, count, told }) =>
    `${count} places are wrong, more than ${most}, which is like no dossier; the first ${told} are told, and there is no verdict`,
  'dossier/verified-none': ({ path }) =>
    `verifiedNone: \`${path}\` is no field of a dossier, or something is there`,
  'dossier/not-captured': ({ path }) =>
    `notCaptured: \`${path}\` is no field of a dossier, or something is there`,
  'rulebook/no-manifest': ({ folder }) =>
    `the folder \`${folder}\` has no rulebook.yaml: it is no rulebook`,
  'rulebook/format': ({ format }) =>
    `the rulebook format \`${format}\` is not known; this version reads format: 1`,
  'rulebook/unknown-key': ({ key, near: other, cut }) =>
    `unknown key \`${key}\`${cut ? '; in braces the comma before it ends the text: put the whole text in quotes' : near(other)}`,
  'rulebook/missing-key': ({ key }) => `\`${key}\` is missing`,
  'rulebook/wrong-type': ({ key, wanted }) =>
    `\`${key}\` should be ${kindsOf(wanted)}${wanted === 'number' ? ', in digits and a point alone, such as 0.6 or 5000000' : ''}`,
  'rulebook/unknown-word': ({ word, words, near: other }) =>
    `\`${word}\` is none of ${words.join(', ')}${near(other)}`,
  'rulebook/pattern': ({ text, pattern }) => `\`${text}\` does not fit ${pattern}`,
  'rulebook/schema': ({ reason }) => `the file has the wrong shape: ${reason}`,
  'rulebook/source-heading': ({ heading }) =>
    `the clause heading \`${heading}\` should read “<id> <title> | <title in the next language> (V1)”, in the languages of the source’s own title`,
  'rulebook/source-status': () =>
    'the status of a clause is one line: `状态：人工，谁怎样做 | Status: manual, who and how`, or `不适用，为什么 | not applicable, why`, or `待办 | pending`, a part for each language of the source',
  'rulebook/source-figures': () =>
    'the figures of a clause are one paragraph with semicolons between: `Figures: 30 days; 200000 money; 55%; "STOCK"; 2024-07-01`, units by the names that parameters use',
  'rulebook/clause-changed': ({ clause, rules, on }) =>
    `the text of the clause \`${clause}\` changed after it was reviewed on ${on}; compare ${rules.join(', ')} with it, then run shouze trace --accept or --reviews`,
  'rulebook/rules-changed': ({ clause, rules, on }) =>
    `what rests on the clause \`${clause}\` changed after it was reviewed on ${on}; compare ${rules.join(', ')} with it again, then run shouze trace --accept or --reviews`,
  'rulebook/review-differs': ({ clause, rules, on }) =>
    `the clause \`${clause}\` was found on ${on} to differ from its original; mend it and ${rules.join(', ')}, or compare them again`,
  'rulebook/source-header': ({ reason }) =>
    `a source begins with a yaml block of source, kind, title and confidence${reason.includes('/') ? ` (${reason})` : ''}`,
  'rulebook/file-name': ({ name, wanted }) =>
    `the file or folder \`${name}\` should be called \`${wanted}\``,
  'rulebook/missing-file': ({ path }) => `the file \`${path}\` is missing`,
  'rulebook/unlisted': ({ id, list }) => `the rule \`${id}\` is not listed in the rules of ${list}`,
  'rulebook/other-step': ({ id, step }) =>
    `the rule \`${id}\` lies in the folder of the step \`${step}\`: it is listed there, and nowhere else`,
  'rulebook/listed-twice': ({ id }) => `the rule \`${id}\` is listed twice`,
  'rulebook/step-cycle': ({ steps }) =>
    `steps wait for each other, so that no file can go on: ${steps.join(' ← ')}`,
  'rulebook/other-language': ({ language }) =>
    `this text does not look like \`${language}\`; was it put under the wrong language, or not translated`,
  'rulebook/cut-text': ({ kept }) =>
    `YAML ends the text at ` +
    '` #`' +
    `, and \`${kept}\` is left of it; put the whole text in quotes, or the remark on a line of its own`,
  'rulebook/unread': ({ path, near: other }) =>
    `nothing reads \`${path}\`, so that what it says does not count${near(other) || '; rules lie in rules/ or stages/, parameters, tables and code sets in parameters/, tables/ and codes/, definitions in definitions.yaml'}`,
  'rulebook/duplicate-id': ({ id }) => `the id \`${id}\` is used twice`,
  'rulebook/name-taken': ({ name }) =>
    `the name \`${name}\` is taken: fields, definitions, parameters, tables, variables and named values share one namespace; choose another`,
  'rulebook/redefined': ({ what, name }) =>
    `the ${what} \`${name}\` comes from the extended rulebook and cannot be written again; use a new name, or make it stricter with adds (a rule) or moves (a parameter)`,
  'rulebook/loosened': ({ name, value, limit, stricter, from }) =>
    limit === undefined
      ? `the extended rulebook has no value of the parameter \`${name}\` on ${from}, and none can be put there`
      : `for the parameter \`${name}\` ${stricter} is stricter: from ${from} the extended rulebook says ${limit}, and ${value} is looser`,
  'rulebook/fixed': ({ name }) =>
    `the extended rulebook does not say which way the parameter \`${name}\` gets stricter, so it cannot be moved`,
  'rulebook/closed': ({ name }) =>
    `the table \`${name}\` of the extended rulebook has no \`open\`, so it cannot be completed`,
  'rulebook/narrowed': () =>
    'a rule that adds to another has no `when`: it can apply wider (`widen`), never narrower; a rule with a condition of its own is a new rule (insert)',
  'rulebook/insert': ({ one, other }) => `exactly one of \`${one}\` and \`${other}\` is wanted`,
  'rulebook/extends': ({ path, reason }) =>
    `the rulebook \`${path}\` cannot be extended: ${extendsReasons[reason]}`,
  'rulebook/unknown-reference': ({ what, name, near: other }) =>
    `there is no ${what} \`${name}\`${near(other)}`,
  'rulebook/unknown-currency': ({ code, near: others }) =>
    `\`${code}\` is no currency of ISO 4217; write three capitals such as \`EUR\`${others.length === 0 ? '' : `; did you mean ${others.map((one) => `\`${one}\``).join(', ')}`}`,
  'rulebook/unknown-zone': ({ zone, near: other }) =>
    `there is no zone \`${zone}\`; write an offset such as \`"+08:00"\`, or a name of the IANA database such as \`America/New_York\`${near(other)}`,
  'rulebook/other-setting': ({ key, given, inherited }) =>
    `the rulebook that this one extends has \`${key}: ${inherited}\`, and so has this one; leave \`${key}: ${given}\` out`,
  'rulebook/impossible-date': ({ text }) => `\`${text}\` is no date`,
  'rulebook/share': ({ value, part }) =>
    `${value} is ${value} times the whole; a share of ${value}% is written ${part}`,
  'rulebook/edition-gap': ({ after, before }) =>
    `a hole between editions: none after ${after} and before ${before}`,
  'rulebook/edition-overlap': ({ from, until, wanted }) =>
    until === undefined
      ? `editions overlap: the one before this has no last day; write \`until: ${wanted}\` there`
      : `editions overlap: the one before ends on ${until}, this one begins on ${from}`,
  'rulebook/edition-order': ({ from, before }) =>
    `editions stand in the order of their days: the one from ${from} before the one from ${before}`,
  'rulebook/edition-backwards': ({ from, until }) => `until ${until} is before from ${from}`,
  'rulebook/language': ({ language }) => `the text in ${language} is missing`,
  'rulebook/half-width': ({ found, wanted }) =>
    `\`${found}\` between Chinese characters should be \`${wanted}\``,
  'rulebook/not-the-term': ({ word, term }) =>
    `\`${word}\` should be \`${term}\`, the term in the glossary`,
  'rulebook/glossary-word': ({ word, term, why, other }) =>
    why === 'own'
      ? `the term \`${term}\` has \`${word}\` in it, which is listed under \`not\`: the term itself would be reported; take the word out, or choose another term`
      : why === 'other'
        ? `\`${word}\` is a term itself and cannot be listed under \`not\` of \`${term}\`; keep one of the two`
        : `\`${word}\` is already listed under \`not\` of \`${other ?? ''}\` and cannot be listed for \`${term}\` as well: one word cannot be put right by two terms`,
  'rulebook/task-post': ({ post, posts, near }) =>
    `the posts of this step are ${posts.length === 0 ? 'none' : posts.map((one) => `\`${one}\``).join(', ')}, not \`${post}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}; if it does this, list it under \`posts\``,
  'rulebook/return-ahead': ({ step, to }) =>
    `\`${step}\` cannot send a file back to \`${to}\`: a file goes back to the step itself or an earlier one, not to a later one nor to one that runs beside the others`,
  'rulebook/limit-twice': ({ number, parameter }) =>
    `the limit is written as ${number}, and the parameter \`${parameter}\` gives it by the same clause: changed in one place they would differ; write \`workingDays: ${parameter}\``,
  'rulebook/limit-unit': ({ parameter, unit }) =>
    `the parameter \`${parameter}\` is in \`${unit}\`; the limit of a step counts working days and takes a parameter in \`working-days\``,
  'rulebook/incomplete': ({ key, edition }) =>
    key === 'asOf'
      ? `neither the edition from ${edition}, nor the rule, nor its subject names the governing day, \`asOf\``
      : `neither the edition from ${edition} nor the rule has \`${key}\``,
  'rulebook/manual-require': ({ id }) =>
    `the rule \`${id}\` is for a person alone, so that its \`require\` is never judged; write \`check: both\` if the data count too`,
  'rulebook/stray-answer': ({ id, key }) =>
    `the rule \`${id}\` goes by data alone, so that ${key === 'answer' ? '`answer` does nothing' : 'nobody answers its `question`'}; write \`check: manual\` or \`check: both\` if a person checks it`,
  'rulebook/since': ({ from, source }) =>
    source === undefined
      ? '`since: new` says that nothing was asked before, but the first edition has always held'
      : `\`since: new\` says that it began with its source, which is in force from ${source}, but the first edition is from ${from}`,
  'rulebook/not-read': ({ clauses: [first = '', ...others], source, text }) =>
    `the clause \`${first}\`${others.length > 0 ? ` and ${others.length} more are` : ' is'} marked V1, original read, but ${text === undefined ? `the \`read\` of ${source} does not say which text was read, and when` : `what was read of ${source} is ${text === 'translation' ? 'a translation' : 'a report'}`}; mark it V2 or below where the original was not read`,
  'rulebook/number-not-seen': ({ clause, source }) =>
    `the clause \`${clause}\` is marked V1, original read, but the number of ${source} or of the article is said not to be verified: it cannot be both`,
  'rulebook/pending-relied-on': ({ clause, what }) =>
    `the text of the clause \`${clause}\` was not read (pending, GK), and it ${what === 'figures' ? 'gives figures' : 'is what a rule or limit rests on'}; what was not read is not written from memory, and nothing is judged by it`,
  'rulebook/before-source': ({ from, source, sources }) =>
    `the edition is from ${from}, but ${sources.join(', ')} ${sources.length > 1 ? 'are' : 'is'} in force only from ${source}; where there is a reason, give it under \`early\``,
  'rulebook/after-source': ({ until, source, sources }) =>
    `${sources.join(', ')} ended on ${source}, but the edition ${until === undefined ? 'is still in force' : `holds until ${until}`}: rest it on what is in force now, or give it an \`until\` and say why it ended`,
  'rulebook/ended-open': () => 'there is `ended`, but the last edition has no `until`',
  'rulebook/until-unexplained': ({ until }) =>
    `it holds until ${until}, and no \`ended\` says why: later files cannot be told`,
  'rulebook/repealed-open': ({ id }) =>
    `the rule \`${id}\` is repealed, and its last edition has no \`until\`: say on which day it last held`,
  'rulebook/manual-scope': ({ id }) =>
    `the rule \`${id}\` is checked by a person and cannot have a \`scope\`: a check-list is of one dossier`,
  'rulebook/unsigned': ({ id }) =>
    `the rulebook \`${id}\` is not signed: rulebook.yaml has no \`issue\``,
  'rulebook/draft-cited': ({ id }) => `the rule \`${id}\` is a draft, and what is issued cites it`,
  'rulebook/unverified-basis': ({ clause, confidence }) =>
    `the basis \`${clause}\` (${confidence}) is not verified, nor accepted by name in acceptedUnverified`,
  'rulebook/no-cases': ({ id }) => `the rule \`${id}\` has no cases`,
  'rulebook/cases-lack': ({ outcome }) => `no case has the outcome \`${outcome}\``,
  'rulebook/csv': ({ why, limit }) => csvFaults[why](limit),
  'rulebook/csv-cells': ({ cells, columns }) =>
    `this row has ${counted(cells, 'cell')}, where the header has ${columns}; put a cell with a comma in double quotes`,
  'rulebook/csv-column': ({ column, times, near: other }) =>
    times === 0
      ? `the header lacks the column \`${column}\` that the code set reads${near(other)}`
      : `the header has \`${column}\` ${counted(times, 'time')}, where one is wanted`,
  'rulebook/csv-cell': ({ text, column, wanted }) =>
    `\`${text}\` in the column \`${column}\` ${cellsWanted[wanted]}`,
  'rulebook/code-empty': ({ column }) => `\`${column}\` is blank: every row has a code`,
  'rulebook/code-twice': ({ code }) => `the code \`${code}\` stands in another row already`,
  'rulebook/digest': ({ file, digest, isWritten }) =>
    isWritten
      ? `\`${file}\` is not the file whose digest is written here: it has ${digest}; write that if the file was rightly changed`
      : `nothing says the digest of \`${file}\`: write \`digest: ${digest}\``,
  'rulebook/model': ({ reason, name }) =>
    ({
      twice: `the characteristic ${name} is there twice`,
      points: `no band gives points for the characteristic ${name}`,
      band: `this band of ${name} is not well written: numbers have from and to, with from below to, words have codes or others, what is verified to be none has none; one of these, and points`,
      grades: `the grade ${name} is out of order: from the best to the worst, each from lower than the one above, and the last without`,
      days: `the last day of development, the day of validation and the last day of validation (${name}) are out of order: developed, then validated, then in use within its validation`,
      beyond: `this edition holds until ${name}, beyond its validation`,
    })[reason],
  'rulebook/model-expired': ({ name, validUntil, today }) =>
    `the validation of the model ${name} ended on ${validUntil}, before ${today}`,
  'rulebook/built-on': ({ builtOn, version }) =>
    `this rulebook was written for and reviewed with version ${builtOn} of the one it extends, which is ${version} now: review it with what changed, then change \`builtOn\``,
  'rulebook/phase-order': ({ phase, step }) =>
    `step \`${step}\` of phase \`${phase}\` is out of order: phases follow the process, none ends before it begins, and none reaches into another`,
  'rulebook/forbidden-word': ({ word, rule }) =>
    `what is to be said has the word \`${word}\`, which rule ${rule} forbids: say facts, figures and conditions; a denial or warning that is right goes under \`except\` of the rule`,
  'rulebook/word-list': ({ name }) =>
    `definition \`${name}\` is no list of words written out, such as ["easy", "instant"], and nothing can be searched for them`,
  'rulebook/table-shape': ({ cells, columns }) =>
    `one cell for each column is wanted: ${columns}, not ${cells}`,
  'program/too-deep': ({ name, limit }) =>
    `values inside values: with \`${name}\` more than ${limit} deep`,
  'program/cycle': ({ names }) =>
    `values go in a circle, each computed from the next: ${names.join(' → ')}`,
  'program/unused-let': ({ name }) =>
    `nothing reads \`${name}\`; use it in \`when\`, \`require\`, \`finding\` or \`asOf\`, or take it out`,
  'program/too-large': ({ name, parts, depth }) =>
    `\`${name}\`, with what it reads spelt out, has more than ${parts} parts or is more than ${depth} deep; make a definition without arguments of some of it`,
  'program/takes': ({ takes, near }) =>
    `\`${takes}\` is no field and no kind of value${near === undefined ? '' : `; did you mean \`${near}\`?`}; write the path of a list (for one of its elements) or of a field, a unit such as money or days, or number, text, boolean, date, date-time, time`,
  'program/limit-untold': ({ name }) =>
    `the finding tells \`${name}\` in another language and not in this one`,
  'program/no-value': ({ name, rule, from, until }) =>
    `\`${name}\`, which rule ${rule} reads, has no value${from === undefined ? '' : ` from ${from}`}${until === undefined ? ' on' : ` ${from === undefined ? 'up ' : ''}to ${until}`}; add an edition for those days, or say with editions of the rule from and until when it holds`,
  'program/no-day': ({ rule, name, from }) =>
    `the rule ${rule} has no governing day, and reads \`${name}\`, which changes with time (from ${from}); name the day with asOf in the rule or its subject, or leave out the editions of what has always been so`,
  'program/measure': ({ reason }) =>
    ({
      both: 'a measure is computed from value or from outcomes, not from both',
      neither: 'a measure says its value or its outcomes',
      share: 'the unit of a share is ratio',
      step: 'the step of rewards and deductions is above 0, and points and most are not negative',
      scorecard:
        'this kind of file has no scorecard (day, officer, branch, customer) to gather measures by',
    })[reason],
  'program/view': ({ reason, name, near: other }) =>
    `${
      {
        'one-of': `the section \`${name}\` of the view says one of facts, each with columns, adds, and shows, and no two of them`,
        table: `the section \`${name}\` of the view says each and columns together`,
        key: `what files of \`${name}\` belong to is a text, a number, a date, or a list of those`,
        files: `the view does not say which keys files of \`${name}\` belong to (groupBy): the section has no files to read`,
        group: `the view has no group \`${name}\``,
        total: `no section before this one has the total \`${name}\``,
        taken: `\`${name}\` is in use in this view already`,
      }[reason]
    }${near(other)}`,
  'program/occasion': ({ reason }) =>
    ({
      customer:
        'this kind of file has no scorecard (day, officer, branch, customer), so that nobody knows which files are of one customer',
      each: 'each takes one name and one list',
    })[reason],
  'program/promise': ({ reason }) =>
    ({
      scorecard:
        'this kind of file has no scorecard (day, officer, branch, customer) to gather promises by',
      known:
        'the scorecard of this kind of file does not say up to which day its files tell (known), so nothing open can be told late',
      unit: 'within is in another unit than the promise’s unit',
      moment: 'a promise in hours runs from one moment to another, not between days',
    })[reason],
  'program/appraisal': ({ reason, what }) =>
    ({
      scorecard:
        'this kind of file has no scorecard (day, officer, branch, customer) to be appraised by',
      weights: `the weights come to ${what}: they have to come to 100 exactly`,
      category: `the measure \`${what}\` says no category: write quality, risk, speed, service or sales in its file`,
      target: `the measure \`${what}\` has no target, so nothing can be scored by it`,
      floor: `the floor of \`${what}\` has to be worse than its target`,
      twice: `the measure \`${what}\` stands here twice`,
      'post-twice': `the post \`${what}\` is in another appraisal already`,
      negative: `\`${what}\` has to be above zero, or zero where nothing is to count`,
      order: `\`${what}\`: thresholds go from the lowest up, grades from the best down`,
    })[reason],
  'program/appraised-by-sales': ({ measure, post }) =>
    `\`${measure}\` is a measure of sales, and \`${post}\` holds others in check: nobody in it is appraised by sales`,
  'program/scope': ({ key }) =>
    key === 'groupBy'
      ? 'files are grouped by a text, a number, a day, or a list of those'
      : key === 'key'
        ? 'only a text that files are grouped by can have a name for expressions to read it by (key)'
        : `a rule with a scope cannot have \`${key}\`: pick products in the expression with dossiers[…]; an exception covers one file alone`,
  'program/rows': ({ reason, name }) =>
    ({
      list: `\`${name}\` is no list of records; write the register and its list, such as \`register.rows\``,
      clash: `\`${name}\` is a field of the row, or the row itself, and a field of its file too: an expression could mean either; rename one of them`,
      each: `the rule judges each \`${name}\` already and cannot have an each besides; say what is asked of several with every … satisfies …`,
      scope: `the rule judges each \`${name}\` already and cannot have a scope; a rule for files judged together is about whole files`,
    })[reason],
  'program/unproved': ({ name, reader, stricter }) =>
    `it cannot be proved that a ${stricter} \`${name}\` makes \`${reader}\` only stricter, so it cannot be moved; add a requirement with adds instead`,
  'program/finding': ({ reason }) =>
    `a brace without a partner, or one of full width, in a text: ${reason}`,
  'program/schema': ({ path, what, ignored }) =>
    `in the schema, \`${what}\`${path === '' ? '' : ` of \`${path}\``} is not understood; ${ignored ? 'sentences do without it' : 'what stands there is taken as unknown'}`,
  'program/no-currency': ({ where }) =>
    `\`${where}\` is money, and the rulebook does not say in what; write its code of ISO 4217 in rulebook.yaml, such as \`currency: CNY\``,
  'program/no-zone': ({ where }) =>
    `\`${where}\` is a date-time, and the rulebook does not say by which clock it has a day; write \`zone: "+08:00"\` or \`zone: Asia/Shanghai\`, or those of its own place, in rulebook.yaml`,
  'program/unknown-path': ({ path, near: other }) =>
    `a dossier has no field \`${path}\`${near(other)}`,
  'cases/not-a-path': ({ path }) =>
    `\`${path}\` is no path; paths are written such as \`meta.name\`, \`people[P1].name\``,
  'cases/unknown-path': ({ name, of, near: other }) =>
    `${of === '' ? 'the dossier' : `\`${of}\``} has no field \`${name}\`${near(other)}`,
  'cases/wrong-step': ({ of, is }) =>
    is === 'list'
      ? `\`${of}\` is a list: say which element, such as \`${of}[1]\` or \`${of}[ID]\``
      : is === 'record'
        ? `\`${of}\` is a record and no list: it has no elements`
        : `\`${of}\` is a plain value: it has neither fields nor elements`,
  'cases/no-element': ({ of, element, elements, near: other }) =>
    elements.length === 0
      ? `\`${of}\` of this dossier has no elements, and so no \`${element}\``
      : `\`${of}\` of this dossier has no element \`${element}\`, only ${elements
          .slice(0, 12)
          .map((one) => `\`${one}\``)
          .join(', ')}${near(other)}`,
  'cases/nothing-there': ({ path }) =>
    `nothing is at \`${path}\`: taking it out changes nothing; take it out of \`without\``,
  'cases/not-malformed': ({ path, near: other }) =>
    `\`malformed\` lists \`${path}\`, which \`with\` of this case does not give, or gives without a fault${near(other)}`,
  'cases/no-change': ({ base }) =>
    `all that this case changes is so in the dossier \`${base}\` already: change it to something else, or leave out \`with\` and \`without\``,
  'cases/same-case': () =>
    'but for its title and what it expects, this case is one that stands before it: change it, or leave one of them out',
  'cases/same-title': ({ title }) =>
    `a case before has the title “${inLanguage(title, 'en')}”: say in what they differ`,
  'cases/stray-key': ({ rule, key }) =>
    key === 'element'
      ? `rule \`${rule}\` has no \`each\` and judges no elements: \`element\` means nothing in its cases`
      : `rule \`${rule}\` has no \`scope\` and judges each file by itself: \`dossiers\` means nothing in its cases; use \`with\` and \`without\``,
  'verify/table-gap': ({ from, until, inputs, more }) =>
    `the table lacks a row: ${days(from, until)}, there is no value where ${region(inputs)}${more > 0 ? ` (further regions: ${more})` : ''}; add \`when: [${cells(inputs)}]\`, with \`then: [null]\` and a note where no rule says`,
  'verify/table-overlap': ({ from, until, inputs, rows, more }) =>
    `rows ${rows[0]} and ${rows[1]} of the table overlap: ${days(from, until)}, both are for ${region(inputs)}${more > 0 ? ` (further pairs: ${more})` : ''}; narrow one of them, or say \`hit: first\``,
  'verify/table-dead-row': ({ row }) =>
    `row ${row} of the table is never reached: earlier rows take all it is for, or no input can be so`,
  'verify/hidden': ({ rule, path, products }) =>
    `rule ${rule} does not apply where \`${path}\` is empty, and no rule${
      products.length === 0 ? '' : ` as mandatory, for ${products.map(productName).join(', ')},`
    } says when it may not be; write one, such as \`require: count(${path}) >= 1\`, or name it under \`companion\`, or mark the list \`x-empty: none\` in the schema (empty says that there are none)`,
  'verify/null-guard': ({ rule, path }) =>
    `rule ${rule} asks whether \`${path}\` is null as a condition, but while nobody has filled it in it is unknown, and the condition cannot be false; take it out, or mark the field \`x-absence: none\` in the schema`,
  'verify/figure-not-in-clause': ({ of, number, unit, clauses }) =>
    `${figureSaid(number, unit)} of ${of} is not among the figures of ${clauses.length === 0 ? 'any regulation clause' : clauses.join(', ')}; where the clause gives it, write it under \`Figures:\`, where not, it is the institution’s own and belongs in a rule of the kind bank`,
  'verify/number-in-prose': ({ text, names }) =>
    `“${text}” in the text is the value of the parameter ${names.map((name) => `\`${name}\``).join(' or ')}, and would stay when the parameter changes; write ${names.map((name) => `\`{${name}}\``).join(' or ')}`,
  'verify/table-not-proved': ({ why, text }) =>
    ({
      cell: `what the cell \`${text}\` asks only a file can tell: the table is not proved to be complete and free of overlap`,
      input: `the values of the input \`${text}\` cannot be listed: the table is not proved to be complete and free of overlap`,
      size: `the table is too big (${text} rows) to be proved complete and free of overlap`,
    })[why],
  'proof/never-applies': ({ rule, editions, within }) =>
    `${named(rule)} applies to no file${inEditions(editions)}${upTo(within)}: its products, \`when\` and days exclude each other`,
  'proof/always-applies': ({ rule, editions, within }) =>
    `\`when\` of ${named(rule)} is false of no file${inEditions(editions)}${upTo(within)}: it keeps nothing out`,
  'proof/never-passes': ({ rule, editions, within }) =>
    `no file passes ${named(rule)}${inEditions(editions)}${upTo(within)}: what it requires is never so where it applies`,
  'proof/never-fails': ({ rule, editions, within }) =>
    `no file fails ${named(rule)}${inEditions(editions)}${upTo(within)}: what it requires is always so where it applies`,
  'proof/idle-part': ({ rule, editions, within, part }) =>
    `\`${part}\` decides nothing in ${named(rule)}${inEditions(editions)}${upTo(within)}: wherever it can be told, the rule says the same without it`,
  'proof/contradiction': ({ rule, other, within }) =>
    `rules ${rule} and ${other} contradict: no file that both apply to passes both${upTo(within)}`,
  'proof/implied': ({ rule, other, within }) =>
    `rule ${rule} decides nothing beside rule ${other}: no file fails it that passes ${other}, where both apply${upTo(within)}`,
  'proof/refuted': ({ claim, never }) =>
    never === 'pass'
      ? `the claim \`${claim}\` does not hold: there is a file of it that passes every rule`
      : `the claim \`${claim}\` does not hold: there is a file of it that a rule finds fault with`,
  'proof/same': ({ rule, other }) =>
    `rule ${rule} is rule ${other} under another id: products, days and conditions are the same`,
  'verify/unused': ({ parameter }) => `nothing reads the parameter \`${parameter}\``,
  'verify/stricter': ({ parameter, rule, stricter }) =>
    `the parameter \`${parameter}\` says that ${stricter} is stricter, but rule ${rule} gets looser when it is ${stricter}`,
};

/** What a step or a condition is called says what it is. */
function named(rule: string): string {
  return rule.includes('/') ? `\`${rule}\`` : `rule ${rule}`;
}

/** Nothing of what has no editions. */
function inEditions(days: readonly string[]): string {
  return days.length > 0
    ? ` in its edition${days.length > 1 ? 's' : ''} from ${days.join(', ')}`
    : '';
}

function upTo(within: number | undefined): string {
  return within === undefined ? '' : ` (proved of lists of up to ${within} records)`;
}
