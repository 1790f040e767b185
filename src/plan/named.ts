import type { Core, LetCore, ReferenceCore } from '../feel/core.ts';
import type { Reference } from '../program/ast.ts';
import { variablesIn } from '../program/variables.ts';
import type { Bound, Here, Planner } from './lowering.ts';
import { placeOf, standing } from './places.ts';
import type { Num } from './plan.ts';
import { printNum } from './print.ts';

/** The same place for the same reading, so that what is planned there is planned once. */
export function placeIn(planner: Planner, here: Here, ...more: readonly string[]): Here {
  const key = [
    here.reference,
    here.source,
    keyOfDay(here),
    keyOfBound(here, planner),
    ...more,
  ].join('\n');
  const known = planner.places.get(key);
  if (known) return known;
  planner.places.set(key, here);
  return here;
}

/** Where a named value is read: it sees of the variables around only those that it speaks of. */
export function insideLet({ local }: LetCore, here: Here, planner: Planner): Here {
  const read = variablesIn(local.core);
  const bound = new Map([...here.bound].filter(([id]) => read.has(id)));
  return placeIn(planner, { ...here, bound, source: local.yaml.text }, numberOf(local.core));
}

/**
 * What the arguments of a definition or table stand for where it is called, and the row that it reads, which is the
 * one that the rule has come to.
 */
export function argumentsIn(
  { args = [], row }: ReferenceCore,
  reference: Reference,
  here: Here,
): Here['bound'] {
  if (reference.kind === 'parameter') return nothingBound;
  const own = row && here.bound.get(row.id);
  return new Map([
    ...(row && own ? [[row.id, own] as const] : []),
    ...reference.takes.flatMap(({ variable }, index) => {
      const arg = args[index];
      return arg ? [[variable.id, boundTo(arg, here)] as const] : [];
    }),
  ]);
}

const nothingBound: Here['bound'] = new Map();

/** An argument that is a variable stands for what the variable does. */
function boundTo(arg: Core, here: Here): Bound {
  const { core, here: inside } = standing(arg, here);
  const own = core.kind === 'variable' ? inside.bound.get(core.variable.id) : undefined;
  return own ?? { kind: 'core', core, here: inside };
}

function keyOfBound({ bound }: Here, planner: Planner): string {
  return [...bound].map(([id, one]) => `${id} is ${keyOf(one, planner)}`).join('; ');
}

const keys = new WeakMap<Bound, string>();
const shorter = new WeakMap<Planner, Map<string, string>>();

/** The same short text for what is the same wherever it is read. */
function keyOf(bound: Bound, planner: Planner): string {
  const before = keys.get(bound);
  if (before !== undefined) return before;
  const key = written(bound, planner);
  keys.set(bound, key);
  return key;
}

function written(bound: Bound, planner: Planner): string {
  switch (bound.kind) {
    case 'place':
      return `${bound.row}/${bound.path.join('/')}`;
    case 'piece':
      return `piece ${bound.row}`;
    case 'core': {
      const { core, here } = bound;
      const place = placeOf(core, here);
      if (place) return written(place, planner);
      return shortened(`${keyOfDay(here)} ${textOf(core, here, planner)}`, planner);
    }
  }
}

/** An expression as a text, with what its variables stand for, and without where it was written. */
function textOf(core: Core, here: Here, planner: Planner): string {
  return JSON.stringify(core, (key, part: unknown) => {
    if (key === 'span') return undefined;
    if (typeof part === 'bigint') return `${part}n`;
    if (typeof part !== 'object' || part === null) return part;
    if (key === 'type') return 'unit' in part ? part.unit : 'kind' in part ? part.kind : undefined;
    if (key === 'field') return 'name' in part ? part.name : undefined;
    if (key === 'local') return 'core' in part ? part.core : undefined;
    if (key !== 'variable' && key !== 'subject' && key !== 'row') return part;
    const id = 'id' in part ? Number(part.id) : Number.NaN;
    const own = here.bound.get(id);
    return own ? keyOf(own, planner) : id;
  });
}

/** Texts that hold others grow with each that they hold: a number stands for each. */
function shortened(text: string, planner: Planner): string {
  const known = shorter.get(planner) ?? new Map<string, string>();
  shorter.set(planner, known);
  const short = known.get(text) ?? `#${known.size}`;
  known.set(text, short);
  return short;
}

function keyOfDay({ day, days, isDated }: Here): string {
  return [day ? nameOfDay(day) : '', days.from, days.until, isDated].join(' ');
}

const numbers = new WeakMap<object, string>();
let numbered = 0;

function numberOf(one: object): string {
  const before = numbers.get(one);
  if (before !== undefined) return before;
  numbered += 1;
  const name = `#${numbered}`;
  numbers.set(one, name);
  return name;
}

/** The same name for a day of the same field; any other is the same only as itself. */
function nameOfDay(day: Num): string {
  const inner = day.kind === 'day-of' ? day.of : day;
  return inner.kind === 'slot' ? printNum(day) : numberOf(day);
}
