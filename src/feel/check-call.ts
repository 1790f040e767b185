import { nearest } from '../base/suggest.ts';
import { parseRational, printRational } from '../values/rational.ts';
import { parseTemporal } from '../values/temporal-text.ts';
import type { Names } from './bindings.ts';
import { type Builtin, builtinNames, isBuiltin, type Signature, signatureOf } from './builtins.ts';
import { temporalType } from './check-arithmetic.ts';
import { misused } from './check-codes.ts';
import { checkDateForm, checkWritten, dayInForm } from './check-forms.ts';
import { kindFunctionCore, reportBlank, reportKinds } from './check-kinds.ts';
import { type Checker, spanOf, unknownOf } from './checker.ts';
import type { ConstantCore, Core } from './core.ts';
import { isKindFunction, kindFunctionNames } from './kind-functions.ts';
import { parsePattern } from './regex/parse.ts';
import { parseFlags } from './regex/pattern.ts';
import { suits, wantedType } from './suits.ts';
import type { Call, Syntax } from './syntax.ts';
import { meaningOf } from './titles.ts';
import {
  any,
  boolean,
  comparable,
  date,
  join,
  listOf,
  text,
  type TextType,
  type Type,
} from './types.ts';
import { isKind } from './value.ts';

type Args = readonly (Core | undefined)[];

/** `not(x)` is an operator; its argument is checked as that of a function. */
const negation: Pick<Signature, 'parameters'> = {
  parameters: [{ name: 'negand', is: 'boolean' }],
};

/** The functions of kinds take one value of any kind. */
function kindSignature(name: string): Pick<Signature, 'parameters'> | undefined {
  return isKindFunction(name) ? { parameters: [{ name: 'value', is: 'any' }] } : undefined;
}

/** What other languages and spreadsheets call functions. */
const otherwiseCalled: ReadonlyMap<string, Builtin> = new Map([
  ['average', 'mean'],
  ['avg', 'mean'],
  ['total', 'sum'],
  ['length', 'count'],
  ['len', 'count'],
  ['size', 'count'],
  ['counta', 'count'],
  ['includes', 'list contains'],
  ['has', 'list contains'],
  ['strlen', 'string length'],
  ['datediff', 'days between'],
  ['datedif', 'days between'],
  ['networkdays', 'working days between'],
  ['regex', 'matches'],
  ['startswith', 'starts with'],
  ['endswith', 'ends with'],
]);

/** A call of a built-in function. */
export function checkCall(node: Call, names: Names, checker: Checker): Core {
  const { report, outside } = checker;
  const { callee } = node;
  const span = spanOf(node);
  if (callee.kind !== 'name') return outside('call-of-value', node);
  const { name } = callee;
  const isNot = name === 'not';
  const signature = isNot ? negation : isBuiltin(name) ? signatureOf(name) : kindSignature(name);
  const binding = names.resolve(name);
  if (!signature && binding?.kind === 'codes') return misused(node, name, binding.columns, checker);
  if (!signature) {
    const near =
      otherwiseCalled.get(name.toLowerCase().replaceAll(/[_ ]/gu, '')) ??
      nearest(name, ['not', ...builtinNames, ...kindFunctionNames]);
    report('feel/unknown-function', callee, { name, near });
    return unknownOf(node);
  }
  const args = inOrder(node, signature, names, checker);
  if (!args) {
    const parameters = signature.parameters.map((parameter) => parameter.name);
    report('feel/arguments', node, { name, parameters });
    return unknownOf(node);
  }
  const [asked, form] = args;
  // of a text it is asked what it writes, in a form or as it is
  if (isKindFunction(name) && asked && !form && !(isBuiltin(name) && asked.type.kind === 'text'))
    return kindFunctionCore(name, asked, span, checker);
  let fits = true;
  for (const [index, parameter] of signature.parameters.entries()) {
    const arg = args[index];
    if (arg && !suits(parameter, arg.type)) {
      fits = false;
      if (reportKinds(arg, (kind) => suits(parameter, kind), checker)) continue;
      report('feel/type', arg.span, { wanted: wantedType(parameter), found: arg.type });
    }
  }
  checkLists(name, args, checker);
  checkLiterals(name, args, checker);
  checkDateForm(name, args, checker);
  checkWritten(name, args, checker);
  const [first] = args;
  if (!isBuiltin(name))
    return { kind: 'logic', type: boolean, operator: 'not', parts: first ? [first] : [], span };
  const written = first && isText(first) ? writtenOut(name, first, args, span) : undefined;
  if (written) return written;
  const type = fits ? signatureOf(name).gives(args.map((arg) => arg?.type ?? any)) : any;
  return { kind: 'call', type, builtin: name, args, span };
}

/** `date("2024-10-08")` and `duration("P6M")` are the day and the duration themselves. */
function writtenOut(
  name: string,
  { value: written }: TextConstant,
  [, form]: Args,
  span: Core['span'],
): ConstantCore | undefined {
  if (name === 'date' && form) {
    const value = dayInForm(written, form);
    return value && { kind: 'constant', type: date, value, span };
  }
  const kinds = literalKinds[name];
  const value = kinds && parseTemporal(written);
  if (!value || !kinds.includes(value.kind)) return undefined;
  return { kind: 'constant', type: temporalType(written), value, span };
}

