import type { RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

import type { Noted } from '../base/diagnostic.ts';
import { type Language, textsIn } from '../base/language.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import type { Source, Span } from '../base/source.ts';
import { parseYaml } from '../yaml/parse.ts';
import { plainOf } from '../yaml/tree.ts';
import { parseDate } from '../values/temporal-text.ts';
import type { Clause, Confidence, SourceDocument, TextRead } from './ast.ts';
import { isStatus, statusOf } from './clause-status.ts';
import { figuresOf, isFigures } from './figures.ts';
import type { Words } from './files.ts';
import { isPunishes, punishedIn } from './penalties.ts';
import type { RulebookProblems } from './problems.ts';

/** Blocks alone: what is inside them is taken as it is written. */
const markdown = unified()
  .data('micromarkExtensions', [
    {
      disable: {
        null: [
          'attention',
          'autolink',
          'codeText',
          'hardBreakEscape',
          'htmlText',
          'labelEnd',
          'labelStartImage',
          'labelStartLink',
        ],
      },
    },
  ])
  .use(remarkParse)
  .freeze();

/** A block of a source, by where it stands: all that is taken from its Markdown. */
export interface Block {
  /** A heading of the second level begins a clause. */
  readonly kind: 'clause' | 'heading' | 'quote' | 'text';
  readonly start: number;
  readonly end: number;
}

export interface Outline {
  /** The YAML of the first fence, where it is of that; it is a block, too. */
  readonly header?: Block & { readonly text: string };
  readonly blocks: readonly Block[];
}

/** What Markdown is read for; it takes far longer than all that is made of it. */
export function outlineOf(text: string): Outline {
  const { children } = markdown.parse(text);
  const blocks = children.map((node): Block => {
    const { start, end } = node.position ?? {};
    return { kind: kindOf(node), start: start?.offset ?? 0, end: end?.offset ?? 0 };
  });
  const first = children.findIndex(({ type }) => type === 'code');
  const [fence, block] = [children[first], blocks[first]];
  if (fence?.type !== 'code' || fence.lang !== 'yaml' || !block) return { blocks };
  return { header: { ...block, text: fence.value }, blocks };
}

function kindOf(node: RootContent): Block['kind'] {
  if (node.type === 'heading') return node.depth === 2 ? 'clause' : 'heading';
  return node.type === 'blockquote' ? 'quote' : 'text';
}

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
  readonly read?: { readonly text?: string; readonly where?: string; readonly on?: string };
}

/**
 * Reads a regulation or procedure: a title, a fenced YAML header, then a heading
 * `## <id> <title> | <title in the next language> (<confidence>)` for each clause, its text in paragraphs, and in
 * the next language in a block quote. Of further languages a quote says its own: `> [fr] …`.
 *
 * It is in the languages that its own title is in, in the order of the rulebook's.
 *
 * @param languages - those of the rulebook, the writer's first
 * @param memory - of outlines of texts
 */
export function sourceDocument(
  path: string,
  source: Source,
  languages: readonly Language[],
  to: Noted<RulebookProblems>,
  memory: Memory = noMemory,
): SourceDocument | undefined {
  const { text } = source;
  const { header: fence, blocks } = memory.of('outline', [text], () => outlineOf(text));
  const top: Span = { source, start: 0, end: 0 };
  if (!fence) {
    to.error('rulebook/source-header', top, { reason: 'no yaml header' });
    return undefined;
  }
  const span = spanOf(fence, source);
  const parsed = parseYaml({ name: source.name, text: fence.text });
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
  const read = readOf(header.read);
  if (header.read && !read)
    to.error('rulebook/source-header', span, { reason: 'read: text, where, on' });
  const own = languagesIn(title, languages);
  const number = numberOf(header.number, own);
  return {
    id,
    path,
    kind,
    title,
    confidence,
    replaces: header.replaces ?? [],
    languages: own,
    clauses: clauses(blocks, { id, confidence, languages: own }, source, to),
    span,
    ...(number && { number }),
    ...(issuer && { issuer }),
    ...(issued !== undefined && { issued }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(reviewedOn !== undefined && { reviewedOn }),
    ...(read && { read }),
  };
}

function clauses(
  blocks: readonly Block[],
  { id, confidence, languages }: Pick<SourceDocument, 'id' | 'confidence' | 'languages'>,
  source: Source,
  to: Noted<RulebookProblems>,
): ReadonlyMap<string, Clause> {
  const found = new Map<string, Clause>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'clause') continue;
    const span = spanOf(block, source);
    const heading = source.text
      .slice(span.start, span.end)
      .replace(/^#+\s*/u, '')
      .trim();
    const [, clause = '', given = '', mark = confidence] = headingPattern.exec(heading) ?? [];
    const titles = titlesIn(given, languages);
    const isMany = titles.length > languages.length;
    if (clause === '' || clause === '|' || isMany || !isConfidence(mark)) {
      to.error('rulebook/source-heading', span, { heading });
      continue;
    }
    const first = found.get(clause);
    if (first)
      to.error('rulebook/duplicate-id', span, { id: `${id}#${clause}` }, { related: [first.span] });
    else {
      const title = inOrder(languages, titles);
      const own = below(blocks.slice(index + 1), { id, languages }, source, to);
      found.set(clause, {
        id: clause,
        ref: `${id}#${clause}`,
        title,
        confidence: mark,
        ...own,
        span,
      });
    }
  }
  return found;
}

