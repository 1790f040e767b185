import type { BlockContent } from 'mdast';

import type { Appraised, Sheet } from '../appraisal/sheet.ts';
import type { Document } from '../document/document.ts';
import { sheetOf } from '../document/sheet.ts';
import { heading, list, paragraph, table } from '../document/nodes.ts';
import { cover } from '../document/own-nodes.ts';
import type { Program } from '../program/ast.ts';
import {
  appraisalLines,
  type AppraisalLines,
  type AppraisalOptions,
} from '../report/appraisal-lines.ts';
import type { Paper } from './paper.ts';

/** The appraisal of each person as a paper of its own, to be signed. */
export function appraisalPapers(
  appraised: Appraised,
  program: Program,
  options: AppraisalOptions,
): readonly Paper[] {
  const lines = appraisalLines(appraised, program, options);
  return appraised.sheets.map((sheet) => ({
    name: `${lines.title}-${lines.officer(sheet)}-${appraised.from}`,
    document: () => {
      const title = `${lines.title}${lines.words.colon}${lines.officer(sheet)}`;
      return documentOf(title, sheetBlocks(sheet, lines), appraised, program, options);
    },
  }));
}

/** The appraisals of all as one document. */
export function appraisalDocument(
  appraised: Appraised,
  program: Program,
  options: AppraisalOptions,
): Document {
  const lines = appraisalLines(appraised, program, options);
  const blocks = appraised.sheets.flatMap((sheet, index) => [
    heading(2, lines.officer(sheet), `sheet-${index + 1}`),
    ...sheetBlocks(sheet, lines),
  ]);
  const body = blocks.length > 0 ? blocks : [paragraph(lines.words.nobody)];
  return documentOf(lines.title, body, appraised, program, options);
}

function documentOf(
  title: string,
  blocks: readonly BlockContent[],
  { until }: Appraised,
  { rulebook }: Program,
  { language }: AppraisalOptions,
): Document {
  const { id, version } = rulebook.manifest.data;
  return sheetOf({
    language,
    title,
    number: id,
    version,
    day: until,
    listed: 2,
    blocks: [cover([heading(1, title, 'title')]), ...blocks],
  });
}

function sheetBlocks(sheet: Sheet, lines: AppraisalLines): readonly BlockContent[] {
  const { words } = lines;
  const { parts, column, particulars: facts } = words;
  const fill = [column.opinion, column.objection, column.review];
  const empty = ['', '', ''];
  const ofMeasures = sheet.measures.flatMap((measure) =>
    measure.files.map((line) => lines.file(line, measure)),
  );
  const uncounted = sheet.uncounted.map((line) => lines.file(line, undefined));
  return [
    table(
      [facts.head, facts.value],
      [
        [facts.officer, lines.officer(sheet)],
        [facts.posts, lines.posts],
        [facts.unit, sheet.units.join(words.list)],
        [facts.period, lines.period],
        [facts.basis, lines.basis.join(words.semicolon)],
      ],
      'particulars',
    ),
    ...lines.notes.map((note) => paragraph(note)),
    heading(3, parts.measures),
    table(
      [
        column.measure,
        column.category,
        column.value,
        column.target,
        column.floor,
        column.weight,
        column.points,
        column.files,
        column.note,
      ],
      sheet.measures.map((line) => {
        const one = lines.measure(line);
        return [
          one.measure,
          one.category,
          one.value,
          one.target,
          one.floor,
          one.weight,
          one.points,
          one.files,
          one.note,
        ];
      }),
    ),
    paragraph(words.exact),
    heading(3, parts.totals),
    table(
      [column.what, column.computed, column.cap, column.countedValue],
      lines.totals(sheet).map(({ what, computed, cap, counted }) => [what, computed, cap, counted]),
    ),
    heading(3, parts.violations),
    ...(sheet.violations.length === 0
      ? [paragraph(lines.noViolations)]
      : [
          table(
            [
              column.finding,
              column.ruleAndClause,
              column.confirmed,
              column.class,
              column.violationPoints,
              column.counted,
            ],
            sheet.violations.map((line) => {
              const one = lines.violation(line);
              return [
                one.finding,
                [one.rule, one.clause].filter(Boolean).join(words.colon),
                one.day,
                one.row,
                one.points,
                one.counted,
              ];
            }),
          ),
        ]),
    paragraph(
      `${parts.table}${words.colon}${lines.table.map(([title, points]) => `${title} ${points}`).join(words.semicolon)}`,
    ),
    ...(sheet.objections.size === 0
      ? []
      : [
          heading(3, parts.objections),
          list([...sheet.objections].map(([line, why]) => `${line}${words.colon}${why}`)),
        ]),
    heading(3, parts.files),
    table(
      [column.measure, column.dossier, column.day, column.value, column.counted],
      [...ofMeasures, ...uncounted].map((one) => [
        one.measure,
        one.dossier,
        one.day,
        one.value,
        one.counted,
      ]),
    ),
    ...(sheet.outside > 0 ? [paragraph(words.outside(sheet.outside))] : []),
    heading(3, parts.signatures),
    table(fill, [empty], 'signatures'),
    table(
      [words.sign.person, words.sign.appraiser, words.sign.reviewer, words.sign.day],
      [['', '', '', '']],
      'signatures',
    ),
  ];
}
