import type { Language } from '../base/language.ts';
import type { Facet, ProcessRule, Program } from '../program/ast.ts';
import { isProcess } from './judging.ts';
import { type Affected, affectedBetween } from './affected.ts';
import { type Change, changesBetween } from './changes.ts';
import { compareRules, type Effect, effectOf, type Evidence } from './evidence.ts';
import { type SchemaChange, schemaChanges } from './schemas.ts';
import { type Side, sideOf } from './side.ts';
import { type Step, type VersionCall, versionCall } from './version.ts';

/** A rulebook that was read, and the digest of its texts. */
export interface Read {
  readonly program: Program;
  readonly digest: string;
}

/** A rule of which a verdict may change, and which way. */
export interface RuleDiff extends Affected {
  readonly evidence: Evidence;
  readonly effect: Effect;
  /** The changes that reach it: its own, and those of what it reads. */
  readonly by: readonly Change[];
}

/** What one rulebook says otherwise than another. */
export interface RulebookDiff {
  readonly old: Side;
  readonly now: Side;
  /** ISO: an edition of an earlier day that differs is a correction. */
  readonly asOf: string;
  readonly languages: readonly Language[];
  readonly changes: readonly Change[];
  readonly schemas: readonly SchemaChange[];
  readonly rules: readonly RuleDiff[];
  readonly version: VersionCall;
}

export function diffOf(
  before: Read,
  after: Read,
  { languages, asOf }: { readonly languages: readonly Language[]; readonly asOf: string },
): RulebookDiff {
  const old = sideOf(before.program, before.digest, languages, asOf);
  const now = sideOf(after.program, after.digest, languages, asOf);
  const found = changesBetween(old, now, asOf);
  const schemas = schemaChanges(old.program, now.program);
  const reaching = affectedBetween(old, now).map(
    (one) => [one, changesBehind(one, found)] as const,
  );
  const reached = new Set(reaching.flatMap(([, by]) => by));
  // what no rule reads no verdict hangs on
  const changes = found.map((change): Change =>
    reached.has(change) ? change : { ...change, weight: 'words' },
  );
  const places = new Map(found.map((change, index) => [change, index]));
  const rules = reaching.map(([one, by]): RuleDiff => {
    const evidence = compareRules(one, old, now);
    const own = by.flatMap((change) => changes[places.get(change) ?? -1] ?? []);
    return { ...one, evidence, effect: effectOf(evidence), by: own };
  });
  const [from, to] = [old, now].map(({ program }) => versionOf(program));
  const calls = callOf(changes, schemas, rules);
  return {
    old,
    now,
    asOf,
    languages,
    changes,
    schemas,
    rules,
    version: versionCall(from ?? '', to ?? '', calls),
  };
}

/** The changes by which a rule may judge otherwise. */
function changesBehind(
  { id, rule, isItself, via }: Affected,
  changes: readonly Change[],
): readonly Change[] {
  const keys = new Set([...via, ...(isItself ? [`rule ${id}`] : [])]);
  const read = changes.filter(({ key, weight }) => weight === 'verdict' && keys.has(key));
  return [...read, ...(isItself ? around(rule, changes) : [])];
}

/** The changes of what is around a rule: what its stage waits for, and of what a step asks the steps. */
function around(rule: Affected['rule'], changes: readonly Change[]): readonly Change[] {
  if (isProcess(rule)) return ofSteps(rule, changes);
  return changes.filter(
    ({ thing, id, part }) => thing === 'stage' && id === rule.rule.stage && part === 'onlyAfter',
  );
}

/** The changes of steps that reach what one of them asks: its own, and what it asks of the others. */
function ofSteps({ step, facet }: ProcessRule, changes: readonly Change[]): readonly Change[] {
  return changes.filter(
    ({ thing, id, weight, part = '' }) =>
      (thing === 'step' &&
        weight === 'verdict' &&
        (id === step.id || askedOfOthers[facet].includes(part))) ||
      (thing === 'stage' && part === 'steps') ||
      (facet === 'separation' && thing === 'incompatible' && weight === 'verdict'),
  );
}

/** What a step asks of other steps by each of its facets. */
const askedOfOthers: Readonly<Record<Facet, readonly string[]>> = {
  order: ['events', 'when', 'after'],
  time: ['events'],
  post: [],
  separation: ['events', 'posts'],
  documents: [],
  gate: ['gate', 'events', 'when'],
};

function callOf(
  changes: readonly Change[],
  schemas: readonly SchemaChange[],
  rules: readonly RuleDiff[],
): Step {
  if (schemas.some(({ does }) => does === 'breaks')) return 'major';
  if (rules.length > 0) return 'minor';
  const told = changes.filter(({ part }) => part !== 'version');
  return told.length + schemas.length > 0 ? 'patch' : 'none';
}

/** Of the rulebook itself, not of those that it builds on. */
export function versionOf({ rulebook }: Program): string {
  return rulebook.layers.at(-1)?.version ?? rulebook.manifest.data.version;
}

export function idOf({ rulebook }: Program): string {
  return rulebook.layers.at(-1)?.id ?? rulebook.manifest.data.id;
}
