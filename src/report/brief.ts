import { type Language, sayIn } from '../base/language.ts';
import { marks } from '../words/marks.ts';
import { wordbooks } from '../words/messages/messages.ts';
import type { CheckReport } from './json-format.ts';
import type { Paint } from './paint.ts';
import { urgencyOf } from './pretty.ts';

/** Findings that are told. */
const worst = 5;

/** What a check comes to, on a few lines: how many of each verdict, and the gravest findings. */
export function briefText(report: CheckReport, language: Language, paint: Paint): string {
  const { terms } = sayIn(wordbooks, language);
  const files = report.dossiers.toSorted((a, b) => urgencyOf(a, report) - urgencyOf(b, report));
  const found = files.flatMap(({ id, file, outcomes: [first] }) =>
    first?.status === 'fail' ? [{ name: id ?? file, first }] : [],
  );
  const lines = found.slice(0, worst).flatMap(({ name, first }) => {
    const title = first.title ?? report.rules[first.rule]?.title;
    const kind = report.kinds[report.rules[first.rule]?.kind ?? '']?.[language];
    return [
      `${paint.red(marks.fail)} ${paint.bold(name)} ${first.rule} ${title?.[language] ?? ''} ${paint.dim(kind ?? '')}`.trimEnd(),
      `    ${first.message[language] ?? ''}`,
    ];
  });
  return [terms.summary(report.summary), ...lines, ''].join('\n');
}
