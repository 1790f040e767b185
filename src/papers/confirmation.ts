import type { BlockContent } from 'mdast';

import { heading, paragraph, table } from '../document/nodes.ts';
import type { CheckReport, OutcomeJson } from '../report/json-format.ts';
import { type Finding } from '../report/findings.ts';
import { problemSentences, refusedBlocks, ruleName } from './lines.ts';
import { documentOf, oneLine, type Paper, signatures } from './paper.ts';
import type { Setting } from './setting.ts';
import { fileName, inspectionOf, type Unit, unitsOf } from './units.ts';

/** Confirmations of facts (事实确认书), one for each unit that something was found in: before any notice. */
export function confirmations(report: CheckReport, setting: Setting): readonly Paper[] {
  return unitsOf(report, setting).map((unit) => ({
    name: `${setting.words.confirmation.name}-${unit.key}`,
    document: () => {
      const content = confirmationOf(unit, refusedBlocks(report, setting), setting);
      return documentOf(setting.words.confirmation.title, 'sheet', content, setting);
    },
  }));
}

function confirmationOf(
  unit: Unit,
  refused: readonly BlockContent[],
  setting: Setting,
): readonly BlockContent[] {
  const { words, inspectors } = setting;
  const { confirmation } = words;
  const files = [...Map.groupBy(unit.findings, ({ dossier }) => dossier)];
  let number = 0;
  return [
    paragraph(words.addressee(unit.name), 'addressee'),
    paragraph(confirmation.opening(inspectionOf(unit, setting))),
    ...refused,
    paragraph(confirmation.nature),
    ...files.flatMap(([dossier, findings], index) => [
      heading(2, words.section(index + 1, fileName(dossier, setting))),
      table(
        Object.values(confirmation.columns),
        findings.map((finding) => {
          number += 1;
          return [
            `${number}`,
            ruleName(finding.outcome, setting),
            factsOf(finding, setting),
            [confirmation.choices.agreed, { type: 'break' }, confirmation.choices.objected],
            '',
          ];
        }),
        'facts',
      ),
    ]),
    heading(2, words.section(files.length + 1, confirmation.signatures)),
    signatures(
      [...confirmation.ofUnit(unit.name), ...confirmation.ofInspectors(inspectors)],
      setting,
    ),
  ];
}

/** What was found, and the values that it was seen by. */
function factsOf(finding: Finding, setting: Setting): string {
  const seen = seenText(finding.outcome, setting);
  const { words, book } = setting;
  const fact = problemSentences(finding, setting);
  return seen === ''
    ? fact
    : `${fact}${words.sentence}${words.seen}${book.terms.colon}${seen}${words.stop}`;
}

function seenText({ seen = [] }: OutcomeJson, { text, book }: Setting): string {
  const values = seen.map(({ title, value }) => `${text(title)} ${oneLine(text(value))}`);
  return [...new Set(values)].join(book.terms.semicolon);
}
