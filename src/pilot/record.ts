import { parsePath } from '../dossier/path.ts';
import type { PilotWritesFile } from '../rulebook/files.ts';
import { type Into, replaceAt } from '../yaml/edit.ts';
import type { Yaml } from '../yaml/tree.ts';
import type { PilotReport } from './compare.ts';

/**
 * The record of a pilot with what was counted of its files: numbers of files, and what the comparison was made with.
 *
 * @param yaml - the record as it was read
 * @param writes - where its rulebook has these
 */
export function countedRecord(yaml: Yaml, report: PilotReport, writes: PilotWritesFile): Yaml {
  const compared = report.comparisons.filter(({ result }) => result.kind === 'compared');
  const isEvened =
    compared.length > 0 && compared.every(({ measure }) => measure.by.mix.length > 0);
  const { counts } = report;
  const values: readonly (readonly [string | undefined, number | boolean])[] = [
    [writes.pilotDuring, counts['pilot-during']],
    [writes.pilotBefore, counts['pilot-before']],
    [writes.othersDuring, counts['others-during']],
    [writes.othersBefore, counts['others-before']],
    [writes.counted, true],
    [writes.evened, isEvened],
    [writes.intervals, compared.length > 0],
  ];
  return values.reduce<Yaml>((tree, [path, value]) => {
    const steps = path === undefined ? undefined : parsePath(path);
    if (!steps) return tree;
    const ways = steps.flatMap((step): Into[] => ('name' in step ? [{ key: step.name }] : []));
    const text: Yaml = { kind: 'text', text: String(value), plain: true, span: yaml.span };
    return replaceAt(tree, ways, text) ?? tree;
  }, yaml);
}
