import { inLanguage, sayIn, type Language } from '../base/language.ts';
import { placeInGroup } from '../dossier/together.ts';
import type { Reason, Valued } from '../evaluate/outcome.ts';
import type { Core, Formula, QuantifierCore } from '../feel/core.ts';
import { partsOf } from '../feel/parts.ts';
import { formatValue, formatWithin, isRounded, mask, plainValue } from '../feel/sentence/format.ts';
import {
  conditionSentence,
  personalOf,
  sentence,
  spelt,
  type Wording,
} from '../feel/sentence/sentence.ts';
import type { Personal, Type } from '../feel/types.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import { isKind, type Value } from '../feel/value.ts';
import { writtenPart } from '../program/written.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { differenceText } from './difference.ts';
import { identifierFaults } from './identifier-faults.ts';

export interface ReasonView {
  readonly expression: string;
  readonly value: string;
  readonly rounded: boolean;
  readonly text: string;
}

/** How reasons and values are told, personal ones masked. */
export interface ReasonViewer {
  /**
   * @param isFail - of a rule that fails: what is not known is then taken as not done
   * @param files - the ids of files judged together
   */
  readonly reason: (given: Reason, isFail?: boolean, files?: readonly string[]) => ReasonView;
  readonly explain: (given: Reason) => string;
  /** A value; `within` a sentence, and not at its beginning. */
  readonly shown: (valued: Valued, within?: boolean) => string;
  /** By how much a condition is missed; undefined where that is no amount. */
  readonly difference: (given: Reason) => string | undefined;
  /** The fields and limits that some reasons read, each with its value. */
  readonly found: (because: readonly Reason[]) => readonly string[];
}

