import { askedOnDays, dossiersOf, judgedCase } from '../cases/run.ts';
import type { Dossier } from '../dossier/dossier.ts';
import {
  type Dated,
  inForce,
  type Program,
  type ProgramRule,
  type Reference,
} from '../program/ast.ts';
import { coresThatJudge } from '../program/reads.ts';
import { coresOf, referencesIn, referencesRead } from '../program/walk.ts';
import type { CaseFile } from '../rulebook/files.ts';
import { provedTable } from '../verify/tables.ts';
import { type Mutant, mutantsOfReference, mutantsOfRule, type Proof } from './mutants.ts';
import { type Unnoticed, whyUnnoticed } from './reasons.ts';

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

/** What became of a mutant, and how that is known. */
export interface Became {
  readonly fate: Fate;
  /** Of an equivalent one. */
  readonly proved?: Proof;
}

export interface Tried extends Mutant, Became {
  /** The rule, definition, parameter or table that was changed. */
  readonly of: string;
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
  /** The governing days on which it may tell; all where it is absent. */
  readonly days?: Dated;
}

/** A case whose files are read, and that comes to what it says. */
export interface Ready {
  readonly case: CaseFile;
  /** The other day that it is asked on; undefined for its own. */
  readonly day: string | undefined;
  readonly index: number;
  readonly dossiers: readonly Dossier[];
  /** Names of what was read for it; undefined where that is not known. */
  readonly read: ReadonlySet<string> | undefined;
}

export interface Trier {
  /** What becomes of every mutant of a rule, definition, parameter or table. */
  readonly tried: (name: string) => readonly (Tried & { readonly altered: Altered })[];
  /** The same before they are tried. */
  readonly altered: (name: string) => readonly Altered[];
  readonly casesOf: (rule: ProgramRule) => readonly Ready[];
  /** Why no case notices one that survived. */
  readonly why: (altered: Altered) => Unnoticed;
}

/** Cases whose files are held: to read one again costs about what it costs to judge it by one mutant more. */
const atOnce = 1000;

/** Tries mutants on the cases of the rules that read what was changed. */
export function trierOf(program: Program): Trier {
  const readers = readersIn(program);
  const ready = readyLast(atOnce);
  const rules = new Map(program.rules.map((rule) => [rule.id, rule]));
  const askedOn = askedOnOtherDays(program);
  const resting = new Map<Reference, ReadonlySet<string>>();
  return {
    tried: (name) => {
      const all = alteredAt(name);
      const noticed = noticedOf(all);
      return all.map(([altered, reference]) => {
        const became = noticed.has(altered)
          ? ({ fate: 'noticed' } as const)
          : become(altered, reference);
        return { ...altered.mutant, of: name, ...became, altered };
      });
    },
    altered: (name) => alteredAt(name).map(([altered]) => altered),
    casesOf,
    why: whyUnnoticed(program, casesOf),
  };

  function alteredAt(name: string): readonly (readonly [Altered, Reference | undefined])[] {
    const rule = rules.get(name);
    if (rule)
      return [...mutantsOfRule(rule)].map(({ rule: other, ...mutant }) => {
        const ruleOf = (one: ProgramRule) => (one === rule ? other : one);
        const { days } = mutant;
        const altered: Altered = { mutant, of: name, program, ruleOf, readers: [rule] };
        return [days ? { ...altered, days } : altered, undefined];
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
        ...(mutant.days && !isAskedAnyDay(reference) && { days: mutant.days }),
      };
      return [altered, other];
    });
  }

  /** One rule after the other, so that its files are read once for all that is tried on them. */
  function noticedOf(all: ReturnType<typeof alteredAt>): ReadonlySet<Altered> {
    const noticed = new Set<Altered>();
    for (const rule of all[0]?.[0].readers ?? [])
      for (const [altered, reference] of all)
        if (!noticed.has(altered) && isNoticedBy(rule, altered, reference)) noticed.add(altered);
    return noticed;
  }

  function isNoticedBy(
    rule: ProgramRule,
    { days, of, program: other, ruleOf }: Altered,
    reference: Reference | undefined,
  ): boolean {
    const isRemembered = reference !== undefined && isRememberedByName(reference);
    return casesOf(rule).some(
      ({ case: one, day, dossiers, read }) =>
        !(isRemembered && read?.has(of) === false) &&
        !(days && day !== undefined && !inForce([days], day)) &&
        !judgedCase(other, ruleOf(rule), one, dossiers, { asOf: day }).agreed,
    );
  }

  /** One that no case notices. */
  function become(altered: Altered, reference: Reference | undefined): Became {
    const { days, readers: own } = altered;
    const { proved } = altered.mutant;
    if (proved) return { fate: 'equivalent', proved };
    const isAsked = !reference || !days || own.some((rule) => isInForce(rule, days));
    if (!isAsked) return { fate: 'equivalent', proved: 'not-in-force' };
    const isRefused =
      reference?.kind === 'table' &&
      provedTable(reference, program).some(({ severity }) => severity === 'error');
    return isRefused ? { fate: 'refused' } : { fate: 'survived' };
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
    return ready(rule, () => readyOf(rule));
  }

  function readyOf(rule: ProgramRule): readonly Ready[] {
    const { cases: entry } = rule.rule;
    return (entry?.data.cases ?? []).flatMap((one, index): readonly Ready[] => {
      const dossiers = entry && dossiersOf(program, rule, entry, one, index);
      if (!dossiers) return [];
      return askedOnDays(one).flatMap(({ case: own, day }): readonly Ready[] => {
        const { agreed, session } = judgedCase(program, rule, own, dossiers, { asOf: day });
        if (!agreed) return [];
        const names =
          session && [...session.remembered.keys()].map((key) => key.split('@')[0] ?? '');
        const read = rule.group ? undefined : new Set(names);
        return [{ case: own, day, index, dossiers, read }];
      });
    });
  }
}

/** The cases of rules, made once, until those of so many others were asked for since. */
function readyLast(limit: number) {
  const known = new Map<ProgramRule, readonly Ready[]>();
  let held = 0;
  return (rule: ProgramRule, make: () => readonly Ready[]): readonly Ready[] => {
    const list = known.get(rule) ?? make();
    held += known.delete(rule) ? 0 : list.length;
    // the oldest come first
    for (const [old, { length }] of known) {
      if (held <= limit) break;
      known.delete(old);
      held -= length;
    }
    known.set(rule, list);
    return list;
  };
}

/** What takes arguments, or reads a row, comes to something else each time: a session does not keep it by its name. */
function isRememberedByName(reference: Reference): boolean {
  return reference.kind === 'parameter' || (reference.takes.length === 0 && !reference.row);
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
function readersIn(program: Program): ReadonlyMap<string, readonly ProgramRule[]> {
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
