import type { Diagnostic } from '../base/diagnostic.ts';
import { mask } from '../feel/sentence/format.ts';
import type { Field, Personal, Type } from '../feel/types.ts';
import type { Yaml } from '../yaml/tree.ts';
import type { CheckedFile, ReportOptions } from './checked.ts';
import type { Problems } from '../words/messages/messages.ts';

/** What to show of a file's diagnostics: nothing personal is quoted unless the caller asks. */
export function diagnosticsOf(
  { diagnostics, judged }: CheckedFile,
  { unmasked }: Pick<ReportOptions, 'unmasked'>,
): readonly Diagnostic<Problems>[] {
  if (unmasked) return diagnostics;
  if (!judged)
    return diagnostics.map((diagnostic) => ({ ...diagnostic, quote: quoteOf(diagnostic) }));
  const { dossier, subject } = judged;
  return diagnostics.map((diagnostic) =>
    masked(diagnostic, personalAt(dossier.yaml, subject.type, undefined, diagnostic.span.start)),
  );
}

/** An identity number without quotes is malformed, and still one: its text and its line are not shown. */
function masked(
  diagnostic: Diagnostic<Problems>,
  personal: Personal | undefined,
): Diagnostic<Problems> {
  if (!personal) return { ...diagnostic, quote: quoteOf(diagnostic) };
  const hidden = { ...diagnostic, quote: 'none' } as const;
  switch (hidden.code) {
    case 'dossier/wrong-type':
      return { ...hidden, params: { ...hidden.params, text: mask(hidden.params.text, personal) } };
    case 'dossier/impossible-date':
      return { ...hidden, params: { ...hidden.params, text: mask(hidden.params.text, personal) } };
    case 'dossier/unbelievable-date':
      return { ...hidden, params: { ...hidden.params, text: mask(hidden.params.text, personal) } };
    case 'dossier/too-many-digits':
      return { ...hidden, params: { ...hidden.params, text: mask(hidden.params.text, personal) } };
    default:
      return hidden;
  }
}

/** A line may hold a name or a number beside what is wrong with it, and so may a record that is in the wrong place. */
function quoteOf({ code, params }: Diagnostic<Problems>): 'part' | 'none' {
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
