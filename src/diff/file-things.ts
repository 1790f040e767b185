import { isObject } from '../base/json.ts';
import { parseRational } from '../values/rational.ts';
import { sayIn } from '../base/language.ts';
import { diffWords } from '../words/diff.ts';
import { formatNumber } from '../feel/sentence/format.ts';
import type { Expression, Measure, Program, View } from '../program/ast.ts';
import type { Entry, Stage } from '../rulebook/ast.ts';
import type { MeasureFile } from '../rulebook/files.ts';
import type { Side } from './side.ts';
import { dataPart, expressionPart, type Part, type Thing, type ThingKind } from './parts.ts';
import { titleIn } from './value-says.ts';

type Data = Readonly<Record<string, unknown>>;

/** Folders of which each file is one thing, which it names by what kind it is: `measure: exceptions`. */
const inFolders: Readonly<Record<string, ThingKind>> = {
  measures: 'measure',
  views: 'view',
  occasions: 'occasion',
  models: 'model',
  promises: 'promise',
  appraisals: 'appraisal',
  samples: 'network',
};

/** Lists of which each element is one thing. */
const inLists: Readonly<Record<string, ThingKind>> = {
  posts: 'post',
  documents: 'document',
  terms: 'term',
  claims: 'claim',
  incompatible: 'incompatible',
};

/** Parts of a thing that are told one by one, as what they are called. */
const named: ReadonlySet<string> = new Set(['section', 'group', 'fact', 'column']);

/** What is told of a file that holds no rule, step, limit, table or definition. */
export function fileThings({ path, data }: Entry<unknown>, side: Side): readonly Thing[] {
  const [folder = ''] = path.split('/');
  const all = data as Data;
  const kind = inFolders[folder];
  if (kind) return [thingOf(kind, all, side, expressionsIn(path, side.program))];
  const things = Object.entries(all).flatMap(([key, list]): readonly Thing[] => {
    const one = inLists[key];
    if (!one || !Array.isArray(list)) return [];
    return list.map((element: Data) =>
      one === 'incompatible' ? pairOf(element, side) : thingOf(one, element, side, new Map()),
    );
  });
  if (things.length > 0) return things;
  // each stage is told by itself
  const { stages } = all;
  const told = {
    ...all,
    ...(Array.isArray(stages) && { stages: stages.map(({ stage }: Data) => stage) }),
  };
  const parts = partsIn(told, side, new Map());
  return [
    { kind: 'file', id: path, key: `file ${path}`, title: titleIn(all, path), parts, editions: [] },
  ];
}

export function stageThing({ id, data }: Stage, side: Side): Thing {
  const { stage: _, steps, ...told } = data;
  const parts = new Map([
    ...Object.entries(told).map(
      ([key, value]) => [key, dataPart('stage', key, value, side)] as const,
    ),
    ['steps', dataPart('stage', 'steps', steps, side)] as const,
  ]);
  return { kind: 'stage', id, key: `stage ${id}`, title: titleIn(told, id), parts, editions: [] };
}

function thingOf(
  kind: ThingKind,
  { [kind]: name, ...data }: Data,
  side: Side,
  expressions: ReadonlyMap<string, Expression>,
): Thing {
  const id = String(name);
  const parts = partsIn(data, side, expressions);
  return { kind, id, key: `${kind} ${id}`, title: titleIn(data, id), parts, editions: [] };
}

/** Two posts that one person may not both hold: what steps ask hangs on it. */
function pairOf({ posts, ...data }: Data, side: Side): Thing {
  const pair = dataPart('incompatible', 'posts', posts, side);
  return {
    kind: 'incompatible',
    id: (posts as readonly string[]).join('/'),
    key: `incompatible ${String(posts)}`,
    title: pair.say,
    parts: new Map([['posts', pair], ...partsIn(data, side, new Map())]),
    editions: [],
  };
}

/** What it says, key by key; elements of lists that have names by these. */
function partsIn(
  data: Data,
  side: Side,
  expressions: ReadonlyMap<string, Expression>,
  within?: Part & { readonly key: string },
): ReadonlyMap<string, Part> {
  return new Map(Object.entries(data).flatMap(([key, value]) => partsOf(key, value)));

  function partsOf(key: string, value: unknown): readonly (readonly [string, Part])[] {
    if (Array.isArray(value) && value.every(isNamed)) return value.flatMap(partsOfNamed);
    const expression = typeof value === 'string' ? expressions.get(value) : undefined;
    const part = expression
      ? expressionPart(expression)
      : { ...dataPart('other', key, value, side), ...inUnit(key, value, data) };
    return [[`${key} ${within?.key ?? ''}`, { ...part, weighs: false, ...place() }]];
  }

  function partsOfNamed(element: Data): readonly (readonly [string, Part])[] {
    const [name = '', id] = Object.entries(element)[0] ?? [];
    const { [name]: _, ...inner } = element;
    const said = titleIn(inner, String(id));
    const part: Part = {
      form: '',
      say: ({ language }) => sayIn(diffWords, language).there,
      at: (speaker) => speaker.join([...(within?.at ? [within.at(speaker)] : []), said(speaker)]),
      weighs: false,
      ...(within && { within: within.key }),
    };
    const key = `${name} ${within?.key ?? ''} ${String(id)}`;
    return [[key, part], ...partsIn(inner, side, expressions, { ...part, key })];
  }

  function place(): Partial<Part> {
    return within ? { within: within.key, ...(within.at && { at: within.at }) } : {};
  }
}

/** A number that is in the unit of its measure. */
function inUnit(key: string, value: unknown, { unit }: Data): Partial<Part> {
  const number = key === 'target' ? parseRational(String(value)) : undefined;
  return (
    (number && {
      say: ({ lexicon }) => formatNumber(number, unit as MeasureFile['unit'], lexicon),
    }) ||
    {}
  );
}

/** The expressions of a measure or a view, by how they are written. */
function expressionsIn(
  path: string,
  { measures, views }: Program,
): ReadonlyMap<string, Expression> {
  const all = [
    ...measures.filter(({ entry }) => entry.path === path).flatMap(ofMeasure),
    ...views.filter(({ entry }) => entry.path === path).flatMap(ofView),
  ];
  return new Map(all.flatMap((one) => (one ? [[one.yaml.text, one]] : [])));
}

function ofMeasure({ when, value, officer }: Measure): readonly (Expression | undefined)[] {
  return [when, value, officer];
}

function ofView({ sections }: View): readonly (Expression | undefined)[] {
  return sections.flatMap(({ shows }) => {
    if (shows.kind === 'facts') return shows.facts.map(({ is }) => is);
    if (shows.kind !== 'table') return [];
    return [shows.when, shows.orderBy, ...shows.columns.map(({ is }) => is)];
  });
}

function isNamed(element: unknown): element is Data {
  const [name = '', id] = isObject(element) ? (Object.entries(element)[0] ?? []) : [];
  return named.has(name) && typeof id === 'string';
}
