import { invariant } from '../base/invariant.ts';
import type {
  DossierJson,
  ReportHead,
  CheckReport,
  SummaryJson,
  TogetherJson,
} from './json-format.ts';
import { byGravity } from './record.ts';

/** A dossier's record with what rules that judge files together say of it. */
export function merged(
  record: DossierJson,
  { verdict, part, actors, scope, counts, outcomes, wanting }: TogetherJson,
  head: ReportHead,
): DossierJson {
  const { later: _, ...own } = record;
  const known = new Set(own.wanting.map(({ field }) => field));
  return {
    ...own,
    ...(actors && { actors }),
    verdict,
    part,
    scope,
    counts,
    ...(outcomes.length > 0 && { outcomes: byGravity([...own.outcomes, ...outcomes], head) }),
    ...(wanting.length > 0 && {
      wanting: [
        ...own.wanting.map((one) => {
          const other = wanting.find(({ field }) => field === one.field);
          return other ? { ...one, rules: [...new Set([...one.rules, ...other.rules])] } : one;
        }),
        ...wanting.filter(({ field }) => !known.has(field)),
      ].toSorted((a, b) => b.rules.length - a.rules.length),
    }),
  };
}

/**
 * Puts what rules that judge files together say to the records that it is of.
 *
 * @param kept - the places of these records, in the order in which `together` tells of them
 */
export function mergeTogether(
  together: Iterable<TogetherJson>,
  records: DossierJson[],
  kept: readonly number[],
  head: ReportHead,
): void {
  let next = 0;
  for (const one of together) {
    const place = kept[next];
    const record = place === undefined ? undefined : records[place];
    invariant(place !== undefined && record, 'only what was kept is judged together');
    records[place] = merged(record, one, head);
    next += 1;
  }
}

/** A report whose dossiers are read as often as they are asked for. */
export interface ReportOf<D extends Iterable<DossierJson>> extends Omit<CheckReport, 'dossiers'> {
  readonly dossiers: D;
}

/** A whole report: of its head what its outcomes name. */
export function reportOf<D extends Iterable<DossierJson>>(
  head: ReportHead,
  dossiers: D,
  summary: SummaryJson,
): ReportOf<D> {
  const [rules, clauses] = [new Set<string>(), new Set<string>()];
  for (const { outcomes, waiting } of dossiers) {
    for (const { rule, gate, basis, penalties = [] } of outcomes) {
      for (const one of [rule, ...(gate?.rules ?? [])]) rules.add(one);
      for (const { clause } of [...basis, ...penalties]) clauses.add(clause);
    }
    for (const rule of waiting) rules.add(rule);
  }
  // what of the head nothing names is not made
  const parts = {
    rules: { value: named(head.rules, rules), enumerable: true },
    clauses: { value: clauses.size > 0 ? named(head.clauses, clauses) : {}, enumerable: true },
    summary: { value: summary, enumerable: true },
    dossiers: { value: dossiers, enumerable: true },
  };
  return Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(head), ...parts },
  ) as ReportOf<D>;
}

function named<T>(
  table: Readonly<Record<string, T>>,
  names: ReadonlySet<string>,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.keys(table).flatMap((name) => {
      const one = names.has(name) ? table[name] : undefined;
      return one === undefined ? [] : [[name, one] as const];
    }),
  );
}

/** By what a record is found again in its run: by its id too, since masked the names of two files may be the same. */
export function recordPlace({
  id,
  file,
  record,
}: Pick<DossierJson | TogetherJson, 'id' | 'file' | 'record'>): string {
  return `${id ?? ''} ${file} ${record?.number ?? ''}`;
}
