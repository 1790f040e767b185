import type { BlockContent } from 'mdast';

import type { CodeSetEdition, CodeSetEntry } from '../model.ts';
import { citationRefs, periodOf, ruleLinks, type Writing } from './common.ts';
import { code, fileLink, heading, paragraph, strong, table } from '../../document/nodes.ts';
import { prose } from '../../document/prose.ts';

/** Code sets: what they are called, their files, and the first rows of each, never all of them. */
export function codesChapter(number: number, writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  return [
    heading(1, labels.appendix(number, labels.codeSets), 'codes'),
    paragraph(labels.codeSetsSay),
    ...manual.codeSets.flatMap((set) => codeSetSection(set, writing)),
  ];
}

function codeSetSection(set: CodeSetEntry, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  return [
    heading(2, set.title, `codes-${set.id}`),
    paragraph([code(set.id)]),
    ...prose(set.note),
    paragraph([strong(labels.usedBy), labels.colon, ...ruleLinks(set.usedBy, writing)]),
    ...set.editions.flatMap((edition) => codeSetEdition(edition, set, writing)),
    paragraph([strong(labels.source), labels.colon, fileLink(set.path)]),
  ];
}

function codeSetEdition(
  edition: CodeSetEdition,
  { heads }: CodeSetEntry,
  writing: Writing,
): readonly BlockContent[] {
  const { labels } = writing;
  const { inForce, file, digest, codes, rows, basis, note } = edition;
  const period = periodOf(edition, writing);
  return [
    paragraph([
      strong(inForce ? labels.editionNow(period) : labels.editionThen(period)),
      labels.colon,
      ...citationRefs(basis, writing),
    ]),
    paragraph([
      code(file),
      labels.semicolon,
      labels.codeCount(codes, rows.length),
      ...(digest === '' ? [] : [labels.semicolon, code(digest)]),
    ]),
    ...prose(note),
    table(heads, rows, 'codes'),
  ];
}
