import { readFileSync, globSync } from 'node:fs';

import type { Language } from '../../../src/base/language.ts';
import type { Source } from '../../../src/base/source.ts';
import { nodePlatform } from '../../../src/io/platform.ts';
import { loadRulebook } from '../../../src/io/load-rulebook.ts';
import { htmlText } from '../../../src/report/html.ts';
import { merged } from '../../../src/report/gather.ts';
import { judgeTogether, type Options, titlesOf } from '../../../src/report/judge.ts';
import type {
  CheckReport,
  DossierJson,
  SummaryJson,
  TogetherJson,
} from '../../../src/report/json-format.ts';

export const rulebook = loadRulebook('rules');

/** The shipped sample dossiers. */
export const sampleFiles: readonly Source[] = globSync('examples/dossiers/*.{json,yaml}')
  .toSorted()
  .map((name) => ({ name, text: readFileSync(name, 'utf8') }));

/** What came of a check: the report, and what was said of files together apart from it. */
export interface Checked {
  readonly report: CheckReport;
  readonly alone: readonly DossierJson[];
  readonly together: readonly TogetherJson[];
}

/** Dossiers judged by the shipped rulebook. */
export async function checked(
  dossiers: readonly Source[],
  language: Language,
  options: Options = {},
): Promise<Checked> {
  const asked = { ...options, languages: [language] };
  const alone: DossierJson[] = [];
  const together: TogetherJson[] = [];
  let summary: SummaryJson | undefined;
  for await (const one of judgeTogether(rulebook, dossiers, asked)) {
    if (one.type === 'dossier') alone.push(one);
    else if (one.type === 'together') together.push(one);
    else ({ summary } = one);
  }
  if (!summary) throw new Error('a check ends with what it comes to');
  const head = titlesOf(rulebook, asked);
  const dossiersJson = alone.map((record) => {
    const later = together.find(({ file }) => file === record.file);
    return later ? merged(record, later, head) : record;
  });
  return { report: { ...head, summary, dossiers: dossiersJson }, alone, together };
}

/** A report's page. */
export function pageOf(report: CheckReport, language: Language): string {
  return [
    ...htmlText(report, {
      language,
      rulebook: rulebook.program.rulebook,
      sha256: nodePlatform.sha256,
    }),
  ].join('');
}

/**
 * As many records as asked for, made of those of a report: each with an id and a digest of its own, one in `every` with
 * findings, the others without.
 */
export function* manyRecords(
  { dossiers }: CheckReport,
  count: number,
  every: number,
): Generator<DossierJson> {
  const failing = dossiers.filter(({ outcomes }) => outcomes.length > 0);
  const [sound] = dossiers.filter(({ outcomes, verdict }) => verdict && outcomes.length === 0);
  if (!sound || failing.length === 0) throw new Error('both sound and failing samples are needed');
  for (let number = 1; number <= count; number += 1) {
    const isFailing = number % every === 0;
    const of = isFailing ? (failing[(number / every) % failing.length] ?? sound) : sound;
    const id = `D-2026-${String(number).padStart(6, '0')}`;
    yield {
      ...of,
      id,
      file: 'many.ndjson',
      record: { number, line: number },
      digest: `sha256:${(number * 2_654_435_761).toString(16).padStart(64, 'e')}`,
      outcomes: of.outcomes.map((outcome) => ({
        ...outcome,
        finding: outcome.finding.replace(of.id ?? of.file, id),
      })),
    };
  }
}

/** A report of many records, with what they come to. */
export function manyReport(report: CheckReport, count: number, every: number): CheckReport {
  const dossiers = [...manyRecords(report, count, every)];
  const of = (verdict: DossierJson['verdict']) =>
    dossiers.filter((one) => one.verdict === verdict).length;
  const defects = report.summary.defects.map((defect) => {
    const inStatus = (status: 'fail' | 'waived' | 'cannot-tell') =>
      dossiers.filter(({ outcomes }) =>
        outcomes.some((one) => one.rule === defect.rule && one.status === status),
      ).length;
    return {
      ...defect,
      fail: inStatus('fail'),
      waived: inStatus('waived'),
      'cannot-tell': inStatus('cannot-tell'),
    };
  });
  const summary = {
    dossiers: count,
    pass: of('pass'),
    fail: of('fail'),
    'cannot-tell': of('cannot-tell'),
    unread: 0,
    defects,
    glance: report.summary.glance,
  };
  return { ...report, summary, dossiers };
}
