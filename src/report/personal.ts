import type { Core } from '../feel/core.ts';
import { mask } from '../feel/sentence/format.ts';
import type { Personal } from '../feel/types.ts';

/** What kind of personal data an expression gives, which says how it is masked; undefined for none. */
export function personalIn(core: Core): Personal | undefined {
  if (core.kind === 'field') return core.field.personal;
  if (core.kind === 'map') return personalIn(core.returns);
  return core.kind === 'filter' ? personalIn(core.list) : undefined;
}

/** What an expression came to, masked where it reads what is personal, unless the caller asks otherwise. */
export function maskedBy(text: string, core: Core | undefined, unmasked: boolean): string {
  const personal = unmasked || !core ? undefined : personalIn(core);
  return personal ? mask(text, personal) : text;
}
