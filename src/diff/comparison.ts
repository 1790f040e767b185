import type { BlockContent } from 'mdast';

import type { Language } from '../base/language.ts';
import type { Document } from '../document/document.ts';
import {
  deleted,
  heading,
  inserted,
  type Line,
  newLine,
  paragraph,
  table,
} from '../document/nodes.ts';
import { cover } from '../document/own-nodes.ts';
import { sheetOf } from '../document/sheet.ts';
import { wordChanges } from '../base/word-changes.ts';
import type { ChangeJson, DiffReport, ImpactJson } from './format.ts';
import { impactTold, marks, tellerIn } from './told.ts';

/**
 * The table of old and new (新旧对照表): what went and what came are tracked changes in the column of the new. What becomes
 * of a book of dossiers follows, where one was given.
 */
export function comparisonDocument(report: DiffReport, language: Language): Document {
  const { says, words, thing, act, version } = tellerIn(language);
  const { comma, colon } = marks(language);
  const effects = new Map(report.rules.map(({ id, effect }) => [id, effect]));
  const told = report.changes.filter(
    ({ thing: kind, part, before, after }) =>
      // the version stands above
      kind !== 'cases' && part !== 'version' && (before ?? after) !== undefined,
  );
  const title = says.tableTitle;
  return sheetOf({
    language,
    title,
    number: report.new.id,
    version: report.new.version,
    day: report.asOf,
    listed: 1,
    blocks: [
      cover([heading(1, title, 'title')]),
      paragraph(says.heading(words(report.new.title), report.old.version, report.new.version)),
      paragraph(version(report)),
      table(says.tableHead, told.map(row)),
      ...(report.impact ? impactBlocks(report.impact) : []),
    ],
  });

  function impactBlocks(impact: ImpactJson): readonly BlockContent[] {
    const { summary, unread, groups, each } = impactTold(impact, report.rules, language);
    return [
      heading(2, says.impactHeading),
      ...[summary, ...unread].map((text) => paragraph(text)),
      ...groups.map((group) =>
        table(
          [group.title, ...says.groupHead],
          group.rows.map(({ name, dossiers, worse, better, amount }) => [
            name,
            String(dossiers),
            String(worse),
            String(better),
            amount,
          ]),
        ),
      ),
      ...(each.length > 0
        ? [
            table(
              says.eachHead,
              each.map(({ name, verdict, why }) => [
                name,
                verdict,
                why.flatMap((line, index) => [...(index > 0 ? [newLine()] : []), line.trim()]),
              ]),
            ),
          ]
        : []),
    ];
  }

  function row(change: ChangeJson): readonly Line[] {
    const [before, after] = [change.before, change.after].map(words);
    return [thing(change), before ?? '', tracked(before ?? '', after ?? ''), note(change)];
  }

  function tracked(before: string, after: string): Line {
    return wordChanges(before, after, language).map(({ is, text }) =>
      is === 'same' ? text : is === 'gone' ? deleted(text) : inserted(text),
    );
  }

  function note(change: ChangeJson): string {
    const hit = change.rules.map((id) => {
      const effect = effects.get(id);
      return effect === undefined ? id : `${id}${colon}${says.effects[effect]}`;
    });
    return [act(change), ...hit].filter((part) => part !== '').join(comma);
  }
}
