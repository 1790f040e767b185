import { sayIn } from '../base/language.ts';
import { cellsOf } from '../manual/table-page.ts';
import type { Speaker } from '../manual/speaker.ts';
import type { CodeSet, Dated, ProgramRule, ProgramStep, Reference, Table } from '../program/ast.ts';
import { codesIn, rowsOf } from '../program/code-sheet.ts';
import { type Entry, entriesOf, rulesOf, stepsOf } from '../rulebook/ast.ts';
import { cellText } from '../rulebook/csv.ts';
import type { CasesFile, Words } from '../rulebook/files.ts';
import { dayAfter } from '../values/neighbouring-days.ts';
import { statuses } from '../words/outcomes.ts';
import { fileThings, stageThing } from './file-things.ts';
import { formOf } from './form.ts';
import { calendarKey, thingKey } from './judging.ts';
import {
  dataPart,
  expressionPart,
  type Part,
  type Parts,
  type Thing,
  type ThingEdition,
  type ThingKind,
  wordSet,
  wordsPart,
} from './parts.ts';
import type { Side } from './side.ts';

/** Keys that say which thing it is, or that its editions say again. */
const own = wordSet('rule step editions let');

/** Everything that a rulebook is made of, in the order in which it is told. */
export function thingsOf(side: Side): readonly Thing[] {
  const { rulebook, rules, steps, references, codeSets } = side.program;
  const told = new Set<Entry<unknown>>([
    ...rulesOf(rulebook).map(({ entry }) => entry),
    ...stepsOf(rulebook).map(({ entry }) => entry),
    ...rulebook.parameters,
    ...rulebook.tables,
    ...rulebook.codes,
    ...rulebook.calendars,
    ...(rulebook.definitions ? [rulebook.definitions] : []),
    ...rulesOf(rulebook).flatMap(({ cases }) => cases ?? []),
  ]);
  return [
    ...rules.map((rule) => ruleThing(rule, side)),
    ...rulebook.stages.map((stage) => stageThing(stage, side)),
    ...steps.map((step) => stepThing(step, side)),
    ...[...references.values(), ...codeSets.values()].map((one) => referenceThing(one, side)),
    ...rulebook.calendars.map(calendarThing),
    ...rulebook.sources.flatMap(sourceThings),
    ...rulesOf(rulebook).flatMap(({ id, cases }) => (cases ? [casesThing(id, cases)] : [])),
    ...entriesOf(rulebook)
      .filter((entry) => !told.has(entry))
      .flatMap((entry) => fileThings(entry, side)),
  ];

  function sourceThings(source: (typeof rulebook.sources)[number]): readonly Thing[] {
    const { id, clauses } = source;
    const { kind, title, number, issuer, issued, from, until, replaces, confidence } = source;
    return [
      thing('source', id, title, `source ${id}`, {
        kind,
        title,
        number,
        issuer,
        issued,
        from,
        until,
        replaces,
        confidence,
      }),
      ...[...clauses.values()].map((clause) =>
        thing('clause', clause.ref, clause.title, `clause ${clause.ref}`, {
          title: clause.title,
          text: clause.text,
          confidence: clause.confidence,
        }),
      ),
    ];
  }

  /** Case by case, as they are titled; those of one title by their order. */
  function casesThing(id: string, { data: { base, cases } }: Entry<CasesFile>): Thing {
    const seen = new Map<string, number>();
    const parts = cases.map((one): readonly [string, Part] => {
      const title = JSON.stringify(one.title);
      const number = seen.get(title) ?? 0;
      seen.set(title, number + 1);
      const { expect } = one;
      const status = typeof expect === 'string' ? expect : 'cannot-tell';
      const say = ({ language }: Speaker) => sayIn(statuses[status], language);
      const at = ({ words }: Speaker) => words(one.title);
      return [`case ${title} ${number}`, { form: JSON.stringify(one), say, at, weighs: false }];
    });
    const whole = thing('cases', id, {}, `cases ${id}`, { base });
    return { ...whole, parts: new Map([...whole.parts, ...parts]) };
  }

  function thing(
    kind: ThingKind,
    id: string,
    title: Words,
    key: string,
    data: Readonly<Record<string, unknown>>,
  ): Thing {
    return {
      kind,
      id,
      key,
      title: ({ words }) => words(title) || id,
      parts: dataParts(data),
      editions: [],
    };
  }

  function dataParts(data: Readonly<Record<string, unknown>>): Parts {
    return new Map(
      Object.entries(data)
        .filter(([key, value]) => value !== undefined && !own.has(key))
        .map(([key, value]) => [key, dataPart('other', key, value, side)]),
    );
  }
}

