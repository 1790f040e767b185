import type { Unit } from '../units.ts';

export type Language = 'zh' | 'en';

/** How a language says the parts of a sentence; one file for each language. */
export interface Lexicon {
  readonly language: Language;
  readonly yes: string;
  readonly no: string;
  /** Between the parts of a list. */
  readonly comma: string;
  readonly quote: (text: string) => string;
  /** A word of an enumeration, by its title. */
  readonly word: (title: string) => string;
  readonly brackets: (text: string) => string;
  /** A number with its unit, `15%`, `60 天`; `digits` is the number as it should read. */
  readonly amount: (digits: string, unit: Unit | undefined) => string;
  readonly compare: (
    operator: '=' | '!=' | '<' | '<=' | '>' | '>=',
    left: string,
    right: string,
    sort: 'amount' | 'day' | 'word',
  ) => string;
  readonly and: (parts: readonly string[]) => string;
  readonly or: (parts: readonly string[]) => string;
  readonly not: (part: string) => string;
  /** `not(condition) or then` */
  readonly implies: (condition: string, then: string) => string;
  readonly fails: (field: string) => string;
  readonly notAmong: (of: string, words: readonly string[]) => string;
  readonly holds: (field: string) => string;
  readonly isNone: (field: string) => string;
  readonly isGiven: (field: string) => string;
  readonly governingDay: string;
  readonly dayOfCheck: string;
  /** Whether a rule was met, by its id. */
  readonly isMet: (rule: string) => string;
  /** Which of its kinds a value is. */
  readonly isA: (
    of: string,
    kind: 'number' | 'text' | 'boolean' | 'date' | 'time' | 'date-time',
  ) => string;
  readonly either: (condition: string, yes: string, no: string) => string;
  readonly every: (list: string, satisfies: string) => string;
  readonly some: (list: string, satisfies: string) => string;
  readonly those: (list: string, condition: string) => string;
  readonly nth: (list: string, index: string) => string;
  readonly of: (owner: string, field: string) => string;
  readonly among: (of: string, words: readonly string[]) => string;
  readonly inside: (of: string, list: string) => string;
  readonly between: (of: string, low: string, high: string) => string;
  /** The element of a list, when it is not a record. */
  readonly it: string;
  /** The record that a rule with `each` judges. */
  readonly thisRecord: string;
  readonly ofThis: (field: string) => string;
  /** A field of an element that an outer list is at. */
  readonly ofFormer: (field: string) => string;
  /** A definition, parameter or table where a field has the same title. */
  readonly asDefined: (title: string) => string;
  /** A limit with its value in force. */
  readonly limit: (named: string, value: string) => string;
  /** `P1D`, `P6M` */
  readonly duration: (written: string) => string;
  /** Last touches: spaces where the language has none. */
  readonly tidy: (text: string) => string;
  readonly on: (name: string, day: string) => string;
  /** Whole numbers from the one to the other. */
  readonly run: (from: string, to: string) => string;
  readonly each: (list: string, returns: string) => string;
}
