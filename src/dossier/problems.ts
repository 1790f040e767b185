import type { Title, Type } from '../feel/types.ts';
import type { DayFault } from './day-form.ts';
import type { Mending } from './mending.ts';

/** A field by its name, and what people call it. */
export interface FieldNamed {
  readonly field: string;
  readonly title?: Title;
}

/** What can be wrong with a dossier whose YAML or JSON reads well. Each leaves its value unknown. */
export interface DossierProblems {
  'dossier/not-a-dossier': { readonly wanted: readonly string[] };
  /** Of which of several kinds a file is cannot be told; `fits` are those whose fields it has. */
  'dossier/which-subject': {
    readonly subjects: readonly string[];
    readonly fits: readonly string[];
  };
  'dossier/unknown-subject': {
    readonly subject: string;
    readonly subjects: readonly string[];
    readonly near: string | undefined;
  };
  /** A register without its rows, or rows without their head. */
  'dossier/no-rows': { readonly field: string };
  'dossier/no-head': { readonly field: string };
  /** Two files of a run are one dossier: it would count twice where files are judged together. */
  /** `field` is the one that tells files of the subject apart. */
  'dossier/same-id': {
    readonly id: string;
    readonly file: string;
    readonly subject: string;
    readonly field: string;
  };
  /** A register of people was brought, and the rulebook has no such subject. */
  'dossier/no-register': { readonly [none: string]: never };
  'dossier/not-a-register': { readonly subject: string };
  /** It lacks one of these fields: of which organisation it is, up to which day it speaks. */
  'dossier/register-of-nobody': { readonly fields: readonly string[] };
  /** It lists nobody. */
  'dossier/register-empty': { readonly field: string };
  /** It speaks of days that are yet to come. */
  'dossier/register-ahead': {
    readonly field: string;
    readonly day: string;
    readonly today: string;
  };
  /** The file is of another organisation than the register of people. */
  'dossier/other-register': { readonly of: string; readonly register: string };
  'dossier/unknown-field': { readonly field: string; readonly near: string | undefined };
  'dossier/wrong-type': FieldNamed & {
    readonly text: string;
    readonly wanted: Type;
    readonly mending: Mending | undefined;
  };
  'dossier/unknown-word': FieldNamed & {
    readonly word: string;
    readonly words: readonly string[];
    /** What the words are called. */
    readonly titles?: ReadonlyMap<string, Title> | undefined;
    readonly near: string | undefined;
  };
  'dossier/impossible-date': FieldNamed & {
    readonly text: string;
    readonly wanted: 'date' | 'date-time';
    readonly why: DayFault;
  };
  /** A day outside of what its schema holds to be believable: a slip of typing, most likely. */
  'dossier/unbelievable-date': FieldNamed & {
    readonly text: string;
    readonly earliest: string | undefined;
    readonly latest: string | undefined;
  };
  'dossier/too-many-digits': FieldNamed & {
    readonly most: number;
    readonly text: string;
    readonly digits: number;
  };
  'dossier/number-too-big': FieldNamed & {
    readonly text: string;
    readonly most: string;
  };
  'dossier/number-too-small': FieldNamed & { readonly text: string };
  /** More digits after the point than the smallest unit of the currency has. */
  'dossier/money-decimals': FieldNamed & {
    readonly text: string;
    readonly decimals: number;
  };
  'dossier/out-of-range': FieldNamed & {
    readonly text: string;
    readonly minimum: number | undefined;
    readonly maximum: number | undefined;
  };
  'dossier/duplicate-element': { readonly key: string; readonly value: string };
  /** `count` places are wrong, of which the first `told` are told. */
  'dossier/too-big': { readonly most: number; readonly count: number; readonly told: number };
  'dossier/verified-none': { readonly path: string };
  'dossier/not-captured': { readonly path: string };
}
