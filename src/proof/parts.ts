import type { Core } from '../feel/core.ts';
import { boolean } from '../feel/types.ts';

/** A condition in which a part has given way to a constant that decides nothing in its place. */
export interface Lessened {
  readonly part: Core;
  readonly without: Core;
}

/** The operands of `and` and `or`, and of what is in them, that stand in no loop: each with the condition without it. */
export function lessenings(core: Core): readonly Lessened[] {
  switch (core.kind) {
    case 'logic':
      return core.parts.flatMap((part, index) =>
        [
          ...(core.operator === 'not' ? [] : [lessened(part, core.operator === 'and')]),
          ...lessenings(part),
        ].map((one) => ({
          ...one,
          without: { ...core, parts: core.parts.with(index, one.without) },
        })),
      );
    case 'if':
      return (['condition', 'yes', 'no'] as const).flatMap((key) =>
        lessenings(core[key]).map(({ part, without }) => ({
          part,
          without: { ...core, [key]: without },
        })),
      );
    default:
      return [];
  }
}

function lessened(part: Core, value: boolean): Lessened {
  return { part, without: { kind: 'constant', type: boolean, value, span: part.span } };
}
