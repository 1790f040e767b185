import type { Diagnostic } from '../base/diagnostic.ts';
import type { Span } from '../base/source.ts';
import { boundsOf } from '../feel/bounds.ts';
import type { Core, TestCore } from '../feel/core.ts';
import { levelOf, spanOf } from '../rulebook/ast.ts';
import { compare, zero } from '../values/rational.ts';
import type { Program, ProgramRule } from './ast.ts';
import type { ProgramProblems } from './problems.ts';
import { partsOf, partsOfTest } from './walk.ts';

/**
 * How a value moves when a parameter rises: not at all, up, down, or in a way that cannot be told from its form.
 * For a condition, up is from false to true.
 */
export type Sense = 'still' | 'up' | 'down' | 'unknown';

/**
 * A parameter moved by a rulebook makes every rule and step of the extended one that reads it stricter, or leaves it.
 *
 * `stricter` is only what its author declared: a rule may read the parameter the other way round, or in a way
 * whose sense its form does not tell. Then it cannot be moved.
 */
export function* moves(program: Program): Generator<Diagnostic<ProgramProblems>> {
  const { rulebook } = program;
  for (const entry of rulebook.parameters) {
    const { parameter: name, stricter, editions } = entry.data;
    const [span] = editions.flatMap((_, index) => {
      const value = spanOf(entry, 'editions', index, 'value');
      return levelOf(rulebook, value) > levelOf(rulebook, entry.yaml.span) ? [value] : [];
    });
    if (!span || !stricter) continue;
    const wanted = stricter === 'higher' ? 'up' : 'down';
    const level = levelOf(rulebook, span);
    for (const [reader, { source }, moved] of readers(name, program)) {
      if (moved === 'still' || moved === wanted || levelOf(rulebook, { source }) >= level) continue;
      yield {
        code: 'program/unproved',
        severity: 'error',
        span,
        params: { name, reader, stricter },
      };
    }
  }
}

/** Every rule and step, where it was written, and how its strictness moves with a parameter. */
function readers(
  name: string,
  program: Program,
): readonly (readonly [string, Pick<Span, 'source'>, Sense])[] {
  return [
    ...program.rules.map(
      (rule) => [rule.id, rule.rule.entry.yaml.span, strictness(rule, name, program)] as const,
    ),
    ...program.steps.map(({ id, step, editions }) => {
      const senses = editions.flatMap(({ when, within }) => [
        when ? sense(when.core, name, program) : 'still',
        // a step is in time up to its limit: the higher, the looser
        within ? opposite(sense(within.limit, name, program)) : 'still',
      ]);
      return [id, step.entry.yaml.span, together(senses)] as const;
    }),
  ];
}

/**
 * Whether a rule gets stricter when a parameter rises (`up`) or falls (`down`): it applies where it did and
 * perhaps elsewhere, and what it requires is met by no more files.
 */
export function strictness(rule: ProgramRule, parameter: string, program: Program): Sense {
  const { each, group, editions } = rule;
  const picks = [each?.list, group?.by, ...editions.map(({ asOf }) => asOf)];
  const senses = editions.flatMap(({ when, require }) => [
    when ? sense(when.core, parameter, program) : 'still',
    require ? opposite(sense(require.core, parameter, program)) : 'still',
  ]);
  const picked = picks.every((one) => !one || sense(one.core, parameter, program) === 'still');
  return picked ? together(senses) : 'unknown';
}

/** How arguments move, by their variables; any other variable stays. */
type Moving = ReadonlyMap<number, Sense>;

const nothingMoves: Moving = new Map();

