import { sayIn } from '../base/language.ts';
import { labelsIn } from '../words/manual.ts';
import {
  type CodeSet,
  type Dated,
  inForce,
  type Parameter,
  type Reference,
} from '../program/ast.ts';
import type { Limit, ParameterEntry, Span } from './model.ts';
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
      says: saysOf(reference, speaker),
      edition: edition && spanOf(edition),
    };
  });
}

function saysOf(reference: Reference | CodeSet, speaker: Speaker): string {
  switch (reference.kind) {
    case 'definition': {
      const edition = inForce(reference.editions, speaker.asOf);
      return edition ? speaker.withLimits(edition.is.core) : '';
    }
    case 'parameter': {
      const edition = inForce(reference.editions, speaker.asOf);
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
