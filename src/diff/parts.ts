import { type Expression } from '../program/ast.ts';
import type { Core } from '../feel/core.ts';
import type { Speaker } from '../manual/speaker.ts';
import type { Words } from '../rulebook/files.ts';
import { formOf } from './form.ts';
import type { Side } from './side.ts';
import { valueSays } from './value-says.ts';

/** What a rulebook is made of, for who compares two of them. */
export type ThingKind =
  | 'rule'
  | 'step'
  | 'parameter'
  | 'definition'
  | 'table'
  | 'codes'
  | 'calendar'
  | 'source'
  | 'clause'
  | 'cases'
  | 'stage'
  | 'post'
  | 'incompatible'
  | 'document'
  | 'term'
  | 'claim'
  | 'measure'
  | 'view'
  | 'occasion'
  | 'model'
  | 'promise'
  | 'appraisal'
  | 'network'
  | 'file';

/** A thing that is told by itself, whole and edition by edition. */
export interface Thing {
  readonly kind: ThingKind;
  readonly id: string;
  readonly title: (speaker: Speaker) => string;
  /** Where it is read, the key of what verdicts hang on. */
  readonly key: string;
  /** What all of its editions share. */
  readonly parts: Parts;
  readonly editions: readonly ThingEdition[];
}

export interface ThingEdition {
  readonly from: string;
  /** Its last day, where none follows on it. */
  readonly until: string | undefined;
  /** Its last day, whatever follows. */
  readonly last: string | undefined;
  readonly parts: Parts;
}

/** By what it is: `require`, `basis`, a row of a table by its cells. */
export type Parts = ReadonlyMap<string, Part>;

export interface Part {
  /** Alike where nothing changed but how it is written. */
  readonly form: string;
  readonly say: (speaker: Speaker) => string;
  /** The row or day that it is, where its name does not tell. */
  readonly at?: (speaker: Speaker) => string;
  /** Verdicts may hang on it. */
  readonly weighs: boolean;
  /** The part that it is a part of: told with it where that came or went. */
  readonly within?: string;
}

/** Keys of files that verdicts may hang on, besides their expressions. */
const weighing = {
  rule: wordSet(
    'status level severity kind check subject products scope each since ended waiver ifAbsent',
  ),
  step: wordSet('level since ended posts events after within documents gate'),
  stage: wordSet('onlyAfter steps'),
  reference: wordSet('hit unit takes outputs subject'),
  incompatible: wordSet('posts'),
  /** What rules rest on, or what is for people. */
  other: wordSet(''),
} satisfies Readonly<Record<string, ReadonlySet<string>>>;

export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

export function dataPart(of: keyof typeof weighing, key: string, value: unknown, side: Side): Part {
  return {
    form: JSON.stringify(value),
    say: (speaker) => valueSays(key, value, side, speaker),
    weighs: weighing[of].has(key),
  };
}

/** @param asked - it is a requirement, and told as one */
export function expressionPart({ core, yaml, named }: Expression, asked = false): Part {
  return {
    form: formOf(core),
    say: (speaker) => sentenceOf(core, speaker, asked) || (named ?? yaml.text),
    weighs: true,
  };
}

function sentenceOf(core: Core, speaker: Speaker, asked: boolean): string {
  return asked ? speaker.plainCriterion(core) : speaker.plain(core);
}

export function wordsPart(text: Words): Part {
  return { form: JSON.stringify(text), say: ({ words }) => words(text), weighs: false };
}
