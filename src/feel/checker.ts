import type { Names, Variables } from './bindings.ts';
import { alwaysIs, type Bounds, boundsOf } from './bounds.ts';
import type { Compared, Core, TextSpan } from './core.ts';
import type { ComparisonOperator, Syntax } from './syntax.ts';
import type { Construct, TypeProblem, TypeProblems } from './type-problems.ts';
import { any, type Type } from './types.ts';
import { printRational } from '../values/rational.ts';

/** A part of an expression that is a title, and the name or path that it stands for. */
export interface Renaming extends TextSpan {
  readonly name: string;
}

/** What the parts of the type checker share: how to check what is inside, and how to say what is wrong. */
export interface Checker {
  readonly check: (node: Syntax, names: Names) => Core;
  readonly variables: Variables;
  readonly report: <C extends keyof TypeProblems>(
    code: C,
    at: TextSpan,
    params: TypeProblems[C],
    /** What to write there instead, where that is certain. */
    instead?: string,
  ) => void;
  /** Notes by which name goes what was written by its title. */
  readonly renamed: (at: TextSpan, name: string) => void;
  /** Notes that the expression is out of the rule profile; what stands in for it has no known type. */
  readonly outside: (construct: Construct, node: Syntax) => Core;
  /**
   * Notes a comparison that schemas already decide, and says whether they do.
   *
   * @param only - note nothing where it is always the other
   */
  readonly always: (
    at: TextSpan,
    operator: ComparisonOperator,
    left: Core,
    right: Core,
    only?: boolean,
  ) => boolean;
}

export function newChecker(
  problems: TypeProblem[],
  variables: Variables,
  check: (node: Syntax, names: Names, checker: Checker) => Core,
  renamings: Map<number, Renaming> = new Map(),
): Checker {
  const checker: Checker = {
    check: (node, names) => check(node, names, checker),
    variables,
    report,
    renamed: ({ start, end }, name) => void renamings.set(start, { start, end, name }),
    outside,
    always,
  };
  return checker;

  function report<C extends keyof TypeProblems>(
    code: C,
    { start, end }: TextSpan,
    params: TypeProblems[C],
    instead?: string,
  ): void {
    // what is checked twice, such as the subject of two limits, is wrong once
    const isSaid = problems.some(
      (one) => one.code === code && one.start === start && one.end === end,
    );
    if (isSaid) return;
    const fix = instead === undefined ? {} : { fix: { start, end, text: instead } };
    problems.push({ code, params, start, end, ...fix } as TypeProblem);
  }

  function outside(construct: Construct, node: Syntax): Core {
    report('feel/profile', node, { construct });
    return unknownOf(node);
  }

  function always(
    at: TextSpan,
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
export function unknownOf({ start, end }: TextSpan): Core {
  return { kind: 'constant', type: any, value: null, span: { start, end } };
}

/** Where a node stands. */
export function spanOf({ start, end }: TextSpan): TextSpan {
  return { start, end };
}

/** The kind that values of two types are compared in. */
export function comparedAs(a: Type, b: Type): Compared {
  if (a.kind !== b.kind) return 'mixed';
  switch (a.kind) {
    case 'any':
    case 'null':
    case 'range':
    case 'union':
      return 'mixed';
    default:
      return a.kind;
  }
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
