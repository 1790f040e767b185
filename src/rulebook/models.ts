import { type Checked, type Noted, noted } from '../base/diagnostic.ts';
import { invariant } from '../base/invariant.ts';
import { nearest } from '../base/suggest.ts';
import { at, field, plainOf, scalarKind, type Yaml, type YamlMap } from '../yaml/tree.ts';
import { type Entry, spanOf } from './ast.ts';
import type { ModelBandFile, ModelFile, Words } from './files.ts';
import { characteristicNames, modelNames } from './model-names.ts';
import type { ModelReason, RulebookProblems } from './problems.ts';
import { entryOf, mapOf, textAt } from './trees.ts';
import type { WholeDefinition, WholeDefinitions, WholeTable } from './whole.ts';

/** What a scoring model comes to: decision tables and definitions, which every reader of a rulebook knows already. */
export interface ModelParts {
  /** For each characteristic its points and its bands; then the grades. */
  readonly tables: readonly Entry<WholeTable>[];
  /** The score, the reasons and the days. */
  readonly definitions: readonly Yaml[];
}

/**
 * Spells a model out. A characteristic becomes two tables over its bands, one that gives points and one that says which
 * band it is; the score is the base and the sum of points; grades are a table over the score. Gaps and overlaps of bands
 * are found where those of all tables are.
 *
 * @returns no parts of a model with a band or an order of grades that says nothing
 */
export function modelParts(entry: Entry<ModelFile>): Checked<ModelParts, RulebookProblems> {
  const to = noted<RulebookProblems>();
  const isSpellable = checkModel(entry, to);
  const value = isSpellable ? spelledOut(entry) : { tables: [], definitions: [] };
  return { value, diagnostics: to.diagnostics };
}

/** The definitions of a rulebook with those of its models behind them. */
export function withDefinitions(
  own: Entry<WholeDefinitions> | undefined,
  more: readonly Yaml[],
  around: Entry<unknown>,
): Entry<WholeDefinitions> | undefined {
  if (more.length === 0) return own;
  const { span } = own?.yaml ?? around.yaml;
  const list = own && at(own.yaml, ['definitions']).yaml;
  const items = [...(list?.kind === 'list' ? list.items : []), ...more];
  const definitions = { kind: 'list', span: list?.span ?? span, items } as const;
  const data = [
    ...(own?.data.definitions ?? []),
    ...more.map((one) => plainOf(one) as WholeDefinition),
  ];
  return {
    path: own?.path ?? 'definitions.yaml',
    yaml: mapOf(own?.yaml ?? around.yaml, [entryOf('definitions', definitions)]),
    data: { definitions: data },
    texts: own?.texts ?? (() => []),
  };
}

