import type { Names } from '../feel/bindings.ts';
import type { Rulebook } from '../rulebook/ast.ts';
import { at } from '../yaml/tree.ts';
import type { MeasuredBy, Subject } from './ast.ts';
import type { ExpressionReader } from './expressions.ts';

/** What figures of a subject are gathered by; undefined where its rulebook does not say. */
export function measuredBy(
  manifest: Rulebook['manifest'],
  { name, file }: Subject,
  names: Names,
  reader: ExpressionReader,
): MeasuredBy | undefined {
  if (!file.scorecard) return undefined;
  const read = (key: Exclude<keyof MeasuredBy, 'mix'>, wanted?: 'day') => {
    const { yaml } = at(manifest.yaml, ['subjects', name, 'scorecard', key]);
    return reader.read(yaml, names, wanted);
  };
  const [day, officer] = [read('day', 'day'), read('officer')];
  const [branch, customer] = [read('branch'), read('customer')];
  const known = file.scorecard.known === undefined ? undefined : read('known', 'day');
  const mix = (file.scorecard.mix ?? []).flatMap((part, index) => {
    const keys = ['subjects', name, 'scorecard', 'mix', String(index), 'is'];
    const is = reader.read(at(manifest.yaml, keys).yaml, names, 'text');
    return is ? [{ file: part, is }] : [];
  });
  if (!day || !officer || !branch || !customer) return undefined;
  return { day, officer, branch, customer, known, mix };
}
