import type { Core } from '../feel/core.ts';
import type { Type } from '../feel/types.ts';
import type { CodeSet, Program, ProgramRule, Reference, Subject } from './ast.ts';
import { codeSetsRead, coresOf, countsWorkingDays, partsOf, referencesRead } from './walk.ts';

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
    const own = coresOfRule(rule);
    const behind = [...referencesRead(own, { references })].flatMap((one) => coresOf(one));
    for (const core of [...own, ...behind]) fieldNamesIn(core, names);
  }
  return names;
}

/** What expressions mention, through definitions and tables too. */
export interface Mentioned {
  readonly references: ReadonlySet<Reference>;
  readonly codeSets: readonly CodeSet[];
  /** By name. */
  readonly fields: ReadonlySet<string>;
  readonly texts: ReadonlySet<string>;
  /** Rules whose outcome is asked. */
  readonly rules: ReadonlySet<string>;
  /** Whether working days are counted. */
  readonly isByCalendar: boolean;
}

export function mentionedBy(cores: readonly Core[], program: Program): Mentioned {
  const references = referencesRead(cores, program);
  const [fields, texts, rules] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let isByCalendar = false;
  [...cores, ...[...references].flatMap((one) => coresOf(one))].forEach(visit);
  return {
    references,
    codeSets: codeSetsRead(cores, program),
    fields,
    texts,
    rules,
    isByCalendar,
  };

  function visit(core: Core): void {
    if (core.kind === 'field') fields.add(core.field.name);
    if (core.kind === 'constant' && typeof core.value === 'string') texts.add(core.value);
    if (core.kind === 'outcome') rules.add(core.rule);
    if (countsWorkingDays(core)) isByCalendar = true;
    partsOf(core).forEach(visit);
  }
}

/**
 * What asks the outcome of a rule that changes changes with it, and what asks its own in turn.
 *
 * @param asks - whether one asks the outcome of another
 * @returns each of those, with the rules that it asks
 */
export function askersOf(
  changed: Iterable<string>,
  ids: readonly string[],
  asks: (id: string, other: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const reached = new Set(changed);
  const found = new Map<string, readonly string[]>();
  for (let size = -1; size !== reached.size;) {
    size = reached.size;
    for (const id of ids) {
      const asked = reached.has(id) ? [] : [...reached].filter((other) => asks(id, other));
      if (asked.length === 0) continue;
      reached.add(id);
      found.set(id, asked);
    }
  }
  return found;
}

/** Everything that a rule may evaluate, its finding and its waivers among it. */
export function coresOfRule({ group, each, editions, waivers }: ProgramRule): readonly Core[] {
  const ofEditions = editions.flatMap(({ asOf, when, require, lets, finding }) => {
    const texts = Object.values(finding).flat();
    return [
      ...lets,
      ...[asOf, when, require].flatMap((one) => one ?? []),
      ...texts.flatMap((part) => (typeof part === 'string' ? [] : part)),
    ].map(({ core }) => core);
  });
  return [...coresOfElements({ group, each }), ...ofEditions, ...coresOfWaivers({ waivers })];
}

/** What decides the outcome of a rule: its finding and its waivers do not. */
export function coresThatJudge({ group, each, editions }: ProgramRule): readonly Core[] {
  return [
    ...coresOfElements({ group, each }),
    ...editions.flatMap(({ asOf, when, require, lets }) => [
      ...lets.map(({ core }) => core),
      ...[asOf, when, require].flatMap((one) => one?.core ?? []),
    ]),
  ];
}

/** What decides which waivers of a rule hold. */
export function coresOfWaivers({ waivers }: Pick<ProgramRule, 'waivers'>): readonly Core[] {
  if (!waivers) return [];
  return [waivers.list, waivers.concerns, ...waivers.terms.map(({ holds }) => holds)];
}

function coresOfElements({ group, each }: Pick<ProgramRule, 'group' | 'each'>): readonly Core[] {
  return [...(group ? [group.by.core] : []), ...(each ? [each.list.core] : [])];
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
