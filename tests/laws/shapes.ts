import type { JsonSchema } from '../../src/dossier/schema.ts';
import type { BuiltinUnit } from '../../src/feel/units.ts';
import type { Draw } from './draw.ts';

/** What a field of a random schema may hold. */
export type Shape = ScalarShape | UnionShape | RecordShape | ListShape;

export type ScalarShape = NumberShape | WordShape | PlainShape;

export interface NumberShape {
  readonly kind: 'number';
  readonly unit: NumberUnit;
  /** Nothing after the point. */
  readonly whole: boolean;
  /** Its schema allows nothing below 0. */
  readonly positive: boolean;
}

export interface WordShape {
  readonly kind: 'word';
  readonly words: readonly string[];
  /** A file may hold any other. */
  readonly lenient?: true;
  /** A blank is a value, and none of the words. */
  readonly blank?: true;
}

export interface PlainShape {
  readonly kind: 'text' | 'boolean' | 'date' | 'date-time';
  /** Of a text: a blank is a value. */
  readonly blank?: true;
}

/** A number, a date, or one of some words: at most one of a kind. */
export interface UnionShape {
  readonly kind: 'union';
  readonly of: readonly ScalarShape[];
  /** The last of them, the word `""`, is a mark of the other. */
  readonly marked?: true;
}

export interface RecordShape {
  readonly kind: 'record';
  readonly fields: readonly FieldShape[];
}

export interface ListShape {
  readonly kind: 'list';
  readonly of: Shape;
  /** The field that tells the elements apart. */
  readonly key: string | undefined;
}

export interface FieldShape {
  readonly name: string;
  readonly shape: Shape;
  /** Absent means that there is none. */
  readonly none: boolean;
}

/** `none` counts nothing; `kWh` is one that the schema declares. */
export type NumberUnit =
  | Extract<
      BuiltinUnit,
      'money' | 'ratio' | 'rate' | 'count' | 'months' | 'days' | 'years' | 'percent'
    >
  | 'none'
  | 'kWh';

export const wordsOf: readonly (readonly string[])[] = [
  ['A', 'B', 'C'],
  ['B', 'C', 'D'],
  ['A', 'B'],
];

const stems: Readonly<Record<string, readonly string[]>> = {
  money: ['amount', 'price', '价款'],
  ratio: ['share', 'part'],
  rate: ['rate'],
  count: ['homes', 'n'],
  months: ['term'],
  days: ['late'],
  years: ['aged'],
  percent: ['cltv', 'quota'],
  none: ['figure', '数值'],
  kWh: ['used', 'built'],
  word: ['kind', 'class'],
  text: ['note', 'code'],
  boolean: ['agreed', 'ok'],
  date: ['day', 'born', '日'],
  'date-time': ['seen', 'at'],
  union: ['either'],
  record: ['inner', 'deed'],
  list: ['items', 'groups', 'parts', 'list'],
};

/** How names of fields are found. */
export interface Naming {
  /** Fields of records now and then have the names of fields at the top. */
  readonly collide: boolean;
}

