import type { Diagnostic } from '../base/diagnostic.ts';
import type { Language } from '../base/language.ts';
import type { Memory } from '../base/memory.ts';
import type { Parameter, Program, ProgramRule, ProgramStep } from '../program/ast.ts';
import { isTrivial } from '../program/decided.ts';
import { coresOfRule } from '../program/reads.ts';
import { parameterOf } from '../program/step-limits.ts';
import { parametersRead } from '../program/walk.ts';
import { type Entry, spanOf } from '../rulebook/ast.ts';
import { isAmong } from '../rulebook/figures.ts';
import { spanWithin, type YamlMap, type YamlText } from '../yaml/tree.ts';
import { type Amount, amountsIn } from './amounts.ts';
import type { VerifyProblems } from './problems.ts';

type Found = Diagnostic<VerifyProblems, 'verify/number-in-prose'>;

/**
 * No text of a rule, a step or a parameter says in figures or words what a parameter that it reads is worth: when the
 * parameter changes, the text would not.
 *
 * Left alone is what tells of the past: the texts of an edition that is not the last, and a sentence with a year in it.
 */
export function numbersInProse(program: Program, memory: Memory): readonly Found[] {
  const { references, rules, steps, rulebook } = program;
  const all = [...references.values()].filter((one) => one.kind === 'parameter');
  return [
    ...rules.flatMap((rule) =>
      memory.of('numbers in prose', [rule], () => [
        ...ofTexts(rule.rule.entry, limitsOfRule(rule, program)),
      ]),
    ),
    ...steps.flatMap((step) =>
      memory.of('numbers in prose', [step.editions], () => [
        ...ofTexts(step.step.entry, limitsOfStep(step, program)),
      ]),
    ),
    ...rulebook.parameters.flatMap((entry) => {
      const own = all.filter(({ name }) => name === entry.data.parameter);
      return memory.of('numbers in prose', [entry, ...own], () => [...ofTexts(entry, own)]);
    }),
  ];
}

function limitsOfRule(rule: ProgramRule, program: Program): readonly Parameter[] {
  return parametersRead(coresOfRule(rule), program);
}

function limitsOfStep({ editions }: ProgramStep, program: Program): readonly Parameter[] {
  const { within } = editions.at(-1) ?? {};
  return within ? [parameterOf(within.limit, program)].flatMap((one) => one ?? []) : [];
}

function* ofTexts(
  entry: Entry<{ readonly editions?: readonly unknown[] }>,
  limits: readonly Parameter[],
): Generator<Found> {
  if (limits.length === 0) return;
  const past = (entry.data.editions ?? [])
    .slice(0, -1)
    .map((_, index) => spanOf(entry, 'editions', index));
  const isPast = ({ span }: YamlMap) =>
    past.some(({ start, end }) => start <= span.start && span.end <= end);
  for (const { yaml, isProse } of entry.texts()) {
    if (!isProse || isPast(yaml)) continue;
    for (const { key, value } of yaml.entries)
      if (value.kind === 'text') yield* ofText(value, key.text, limits);
  }
}

function* ofText(
  yaml: YamlText,
  language: Language,
  limits: readonly Parameter[],
): Generator<Found> {
  for (const { index, 0: sentence } of yaml.text.matchAll(sentences)) {
    if (yearIn.test(sentence)) continue;
    for (const amount of amountsIn(sentence, language)) {
      const names = limits.filter((limit) => isWorth(limit, amount)).map(({ name }) => name);
      if (names.length === 0) continue;
      const { start, end } = amount;
      const span = spanWithin(yaml, index + start, index + end);
      const params = { text: sentence.slice(start, end), names };
      yield { code: 'verify/number-in-prose', severity: 'warning', span, params };
    }
  }
}

/** One of something, and none, is said of anything. */
function isWorth({ type, editions }: Parameter, { number, unit }: Amount): boolean {
  const own = type.kind === 'number' ? type.unit : undefined;
  const value = editions.at(-1)?.value;
  if (typeof own !== 'string' || !value) return false;
  if (own === 'count' && isTrivial(value)) return false;
  return isAmong([{ kind: 'number', number, unit }], value, own);
}

const sentences = /[^。；！？\n]+/gu;
const yearIn = /(?:19|20)\d\d ?年|\b(?:19|20)\d\d\b/u;
