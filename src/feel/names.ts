import { kindFunctionNames } from './kind-functions.ts';

/**
 * The built-in functions whose names are several words.
 *
 * The parser must know them: to FEEL's grammar `days between(a, b)` is otherwise the start of a `between`.
 */
export const namesOfSeveralWords: readonly string[] = [
  // DMN 1.5
  'string length',
  'upper case',
  'lower case',
  'substring before',
  'substring after',
  'starts with',
  'ends with',
  'string join',
  'list contains',
  'list replace',
  'insert before',
  'index of',
  'distinct values',
  'round up',
  'round down',
  'round half up',
  'round half down',
  'date and time',
  'years and months duration',
  'get value',
  'get entries',
  'context put',
  'context merge',
  'met by',
  'overlaps before',
  'overlaps after',
  'finished by',
  'started by',
  'day of year',
  'day of week',
  'month of year',
  'week of year',
  // registers
  'is sorted',
  // beyond DMN
  'days between',
  'working days between',
  'add working days',
  'months between',
  'age at',
  'monthly payment',
  'annual cost',
  'is valid resident id',
  'is valid credit code',
  'mod 97',
  // registers
  'scale of',
  // kinds and codes
  ...kindFunctionNames,
];

/** The form in which two spellings of a name are the same: one blank between words, none around operators. */
export function normalName(name: string): string {
  return name
    .trim()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ?([./\-'+*]) ?/gu, '$1');
}
