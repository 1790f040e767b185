import type { Language } from '../../src/base/language.ts';
import type { ComparisonCore, Core, TestCore } from '../../src/feel/core.ts';
import { denied, turned } from '../../src/feel/sentence/claim.ts';
import { dayBefore, isMeasure } from '../../src/feel/sentence/comparisons.ts';
import { lexiconOf } from '../../src/feel/sentence/lexicon.ts';
import { sentence } from '../../src/feel/sentence/sentence.ts';
import type { Title, Type } from '../../src/feel/types.ts';
import { isKind } from '../../src/feel/value.ts';
import { isTrivial } from '../../src/program/decided.ts';
import { namedIn, type Program } from '../../src/program/ast.ts';
import { coresOf, partsOf, referencesIn } from '../../src/program/walk.ts';
import { amountsIn } from '../../src/verify/amounts.ts';

type Operator = '<' | '<=' | '>' | '>=';
type Spoken = 'zh' | 'en';

/** What stands before a limit, and what behind it, by the direction that it says. */
const words: Readonly<Record<Spoken, Readonly<Record<Operator, readonly [string, string]>>>> = {
  zh: {
    '<': ['(?<!不)(?:低于|早于|少于|小于|短于)|不满|不足', '以前|之前'],
    '<=': ['不超过|不高于|不多于|不晚于|不迟于|不长于|至多', '以内|以下'],
    '>': ['(?<!不)(?:超过|高于|多于|晚于|长于)', '以后|之后'],
    '>=': ['不低于|不少于|不早于|不短于|不小于|至少', '起|以上'],
  },
  en: {
    '<': ['(?<!no |not )(?:less than|fewer than|below|under|before|earlier than)', '(?!)'],
    '<=': ['at most|(?:no|not) (?:more|later|longer|higher) than|up to|within', 'or less'],
    '>': ['(?<!no |not )(?:more than|above|over|after|later than|longer than)', '(?!)'],
    '>=': ['at least|(?:no|not) (?:less|fewer|earlier|shorter|lower) than', 'on|or more'],
  },
};

const exceptions = /除外|以外|\bexcept\b|\bother than\b/u;

/** A limit as a text has to print it, and which directions may be said of it. */
interface Asked {
  readonly limit: string;
  readonly operators: readonly Operator[];
}

/**
 * What is wrong with the words that a rule has for its requirement: parameters that they do not name, numbers that the
 * expression does not have, words of a list that they leave out, limits without the word of their direction.
 *
 * @param text - as it is written, with `{parameter}`
 */
export function criterionFaults(
  text: string,
  require: Core,
  language: Spoken,
  program: Program,
): readonly string[] {
  const wording = { lexicon: lexiconOf(language, program.setting), ...namedIn(program) };
  const parts = partsBelow(require);
  const titles = new Map(parts.flatMap(({ type }) => wordsOf(type)));
  const behind = listsBehind();
  const constants = [...parts, ...behind.flatMap(partsBelow)]
    .filter(({ kind }) => kind === 'constant')
    .map(print);
  const parameters = [...parametersBehind(require)].filter((name) => !text.includes(`{${name}}`));
  return [
    ...parameters.map((name) => `no {${name}}`),
    ...numbersLeft(text, constants, language).map((number) => `another number: ${number}`),
    ...[...parts, ...behind]
      .flatMap((part) => (part.kind === 'list' ? part.items : []))
      .filter(({ kind }) => kind === 'constant')
      .map(print)
      .filter((one) => !has(one))
      .map((one) => `no ${one}`),
    ...askedOf(require, hasWords, exceptions.test(text), print)
      .filter(
        ({ limit, operators }) => !operators.some((one) => isSaid(one, limit, text, language)),
      )
      .map(({ limit, operators }) => `${limit} without ${operators.join(' or ')}`),
  ];

  function print(core: Core): string {
    if (core.kind === 'reference') return `{${core.name}}`;
    const title =
      core.kind === 'constant' && typeof core.value === 'string' && titles.get(core.value);
    return title
      ? (title[language] ?? '')
      : sentence(core, wording).replaceAll(/^[“"]|[”"]$/gu, '');
  }

  function has(words: string): boolean {
    return text.toLowerCase().includes(words.toLowerCase());
  }

  function hasWords(title: Title | undefined): boolean {
    const said = title?.[language];
    return said !== undefined && has(said);
  }

  /** Definitions that are a list written out, but for those that the text names. */
  function listsBehind(): readonly Core[] {
    const names = new Set(parts.flatMap(referencesIn).map(({ name }) => name));
    return [...names].flatMap((name) => {
      const reference = program.references.get(name);
      if (reference?.kind !== 'definition' || hasWords(reference.title)) return [];
      return reference.editions.flatMap(({ is }) => is.core);
    });
  }

  /** Not those behind a definition that the text names. */
  function parametersBehind(core: Core): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { name } of partsBelow(core).flatMap(referencesIn)) {
      const reference = program.references.get(name);
      if (reference?.kind === 'parameter') found.add(name);
      else if (reference && !hasWords(reference.title))
        for (const part of coresOf(reference))
          for (const one of parametersBehind(part)) found.add(one);
    }
    return found;
  }
}

