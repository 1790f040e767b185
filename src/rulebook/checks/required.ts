import { startOf } from '../../base/source.ts';
import { type Entry, type Rule, type Rulebook, rulesOf, spanOf, stepsOf } from '../ast.ts';
import type { Demand } from '../files.ts';
import type { ProblemsFound } from '../problems.ts';
import { beginning } from '../whole.ts';

type Keys = readonly (string | number)[];

/** What an edition may say as well as the rule. */
const dated = ['asOf', 'basis', 'finding', 'remedy'] as const;
const plain = ['kind', 'check', 'status', 'posts', 'risk', 'severity', 'editions'] as const;

/** What the rulebook's `requires` asks is there, in the file itself or in each of its editions.
 *
 * Each rulebook says what it cannot do without: that of a bank a basis and a post, that of a register neither. */
export function* required(rulebook: Rulebook): ProblemsFound {
  const demands = new Set(rulebook.manifest.data.requires);
  for (const rule of rulesOf(rulebook)) yield* ofRule(rule, demands);
  for (const { entry } of stepsOf(rulebook)) {
    const { purpose, tasks, events, record, editions } = entry.data;
    if (demands.has('purpose') && !purpose) yield missing(entry, [], 'purpose');
    if (demands.has('tasks') && !tasks) yield missing(entry, [], 'tasks');
    const isCompleted = [events, ...(editions ?? []).map((one) => one.events)].some(
      (types) => (types ?? []).length > 0,
    );
    if (demands.has('completion') && !isCompleted && !record) yield missing(entry, [], 'events');
  }
  const { parameters, tables, codes, definitions, calendars } = rulebook;
  if (demands.has('basis')) {
    for (const entry of [...parameters, ...tables, ...codes])
      yield* inEditions(entry, entry.data, 'basis');
    for (const entry of calendars) {
      for (const [index, { basis }] of entry.data.years.entries())
        if (!basis) yield missing(entry, ['years', index], 'basis');
    }
  }
  if (!demands.has('editions')) return;
  for (const entry of [...parameters, ...tables, ...codes])
    if (isAlways(entry.data)) yield missing(entry, [], 'editions');
  for (const [index, definition] of (definitions?.data.definitions ?? []).entries()) {
    if (definitions && isAlways(definition))
      yield missing(definitions, ['definitions', index], 'editions');
  }
}

function* ofRule({ entry, written }: Rule, demands: ReadonlySet<Demand>): ProblemsFound {
  for (const key of plain)
    if (demands.has(key) && written[key] === undefined) yield missing(entry, [], key);
  if (demands.has('level') && written.level === undefined && written.severity === undefined)
    yield missing(entry, [], 'level');
  if (demands.has('question') && entry.data.check === 'both' && !written.question)
    yield missing(entry, [], 'question');
  for (const key of dated) {
    // what only a person can tell is asked for its finding anyway, and what is dated for its day
    if (key === 'finding' && entry.data.check === 'manual') continue;
    if (key === 'asOf' && !isAlways(entry.data)) continue;
    if (demands.has(key)) yield* inEditions(entry, entry.data, key);
  }
}

function* inEditions<K extends (typeof dated)[number]>(
  entry: Entry<unknown>,
  data: { readonly [key in K]?: unknown } & {
    readonly editions: readonly ({ readonly from: string } & { readonly [key in K]?: unknown })[];
  },
  key: K,
): ProblemsFound {
  if (data[key] !== undefined) return;
  for (const [index, edition] of data.editions.entries()) {
    if (edition[key] !== undefined) continue;
    if (isAlways(data)) {
      yield missing(entry, [], key);
      continue;
    }
    const span = spanOf(entry, 'editions', index, 'from');
    const params = { key, edition: edition.from };
    yield { code: 'rulebook/incomplete', severity: 'error', span, params };
  }
}

/** Whether it was written without editions. */
function isAlways({ editions }: { readonly editions: readonly { readonly from: string }[] }) {
  return editions[0]?.from === beginning;
}

function missing(entry: Entry<unknown>, keys: Keys, key: string) {
  const span = spanOf(entry, ...keys);
  return {
    code: 'rulebook/missing-key',
    severity: 'error',
    span: startOf(span),
    params: { key },
  } as const;
}
