import { sayIn, type Language } from '../base/language.ts';
import type { Core } from '../feel/core.ts';
import { creditCodeFault, residentIdFault } from '../feel/operations/builtins/identifiers.ts';
import type { Value } from '../feel/value.ts';
import { creditCodeFaults, residentIdFaults } from '../words/identifiers.ts';
import { punctuation } from '../words/punctuation.ts';

/** What to add to the words of a condition: why the numbers that it found not to be valid are not. */
export function identifierFaults(values: ReadonlyMap<Core, Value>, language: Language): string {
  const found = [...values].flatMap(([core, value]): readonly string[] => {
    const [first] = core.kind === 'call' && value === false ? core.args : [];
    const text = first && values.get(first);
    if (core.kind !== 'call' || typeof text !== 'string') return [];
    switch (core.builtin) {
      case 'is valid resident id': {
        const fault = residentIdFault(text);
        return fault ? [sayIn(residentIdFaults[fault], language)] : [];
      }
      case 'is valid credit code': {
        const fault = creditCodeFault(text);
        return fault ? [sayIn(creditCodeFaults[fault], language)] : [];
      }
      default:
        return [];
    }
  });
  return [...new Set(found)]
    .map((fault) => sayIn(punctuation.semicolon, language) + fault)
    .join('');
}
