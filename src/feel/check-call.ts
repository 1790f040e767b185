import { nearest } from '../base/suggest.ts';
import { parseTemporal } from '../values/temporal-text.ts';
import type { Names } from './bindings.ts';
import { builtins, type Parameter, type Signature } from './builtins.ts';
import { temporalType } from './check-arithmetic.ts';
import { type Checker, isOrdered, unknownOf } from './checker.ts';
import type { Core } from './core.ts';
import { parsePattern } from './regex/parse.ts';
import { parseFlags } from './regex/pattern.ts';
import type { Call } from './syntax.ts';
import {
  any,
  bareNumber,
  boolean,
  comparable,
  date,
  join,
  listOf,
  number,
  text,
  type Type,
} from './types.ts';

type Args = readonly (Core | undefined)[];

/** A call of a built-in function, or of a definition, parameter or table with a day. */
export function checkCall(node: Call, names: Names, checker: Checker): Core {
  const { check, report, outside } = checker;
  const { callee } = node;
  if (callee.kind !== 'name') return outside('call-of-value', node);
  const { name } = callee;
  const signature = builtins.get(name);
  const binding = names.resolve(name);
  if (!signature && binding?.kind === 'reference') {
    const [on, ...more] = node.args;
    const day = on && check(on.value, names);
    if (!day || more.length > 0 || !isDay(day.type)) {
      report('feel/arguments', node, { name, parameters: ['date'] });
    }
    const { what, type } = binding;
    return { kind: 'reference', type, what, name, ...(day && { on: day }), syntax: node };
  }
  if (!signature) {
    const near = nearest(name, builtins.keys());
    report('feel/unknown-function', callee, { name, near });
    return unknownOf(node);
  }
  const args = inOrder(node, signature, names, checker);
  if (!args) {
    const parameters = signature.parameters.map((parameter) => parameter.name);
    report('feel/arguments', node, { name, parameters });
    return unknownOf(node);
  }
  let fits = true;
  for (const [index, parameter] of signature.parameters.entries()) {
    const arg = args[index];
    if (arg && !suits(parameter, arg.type)) {
      fits = false;
      report('feel/type', arg.syntax, { wanted: wantedType(parameter), found: arg.type });
    }
  }
  checkLists(name, args, checker);
  checkLiterals(name, args, checker);
  const [first] = args;
  if (name === 'not') {
    return {
      kind: 'logic',
      type: boolean,
      operator: 'not',
      parts: first ? [first] : [],
      syntax: node,
    };
  }
  const type = fits ? signature.gives(args.map((arg) => arg?.type ?? any)) : any;
  const isDuration = name === 'duration' && first && isText(first) && parseTemporal(first.text);
  if (isDuration)
    return { kind: 'call', type: temporalType(first.text), builtin: name, args, syntax: node };
  return { kind: 'call', type, builtin: name, args, syntax: node };
}

/** Arguments in the order of the parameters; undefined when they do not fit. */
function inOrder(
  node: Call,
  { parameters, spread }: Signature,
  names: Names,
  { check, report }: Checker,
): Args | undefined {
  const given = node.args.map(({ name, value }) => ({ name, core: check(value, names) }));
  const required = parameters.filter(({ optional }) => !optional).length;
  if (given.some(({ name }) => name !== undefined)) {
    const known = new Set(parameters.map(({ name }) => name));
    const twice = new Set(given.map(({ name }) => name)).size < given.length;
    if (twice || given.some(({ name }) => name === undefined || !known.has(name))) return undefined;
    const args = parameters.map(({ name }) => given.find((arg) => arg.name === name)?.core);
    const lacks = parameters.some(({ optional }, index) => !optional && !args[index]);
    return lacks ? undefined : args;
  }
  const cores = given.map(({ core }) => core);
  const [head] = cores;
  if (spread && head && (cores.length > 1 || head.type.kind !== 'list')) {
    let of = head.type;
    for (const core of cores) {
      if (comparable(of, core.type)) of = join(of, core.type);
      else report('feel/mixed-list', core.syntax, { first: of, other: core.type });
    }
    return [
      {
        kind: 'list',
        type: listOf(of),
        items: cores.map((core) => adopt(core, of)),
        syntax: listOfArgs(node),
      },
    ];
  }
  return cores.length >= required && cores.length <= parameters.length ? cores : undefined;
}

/** What the arguments of a call are as a list, so that it has a value of its own. */
function listOfArgs({ args, start, end }: Call): Core['syntax'] {
  return { kind: 'list', items: args.map(({ value }) => value), start, end };
}

/** What is looked for in a list, or added to it, is of its kind. */
function checkLists(name: string, [list, other]: Args, { report }: Checker): void {
  if (list?.type.kind !== 'list' || !other) return;
  const { of } = list.type;
  if (name === 'list contains' || name === 'index of') {
    if (!comparable(of, other.type))
      report('feel/compare', other.syntax, { operator: '=', left: of, right: other.type });
    wordIn(of, other, report);
  }
  const added =
    name === 'append'
      ? other.type
      : other.type.kind === 'list' && (name === 'concatenate' || name === 'union')
        ? other.type.of
        : undefined;
  if (added && !comparable(of, added))
    report('feel/mixed-list', other.syntax, { first: of, other: added });
}

