import type { Core, Formula } from '../feel/core.ts';

/** An expression as its author wrote it, on one line. */
export function writtenOf({ yaml }: Formula): string {
  return onOneLine(yaml.text);
}

/** A part of an expression as its author wrote it, on one line; the whole where nobody wrote the part. */
export function writtenPart({ span: { start, end } }: Core, { yaml }: Formula): string {
  return onOneLine(start < end ? yaml.text.slice(start, end) : yaml.text);
}

function onOneLine(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/([([]) /gu, '$1')
    .replaceAll(/ ([)\]])/gu, '$1')
    .trim();
}
