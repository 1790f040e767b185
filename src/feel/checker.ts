import type { Names } from './bindings.ts';
import { alwaysIs, type Bounds, boundsOf } from './bounds.ts';
import type { Core } from './core.ts';
import type { ComparisonOperator, Syntax } from './syntax.ts';
import type { Construct, TypeProblem, TypeProblems } from './type-problems.ts';
import { any, type Type } from './types.ts';
import { printRational } from '../values/rational.ts';

/** Where in the text of an expression. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** What the parts of the type checker share: how to check what is inside, and how to say what is wrong. */
export interface Checker {
  readonly check: (node: Syntax, names: Names) => Core;
  readonly report: <C extends keyof TypeProblems>(
    code: C,
    at: Place,
    params: TypeProblems[C],
  ) => void;
  /** Notes that the expression is out of the rule profile; what stands in for it has no known type. */
  readonly outside: (construct: Construct, node: Syntax) => Core;
  /**
   * Notes a comparison that schemas already decide, and says whether they do.
   *
   * @param only - note nothing where it is always the other
   */
  readonly always: (
    at: Place,
    operator: ComparisonOperator,
    left: Core,
    right: Core,
    only?: boolean,
  ) => boolean;
}

export function newChecker(
  problems: TypeProblem[],
  check: (node: Syntax, names: Names, checker: Checker) => Core,
): Checker {
  const checker: Checker = {
    check: (node, names) => check(node, names, checker),
    report,
    outside,
    always,
  };
  return checker;

  function report<C extends keyof TypeProblems>(
    code: C,
    { start, end }: Place,
    params: TypeProblems[C],
  ): void {
    problems.push({ code, params, start, end } as TypeProblem);
  }

  function outside(construct: Construct, node: Syntax): Core {
    report('feel/profile', node, { construct });
    return unknownOf(node);
  }

  function always(
    at: Place,
    operator: ComparisonOperator,
    left: Core,
    right: Core,
    only?: boolean,
  ): boolean {
    const bounds = [boundsOf(left), boundsOf(right)] as const;
    const truth = alwaysIs(operator, ...bounds);
    if (truth === undefined || (only !== undefined && truth !== only)) return false;
    report('feel/always', at, { truth, left: written(bounds[0]), right: written(bounds[1]) });
    return true;
  }
}

/** What stands where something is wrong that was already said. */
export function unknownOf(syntax: Syntax): Core {
  return { kind: 'constant', type: any, text: '', syntax };
}

export function isOrdered({ kind }: Type): boolean {
  switch (kind) {
    case 'boolean':
    case 'list':
    case 'context':
    case 'range':
    case 'null':
    case 'union':
      return false;
    default:
      return true;
  }
}

/** `[0..1)`; one number as itself. */
function written({ low, high }: Bounds): string {
  if (low && high && !low.open && low.at.n === high.at.n && low.at.d === high.at.d)
    return printRational(low.at);
  const [from, to] = [low, high].map((limit) => (limit ? printRational(limit.at) : '…'));
  return `${low && !low.open ? '[' : '('}${from}..${to}${high && !high.open ? ']' : ')'}`;
}
