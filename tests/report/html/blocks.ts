import type {
  Detail,
  DetailBlock,
  Legend,
  OutcomeData,
  RowBlock,
} from '../../../src/report/html/page-data.ts';
import { type File, filesOf, nameOf, resolved } from '../../../src/report/html/page/files.ts';

/** What a page holds for its script, read as its script reads it. */
export interface Read {
  readonly legend: Legend;
  readonly files: readonly File[];
  readonly shared: readonly unknown[];
  readonly detailsOf: (file: File) => readonly Detail[];
}

export function readPage(page: string): Read {
  const rows = blocks(page, 'rows') as readonly RowBlock[];
  const details = blocks(page, 'details') as readonly DetailBlock[];
  const [legend] = blocks(page, 'legend') as readonly Legend[];
  if (!legend) throw new Error('a page has a legend');
  const shared = rows.flatMap((block) => block.shared);
  return {
    legend,
    shared,
    files: filesOf(rows, legend, shared),
    detailsOf: (file) => file.details.flatMap(({ block, index }) => details[block]?.[index] ?? []),
  };
}

function blocks(page: string, kind: string): readonly unknown[] {
  const pattern = new RegExp(
    `<script type="application/json" class="${kind}">([^]*?)</script>`,
    'gu',
  );
  return [...page.matchAll(pattern)].map(([, text = '']) => JSON.parse(text) as unknown);
}

export function outcomesOf(file: File, { detailsOf }: Read): readonly OutcomeData[] {
  return detailsOf(file).flatMap(({ outcomes = [] }) => outcomes);
}

/** All texts that are said of a file, what is shared put in its place. */
export function textsOf(file: File, read: Read): string {
  const { legend, shared, detailsOf } = read;
  const rules = outcomesOf(file, read).flatMap(({ rule, steps = [] }) => [
    rule,
    ...steps.map((step) => step.rule),
  ]);
  const clauses = outcomesOf(file, read).flatMap(({ basis }) =>
    basis === undefined ? [] : resolved(basis, shared),
  );
  return [
    nameOf(file),
    file.file,
    ...detailsOf(file).flatMap((detail) => said(detail, shared)),
    ...rules.map((rule) => JSON.stringify(legend.rules[rule])),
    ...clauses.map((clause) => JSON.stringify(legend.clauses[clause])),
  ].join('\n');
}

/** Texts of details; a number may be one that is shared, or a number. */
function said(value: unknown, shared: readonly unknown[]): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') {
    const other = shared[value];
    return [String(value), ...(typeof other === 'string' ? [other] : [])];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((one) => said(one, shared));
}