/** Texts that are read as a date or a pattern are read now, where they are written out. */
function checkLiterals(name: string, args: Args, { report }: Checker): void {
  const [first, second] = args;
  const wanted = { date: 'date', 'date and time': 'date-time', duration: 'duration' }[name];
  if (wanted !== undefined && first && isText(first)) {
    const kind = parseTemporal(first.text)?.kind;
    const fits =
      wanted === 'duration'
        ? kind === 'days-duration' || kind === 'months-duration'
        : kind === wanted;
    if (!fits) report('feel/literal', first.syntax, { text: first.text });
  }
  const isPattern = name === 'matches' || name === 'replace' || name === 'split';
  if (!isPattern || !second || !isText(second)) return;
  const flags = args[name === 'replace' ? 3 : 2];
  const parsed = parseFlags(flags && isText(flags) ? flags.text : '');
  if (!parsed || !parsePattern(second.text, parsed))
    report('feel/pattern', second.syntax, { pattern: second.text });
}

function isText(core: Core): core is Extract<Core, { kind: 'constant' }> {
  return core.kind === 'constant' && core.type.kind === 'text';
}

function suits({ is, units }: Parameter, type: Type): boolean {
  if (type.kind === 'any') return true;
  switch (is) {
    case 'any':
      return true;
    case 'scalar':
      return isOrdered(type) || type.kind === 'boolean';
    case 'date':
    case 'day':
      return isDay(type);
    case 'day or text':
      return isDay(type) || type.kind === 'text';
    case 'number':
      return (
        type.kind === 'number' && (!units || type.unit === undefined || units.includes(type.unit))
      );
    case 'numbers':
      return (
        type.kind === 'list' &&
        (type.of.kind === 'any' ||
          suits({ name: '', is: 'number', ...(units && { units }) }, type.of))
      );
    case 'ordered':
      return type.kind === 'list' && (type.of.kind === 'any' || isOrdered(type.of));
    case 'texts':
      return type.kind === 'list' && (type.of.kind === 'any' || type.of.kind === 'text');
    case 'truths':
      return type.kind === 'list' && (type.of.kind === 'any' || type.of.kind === 'boolean');
    default:
      return type.kind === is;
  }
}

function wantedType({ is, units }: Parameter): Type {
  const [unit] = units ?? [];
  const amount = unit ? number(unit) : bareNumber;
  switch (is) {
    case 'any':
      return any;
    case 'day':
    case 'date':
    case 'day or text':
      return date;
    case 'number':
      return amount;
    case 'numbers':
    case 'ordered':
      return listOf(amount);
    case 'list':
      return listOf(any);
    case 'text':
    case 'scalar':
      return text;
    case 'texts':
      return listOf(text);
    case 'boolean':
      return boolean;
    case 'truths':
      return listOf(boolean);
  }
}

function isDay({ kind }: Type): boolean {
  return kind === 'date' || kind === 'date-time' || kind === 'any';
}

/** A word or number written beside an enumeration must be one of its own: whether it is not, which is then said. */
export function wordOf(beside: Core, constant: Core, report: Checker['report']): boolean {
  if (wordIn(beside.type, constant, report)) return true;
  if (beside.kind !== 'field' || beside.type.kind !== 'number' || !beside.type.values) return false;
  const { values } = beside.type;
  if (constant.kind !== 'constant' || constant.type.kind !== 'number') return false;
  if (values.some((value) => Number(value) === Number(constant.text))) return false;
  report('feel/unknown-word', constant.syntax, {
    word: constant.text,
    words: values,
    near: undefined,
  });
  return true;
}

function wordIn(type: Type, constant: Core, report: Checker['report']): boolean {
  const known = type.kind === 'union' ? type.of.find(({ kind }) => kind === 'text') : type;
  if (known?.kind !== 'text' || !known.words || !isText(constant) || known.words.has(constant.text))
    return false;
  const words = [...known.words.keys()];
  const near = nearest(constant.text, words);
  report('feel/unknown-word', constant.syntax, { word: constant.text, words, near });
  return true;
}

/** A constant takes the unit, or the words, of its neighbour; what is not a constant stays as it is. */
export function adopt(core: Core, beside: Type): Core {
  const type =
    beside.kind === 'union' ? beside.of.find(({ kind }) => kind === core.type.kind) : beside;
  if (!type) return core;
  if (core.kind === 'constant' && core.type.kind === type.kind) return { ...core, type };
  if (core.kind === 'list' && type.kind === 'list') {
    return { ...core, type, items: core.items.map((item) => adopt(item, type.of)) };
  }
  if (core.kind === 'arithmetic' && core.type.kind === 'number' && core.type.unit === undefined) {
    return type.kind === 'number' ? { ...core, type } : core;
  }
  return core;
}
