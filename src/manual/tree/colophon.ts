import type { Document } from '../../document/document.ts';
import { code, heading, paragraph, table } from '../../document/nodes.ts';
import type { Writing } from './common.ts';

/** On the last page, of which rulebook it was made, to the byte; nothing where nobody told the digest. */
export function withColophon(
  parts: Document['parts'],
  { manual, labels }: Writing,
): Document['parts'] {
  const { digest, id, version, asOf } = manual;
  if (digest === undefined) return parts;
  const blocks = [
    heading(2, labels.colophon, 'colophon'),
    paragraph(labels.colophonSay),
    table(
      [labels.item, labels.content],
      [
        [labels.code, [code(id)]],
        [labels.version, version],
        [labels.asOf, asOf],
        [labels.colophon, [code(digest)]],
      ],
      'colophon',
    ),
  ];
  const [first, ...rest] = parts;
  const last = rest.at(-1);
  return last
    ? [first, ...rest.slice(0, -1), { ...last, blocks: [...last.blocks, ...blocks] }]
    : [{ ...first, blocks: [...first.blocks, ...blocks] }];
}
