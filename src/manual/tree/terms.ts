import type { BlockContent } from 'mdast';

import type { TermEntry } from '../model.ts';
import type { Writing } from './common.ts';
import { heading, paragraph, strong } from '../../document/nodes.ts';
import { prose } from '../../document/prose.ts';

/** The glossary: what each thing is called, what it is, and which words do not stand for it. */
export function termsChapter(number: number, writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  return [
    heading(1, labels.appendix(number, labels.terms), 'terms'),
    paragraph(labels.termsSay),
    ...manual.terms.flatMap((term) => termSection(term, writing)),
  ];
}

function termSection(
  { id, title, abroad, means, note, not }: TermEntry,
  { labels }: Writing,
): readonly BlockContent[] {
  const others = abroad.length === 0 ? '' : labels.brackets(abroad.join(labels.comma));
  return [
    heading(2, `${title}${others}`, `term-${id}`),
    ...prose(means),
    ...prose(note),
    ...(not.length === 0
      ? []
      : [paragraph([strong(labels.notWritten), labels.colon, not.join(labels.comma)])]),
  ];
}