/** A random subject: every kind of field at the top, records in records, lists of records and of scalars, lists in lists. */
export function randomShape(draw: Draw, { collide }: Naming): RecordShape {
  let count = 0;
  const top: string[] = [];
  const all: Shape[] = [
    number('money'),
    number('money'),
    number('money'),
    number('ratio'),
    number('rate'),
    number('count'),
    number('months'),
    number('percent'),
    number('none'),
    number(draw.one(['kWh', 'none'])),
    word(),
    word(),
    { kind: 'text' },
    { kind: 'boolean' },
    { kind: 'boolean' },
    { kind: 'date' },
    { kind: 'date' },
    { kind: 'date-time' },
    union(),
    union(),
    marked(),
    lenient(),
    { kind: 'text', blank: true },
  ];
  const scalars = draw.some(all, draw.whole(13, all.length)).map((shape) => field(shape, 15, true));
  // the names at the top stand before those inside are made, so that these may take them
  const deep: FieldShape[] = [
    field(record(1), 25, true),
    field(records(2), 20, true),
    field(records(1), 20, true),
    field({ kind: 'list', of: number('money'), key: undefined }, 20, true),
    field(
      {
        kind: 'list',
        of: draw.one<Shape>([word(), { kind: 'text' }, lenient(), marked()]),
        key: undefined,
      },
      20,
      true,
    ),
    field(
      {
        kind: 'list',
        of: draw.one([{ kind: 'date' }, { kind: 'boolean' }, number('count')]),
        key: undefined,
      },
      20,
      true,
    ),
  ];
  const first: FieldShape[] = [
    { name: 'id', shape: { kind: 'text' }, none: false },
    { name: 'product', shape: { kind: 'word', words: ['P', 'Q', 'R'] }, none: false },
    { name: 'asOfDay', shape: { kind: 'date' }, none: false },
  ];
  return { kind: 'record', fields: [...first, ...scalars, ...deep] };

  function field(shape: Shape, noneIn: number, atTop = false): FieldShape {
    const name = nameFor(shape, atTop);
    return { name, shape, none: draw.chance(noneIn) };
  }

  function nameFor(shape: Shape, atTop: boolean): string {
    if (!atTop && collide && draw.chance(50)) return draw.one(top);
    count += 1;
    const key = shape.kind === 'number' ? shape.unit : shape.kind;
    const name = `${draw.one(stems[key] ?? ['field'])}${count}`;
    if (atTop) top.push(name);
    return name;
  }

  function number(unit: NumberUnit): NumberShape {
    const whole = unit === 'count' || unit === 'months' || unit === 'days';
    return { kind: 'number', unit, whole: whole && draw.chance(70), positive: draw.chance(30) };
  }

  function word(): WordShape {
    return { kind: 'word', words: draw.one(wordsOf) };
  }

  function union(): UnionShape {
    return draw.one<UnionShape>([
      { kind: 'union', of: [number('money'), { kind: 'word', words: ['NA', 'Exempt'] }] },
      { kind: 'union', of: [number('count'), { kind: 'word', words: ['NA', ''] }] },
      { kind: 'union', of: [{ kind: 'date' }, { kind: 'word', words: ['NA', 'A'] }] },
      { kind: 'union', of: [number('ratio'), { kind: 'date' }, { kind: 'word', words: ['NA'] }] },
      { kind: 'union', of: [number('money'), { kind: 'boolean' }] },
      { kind: 'union', of: [number('count'), { kind: 'text' }] },
      { kind: 'union', of: [number('none'), { kind: 'word', words: ['NA'] }] },
    ]);
  }

  /** Of one kind, or blank. */
  function marked(): UnionShape {
    const of = draw.one<ScalarShape>([
      number('money'),
      number('ratio'),
      { kind: 'date' },
      { kind: 'date-time' },
      { kind: 'boolean' },
    ]);
    return { kind: 'union', of: [of, { kind: 'word', words: [''] }], marked: true };
  }

  function lenient(): WordShape {
    return { ...word(), lenient: true, ...(draw.chance(50) && { blank: true }) };
  }

  function record(depth: number): RecordShape {
    return { kind: 'record', fields: distinct(inside(depth)) };
  }

  function records(depth: number): ListShape {
    const keyed = draw.chance(60);
    count += 1;
    const key: FieldShape = { name: `key${count}`, shape: { kind: 'text' }, none: false };
    const fields = distinct([...(keyed ? [key] : []), ...inside(depth)]);
    return { kind: 'list', of: { kind: 'record', fields }, key: keyed ? key.name : undefined };
  }

  function inside(depth: number): readonly FieldShape[] {
    const kinds: Shape[] = [
      number('money'),
      number('money'),
      number(
        draw.one(['ratio', 'count', 'rate', 'days', 'years', 'months', 'percent', 'none', 'kWh']),
      ),
      word(),
      { kind: 'text' },
      { kind: 'boolean' },
      { kind: 'date' },
      draw.one<Shape>([
        { kind: 'date-time' },
        union(),
        marked(),
        lenient(),
        { kind: 'text', blank: true },
      ]),
    ];
    const own = draw.some(kinds, draw.whole(4, 7)).map((shape) => field(shape, 15));
    if (depth === 0) return own;
    const more = draw.weighted<() => Shape>([
      [3, () => records(depth - 1)],
      [1, () => record(depth - 1)],
      [
        1,
        () => ({
          kind: 'list',
          of: draw.one([number('money'), word(), { kind: 'text' }]),
          key: undefined,
        }),
      ],
    ]);
    return [...own, field(more(), 30)];
  }
}

function distinct(fields: readonly FieldShape[]): readonly FieldShape[] {
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}

/** The schema of a file, with the unit that it declares. */
export function fileSchemaOf(shape: RecordShape): JsonSchema {
  return { ...schemaOf(shape), 'x-units': { kWh: { title: { zh: '千瓦时', en: 'kWh' } } } };
}

/** Whether a blank is a value of it. */
export function takesBlank(shape: Shape): boolean {
  switch (shape.kind) {
    case 'union':
      return shape.of.some(takesBlank);
    case 'word':
      return shape.blank === true || shape.words.includes('');
    default:
      return shape.kind === 'text' && shape.blank === true;
  }
}

/** A JSON Schema, as its authors would write it. */
export function schemaOf(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'record':
      return {
        type: 'object',
        properties: Object.fromEntries(
          shape.fields.map(({ name, shape: of, none }) => [
            name,
            {
              ...schemaOf(of),
              ...(none && { 'x-absence': 'none' as const }),
              ...(of.kind === 'list' && of.key !== undefined && { 'x-key': of.key }),
            },
          ]),
        ),
      };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of) };
    case 'union': {
      const [first] = shape.of;
      if (shape.marked && first) return { ...schemaOf(first), 'x-blank': 'value' };
      return { anyOf: shape.of.map(schemaOf) };
    }
    case 'number':
      return {
        type: shape.whole ? 'integer' : 'number',
        'x-unit': shape.unit,
        ...(shape.positive && { minimum: 0 }),
      };
    case 'word':
      return {
        type: 'string',
        enum: shape.words,
        ...(shape.lenient && { 'x-lenient': true }),
        ...(shape.blank && { 'x-blank': 'value' }),
      };
    case 'boolean':
      return { type: 'boolean' };
    case 'text':
      return { type: 'string', ...(shape.blank && { 'x-blank': 'value' }) };
    case 'date':
    case 'date-time':
      return { type: 'string', format: shape.kind };
  }
}
