/** From when holds what has no editions. */
export const always = '0001-01-01';

/** Days are ISO, both included. */
export interface Span {
  readonly from: string;
  readonly until?: string;
}
