import type { SourceDocument } from '../rulebook/ast.ts';
import type { TextFound } from './format.ts';
import { compared } from './text.ts';

/** A text of a folder. */
export interface TextGiven {
  /** From the folder. */
  readonly file: string;
  readonly text: string;
}

/** Characters at the head of a text that tell what it is. */
const headLength = 3000;

/** Which source a text is of: by the name of its file, a title that is a line of it, or a document number in its head. */
export function whose({ file, text }: TextGiven, sources: readonly SourceDocument[]): TextFound {
  const none = { file, source: null, by: null, among: [] };
  if (text.trim() === '') return { ...none, why: 'empty' };
  const stem = file.replace(/^.*[/\\]/u, '').replace(/\.[^.]*$/u, '');
  const head = text.slice(0, headLength);
  const lines = new Set([stem, ...head.split('\n')].map(titleOf));
  const ways = [
    ['id', ({ id }: SourceDocument) => isNamed(stem, id)],
    // before the number: a text may name those of others
    [
      'title',
      ({ title }: SourceDocument) => Object.values(title).some((one) => lines.has(titleOf(one))),
    ],
    ['number', ({ number }: SourceDocument) => numbersOf(number).some((one) => isIn(one, head))],
  ] as const;
  let among = sources;
  for (const [by, isOf] of ways) {
    const found = among.filter(isOf);
    const [one] = found;
    if (one && found.length === 1) return { file, source: one.id, by, why: null, among: [] };
    if (one) among = found;
  }
  return among === sources
    ? { ...none, why: 'unknown' }
    : { ...none, why: 'ambiguous', among: among.map(({ id }) => id) };
}

/** `L-7`, `L-7 管理办法` */
function isNamed(stem: string, id: string): boolean {
  const [name, own] = [stem, id].map((one) => one.normalize('NFKC').toLowerCase());
  if (name === undefined || own === undefined || !name.startsWith(own)) return false;
  return (
    !/^[\p{L}\d-]/u.test(name.slice(own.length)) || /^\p{Script=Han}/u.test(name.slice(own.length))
  );
}

/** Numbers such as 银发〔2016〕26号; phrases such as 文号未核实 are none. */
function numbersOf(number: SourceDocument['number']): readonly string[] {
  return Object.values(number ?? {}).filter(
    (one) => /\d/u.test(one) && !/未|not verified/u.test(one),
  );
}

function isIn(number: string, head: string): boolean {
  const [own, all] = [number, head].map(bracketless);
  return own !== undefined && all !== undefined && own.length >= 6 && all.includes(own);
}

/** The year of a number stands in any of many brackets. */
function bracketless(text: string): string {
  return compared(text).replaceAll(/[〔〕[\]()【】〈〉<>]/gu, '|');
}

function titleOf(line: string): string {
  return compared(line.replaceAll(/^[\s#*]+|\*+$/gu, '').replace(/^title:\s*/u, '')).replaceAll(
    /[《》]/gu,
    '',
  );
}