function ruleThing({ id, rule, editions, group, each }: ProgramRule, side: Side): Thing {
  const { data } = rule.entry;
  const shared = data as unknown as Readonly<Record<string, unknown>>;
  const inEditions = wordSet(
    'title asOf when require criterion ifAbsent basis finding remedy note',
  );
  const whole = Object.entries(shared).filter(
    ([key, value]) => !own.has(key) && (key === 'title' || !inEditions.has(key)) && value,
  );
  return {
    kind: 'rule',
    id,
    key: `rule ${id}`,
    title: ({ words }) => words(editions.at(-1)?.title) || id,
    parts: new Map([
      ...whole.map(([key, value]) => [key, dataPart('rule', key, value, side)] as const),
      ...(group ? [['scope', expressionPart(group.by)] as const] : []),
      ...(each ? [['each', expressionPart(each.list)] as const] : []),
    ]),
    editions: dated(editions, (edition, index) => {
      const written: Readonly<Record<string, unknown>> = { ...data.editions[index] };
      const texts = Object.entries({ ...shared, ...written }).filter(
        ([key, value]) =>
          inEditions.has(key) && value !== undefined && (key !== 'title' || 'title' in written),
      );
      const { asOf, when, require } = edition;
      return new Map([
        ...texts.map(([key, value]) => [key, dataPart('rule', key, value, side)] as const),
        ...Object.entries({ asOf, when, require }).flatMap(([key, expression]) =>
          expression ? [[key, expressionPart(expression, key === 'require')] as const] : [],
        ),
      ]);
    }),
  };
}

function stepThing({ id, step, editions }: ProgramStep, side: Side): Thing {
  const { data } = step.entry;
  const shared = data as unknown as Readonly<Record<string, unknown>>;
  const inEditions = wordSet('posts events when after within documents gate kind level basis');
  return {
    kind: 'step',
    id,
    key: `step ${id}`,
    title: ({ words }) => words(data.title) || id,
    parts: new Map(
      Object.entries(shared)
        .filter(([key, value]) => !own.has(key) && !inEditions.has(key) && value)
        .map(([key, value]) => [key, dataPart('step', key, value, side)]),
    ),
    editions: dated(editions, (edition, index) => {
      const written = Object.entries({ ...shared, ...data.editions?.[index] }).filter(([key]) =>
        inEditions.has(key),
      );
      return new Map([
        ...written.map(([key, value]) => [key, dataPart('step', key, value, side)] as const),
        ...(edition.when ? [['when', expressionPart(edition.when)] as const] : []),
      ]);
    }),
  };
}

function referenceThing(reference: Reference | CodeSet, side: Side): Thing {
  const { kind, name, title } = reference;
  const { editions = [], ...file } = writtenOf(reference, side);
  const noteAt = (index: number): readonly (readonly [string, Part])[] => {
    const note = editions[index]?.note;
    return note ? [['note', wordsPart(note)]] : [];
  };
  const base = {
    kind,
    id: name,
    key: thingKey(reference),
    title: ({ words }: Speaker) => words(title) || name,
    parts: new Map(
      Object.entries(file)
        .filter(([key, value]) => !ofReference.has(key) && value !== undefined)
        .map(([key, value]) => [key, dataPart('reference', key, value, side)]),
    ),
  };
  switch (reference.kind) {
    case 'parameter':
      return {
        ...base,
        editions: dated(reference.editions, ({ value, basis }, index) =>
          parts(noteAt(index), {
            value: {
              form: `${value.n}/${value.d}`,
              say: (speaker) => speaker.value(reference, value),
              weighs: true,
            },
            basis: basisPart(basis),
          }),
        ),
      };
    case 'definition':
      return {
        ...base,
        editions: dated(reference.editions, ({ is, basis }, index) =>
          parts(noteAt(index), {
            is: {
              form: formOf(is.core),
              say: (speaker) => speaker.plainlyMeans(is.core),
              weighs: true,
            },
            basis: basisPart(basis),
          }),
        ),
      };
    case 'table':
      return {
        ...base,
        parts: new Map([
          ...base.parts,
          ...reference.inputs.map(
            (input, index) => [`input ${index + 1}`, expressionPart(input)] as const,
          ),
        ]),
        editions: dated(
          reference.editions,
          ({ rows, basis }, index) =>
            new Map([
              ...rowParts(rows, reference),
              ...noteAt(index),
              ['basis', basisPart(basis)] as const,
            ]),
        ),
      };
    case 'codes':
      return {
        ...base,
        editions: dated(
          reference.editions,
          ({ sheet, basis }, index) =>
            new Map([
              ...noteAt(index),
              ...[...codesIn(sheet)].map((code) => {
                const cells = sheet.csv.header.map((_, column) =>
                  cellText(sheet.csv, rowsOf(sheet).get(code) ?? 0, column),
                );
                return [
                  `code ${code}`,
                  {
                    form: JSON.stringify(cells),
                    say: () => cells.join(' · '),
                    at: () => code,
                    weighs: true,
                  },
                ] as const;
              }),
              ['basis', basisPart(basis)] as const,
            ]),
        ),
      };
  }
}

