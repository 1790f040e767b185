import type { Text } from '../../plan/plan.ts';
import { choiceJs, datedJs, elementJs, tableJs } from './choose.ts';
import * as js from './syntax.ts';
import type { Js } from './syntax.ts';
import { type Body, slotJs, type Writing } from './writing.ts';

/** A text as an expression; undefined where the file does not settle it. */
export function textJs(text: Text, body: Body, write: Writing): Js {
  switch (text.kind) {
    case 'text':
      return js.text(text.value);
    case 'text-slot':
      return slotJs(text.slot, body, write.layouts);
    case 'word':
      return js.call('word', write.num(text.of, body));
    case 'choice':
      return choiceJs(text, body, write, js.undefinedJs, write.text);
    case 'dated':
      return datedJs(text, body, write, js.undefinedJs, write.text);
    case 'table':
      return tableJs(text, body, write, js.undefinedJs, write.text);
    case 'element':
      return (
        elementJs(text, body, write, js.undefinedJs, write.text) ??
        write.delegated({ kind: 'text', of: text }, body)
      );
    case 'piece':
    case 'called':
      return write.delegated({ kind: 'text', of: text }, body);
  }
}
