import { keysOf } from '../../base/pointer.ts';
import { plainAt } from '../../samples/plain.ts';
import { fieldAlong, parsePath } from '../../dossier/path.ts';
import { inLanguage } from '../../base/language.ts';
import { factsOf, fieldsAsked, valuesIn } from '../facts.ts';
import {
  casesOf,
  findingText,
  judged,
  type JudgedFile,
  limitsText,
  parametersOf,
  plainFile,
  type TaughtCase,
} from '../judged.ts';
import { ofRule } from '../of-rule.ts';
import { practiceOf } from '../practice.ts';
import type { Candidate, Question } from '../question.ts';
import type { AskedRule, Setting } from '../setting.ts';

/** Values that a judgement tells of a file, at most: with more it is a case. */
const mostValues = 14;

/** Whether a file meets a rule, and whether a way of doing things is right. */
export function judgements(setting: Setting): readonly Candidate[] {
  return setting.rules.flatMap((rule) => [
    ...casesOf(rule, setting).map((one) => ofCase(one, setting)),
    ...ofPractice(rule, setting),
  ]);
}

function ofCase(taught: TaughtCase, setting: Setting): Candidate {
  const { rule, index, expect } = taught;
  const { says, speaker } = setting;
  const id = `judgement/${rule.id}/case-${index + 1}`;
  return {
    id,
    topic: rule.id,
    redLine: rule.isRedLine,
    isTrue: expect === 'pass',
    make: () => {
      const file = taught.file()?.yaml;
      const result = file && judged(rule, file, taught.element, setting);
      if (!result || result.outcome.status !== expect) return undefined;
      const extract = extractOf(rule, result, setting);
      if (!extract) return undefined;
      const product = productOf(plainFile(file), setting);
      const isTrue = expect === 'pass';
      const { right } = practiceOf(rule, setting);
      const title = speaker.words(rule.edition.title);
      return {
        ...ofRule(rule, setting),
        id,
        kind: 'judgement',
        stem: says.judgement(product, title),
        extract,
        options: [],
        key: { kind: 'truth', isTrue },
        explanation: [
          isTrue ? says.met(title) : findingText(result.outcome, result.session, setting),
          ...(right.length > 0 ? [says.howIsDone(right)] : []),
          ...limitsText(parametersOf(rule, setting), setting),
        ],
        difficulty: extract.length > 3 ? 'medium' : 'easy',
      };
    },
  };
}

/** What a file says of all that a rule asks; undefined where that is too much, or nothing. */
export function extractOf(
  rule: AskedRule,
  { session, outcome }: JudgedFile,
  setting: Setting,
): readonly string[] | undefined {
  const told = fieldsAsked(rule.rule, rule.edition, setting);
  const only =
    outcome.element === null ||
    readsBeside(
      outcome.at,
      outcome.because.flatMap(({ pointers }) => pointers),
    )
      ? []
      : [outcome.at];
  const lines = factsOf(session.dossier.root, told, setting, new Set(only));
  const values = valuesIn(lines);
  return values === 0 || values > mostValues ? undefined : lines.map(({ text }) => text);
}

/** Whether something was read of the list of an element besides the element: of the others, or of the list as a whole. */
function readsBeside(element: string, pointers: readonly string[]): boolean {
  const list = `/${keysOf(element)[0] ?? ''}`;
  return pointers.some(
    (one) =>
      (one === list || one.startsWith(`${list}/`)) &&
      one !== element &&
      !one.startsWith(`${element}/`),
  );
}

/** What the product of a file is called. */
export function productOf(
  file: Parameters<typeof plainAt>[0],
  { subject, speaker: { language } }: Setting,
): string {
  const path = subject.file.product;
  const steps = path === undefined ? undefined : parsePath(path);
  const type = steps && fieldAlong(subject.type, steps)?.type;
  const code = plainAt(file, path);
  if (typeof code !== 'string') return inLanguage(subject.file.title, language);
  return (type?.kind === 'text' && inLanguage(type.words?.get(code), language)) || code;
}

function ofPractice(rule: AskedRule, setting: Setting): readonly Candidate[] {
  const { right, wrong } = practiceOf(rule, setting);
  const make = (line: string, isTrue: boolean, id: string): Candidate => ({
    id,
    topic: rule.id,
    redLine: rule.isRedLine,
    isTrue,
    make: () => practice(rule, { id, line, isTrue }, setting),
  });
  return [
    ...right.map((line, index) => make(line, true, `judgement/${rule.id}/how-${index + 1}`)),
    ...wrong.map((line, index) => make(line, false, `judgement/${rule.id}/mistake-${index + 1}`)),
  ];
}

function practice(
  rule: AskedRule,
  { id, line, isTrue }: { readonly id: string; readonly line: string; readonly isTrue: boolean },
  setting: Setting,
): Question {
  const { says, speaker } = setting;
  const { right } = practiceOf(rule, setting);
  return {
    ...ofRule(rule, setting),
    id,
    kind: 'judgement',
    stem: says.practice(speaker.words(rule.edition.title), line),
    extract: [],
    options: [],
    key: { kind: 'truth', isTrue },
    explanation: [
      isTrue ? says.rightWay : says.mistake,
      ...(isTrue || right.length === 0 ? [] : [says.howIsDone(right)]),
      ...whyOf(rule, setting),
    ],
    difficulty: 'easy',
  };
}

/** Why a rule asks what it asks. */
export function whyOf({ rule }: AskedRule, { speaker: { words } }: Setting): readonly string[] {
  const why = words(rule.rule.entry.data.why);
  return why === '' ? [] : [why];
}
