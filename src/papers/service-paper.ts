import { type Inline, heading, list, paragraph, table } from '../document/nodes.ts';
import type { Document } from '../document/document.ts';
import { sheetOf } from '../document/sheet.ts';
import { inLanguage } from '../base/language.ts';
import type { Program } from '../program/ast.ts';
import {
  caseShown,
  figureShown,
  groupShown,
  headOf,
  mostShown,
  type ServiceOptions,
  serviceWordsOf,
  stateNames,
} from '../report/service.ts';
import type { ServiceCase } from '../service/case.ts';
import type { ServiceReport } from '../service/figures.ts';

/** How promises were kept, as a document of one sheet. */
export function serviceDocument(
  report: ServiceReport,
  program: Program,
  day: string,
  options: ServiceOptions,
): Document {
  const { language } = options;
  const words = serviceWordsOf(program, language);
  const { data } = program.rulebook.manifest;
  const isEmpty = report.groups.length === 0;
  return sheetOf({
    language,
    title: words.title,
    number: inLanguage(data.title, language),
    version: data.version,
    day,
    listed: 2,
    blocks: [
      heading(1, words.title, 'title'),
      list(headOf(report, words)),
      ...(isEmpty ? [paragraph(words.none)] : report.groups.flatMap(groupBlocks)),
      ...(isEmpty ? [] : lateBlocks(report.late)),
      ...untoldBlocks(report.untold),
      ...words.notes.map((note) => paragraph(note)),
    ],
  });

  function groupBlocks(group: ServiceReport['groups'][number], index: number) {
    const head = [
      words.service,
      words.promise,
      ...stateNames.map((state) => words.states[state]),
      words.share,
      words.times,
    ];
    // those of one kind of service stand together
    const kinds = Map.groupBy(
      group.figures.map((figure) => figureShown(figure, program, options)),
      ({ service }) => service,
    );
    const rows = [...kinds.values()].flatMap((figures) =>
      figures.map((shown, index): readonly Inline[] => [
        index === 0 ? shown.service : '',
        shown.title,
        ...stateNames.map((state) => String(shown.counts[state])),
        [
          shown.share,
          ...(shown.interval === '' ? [] : [words.bracketed(shown.interval)]),
          ...(shown.range === '' || shown.interval === '' ? [] : [shown.range]),
        ].join(' '),
        [shown.median, shown.ninetieth].filter(Boolean).join(words.slash),
      ]),
    );
    const shown = groupShown(group, report, program, options);
    return [heading(2, shown, `group-${index + 1}`), table(head, rows)];
  }

  function lateBlocks(late: readonly ServiceCase[]) {
    const head = [
      words.file,
      words.element,
      words.promise,
      words.by.branch,
      words.by.customer,
      words.began,
      words.limit,
      words.asOfDay,
      words.over,
      words.holder,
      words.posts,
    ];
    const rows = late.slice(0, mostShown).map((one) => {
      const shown = caseShown(one, program, options);
      return [
        shown.file,
        shown.element,
        shown.title,
        shown.branch,
        shown.customer,
        shown.began,
        shown.limit,
        shown.asOf,
        shown.over,
        shown.holder,
        shown.posts,
      ];
    });
    return [
      heading(2, words.late, 'late'),
      ...(rows.length === 0 ? [paragraph(words.noLate)] : [table(head, rows)]),
      ...more(late.length),
    ];
  }

  function untoldBlocks(untold: readonly ServiceCase[]) {
    if (untold.length === 0) return [];
    const rows = untold.slice(0, mostShown).map((one) => {
      const shown = caseShown(one, program, options);
      return [shown.file, shown.element, shown.title, shown.why];
    });
    return [
      heading(2, words.untold, 'untold'),
      table([words.file, words.element, words.promise, words.reason], rows),
      ...more(untold.length),
    ];
  }

  function more(count: number) {
    return count > mostShown ? [paragraph(words.more(count - mostShown))] : [];
  }
}
