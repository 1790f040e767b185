import { type Type, unionOf } from '../feel/types.ts';
import type { JsonSchema } from './schema.ts';

/** The one word that is nothing at all. */
const blankWord: Type = { kind: 'text', words: new Map([['', {}]]) };

/**
 * A type with what its schema's `x-blank` and `x-lenient` make of it; the mark that is not understood, where there is
 * one: blanks of a list or record, a lenient field without codes, any other value than those that the marks have.
 */
export function withMarks(type: Type, schema: JsonSchema): Type | string {
  const { 'x-blank': blank, 'x-lenient': lenient } = schema as { readonly [mark: string]: unknown };
  if (lenient !== undefined && lenient !== false && !(lenient === true && isLenient(type)))
    return lenient === true ? 'x-lenient' : `x-lenient: ${JSON.stringify(lenient)}`;
  if (blank === undefined) return type;
  if (blank !== 'value') return `x-blank: ${JSON.stringify(blank)}`;
  return withBlank(type) ?? 'x-blank';
}

/** One of several alternatives, with the mark that stands beside them where it has codes for it. */
export function withLenient(one: JsonSchema, lenient: boolean | undefined): JsonSchema {
  const hasCodes = [one.enum, one.const, one.anyOf, one.oneOf].some((codes) => codes !== undefined);
  return hasCodes && lenient !== undefined ? { ...one, 'x-lenient': lenient } : one;
}

function withBlank(type: Type): Type | undefined {
  switch (type.kind) {
    case 'list':
    case 'context':
      return undefined;
    case 'text':
      // a lenient field's blank is none of its codes
      return type.words && !type.lenient ? unionOf([type, blankWord]) : { ...type, blank: true };
    case 'union': {
      const texts = type.of.filter(({ kind }) => kind === 'text');
      const others = type.of.filter(({ kind }) => kind !== 'text');
      const [own = blankWord] = texts;
      return unionOf([...others, withBlank(own) ?? own]);
    }
    default:
      return unionOf([type, blankWord]);
  }
}

function isLenient(type: Type): boolean {
  if (type.kind === 'union') return type.of.some(isLenient);
  return (type.kind === 'text' || type.kind === 'number') && type.lenient === true;
}