export function reasonViewer(wording: Wording, language: Language): ReasonViewer {
  const { lexicon, unmasked } = wording;
  const { terms } = sayIn(wordbooks, language);
  return { reason, explain, shown, difference: (given) => differenceOf(given)[0], found };

  function reason(given: Reason, isFail = false, files: readonly string[] = []): ReasonView {
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
      text: explain(given, isFail, files) + identifierFaults(given.values, language),
    };
  }

  function hidden(text: string): string {
    return lexicon.hide?.(text) ?? text;
  }

  function explain(reason: Reason, isFail = false, files: readonly string[] = []): string {
    return (reason.lead ? terms.lead[reason.lead] : '') + said(reason, isFail, files);
  }

  /** What is so, with the values that make it so; by how much, which are missing, and how it was reckoned. */
  function said(reason: Reason, isFail: boolean, files: readonly string[]): string {
    const { core, value, values, given } = reason;
    const plain: Wording = {
      ...wording,
      given: (id) => given.get(id)?.trace.core,
      called: calledByFile(reason, files),
    };
    if (typeof value !== 'boolean')
      return (isFail ? terms.unrecorded : terms.undecided)(
        conditionSentence(core, { ...plain, values: new Map([...values].filter(isTold)) }),
      );
    // of several ways to comply, one that shuts something out is told as it is asked
    if (reason.lead && !value && isDenial(core))
      return terms.wanted(conditionSentence(core, plain));
    const lacking = value ? [] : lackingIn(reason);
    return [
      lacking.length > 0
        ? terms.wanted(conditionSentence(core, plain))
        : conditionSentence(core, { ...plain, values }, value),
      ...(value ? [] : [...differenceOf(reason), ...lacking]),
      ...reckonings(reason, plain),
    ].join(terms.clauseEnd);
  }

  /** What records of several files are called: D-2026-000702的当事人. */
  function calledByFile({ values }: Reason, files: readonly string[]): ReadonlyMap<number, string> {
    const records = [...values].flatMap(([core, value]) => {
      if (core.kind !== 'variable' || !isKind(value, 'context')) return [];
      const place = placeInGroup(value.pointer ?? '');
      return place ? [{ ...place, variable: core.variable }] : [];
    });
    if (new Set(records.map(({ index }) => index)).size < 2) return new Map();
    return new Map(
      records.flatMap(({ index, pointer, variable: { id, type } }) => {
        const noun = type.kind === 'context' ? inLanguage(type.noun?.title, language) : '';
        const file = files[index];
        if (file === undefined) return [];
        return [[id, pointer === '' || noun === '' ? file : lexicon.inFile(noun, file)] as const];
      }),
    );
  }

  /** 差0.01元 */
  function differenceOf({ core, values, lead }: Reason): readonly string[] {
    if (core.kind !== 'comparison') return [];
    // of several ways to comply, how many days one of them is off tells little
    if (lead && core.left.type.kind !== 'number') return [];
    const [left, right] = [values.get(core.left), values.get(core.right)];
    const apart = differenceText(left, right, core.left.type, core.right.type, lexicon);
    return apart === undefined ? [] : [apart];
  }

  /** 缺：收入证明、征信查询授权书 */
  function lackingIn({ core, trace }: Reason): readonly string[] {
    if (core.kind !== 'quantifier' || core.quantifier !== 'every') return [];
    const list = trace.parts[0]?.value;
    if (!isKind(list, 'list') || list.items.some((item) => isKind(item, 'context'))) return [];
    const type = wordsOfElements(core);
    const broken = list.items.flatMap((item, index) =>
      trace.rounds?.[index]?.value === false ? [formatValue(item, type, lexicon)] : [],
    );
    const isLack = spelt(core.satisfies).kind === 'quantifier' || core.satisfies.kind === 'call';
    return broken.length === 0
      ? []
      : [(isLack ? terms.lacking : terms.breaking)(broken.join(lexicon.comma))];
  }

  /** 其中：自付比例＝自付金额（150元）÷价格（1,000元） */
  function reckonings(reason: Reason, plain: Wording): readonly string[] {
    const { core, values, formulas } = reason;
    if (core.kind !== 'comparison') return [];
    return [core.left, core.right].flatMap((side) => {
      const part = spelt(asGiven(side, reason).core);
      const formula = formulas.get(part);
      if (!formula || formula.kind === 'constant') return [];
      const behind = new Map(values);
      behind.delete(formula);
      const of = sentence(formula, { ...plain, values: behind });
      return [terms.reckoned(sentence(part, plain), of)];
    });
  }

  function shown({ core, value }: Valued, within = false): string {
    const personal = personalOf(core);
    if (personal && !unmasked) return masked(value, personal);
    return (within ? formatWithin : formatValue)(value, core.type, lexicon);
  }

  function found(because: readonly Reason[]): readonly string[] {
    const seen = because.flatMap(({ core, value, values }) => [...values, [core, value] as const]);
    return [
      ...new Set(
        seen
          .filter(([core]) => isNamed(core))
          .map(([core, value]) =>
            typeof value === 'boolean'
              ? conditionSentence(core, wording, value)
              : lexicon.seen(sentence(core, wording), shown({ core, value })),
          ),
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

/** What is not known is not shown: a sentence says which it is. */
function isTold([, value]: readonly [Core, Value]): boolean {
  return value !== null && !isUnknown(value);
}

function isDenial(core: Core): boolean {
  if (core.kind === 'comparison') return core.operator === '!=';
  return core.kind === 'logic' && core.operator === 'not';
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

/** The words that the elements of a list turn out to be, where they are compared with a field that has titles for them. */
function wordsOfElements({ list, variable, satisfies }: QuantifierCore): Type {
  const own: Type = list.type.kind === 'list' ? list.type.of : list.type;
  if (own.kind !== 'text' || own.words) return own;
  let found: Type | undefined;
  const isElement = (core: Core | undefined) =>
    core?.kind === 'variable' && core.variable.id === variable.id;
  const visit = (core: Core): void => {
    const sides =
      core.kind === 'comparison'
        ? [core.left, core.right]
        : core.kind === 'call' && core.builtin === 'list contains'
          ? core.args
          : [];
    const other = sides.some(isElement) ? sides.find((side) => !isElement(side)) : undefined;
    if (other) found ??= other.type.kind === 'list' ? other.type.of : other.type;
    partsOf(core).forEach(visit);
  };
  visit(satisfies);
  return found ?? own;
}

/** A single value that people have a name for. */
function isNamed({ kind, type }: Core): boolean {
  return (
    (kind === 'field' || kind === 'reference' || kind === 'let') &&
    type.kind !== 'list' &&
    type.kind !== 'context'
  );
}
