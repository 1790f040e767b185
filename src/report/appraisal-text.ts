import type { Appraised, Sheet } from '../appraisal/sheet.ts';
import { oneLine } from '../base/shown.ts';
import type { Program } from '../program/ast.ts';
import { appraisalLines, type AppraisalOptions } from './appraisal-lines.ts';
import type { Paint } from './paint.ts';
import { padded, widthOf } from './width.ts';

/** Files and findings that are listed of one kind; the other formats have all. */
const mostListed = 12;

/** Appraisals as a person reads them in a terminal. */
export function prettyAppraisal(
  appraised: Appraised,
  program: Program,
  options: AppraisalOptions,
  paint: Paint,
): string {
  const lines = appraisalLines(appraised, program, options);
  const { words } = lines;
  const head = [paint.bold(lines.title), paint.dim(lines.period)].join('  ');
  const sheets = appraised.sheets.map(sheetText);
  const body = sheets.length > 0 ? sheets : [words.nobody];
  return `${[head, ...body, ...lines.notes.map((note) => paint.yellow(note))].join('\n\n')}\n`;

  function sheetText(sheet: Sheet): string {
    const said = sheet.measures.map((line) => ({ line, ...lines.measure(line) }));
    const width = Math.max(0, ...said.map(({ measure }) => widthOf(measure)));
    const measures = said.map((one) => {
      const parts = [
        one.value,
        one.target,
        `${one.points} / ${one.weight}`,
        one.files,
        ...(one.note === '' ? [] : [paint.yellow(one.note)]),
      ];
      return `  ${padded(one.measure, width)}  ${parts.join(' · ')}`;
    });
    const violations = sheet.violations.map((line) => {
      const one = lines.violation(line);
      return `  ${oneLine(one.finding)}  ${one.day} · ${one.points} · ${one.row === '' ? '' : `${one.row} · `}${one.counted}`;
    });
    const uncounted = sheet.uncounted.map((line) => {
      const one = lines.file(line, undefined);
      return `  ${oneLine([one.dossier, one.day].filter(Boolean).join(' '))} · ${one.counted}`;
    });
    const totals = lines.totals(sheet).map(({ what, computed, cap, counted }) => {
      const sum = computed === '' ? '' : ` ${paint.dim(`(${computed}, ≤ ${cap})`)}`;
      return `  ${what}${words.colon}${paint.bold(counted)}${sum}`;
    });
    return [
      paint.bold(oneLine(lines.officer(sheet))),
      ...measures,
      ...part(words.parts.violations, violations),
      ...part(words.parts.uncounted, [
        ...uncounted,
        ...(sheet.outside > 0 ? [`  ${words.outside(sheet.outside)}`] : []),
      ]),
      ...totals,
    ].join('\n');
  }

  function part(title: string, all: readonly string[]): readonly string[] {
    if (all.length === 0) return [];
    const more = all.length - mostListed;
    return [paint.dim(title), ...all.slice(0, mostListed), ...(more > 0 ? [`  … +${more}`] : [])];
  }
}
