import { inLanguage, sayIn } from '../base/language.ts';
import type { Span } from '../base/source.ts';
import { type CaseResult, runCases } from '../cases/run.ts';
import { inForce, type Program, type ProgramRule } from '../program/ast.ts';
import { spanOf } from '../rulebook/ast.ts';
import { editorWords } from '../words/editor.ts';
import { wordbooks } from '../words/messages/messages.ts';
import type { Editing } from './editing.ts';
import { speakerFor } from './hover.ts';

/** A line above a line. */
export interface Lens {
  readonly span: Span;
  readonly says: string;
}

/** What came of the cases of a rule, which is another one when anything it stands on has changed. */
const judged = new WeakMap<ProgramRule, readonly CaseResult[]>();

/** Above a rule what it asks, and how its cases do; above a case what comes of it. */
export function lensesOf(
  editing: Pick<Editing, 'program' | 'path' | 'language' | 'today'>,
): readonly Lens[] {
  const { program, path, language, today } = editing;
  const words = sayIn(editorWords, language);
  const rule = program.rules.find(({ rule: { entry } }) => entry.path === path);
  if (rule) {
    const edition = inForce(rule.editions, today) ?? rule.editions.at(-1);
    const results = casesOf(program, rule);
    const agreed = results.filter(({ passed }) => passed).length;
    const criterion = edition?.criterion && inLanguage(edition.criterion, language);
    const asks =
      criterion ?? (edition?.require && speakerFor(editing).criterion(edition.require.core));
    const span = spanOf(rule.rule.entry, 'rule');
    return [
      ...(asks === undefined ? [] : [{ span, says: asks.replaceAll(/\s*\n\s*/gu, ' ').trim() }]),
      { span, says: words.cases(agreed, results.length) },
    ];
  }
  const beside = program.rules.find(({ rule: { cases } }) => cases?.path === path);
  if (!beside) return [];
  const { status } = sayIn(wordbooks, language).terms;
  return casesOf(program, beside).map(({ span, outcome, passed, missing }) => ({
    span,
    says: outcome
      ? words.outcome(
          [status[outcome.status], ...(outcome.status === 'cannot-tell' ? missing : [])].join(' '),
          passed,
        )
      : words.unjudged,
  }));
}

function casesOf(program: Program, rule: ProgramRule): readonly CaseResult[] {
  const known = judged.get(rule);
  if (known) return known;
  const results = runCases(program, rule);
  judged.set(rule, results);
  return results;
}
