import type { BlockContent } from 'mdast';

import { heading, list, paragraph, quote, table } from '../document/nodes.ts';
import type { CheckReport } from '../report/json-format.ts';
import type { Finding } from '../report/findings.ts';
import { problemSentences, refusedBlocks, ruleName } from './lines.ts';
import { documentOf, oneLine, type Paper } from './paper.ts';
import type { Setting } from './setting.ts';
import {
  amountSaid,
  amountText,
  dayText,
  fileName,
  inspectionOf,
  numberOf,
  type Unit,
  unitsOf,
} from './units.ts';

/** Notices to put right what was found (整改通知书), one for each unit. */
export function notices(report: CheckReport, setting: Setting): readonly Paper[] {
  const { words, head, text } = setting;
  const { scheme, rulebook } = head;
  const about = scheme ? text(scheme.title) || scheme.id : text(rulebook.title) || rulebook.id;
  const title = words.notice.title(text(rulebook.issuer), about);
  return unitsOf(report, setting).map((unit) => ({
    name: `${words.notice.name}-${unit.key}`,
    document: () =>
      documentOf(title, 'letter', noticeOf(unit, refusedBlocks(report, setting), setting), setting),
  }));
}

function noticeOf(
  unit: Unit,
  refused: readonly BlockContent[],
  setting: Setting,
): readonly BlockContent[] {
  const { words, head, text } = setting;
  const { notice } = words;
  const { findings } = unit;
  const files = new Set(findings.map(({ dossier }) => dossier));
  const found = {
    findings: findings.length,
    files: files.size,
    amount: amountText(files, setting),
  };
  const defects = [...Map.groupBy(findings, ({ outcome }) => outcome.rule).values()];
  const { today } = head;
  return [
    paragraph(notice.numberBlank, 'issue-number'),
    paragraph(words.addressee(unit.name), 'addressee'),
    paragraph(notice.opening(inspectionOf(unit, setting), found)),
    ...refused,
    heading(2, words.section(1, notice.found)),
    ...defects.flatMap((own, index) => defectBlocks(own, index + 1, setting)),
    heading(2, words.section(2, notice.demands)),
    list(notice.demandList(setting.unit), true),
    paragraph(notice.annex),
    paragraph(text(head.rulebook.issuer), 'signed'),
    paragraph(today === undefined ? words.blankDay : dayText(today, setting), 'signed'),
    { ...heading(2, notice.annexTitle), data: { hProperties: { className: ['sheet'] } } },
    annexTable(defects, setting),
  ];
}

/** One defect, over however many files. */
function defectBlocks(
  findings: readonly Finding[],
  number: number,
  setting: Setting,
): readonly BlockContent[] {
  const { words, head, book } = setting;
  const { notice } = words;
  const [first] = findings;
  if (!first) return [];
  const { outcome } = first;
  const files = new Set(findings.map(({ dossier }) => dossier));
  const gravity = setting.gravity(head.rules[outcome.rule]);
  const clauses = setting.clauses(outcome);
  const doubtful = clauses.filter(({ verified }) => !verified).map(({ title }) => title);
  const remedy = setting.remedy(outcome);
  const due = remedy?.due === undefined ? undefined : dayText(remedy.due, setting);
  return [
    heading(3, words.item(number, ruleName(outcome, setting))),
    paragraph(
      findings.length === 1
        ? notice.one(fileName(first.dossier, setting), gravity, problemSentences(first, setting))
        : notice.spread(files.size, findings.length, amountText(files, setting), gravity),
    ),
    ...(clauses.length > 0
      ? [
          paragraph(notice.basis(clauses.map(({ title }) => title).join(book.terms.semicolon))),
          ...clauses
            .filter(({ text }) => text !== '')
            .map(({ text }) => quote([paragraph(oneLine(text))], 'note')),
        ]
      : []),
    ...(doubtful.length > 0
      ? [paragraph(notice.doubtful(doubtful.join(book.terms.semicolon)))]
      : []),
    paragraph(remedy ? notice.remedy(remedy.when, remedy.text, due) : notice.noRemedy),
  ];
}

function annexTable(defects: readonly (readonly Finding[])[], setting: Setting): BlockContent {
  const { words, about, aboutTitle } = setting;
  const { column, notice } = words;
  const rows = defects.flatMap((findings, index) =>
    findings.map((finding) => {
      const { dossier } = finding;
      const amount = dossier.about?.amount;
      return [
        words.item(index + 1, ''),
        numberOf(dossier, setting),
        [about(dossier, 'product'), about(dossier, 'customer')]
          .filter((one) => one !== '')
          .join(setting.book.terms.comma),
        amount === undefined ? '' : amountSaid(amount, setting),
        problemSentences(finding, setting),
      ];
    }),
  );
  return table(
    [
      notice.item,
      aboutTitle('number') ?? column.business,
      `${column.product}${setting.book.terms.comma}${column.customer}`,
      aboutTitle('amount') ?? column.amount,
      column.problem,
    ],
    rows,
    'annex',
  );
}
