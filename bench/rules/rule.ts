import type { LoanFile } from '../dossier/record.ts';
import type { Truth } from './truth.ts';

/** One rule twice: as the text a bank would write, and as the JavaScript a programmer would write for it. */
export interface BenchRule {
  readonly id: string;
  /** FEEL: when it applies; always without it. */
  readonly when?: string;
  /** FEEL: what it requires. */
  readonly require: string;
  readonly byHand: ByHand;
}

/** undefined when what the file holds does not settle it. */
export type Condition = (file: LoanFile) => Truth;
export type ByHand = { readonly when?: Condition; readonly require: Condition };

export function rule(id: string, require: string, byHand: Condition): BenchRule {
  return { id, require, byHand: { require: byHand } };
}

export function ruleWhen(id: string, when: readonly [string, Condition], require: readonly [string, Condition]): BenchRule {
  return { id, when: when[0], require: require[0], byHand: { when: when[1], require: require[1] } };
}

/** What a rule says of a file, as small numbers that compare fast. */
export const verdicts = { fail: 0, pass: 1, unknown: 2, notApplicable: 3 } as const;
export type Verdict = (typeof verdicts)[keyof typeof verdicts];

/** The verdict of a rule's two conditions; `applies` is true for a rule without `when`. */
export function verdictOf(applies: Truth, holds: Truth): Verdict {
  if (applies === false) return verdicts.notApplicable;
  if (applies === undefined || holds === undefined) return verdicts.unknown;
  return holds ? verdicts.pass : verdicts.fail;
}

/** What the JavaScript written by hand says of a file, written into `told` in the order of the rules. */
export function handJudge(rules: readonly BenchRule[]): (file: LoanFile, told: Uint8Array) => void {
  const whens = rules.map(({ byHand }) => byHand.when);
  const requires = rules.map(({ byHand }) => byHand.require);
  return (file, told) => {
    for (let index = 0; index < requires.length; index += 1) {
      const when = whens[index];
      told[index] = verdictOf(when === undefined ? true : when(file), requires[index]?.(file));
    }
  };
}
