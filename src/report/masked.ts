import type { Diagnostic } from '../base/diagnostic.ts';
import { type Source, type Span, textOf } from '../base/source.ts';
import { mask } from '../feel/sentence/format.ts';
import { maskText } from '../feel/sentence/mask-text.ts';
import type { Field, Personal, Type } from '../feel/types.ts';
import type { Yaml } from '../yaml/tree.ts';
import type { CheckedFile, ReportOptions } from './checked.ts';
import { type Hide, hiderOf } from './hide.ts';
import type { Problems } from '../words/messages/messages.ts';

type One = Diagnostic<Problems>;

/** What was noticed of a file, and the dossier that it is, where it is one. */
export interface DiagnosedFile extends Pick<CheckedFile, 'diagnostics'> {
  readonly judged?: Pick<NonNullable<CheckedFile['judged']>, 'dossier' | 'subject'> | undefined;
}

/** What to show of a file's diagnostics: nothing personal is quoted unless the caller asks. */
export function diagnosticsOf(
  { diagnostics, judged }: DiagnosedFile,
  { unmasked }: Pick<ReportOptions, 'unmasked'>,
): readonly One[] {
  if (unmasked) return diagnostics;
  if (!judged) return diagnostics.map((diagnostic) => masked(diagnostic, undefined, maskText));
  const { dossier, subject } = judged;
  const hide = hiderOf(dossier, subject);
  return diagnostics.map((diagnostic) =>
    masked(
      diagnostic,
      personalAt(dossier.yaml, subject.type, undefined, diagnostic.span.start),
      hide,
    ),
  );
}

/**
 * A file's name as reports show it: people call files after people.
 *
 * @param digest - of what is in it, to tell files apart whose names are the same when they are masked
 */
export function fileShown(file: string, unmasked: boolean, digest?: string): string {
  const shown = unmasked ? file : maskText(file);
  return shown === file || digest === undefined ? shown : `${shown}~${digest.slice(-6)}`;
}

/** Neither the words of a diagnostic, nor the line, nor the name of the file tell who somebody is. */
function masked(diagnostic: One, personal: Personal | undefined, hide: Hide): One {
  const { span, related, fix } = diagnostic;
  const found = textOf(span);
  const hidden = personal ? (text: string) => mask(text, personal) : hide;
  const isShown =
    !personal && quoteOf(diagnostic) === 'part' && !isStrange(diagnostic) && hide(found) === found;
  return {
    ...diagnostic,
    params: paramsOf(diagnostic, hidden, hide),
    span: spanOf(span),
    ...(related && { related: related.map(spanOf) }),
    ...(fix && hidden(fix.text) !== fix.text && { fix: undefined }),
    quote: isShown ? 'part' : 'none',
  } as One;
}

/** What was found where a value should be: the one thing that is quoted of a dossier. */
const quoting: ReadonlySet<string> = new Set(['text', 'word', 'value']);

/** @param hidden - of what was found; all else may hold ids, paths and names of files */
function paramsOf(diagnostic: One, hidden: Hide, hide: Hide): object {
  return Object.fromEntries(
    Object.entries(diagnostic.params as object).map(([key, value]: [string, unknown]) => {
      if (typeof value !== 'string') return [key, value];
      if (!quoting.has(key)) return [key, hide(value)];
      const shown = hidden(value);
      return [key, shown === value && isStrange(diagnostic) ? mask(value, 'name') : shown];
    }),
  );
}

/**
 * Whether a word stands where a date, a number or a code should be that has nothing of either: it may be a name.
 * What is close to a code is a slip of typing, and small letters alone (`yes`, `unknown`) are no name.
 */
function isStrange({ code, params }: One): boolean {
  switch (code) {
    case 'dossier/wrong-type':
      return params.wanted.kind !== 'text' && nameLike.test(params.text);
    case 'dossier/impossible-date':
      return nameLike.test(params.text);
    case 'dossier/unknown-word':
      return params.near === undefined && nameLike.test(params.word);
    default:
      return false;
  }
}

const nameLike = /^(?!.*\d)(?:.*\p{Script=Han}.*\p{Script=Han}|.*\p{Lu}\p{Ll})/su;

const shownSources = new WeakMap<Source, Source>();

function spanOf(span: Span): Span {
  const { source } = span;
  const name = maskText(source.name);
  if (name === source.name) return span;
  let shown = shownSources.get(source);
  if (!shown) shownSources.set(source, (shown = { ...source, name }));
  return { ...span, source: shown };
}

/** A line may hold a name or a number beside what is wrong with it, and so may a record that is in the wrong place. */
function quoteOf({ code, params }: One): 'part' | 'none' {
  if (code === 'dossier/duplicate-element' || code === 'dossier/not-a-dossier') return 'none';
  const isWhole = code === 'dossier/wrong-type' && (params.text === '{…}' || params.text === '[…]');
  return isWhole ? 'none' : 'part';
}

/** The kind of personal data of the innermost field around an offset of the source. */
function personalAt(
  yaml: Yaml,
  type: Type,
  field: Field | undefined,
  offset: number,
): Personal | undefined {
  if (yaml.kind === 'map' && type.kind === 'context') {
    for (const { key, value } of yaml.entries) {
      const inner = type.fields.get(key.text);
      if (inner && holds(value, offset)) return personalAt(value, inner.type, inner, offset);
    }
  }
  if (yaml.kind === 'list' && type.kind === 'list') {
    for (const item of yaml.items) {
      if (holds(item, offset)) return personalAt(item, type.of, field, offset);
    }
  }
  return field?.personal;
}

function holds({ span }: Yaml, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
