import { type Language, sayIn } from '../base/language.ts';
import type { Span } from '../base/source.ts';
import { toldOfCase } from '../report/failed-case.ts';
import { placed, type Told } from '../report/told.ts';
import { spanOf } from '../rulebook/ast.ts';
import { wordbooks } from '../words/messages/messages.ts';
import type { CasesAfter } from './cases.ts';
import type { RuleDiff, RulebookDiff } from './diff.ts';
import type { DiffReport } from './format.ts';
import { isProcess } from './judging.ts';
import { schemaSays, tellerIn } from './told.ts';

/**
 * What a comparison says, for tools, where it stands in the rulebook as it is now: a version that is short, a schema
 * that breaks, each rule of which a verdict may change, cases that fail.
 */
export function diffFindings(
  diff: RulebookDiff,
  report: DiffReport,
  { failed }: CasesAfter,
  language: Language,
): readonly Told[] {
  const teller = tellerIn(language);
  const { rulebook } = diff.now.program;
  const { version, schemas } = report;
  const isShort = !version.isEnough && version.calls !== 'patch';
  const files = new Map(rulebook.schemaFiles.map((entry) => [entry.path, entry]));
  const { subjects } = rulebook.manifest.data;
  return [
    ...(isShort
      ? [told('error', 'version', spanOf(rulebook.manifest, 'version'), teller.version(report))]
      : []),
    ...schemas
      .filter(({ does }) => does === 'breaks')
      .map((one) => {
        const subject = subjects[one.subject];
        const entry = subject && 'schema' in subject ? files.get(subject.schema) : undefined;
        const span = spanOf(entry ?? rulebook.manifest, 'properties');
        return told('warning', 'schema', span, schemaSays(one, language));
      }),
    ...report.rules.flatMap((rule, index) => {
      const of = diff.rules[index];
      if (!of) return [];
      const says = [teller.rule(rule), ...teller.evidence(rule)].join('\n');
      return [told(rule.effect === 'unknown' ? 'warning' : 'note', rule.effect, whereIs(of), says)];
    }),
    ...failed.map((one) => toldOfCase(one, sayIn(wordbooks, language), language)),
  ];

  function told(level: Told['level'], what: string, span: Span, says: string): Told {
    return { level, code: `diff/${what}`, ...placed(span), says };
  }

  /** What is gone has no place any more but its rulebook. */
  function whereIs({ now }: RuleDiff): Span {
    if (!now) return spanOf(rulebook.manifest, 'id');
    return isProcess(now) ? spanOf(now.step.step.entry, 'step') : spanOf(now.rule.entry, 'rule');
  }
}
