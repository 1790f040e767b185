import { wordbookOf } from '../words/own.ts';
import { sayIn } from '../base/language.ts';
import { marks } from '../words/marks.ts';
import type { Outcome, Status } from '../evaluate/outcome.ts';
import { type CheckedFile, type CheckRun, countsOf, type ReportOptions } from './checked.ts';
import { diagnosticsText } from './diagnostics.ts';
import { diagnosticsOf } from './masked.ts';
import { wordbooks } from '../words/messages/messages.ts';
import type { Paint } from './paint.ts';
import { placeWords } from './place-view.ts';
import { type OutcomeView, viewer } from './view.ts';
import { kindAndLevel, severitiesLine } from './severity.ts';
import { padded } from './width.ts';

/** Findings of a kind shown in full for one file; the rest are counted, and are whole in the other formats. */
const mostUntold = 8;

/** Clauses shown for one finding; the other formats have them all. */
const mostClauses = 2;

/** A check as a person reads it on a terminal. */
export function prettyReport(run: CheckRun, options: ReportOptions, paint: Paint): string {
  const { terms } = sayIn(wordbooks, options.language);
  const blocks = run.files.map((file) => fileText(file, run, options, paint));
  const asOf = run.options.asOf === undefined ? [] : [terms.asOf(run.options.asOf)];
  const tail = [
    terms.summary(countsOf(run)),
    ...[severitiesLine(run, options.language) ?? []].flat(),
    ...asOf,
    paint.dim(`${terms.label.rulebook} ${layersText(run)} · ${run.rulebookDigest.slice(0, 19)}`),
  ];
  return `${[...blocks, tail.join('\n')].join('\n')}\n`;
}

