import type { Argument, Names } from './bindings.ts';
import { isBuiltin } from './builtins.ts';
import { adopt, wordOf } from './check-call.ts';
import { type Checker, spanOf, unknownOf } from './checker.ts';
import type { Core, TextSpan, VariableCore } from './core.ts';
import { isDay } from './suits.ts';
import type { Call } from './syntax.ts';
import { meaningOf } from './titles.ts';
import type { Type } from './types.ts';
import { isSameUnit } from './units.ts';

/** What the day is called behind the arguments: `daysLate(visit, 3, date)`. */
const day = 'date';

/**
 * A call of a definition, parameter or table: with its arguments, by position or by name, and behind them the day
 * that it is read on, where that is not the governing one.
 *
 * @returns undefined where something else is called
 */
export function checkReferenceCall(node: Call, names: Names, checker: Checker): Core | undefined {
  if (node.callee.kind !== 'name') return undefined;
  const { name: written } = node.callee;
  const meaning = written === 'not' || isBuiltin(written) ? undefined : meaningOf(written, names);
  if (meaning && 'clash' in meaning) {
    const [first, second] = meaning.clash;
    checker.report('feel/ambiguous-title', node.callee, { title: written, first, second });
    return unknownOf(node);
  }
  if (meaning?.binding.kind !== 'reference') return undefined;
  const { name, binding } = meaning;
  if (name !== written) checker.renamed(spanOf(node.callee), name);
  const { what, type, takes = [], row } = binding;
  const given = node.args.map((arg) => ({ ...arg, core: checker.check(arg.value, names) }));
  const wanted = [...takes.map(({ variable }) => variable.name), day];
  const isNamed = given.some((arg) => arg.name !== undefined);
  const cores = isNamed
    ? wanted.map((one) => given.find((arg) => arg.name === one)?.core)
    : given.map(({ core }) => core);
  const used = cores.filter((core) => core !== undefined).length;
  const args = takes.map((_, index) => cores[index]);
  const on = cores[takes.length];
  const fits =
    used === given.length &&
    given.length <= wanted.length &&
    args.every((arg) => arg !== undefined) &&
    (takes.length > 0 || on !== undefined) &&
    (!on || isDay(on.type));
  if (!fits) reportArguments(node, name, takes, checker);
  const suited = takes.flatMap((argument, index) => {
    const arg = args[index];
    return arg ? suitedTo(argument, arg, name, checker) : [];
  });
  return {
    kind: 'reference',
    type,
    what,
    name,
    ...(takes.length > 0 && { args: suited }),
    ...(on && { on }),
    ...(row && { row }),
    span: spanOf(node),
  };
}

/** Says what a definition, parameter or table takes. */
export function reportArguments(
  at: TextSpan,
  name: string,
  takes: readonly Argument[],
  { report }: Checker,
): void {
  const own = takes.map(({ variable }) => variable.name);
  report('feel/arguments', at, { name, parameters: own.length > 0 ? own : [day] });
}

/** An argument with its constants in the unit, or among the words, that are taken. */
function suitedTo(
  { variable, takes, isElement }: Argument,
  arg: Core,
  name: string,
  checker: Checker,
) {
  const { type } = variable;
  const { report } = checker;
  if (!fitsInto(type, arg.type)) {
    report('feel/argument', arg.span, {
      name,
      argument: variable.name,
      wanted: type,
      list: isElement ? takes : undefined,
      found: arg.type,
    });
    return arg;
  }
  const beside: VariableCore = { kind: 'variable', type, variable, span: arg.span };
  wordOf(beside, arg, checker);
  return adopt(arg, type);
}

/** Whether every value of a type may stand where another is wanted. */
function fitsInto(wanted: Type, given: Type): boolean {
  if (wanted.kind === 'any' || given.kind === 'any') return true;
  const [wants, gives] = [kindsOf(wanted), kindsOf(given)];
  return gives.every((one) => wants.some((other) => isOneOf(other, one)));
}

function isOneOf(wanted: Type, given: Type): boolean {
  if (wanted.kind === 'list' && given.kind === 'list') return fitsInto(wanted.of, given.of);
  if (wanted.kind === 'context' && given.kind === 'context') return wanted.fields === given.fields;
  if (wanted.kind === 'number' && given.kind === 'number')
    return (
      given.unit === undefined || wanted.unit === undefined || isSameUnit(wanted.unit, given.unit)
    );
  return wanted.kind === given.kind;
}

function kindsOf(type: Type): readonly Type[] {
  return type.kind === 'union' ? type.of : [type];
}
