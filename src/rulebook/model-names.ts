import type { ModelFile } from './files.ts';

/** What the values of a model are called in expressions; the score itself is called as the model is. */
export interface ModelNames {
  readonly grade: string;
  readonly reasons: string;
  readonly developedUntil: string;
  readonly validatedOn: string;
  readonly validUntil: string;
}

export function modelNames({ model }: Pick<ModelFile, 'model'>): ModelNames {
  return {
    grade: `${model}Grade`,
    reasons: `${model}Reasons`,
    developedUntil: `${model}DevelopedUntil`,
    validatedOn: `${model}ValidatedOn`,
    validUntil: `${model}ValidUntil`,
  };
}

/** What the points and the band of a characteristic are called. */
export function characteristicNames(
  { model }: Pick<ModelFile, 'model'>,
  characteristic: string,
): { readonly points: string; readonly band: string } {
  const [first = '', ...rest] = characteristic;
  const points = model + first.toUpperCase() + rest.join('');
  return { points, band: `${points}Band` };
}
