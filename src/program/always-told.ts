import type { Diagnostic } from '../base/diagnostic.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import { startOf } from '../base/source.ts';
import type { Builtin } from '../feel/builtins.ts';
import type { CallCore, Core, TestCore } from '../feel/core.ts';
import type { Field } from '../feel/types.ts';
import { spanOf } from '../rulebook/ast.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import type { Program, ProgramRule } from './ast.ts';
import { isAlways } from './timeless.ts';
import { partsOfTest } from './walk.ts';

/** What a value may be besides known: nothing; none (`null`); or unknown. */
type Doubt = 'sure' | 'none' | 'open';

/** Functions that give a known value for every known argument. */
const total: ReadonlySet<Builtin> = new Set<Builtin>([
  'abs',
  'contains',
  'ends with',
  'lower case',
  'starts with',
  'string length',
  'upper case',
]);

/** Every issued rule that may lack what decides it has a case that cannot be told.
 *
 * Of a rule that reads nothing that can be unknown there is no such case. */
export function* casesUntold(
  program: Program,
  memory: Memory = noMemory,
): Generator<Diagnostic<RulebookProblems>> {
  for (const rule of program.rules) {
    const { entry, cases } = rule.rule;
    if (entry.data.status !== 'issued' || !cases) continue;
    if (memory.of('always told', [rule], () => isAlwaysTold(rule, program))) continue;
    if (cases.data.cases.some(({ expect }) => typeof expect !== 'string')) continue;
    const span = startOf(spanOf(cases, 'cases'));
    const params = { outcome: 'cannot-tell' };
    yield { code: 'rulebook/cases-lack', severity: 'warning', span, params };
  }
}

/** Whether no sound file leaves a rule unknown, by the types of what it reads. */
function isAlwaysTold(rule: ProgramRule, program: Program): boolean {
  const { check, products } = rule.rule.entry.data;
  if (check !== 'data') return false;
  if (rule.editions.every(({ ifAbsent }) => ifAbsent === 'fail')) return true;
  if (products || rule.each || rule.group) return false;
  return rule.editions.every(
    ({ asOf, when, require }) =>
      !asOf && [when, require].every((part) => !part || doubtOf(part.core, program) === 'sure'),
  );
}

function doubtOf(core: Core, program: Program): Doubt {
  const of = (part: Core) => doubtOf(part, program);
  const sureIf = (parts: readonly Core[]): Doubt =>
    parts.every((part) => of(part) === 'sure') ? 'sure' : 'open';
  switch (core.kind) {
    case 'constant':
      return core.value === null ? 'none' : 'sure';
    case 'file':
      return 'sure';
    case 'field':
      return of(core.of) === 'open' ? 'open' : doubtOfField(core.field);
    case 'reference':
      return core.on ? 'open' : doubtBehind(core.name, program);
    case 'let':
      return of(core.local.core);
    case 'codes': {
      const set = program.codeSets.get(core.name);
      // a code that is not listed has no columns
      return !core.column && !core.on && set && isAlways(set) ? sureIf([core.of]) : 'open';
    }
    case 'none':
      return of(core.of) === 'open' ? 'open' : 'sure';
    case 'comparison':
      return sureIf([core.left, core.right]);
    case 'logic':
      return sureIf(core.parts);
    case 'list':
      return sureIf(core.items);
    case 'instance-of':
      return sureIf([core.of]);
    case 'if':
      return of(core.condition) === 'sure' ? worse(of(core.yes), of(core.no)) : 'open';
    case 'membership':
      return core.tests.every(isPlain)
        ? sureIf([core.of, ...core.tests.flatMap(partsOfTest)])
        : 'open';
    case 'arithmetic':
      return core.operator === '/' || core.operator === '**'
        ? 'open'
        : sureIf(core.left ? [core.left, core.right] : [core.right]);
    case 'call':
      return total.has(core.builtin) ? sureIf(argsOf(core)) : 'open';
    default:
      return 'open';
  }
}

/** Where absence says that there is none, nothing on file leaves it unknown. */
function doubtOfField({ absenceIsNone }: Field): Doubt {
  return absenceIsNone ? 'none' : 'open';
}

/** A table may have no row; what changes with time may have no value on the day. */
function doubtBehind(name: string, program: Program): Doubt {
  const reference = program.references.get(name);
  if (!reference || !isAlways(reference)) return 'open';
  switch (reference.kind) {
    case 'parameter':
      return 'sure';
    case 'definition':
      return reference.editions.map(({ is }) => doubtOf(is.core, program)).reduce(worse, 'sure');
    case 'table':
      return 'open';
  }
}

function worse(a: Doubt, b: Doubt): Doubt {
  if (a === 'open' || b === 'open') return 'open';
  return a === 'none' ? a : b;
}

/** A test of values, not of a condition with `?` in it. */
function isPlain({ kind }: TestCore): boolean {
  return kind === 'equal' || kind === 'compare' || kind === 'range' || kind === 'inside';
}

function argsOf({ args }: CallCore): readonly Core[] {
  return args.flatMap((arg) => arg ?? []);
}