function fileText(file: CheckedFile, run: CheckRun, options: ReportOptions, paint: Paint): string {
  const book = wordbookOf(run.program.rulebook.manifest.data, options.language);
  const { terms } = book;
  const found = diagnosticsOf(file, options);
  const problems = found.length > 0 ? [diagnosticsText(found, book, paint)] : [];
  const { judged } = file;
  if (!judged) return problems.join('\n');
  const { judgement, dossier, subject } = judged;
  const { view, stageTitle } = viewer(
    run.program,
    subject,
    dossier,
    options.language,
    options.unmasked,
  );
  const colour = { pass: paint.green, fail: paint.red, 'cannot-tell': paint.yellow }[
    judgement.verdict
  ];
  const part = judgement.part === 'data' ? terms.dataOnly(judgement.scope.manual) : '';
  const head = `${paint.bold(file.id ?? file.file)}  ${colour(terms.status[judgement.verdict] + part)}  ${paint.dim(file.file)}`;
  const of = (status: Status) => judgement.outcomes.filter((outcome) => outcome.status === status);
  const lines = [
    head,
    `  ${paint.dim(terms.scope(judgement.scope))}`,
    ...togetherLine(judgement.outcomes),
    ...heldBack(judgement.outcomes),
    ...of('fail')
      .filter((outcome) => !isGate(outcome))
      .flatMap((outcome) => finding(view(outcome))),
    ...gates(of('fail').filter(isGate)),
    ...of('waived').flatMap((outcome) => finding(view(outcome))),
    ...untold(of('cannot-tell').filter((outcome) => !isGate(outcome))),
    ...gates(of('cannot-tell').filter(isGate)),
    ...byHand([...of('pass'), ...of('not-applicable')].filter(({ by }) => by)),
  ];
  return `${[...problems, lines.join('\n')].join('\n')}\n`;

  /** How many files the rules for groups saw: a group of one says little. */
  function togetherLine(outcomes: readonly Outcome[]): readonly string[] {
    const seen = outcomes.filter(
      ({ group, status }) => group && status !== 'not-applicable' && status !== 'not-due',
    );
    if (seen.length === 0) return [];
    const rules = new Set(seen.map(({ rule }) => rule)).size;
    const files = seen.flatMap(({ group }) => group?.files ?? []);
    return [`  ${paint.dim(terms.together(rules, files))}`];
  }

  /** Stages that were not judged, each on one line. */
  function heldBack(outcomes: readonly Outcome[]): readonly string[] {
    const held = outcomes.filter(({ heldBy }) => heldBy !== undefined);
    return [...Map.groupBy(held, ({ stage }) => stage)].map(([stage, list]) => {
      const before = stageTitle(list[0]?.heldBy ?? '');
      const text = terms.register.heldBack(stageTitle(stage), before, list.length);
      return `  ${paint.yellow(`${marks['not-due']} ${text}`)}`;
    });
  }

  function finding(shown: OutcomeView): readonly string[] {
    const { outcome } = shown;
    const mark =
      outcome.status === 'fail' ? paint.red(marks.fail) : paint.cyan(marks[outcome.status]);
    const element = outcome.element === null ? '' : ` [${outcome.element}]`;
    const weight = kindAndLevel(run.program, outcome, options.language);
    // what a rulebook does not name is mandatory, and goes without saying
    const isPlain = outcome.level === 'mandatory' && outcome.severity === undefined;
    const badges = (isPlain ? weight.slice(0, -1) : weight).join(' · ');
    const { line, column } = shown.at;
    const more = outcome.moreRelated ?? 0;
    return [
      `  ${mark} ${paint.bold(`${outcome.rule}${element}`)} ${shown.title} ${paint.dim(badges)}`.trimEnd(),
      `      ${shown.message}`,
      ...(shown.group ? [row('group', shown.group.text)] : []),
      ...shown.because.map(({ text }) => row('because', text)),
      ...shown.basis
        .slice(0, mostClauses)
        .map(({ title, verified }) =>
          row('basis', title + (verified ? '' : paint.yellow(` ${terms.unverified}`))),
        ),
      row('place', `${shown.at.file}:${line}:${column}  ${placeWords(shown.at, book)}`),
      ...(more > 0 ? [row('place', terms.register.morePlaces(more))] : []),
      ...(shown.by === undefined ? [] : [row('by', shown.by)]),
      ...(shown.origin === undefined ? [] : [row('origin', shown.origin)]),
      ...(shown.waiver === undefined ? [] : [row('waiver', shown.waiver)]),
      ...(shown.remedy === undefined || outcome.status !== 'fail'
        ? []
        : [row('remedy', shown.remedy)]),
      ...shown.toPass.map((text) => row('toPass', text)),
    ];
  }

  /** What a person looked at and found in order: on one line each. */
  function byHand(outcomes: readonly Outcome[]): readonly string[] {
    return outcomes.map((outcome) => {
      const { title, by = '' } = view(outcome);
      const element = outcome.element === null ? '' : ` [${outcome.element}]`;
      const mark = paint.green(marks[outcome.status]);
      return `  ${mark} ${outcome.rule}${element} ${title}  ${paint.dim(`${terms.label.by} ${by}`)}`;
    });
  }

  /** One failed gate is a finding at every later step: here on one line. */
  function gates(outcomes: readonly Outcome[]): readonly string[] {
    const byRules = Map.groupBy(outcomes, ({ finding: found }) =>
      found?.kind === 'process' ? (found.params.rules ?? []).join(' ') : '',
    );
    return [...byRules].map(([rules, list]) => {
      const mark =
        list[0]?.status === 'fail' ? paint.red(marks.fail) : paint.yellow(marks['cannot-tell']);
      const steps = list.map((outcome) => view(outcome).step);
      return `  ${mark} ${paint.bold('process/…/gate')} ${terms.gate} ${rules}${terms.colon}${(list[0]?.status === 'fail' ? terms.wentAhead : terms.wentAheadUndecided)(steps)}`;
    });
  }

  function untold(outcomes: readonly Outcome[]): readonly string[] {
    const shown = outcomes.slice(0, mostUntold).map((outcome) => {
      const { title, message, by, at } = view(outcome);
      const element = outcome.element === null ? '' : ` [${outcome.element}]`;
      const hand = by === undefined ? '' : `\n${row('by', by)}`;
      const where = at.row ? `\n${row('place', placeWords(at, book))}` : '';
      return `  ${paint.yellow(marks['cannot-tell'])} ${outcome.rule}${element} ${title}\n      ${message}${where}${hand}`;
    });
    const rest = outcomes.length - shown.length;
    return rest > 0
      ? [...shown, `  ${paint.dim(`${terms.label.more} ${rest} × ${terms.status['cannot-tell']}`)}`]
      : shown;
  }

  function row(label: keyof typeof terms.label, text: string): string {
    return `      ${paint.dim(padded(terms.label[label], 8))} ${text}`;
  }
}

/** `north 0.1.0 → whole 0.1.0`: a rulebook and those it builds on. */
function layersText({ program }: CheckRun): string {
  const { layers } = program.rulebook;
  return layers
    .map(({ id, version }) => `${id} ${version}`)
    .toReversed()
    .join(' → ');
}

function isGate({ finding }: Outcome): boolean {
  return finding?.kind === 'process' && finding.facet === 'gate';
}
