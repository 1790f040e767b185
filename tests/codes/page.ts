import { readFileSync } from 'node:fs';

import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A fenced block of a page. */
export interface Block {
  /** What it is written in: the first word after the fence. */
  readonly language: string;
  /** What it is, such as `rule` or the path of a file: the second word. */
  readonly kind: string;
  readonly text: string;
}

/** A page of `docs/codes/`: what is wrong, in blocks that have it and in blocks that have not. */
export interface Page {
  readonly title: string;
  /** Its first sentences in each language, as written. */
  readonly says: { readonly zh: string; readonly en: string };
  readonly wrong: readonly Block[];
  readonly right: readonly Block[];
}

export function readPage(path: string): Page {
  const text = readFileSync(path, 'utf8');
  const blocks = new Map<string, Block[]>();
  const says = new Map<string, string>();
  let title = '';
  let heading = '';
  for (const node of unified().use(remarkParse).parse(text).children) {
    const written = text.slice(node.position?.start.offset, node.position?.end.offset);
    if (node.type === 'heading') heading = written.replace(/^#+\s*/u, '');
    if (node.type === 'heading' && node.depth === 1) title = heading;
    if (node.type === 'paragraph' && !says.has(heading)) says.set(heading, written);
    if (node.type === 'code') {
      const block = { language: node.lang ?? '', kind: node.meta ?? '', text: whole(node.value) };
      blocks.set(heading, [...(blocks.get(heading) ?? []), block]);
    }
  }
  return {
    title,
    says: { zh: says.get(title) ?? '', en: says.get('In English') ?? '' },
    wrong: blocks.get('错误示例') ?? [],
    right: blocks.get('正确示例') ?? [],
  };
}

/** What a page shortens, in full: `«a»×3` is `aaa`. */
function whole(text: string): string {
  return text.replaceAll(/«(.*?)»×(\d+)/gu, (_, part: string, times: string) =>
    part.repeat(Number(times)),
  );
}