const texts = ['original', 'copy', 'translation', 'report'] as const;

function readOf(given: Header['read']): TextRead | undefined {
  const { where, on } = given ?? {};
  const text = texts.find((one) => one === given?.text);
  const isWhole = typeof where === 'string' && where !== '' && typeof on === 'string';
  return text && isWhole && parseDate(on) ? { text, where, on } : undefined;
}

/** A number written once is that of every language; phrases such as 文号未核实 are written in each. */
function numberOf(given: Header['number'], languages: readonly Language[]): Words | undefined {
  if (typeof given !== 'string' && typeof given !== 'number') return given;
  return textsIn(languages, () => String(given));
}

/** The writer's language, those others of the rulebook that a title is in, and after them any that it is in besides. */
function languagesIn(title: Words, [writer, ...others]: readonly Language[]): readonly Language[] {
  const has = Object.keys(title);
  const known = others.filter((language) => has.includes(language));
  return [...new Set([...(writer === undefined ? [] : [writer]), ...known, ...has])];
}

/** Of a source in one language the title may stand behind a bar, where that of a first language is left out. */
function titlesIn(given: string, { length }: readonly Language[]): readonly string[] {
  const titles = given.split('|').map((one) => one.trim());
  return length === 1 && titles[0] === '' ? titles.slice(1) : titles;
}

function inOrder(languages: readonly Language[], texts: readonly string[]): Words {
  return Object.fromEntries(languages.map((language, index) => [language, texts[index] ?? '']));
}

/** The blocks up to the next heading: the writer's as written, others' from block quotes; status, figures and what it punishes apart. */
function below(
  after: readonly Block[],
  { id, languages }: Pick<SourceDocument, 'id' | 'languages'>,
  source: Source,
  to: Noted<RulebookProblems>,
): Pick<Clause, 'text' | 'status' | 'figures' | 'punishes'> {
  const next = after.findIndex(({ kind }) => kind === 'clause' || kind === 'heading');
  const blocks = next < 0 ? after : after.slice(0, next);
  const [said, ...more] = blocks.filter((block) => isStatus(textOf(block, source)));
  const status = said && statusOf(textOf(said, source), languages);
  for (const block of [...(said && !status ? [said] : []), ...more]) {
    to.error('rulebook/source-status', spanOf(block, source), {});
  }
  const listed = blocks.filter((block) => isFigures(textOf(block, source)));
  const figures = listed.flatMap((block) => {
    const found = figuresOf(textOf(block, source));
    if (!found) to.error('rulebook/source-figures', spanOf(block, source), {});
    return found ?? [];
  });
  const punishing = blocks.find((block) => isPunishes(textOf(block, source)));
  const punishes = punishing && {
    clauses: punishedIn(textOf(punishing, source), id),
    span: spanOf(punishing, source),
  };
  const isApart = (text: string) => isStatus(text) || isFigures(text);
  const written = blocks.filter((block) => block !== punishing && !isApart(textOf(block, source)));
  const isQuoted = written.every(({ kind }) => kind === 'quote');
  const texts = written.map((block) => blockIn(block, languages, isQuoted, source));
  const write = (language: Language) =>
    texts.flatMap((one) => (one.language === language ? [one.text] : [])).join('\n\n');
  return { text: textsIn(languages, write), status, figures, punishes };
}

/**
 * In which language a block is: a quote in the one it begins with, as `> [fr] …`, or else in the second.
 * Where the source is in one language, a quote is a quote, unless all of the clause is one.
 */
function blockIn(
  block: Block,
  [writer = '', second, ...others]: readonly Language[],
  isQuoted: boolean,
  source: Source,
): { readonly language: Language; readonly text: string } {
  const text = textOf(block, source);
  if (block.kind !== 'quote') return { language: writer, text };
  const quoted = text.replaceAll(/^> ?/gmu, '');
  if (second === undefined) return { language: writer, text: isQuoted ? quoted : text };
  const mark = /^\[([^\]\s]+)\]\s+/u.exec(quoted);
  const language = [second, ...others].find((one) => one === mark?.[1]);
  if (language === undefined) return { language: second, text: quoted };
  return { language, text: quoted.slice(mark?.[0].length) };
}

function textOf({ start, end }: Block, source: Source): string {
  return source.text.slice(start, end);
}

function spanOf({ start, end }: Block, source: Source): Span {
  return { source, start, end };
}

function isConfidence(text: unknown): text is Confidence {
  return typeof text === 'string' && confidences.has(text);
}
