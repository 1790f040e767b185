import type { Syntax, UnaryTest } from '../syntax.ts';
import type { List, Value } from '../value.ts';
import { evaluateWithin, pointerOfPart } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import type { Reading } from '../operations/operating.ts';
import { newBudget } from '../operations/limits.ts';
import { type Scope, withElement, withNames } from './scope.ts';

/**
 * Where in the dossier the single values lie that an expression reads, in the order in which it reads them.
 *
 * Inside `some`, `every`, `for` and filters those of each element, in turn. Lists and records as wholes are left out.
 */
export function pointersRead(node: Syntax, scope: Scope, reading: Reading): readonly string[] {
  const found = new Set<string>();
  visit(node, { scope, reading, budget: newBudget(), evaluate: evaluateWithin });
  return [...found];

  function visit(part: Syntax, within: Evaluation): void {
    switch (part.kind) {
      case 'name':
        note(part, within);
        break;
      case 'path':
        if (!note(part, within)) visit(part.of, within);
        break;
      case 'filter':
        visit(part.of, within);
        for (const inside of insideFilter(part.of, within)) visit(part.by, inside);
        break;
      case 'for':
      case 'quantifier':
        visitLoop(part, 0, within);
        break;
      case 'membership': {
        visit(part.of, within);
        const value = evaluateWithin(part.of, within);
        const inside = { ...within, scope: withNames(within.scope, new Map([['?', value]])) };
        for (const test of part.tests) visitTest(test, inside);
        break;
      }
      case 'if': {
        visit(part.condition, within);
        const condition = evaluateWithin(part.condition, within);
        if (condition !== false) visit(part.yes, within);
        if (condition !== true) visit(part.no, within);
        break;
      }
      default:
        for (const child of childrenOf(part)) visit(child, within);
    }
  }

  function visitTest(test: UnaryTest, within: Evaluation): void {
    if (test.kind === 'compare') visit(test.to, within);
    else if (test.kind === 'value') visit(test.value, within);
    else if (test.kind === 'not') for (const inner of test.tests) visitTest(inner, within);
  }

  function visitLoop(
    part: Extract<Syntax, { kind: 'for' | 'quantifier' }>,
    depth: number,
    within: Evaluation,
  ): void {
    const iterator = part.iterators[depth];
    if (!iterator) {
      visit(part.kind === 'for' ? part.returns : part.satisfies, within);
      return;
    }
    visit(iterator.of, within);
    if (iterator.to) visit(iterator.to, within);
    const list = iterator.to ? undefined : listOf(evaluateWithin(iterator.of, within));
    for (const item of list?.items ?? []) {
      const named = withNames(within.scope, new Map([[iterator.name, item]]));
      visitLoop(part, depth + 1, { ...within, scope: named });
    }
  }

  /** Notes the place of a single value; false when the part has no place of its own. */
  function note(part: Syntax, within: Evaluation): boolean {
    const pointer = pointerOfPart(part, within);
    if (pointer === undefined) return false;
    const value = evaluateWithin(part, within);
    const isWhole =
      typeof value === 'object' && (value?.kind === 'list' || value?.kind === 'context');
    if (!isWhole) found.add(pointer);
    return true;
  }
}

function insideFilter(of: Syntax, within: Evaluation): readonly Evaluation[] {
  const list = listOf(evaluateWithin(of, within));
  return (list?.items ?? []).map((item) => ({
    ...within,
    scope: withElement(within.scope, item, list ?? { kind: 'list', items: [] }),
  }));
}

function listOf(value: Value): List | undefined {
  return typeof value === 'object' && value?.kind === 'list' ? value : undefined;
}

/** The parts of a node that has no names of its own. */
function childrenOf(node: Syntax): readonly Syntax[] {
  switch (node.kind) {
    case 'list':
      return node.items;
    case 'context':
      return node.entries.map(({ value }) => value);
    case 'range':
      return [node.low, node.high].filter((end) => end !== undefined);
    case 'call': {
      const args = node.args.map(({ value }) => value);
      return node.callee.kind === 'name' ? args : [node.callee, ...args];
    }
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return [node.left, node.right];
    case 'negation':
    case 'instance-of':
      return [node.of];
    case 'between':
      return [node.of, node.low, node.high];
    default:
      return [];
  }
}