function spelledOut(entry: Entry<ModelFile>): ModelParts {
  const { data, yaml } = entry;
  const names = modelNames(data);
  const used = data.characteristics.flatMap((one, index) => {
    const is = at(yaml, ['characteristics', String(index), 'is']).yaml;
    const editions = data.editions.flatMap((edition, number) =>
      edition.points[one.characteristic]
        ? [{ edition, bands: bandsAt(yaml, number, one.characteristic), number }]
        : [],
    );
    return editions.length > 0 ? [{ ...one, is, editions }] : [];
  });
  const tables = used.flatMap(({ characteristic, title, is, editions }) => {
    const own = characteristicNames(data, characteristic);
    const hasNone = editions.some(({ bands }) => bands.some(({ data: { none } }) => none));
    const input = [{ is, title }, ...(hasNone ? [isNone(is, title)] : [])];
    const when = (band: Band, all: readonly Band[]) => cellsOf(band, all, hasNone);
    return [
      tableOf({
        table: own.points,
        title: inWords(words.points, title),
        inputs: input,
        output: { output: 'points', title: inWords(words.points, title), unit: 'count' },
        editions: editions.map(({ number, bands }) => ({
          number,
          rows: bands.flatMap((band) =>
            when(band, bands).map((cells) => ({
              when: cells,
              gives: at(band.yaml, ['points']).yaml,
              note: band.data.reason,
              yaml: band.yaml,
            })),
          ),
        })),
      }),
      tableOf({
        table: own.band,
        cites: false,
        title: inWords(words.band, title),
        inputs: input,
        output: {
          output: 'band',
          title: inWords(words.band, title),
          words: Object.fromEntries(
            editions.flatMap(({ number, bands }) =>
              bands.map((band, index) => [codeOf(characteristic, number, index), shown(band.data)]),
            ),
          ),
        },
        editions: editions.map(({ number, bands }) => ({
          number,
          rows: bands.flatMap((band, index) =>
            when(band, bands).map((cells) => ({
              when: cells,
              gives: quoted(codeOf(characteristic, number, index), band.yaml),
              note: undefined,
              yaml: band.yaml,
            })),
          ),
        })),
      }),
    ];
  });
  const grades = tableOf({
    table: names.grade,
    title: inWords(words.grade, data.title),
    inputs: [{ is: textAt(data.model, spanOf(entry, 'model')), title: data.title }],
    output: {
      output: 'grade',
      title: inWords(words.grade, data.title),
      words: Object.fromEntries(
        data.editions.flatMap(({ grades: all }) => all.map(({ grade, title }) => [grade, title])),
      ),
    },
    editions: data.editions.map((edition, number) => ({
      number,
      rows: edition.grades.map((grade, index) => {
        const here = at(yaml, ['editions', String(number), 'grades', String(index)]).yaml;
        const above = at(yaml, ['editions', String(number), 'grades', String(index - 1), 'from']);
        const [low, high] = [scalarAt(here, 'from'), index > 0 ? textOf(above.yaml) : undefined];
        return {
          when: [textAt(range(low, high), here.span)],
          gives: quoted(grade.grade, here),
          note: grade.means,
          yaml: here,
        };
      }),
    })),
  });
  return { tables: [...tables, grades], definitions: definitionsOf() };

  /** @param editions - with the number of the edition of the model that each is of */
  function tableOf(made: {
    readonly table: string;
    /** A table that says again what another says rests on no clause of its own. */
    readonly cites?: false;
    readonly title: Words;
    readonly inputs: readonly { readonly is: Yaml; readonly title: Words }[];
    readonly output: object;
    readonly editions: readonly {
      readonly number: number;
      readonly rows: readonly {
        readonly when: readonly Yaml[];
        readonly gives: Yaml;
        readonly note: Words | undefined;
        readonly yaml: Yaml;
      }[];
    }[];
  }): Entry<WholeTable> {
    const build = building(yaml);
    const tree = build({
      table: made.table,
      ...subject(),
      title: made.title,
      hit: 'unique',
      inputs: made.inputs,
      outputs: [made.output],
      editions: made.editions.map(({ number, rows }) => ({
        ...datesOf(number),
        basis: made.cites === false ? [] : at(yaml, ['editions', String(number), 'basis']).yaml,
        rows: {
          kind: 'list',
          span: at(yaml, ['editions', String(number), 'points']).yaml.span,
          items: rows.map(({ when, gives, note, yaml: row }) =>
            // oxlint-disable-next-line no-thenable -- the format's own word
            building(row)({ when, then: [gives], ...(note && { note }) }),
          ),
        } as const,
      })),
    });
    return {
      // a table is called by its file; this one is a part of the file of its model
      path: entry.path,
      yaml: tree,
      data: plainOf(tree) as WholeTable,
      texts: () => [],
    };
  }

  function definitionsOf(): readonly Yaml[] {
    const reasons = used.flatMap(({ characteristic, editions }) =>
      editions.flatMap(({ number, bands }) =>
        bands.flatMap(({ data: { reason } }, index) =>
          reason
            ? [{ characteristic, number, code: codeOf(characteristic, number, index), reason }]
            : [],
        ),
      ),
    );
    const on = (text: string) => `date("${text}")`;
    return [
      definition(data.model, data.title, (number) => {
        const parts = used
          .filter(({ editions }) => editions.some((one) => one.number === number))
          .map(({ characteristic }) => characteristicNames(data, characteristic).points);
        return [
          scalarAt(at(yaml, ['editions', String(number)]).yaml, 'base') ?? '0',
          ...parts,
        ].join(' + ');
      }),
      ...(reasons.length > 0
        ? [
            definition(
              names.reasons,
              inWords(words.reasons, data.title),
              (number) => {
                const own = reasons.filter((one) => one.number === number);
                const bands = [...new Set(own.map((one) => one.characteristic))].map(
                  (one) => characteristicNames(data, one).band,
                );
                const codes = own.map(({ code }) => JSON.stringify(code));
                // no reason in this edition: a list of nothing that still is one of texts
                if (codes.length === 0) return `[""][item != ""]`;
                return `[${bands.join(', ')}][item in (${codes.join(', ')})]`;
              },
              Object.fromEntries(reasons.map(({ code, reason }) => [code, reason])),
            ),
          ]
        : []),
      definition(names.developedUntil, inWords(words.developedUntil, data.title), (number) =>
        on(data.editions[number]?.developedUntil ?? ''),
      ),
      definition(names.validatedOn, inWords(words.validatedOn, data.title), (number) =>
        on(data.editions[number]?.validatedOn ?? ''),
      ),
      definition(names.validUntil, inWords(words.validUntil, data.title), (number) =>
        on(data.editions[number]?.validUntil ?? ''),
      ),
    ];
  }

  function definition(
    name: string,
    title: Words,
    is: (edition: number) => string,
    codes?: { readonly [code: string]: Words },
  ): Yaml {
    return building(yaml)({
      definition: textAt(name, spanOf(entry, 'model')),
      ...subject(),
      title,
      ...(codes && { words: codes }),
      editions: data.editions.map((_, number) => ({
        ...datesOf(number),
        is: textAt(is(number), spanOf(entry, 'editions', number, 'points')),
        basis: at(yaml, ['editions', String(number), 'basis']).yaml,
      })),
    });
  }

  function subject() {
    return data.subject === undefined ? {} : { subject: data.subject };
  }

  function datesOf(number: number) {
    const edition = at(yaml, ['editions', String(number)]).yaml;
    const [from, until] = ['from', 'until'].map((key) =>
      edition.kind === 'map' ? field(edition, key) : undefined,
    );
    return { ...(from && { from }), ...(until && { until }) };
  }
}

