import { inLanguage } from '../base/language.ts';
import type { Document } from '../document/document.ts';
import { sheetOf } from '../document/sheet.ts';
import { intervalChart, slopeChart } from '../document/interval-chart.ts';
import { heading, list, paragraph, table } from '../document/nodes.ts';
import { chart } from '../document/own-nodes.ts';
import type { Comparison, PilotReport } from '../pilot/compare.ts';
import { type Group, groups } from '../pilot/groups.ts';
import type { Program } from '../program/ast.ts';
import { percent } from '../report/service.ts';
import {
  type PilotOptions,
  pilotHead,
  pilotLeftOut,
  pilotSentences,
  pilotTelling,
  shareInterval,
} from '../report/pilot.ts';

/** Kinds of files that a table shows, at most. */
const mostStrata = 24;

/** A pilot compared, as a document. */
export function pilotDocument(
  report: PilotReport,
  program: Program,
  day: string,
  options: PilotOptions,
): Document {
  const { language } = options;
  const telling = pilotTelling(program, options);
  const { words, sides, titleOf, groupOf, shown, differs, interval, comma } = telling;
  const { data } = program.rulebook.manifest;
  const { may, mayNot } = pilotSentences(report, telling);
  const mix = report.comparisons[0]?.measure.by.mix ?? [];
  const compared = report.comparisons.flatMap((one) =>
    one.result.kind === 'compared' ? [{ ...one, result: one.result }] : [],
  );
  return sheetOf({
    language,
    title: words.title,
    number: inLanguage(data.title, language),
    version: data.version,
    day,
    listed: 2,
    blocks: [
      heading(1, words.title, 'title'),
      list(pilotHead(report, telling)),
      heading(2, words.may, 'may'),
      list(may),
      heading(2, words.mayNot, 'may-not'),
      list(mayNot),
      heading(2, words.samples, 'samples'),
      table(
        [words.group, words.files],
        groups.map((group) => [groupOf(group), String(report.counts[group])]),
      ),
      paragraph(pilotLeftOut(report, telling)),
      heading(2, words.asTheyAre, 'as-they-are'),
      table(
        [words.measure, ...groups.map(groupOf)],
        report.comparisons.map((one) => [
          titleOf(one.measure),
          ...groups.map((group) => level(one, group)),
        ]),
      ),
      heading(2, words.evenedTitle, 'evened'),
      paragraph(
        mix.length > 0
          ? words.evenedNote(
              mix.map(({ file }) => inLanguage(file.title, language)).join(comma),
              sides.inPilot,
            )
          : words.noMix(sides.inPilot),
      ),
      ...changeChart(),
      table(
        [words.measure, words.across(sides), words.over(sides), words.change, words.compared],
        report.comparisons.map(differences),
      ),
      ...compared.filter(({ result }) => isUneven(result.evened)).map(levelChart),
      ...strata(),
    ],
  });

  function level({ measure, figures }: Comparison, group: Group): string {
    const figure = figures[group];
    if (!figure?.value) return '—';
    const between = shareInterval(figure);
    const said = between ? words.range(percent(between.low), percent(between.high)) : '';
    return `${shown(measure, figure.value)}（${[said, String(figure.known)].filter(Boolean).join(comma)}）`;
  }

  function differences({ measure, result, used, during }: Comparison): readonly string[] {
    if (result.kind === 'not')
      return [titleOf(measure), '—', '—', words.why[result.why], words.usedOf(used, during)];
    const said = [result.across, result.over, result.change].map(
      (one) => `${differs(measure, one.value)}（${interval(measure, one)}）`,
    );
    return [titleOf(measure), ...said, words.usedOf(used, during)];
  }

  function changeChart() {
    if (compared.length === 0) return [];
    const rows = compared.map(({ measure, result: { change } }) => ({
      label: titleOf(measure),
      ...change,
      says: `${differs(measure, change.value)}（${interval(measure, change)}）`,
    }));
    return [
      chart(words.changeChart, intervalChart(words.changeChart, rows), [
        list(rows.map(({ label, says }) => `${label} ${says}`)),
      ]),
    ];
  }

  function levelChart({ measure, result: { evened } }: (typeof compared)[number]) {
    const title = words.levelChart(titleOf(measure));
    const line = (side: 'pilot' | 'others', label: string, isDashed: boolean) => {
      const [before, after] = [evened[`${side}-before`], evened[`${side}-during`]];
      const says = [shown(measure, before), shown(measure, after)] as const;
      return { label, before, after, isDashed, says };
    };
    const lines = [line('pilot', sides.inPilot, false), line('others', sides.others, true)];
    const inWords = lines.map(({ label, says }) => `${label} ${says.join(' → ')}`);
    return chart(title, slopeChart(title, [words.before, words.during], lines), [list(inWords)]);
  }

  /** The mix of the measure that most files have a value of. */
  function strata() {
    const widest = report.comparisons.toSorted((a, b) => b.during - a.during)[0];
    if (!widest || mix.length === 0 || widest.strata.length === 0) return [];
    const rows = widest.strata
      .toSorted((a, b) => b.counts['pilot-during'] - a.counts['pilot-during'])
      .map((stratum) => [
        telling.stratumOf(stratum),
        ...groups.map((group) => String(stratum.counts[group])),
        stratum.isLeftOut ? words.no : words.yes,
      ]);
    return [
      heading(2, words.strata, 'strata'),
      table([words.stratum, ...groups.map(groupOf), words.use], rows.slice(0, mostStrata)),
      ...(rows.length > mostStrata ? [paragraph(words.more(rows.length - mostStrata))] : []),
    ];
  }
}

/** Whether a chart of the levels would show anything. */
function isUneven(levels: Readonly<Record<Group, number>>): boolean {
  return new Set(Object.values(levels)).size > 1;
}