/** Rows by their cells, so that a row with another value is the same row; those that are alike by their order. */
function rowParts(
  rows: Table['editions'][number]['rows'],
  table: Table,
): readonly (readonly [string, Part])[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const cells = JSON.stringify(row.cells.map(({ tests }) => tests.map(formOf)));
    const number = seen.get(cells) ?? 0;
    seen.set(cells, number + 1);
    const inputs = row.cells.length;
    const told = (speaker: Speaker) => cellsOf(row, table, [], speaker);
    return [
      `row ${cells} ${number}`,
      {
        form: JSON.stringify(row.outputs.map((output) => output && formOf(output.core))),
        say: (speaker) => told(speaker).slice(inputs).join(speaker.lexicon.comma),
        at: (speaker) =>
          told(speaker)
            .slice(0, inputs)
            // columns that may be anything tell no row apart
            .filter((cell) => cell !== '' && cell !== '—')
            .join(speaker.lexicon.comma),
        weighs: true,
      },
    ];
  });
}

function calendarThing({ data }: Side['program']['rulebook']['calendars'][number]): Thing {
  const days = data.years.flatMap(({ holidays, workdays }) => [
    ...holidays.map((day) => [day, 'holiday'] as const),
    ...workdays.map((day) => [day, 'workday'] as const),
  ]);
  return {
    kind: 'calendar',
    id: data.calendar,
    key: calendarKey,
    title: ({ words }) => words(data.title) || data.calendar,
    parts: new Map([
      ['title', wordsPart(data.title)],
      ...data.years.map(
        ({ year }) =>
          [
            `year ${year}`,
            { form: '', say: () => String(year), at: () => String(year), weighs: true },
          ] as const,
      ),
      ...days.map(([day, what]) => {
        const part: Part = {
          form: what,
          say: ({ language }) => sayIn(dayWords[what], language),
          at: () => day,
          weighs: true,
        };
        return [`day ${day}`, part] as const;
      }),
    ]),
    editions: [],
  };
}

const dayWords = {
  holiday: { zh: '休息', en: 'day off' },
  workday: { zh: '上班', en: 'worked' },
};

function parts(
  more: readonly (readonly [string, Part])[],
  named: Readonly<Record<string, Part>>,
): Parts {
  return new Map([...Object.entries(named), ...more]);
}

/** What a reference is told by besides. */
const ofReference = wordSet(
  'parameter definition table codes inputs rows basis value is file digest',
);

interface WrittenReference {
  readonly editions?: readonly { readonly note?: Words }[];
}

/** A definition, parameter, table or code set as its file has it. */
function writtenOf({ kind, name }: Reference | CodeSet, { program }: Side): WrittenReference {
  const { parameters, tables, codes, definitions } = program.rulebook;
  const file = {
    parameter: () => parameters.find(({ data }) => data.parameter === name)?.data,
    table: () => tables.find(({ data }) => data.table === name)?.data,
    codes: () => codes.find(({ data }) => data.codes === name)?.data,
    definition: () => definitions?.data.definitions.find(({ definition }) => definition === name),
  }[kind]();
  return file ?? {};
}

function basisPart(refs: readonly string[]): Part {
  return {
    form: JSON.stringify(refs),
    say: ({ lexicon }) => refs.join(lexicon.comma),
    weighs: false,
  };
}

/** Editions, of which each ends where the next begins without that being said. */
function dated<T extends Dated>(
  editions: readonly T[],
  partsOf: (edition: T, index: number) => Parts,
): readonly ThingEdition[] {
  return editions.map((edition, index) => {
    const { from, until } = edition;
    const next = editions[index + 1]?.from;
    const isFollowed = until !== undefined && next === dayAfter(until);
    const parts = partsOf(edition, index);
    return { from, until: isFollowed ? undefined : until, last: until, parts };
  });
}