function sense(
  core: Core,
  parameter: string,
  program: Program,
  moving: Moving = nothingMoves,
): Sense {
  const of = (part: Core | undefined): Sense =>
    part ? sense(part, parameter, program, moving) : 'still';
  const still = () => partsOf(core).every((part) => of(part) === 'still');
  switch (core.kind) {
    case 'reference':
      return of(core.on) === 'still'
        ? referenceSense(core.name, (core.args ?? []).map(of), parameter, program)
        : 'unknown';
    case 'variable':
      return moving.get(core.variable.id) ?? 'still';
    case 'let':
      return of(core.local.core);
    case 'arithmetic':
      switch (core.operator) {
        case '+':
          return together([of(core.left), of(core.right)]);
        case '-':
          return together([of(core.left), opposite(of(core.right))]);
        case '*':
          return together([scaled(of(core.left), core.right), scaled(of(core.right), core.left)]);
        case '/':
          return together([
            scaled(of(core.left), core.right),
            opposite(scaled(scaled(of(core.right), core.left), core.right)),
          ]);
        default:
          return quiet(still());
      }
    case 'comparison':
      return compared(core.operator, of(core.left), of(core.right));
    case 'logic': {
      const all = together(core.parts.map(of));
      return core.operator === 'not' ? opposite(all) : all;
    }
    case 'if':
      return of(core.condition) === 'still' ? together([of(core.yes), of(core.no)]) : 'unknown';
    case 'quantifier':
      return of(core.list) === 'still' ? of(core.satisfies) : 'unknown';
    case 'map':
      return of(core.list) === 'still' ? of(core.returns) : 'unknown';
    case 'list':
      return together(core.items.map(of));
    case 'call':
      return rising.has(core.builtin) ? together(core.args.map(of)) : quiet(still());
    case 'membership':
      return of(core.of) === 'still' ? together(core.tests.map(ofTest)) : 'unknown';
    default:
      return quiet(still());
  }

  function ofTest(test: TestCore): Sense {
    switch (test.kind) {
      case 'compare':
        return compared(test.operator, 'still', of(test.to));
      case 'range':
        return together([opposite(of(test.low)), of(test.high)]);
      case 'not':
        return opposite(together(test.tests.map(ofTest)));
      default:
        return quiet(partsOfTest(test).every((part) => of(part) === 'still'));
    }
  }
}

/** Functions that rise with each of their arguments, or stay. */
const rising: ReadonlySet<string> = new Set(['min', 'max', 'sum', 'floor', 'ceiling']);

const told = new WeakMap<Program, Map<string, Sense>>();

/** Names may mention one another many times over: each is gone through once for what its arguments do. */
function referenceSense(
  name: string,
  args: readonly Sense[],
  parameter: string,
  program: Program,
): Sense {
  const known = told.get(program) ?? new Map<string, Sense>();
  told.set(program, known);
  const key = [parameter, name, ...args].join(' ');
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = ofReference(name, args, parameter, program);
  known.set(key, found);
  return found;
}

function ofReference(
  name: string,
  args: readonly Sense[],
  parameter: string,
  program: Program,
): Sense {
  if (name === parameter) return 'up';
  const reference = program.references.get(name);
  if (!reference || reference.kind === 'parameter') return 'still';
  const moving = new Map(
    reference.takes.map(({ variable }, index) => [variable.id, args[index] ?? 'still'] as const),
  );
  const inside = (core: Core) => sense(core, parameter, program, moving);
  switch (reference.kind) {
    case 'definition':
      return together(reference.editions.map(({ is }) => inside(is.core)));
    case 'table': {
      const rows = reference.editions.flatMap((edition) => edition.rows);
      const asked = [
        ...reference.inputs.map(({ core }) => core),
        ...rows.flatMap(({ cells }) => cells.flatMap(({ tests }) => tests.flatMap(partsOfTest))),
      ];
      if (asked.some((core) => inside(core) !== 'still')) return 'unknown';
      const given = rows.flatMap(({ outputs }) => outputs.flatMap((output) => output?.core ?? []));
      return together(given.map(inside));
    }
  }
}

function compared(operator: string, left: Sense, right: Sense): Sense {
  if (operator === '<' || operator === '<=') return together([opposite(left), right]);
  if (operator === '>' || operator === '>=') return together([left, opposite(right)]);
  return quiet(left === 'still' && right === 'still');
}

/** A value times, or divided by, something that is never negative. */
function scaled(moves: Sense, by: Core | undefined): Sense {
  if (moves === 'still' || !by) return moves;
  const { low } = boundsOf(by);
  return low && compare(low.at, zero) >= 0 ? moves : 'unknown';
}

function quiet(still: boolean): Sense {
  return still ? 'still' : 'unknown';
}

function together(senses: readonly Sense[]): Sense {
  const moving = new Set(senses.filter((one) => one !== 'still'));
  const [only] = moving;
  if (only === undefined) return 'still';
  return moving.size === 1 ? only : 'unknown';
}

function opposite(moves: Sense): Sense {
  return moves === 'up' ? 'down' : moves === 'down' ? 'up' : moves;
}
