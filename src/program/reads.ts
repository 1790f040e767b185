import type { Core } from '../feel/core.ts';
import type { Type } from '../feel/types.ts';
import type { Program, ProgramRule, Reference, Subject } from './ast.ts';
import { coresOf, partsOf, referencesIn } from './walk.ts';

/**
 * Names of the fields that rules judging files of a subject together may look at, at whatever depth, with those that
 * tell a file and its elements from others: a file without all other fields is judged by them as the whole file is.
 */
export function namesReadTogether(
  { rules, references }: Program,
  { type, file }: Subject,
): ReadonlySet<string> {
  const names = new Set([...file.id.split('.'), ...keysIn(type)]);
  for (const rule of rules) {
    if (!rule.group || rule.subject.type !== type) continue;
    const behind = [...referencesRead(rule, { references })].flatMap((one) => coresOf(one));
    for (const core of [...coresOfRule(rule), ...behind]) fieldNamesIn(core, names);
  }
  return names;
}

/** Every definition, parameter and table that a rule may evaluate, its finding and its waivers among it, through one another too. */
export function referencesRead(
  rule: ProgramRule,
  { references }: Pick<Program, 'references'>,
): ReadonlySet<Reference> {
  const met = new Set<Reference>();
  coresOfRule(rule).forEach(follow);
  return met;

  function follow(core: Core): void {
    for (const { name } of referencesIn(core)) {
      const reference = references.get(name);
      if (!reference || met.has(reference)) continue;
      met.add(reference);
      coresOf(reference).forEach(follow);
    }
  }
}

/** Everything that a rule may evaluate, its finding and its waivers among it. */
function coresOfRule({ group, each, editions, waivers }: ProgramRule): readonly Core[] {
  const ofEditions = editions.flatMap(({ asOf, when, require, lets, finding }) => {
    const texts = Object.values(finding).flat();
    return [
      ...lets,
      ...[asOf, when, require].flatMap((one) => one ?? []),
      ...texts.flatMap((part) => (typeof part === 'string' ? [] : part)),
    ].map(({ core }) => core);
  });
  const ofWaivers = waivers
    ? [waivers.list, waivers.concerns, ...waivers.terms.map(({ holds }) => holds)]
    : [];
  return [
    ...(group ? [group.by.core] : []),
    ...(each ? [each.list.core] : []),
    ...ofEditions,
    ...ofWaivers,
  ];
}

function fieldNamesIn(core: Core, to: Set<string>): void {
  if (core.kind === 'field') to.add(core.field.name);
  for (const part of partsOf(core)) fieldNamesIn(part, to);
}

/** The fields that tell elements of lists apart. */
function keysIn(type: Type): readonly string[] {
  if (type.kind === 'list') return keysIn(type.of);
  if (type.kind !== 'context') return [];
  return [...type.fields.values()].flatMap((field) => [
    ...(field.key === undefined ? [] : [field.key]),
    ...keysIn(field.type),
  ]);
}
