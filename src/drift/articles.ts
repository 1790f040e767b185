import { chineseNumber } from '../values/chinese-number.ts';

/** An article of a regulation, or what stands for one in a text that has none. */
export interface Article {
  /** `35`, `35-1` for 第三十五条之一, `5.1` of a standard; empty for a text without articles. */
  readonly number: string;
  /** As it is written: `第三十五条`, `一`, `Article 12`. */
  readonly heading: string;
  /** The last chapter or section above. */
  readonly chapter: string | undefined;
  /** Without its heading, lines as they are. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

const numeral = '[〇零○一二三四五六七八九十百千两0-9０-９]{1,9}';

/** A way in which texts number their parts; the first one that a text has is its way. */
interface Form {
  readonly pattern: RegExp;
  /** So few of them are no way of numbering. */
  readonly least: number;
}

const forms: readonly Form[] = [
  {
    pattern: new RegExp(
      String.raw`^(?<heading>第\s*(?<n>${numeral})\s*条(?:之(?<sub>${numeral}))?)(?<rest>.*)$`,
      'su',
    ),
    least: 1,
  },
  {
    pattern: /^(?<heading>(?:Article|Section|Art\.|§)\s*(?<n>\d{1,4}[A-Z]?))\b(?<rest>.*)$/isu,
    least: 1,
  },
  { pattern: new RegExp(String.raw`^(?<heading>(?<n>${numeral}))、(?<rest>.*)$`, 'su'), least: 2 },
  {
    pattern: /^(?<heading>(?<n>\d{1,3}(?:\.\d{1,3}){0,3}))(?:[.．]?\s|[.．、](?!\d))(?<rest>.*)$/su,
    least: 2,
  },
];

/** What a sentence goes on with right behind the number of an article that it names: no article begins there. */
const reference =
  /^(?:第[^条]{1,9}[款项]|规定|所列|所述|所称|的|和|及(?!时)|或|至|与|、|，|,|。|\)|）|中(?=[，,的])|之外|以外)/u;
const chapter = new RegExp(String.raw`^第\s*${numeral}\s*[编章节](?:\s|$|[^条款项].{0,40}$)`, 'u');
const annex = /^附\s*[件录表](?:\s*[0-9０-９一二三四五六七八九十]+)?\s*(?:[:：].*)?$/u;

/** The articles of a text; the text as a whole where it has none. */
export function articlesIn(text: string): readonly Article[] {
  const lines = withoutHead(text.split(/\r\n?|\n/u)).map(plainLine);
  for (const { pattern, least } of forms) {
    const found = headingsBy(pattern, lines);
    if (found.length >= least) return cut(lines, found);
  }
  const whole = lines.join('\n').replaceAll(title, '').trim();
  return whole === ''
    ? []
    : [{ number: '', heading: '', chapter: undefined, text: whole, line: 1 }];
}

interface Heading {
  readonly at: number;
  readonly number: string;
  readonly heading: string;
  readonly rest: string;
}

/** Articles count up: what does not is a line that begins with the name of one, or of an annex. */
function headingsBy(pattern: RegExp, lines: readonly string[]): readonly Heading[] {
  const found: Heading[] = [];
  for (const [at, line] of lines.entries()) {
    // what is issued may itself be an annex, of the notice that issues it
    if (found.length > 0 && annex.test(line)) break;
    const { heading, n = '', sub, rest = '' } = pattern.exec(line)?.groups ?? {};
    if (heading === undefined || (heading.startsWith('第') && reference.test(rest))) continue;
    const number = numberOf(n) + (sub === undefined ? '' : `-${numberOf(sub)}`);
    if (number.startsWith('NaN') || !isAfter(number, found.at(-1)?.number)) continue;
    found.push({ at, number, heading: heading.replaceAll(/\s/gu, ' '), rest });
  }
  return found;
}

function cut(lines: readonly string[], headings: readonly Heading[]): readonly Article[] {
  const annexed = lines.findIndex((line, at) => at > (headings[0]?.at ?? 0) && annex.test(line));
  const last = annexed < 0 ? lines.length : annexed;
  let inside: string | undefined;
  let read = 0;
  return headings.map(({ at, number, heading, rest }, index) => {
    for (; read < at; read += 1) inside = chapterIn(lines[read]) ?? inside;
    const below = lines.slice(at + 1, headings[index + 1]?.at ?? last);
    const other = below.findIndex((line) => line.startsWith(title));
    const own = (other < 0 ? below : below.slice(0, other)).filter(
      (line) => chapterIn(line) === undefined,
    );
    const text = [rest.replace(/^\s*(?:【[^】]*】|[:：.])?\s*/u, ''), ...own].join('\n').trim();
    return { number, heading, chapter: inside, text, line: at + 1 };
  });
}

function chapterIn(line: string | undefined): string | undefined {
  return line !== undefined && line.length <= 60 && chapter.test(line) ? line : undefined;
}

/** Stands before what Markdown has as a heading: it ends the article above, where it is none itself. */
const title = '\u0000';

/** Without the marks of Markdown, blanks around and characters that cannot be seen. */
function plainLine(line: string): string {
  const plain = line
    .replaceAll(/[\p{Cf}\0]/gu, '')
    .replaceAll('**', '')
    .replace(/^[\s#>]+(?:[-*+]\s+)?|^[-*+]\s+/u, '')
    .trim();
  const isArticle = forms.some(({ pattern }) => pattern.test(plain));
  return /^#+\s/u.test(line) && !isArticle && !chapter.test(plain) ? `${title}${plain}` : plain;
}

/** What some programs write about a text at its head, between lines of dashes; lines keep their numbers. */
function withoutHead(lines: readonly string[]): readonly string[] {
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  return lines.map((line, index) => (index <= end ? '' : line));
}

/** `35` of 三十五, 35 or ３５; `5.1` as it is. */
function numberOf(written: string): string {
  const plain = written.normalize('NFKC');
  return /^\d/u.test(plain) ? plain.replace(/^0+(?=\d)/u, '') : String(chineseNumber(plain));
}

function isAfter(number: string, last: string | undefined): boolean {
  if (last === undefined) return true;
  const [a, b] = [number, last].map((one) => one.split(/[.-]/u).map(partOf));
  for (let index = 0; ; index += 1) {
    const [is, was] = [a?.[index], b?.[index]];
    if (is === undefined) return false;
    if (was === undefined || is > was) return true;
    if (is < was) return false;
  }
}

/** `12` and `12A`, which stands behind it. */
function partOf(text: string): number {
  const [, digits = '', letter = ''] = /^(\d+)([A-Z]?)$/iu.exec(text) ?? [];
  const place = letter === '' ? 0 : letter.toUpperCase().charCodeAt(0) - 64;
  return Number(digits) + place / 100;
}
