import type { Program } from '../program/ast.ts';
import type { Touch, Touched } from '../program/touched.ts';
import type { Wordbook } from '../words/messages/messages.ts';

/** What a change concerns, as data. */
export interface TouchedReport {
  readonly rules: readonly { readonly rule: string; readonly why: readonly Touch[] }[];
  /** Changed files on which no rule hangs. */
  readonly besides: readonly string[];
  /** How many rules were not run. */
  readonly leftOut: number;
}

/** @param asked - the rules that were run */
export function touchedReport(
  program: Program,
  { rules, besides }: Touched,
  asked: readonly string[],
): TouchedReport {
  return {
    rules: asked.map((rule) => ({ rule, why: rules.get(rule) ?? [] })),
    besides,
    leftOut: program.rules.length - asked.length,
  };
}

/** Each rule with why it was run, and what was left out. */
export function touchedText(
  { rules, besides, leftOut }: TouchedReport,
  { terms }: Wordbook,
): string {
  const lines = rules.map(
    ({ rule, why }) => `${rule} ${why.map(terms.touches).join(terms.semicolon)}`,
  );
  const rest = besides.map(terms.touchesNothing);
  return `${[...lines, ...rest, terms.touchedRules(rules.length, leftOut)].join('\n')}\n`;
}
