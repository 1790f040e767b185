import type { Type } from '../feel/types.ts';
import type { DayFault } from './day-form.ts';
import type { Mending } from './mending.ts';

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
  'dossier/wrong-type': {
    readonly field: string;
    readonly text: string;
    readonly wanted: Type;
    readonly mending: Mending | undefined;
  };
  'dossier/unknown-word': {
    readonly field: string;
    readonly word: string;
    readonly words: readonly string[];
    readonly near: string | undefined;
  };
  'dossier/impossible-date': {
    readonly field: string;
    readonly text: string;
    readonly wanted: 'date' | 'date-time';
    readonly why: DayFault;
  };
  /** A day outside of what its schema holds to be believable: a slip of typing, most likely. */
  'dossier/unbelievable-date': {
    readonly field: string;
    readonly text: string;
    readonly earliest: string | undefined;
    readonly latest: string | undefined;
  };
  'dossier/too-many-digits': {
    readonly most: number;
    readonly field: string;
    readonly text: string;
    readonly digits: number;
  };
  'dossier/number-too-big': {
    readonly field: string;
    readonly text: string;
    readonly most: string;
  };
  'dossier/number-too-small': { readonly field: string; readonly text: string };
  /** More digits after the point than the smallest unit of the currency has. */
  'dossier/money-decimals': {
    readonly field: string;
    readonly text: string;
    readonly decimals: number;
  };
  'dossier/out-of-range': {
    readonly field: string;
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
