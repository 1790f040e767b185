import type { Lexicon } from './lexicon.ts';

/** A condition put into words, of which parts may still become points of a list. */
export type Clause =
  | Predicate
  | Plain
  /** All or one of some clauses, behind a head where they are said of something: 每名当事人同时满足. */
  | Run
  | Led
  | Given
  | {
      readonly is: 'cases';
      readonly cases: readonly { readonly when: Clause; readonly asks: Clause }[];
      readonly otherwise: Clause;
    };

/** Words as they are; `nested` where they end in a phrase that no other phrase should hold. */
interface Plain {
  readonly is: 'plain';
  readonly text: string;
  readonly nested?: true;
}

/** Who or what, how, and what: 自付比例 不低于 15%. */
export interface Predicate {
  readonly is: 'predicate';
  readonly subject: string;
  readonly verb: string;
  readonly object: string;
}

/** A clause behind words that it is said of. */
interface Led {
  readonly is: 'led';
  readonly lead: Lead;
  readonly clause: Clause;
}

/** What a clause is said of: each of some, or one that there is. */
export interface Lead {
  /** With the clause behind it. */
  readonly said: (text: string) => string;
  /** Before points that all have to hold, and of which one has to. */
  readonly all: string;
  readonly oneOf: string;
}

interface Given {
  readonly is: 'given';
  readonly when: Clause;
  readonly asks: Clause;
}

interface Run {
  readonly is: 'run';
  readonly of: 'all' | 'any';
  readonly head?: string;
  readonly parts: readonly Clause[];
}

/** A sentence, and what stands below it as a list. */
export interface Point {
  readonly text: string;
  readonly points: readonly Point[];
}

/** Characters that a sentence may have before it is parted into points: of Chinese, and of other writing. */
const longest = { zh: 60, en: 160 } as const;

export function plain(text: string): Clause {
  return { is: 'plain', text };
}

/** Words that hold a phrase of their own: 没有出具日期不晚于受理之日的收入证明. */
export function nested(text: string): Clause {
  return { is: 'plain', text, nested: true };
}

/** Whether a clause may stand within a phrase. */
export function isSimple(clause: Clause): boolean {
  return clause.is === 'predicate' || (clause.is === 'plain' && !clause.nested);
}

/** A clause as one sentence. */
export function inline(clause: Clause, lexicon: Lexicon): string {
  switch (clause.is) {
    case 'plain':
      return clause.text;
    case 'predicate':
      return lexicon.predicate(clause.subject, clause.verb, clause.object);
    case 'run': {
      const { head, of, parts } = clause;
      const apart = of === 'all' && parts.some(isConditional);
      if (head !== undefined)
        return lexicon.headed(
          head,
          parts.map((part) => within(part, lexicon)),
        );
      const texts = parts.map((part) => {
        if (apart) return within(part, lexicon);
        const text = inline(part, lexicon);
        const loose = isOpen(part) || (of === 'all' && isSimple(part) && lexicon.isEither(text));
        return loose && parts.length > 1 ? lexicon.brackets(text) : text;
      });
      return apart
        ? lexicon.apartFrom(texts)
        : of === 'all'
          ? lexicon.and(texts)
          : lexicon.or(texts);
    }
    case 'led':
      return clause.lead.said(inline(clause.clause, lexicon));
    case 'given':
      return lexicon.given(embedded(clause.when, lexicon, 'any'), inline(clause.asks, lexicon));
    case 'cases':
      return lexicon.cases(
        clause.cases.map(({ when, asks }) =>
          lexicon.given(embedded(when, lexicon, 'any'), embedded(asks, lexicon)),
        ),
        lexicon.otherwise(inline(clause.otherwise, lexicon)),
      );
  }
}

/** A part of what is parted by semicolons: in brackets where it has some itself. */
function within(clause: Clause, lexicon: Lexicon): string {
  const text = inline(clause, lexicon);
  return /[；;]/u.test(text) ? lexicon.brackets(text) : text;
}

/** A clause inside another: what would not end where it should stands in brackets. */
function embedded(clause: Clause, lexicon: Lexicon, only?: 'any'): string {
  const either = only && shortChoice(clause, lexicon);
  if (either !== undefined) return either;
  const text = inline(clause, lexicon);
  const open = only ? clause.is === 'run' && clause.of === 'any' : isOpen(clause);
  return open ? lexicon.brackets(text) : text;
}

/** One of a few plain facts, in so few words that it needs no brackets. */
function shortChoice(clause: Clause, lexicon: Lexicon): string | undefined {
  if (clause.is !== 'run' || clause.of !== 'any' || clause.head !== undefined) return undefined;
  const texts = clause.parts.map((part) => inline(part, lexicon));
  const isShort = texts.join('').length <= lexicon.shortEnough && clause.parts.every(isSimple);
  return isShort && !texts.some(lexicon.hasPause) ? lexicon.alternatives(texts) : undefined;
}

function isConditional({ is }: Clause): boolean {
  return is === 'given' || is === 'cases' || is === 'led';
}

