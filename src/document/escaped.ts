import { visible } from '../base/visible.ts';

/** A text for markup, in an attribute too. */
export function escaped(words: string): string {
  return visible(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
