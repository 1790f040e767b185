import type { BlockContent } from 'mdast';

import { sayIn } from '../../base/language.ts';
import {
  code,
  heading,
  type Inline,
  list,
  number,
  paragraph,
  quote,
  rowHead,
  span,
  strong,
  table,
} from '../../document/nodes.ts';
import { block, fold, section } from '../../document/own-nodes.ts';
import { verdictMeanings } from '../../words/verdicts.ts';
import { diagnosticLine, intakeLines, reconciliationLines } from '../intake-text.ts';
import type { DefectJson, IntakeJson, RuleJson, SummaryJson } from '../json-format.ts';
import { besidesLines } from '../scheme-line.ts';
import { statusMark } from './head.ts';
import type { Page } from './setting.ts';

const verdicts = ['fail', 'cannot-tell', 'pass'] as const;

/** The counts, and the same defect over many files. */
export function summarySection(summary: SummaryJson, page: Page): BlockContent {
  const { words, book } = page;
  const { stopped, intake, record, defects } = summary;
  const plain = (lines: readonly string[], className?: string) =>
    lines.map((says) => paragraph(says, className));
  return section('summary', words.summary, [
    ...(stopped ? [quote([paragraph(strong(words.stopped))], 'unverified')] : []),
    ...(intake ? intakeBlocks(intake, page) : []),
    ...plain([
      book.terms.summary(summary),
      ...besidesLines(summary, book.terms),
      ...severitiesLines(summary, page),
    ]),
    list(tiles(summary, page), false, 'tiles'),
    ...plain(verdictsSay(summary, page), 'soft'),
    ...(defects.length === 0 ? [] : [defectsBlock(defects, page)]),
    ...(record ? plain([book.terms.record.kept(record.run, record.head)], 'soft') : []),
  ]);
}

/** What came of the tables that the files were made of. */
function intakeBlocks(intake: IntakeJson, { book, language }: Page): readonly BlockContent[] {
  const told = [
    ...reconciliationLines(intake, book),
    ...intake.diagnostics.map((one) => diagnosticLine(one, book, language)),
  ];
  return [
    ...intakeLines(intake, book, language).map((says) => paragraph(says)),
    fold(book.terms.intake.reconciliation, [list(told)]),
  ];
}

/** How many files have each verdict, each to be pressed. */
function tiles(summary: SummaryJson, page: Page): readonly Inline[] {
  const tile = (verdict: string, mark: Inline, count: number) =>
    span([mark, ' ', strong(String(count))], { 'data-verdict': verdict });
  const { unread } = summary;
  return [
    ...verdicts.map((verdict) => tile(verdict, statusMark(verdict, page), summary[verdict])),
    ...(unread === 0
      ? []
      : [tile('none', code(page.words.noVerdict, 'badge status fail'), unread)]),
  ];
}

/** What verdicts mean, those that there are. */
export function verdictsSay(summary: SummaryJson, { language }: Page): readonly string[] {
  const says = sayIn(verdictMeanings, language);
  return verdicts.filter((verdict) => summary[verdict] > 0).map((verdict) => says[verdict]);
}

/** `Error 3, Warning 1` */
function severitiesLines({ severities }: SummaryJson, page: Page): readonly string[] {
  if (!severities) return [];
  const { status, colon, comma } = page.book.terms;
  const parts = Object.entries(severities).map(
    ([name, count]) => `${page.severityTitle(name)} ${count}`,
  );
  return [`${status.fail}${colon}${parts.join(comma)}`];
}

/** Each rule that was not met, could not be told or was waived, and in how many files. */
function defectsBlock(defects: readonly DefectJson[], page: Page): BlockContent {
  const { words, book } = page;
  const { label, status } = book.terms;
  const heads = [
    label.rule,
    label.criterion,
    words.kindAndLevel,
    number(status.fail),
    number(words.untold),
    number(status.waived),
  ];
  const rows = defects.map((defect) => defectRow(defect, page));
  return block('section', { id: 'defects' }, [
    heading(3, [`${words.defects} `, span(String(defects.length), { className: ['count'] })]),
    paragraph(words.defectsSay, 'soft only-screen'),
    table(heads, rows, 'counts'),
  ]);
}

function defectRow(defect: DefectJson, page: Page) {
  const rule = page.head.rules[defect.rule];
  return [
    rowHead(code(defect.rule)),
    page.text(rule?.title),
    rule ? badges(rule, page) : '',
    ...(['fail', 'cannot-tell', 'waived'] as const).map((status) =>
      number(defect[status] === 0 ? page.words.none : String(defect[status])),
    ),
  ];
}

function badges(rule: RuleJson, page: Page): readonly Inline[] {
  const { kind } = rule;
  return [
    ...(rule.redLine ? [code(page.words.redLine, 'badge red'), ' '] : []),
    ...page
      .badgesOf(rule)
      .flatMap((says, index) => [
        code(says, kind !== null && index === 0 ? `badge ${kind}` : 'badge'),
        ' ',
      ]),
  ];
}
