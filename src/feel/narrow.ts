import type { ConstantCore, Core, TestCore, Variable } from './core.ts';
import { comparable, type TextType, type Title, type Type, unionOf } from './types.ts';

/** What is known of fields of several kinds, by their places, where a condition is true or false. */
export interface Facts {
  readonly ifTrue: Known;
  readonly ifFalse: Known;
}

export type Known = ReadonlyMap<string, Type>;

const nothing: Known = new Map();
const noFacts: Facts = { ifTrue: nothing, ifFalse: nothing };

/**
 * Where a value lies: `0.contract.rate` in the file, `3.rate` for a variable's, `=limit` for what a name stands for on the
 * governing day; undefined for what is computed.
 */
export function placeOf(core: Core): string | undefined {
  switch (core.kind) {
    case 'file':
      return '0';
    case 'variable':
      return String(core.variable.id);
    case 'reference':
      return core.on || core.args ? undefined : `=${core.name}`;
    case 'field': {
      const of = placeOf(core.of);
      return of === undefined ? undefined : `${of}.${core.field.name}`;
    }
    case 'let':
      return placeOf(core.local.core);
    default:
      return undefined;
  }
}

/** What a condition says of the kinds of its fields: `x != "NA"` that `x` is a number. */
export function factsOf(core: Core): Facts {
  switch (core.kind) {
    case 'comparison': {
      const { operator, left, right } = core;
      if (operator !== '=' && operator !== '!=') return noFacts;
      const facts = left.type.kind === 'union' ? equalTo(left, [right]) : equalTo(right, [left]);
      return operator === '=' ? facts : swapped(facts);
    }
    case 'instance-of': {
      const { of, is } = core;
      if (of.type.kind !== 'union') return noFacts;
      const kinds = of.type.of;
      return about(
        of,
        kinds.filter(({ kind }) => kind === is),
        kinds.filter(({ kind }) => kind !== is),
      );
    }
    case 'membership':
      return passing(core.of, core.tests);
    case 'let':
      return factsOf(core.local.core);
    case 'logic': {
      const parts = core.parts.map(factsOf);
      if (core.operator === 'not') return parts[0] ? swapped(parts[0]) : noFacts;
      const all = core.operator === 'and' ? parts : parts.map(swapped);
      const facts = { ifTrue: eachOf(all), ifFalse: oneOf(all.map(({ ifFalse }) => ifFalse)) };
      return core.operator === 'and' ? facts : swapped(facts);
    }
    default:
      return noFacts;
  }
}

/** The type of an element of which a condition is known to hold: of which of their kinds its fields are. */
export function keptType(element: Variable, known: Known): Type {
  const place = String(element.id);
  const { type } = element;
  if (type.kind !== 'context') return known.get(place) ?? type;
  const own = [...type.fields.keys()].flatMap((name) => {
    const is = known.get(`${place}.${name}`);
    return is ? [[name, is] as const] : [];
  });
  return own.length > 0 ? { ...type, known: new Map([...(type.known ?? []), ...own]) } : type;
}

function passing(of: Core, tests: readonly TestCore[]): Facts {
  const [only] = tests;
  if (only && tests.length === 1 && only.kind === 'not') return swapped(passing(of, only.tests));
  if (only && tests.length === 1 && only.kind === 'holds') return factsOf(only.condition);
  const values: Core[] = [];
  for (const test of tests) {
    if (test.kind === 'equal') values.push(test.value);
    else if (test.kind === 'inside' && test.list.kind === 'list') values.push(...test.list.items);
    else return noFacts;
  }
  return equalTo(of, values);
}

/** Where it is one of these values it is of their kinds; where it is none of them, those words are out. */
function equalTo(of: Core, values: readonly Core[]): Facts {
  if (of.type.kind !== 'union') return noFacts;
  const kinds = of.type.of;
  const words = new Set(values.flatMap((value) => (isWord(value) ? [value.value] : [])));
  const among = kinds.flatMap((kind) => {
    const alike = values.filter(({ type }) => comparable(kind, type));
    if (kind.kind !== 'text' || !kind.words || !alike.every(isWord))
      return alike.length > 0 ? [kind] : [];
    return onlyWords(kind.words, words, kind.blank === true);
  });
  const others = kinds.flatMap((kind) => {
    return kind.kind === 'text' && kind.words ? withoutWords(kind, kind.words, words) : [kind];
  });
  return about(of, among, others);
}

function isWord(core: Core): core is ConstantCore & { readonly value: string } {
  return core.kind === 'constant' && typeof core.value === 'string';
}

/** The words that it is one of; a blank may be one that is not listed. */
function onlyWords(
  listed: ReadonlyMap<string, Title>,
  words: ReadonlySet<string>,
  takesBlank: boolean,
): readonly Type[] {
  const kept = new Map([...listed].filter(([word]) => words.has(word)));
  if (takesBlank && words.has('')) kept.set('', {});
  return kept.size > 0 ? [{ kind: 'text', words: kept }] : [];
}

/** What is left without some words: of lenient ones, any other word there is. */
function withoutWords(
  { lenient, blank }: TextType,
  listed: ReadonlyMap<string, Title>,
  words: ReadonlySet<string>,
): readonly Type[] {
  const kept = new Map([...listed].filter(([word]) => !words.has(word)));
  const mayBeBlank = blank === true && !words.has('');
  if (kept.size === 0 && !lenient && !mayBeBlank) return [];
  const more = { ...(lenient && { lenient }), ...(mayBeBlank && { blank }) };
  return [{ kind: 'text', words: kept, ...more }];
}

function about(of: Core, ifTrue: readonly Type[], ifFalse: readonly Type[]): Facts {
  const place = placeOf(of);
  if (place === undefined) return noFacts;
  const known = (types: readonly Type[]): Known =>
    types.length > 0 ? new Map([[place, unionOf(types)]]) : nothing;
  return { ifTrue: known(ifTrue), ifFalse: known(ifFalse) };
}

function swapped({ ifTrue, ifFalse }: Facts): Facts {
  return { ifTrue: ifFalse, ifFalse: ifTrue };
}

/** All of them hold: each was checked knowing those before it. */
function eachOf(facts: readonly Facts[]): Known {
  return new Map(facts.flatMap(({ ifTrue }) => [...ifTrue]));
}

/** One of them holds: a place is known only where each says something of it. */
function oneOf(known: readonly Known[]): Known {
  const [first, ...others] = known;
  const places = [...(first?.keys() ?? [])].filter((place) =>
    others.every((other) => other.has(place)),
  );
  return new Map(
    places.map((place) => [place, unionOf(known.flatMap((one) => one.get(place) ?? []))]),
  );
}
