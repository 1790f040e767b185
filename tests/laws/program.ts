import type { Program, Subject } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';
import type { Book } from './book.ts';
import { folderOf } from './folder.ts';

/** A book that types, and its program. */
export interface Typed {
  readonly book: Book;
  readonly program: Program;
  readonly subject: Subject;
  /** Rules that read something on days on which it has no value, which lint refuses. */
  readonly gaps: ReadonlySet<string>;
}

/** What is wrong with the expressions of a book, file by file; a gap in its editions is not. */
export function mistakesIn(
  book: Book,
): readonly { readonly file: string; readonly said: string }[] {
  return read(book).mistakes;
}

/**
 * The program of a book without the rules that do not type; undefined where something does not that they share.
 *
 * Terms are made to type, and nearly all of them do: what is left is for the checker, not for the laws.
 */
export function typed(book: Book): Typed | undefined {
  const { program, mistakes, gaps } = read(book);
  if (mistakes.length === 0) return program && withSubject(book, program, gaps);
  const wrong = new Set(mistakes.map(({ file }) => file));
  const isRule = (file: string) => file.startsWith('stages/all/check/TST');
  if ([...wrong].some((file) => !isRule(file))) return undefined;
  const rules = book.rules.filter(({ id }) => !wrong.has(`stages/all/check/${id}-rule.yaml`));
  if (rules.length === 0) return undefined;
  const less: Book = { ...book, rules };
  const again = read(less);
  return again.program && again.mistakes.length === 0
    ? withSubject(less, again.program, again.gaps)
    : undefined;
}

function withSubject(book: Book, program: Program, gaps: ReadonlySet<string>): Typed | undefined {
  const subject = program.subjects.get('dossier');
  if (program.rules.length !== book.rules.length) throw new Error('a rule got lost');
  return subject && { book, program, subject, gaps };
}

function read(book: Book) {
  const { value: program, diagnostics } = readRulebook(folderOf(book));
  const mistakes = diagnostics.flatMap(({ severity, code, span, ...rest }) => {
    const ours = /^(?:feel|yaml|program)\//u.test(code) && code !== 'program/no-value';
    const shape = /^rulebook\/(?:format|missing-key|wrong-type|unknown-key)/u.test(code);
    if (severity !== 'error' || !(ours || shape)) return [];
    const { source, start, end } = span;
    return [
      {
        file: source.name,
        said: `${code} ${JSON.stringify('params' in rest ? rest.params : {}).slice(0, 160)} «${source.text.slice(start, end)}»`,
      },
    ];
  });
  const gaps = new Set(
    diagnostics.flatMap((one) => (one.code === 'program/no-value' ? [one.params.rule] : [])),
  );
  return { program, mistakes, gaps };
}
