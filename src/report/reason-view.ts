import { sayIn, type Language } from '../base/language.ts';
import type { Reason, Valued } from '../evaluate/outcome.ts';
import type { Core, Formula } from '../feel/core.ts';
import { formatValue, isRounded, mask, plainValue } from '../feel/sentence/format.ts';
import { personalOf, sentence, spelt, type Wording } from '../feel/sentence/sentence.ts';
import type { Personal } from '../feel/types.ts';
import { isKind, type Value } from '../feel/value.ts';
import { writtenPart } from '../program/written.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { identifierFaults } from './identifier-faults.ts';

export interface ReasonView {
  readonly expression: string;
  readonly value: string;
  readonly rounded: boolean;
  readonly text: string;
}

/** How reasons and values are told, personal ones masked. */
export interface ReasonViewer {
  readonly reason: (given: Reason) => ReasonView;
  readonly explain: (given: Reason) => string;
  readonly shown: (valued: Valued) => string;
  /** The fields and limits that some reasons read, each with its value. */
  readonly found: (because: readonly Reason[]) => readonly string[];
}

export function reasonViewer(wording: Wording, language: Language): ReasonViewer {
  const { lexicon, unmasked } = wording;
  const { terms } = sayIn(wordbooks, language);
  return { reason, explain, shown, found };

  function reason(given: Reason): ReasonView {
    const { core, value } = given;
    const { core: first, expression } = asGiven(
      core.kind === 'comparison' ? core.left : core,
      given,
    );
    const amount = given.values.get(first) ?? value;
    return {
      expression: writtenPart(first, expression),
      value:
        personalOf(first) && !unmasked
          ? shown({ core: first, value: amount })
          : hidden(plainValue(amount)),
      rounded: isRounded(amount, first.type, lexicon),
      text: explain(given) + identifierFaults(given.values, language),
    };
  }

  function hidden(text: string): string {
    return lexicon.hide?.(text) ?? text;
  }

  function explain(reason: Reason): string {
    return (reason.lead ? terms.lead[reason.lead] : '') + said(reason);
  }

  function said(reason: Reason): string {
    const { core, value, values, formulas, given } = reason;
    const plain: Wording = { ...wording, given: (id) => given.get(id)?.trace.core };
    const seen: Wording = { ...plain, values };
    if (core.kind === 'comparison') {
      const sign = { '=': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' }[core.operator];
      return `${side(core.left)}${terms.requires} ${sign} ${side(core.right)}`;
    }
    const truth =
      value === true ? terms.truth.yes : value === false ? terms.truth.no : terms.truth.unknown;
    return sentence(core, seen) + truth;

    /** A side with the calculation behind it, then what it comes to. */
    function side(operand: Core): string {
      const part = spelt(asGiven(operand, reason).core);
      const text = sentence(part, seen);
      const amount = values.get(part);
      const formula = formulas.get(part);
      if (formula && formula.kind !== 'constant' && amount !== undefined) {
        const title = sentence(part, plain);
        const behind = new Map(values);
        behind.delete(formula);
        return `${title} = ${sentence(formula, { ...seen, values: behind })} = ${formatValue(amount, part.type, lexicon)}`;
      }
      const computed = part.kind === 'arithmetic' || part.kind === 'call' || part.kind === 'map';
      if (!computed || amount === undefined) return text;
      // a number that is counted or added up stands behind its name already
      const shownAs = formatValue(amount, part.type, lexicon);
      return text.endsWith(` ${shownAs}`) ? text : `${text} = ${shownAs}`;
    }
  }

  function shown({ core, value }: Valued): string {
    const personal = personalOf(core);
    if (personal && !unmasked) return masked(value, personal);
    return formatValue(value, core.type, lexicon);
  }

  function found(because: readonly Reason[]): readonly string[] {
    const seen = because.flatMap(({ core, value, values }) => [...values, [core, value] as const]);
    return [
      ...new Set(
        seen
          .filter(([core]) => isNamed(core))
          .map(([core, value]) => `${sentence(core, wording)} ${shown({ core, value })}`),
      ),
    ];
  }

  function masked(value: Value, personal: Personal): string {
    if (typeof value === 'string') return mask(value, personal);
    if (isKind(value, 'list')) {
      return value.items.map((item) => masked(item, personal)).join(lexicon.comma);
    }
    return '***';
  }
}

/** What an argument of a definition was given, where a side of a condition is one; else the side as it stands. */
function asGiven(
  core: Core,
  { given, expression }: Reason,
): { readonly core: Core; readonly expression: Formula } {
  const argument = core.kind === 'variable' ? given.get(core.variable.id) : undefined;
  if (!argument || core.type.kind === 'context') return { core, expression };
  return { core: argument.trace.core, expression: argument.expression };
}

/** A single value that people have a name for. */
function isNamed({ kind, type }: Core): boolean {
  return (
    (kind === 'field' || kind === 'reference' || kind === 'let') &&
    type.kind !== 'list' &&
    type.kind !== 'context'
  );
}
