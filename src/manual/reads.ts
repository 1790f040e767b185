import { sayIn } from '../base/language.ts';
import { labelsIn } from '../words/manual.ts';
import {
  type CodeSet,
  type Dated,
  inForce,
  type Parameter,
  type Reference,
} from '../program/ast.ts';
import type { Coming, Limit, ParameterEntry, Span } from './model.ts';
import type { Speaker } from './speaker.ts';

/** What each says on the day of the manual. */
export function limitsOf(
  references: readonly (Reference | CodeSet)[],
  speaker: Speaker,
): readonly Limit[] {
  return references.map((reference) => {
    const edition = inForce<Dated>(reference.editions, speaker.asOf);
    return {
      id: reference.name,
      kind: reference.kind,
      title: speaker.words(reference.title) || reference.name,
      says: saysOf(reference, speaker.asOf, speaker),
      edition: edition && spanOf(edition),
      isSettled:
        reference.kind === 'definition' &&
        reference.editions.length === 1 &&
        edition?.until === undefined,
    };
  });
}

/** What is settled and begins after the day of the manual, the nearest first. */
export function comingOf(
  references: readonly (Reference | CodeSet)[],
  speaker: Speaker,
): readonly Coming[] {
  return references
    .flatMap((reference) =>
      reference.editions.flatMap(({ from }, index, all) => {
        const says = saysOf(reference, from, speaker);
        const before = all[index - 1]?.from;
        const isSame =
          before !== undefined && says !== '' && says === saysOf(reference, before, speaker);
        if (from <= speaker.asOf || isSame) return [];
        const title = speaker.words(reference.title) || reference.name;
        return [{ id: reference.name, kind: reference.kind, title, says, from }];
      }),
    )
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function saysOf(reference: Reference | CodeSet, day: string, speaker: Speaker): string {
  switch (reference.kind) {
    case 'definition': {
      const edition = inForce(reference.editions, day);
      return edition ? speaker.means(edition.is.core) : '';
    }
    case 'parameter': {
      const edition = inForce(reference.editions, day);
      return edition ? valueOf(reference, edition, speaker) : '';
    }
    case 'table':
    case 'codes':
      return '';
  }
}

export function spanOf({ from, until }: { readonly from: string; readonly until?: string }): Span {
  return { from, until };
}

/** Every value that a parameter had, oldest first. */
export function valuesOf(
  parameter: Parameter,
  speaker: Speaker,
): readonly (Span & {
  readonly value: string;
  readonly inForce: boolean;
  readonly basis: readonly string[];
})[] {
  const current = inForce(parameter.editions, speaker.asOf);
  return parameter.editions.map((edition) => ({
    ...spanOf(edition),
    value: valueOf(parameter, edition, speaker),
    inForce: edition === current,
    basis: edition.basis,
  }));
}

/** A value, with the rulebook that made it stricter where one did. */
function valueOf(
  parameter: Parameter,
  { value, branch }: Parameter['editions'][number],
  speaker: Speaker,
): string {
  const says = speaker.value(parameter, value);
  if (!branch) return says;
  return says + sayIn(labelsIn, speaker.language).brackets(speaker.words(branch));
}

export type ParametersById = ReadonlyMap<string, ParameterEntry>;