/** Functions that read a text as a value, and the kinds of value that they read. */
const literalKinds: Readonly<Record<string, readonly string[]>> = {
  date: ['date'],
  'date and time': ['date-time'],
  duration: ['days-duration', 'months-duration'],
};

/** Arguments in the order of the parameters; undefined when they do not fit. */
function inOrder(
  node: Call,
  { parameters, spread }: Pick<Signature, 'parameters' | 'spread'>,
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
      else report('feel/mixed-list', core.span, { first: of, other: core.type });
    }
    const items = cores.map((core) => adopt(core, of));
    return [{ kind: 'list', type: listOf(of), items, span: spanOf(node) }];
  }
  return cores.length >= required && cores.length <= parameters.length ? cores : undefined;
}

/** What is looked for in a list, or added to it, is of its kind. */
function checkLists(name: string, [list, other]: Args, { report }: Checker): void {
  if (list?.type.kind !== 'list' || !other) return;
  const { of } = list.type;
  if (name === 'list contains' || name === 'index of' || name === 'occurrences') {
    if (!comparable(of, other.type))
      report('feel/compare', other.span, { operator: '=', left: of, right: other.type });
    wordIn(of, other, report);
  }
  const added =
    name === 'append'
      ? other.type
      : other.type.kind === 'list' && (name === 'concatenate' || name === 'union')
        ? other.type.of
        : undefined;
  if (added && !comparable(of, added))
    report('feel/mixed-list', other.span, { first: of, other: added });
}

/** Texts that are read as a date or a pattern are read now, where they are written out. */
function checkLiterals(name: string, args: Args, { report }: Checker): void {
  const [first, second] = args;
  const wanted = name === 'date' && second ? undefined : literalKinds[name];
  if (wanted && first && isText(first)) {
    const value = parseTemporal(first.value);
    if (!value || !wanted.includes(value.kind))
      report('feel/literal', first.span, { text: first.value });
  }
  const isPattern = name === 'matches' || name === 'replace' || name === 'split';
  if (!isPattern || !second || !isText(second)) return;
  const flags = args[name === 'replace' ? 3 : 2];
  const parsed = parseFlags(flags && isText(flags) ? flags.value : '');
  if (!parsed || !parsePattern(second.value, parsed))
    report('feel/pattern', second.span, { pattern: second.value });
}

type TextConstant = ConstantCore & { readonly value: string };

function isText(core: Core): core is TextConstant {
  return core.kind === 'constant' && typeof core.value === 'string';
}

/**
 * A word or number written beside an enumeration must be one of its own, and a blank beside a field one of its values:
 * whether it is not, which is then said.
 */
export function wordOf(beside: Core, constant: Core, checker: Checker): boolean {
  const { report } = checker;
  if (reportBlank(beside, constant, checker)) return true;
  if (wordIn(beside.type, constant, report)) return true;
  if (beside.kind !== 'field' || beside.type.kind !== 'number' || !beside.type.values) return false;
  const { values } = beside.type;
  if (constant.kind !== 'constant' || !isKind(constant.value, 'number')) return false;
  const word = printRational(constant.value);
  const listed = values.map((value) => parseRational(value));
  if (listed.some((value) => value && printRational(value) === word)) return false;
  report('feel/unknown-word', constant.span, {
    word,
    words: values,
    near: undefined,
  });
  return true;
}

function wordIn(type: Type, constant: Core, report: Checker['report']): boolean {
  const known = textIn(type);
  if (
    !known?.words ||
    !isText(constant) ||
    known.words.has(constant.value) ||
    (constant.value === '' && known.blank)
  )
    return false;
  const words = [...known.words.keys()];
  const word = constant.value;
  const near = codeCalled(word, known.words) ?? nearest(word, words);
  report('feel/unknown-word', constant.span, { word, words, near });
  return true;
}

/**
 * What stands beside a value of a type.
 *
 * A code there without its quotes, or its title, is no name: which code is meant is said.
 */
export function checkBeside(node: Syntax, beside: Type, names: Names, checker: Checker): Core {
  const words = textIn(beside)?.words;
  if (!words || node.kind !== 'name' || meaningOf(node.name, names))
    return checker.check(node, names);
  const word = codeCalled(node.name, words);
  if (word === undefined) return checker.check(node, names);
  const { name } = node;
  checker.report('feel/unquoted', node, { name, word }, JSON.stringify(word));
  return { kind: 'constant', type: text, value: word, span: spanOf(node) };
}

function textIn(type: Type): TextType | undefined {
  const known = type.kind === 'union' ? type.of.find(({ kind }) => kind === 'text') : type;
  return known?.kind === 'text' ? known : undefined;
}

/** The code that is written so, or that people call so. */
function codeCalled(name: string, words: NonNullable<TextType['words']>): string | undefined {
  if (words.has(name)) return name;
  const titled = [...words].filter(([, title]) => Object.values(title).includes(name));
  return titled.length === 1 ? titled[0]?.[0] : undefined;
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
