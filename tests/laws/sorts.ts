import type { ListShape, NumberUnit, RecordShape, Shape } from './shapes.ts';

export function isRecordList(shape: Shape): shape is ListShape & { readonly of: RecordShape } {
  return shape.kind === 'list' && shape.of.kind === 'record';
}

/** The sort of terms that a scalar is; undefined for what is no scalar. */
export function sortOf(shape: Shape): string | undefined {
  switch (shape.kind) {
    case 'number':
      return shape.unit;
    case 'word':
      return wordSort(shape.words);
    case 'text':
      return 'text';
    case 'boolean':
      return 'truth';
    case 'date':
      return 'day';
    case 'date-time':
      return 'moment';
    default:
      return undefined;
  }
}

export function wordSort(words: readonly string[]): string {
  return `word ${words.join(' ')}`;
}

export const units: readonly NumberUnit[] = [
  'money',
  'ratio',
  'rate',
  'count',
  'months',
  'days',
  'years',
];

export function isUnit(sort: string): sort is NumberUnit {
  return units.some((unit) => unit === sort);
}
