import { partsOf, partsOfTest } from '../feel/parts.ts';
import type { CodesCore, Core, ReferenceCore } from '../feel/core.ts';
import type { CodeSet, Dated, Parameter, Program, ProgramRule, Reference } from './ast.ts';

export { partsOf, partsOfTest } from '../feel/parts.ts';

/** Every definition, parameter and table that an expression names itself. */
export function referencesIn(core: Core): readonly ReferenceCore[] {
  const own = core.kind === 'reference' ? [core] : [];
  return [...own, ...partsOf(core).flatMap(referencesIn)];
}

/** Every code set that an expression asks itself. */
export function codesAskedIn(core: Core): readonly CodesCore[] {
  const own = core.kind === 'codes' ? [core] : [];
  return [...own, ...partsOf(core).flatMap(codesAskedIn)];
}

/** Whether it asks the calendar itself. */
export function countsWorkingDays(core: Core): boolean {
  return core.kind === 'call' && core.builtin.includes('working day');
}

/** Every definition, parameter and table that expressions rest on, in reading order, each before what it rests on itself. */
export function referencesRead(
  cores: readonly Core[],
  { references }: Pick<Program, 'references'>,
): ReadonlySet<Reference> {
  const met = new Set<Reference>();
  cores.forEach(follow);
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

/** The parameters among them. */
export function parametersRead(
  cores: readonly Core[],
  program: Pick<Program, 'references'>,
): readonly Parameter[] {
  return [...referencesRead(cores, program)].filter((one) => one.kind === 'parameter');
}

/** Every definition, parameter and table behind what a rule asks. */
export function referencesBehind(rule: ProgramRule, program: Program): ReadonlySet<Reference> {
  return referencesRead(askedBy(rule), program);
}

/** Every code set that expressions rest on, through definitions and tables too, in the order they are met. */
export function codeSetsRead(
  cores: readonly Core[],
  { references, codeSets }: Pick<Program, 'references' | 'codeSets'>,
): readonly CodeSet[] {
  const met = new Set<CodeSet>();
  const followed = new Set<Reference>();
  cores.forEach(follow);
  return [...met];

  function follow(core: Core): void {
    for (const { name } of codesAskedIn(core)) {
      const set = codeSets.get(name);
      if (set) met.add(set);
    }
    for (const { name } of referencesIn(core)) {
      const reference = references.get(name);
      if (!reference || followed.has(reference)) continue;
      followed.add(reference);
      coresOf(reference).forEach(follow);
    }
  }
}

/** Every code set behind what a rule asks. */
export function codeSetsBehind(rule: ProgramRule, program: Program): readonly CodeSet[] {
  return codeSetsRead(askedBy(rule), program);
}

/** When a rule applies and what it requires, in all of its editions. */
function askedBy({ editions }: ProgramRule): readonly Core[] {
  return editions.flatMap(({ when, require }) =>
    [when, require].flatMap((expression) => expression?.core ?? []),
  );
}

/** What a definition or table reads: in one edition, or in all of them. */
export function coresOf(reference: Reference, edition?: Dated): readonly Core[] {
  const counts = (one: Dated) => edition === undefined || one === edition;
  switch (reference.kind) {
    case 'definition':
      return reference.editions.filter(counts).map(({ is }) => is.core);
    case 'parameter':
      return [];
    case 'table': {
      const rows = reference.editions.filter(counts).flatMap((one) => one.rows);
      return [
        ...reference.inputs.map(({ core }) => core),
        ...rows.flatMap(({ cells }) => cells.flatMap(({ tests }) => tests.flatMap(partsOfTest))),
        ...rows.flatMap(({ outputs }) => outputs.flatMap((output) => output?.core ?? [])),
      ];
    }
  }
}
