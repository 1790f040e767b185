import type { Program } from '../program/ast.ts';
import { eastOf } from '../values/zone.ts';

/** The day on the rulebook's clock, ISO. */
export function today({ setting }: { readonly setting: Pick<Program['setting'], 'zone'> }): string {
  const now = Date.now();
  const east = eastOf(setting.zone, Math.floor(now / 1000));
  return new Date(now + 1000 * east).toISOString().slice(0, 10);
}
