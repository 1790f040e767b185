import type { BlockContent } from 'mdast';

import { list, paragraph } from '../document/nodes.ts';
import { diagnosticLine, refusedRows } from '../report/intake-text.ts';
import type { CheckReport, OutcomeJson } from '../report/json-format.ts';
import { type Finding, stepsAhead } from '../report/findings.ts';
import type { Setting } from './setting.ts';

/** A rule by its number and title; what the process itself asks by its title alone. */
export function ruleName(
  { rule, title }: Pick<OutcomeJson, 'rule' | 'title'>,
  { head, text }: Setting,
): string {
  const called = text(title ?? head.rules[rule]?.title);
  return rule.includes('/') && called !== '' ? called : `${rule} ${called}`.trim();
}

/** What a finding says, the steps that went ahead in spite of it, and what became of its waiver. */
export function problemOf(finding: Finding, setting: Setting): string {
  const { outcome } = finding;
  const { text, words, book, head } = setting;
  const steps = stepsAhead(finding, head, text);
  return [
    text(outcome.message),
    ...(outcome.waiver ? [text(outcome.waiver.text)] : []),
    ...(outcome.by ? [`${book.terms.label.by}${book.terms.colon}${text(outcome.by.text)}`] : []),
    ...(steps.length > 0 ? [words.register.wentOn(steps.join(book.terms.comma))] : []),
  ].join('\n');
}

/** The same in one line, each part a sentence with its stop. */
export function problemSentences(finding: Finding, setting: Setting): string {
  return sentences(problemOf(finding, setting).split('\n'), setting);
}

/** Texts one after the other, each with a stop where it has none. */
export function sentences(texts: readonly string[], { words }: Setting): string {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => (/[。！？；：.!?;:]$/u.test(text) ? text : `${text}${words.stop}`))
    .join(words.sentence);
}

/** The rows of a table that became no file, each with why; nothing where files are no rows. */
export function refusedBlocks(
  { summary: { intake } }: CheckReport,
  { words, book, language }: Setting,
): readonly BlockContent[] {
  const refused = intake ? refusedRows(intake) : 0;
  const main = intake?.tables[0]?.table;
  if (!intake || refused === 0) return [];
  const told = intake.diagnostics
    .filter(({ severity, cell }) => severity === 'error' && cell?.sheet === main)
    .map((one) => diagnosticLine(one, book, language));
  return [paragraph(words.refused(refused)), list(told, false)];
}

/** By which rulebook, by whom and when: what every sheet is headed with. */
export function basisLine({ head, text, words, day, inspectors }: Setting): string {
  const { rulebook, scheme } = head;
  return words.basis({
    title: text(rulebook.title) || rulebook.id,
    version: rulebook.version,
    digest: rulebook.digest.slice(0, 19),
    day,
    scheme: scheme ? text(scheme.title) || scheme.id : undefined,
    inspectors,
  });
}
