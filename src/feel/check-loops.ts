import { type Names, within, withVariable } from './bindings.ts';
import { whole } from '../values/rational.ts';
import { reportKinds } from './check-kinds.ts';
import { type Checker, spanOf, unknownOf } from './checker.ts';
import type { Core } from './core.ts';
import { factsOf, keptType } from './narrow.ts';
import type { Filter, For, Iterator, Quantifier, Syntax } from './syntax.ts';
import { any, bareNumber, boolean, listOf, type Type } from './types.ts';

/** Numbers that a loop `for n in 1..12` may run through, at most. */
const longestRun = 1000;

/** `of[by]`: where the condition tells the kind of a field, the elements that are kept have it of that kind. */
export function filterCore(node: Filter, names: Names, checker: Checker): Core {
  const list = checker.check(node.of, names);
  const span = spanOf(node);
  const of = elementOf(list, checker);
  const isPosition = node.by.kind === 'number' || node.by.kind === 'negation';
  const variable = checker.variables.element(of);
  const by = checker.check(node.by, isPosition ? names : within(names, variable));
  if (by.type.kind === 'number') {
    // a position is the same for all elements: what it names lies outside of them
    const position = isPosition ? by : checker.check(node.by, names);
    return { kind: 'position', type: of, list, position, span };
  }
  expectTruth(by, checker);
  const kept = keptType(variable, factsOf(by).ifTrue);
  const type = list.type.kind === 'list' ? listOf(kept) : list.type;
  return { kind: 'filter', type, list, variable, condition: by, span };
}

/** `for a in xs, b in ys return f`: the results of all combinations in one list, the last variable fastest. */
export function loopCore(node: For, names: Names, checker: Checker): Core {
  const [iterator, ...more] = node.iterators;
  const span = spanOf(node);
  if (!iterator) return unknownOf(node);
  const { list, variable, inner } = iteration(iterator, names, checker);
  const rest: Syntax = more.length > 0 ? { ...node, iterators: more } : node.returns;
  const returns = checker.check(rest, inner);
  if (more.length === 0)
    return { kind: 'map', type: listOf(returns.type), variable, list, returns, span };
  return { kind: 'map', type: returns.type, variable, list, returns, joined: true, span };
}

export function quantifierCore(node: Quantifier, names: Names, checker: Checker): Core {
  const [iterator, ...more] = node.iterators;
  const span = spanOf(node);
  if (!iterator) return unknownOf(node);
  const { list, variable, inner } = iteration(iterator, names, checker);
  const body: Syntax = more.length > 0 ? { ...node, iterators: more } : node.satisfies;
  const satisfies = checker.check(body, inner);
  expectTruth(satisfies, checker);
  const { quantifier } = node;
  return { kind: 'quantifier', type: boolean, quantifier, variable, list, satisfies, span };
}

function iteration(iterator: Iterator, names: Names, checker: Checker) {
  const { name, of } = iterator;
  const list = iterator.to ? runOf(of, iterator.to, names, checker) : checker.check(of, names);
  if (names.resolve(name)) checker.report('feel/name-taken', of, { name });
  const variable = checker.variables.named(name, elementOf(list, checker));
  return { list, variable, inner: withVariable(names, variable) };
}

/** `1..12`, with its ends written out: an end from a file would not be bounded, and `1..0` counts down. */
function runOf(from: Syntax, to: Syntax, names: Names, checker: Checker): Core {
  const [first, last] = [wholeIn(from), wholeIn(to)];
  if (first === undefined || last === undefined || Math.abs(last - first) >= longestRun) {
    const core = checker.outside('open-run', { ...from, end: to.end });
    return { ...core, type: listOf(any) };
  }
  const step = last < first ? -1 : 1;
  const span = { start: from.start, end: to.end };
  const items = Array.from({ length: Math.abs(last - first) + 1 }, (_, index): Core => {
    return { kind: 'constant', type: bareNumber, value: whole(first + index * step), span };
  });
  return { kind: 'list', type: listOf(bareNumber), items, run: true, span };
}

function wholeIn(node: Syntax): number | undefined {
  if (node.kind === 'negation') {
    const of = wholeIn(node.of);
    return of === undefined ? undefined : -of;
  }
  return node.kind === 'number' && /^\d{1,9}$/u.test(node.text) ? Number(node.text) : undefined;
}

function elementOf({ type, span }: Core, { report }: Checker): Type {
  if (type.kind === 'list') return type.of;
  if (type.kind !== 'any') report('feel/type', span, { wanted: listOf(any), found: type });
  return any;
}

export function expectTruth(core: Core, checker: Checker): void {
  const { type, span } = core;
  if (type.kind === 'boolean' || type.kind === 'any') return;
  if (!reportKinds(core, ({ kind }) => kind === 'boolean', checker))
    checker.report('feel/type', span, { wanted: boolean, found: type });
}
