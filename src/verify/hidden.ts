import type { Diagnostic } from '../base/diagnostic.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import type { Core, FieldCore } from '../feel/core.ts';
import type { Program, ProgramRule, RuleEditionProgram } from '../program/ast.ts';
import { coresOf, partsOf } from '../program/walk.ts';
import { spanOf } from '../rulebook/ast.ts';
import { isForEmptiness, type Way, whenEmpty } from './emptied.ts';
import type { VerifyProblems } from './problems.ts';
import { type Roots, rootsReader } from './roots.ts';

type Found = Diagnostic<VerifyProblems>;

/** A list without which a rule does not apply, and the key of the rule that says so. */
interface Hiding {
  readonly way: Way;
  readonly key: 'each' | 'when';
  readonly edition: number;
}

/**
 * A rule that does not apply to a file with an empty list has another beside it that says when the list may not be empty.
 *
 * Else the file whose list was never filled in would be let through: its rules would all be not applicable.
 */
export function* hidden(program: Program, memory: Memory = noMemory): Generator<Found> {
  const demandsFor = demandsIn(program, memory);
  const demands = new Map<string, readonly ProgramRule[]>();
  for (const rule of program.rules) {
    const { data } = rule.rule.entry;
    if (data.status !== 'issued') continue;
    yield* memory.of('null guards', [rule], () => [...nullGuards(rule)]);
    if (data.companion) continue;
    const hidings = memory.of('hidings', [rule], () => hidingsOf(rule, program));
    for (const { way, key, edition } of hidings) {
      const path = way.join('.');
      const known = demands.get(path) ?? demandsFor(way);
      demands.set(path, known);
      const lacking = productsWithout(
        rule,
        known.filter((other) => other !== rule),
      );
      if (lacking.length === 0) continue;
      const keys = key === 'when' && !data.when ? ['editions', edition, 'when'] : [key];
      yield {
        code: 'verify/hidden',
        severity: 'warning',
        span: spanOf(rule.rule.entry, ...keys),
        params: { rule: rule.id, path, key, products: known.length > 0 ? lacking : [] },
      };
    }
  }
}

/** The lists of a rule that, empty, make it not applicable; not those of which the process itself says when they must be filled. */
function hidingsOf(rule: ProgramRule, program: Program): readonly Hiding[] {
  const { events, documents, waivers } = rule.subject.file;
  const own = [events?.list, documents?.list, waivers?.list];
  const found = new Map<string, Hiding>();
  const add = (hiding: Hiding) => {
    const path = hiding.way.join('.');
    if (!own.includes(path) && !found.has(path)) found.set(path, hiding);
  };
  if (rule.each) {
    const list = listOf(rule.each.list.core);
    const way = list && answers(list) ? undefined : list && wayTo(list);
    if (way) add({ way, key: 'each', edition: 0 });
  }
  for (const [index, edition] of rule.editions.entries()) {
    const { when } = edition;
    if (!when) continue;
    for (const list of listsIn(when.core, program, new Set())) {
      const way = answers(list) ? undefined : wayTo(list);
      if (way && whenEmpty(when, way, rule, edition, program) === false)
        add({ way, key: 'when', edition: index });
    }
  }
  return [...found.values()];
}

/** What tells the rules that a file with a list empty cannot pass. */
function demandsIn(program: Program, memory: Memory): (way: Way) => readonly ProgramRule[] {
  const rootsOf = rootsReader(program);
  const issued = program.rules
    .filter((rule) => rule.rule.entry.data.status === 'issued')
    .map((rule) => ({
      rule,
      // of a rule that does not read a list it is the same, whichever list is empty
      ...memory.of('demands', [rule], () => ({
        roots: rootsOfRule(rule, rootsOf),
        otherwise: isDemandedBy(rule, [], program),
      })),
    }));
  return (way) =>
    issued.flatMap(({ rule, roots, otherwise }) => {
      const reads = roots === 'all' || roots.has(way[0] ?? '');
      const from = [rule, way.join('.')];
      const is = reads
        ? memory.of('demands at', from, () => isDemandedBy(rule, way, program))
        : otherwise;
      return is ? [rule] : [];
    });
}

