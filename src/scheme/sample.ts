import type { Noted } from '../base/diagnostic.ts';
import type { Span } from '../base/source.ts';
import type { SchemeFile } from '../rulebook/files.ts';
import type { SampleGap, SchemeProblems } from './problems.ts';

/** Whether a scheme says all that drawing its sample takes, and nothing that goes against it. */
export function checkSample(
  { sample, population }: SchemeFile,
  spanAt: (...keys: readonly (string | number)[]) => Span,
  to: Pick<Noted<SchemeProblems>, 'error'>,
): void {
  if (!sample) return;
  const { method, size, seed, by = [], bands = [], sizes, files = [], reason } = sample;
  const isDrawn = method === 'random' || method === 'stratified';
  if (isDrawn && seed === undefined) wrong('seed');
  if (isDrawn && size === undefined && (method === 'random' || !sizes)) wrong('size');
  if (method === 'stratified' && by.length === 0) wrong('by');
  if (by.includes('amount') && bands.length === 0) wrong('bands');
  if (bands.some((band, place) => place > 0 && band <= (bands[place - 1] ?? band)))
    wrong('bands-order', 'bands');
  if (method === 'discretionary' && files.length === 0) wrong('files');
  if (method === 'discretionary' && !reason) wrong('reason');
  if (size !== undefined && population !== undefined && size > population)
    wrong('size-beyond-population', 'size');

  function wrong(why: SampleGap, ...keys: readonly string[]): void {
    to.error('scheme/sample', spanAt('sample', ...keys), { method, why });
  }
}