interface Band {
  readonly data: ModelBandFile;
  readonly yaml: Yaml;
}

function bandsAt(yaml: Yaml, edition: number, characteristic: string): readonly Band[] {
  const list = at(yaml, ['editions', String(edition), 'points', characteristic]).yaml;
  return list.kind === 'list'
    ? list.items.map((item) => ({ data: plainOf(item) as ModelBandFile, yaml: item }))
    : [];
}

/** Whether it was verified that there is none: a question of its own, since no number or word compares with none. */
function isNone(is: Yaml, title: Words): { readonly is: Yaml; readonly title: Words } {
  return { is: textAt(`${textOf(is)?.trim() ?? ''} = null`, is.span), title };
}

/**
 * What a band asks of its characteristic, as the cells of rows of a decision table. That there is none is asked in a
 * column of its own, and once more in that of the value, so that the rows can be proved to leave nothing out.
 */
function cellsOf(
  { data, yaml }: Band,
  all: readonly Band[],
  hasNone: boolean,
): readonly (readonly Yaml[])[] {
  const { codes, others, none } = data;
  const cell = (text: string) => textAt(text, yaml.span);
  if (none)
    return [
      [cell('-'), cell('true')],
      [cell('null'), cell('false')],
    ];
  const text = codes
    ? codes.map(literal).join(', ')
    : others
      ? `not(${all
          .flatMap((one) => one.data.codes ?? [])
          .map(literal)
          .join(', ')})`
      : range(scalarAt(yaml, 'from'), scalarAt(yaml, 'to'));
  return [hasNone ? [cell(text), cell('false')] : [cell(text)]];
}

function literal(code: string | boolean): string {
  return JSON.stringify(code);
}

function range(low: string | undefined, high: string | undefined): string {
  if (low === undefined) return high === undefined ? '-' : `< ${high}`;
  return high === undefined ? `>= ${low}` : `[${low}..${high})`;
}