/** Whether a requirement and a conditional one stand beside each other, where one would be read as the other's condition. */
function mixesConditions(clause: Clause): boolean {
  return clause.is === 'run' && clause.of === 'all' && clause.parts.some(isConditional);
}

const bracketsInBrackets = /（[^（）]*（|\([^()]*\(/u;

/** Whether a case asks several things, of which the last would run into the next case. */
function asksSeveral(clause: Clause): boolean {
  return clause.is === 'cases' && clause.cases.some(({ asks }) => isOpen(asks));
}

function isOpen(clause: Clause): boolean {
  return (
    clause.is === 'run' || clause.is === 'led' || clause.is === 'given' || clause.is === 'cases'
  );
}

/** A clause as a sentence with points below it, where it is too long or too deep for one. */
export function pointOf(clause: Clause, lexicon: Lexicon): Point {
  const text = inline(clause, lexicon);
  const most = longest[lexicon.spoken];
  if (clause.is === 'plain' || clause.is === 'predicate') return { text, points: [] };
  const isMixed = mixesConditions(clause) || asksSeveral(clause) || bracketsInBrackets.test(text);
  if (text.length <= most && depthOf(clause) <= 2 && !isMixed) return { text, points: [] };
  switch (clause.is) {
    case 'run': {
      const head = clause.head ?? (clause.of === 'all' ? lexicon.allOf : lexicon.oneOf);
      return {
        text: lexicon.colon(head),
        points: clause.parts.map((part) => pointOf(part, lexicon)),
      };
    }
    case 'led':
      return led(clause, lexicon);
    case 'given':
      return conditional(clause, lexicon);
    case 'cases':
      return {
        text: lexicon.colon(lexicon.byCase),
        points: [
          ...clause.cases.map((one) => pointOf({ is: 'given', ...one }, lexicon)),
          leading(lexicon.otherwise(''), clause.otherwise, lexicon),
        ],
      };
  }
}

/** 有下列情形之一的，…：, with the conditions as points where they do not fit into one sentence with what they ask. */
function conditional({ when, asks }: Given, lexicon: Lexicon): Point {
  const led = leading(lexicon.given(embedded(when, lexicon, 'any'), ''), asks, lexicon);
  if (when.is !== 'run' || led.text.length <= 1.25 * longest[lexicon.spoken]) return led;
  const { of, parts } = when;
  const conditions = parts.map((part) => pointOf(part, lexicon));
  const asked = pointOf(asks, lexicon);
  const where = of === 'any' ? lexicon.whereAny : lexicon.whereAll;
  return asked.points.length === 0
    ? { text: lexicon.colon(lexicon.given(where, asked.text)), points: conditions }
    : {
        text: lexicon.colon(lexicon.wherever(where)),
        points: [...conditions, { text: lexicon.thenAsks + asked.text, points: asked.points }],
      };
}

function led({ lead, clause }: Led, lexicon: Lexicon): Point {
  const { text, points } = pointOf(clause, lexicon);
  const said = lead.said(text);
  const isLong = said.length > 1.25 * longest[lexicon.spoken];
  if (clause.is === 'run' && clause.of === 'any' && clause.head === undefined) {
    const isWhole = points.length > 0 || !isLong;
    const parts = isWhole ? points : clause.parts.map((part) => pointOf(part, lexicon));
    if (parts.length > 0) return { text: lexicon.colon(lead.oneOf), points: parts };
  }
  return isLong
    ? { text: lexicon.colon(lead.all), points: [{ text, points }] }
    : { text: said, points };
}

/** A clause behind words that lead to it. */
function leading(words: string, clause: Clause, lexicon: Lexicon): Point {
  const { text, points } = pointOf(clause, lexicon);
  return { text: words + text, points };
}

function depthOf(clause: Clause): number {
  switch (clause.is) {
    case 'plain':
    case 'predicate':
      return 0;
    case 'run':
      return 1 + Math.max(0, ...clause.parts.map(depthOf));
    case 'led':
      return 1 + depthOf(clause.clause);
    case 'given':
      return 1 + Math.max(depthOf(clause.when), depthOf(clause.asks));
    case 'cases':
      return (
        1 +
        Math.max(
          depthOf(clause.otherwise),
          ...clause.cases.flatMap(({ when, asks }) => [depthOf(when), depthOf(asks)]),
        )
      );
  }
}

/** A text that somebody wrote: its line, or its lines as points that all have to hold. */
export function writtenPoint(text: string, lexicon: Lexicon): Point {
  const lines = text.trim().split('\n');
  const points = lines.map((line): Point => ({ text: line.trim(), points: [] }));
  const [only] = points;
  return only && points.length === 1 ? only : { text: lexicon.colon(lexicon.allOf), points };
}

/** A sentence and the points below it, one a line: 1. 2. and below them (1) (2). */
export function pointLines({ text, points }: Point, depth = 0): readonly string[] {
  return [
    text,
    ...points.flatMap((point, index) => {
      const mark = depth === 0 ? `${index + 1}. ` : `(${index + 1}) `;
      return pointLines(point, depth + 1).map((line, at) => (at === 0 ? mark : '   ') + line);
    }),
  ];
}
