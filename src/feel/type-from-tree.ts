import type { SyntaxNode } from '@lezer/common';

import { normalName } from './names.ts';
import type { TypeSyntax } from './syntax.ts';

/** The type after `instance of`, or of a function's parameter. */
export function typeFromTree(text: string, node: SyntaxNode): TypeSyntax {
  const { from: start, to: end } = node;
  const inner = node.name === 'Type' ? node.firstChild : node;
  if (!inner) return { name: normalName(text.slice(start, end)), args: [], fields: [], start, end };
  switch (inner.name) {
    case 'ListType': {
      // The parser had `range<T>` read as a list: see parse.ts.
      const name = text.startsWith('range', inner.from) ? 'range' : 'list';
      return { name, args: typesIn(text, inner), fields: [], start, end };
    }
    case 'ContextType': {
      const types = inner.getChild('ContextEntryTypes')?.getChildren('ContextEntryType') ?? [];
      const fields = types.map((entry) => ({
        name: normalName(text.slice(entry.firstChild?.from, entry.firstChild?.to)),
        type: typeFromTree(text, entry.getChild('Type') ?? entry),
      }));
      return { name: 'context', args: [], fields, start, end };
    }
    case 'FunctionType': {
      const given = inner.getChild('ArgumentTypes')?.getChildren('ArgumentType') ?? [];
      const args = given.map((argument) =>
        typeFromTree(text, argument.getChild('Type') ?? argument),
      );
      const result = inner.getChild('Type');
      const type = { name: 'function', args, fields: [], start, end };
      return result ? { ...type, result: typeFromTree(text, result) } : type;
    }
    default:
      return { name: normalName(text.slice(start, end)), args: [], fields: [], start, end };
  }
}

function typesIn(text: string, node: SyntaxNode): readonly TypeSyntax[] {
  return node.getChildren('Type').map((type) => typeFromTree(text, type));
}
