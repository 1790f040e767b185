import type { Core } from '../feel/core.ts';
import { mask } from '../feel/sentence/format.ts';
import { personalOf } from '../feel/sentence/sentence.ts';

/** What an expression came to, masked where it reads what is personal, unless the caller asks otherwise. */
export function maskedBy(text: string, core: Core | undefined, unmasked: boolean): string {
  const personal = unmasked || !core ? undefined : personalOf(core);
  return personal ? mask(text, personal) : text;
}
