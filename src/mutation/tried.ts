import { dossiersOf, judgedCase } from '../cases/run.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Dated, Program, ProgramRule, Reference } from '../program/ast.ts';
import { coresThatJudge } from '../program/reads.ts';
import { coresOf, referencesIn, referencesRead } from '../program/walk.ts';
import type { CaseFile } from '../rulebook/files.ts';
import { provedTable } from '../verify/tables.ts';
import { type Mutant, mutantsOfReference, mutantsOfRule } from './mutants.ts';

/** What became of a mutant. */
export type Fate =
  /** A case no longer comes to what it says. */
  | 'noticed'
  /** No case tells it from the rulebook. */
  | 'survived'
  /** It is proved that no file ever could. */
  | 'equivalent'
  /** `lint` would refuse it: a table with a gap or an overlap. */
  | 'refused';

export interface Tried extends Mutant {
  /** The rule, definition, parameter or table that was changed. */
  readonly of: string;
  readonly fate: Fate;
}

/** A rulebook in which one thing is written otherwise. */
export interface Altered {
  readonly mutant: Mutant;
  /** The rule, definition, parameter or table that was changed. */
  readonly of: string;
  readonly program: Program;
  /** The same rule as it is there. */
  readonly ruleOf: (rule: ProgramRule) => ProgramRule;
  /** The rules whose cases may notice it. */
  readonly readers: readonly ProgramRule[];
}

/** A case whose files are read, and that comes to what it says. */
export interface Ready {
  readonly case: CaseFile;
  readonly index: number;
  readonly dossiers: readonly Dossier[];
  /** Names of what was read for it; undefined where that is not known. */
  readonly read: ReadonlySet<string> | undefined;
}

export interface Trier {
  /** What becomes of every mutant of a rule, definition, parameter or table. */
  readonly tried: (name: string) => readonly (Tried & { readonly altered: Altered })[];
  readonly casesOf: (rule: ProgramRule) => readonly Ready[];
}

/** Tries mutants on the cases of the rules that read what was changed. */
export function trierOf(program: Program): Trier {
  const readers = readersIn(program);
  const ready = new Map<ProgramRule, readonly Ready[]>();
  const rules = new Map(program.rules.map((rule) => [rule.id, rule]));
  const askedOn = askedOnOtherDays(program);
  const resting = new Map<Reference, ReadonlySet<string>>();
  return {
    tried: (name) =>
      alteredAt(name).map(([altered, reference]) => {
        const fate = isNoticed(altered) ? 'noticed' : unnoticed(altered, reference);
        return { ...altered.mutant, of: name, fate, altered };
      }),
    casesOf,
  };

  function alteredAt(name: string): readonly (readonly [Altered, Reference | undefined])[] {
    const rule = rules.get(name);
    if (rule)
      return [...mutantsOfRule(rule)].map(({ rule: other, ...mutant }) => {
        const ruleOf = (one: ProgramRule) => (one === rule ? other : one);
        return [{ mutant, of: name, program, ruleOf, readers: [rule] }, undefined];
      });
    const reference = program.references.get(name);
    if (!reference) return [];
    return [...mutantsOfReference(reference, program)].map(({ reference: other, ...mutant }) => {
      const references = new Map(program.references).set(name, other);
      const altered: Altered = {
        mutant,
        of: name,
        program: { ...program, references },
        ruleOf: (one) => one,
        readers: readers.get(name) ?? [],
      };
      return [altered, other];
    });
  }

  function isNoticed({ of, program: other, ruleOf, readers: own }: Altered): boolean {
    return own.some((rule) =>
      casesOf(rule).some(
        ({ case: one, dossiers, read }) =>
          (of === rule.id || read?.has(of) !== false) &&
          !judgedCase(other, ruleOf(rule), one, dossiers).agreed,
      ),
    );
  }

  function unnoticed(
    { mutant: { isEquivalent, days }, readers: own }: Altered,
    reference: Reference | undefined,
  ): Fate {
    const isAsked =
      !reference || !days || isAskedAnyDay(reference) || own.some((rule) => isInForce(rule, days));
    if (isEquivalent || !isAsked) return 'equivalent';
    if (reference?.kind !== 'table') return 'survived';
    const found = provedTable(reference, program);
    return found.some(({ severity }) => severity === 'error') ? 'refused' : 'survived';
  }

  /** Whether it, or what rests on it, is asked on another day than that which governs. */
  function isAskedAnyDay({ name }: Reference): boolean {
    for (const other of askedOn) if (other.name === name || behind(other).has(name)) return true;
    return false;
  }

  function behind(reference: Reference): ReadonlySet<string> {
    const known = resting.get(reference);
    if (known) return known;
    const made = new Set([...referencesRead(coresOf(reference), program)].map(({ name }) => name));
    resting.set(reference, made);
    return made;
  }

  function casesOf(rule: ProgramRule): readonly Ready[] {
    const known = ready.get(rule);
    if (known) return known;
    const { cases: entry } = rule.rule;
    const made = (entry?.data.cases ?? []).flatMap((one, index): readonly Ready[] => {
      const dossiers = entry && dossiersOf(program, rule, entry, one, index);
      if (!dossiers) return [];
      const { agreed, session } = judgedCase(program, rule, one, dossiers);
      if (!agreed) return [];
      const names = session && [...session.remembered.keys()].map((key) => key.split('@')[0] ?? '');
      return [{ case: one, index, dossiers, read: rule.group ? undefined : new Set(names) }];
    });
    ready.set(rule, made);
    return made;
  }
}

/** Whether a rule has an edition on one of these days. */
function isInForce({ editions }: ProgramRule, { from, until }: Dated): boolean {
  return editions.some(
    (one) =>
      (until === undefined || one.from <= until) && (one.until === undefined || from <= one.until),
  );
}

/** Definitions, parameters and tables that something asks on a day of its own. */
function askedOnOtherDays(program: Program): ReadonlySet<Reference> {
  const cores = [
    ...program.rules.flatMap(coresThatJudge),
    ...[...program.references.values()].flatMap((reference) => coresOf(reference)),
  ];
  return new Set(
    cores
      .flatMap(referencesIn)
      .flatMap(({ name, on }) => (on ? (program.references.get(name) ?? []) : [])),
  );
}

/** Which rules rest on each definition, parameter and table. */
export function readersIn(program: Program): ReadonlyMap<string, readonly ProgramRule[]> {
  const readers = new Map<string, ProgramRule[]>();
  for (const rule of program.rules)
    for (const { name } of referencesRead(coresThatJudge(rule), program)) {
      const known = readers.get(name) ?? [];
      known.push(rule);
      readers.set(name, known);
    }
  return readers;
}

/** Some rules, and all that they rest on; each once, rules first. */
export function namesToMutate(program: Program, ids: readonly string[]): readonly string[] {
  const asked = new Set(ids);
  const cores = program.rules.filter(({ id }) => asked.has(id)).flatMap(coresThatJudge);
  return [...ids, ...[...referencesRead(cores, program)].map(({ name }) => name).toSorted()];
}
