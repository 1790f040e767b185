import { inLanguage, type Language, said, sayIn } from '../base/language.ts';
import { isContext } from '../dossier/path.ts';
import type { FindingPart, Valued } from '../evaluate/outcome.ts';
import { isList } from '../feel/operations/list.ts';
import type { ContextType } from '../feel/types.ts';
import type { Context } from '../feel/value.ts';
import { recordNumber } from './retold.ts';

/** What a record is: 当事人, and of its kind 出卖人; either may be empty. */
interface What {
  readonly noun: string;
  readonly kind: string;
}

/** How a language names a record in the gap that its number leaves behind `before`. */
const named = said(
  (before: string, { noun, kind }: What) => {
    const text = before.trimEnd();
    if (noun !== '' && text.endsWith(noun)) {
      const lead = text.slice(0, -noun.length);
      // 买卖合同 is what it is already
      const isWhole = !kind.endsWith(noun) || !/\p{Script=Han}$/u.test(lead);
      return kind !== '' && isWhole ? lead + kind : text;
    }
    return /(?:^|[与对向由为的])$/u.test(text) ? text + kind : text;
  },
  (before, { noun, kind }) => {
    const text = before.trimEnd();
    const isOwn = text.toLowerCase().endsWith(kind.toLowerCase());
    const isBare = noun !== '' && text.toLowerCase().endsWith(noun);
    if (!isOwn && isBare && !described.test(text))
      return withArticle(text.slice(0, -noun.length) + kind.toLowerCase(), kind.length);
    return kind !== '' && preposition.test(text)
      ? `${text} the ${kind.toLowerCase()}`
      : withArticle(text);
  },
);

const preposition = /(?:^|\s)(?:after|at|before|by|for|from|in|of|on|to|under|with)$/iu;

/** A noun with a word of its own: `the final approval`. */
const described = /(?:^|\s)(?:an?|the|this|that) \S+ \S+$/iu;

const determiner = /(?:^|\s)(?:an?|the|this|that)$/iu;

/** The last words that are no preposition, two at most: `Sale contract`, `registration`. */
const nounAtEnd =
  /^(?:.*\s)?(?:after|at|before|by|for|from|in|of|on|to|under|with)\s(?<after>[\p{L}-]+(?: [\p{L}-]+)?)$|^(?<alone>[\p{L}-]+(?: [\p{L}-]+)?)$/isu;

/** The noun at the end of an English text with an article; of one that is known, by its length. */
function withArticle(text: string, length?: number): string {
  const { after, alone } = nounAtEnd.exec(text)?.groups ?? {};
  const noun = length === undefined ? (after ?? alone ?? '') : text.slice(-length);
  const lead = text.slice(0, text.length - noun.length);
  if (noun === '' || determiner.test(lead.trimEnd()) || determiner.test(noun.split(' ')[0] ?? ''))
    return text;
  return `${lead}${lead === '' ? 'The' : 'the'} ${noun.charAt(0).toLowerCase()}${noun.slice(1)}`;
}

/**
 * A finding for readers who do not have the file: records go by what they are, 出卖人, and not by the number that the
 * file gives them, unless it speaks of two that nothing else tells apart.
 *
 * @param root - the file
 * @param type - its type
 * @param shown - a value in words
 */
export function unnumbered(
  parts: readonly FindingPart[],
  root: Context,
  type: ContextType,
  language: Language,
  shown: (part: Valued) => string,
): string {
  const told = parts.map((part) => ({ part, what: whatIs(part, parts, root, type, language) }));
  const numbered = told.flatMap(({ part, what }) =>
    what && typeof part !== 'string' ? [{ part, what }] : [],
  );
  const isOnlyOne = ({ noun }: What) =>
    new Set(numbered.flatMap(({ part, what }) => (what.noun === noun ? [part.value] : []))).size ===
    1;
  let text = '';
  for (const { part, what } of told) {
    if (typeof part === 'string') text += part;
    else if (what && isOnlyOne(what)) text = sayIn(named, language)(text, what);
    else text += shown(part);
  }
  return text.replaceAll(/（）| ?\(\)/gu, '');
}

/** The record of the file whose number a part is; undefined where it is none. */
function whatIs(
  part: FindingPart,
  parts: readonly FindingPart[],
  root: Context,
  type: ContextType,
  language: Language,
): What | undefined {
  if (typeof part === 'string' || part.core.kind !== 'field') return undefined;
  const { value } = part;
  if (typeof value !== 'string' || !recordNumber.test(value)) return undefined;
  const { name } = part.core.field;
  for (const field of type.fields.values()) {
    const of = field.type.kind === 'list' ? field.type.of : field.type;
    if (of.kind !== 'context' || of.key !== name) continue;
    const list = root.entries.get(field.name);
    const records = isList(list) ? list.items.filter(isContext) : [];
    const record = records.find(({ entries }) => entries.get(name) === value);
    const noun = inLanguage(of.noun?.title, language);
    return { noun, kind: record ? kindOf(record, of, parts, language) : '' };
  }
  return undefined;
}

/** What a record is called by its kind, where that is a noun of its own, 出卖人, and the finding does not say it besides. */
function kindOf(
  { entries }: Context,
  { fields }: ContextType,
  parts: readonly FindingPart[],
  language: Language,
): string {
  for (const { name, kind, type } of fields.values()) {
    const word = entries.get(name);
    if (!kind || type.kind !== 'text' || typeof word !== 'string') continue;
    const isSaid = parts.some(
      (part) =>
        typeof part !== 'string' && part.core.kind === 'field' && part.core.field.name === name,
    );
    // `{}合同` says of what sort of contract; `{}` alone is the noun
    return isSaid || inLanguage(kind, language) !== '{}'
      ? ''
      : inLanguage(type.words?.get(word), language);
  }
  return '';
}
