import type { Language } from '../base/language.ts';
import type { Wordbook } from '../words/messages/messages.ts';
import { cellFromJson } from './cell.ts';
import type { DiagnosticJson, IntakeJson, SummaryJson } from './json-format.ts';
import type { Paint } from './paint.ts';

/** Headings that nothing is mapped to, as many as are named. */
const mostHeadings = 12;

/** What came of tables, as a person reads it first: judged, not judged, what would open most; then the reconciliation. */
export function intakeText(
  { dossiers }: Pick<SummaryJson, 'dossiers'>,
  intake: IntakeJson,
  book: Wordbook,
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): string {
  const { terms } = book;
  const { severity } = terms;
  const lines = [
    ...intakeLines(intake, book, language),
    '',
    `${paint.bold(terms.intake.reconciliation)}  ${terms.intake.dossiers(dossiers)}`,
    ...reconciliationLines(intake, book).map((line) => `  ${line}`),
    ...intake.diagnostics.map((one) => {
      const colour = one.severity === 'error' ? paint.red : paint.yellow;
      const says = diagnosticLine(one, book, language);
      return `  ${colour(severity[one.severity])} ${says} ${paint.dim(`[${one.code}]`)}`;
    }),
  ];
  return `${lines.join('\n')}\n\n`;
}

/** What was judged, what was not, and what would open most. */
export function intakeLines(
  { rules, data, outOfScope, uncaptured, manual, opens, incomplete = [] }: IntakeJson,
  { terms: { intake } }: Wordbook,
  language: Language,
): readonly string[] {
  const named = opens.map(({ title, rules: of }) => ({ title: title[language] ?? '', rules: of }));
  return [
    ...(data.most === 0 ? [intake.nothingJudged] : []),
    intake.judged(rules, data, outOfScope),
    intake.notJudged(uncaptured, manual),
    ...incomplete.map((one) =>
      intake.incomplete(
        one.title[language] ?? one.field,
        sheetName(one.table),
        one.read,
        one.rules,
      ),
    ),
    intake.opens(named),
  ];
}

/** How many rows of the main table became no file. */
export function refusedRows({ tables: [main] }: IntakeJson): number {
  return Object.values(main?.refused ?? {}).reduce((sum, count) => sum + count, 0);
}

/** A table by its sheet, or by its file. */
export function sheetName(table: string): string {
  return table.slice(table.lastIndexOf('!') + 1);
}

/** Rows and sums, read and refused, table by table. */
export function reconciliationLines(
  { tables }: IntakeJson,
  { terms: { intake } }: Wordbook,
): readonly string[] {
  return tables.flatMap(({ table, read, refused, hidden, sums, unmapped }) => {
    const refusals = Object.values(refused).reduce((sum, count) => sum + count, 0);
    const shown = unmapped.slice(0, mostHeadings);
    return [
      intake.rows(table, read, refusals, hidden),
      ...sums.map((sum) => `  ${intake.sum(sum.heading, sum.read, sum.refused)}`),
      ...(shown.length > 0 ? [`  ${intake.unmapped(shown, unmapped.length - shown.length)}`] : []),
    ];
  });
}

/** What is wrong with a row or a cell, behind its place. */
export function diagnosticLine(
  { message, cell, more }: DiagnosticJson,
  { terms: { intake, semicolon, register } }: Wordbook,
  language: Language,
): string {
  const place = cell ? `${intake.cell(cellFromJson(cell))}  ` : '';
  const others = more === undefined ? '' : `${semicolon}${register.morePlaces(more)}`;
  return `${place}${message[language] ?? ''}${others}`;
}
