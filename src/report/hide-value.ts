import type { Core } from '../feel/core.ts';
import { mask } from '../feel/sentence/format.ts';
import type { Personal } from '../feel/types.ts';
import { isKind, type Value } from '../feel/value.ts';
import { partsOf } from '../program/walk.ts';
import type { Hide } from './hide.ts';

/**
 * What an expression comes to, its texts masked. A text that a function or operator made of personal data
 * (`upper case(name)`) is masked as that data is.
 */
export function hiddenValue(value: Value, core: Core, hide: Hide): Value {
  const personal = isMade(core) ? personalIn(core) : undefined;
  return hidden(value);

  function hidden(given: Value): Value {
    if (typeof given === 'string') {
      const shown = hide(given);
      return shown === given && personal ? mask(given, personal) : shown;
    }
    if (isKind(given, 'list')) return { ...given, items: given.items.map(hidden) };
    if (isKind(given, 'context')) {
      const entries = [...given.entries].map(([key, inner]) => [key, hidden(inner)] as const);
      return { ...given, entries: new Map(entries) };
    }
    return given;
  }
}

function isMade({ kind }: Core): boolean {
  return kind === 'call' || kind === 'arithmetic';
}

function personalIn(core: Core): Personal | undefined {
  if (core.kind === 'field' && core.field.personal) return core.field.personal;
  for (const part of partsOf(core)) {
    const found = personalIn(part);
    if (found) return found;
  }
  return undefined;
}