/** A band as it is written, for whoever reads its code: the same in every language. */
function shown({ codes, others, none, from, to }: ModelBandFile): Words {
  const text = none
    ? '—'
    : codes
      ? codes.join(' / ')
      : others
        ? '…'
        : `${from === undefined ? '(−∞' : `[${from}`}, ${to === undefined ? '+∞' : to})`;
  return { zh: text, en: text };
}

function codeOf(characteristic: string, edition: number, band: number): string {
  return `${characteristic}-${edition + 1}-${band + 1}`;
}

/** A number as it is written, not as the nearest double. */
function scalarAt(yaml: Yaml, key: string): string | undefined {
  return yaml.kind === 'map' ? textOf(field(yaml, key)) : undefined;
}

function textOf(yaml: Yaml | undefined): string | undefined {
  return yaml?.kind === 'text' ? yaml.text : undefined;
}

function quoted(text: string, { span }: Yaml): Yaml {
  return textAt(JSON.stringify(text), span);
}

/** Trees of plain data; what is a tree already stays one. All the rest stands where `around` does. */
function building(around: Yaml): (data: object) => YamlMap {
  const build = (value: unknown): Yaml => {
    if (isTree(value)) return value;
    if (Array.isArray(value)) return { kind: 'list', span: around.span, items: value.map(build) };
    if (typeof value === 'object' && value !== null) return mapped(value);
    const text = { ...textAt(String(value), around.span), plain: false };
    return text;
  };
  const mapped = (data: object): YamlMap =>
    mapOf(
      around,
      Object.entries(data).map(([key, value]) => entryOf(key, build(value))),
    );
  return mapped;
}

function isTree(value: unknown): value is Yaml {
  return typeof value === 'object' && value !== null && 'kind' in value && 'span' in value;
}

/** What the parts of a model are called beside its own title. */
const words = {
  points: { zh: '{}得分', en: 'points for {}' },
  band: { zh: '{}档次', en: 'band of {}' },
  grade: { zh: '{}等级', en: 'grade by {}' },
  reasons: { zh: '{}扣分理由', en: 'reasons of {}' },
  developedUntil: { zh: '{}开发样本截止日', en: 'last day of the development sample of {}' },
  validatedOn: { zh: '{}验证日期', en: 'day of validation of {}' },
  validUntil: { zh: '{}验证有效期截止日', en: 'last day of validation of {}' },
} as const;

/** In every language of a title; those that we have no words for go by the English. */
function inWords(pattern: { readonly zh: string; readonly en: string }, title: Words): Words {
  return Object.fromEntries(
    Object.entries(title).map(([language, text]) => [
      language,
      (language === 'zh' ? pattern.zh : pattern.en).replace('{}', () => text),
    ]),
  );
}

/**
 * What is wrong with a model in itself; bands that leave a gap or overlap are told of its tables.
 *
 * @returns whether it can be spelled out all the same
 */
function checkModel(entry: Entry<ModelFile>, to: Noted<RulebookProblems>): boolean {
  let isSpellable = true;
  const { data, yaml } = entry;
  const wrong = (reason: ModelReason, name: string, ...keys: readonly (string | number)[]) => {
    to.error('rulebook/model', spanOf(entry, ...keys), { reason, name });
    if (reason === 'band' || reason === 'points' || reason === 'grades') isSpellable = false;
  };
  const known = data.characteristics.map(({ characteristic }) => characteristic);
  for (const [index, one] of known.entries()) {
    if (known.indexOf(one) < index) wrong('twice', one, 'characteristics', index, 'characteristic');
    if (!data.editions.some(({ points }) => points[one]))
      wrong('points', one, 'characteristics', index, 'characteristic');
  }
  for (const [number, edition] of data.editions.entries()) {
    for (const name of Object.keys(edition.points)) {
      if (!known.includes(name))
        to.error('rulebook/unknown-reference', spanOf(entry, 'editions', number, 'points', name), {
          what: 'characteristic',
          name,
          near: nearest(name, known),
        });
      const bands = bandsAt(yaml, number, name);
      if (bands.length === 0) wrong('points', name, 'editions', number, 'points', name);
      for (const [index, band] of bands.entries())
        if (!isBand(band, bands)) wrong('band', name, 'editions', number, 'points', name, index);
    }
    const { developedUntil, validatedOn, validUntil, from, until } = edition;
    const name = `${developedUntil}, ${validatedOn}, ${validUntil}`;
    if (!(developedUntil <= validatedOn && validatedOn <= from && from <= validUntil))
      wrong('days', name, 'editions', number, 'validatedOn');
    if (until !== undefined && until > validUntil)
      wrong('beyond', until, 'editions', number, 'until');
    checkGrades(number);
  }
  return isSpellable;

  function checkGrades(number: number): void {
    const { grades } = data.editions[number] ?? {};
    invariant(grades, 'it is one of the editions');
    for (const [index, { grade, from }] of grades.entries()) {
      const isLast = index === grades.length - 1;
      const above = grades[index - 1]?.from;
      const falls = above === undefined || from === undefined || from < above;
      if ((from === undefined) !== isLast || !falls)
        wrong('grades', grade, 'editions', number, 'grades', index);
    }
  }
}

/** Of one kind alone, whole, and of numbers that run upwards. */
function isBand({ data, yaml }: Band, all: readonly Band[]): boolean {
  const { from, to, codes, others, none } = data;
  const isRange = from !== undefined || to !== undefined;
  const kinds = [isRange, codes !== undefined, others === true, none === true].filter(Boolean);
  if (kinds.length > 1) return false;
  // a band that asks nothing has every value, which is right where it is the only one
  if (kinds.length === 0 && all.length > 1) return false;
  if (others && !all.some((one) => one.data.codes)) return false;
  const points = yaml.kind === 'map' ? field(yaml, 'points') : undefined;
  if (points?.kind !== 'text' || scalarKind(points) !== 'number') return false;
  return from === undefined || to === undefined || from < to;
}
