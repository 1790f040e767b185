import type { Language } from '../base/language.ts';
import type { Wordbook } from '../words/messages/messages.ts';
import { cellFromJson } from './cell.ts';
import type { IntakeJson, SummaryJson } from './json-format.ts';
import type { Paint } from './paint.ts';

/** Headings that nothing is mapped to, as many as are named. */
const mostHeadings = 12;

/** What came of tables, as a person reads it first: judged, not judged, what would open most; then the reconciliation. */
export function intakeText(
  { dossiers }: Pick<SummaryJson, 'dossiers'>,
  { rules, data, outOfScope, uncaptured, manual, opens, tables, diagnostics }: IntakeJson,
  { terms }: Wordbook,
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): string {
  const { intake } = terms;
  const named = opens.map(({ title, rules: of }) => ({ title: title[language] ?? '', rules: of }));
  const lines = [
    intake.judged(rules, data, outOfScope),
    intake.notJudged(uncaptured, manual),
    intake.opens(named),
    '',
    `${paint.bold(intake.reconciliation)}  ${intake.dossiers(dossiers)}`,
    ...tables.flatMap(({ table, read, refused, hidden, sums, unmapped }) => {
      const refusals = Object.values(refused).reduce((sum, count) => sum + count, 0);
      const shown = unmapped.slice(0, mostHeadings);
      return [
        `  ${intake.rows(table, read, refusals, hidden)}`,
        ...sums.map((sum) => `    ${intake.sum(sum.heading, sum.read, sum.refused)}`),
        ...(shown.length > 0
          ? [`    ${paint.dim(intake.unmapped(shown, unmapped.length - shown.length))}`]
          : []),
      ];
    }),
    ...diagnostics.map(({ severity, code, message, cell }) => {
      const colour = severity === 'error' ? paint.red : paint.yellow;
      const place = cell ? `${intake.cell(cellFromJson(cell))}  ` : '';
      return `  ${colour(terms.severity[severity])} ${place}${message[language] ?? ''} ${paint.dim(`[${code}]`)}`;
    }),
  ];
  return `${lines.join('\n')}\n\n`;
}
