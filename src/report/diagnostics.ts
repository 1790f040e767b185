import type { Diagnostic } from '../base/diagnostic.ts';
import { lineOf, positionOf, type Span } from '../base/source.ts';
import { message, type Problems, type Wordbook, wordbooks } from '../words/messages/messages.ts';
import { oneLine, severalLines } from '../base/shown.ts';
import { cellOfSpan } from './cell.ts';
import { type Paint, plain } from './paint.ts';
import { widthOf } from './width.ts';

/** Longest part of a source line that a frame shows. */
const frameWidth = 100;

/**
 * Diagnostics as text: the message, the place in the form editors can jump from, the line with a mark under it.
 */
export function diagnosticsText(
  diagnostics: readonly Diagnostic<Problems>[],
  book: Wordbook,
  paint: Paint = plain,
): string {
  return diagnostics.map((diagnostic) => one(diagnostic, book, paint)).join('\n');
}

function one(diagnostic: Diagnostic<Problems>, book: Wordbook, paint: Paint): string {
  const { span, severity, code, related = [], more, fix, quote } = diagnostic;
  const { terms } = book;
  const cell = cellOfSpan(span);
  const colour = severity === 'error' ? paint.red : paint.yellow;
  const head = `${colour(terms.severity[severity])} ${paint.bold(oneLine(message(book, diagnostic)))} ${paint.dim(`[${code}]`)}`;
  const lines = [
    head,
    `  ${oneLine(cell ? terms.intake.cell(cell) : placeOf(span))}`,
    ...(quote === 'none' || cell ? [] : frame(span, paint, quote === 'part')),
  ];
  if (fix) lines.push(`  ${terms.fix(severalLines(fix.text, '    '))}`);
  for (const other of related) lines.push(`  ${terms.label.related} ${oneLine(placeOf(other))}`);
  if (more !== undefined) lines.push(`  ${terms.register.morePlaces(more)}`);
  return `${lines.join('\n')}\n`;
}

/** One line, for when it is not known which language is spoken: `错误 / error …… / … [io/unwritable]` */
export function inBothLanguages(diagnostic: Diagnostic<Problems>): string {
  const { zh, en } = wordbooks;
  const { severity, code } = diagnostic;
  const heads = [zh, en].map(({ terms }) => terms.severity[severity]);
  const says = [zh, en].map((book) => oneLine(message(book, diagnostic)));
  return `${heads.join(' / ')} ${says.join(' / ')} [${code}]`;
}

/** `rules/a.yaml:3:7` */
export function placeOf(span: Span): string {
  const { text, name, begins } = span.source;
  if (text === '' && !begins) return name;
  const { line, column } = positionOf(span);
  return `${name}:${line}:${column}`;
}

function frame(span: Span, paint: Paint, partly: boolean): readonly string[] {
  const { source, start, end } = span;
  if (source.text === '') return [];
  const { line, column } = positionOf(span);
  const whole = lineOf(source, line);
  // a record's first line is quoted from where the record begins
  const at = column - (line === source.begins?.line ? source.begins.column : 1);
  const [before = '', marked = '', after = ''] = [
    whole.slice(0, at).padEnd(at),
    whole.slice(at, at + end - start),
    whole.slice(at + end - start),
  ].map((part) => severalLines(part.replaceAll('\t', ' ')));
  const head = partly && !ownKey.test(before) ? '… ' : before.slice(-frameWidth / 2);
  const tail = partly && !/^["']?,?\s*$/u.test(after) ? ' …' : after;
  const shown = (head + marked + tail).slice(0, frameWidth);
  const mark = widthOf(shown.slice(head.length, head.length + marked.length));
  const number = String(line).padStart(5);
  return [
    `  ${paint.dim(`${number} │`)} ${shown}`,
    `  ${paint.dim(`${' '.repeat(number.length)} │`)} ${' '.repeat(widthOf(head))}${paint.red('^'.repeat(Math.max(1, mark)))}`,
  ];
}

/** Before a value on a line of its own: indentation, a dash, the key. */
const ownKey = /^\s*(?:- )*(?:["']?[\p{L}_][\p{L}\p{N}_]*["']?\s*:\s*)?["']?$/u;
