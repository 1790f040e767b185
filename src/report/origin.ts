import { sayIn, inLanguage } from '../base/language.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { Language } from '../base/language.ts';
import { inForce, type Program } from '../program/ast.ts';
import { referencesBehind } from '../program/walk.ts';
import { branchOf, type Layer } from '../rulebook/ast.ts';
import type { Words } from '../rulebook/files.ts';
import { lexiconIn } from '../feel/sentence/lexicon.ts';
import { wordbooks } from '../words/messages/messages.ts';

/**
 * Which rulebook asks what an outcome judges: the one asked for, or one it builds on with limits that it made stricter.
 *
 * @returns undefined where it is the rulebook that all others build on, and nothing of it was moved
 */
export function originOf(
  program: Program,
  outcome: Pick<Outcome, 'rule' | 'step' | 'day'>,
  language: Language,
): string | undefined {
  const { rulebook } = program;
  if (rulebook.layers.length < 2) return undefined;
  const { terms } = sayIn(wordbooks, language);
  const words = (given: Words) => inLanguage(given, language);
  const rule = program.rules.find(({ id }) => id === outcome.rule);
  const asking = branchAsking(program, outcome);
  if (asking) {
    const adds = rule?.rule.entry.data.adds;
    const more = adds === undefined ? '' : ` · ${terms.label.adds} ${adds}`;
    return `${words(asking.title)}${more}`;
  }
  if (!rule || outcome.day === null) return undefined;
  const { day } = outcome;
  const moved = [...referencesBehind(rule, program)].flatMap((reference) => {
    if (reference.kind !== 'parameter') return [];
    const branch = inForce(reference.editions, day)?.branch;
    return branch ? [terms.limitFrom(words(reference.title), words(branch))] : [];
  });
  return moved.length === 0 ? undefined : moved.join(lexiconIn(language).comma);
}

/** The rulebook whose rule or step it is; undefined for those of the rulebook that all others build on. */
export function branchAsking(
  { rulebook, rules, steps }: Program,
  outcome: Pick<Outcome, 'rule' | 'step'>,
): Layer | undefined {
  const entry =
    rules.find(({ id }) => id === outcome.rule)?.rule.entry ??
    steps.find(({ id }) => id === outcome.step)?.step.entry;
  return entry && branchOf(rulebook, entry.yaml.span);
}
