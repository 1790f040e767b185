import type { BlockContent } from 'mdast';

import { heading, joined, type Line, paragraph, table } from '../../document/nodes.ts';
import { prose } from '../../document/prose.ts';
import { labelledLine, namedLinks, type Writing } from './common.ts';

/** Forms as they are filled in; nothing where the catalogue says of none what it has room for. */
export function specimensChapter(number: number, writing: Writing): readonly BlockContent[] {
  const { labels, manual } = writing;
  if (manual.specimens.length === 0) return [];
  return [
    heading(1, labels.appendix(number, labels.specimens), 'specimens'),
    paragraph(labels.specimensSay),
    ...manual.specimens.flatMap(({ document, note, post, product, lines }) => {
      const steps = manual.documents.find(({ id }) => id === document.id)?.steps ?? [];
      const about: readonly Line[] = [
        labelledLine(labels.specimenBy, namedLinks([post], 'post', writing), writing),
        ...(steps.length === 0
          ? []
          : [labelledLine(labels.specimenAt, namedLinks(steps, 'step', writing), writing)]),
        ...(product ? [labelledLine(labels.specimenOf, product.title, writing)] : []),
      ];
      return [
        heading(2, document.title, `specimen-${document.id}`),
        paragraph(joined(about, labels.semicolon)),
        ...prose(note),
        table(
          labels.specimenHead,
          lines.map(({ title, says }) => [title, says === '' ? labels.none : says]),
          'specimen',
        ),
      ];
    }),
  ];
}