function rootsOfRule({ each, editions }: ProgramRule, rootsOf: (core: Core) => Roots): Roots {
  const expressions = editions.flatMap(({ asOf, when, require }) => [asOf, when, require]);
  const all = new Set<string>();
  for (const expression of [each?.list, ...expressions]) {
    const roots = expression && rootsOf(expression.core);
    if (roots === 'all') return roots;
    for (const name of roots ?? []) all.add(name);
  }
  return all;
}

function isDemandedBy(rule: ProgramRule, way: Way, program: Program): boolean {
  const list = rule.each && listOf(rule.each.list.core);
  // with no elements it says nothing at all
  if (list && wayTo(list)?.join('.') === way.join('.')) return false;
  return rule.editions.some((edition) => demands(rule, edition, way, program));
}

function demands(
  rule: ProgramRule,
  edition: RuleEditionProgram,
  way: Way,
  program: Program,
): boolean {
  const value = (expression: RuleEditionProgram['when']) =>
    expression && whenEmpty(expression, way, rule, edition, program);
  if (value(edition.when) === false) return false;
  const holds = value(edition.require);
  return holds === false || isForEmptiness(holds) || isForEmptiness(value(edition.asOf));
}

/** The products of a rule for which no other rule demands what it needs; `*` where it is for all. */
function productsWithout(rule: ProgramRule, others: readonly ProgramRule[]): readonly string[] {
  const { level, products } = rule.rule.entry.data;
  const strong = others
    .map((other) => other.rule.entry.data)
    .filter((other) => other.level === 'mandatory' || level !== 'mandatory');
  const wanted = products ?? ['*'];
  return wanted.filter(
    (product) => !strong.some((other) => other.products?.includes(product) ?? true),
  );
}

/** `x != null` as a condition of a field whose absence leaves it unknown: it cannot be false, and asks for nothing. */
function* nullGuards(rule: ProgramRule): Generator<Found> {
  for (const { when } of rule.editions) {
    for (const field of when ? nullTestsIn(when.core) : []) {
      if (field.field.absenceIsNone || !when) continue;
      yield {
        code: 'verify/null-guard',
        severity: 'warning',
        span: when.yaml.span,
        params: { rule: rule.id, path: wayTo(field)?.join('.') ?? field.field.name },
      };
    }
  }
}

function nullTestsIn(core: Core): readonly FieldCore[] {
  const inner = partsOf(core).flatMap(nullTestsIn);
  return core.kind === 'none' && core.of.kind === 'field' ? [core.of, ...inner] : inner;
}

function listsIn(core: Core, program: Program, seen: Set<string>): readonly FieldCore[] {
  const own = core.kind === 'field' && core.type.kind === 'list' ? [core] : [];
  const inner = partsOf(core).flatMap((part) => listsIn(part, program, seen));
  if (core.kind !== 'reference' || seen.has(core.name)) return [...own, ...inner];
  seen.add(core.name);
  const reference = program.references.get(core.name);
  const behind = (reference?.editions ?? []).flatMap((edition) =>
    reference ? coresOf(reference, edition) : [],
  );
  return [...own, ...inner, ...behind.flatMap((part) => listsIn(part, program, seen))];
}

/** The field that a list comes from, whole or in part. */
function listOf(core: Core): FieldCore | undefined {
  if (core.kind === 'filter') return listOf(core.list);
  return core.kind === 'field' ? core : undefined;
}

/** Whether an empty list, or none, says that there is nothing. */
function answers({ field }: FieldCore): boolean {
  return field.absenceIsNone || field.emptyIsNone === true;
}

/** The names from the file to a field; undefined for a field of an element of a list. */
function wayTo({ field, of }: FieldCore): Way | undefined {
  if (of.kind === 'file') return [field.name];
  const before = of.kind === 'field' ? wayTo(of) : undefined;
  return before && [...before, field.name];
}
