import type { Answer, JudgeOptions, Outcome } from '../evaluate/outcome.ts';
import { type Language, sayIn, textsIn } from '../base/language.ts';
import { invariant } from '../base/invariant.ts';
import { positionOf } from '../base/source.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { type CheckedFile, type CheckRun, countsOf, type ReportOptions } from './checked.ts';
import type {
  CheckReport,
  DiagnosticJson,
  DossierJson,
  Multilingual,
  OutcomeJson,
  PlaceJson,
} from './json-format.ts';
import { diagnosticsOf } from './masked.ts';
import { message, type Problems, wordbooks } from '../words/messages/messages.ts';
import type { PlaceView } from './place-view.ts';
import { failsBySeverity } from './severity.ts';
import { checkerName, type OutcomeView, viewer } from './view.ts';
import { branchAsking } from './origin.ts';

/** A check as data, in every language of the rulebook; the same run gives the same bytes. */
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

/** What is seen in a language. */
interface Seen<View> {
  readonly language: Language;
  readonly view: View;
}

function dossierJson(
  file: CheckedFile,
  run: CheckRun,
  { unmasked }: Pick<ReportOptions, 'unmasked'>,
): DossierJson {
  const { judged } = file;
  const { languages } = run.program.rulebook.manifest.data;
  const head = {
    id: file.id ?? null,
    file: file.file,
    digest: file.digest ?? null,
    diagnostics: diagnosticsOf(file, { unmasked }).map((one) => diagnosticJson(one, languages)),
  };
  if (!judged) return { ...head, verdict: null, part: null, scope: null, outcomes: [] };
  const { subject, dossier, judgement } = judged;
  const isStaged = run.program.rulebook.manifest.data.rules === undefined;
  const viewers = languages.map((language) => {
    const { view, words } = viewer(run.program, subject, dossier, language, unmasked);
    return { language, view, words };
  });
  const outcomes = judgement.outcomes.map((outcome): OutcomeJson => {
    const seen = viewers.map(({ language, view }) => ({ language, view: view(outcome) }));
    const one = seen[0]?.view;
    invariant(one, 'a rulebook is in one language at least');
    const said = (say: (view: OutcomeView) => string | undefined): Multilingual =>
      Object.fromEntries(seen.map(({ language, view }) => [language, say(view) ?? '']));
    const { remedy } = outcome;
    return {
      rule: outcome.rule,
      ...originJson(run, outcome),
      element: outcome.element,
      ...(outcome.rows !== undefined && { rows: outcome.rows }),
      ...(outcome.heldBy !== undefined && { heldBy: outcome.heldBy }),
      group: groupJson(one),
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
      title: said(({ title }) => title),
      message: said((view) => view.message),
      because: one.because.map(({ expression, value, rounded, text }, index) => ({
        expression,
        value,
        rounded,
        text: said(({ because }) => because[index]?.text ?? text),
      })),
      ...(isExplained(outcome.rule, run.options) &&
        one.inapplicable !== undefined && { inapplicable: said((view) => view.inapplicable) }),
      missing: one.missing.map(({ path }) => path),
      basis: one.basis.map(({ clause, confidence, verified }) => ({
        clause,
        confidence,
        verified,
      })),
      at: place(
        seen.map(({ language, view }) => ({ language, view: view.at })),
        outcome.group !== undefined,
      ),
      related: one.related.map((other, index) =>
        place(
          seen.map(({ language, view }) => ({ language, view: view.related[index] ?? other })),
          outcome.group !== undefined,
        ),
      ),
      ...(outcome.moreRelated !== undefined && { moreRelated: outcome.moreRelated }),
      remedy: remedy
        ? {
            when: remedy.when,
            ...Object.fromEntries(
              viewers.map(({ language, words }) => [language, words(remedy.text).trim()]),
            ),
          }
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

function groupJson({ group }: OutcomeView): OutcomeJson['group'] {
  if (!group) return null;
  const { key, files, unplaced, ids } = group;
  return { key, files, unplaced, dossiers: [...ids] };
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

function place(views: readonly Seen<PlaceView>[], together: boolean): PlaceJson {
  const one = views[0]?.view;
  invariant(one, 'a rulebook is in one language at least');
  const { file, pointer, line, column, row } = one;
  const field = row?.field;
  return {
    ...(together && { file }),
    pointer,
    line,
    column,
    ...(row && { row: row.number }),
    ...(field && {
      field: {
        name: field.name,
        title: Object.fromEntries(
          views.map(({ language, view }) => [language, view.row?.field?.title ?? field.title]),
        ),
      },
    }),
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

/** @param languages - those of the rulebook; the engine says it in its own where they are others */
export function diagnosticJson(
  diagnostic: Diagnostic<Problems>,
  languages: readonly Language[],
): DiagnosticJson {
  const { code, severity, span, related = [] } = diagnostic;
  return {
    code,
    severity,
    file: span.source.name,
    ...positionOf(span),
    message: textsIn(languages, (language) => message(sayIn(wordbooks, language), diagnostic)),
    related: related.map((other) => ({ file: other.source.name, ...positionOf(other) })),
    ...(diagnostic.fix && { fix: diagnostic.fix.text }),
  };
}
