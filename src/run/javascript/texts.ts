import type { Text } from '../../plan/plan.ts';
import { pickJs } from './picks.ts';
import * as js from './syntax.ts';
import type { Js } from './syntax.ts';
import { type Body, slotJs, type Writing } from './writing.ts';

/** A text as an expression; undefined where the file does not settle it. */
export function textJs(text: Text, body: Body, write: Writing): Js {
  const delegated = (own: Body) => write.delegated({ kind: 'text', of: text }, own);
  switch (text.kind) {
    case 'text':
      return js.text(text.value);
    case 'text-slot':
      return slotJs(text.slot, body, write.layouts);
    case 'word':
      return js.call('word', write.num(text.of, body));
    case 'choice':
    case 'dated':
    case 'table':
    case 'element':
      return pickJs(text, body, write, { value: write.text, unknown: js.undefinedJs, delegated });
    case 'cell-text':
      return js.call('cellText', write.codes(text), write.num(text.row, body));
    case 'piece':
    case 'called':
      return delegated(body);
  }
}
