import { inLanguage, type Language, sayIn } from '../base/language.ts';
import type { TracedClause, TraceReport } from '../trace/format.ts';
import { lexiconIn } from '../feel/sentence/lexicon.ts';
import { type Wordbook, wordbooks } from '../words/messages/messages.ts';
import { restingSaid } from '../words/resting.ts';
import { markdownTable } from './markdown-table.ts';
import type { Paint } from './paint.ts';
import { padded } from './width.ts';

/** The matrix as a person reads it on a terminal: source by source, then the totals. */
export function tracePretty(report: TraceReport, language: Language, paint: Paint): string {
  const book = sayIn(wordbooks, language);
  const { terms } = book;
  const { comma } = lexiconIn(language);
  const resting = (other: string) => restingSaid(other, language);
  const colours = {
    automated: paint.green,
    manual: paint.cyan,
    'not-applicable': paint.dim,
    pending: paint.yellow,
  };
  const bySource = Map.groupBy(report.clauses, ({ source }) => source);
  const blocks = report.sources.map(({ source, ...totals }) => {
    const counts = `${totals.automated}/${totals.clauses} ${terms.clauseStatus.automated}`;
    const lines = (bySource.get(source) ?? []).map((one) => {
      const status = colours[one.status](padded(terms.clauseStatus[one.status], 8));
      const rests = [...one.rules, ...one.others.map(resting)].join(comma);
      const says = inLanguage(one.says, language);
      return `  ${status} ${one.clause.slice(source.length)} ${inLanguage(one.title, language)}${terms.colon}${[
        ...[rests, says].filter((part) => part !== ''),
        one.confidence,
        reviewText(one, book),
      ].join(' · ')}`;
    });
    return [`${paint.bold(source)}  ${paint.dim(counts)}`, ...lines, ''].join('\n');
  });
  return `${blocks.join('\n')}\n${terms.traced(report.totals, report.reviews)}\n`;
}

/** The matrix as two tables in Markdown: totals by source, and every clause. */
export function traceMarkdown(report: TraceReport, language: Language): string {
  const book = sayIn(wordbooks, language);
  const { terms } = book;
  const { comma } = lexiconIn(language);
  const resting = (other: string) => restingSaid(other, language);
  const totals = report.sources.map(({ source, ...of }) => [
    source,
    ...[of.clauses, of.automated, of.manual, of['not-applicable'], of.pending].map(String),
  ]);
  const rows = report.clauses.map((one) => [
    one.clause,
    inLanguage(one.title, language),
    [terms.clauseStatus[one.status], inLanguage(one.says, language)]
      .filter((part) => part !== '')
      .join(terms.colon),
    [...one.rules, ...one.others.map(resting)].join(comma),
    one.confidence,
    one.textReadOn ?? '',
    reviewText(one, book),
  ]);
  return `${terms.traced(report.totals, report.reviews)}\n\n${markdownTable(terms.traceTotalsHead, totals)}\n${markdownTable(terms.traceHead, rows)}`;
}

function reviewText({ review, reviewedOn }: TracedClause, { terms }: Wordbook): string {
  return reviewedOn === null || review === 'none'
    ? terms.review[review]
    : `${terms.review[review]} ${reviewedOn}`;
}
