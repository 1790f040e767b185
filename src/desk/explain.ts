import type { Status } from '../evaluate/outcome.ts';
import { reportOf } from '../report/gather.ts';
import type { CheckReport, DossierJson, OutcomeJson, RuleJson } from '../report/json-format.ts';
import type { Text } from '../report/result.ts';
import { newRun } from '../report/run.ts';
import type { JudgedBy, Work } from './work.ts';

/** What came of one file, with the rules and clauses that it names. */
export interface FileTold extends Pick<CheckReport, 'rules' | 'clauses'> {
  readonly place: number;
  readonly record: DossierJson;
}

/** What came of the file at a place; undefined where there is none. */
export function fileTold({ head, records, summary }: Work, place: number): FileTold | undefined {
  const record = records[place];
  if (!record) return undefined;
  const { rules, clauses } = reportOf(head, [record], summary);
  return { place, record, rules, clauses };
}

/** What one rule came to in a file: the gravest of its outcomes. */
export interface RuleTold extends Pick<RuleJson, 'stage' | 'title'> {
  readonly rule: string;
  readonly status: Status;
}

/** What every rule came to in a file, in processing order; what judges files together is not among them. */
export function rulesTold(by: JudgedBy, text: Text): readonly RuleTold[] {
  const { head, record } = judgedAgain({ ...by, isWhole: true }, text);
  const statuses = Map.groupBy(record.outcomes, ({ rule }) => rule);
  return Object.keys(head.rules).flatMap((rule) => {
    // the records of a report have the gravest first
    const [gravest] = statuses.get(rule) ?? [];
    const told = head.rules[rule];
    return gravest && told
      ? [{ rule, status: gravest.status, stage: told.stage, title: told.title }]
      : [];
  });
}

/** What came of a rule in a file, and why, whatever it is: passes and what does not apply, too. */
export interface RuleExplained extends Pick<CheckReport, 'rules' | 'clauses'> {
  /** More than one where the rule judges elements one by one; none for a rule that judges files together. */
  readonly outcomes: readonly OutcomeJson[];
}

/** Judges a file once more, to tell why a rule came to what it did. */
export function ruleExplained(by: JudgedBy, text: Text, rule: string): RuleExplained {
  const { reporting } = by;
  const explain = new Set([rule]);
  const { head, record, summary } = judgedAgain(
    { ...by, reporting: { ...reporting, options: { ...reporting.options, explain } } },
    text,
  );
  const outcomes = record.outcomes.filter((one) => one.rule === rule);
  const { rules, clauses } = reportOf(head, [{ ...record, outcomes, waiting: [rule] }], summary);
  return { outcomes, rules, clauses };
}

function judgedAgain(by: JudgedBy, { source, record: place }: Text) {
  const run = newRun(by);
  const { record } = run.add(run.maker.ofText(source, place));
  return { head: run.head, record, summary: run.summary() };
}
