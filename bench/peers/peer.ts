import type { Plain } from '../dossier/generate.ts';
import { type Verdict, verdicts } from '../rules/rule.ts';
import type { Truth } from '../rules/truth.ts';
import type { Expression } from './expression.ts';

/** A rule as other engines get it. */
export interface PeerRule {
  readonly id: string;
  readonly when: Expression | undefined;
  readonly require: Expression;
}

/** Another engine with rules in its own form, ready to run. */
export interface Peer {
  readonly name: string;
  /** How it was used, and what we had to add. */
  readonly note: string;
  /** For each rule, whether the engine can say it. */
  readonly expressed: readonly boolean[];
  /** The file in the form the engine reads, made before any time is taken. */
  readonly inputOf: (plain: Plain) => unknown;
  /** The verdicts of the rules at these places, in their order. */
  readonly runner: (places: readonly number[]) => Runner;
}

export type Runner = (input: unknown) => readonly Verdict[] | Promise<readonly Verdict[]>;

/** Thrown by a translator for what its engine has no words for. */
export class Inexpressible extends Error {
  override readonly name = 'Inexpressible';
}

export function inexpressible(what: string): never {
  throw new Inexpressible(what);
}

/** The translation; undefined where the engine cannot say it. */
export function attempt<T>(translate: () => T): T | undefined {
  try {
    return translate();
  } catch (thrown) {
    if (thrown instanceof Inexpressible) return undefined;
    throw thrown;
  }
}

/** What an engine gave for a condition: anything but true and false is unknown. */
export function truthOf(value: unknown): Truth {
  return typeof value === 'boolean' ? value : undefined;
}

export function unknownFor(count: number): readonly Verdict[] {
  return Array.from({ length: count }, () => verdicts.unknown);
}
