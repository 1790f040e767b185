import type { Diagnostic } from '../base/diagnostic.ts';
import type { Core, FieldCore } from '../feel/core.ts';
import type { Program, ProgramRule, RuleEditionProgram } from '../program/ast.ts';
import { coresOf, partsOf } from '../program/walk.ts';
import { spanOf } from '../rulebook/ast.ts';
import { isForEmptiness, type Way, type WhenEmpty, whenEmptyIn } from './emptied.ts';
import type { VerifyProblems } from './problems.ts';

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
export function* hidden(program: Program): Generator<Found> {
  const whenEmpty = whenEmptyIn(program);
  const demands = new Map<string, readonly ProgramRule[]>();
  for (const rule of program.rules) {
    const { data } = rule.rule.entry;
    if (data.status !== 'issued') continue;
    yield* nullGuards(rule);
    if (data.companion) continue;
    for (const { way, key, edition } of hidingsOf(rule, program, whenEmpty)) {
      const path = way.join('.');
      const known = demands.get(path) ?? demandsFor(way, program, whenEmpty);
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
function hidingsOf(rule: ProgramRule, program: Program, whenEmpty: WhenEmpty): readonly Hiding[] {
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
      if (way && whenEmpty(when, way, rule, edition) === false)
        add({ way, key: 'when', edition: index });
    }
  }
  return [...found.values()];
}

/** The rules that a file with this list empty cannot pass. */
function demandsFor(way: Way, program: Program, whenEmpty: WhenEmpty): readonly ProgramRule[] {
  return program.rules.filter((rule) => {
    if (rule.rule.entry.data.status !== 'issued') return false;
    const list = rule.each && listOf(rule.each.list.core);
    // with no elements it says nothing at all
    if (list && wayTo(list)?.join('.') === way.join('.')) return false;
    return rule.editions.some((edition) => demands(rule, edition, way, whenEmpty));
  });
}

function demands(
  rule: ProgramRule,
  edition: RuleEditionProgram,
  way: Way,
  whenEmpty: WhenEmpty,
): boolean {
  const value = (expression: RuleEditionProgram['when']) =>
    expression && whenEmpty(expression, way, rule, edition);
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
