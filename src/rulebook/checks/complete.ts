import { type Memory, noMemory } from '../../base/memory.ts';
import { startOf } from '../../base/source.ts';
import { type Rule, type Rulebook, rulesOf, spanOf } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';

/** Every edition of a rule says, itself or through the rule, on which day and what; what is in force always needs no day.
 *
 * What a person has to look at, by which measure, and what to tell, is all that there is of a manual rule. */
export function* complete(rulebook: Rulebook, memory: Memory = noMemory): ProblemsFound {
  for (const rule of rulesOf(rulebook))
    yield* memory.of('complete', [rule], () => [...ofRule(rule)]);
  for (const entry of rulebook.tables) {
    const { inputs, outputs } = entry.data;
    for (const [index, { rows }] of entry.data.editions.entries()) {
      for (const [number, row] of rows.entries()) {
        for (const [key, columns] of [
          ['when', inputs.length],
          ['then', outputs.length],
        ] as const) {
          const cells = row[key].length;
          if (cells === columns) continue;
          const span = spanOf(entry, 'editions', index, 'rows', number, key);
          yield {
            code: 'rulebook/table-shape',
            severity: 'error',
            span,
            params: { cells, columns },
          };
        }
      }
    }
  }
}

function* ofRule({ entry, written }: Rule): ProblemsFound {
  const { data } = entry;
  const wanted = [
    ...(written.editions ? ['asOf'] : []),
    data.check === 'manual' ? 'finding' : 'require',
    ...(data.check === 'data' ? [] : ['how', 'standard']),
  ] as const;
  for (const [index, edition] of data.editions.entries()) {
    const whole = { ...data, ...edition };
    for (const key of wanted) {
      if (whole[key as keyof typeof whole] !== undefined) continue;
      if (!written.editions) {
        const span = startOf(spanOf(entry));
        yield { code: 'rulebook/missing-key', severity: 'error', span, params: { key } };
        continue;
      }
      const span = spanOf(entry, 'editions', index, 'from');
      yield {
        code: 'rulebook/incomplete',
        severity: 'error',
        span,
        params: { key, edition: edition.from },
      };
    }
  }
}
