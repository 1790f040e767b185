import { type Entry, type Rulebook, rulesOf, sourceIdOf, spanOf, stepsOf } from '../ast.ts';
import type { ClauseRef, Period } from '../files.ts';
import type { ProblemsFound } from '../problems.ts';
import { type InForce, periodsOf } from '../source-periods.ts';
import { beginning } from '../whole.ts';

interface Edition extends Period {
  readonly basis?: readonly ClauseRef[];
}

/** An edition holds while one of the sources that it rests on is in force.
 *
 * What is asked by a text that is repealed, or not yet in force, is asked by nobody. */
export function* sourceDays(rulebook: Rulebook): ProblemsFound {
  const days = periodsOf(rulebook);
  for (const { entry } of [...rulesOf(rulebook), ...stepsOf(rulebook)]) {
    const { basis = [], editions = [] } = entry.data;
    yield* ofEditions(days, entry, [], editions, basis);
  }
  for (const entry of [...rulebook.parameters, ...rulebook.tables, ...rulebook.codes])
    yield* ofEditions(days, entry, [], entry.data.editions);
  const { definitions } = rulebook;
  for (const [index, { editions }] of (definitions?.data.definitions ?? []).entries()) {
    if (definitions) yield* ofEditions(days, definitions, ['definitions', index], editions);
  }
}

function* ofEditions(
  days: ReadonlyMap<string, InForce>,
  entry: Entry<unknown>,
  keys: readonly (string | number)[],
  editions: readonly Edition[],
  basis: readonly ClauseRef[] = [],
): ProblemsFound {
  for (const [index, edition] of editions.entries()) {
    const refs = edition.basis ?? basis;
    const sources = [...new Set(refs.map(sourceIdOf))];
    const found = sources.flatMap((id) => days.get(id) ?? []);
    if (found.length === 0 || found.length < sources.length) continue;
    const place = (key: string) => spanOf(entry, ...keys, 'editions', index, key);
    const from = earliest(found);
    const isEarly = from !== undefined && edition.from < from;
    if (isEarly && edition.early === undefined && edition.from > beginning) {
      const params = { from: edition.from, source: from, sources };
      yield { code: 'rulebook/before-source', severity: 'error', span: place('from'), params };
    }
    const until = latest(found);
    const end = edition.until;
    if (until !== undefined && (end === undefined || end > until)) {
      const span = place(end === undefined ? 'basis' : 'until');
      const params = { until: end, source: until, sources };
      yield { code: 'rulebook/after-source', severity: 'error', span, params };
    } else
      for (const [at, ref] of refs.entries()) {
        const id = sourceIdOf(ref);
        const ended = days.get(id)?.until;
        if (ended === undefined || (end !== undefined && edition.from <= ended)) continue;
        const own = edition.basis ? [...keys, 'editions', index] : keys;
        const span = spanOf(entry, ...own, 'basis', at);
        const params = { until: end, source: ended, sources: [id] };
        yield { code: 'rulebook/after-source', severity: 'error', span, params };
      }
  }
}

/** The first day on which one of them is in force; nothing where of one it is not known. */
function earliest(found: readonly InForce[]): string | undefined {
  if (found.some(({ from }) => from === undefined)) return undefined;
  return found.flatMap(({ from }) => from ?? []).toSorted()[0];
}

/** The last day on which one of them is in force; nothing where one still is. */
function latest(found: readonly InForce[]): string | undefined {
  if (found.some(({ until }) => until === undefined)) return undefined;
  return found
    .flatMap(({ until }) => until ?? [])
    .toSorted()
    .at(-1);
}
