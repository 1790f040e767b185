import type { Answer, JudgeOptions, Outcome } from '../evaluate/outcome.ts';
import { positionOf } from '../base/source.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { type CheckedFile, type CheckRun, countsOf, type ReportOptions } from './checked.ts';
import type {
  CheckReport,
  DiagnosticJson,
  DossierJson,
  OutcomeJson,
  PlaceJson,
} from './json-format.ts';
import { diagnosticsOf } from './masked.ts';
import { message, type Problems, wordbooks } from '../words/messages/messages.ts';
import type { PlaceView } from './place-view.ts';
import { failsBySeverity } from './severity.ts';
import { checkerName, viewer } from './view.ts';
import { branchAsking } from './origin.ts';

/** A check as data, both languages in it; the same run gives the same bytes. */
export function jsonReport(run: CheckRun, options: Pick<ReportOptions, 'unmasked'>): CheckReport {
  const { id, version } = run.program.rulebook.manifest.data;
  const below = run.program.rulebook.layers
    .slice(0, -1)
    .map((layer) => ({ id: layer.id, version: layer.version }))
    .toReversed();
  const severities = failsBySeverity(run);
  return {
    rulebook: {
      id,
      version,
      digest: run.rulebookDigest,
      ...(below.length > 0 && { extends: below }),
    },
    engine: run.engine,
    ...(run.options.asOf !== undefined && { asOf: run.options.asOf }),
    ...(run.options.today !== undefined && { today: run.options.today }),
    ...(run.options.step !== undefined && { step: run.options.step }),
    summary: { ...countsOf(run), ...(severities && { severities }) },
    dossiers: run.files.map((file) => dossierJson(file, run, options)),
  };
}

function dossierJson(
  file: CheckedFile,
  run: CheckRun,
  { unmasked }: Pick<ReportOptions, 'unmasked'>,
): DossierJson {
  const { judged } = file;
  const head = {
    id: file.id ?? null,
    file: file.file,
    digest: file.digest ?? null,
    diagnostics: diagnosticsOf(file, { unmasked }).map(diagnosticJson),
  };
  if (!judged) return { ...head, verdict: null, part: null, scope: null, outcomes: [] };
  const { subject, dossier, judgement } = judged;
  const isStaged = run.program.rulebook.manifest.data.rules === undefined;
  const zh = viewer(run.program, subject, dossier, 'zh', unmasked);
  const en = viewer(run.program, subject, dossier, 'en', unmasked);
  const outcomes = judgement.outcomes.map((outcome): OutcomeJson => {
    const inZh = zh.view(outcome);
    const inEn = en.view(outcome);
    const { remedy } = outcome;
    return {
      rule: outcome.rule,
      ...originJson(run, outcome),
      element: outcome.element,
      ...(outcome.rows !== undefined && { rows: outcome.rows }),
      ...(outcome.heldBy !== undefined && { heldBy: outcome.heldBy }),
      group: inZh.group
        ? {
            key: inZh.group.key,
            files: inZh.group.files,
            unplaced: inZh.group.unplaced,
            dossiers: [...inZh.group.ids],
          }
        : null,
      edition: outcome.edition,
      asOf: outcome.day,
      kind: outcome.kind ?? null,
      level: outcome.level,
      ...(outcome.severity !== undefined && { severity: outcome.severity }),
      stage: isStaged ? outcome.stage : null,
      step: isStaged ? outcome.step : null,
      posts: [...outcome.posts],
      status: outcome.status,
      manual: outcome.manual,
      title: { zh: inZh.title, en: inEn.title },
      message: { zh: inZh.message, en: inEn.message },
      because: inZh.because.map(({ expression, value, rounded, text }, index) => ({
        expression,
        value,
        rounded,
        text: { zh: text, en: inEn.because[index]?.text ?? text },
      })),
      ...(isExplained(outcome.rule, run.options) &&
        inZh.inapplicable !== undefined && {
          inapplicable: { zh: inZh.inapplicable, en: inEn.inapplicable ?? inZh.inapplicable },
        }),
      missing: inZh.missing.map(({ path }) => path),
      basis: inZh.basis.map(({ clause, confidence, verified }) => ({
        clause,
        confidence,
        verified,
      })),
      at: place(inZh.at, inEn.at, outcome.group !== undefined),
      related: inZh.related.map((one, index) =>
        place(one, inEn.related[index] ?? one, outcome.group !== undefined),
      ),
      ...(outcome.moreRelated !== undefined && { moreRelated: outcome.moreRelated }),
      remedy: remedy
        ? { when: remedy.when, zh: zh.words(remedy.text).trim(), en: en.words(remedy.text).trim() }
        : null,
      toPass: outcome.toPass.map(({ pointer, side, value }) =>
        side === 'at-least' ? { pointer, atLeast: value } : { pointer, atMost: value },
      ),
      waiver: outcome.waiver
        ? { pointer: outcome.waiver.pointer, problems: [...outcome.waiver.problems] }
        : null,
      by: outcome.by ? byPerson(outcome.by, unmasked) : null,
    };
  });
  const { verdict, part, scope } = judgement;
  return { ...head, verdict, part, scope, outcomes };
}

function isExplained(rule: string, { explain }: JudgeOptions): boolean {
  return explain === 'all' || explain?.has(rule) === true;
}

function byPerson(
  { answer, name, date, page, remark }: Answer,
  unmasked: boolean,
): NonNullable<OutcomeJson['by']> {
  return {
    kind: 'person',
    answer,
    name: checkerName(name, unmasked),
    date,
    page: page ?? null,
    remark: remark ?? null,
  };
}

function place(
  { file, pointer, line, column, row }: PlaceView,
  inEn: PlaceView,
  together: boolean,
): PlaceJson {
  const field = row?.field;
  const title = field && { zh: field.title, en: inEn.row?.field?.title ?? field.title };
  return {
    ...(together && { file }),
    pointer,
    line,
    column,
    ...(row && { row: row.number }),
    ...(field && title && { field: { name: field.name, title } }),
  };
}

function originJson(
  { program }: CheckRun,
  outcome: Outcome,
): Pick<OutcomeJson, 'rulebook' | 'adds'> {
  const [base, ...others] = program.rulebook.layers;
  if (!base || others.length === 0) return {};
  const adds = program.rules.find(({ id }) => id === outcome.rule)?.rule.entry.data.adds;
  return {
    rulebook: (branchAsking(program, outcome) ?? base).id,
    ...(adds !== undefined && { adds }),
  };
}

export function diagnosticJson(diagnostic: Diagnostic<Problems>): DiagnosticJson {
  const { code, severity, span, related = [] } = diagnostic;
  return {
    code,
    severity,
    file: span.source.name,
    ...positionOf(span),
    message: { zh: message(wordbooks.zh, diagnostic), en: message(wordbooks.en, diagnostic) },
    related: related.map((other) => ({ file: other.source.name, ...positionOf(other) })),
    ...(diagnostic.fix && { fix: diagnostic.fix.text }),
  };
}
