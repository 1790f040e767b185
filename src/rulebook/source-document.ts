import type { Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

import type { Noted } from '../base/diagnostic.ts';
import type { Source, Span } from '../base/source.ts';
import { parseYaml } from '../yaml/parse.ts';
import { plainOf } from '../yaml/tree.ts';
import type { Clause, Confidence, SourceDocument } from './ast.ts';
import { isStatus, statusOf } from './clause-status.ts';
import type { Words } from './files.ts';
import type { RulebookProblems } from './problems.ts';

const confidences = new Set<string>(['V1', 'V2', 'V3', 'GK', 'OWN']);
const headingPattern = /^(\S+)(?:\s+(.*?))?(?:\s*[(（]([^\s()（）]+)[)）])?$/u;

/** The fenced YAML at the head of a source. */
interface Header {
  readonly source?: string;
  readonly title?: Words;
  readonly kind?: string;
  readonly number?: string | number | Words;
  readonly issuer?: Words;
  readonly issued?: string;
  readonly from?: string;
  readonly until?: string;
  readonly replaces?: readonly string[];
  readonly confidence?: string;
  readonly reviewedOn?: string;
}

/**
 * Reads a regulation or procedure: a title, a fenced YAML header, then a heading
 * `## <id> <中文标题> | <English title> (<confidence>)` for each clause, its Chinese text in
 * paragraphs, its English in a block quote.
 */
export function sourceDocument(
  path: string,
  source: Source,
  to: Noted<RulebookProblems>,
): SourceDocument | undefined {
  const tree: Root = unified().use(remarkParse).parse(source.text);
  const fence = tree.children.find((node) => node.type === 'code');
  const top: Span = { source, start: 0, end: 0 };
  if (fence?.type !== 'code' || fence.lang !== 'yaml') {
    to.error('rulebook/source-header', top, { reason: 'no yaml header' });
    return undefined;
  }
  const span = spanOfNode(fence, source);
  const parsed = parseYaml({ name: source.name, text: fence.value });
  if (!parsed.value) {
    to.error('rulebook/source-header', span, { reason: String(parsed.diagnostics[0]?.code) });
    return undefined;
  }
  const header = plainOf(parsed.value) as Header;
  const { source: id, title, kind, confidence } = header;
  const complete = typeof id === 'string' && title && isConfidence(confidence);
  if (!complete || (kind !== 'regulation' && kind !== 'bank')) {
    to.error('rulebook/source-header', span, { reason: 'source, kind, title, confidence' });
    return undefined;
  }
  const { issuer, issued, from, until, reviewedOn } = header;
  const number = numberOf(header.number);
  return {
    id,
    path,
    kind,
    title,
    confidence,
    replaces: header.replaces ?? [],
    clauses: clauses(tree, id, confidence, source, to),
    span,
    ...(number && { number }),
    ...(issuer && { issuer }),
    ...(issued !== undefined && { issued }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(reviewedOn !== undefined && { reviewedOn }),
  };
}

function clauses(
  tree: Root,
  id: string,
  confidence: Confidence,
  source: Source,
  to: Noted<RulebookProblems>,
): ReadonlyMap<string, Clause> {
  const found = new Map<string, Clause>();
  for (const [index, node] of tree.children.entries()) {
    if (node.type !== 'heading' || node.depth !== 2) continue;
    const span = spanOfNode(node, source);
    const heading = source.text
      .slice(span.start, span.end)
      .replace(/^#+\s*/u, '')
      .trim();
    const [, clause = '', given = '', mark = confidence] = headingPattern.exec(heading) ?? [];
    const [zh = '', en = '', ...rest] = given.split('|').map((title) => title.trim());
    if (clause === '' || clause === '|' || rest.length > 0 || !isConfidence(mark)) {
      to.error('rulebook/source-heading', span, { heading });
      continue;
    }
    const first = found.get(clause);
    if (first)
      to.error('rulebook/duplicate-id', span, { id: `${id}#${clause}` }, { related: [first.span] });
    else {
      const title = { zh, en };
      const { text, status } = below(tree, index, source, to);
      found.set(clause, {
        id: clause,
        ref: `${id}#${clause}`,
        title,
        text,
        confidence: mark,
        status,
        span,
      });
    }
  }
  return found;
}

/** A number written once is that of every language; phrases such as 文号未核实 are written in each. */
function numberOf(given: Header['number']): Words | undefined {
  if (typeof given !== 'string' && typeof given !== 'number') return given;
  return { zh: String(given), en: String(given) };
}

/** The blocks up to the next heading: Chinese as written, English from block quotes; the status apart. */
function below(
  tree: Root,
  heading: number,
  source: Source,
  to: Noted<RulebookProblems>,
): Pick<Clause, 'text' | 'status'> {
  const after = tree.children.slice(heading + 1);
  const next = after.findIndex((node) => node.type === 'heading');
  const blocks = next < 0 ? after : after.slice(0, next);
  const [said, ...more] = blocks.filter((node) => isStatus(textOfNode(node, source)));
  const status = said && statusOf(textOfNode(said, source));
  for (const node of [...(said && !status ? [said] : []), ...more]) {
    to.error('rulebook/source-status', spanOfNode(node, source), {});
  }
  const write = (nodes: readonly RootContent[]) =>
    nodes.map((node) => textOfNode(node, source)).join('\n\n');
  const texts = blocks.filter((node) => !isStatus(textOfNode(node, source)));
  const quotes = texts.filter((node) => node.type === 'blockquote');
  return {
    text: {
      zh: write(texts.filter((node) => node.type !== 'blockquote')),
      en: write(quotes).replaceAll(/^> ?/gmu, ''),
    },
    status,
  };
}

function textOfNode(node: RootContent, source: Source): string {
  const { start, end } = spanOfNode(node, source);
  return source.text.slice(start, end);
}

function spanOfNode(
  { position }: { readonly position?: RootContent['position'] },
  source: Source,
): Span {
  return { source, start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function isConfidence(text: unknown): text is Confidence {
  return typeof text === 'string' && confidences.has(text);
}
