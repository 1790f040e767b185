import type { Diagnostic, Fix } from '../base/diagnostic.ts';
import { textOf } from '../base/source.ts';
import type { Problems } from '../words/messages/messages.ts';

/** What can be written instead of what a diagnostic is about: what is certain, else the name that is nearest. */
export function fixOf({
  fix,
  span,
  params,
}: Diagnostic<Problems>): (Fix & { readonly isCertain: boolean }) | undefined {
  if (fix) return { ...fix, isCertain: true };
  const { near } = params as { readonly near?: unknown };
  if (typeof near !== 'string') return undefined;
  const written = textOf(span);
  const wrong = Object.values(params as object).find((one) => one !== near && one === written);
  if (wrong === undefined) return undefined;
  return { start: span.start, end: span.end, text: near, isCertain: false };
}