/** The words of an enumeration with their titles. */
function wordsOf(type: Type): readonly (readonly [string, Title])[] {
  if (type.kind === 'list') return wordsOf(type.of);
  return type.kind === 'text' ? [...(type.words ?? [])] : [];
}

/** An expression and all that is in it, what it names included. */
function partsBelow(core: Core): readonly Core[] {
  return [core, ...partsOf(core).flatMap(partsBelow)];
}

function numbersLeft(
  text: string,
  constants: readonly string[],
  language: Language,
): readonly string[] {
  const plain = constants
    .filter((one) => one !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce(
      (rest, one) => rest.replaceAll(new RegExp(bounded(one), 'gu'), '·'),
      text.replaceAll(/\{[^}]*\}/gu, '·'),
    );
  const figures = plain.match(/\d[\d,.]*/gu) ?? [];
  const inWords = amountsIn(plain, language).map(({ start, end }) => plain.slice(start, end));
  return [...figures, ...inWords.filter((one) => !/\d/u.test(one))];
}

/** The very words; a number that is no part of a longer one. */
function bounded(limit: string): string {
  const plain = limit.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
  return String.raw`(?<![\d.,])${plain}(?!\d|[.,]\d)`;
}

function isSaid(operator: Operator, limit: string, text: string, language: Spoken): boolean {
  const [before, behind] = words[language][operator];
  const number = bounded(limit);
  const form = String.raw`(?:${before})\s?${number}|${number}[^，；。,;\d]{0,4}?(?:${behind})`;
  return new RegExp(form, 'u').test(text);
}

/**
 * The limits that an expression compares with, but for those inside a named truth whose words the text has.
 *
 * Of alternatives all but the last are said as that of which the last is not asked: in the other direction, or as exceptions.
 */
function askedOf(
  core: Core,
  hasWords: (title: Title | undefined) => boolean,
  hasExceptions: boolean,
  print: (core: Core) => string,
): readonly Asked[] {
  return visit(core, (operator) => [operator]);

  function visit(part: Core, told: (operator: Operator) => readonly Operator[]): readonly Asked[] {
    if (part.kind === 'let' && hasWords(part.local.facts?.yes ?? part.local.title)) return [];
    const not = (operator: Operator) => told(opposite(operator));
    const unless = (operator: Operator) =>
      hasExceptions ? [...told(operator), ...not(operator)] : not(operator);
    if (part.kind === 'logic') {
      const last = part.parts.at(-1);
      return part.parts.flatMap((one) => {
        if (part.operator === 'not') return visit(one, not);
        return visit(one, part.operator === 'and' || one === last ? told : unless);
      });
    }
    if (part.kind === 'if')
      return [visit(part.condition, unless), visit(part.yes, told), visit(part.no, told)].flat();
    const own = [
      ...(part.kind === 'comparison' ? ofComparison(part) : []),
      ...(part.kind === 'membership' ? part.tests.flatMap(ofTest) : []),
    ];
    return [
      ...own.map(([limit, operator]) => ({ limit: print(limit), operators: told(operator) })),
      ...partsOf(part).flatMap((one) => visit(one, told)),
    ];
  }
}

function ofComparison({
  left,
  right,
  operator,
}: ComparisonCore): readonly (readonly [Core, Operator])[] {
  if (!isDirection(operator) || isExistence(left, right)) return [];
  if (isLimit(left)) return [[left, turned(operator) as Operator]];
  if (!isLimit(right)) return [];
  // less than a month from the day before is not beyond the day a month later
  const end = left.kind === 'call' && isMeasure(left) ? left.args[1] : undefined;
  const isFromDayBefore = end !== undefined && dayBefore(end) !== undefined;
  return [[right, isFromDayBefore && operator === '<' ? '<=' : operator]];
}

function ofTest(test: TestCore): readonly (readonly [Core, Operator])[] {
  if (test.kind === 'compare')
    return isDirection(test.operator) && isLimit(test.to) ? [[test.to, test.operator]] : [];
  if (test.kind !== 'range') return [];
  const { low, high, lowIncluded, highIncluded } = test;
  return [
    ...(low && isLimit(low) ? [[low, lowIncluded ? '>=' : '>'] as const] : []),
    ...(high && isLimit(high) ? [[high, highIncluded ? '<=' : '<'] as const] : []),
  ];
}

function isDirection(operator: string): operator is Operator {
  return ['<', '<=', '>', '>='].includes(operator);
}

function opposite(operator: Operator): Operator {
  return denied(operator) as Operator;
}

/** `count(list) >= 1` is said as a fact: there is one. */
function isExistence(left: Core, right: Core): boolean {
  const isCount = left.kind === 'call' && ['count', 'string length'].includes(left.builtin);
  const value = right.kind === 'constant' ? right.value : undefined;
  return isCount && isKind(value, 'number') && isTrivial(value);
}

/** A number, a day or a parameter; not a yes, or a word. */
function isLimit(core: Core): boolean {
  if (core.kind === 'reference') return core.what === 'parameter';
  if (core.kind === 'call' && core.builtin === 'date')
    return core.args.every((one) => one?.kind === 'constant');
  return core.kind === 'constant' && typeof core.value === 'object';
}
