import { type Language, sayIn } from '../base/language.ts';
import { glanceWords } from '../words/glance.ts';
import { marks } from '../words/marks.ts';
import { type Wordbook, wordbooks } from '../words/messages/messages.ts';
import { cellFromJson } from './cell.ts';
import { intakeText } from './intake-text.ts';
import type {
  CheckReport,
  DossierJson,
  Multilingual,
  OutcomeJson,
  PlaceJson,
  RuleJson,
} from './json-format.ts';
import type { Paint } from './paint.ts';
import { besidesLines, schemeLines } from './scheme-line.ts';
import { answeredLines, staffLine, waiverLines } from './staff-line.ts';
import { glanceText } from './glance-text.ts';
import { shownRecord } from './shown.ts';
import { gravityOf, ruleOf } from './weight.ts';
import { padded } from './width.ts';

/** Dossiers of which every finding is told in full; of more, each takes two lines. */
const mostInFull = 5;
/** Dossiers that are all listed; of more, those without findings are only counted. */
const mostListed = 50;
/** Missing fields shown for one file, and rules that wait for one; the other formats have them all. */
const [mostFields, mostRules] = [5, 4];
/** Clauses shown for one finding, and defects for all. */
const [mostClauses, mostDefects] = [2, 10];

/** How a report is told on a terminal. */
export interface PrettyOptions {
  readonly language: Language;
  readonly paint: Paint;
  /** Whether every field that is wanted is listed, with every rule that waits for it. */
  readonly isWhole: boolean;
  /** What is wrong with files, for people, by their places among the dossiers of the report. */
  readonly complaints: ReadonlyMap<number, string>;
}

/** A check as a person reads it on a terminal: what needs doing first. */
export function* prettyText(given: CheckReport, options: PrettyOptions): Generator<string> {
  const { language, paint, complaints } = options;
  const { dossiers, ...rest } = given;
  const report = { ...shownRecord(rest, given.languages), dossiers };
  const { summary } = report;
  const book = sayIn(wordbooks, language);
  const { terms } = book;
  const isShort = dossiers.length > mostInFull;
  const files = dossiers.map((dossier, place) => ({ dossier, complaint: complaints.get(place) }));
  const isSound = ({ dossier, complaint }: (typeof files)[number]) =>
    complaint === undefined && dossier.verdict === 'pass' && dossier.outcomes.length === 0;
  const listed = dossiers.length > mostListed ? files.filter((one) => !isSound(one)) : files;
  if (summary.intake) yield intakeText(summary, summary.intake, book, options);
  const urgency = (dossier: DossierJson) => urgencyOf(dossier, report);
  for (const { dossier, complaint } of listed.toSorted(
    (a, b) => urgency(a.dossier) - urgency(b.dossier),
  )) {
    if (complaint !== undefined) yield complaint;
    if (dossier.verdict !== null)
      yield fileText(shownRecord(dossier, given.languages), report, isShort, book, options);
    else if (complaint !== undefined) yield '\n';
  }
  const hidden = files.length - listed.length;
  if (hidden > 0) yield `${paint.dim(terms.check.soundFiles(hidden))}\n`;
  if (isShort) {
    yield defectsText(report, book, options);
    yield `${glanceText(summary.glance, given, { language, paint, isWhole: false })}\n`;
  }
  const { asOf, staff } = report;
  const severities = severitiesLine(report, book, language);
  const tail = [
    terms.summary(summary) +
      (summary.unread > 0 ? terms.comma + terms.check.unread(summary.unread) : ''),
    ...(severities === undefined ? [] : [severities]),
    ...besidesLines(summary, terms),
    ...schemeLines(report, terms, language).map((line) =>
      report.scheme ? line : line + terms.brackets('--scheme'),
    ),
    ...(asOf === undefined ? [] : [terms.asOf(asOf) + terms.brackets('--as-of')]),
    ...(staff === undefined
      ? []
      : [staffLine(staff, terms) + (staff ? '' : terms.brackets('--staff'))]),
    ...waiverLines(report, terms).map((line) => `${terms.label.waivers} ${line}`),
    ...answeredLines(report.answered, terms),
    ...(isShort && !options.isWhole ? [paint.dim(terms.check.inFull)] : []),
    paint.dim(
      `${terms.label.rulebook} ${layersText(report)} · ${report.rulebook.digest.slice(0, 19)}`,
    ),
    ...(summary.record
      ? [paint.dim(terms.record.kept(summary.record.run, summary.record.head))]
      : []),
  ];
  yield `${tail.join('\n')}\n`;
}

/** Files that were not read first, then those that fail, then those that cannot be told, the gravest of each first. */
export function urgencyOf({ verdict, outcomes }: DossierJson, report: CheckReport): number {
  if (verdict === null) return 0;
  const [first] = outcomes;
  const order = { fail: 1, 'cannot-tell': 2, pass: outcomes.length > 0 ? 3 : 4 }[verdict];
  return order * 1e6 + (first ? Math.min(gravityOf(ruleOf(first, report), report), 1e5) : 0);
}

function fileText(
  dossier: DossierJson,
  report: CheckReport,
  isShort: boolean,
  book: Wordbook,
  { language, paint, isWhole }: PrettyOptions,
): string {
  const { terms } = book;
  const { verdict, part, scope, outcomes, wanting, waiting } = dossier;
  if (verdict === null || scope === null) return '';
  const said = (text: Multilingual | undefined) =>
    text?.[language] ?? Object.values(text ?? {})[0] ?? '';
  const colour = { pass: paint.green, fail: paint.red, 'cannot-tell': paint.yellow }[verdict];
  const only =
    part === 'captured'
      ? terms.intake.capturedOnly(scope.uncaptured)
      : part === 'data'
        ? terms.dataOnly(scope.manual)
        : '';
  const covered = scope.notCovered
    ? terms.coveredOnly(scope.data + scope.person + scope.uncaptured + scope.manual)
    : '';
  const where = dossier.record ? `${dossier.file}:${dossier.record.line}` : dossier.file;
  const head = `${paint.bold(dossier.id ?? where)}  ${colour(terms.status[verdict] + only + covered)}  ${paint.dim(where)}`;
  const failed = outcomes.filter(({ status }) => status === 'fail');
  const untold = outcomes.filter(({ status }) => status === 'cannot-tell');
  const lines = [
    ...heldBack(),
    ...failed.filter(({ gate }) => !gate).flatMap(finding),
    ...gates(failed),
    ...outcomes.filter(({ status }) => status === 'waived').flatMap(finding),
    ...untoldLines(),
    ...gates(untold),
    ...outcomes.filter(isByHand).flatMap(byHand),
    ...others(),
  ];
  if (lines.length === 0 && verdict === 'pass' && (isShort || !scope.notCovered))
    return `${head}\n`;
  const waits =
    isShort || waiting.length === 0 ? [] : [`  ${paint.dim(terms.check.waitingFor(waiting))}`];
  return `${[head, `  ${paint.dim(terms.scope(scope))}`, ...lines, ...waits].join('\n')}\n\n`;

  /** Stages that were not judged, each on one line. */
  function heldBack(): readonly string[] {
    return (dossier.heldBack ?? []).map(({ stage, by, rules }) => {
      const [held, before] = [stage, by].map((id) => said(report.stages[id]) || id);
      const text = terms.register.heldBack(held ?? '', before ?? '', rules);
      return `  ${paint.yellow(`${marks['not-due']} ${text}`)}`;
    });
  }

  function finding(outcome: OutcomeJson): readonly string[] {
    const mark =
      outcome.status === 'fail' ? paint.red(marks.fail) : paint.cyan(marks[outcome.status]);
    const title = `  ${mark} ${nameOf(outcome)} ${paint.dim(badgesOf(outcome))}`.trimEnd();
    const place = placeText(outcome);
    if (isShort) return [title, `      ${said(outcome.message)}  ${paint.dim(place)}`];
    const rule = report.rules[outcome.rule];
    const remedy = outcome.status === 'fail' ? (outcome.remedy ?? rule?.remedy) : undefined;
    const more = outcome.moreRelated ?? 0;
    return [
      title,
      `      ${said(outcome.message)}`,
      ...(outcome.group ? [row('group', said(outcome.group.text))] : []),
      ...requirementRow(outcome),
      ...outcome.because.map(({ text }) => row('because', said(text))),
      ...outcome.basis.slice(0, mostClauses).map(({ clause, verified }) => {
        const name = said(report.clauses[clause]?.title) || clause;
        return row('basis', name + (verified ? '' : paint.yellow(` ${terms.unverified}`)));
      }),
      row('place', place),
      ...(more > 0 ? [row('place', terms.register.morePlaces(more))] : []),
      ...(outcome.by ? [row('by', byText(outcome.by))] : []),
      ...(outcome.origin ? [row('origin', said(outcome.origin))] : []),
      ...(outcome.waiver ? [row('waiver', said(outcome.waiver.text))] : []),
      ...(remedy
        ? [row('remedy', `${said(report.remedies[remedy.when])}${terms.colon}${said(remedy)}`)]
        : []),
      ...outcome.toPass.map(({ text }) => row('toPass', said(text))),
      ...(outcome.shortfall ? [row('toPass', said(outcome.shortfall))] : []),
    ];
  }

  /** What is wanted, each field once; and what wants no field, each on its own line. */
  function untoldLines(): readonly string[] {
    const shown = isWhole ? wanting : wanting.slice(0, mostFields);
    const rest = wanting.slice(shown.length);
    const rules = new Set(rest.flatMap((one) => one.rules)).size;
    const others = untold.filter(({ gate, missing, by }) => !gate && (missing.length === 0 || by));
    return [
      ...others.flatMap((outcome) => [
        `  ${paint.yellow(marks['cannot-tell'])} ${nameOf(outcome)}`,
        `      ${said(outcome.message)}`,
        ...(outcome.by ? [row('by', byText(outcome.by))] : []),
      ]),
      ...(shown.length > 0
        ? [`  ${paint.yellow(marks['cannot-tell'])} ${terms.check.toFetch}${terms.colon.trim()}`]
        : []),
      ...shown.map((one) => {
        const named = isWhole ? one.rules : one.rules.slice(0, mostRules);
        const more = one.rules.length - named.length;
        return `      ${terms.check.wanting(said(one.title), one.field, said(one.says), named, more)}`;
      }),
      ...(rest.length > 0
        ? [`      ${paint.dim(terms.check.moreFields(rest.length, rules))}`]
        : []),
    ];
  }

  /** One failed gate is a finding at every later step: here on one line. */
  function gates(list: readonly OutcomeJson[]): readonly string[] {
    const byRules = Map.groupBy(
      list.filter(({ gate }) => gate),
      ({ gate }) => (gate?.rules ?? []).join(' '),
    );
    return [...byRules].map(([rules, [first, ...others]]) => {
      const isFail = first?.status === 'fail';
      const mark = isFail ? paint.red(marks.fail) : paint.yellow(marks['cannot-tell']);
      const steps = [first, ...others].map((one) => {
        const step = report.rules[one?.rule ?? '']?.step ?? '';
        return said(report.steps[step]) || step;
      });
      const says = (isFail ? terms.wentAhead : terms.wentAheadUndecided)(steps);
      return `  ${mark} ${paint.bold('process/…/gate')} ${terms.gate}${rules === '' ? '' : ` ${rules}`}${terms.colon}${says}`;
    });
  }

  /** What a person looked at and found in order. */
  function byHand(outcome: OutcomeJson): readonly string[] {
    const mark = paint.green(marks[outcome.status]);
    const by = outcome.by ? byText(outcome.by) : '';
    return [`  ${mark} ${nameOf(outcome)}  ${paint.dim(`${terms.label.by} ${by}`)}`];
  }

  /** What needs nothing done, where that is asked for. */
  function others(): readonly string[] {
    return outcomes
      .filter((one) => !isByHand(one) && isInOrder(one))
      .flatMap((one) => [
        `  ${paint.dim(`${marks[one.status]} ${plainName(one)} ${terms.status[one.status]}`)}`,
        ...requirementRow(one),
        ...(one.inapplicable ? [row('because', said(one.inapplicable))] : []),
        ...one.because.map(({ text }) => row('because', said(text))),
      ]);
  }

  /** What the rule asks, where that is to be explained. */
  function requirementRow({ requirement }: OutcomeJson): readonly string[] {
    return requirement
      ? [`      ${paint.dim(padded(terms.explained.requirement, 8))} ${said(requirement)}`]
      : [];
  }

  function nameOf(outcome: OutcomeJson): string {
    const element = outcome.element === null ? '' : ` [${outcome.element}]`;
    return `${paint.bold(`${outcome.rule}${element}`)} ${titleOf(outcome)}`;
  }

  function plainName(outcome: OutcomeJson): string {
    const element = outcome.element === null ? '' : ` [${outcome.element}]`;
    const rows = outcome.rows === undefined ? '' : ` (${terms.register.rows(outcome.rows)})`;
    return `${outcome.rule}${element} ${titleOf(outcome)}${rows}`;
  }

  function titleOf({ title, rule }: OutcomeJson): string {
    return said(title ?? report.rules[rule]?.title);
  }

  /** What kind of rule it is, and how grave; what a rulebook does not name is mandatory, and goes without saying. */
  function badgesOf(outcome: OutcomeJson): string {
    const { suppressed } = outcome;
    const rule = ruleOf(outcome, report);
    if (!rule) return '';
    const kind = rule.kind === null ? [] : [said(report.kinds[rule.kind])];
    const red = rule.redLine ? [terms.redLine] : [];
    const gone = suppressed ? [sayIn(glanceWords, language).suppressed] : [];
    return [...gone, ...red, ...kind, ...levelOf(rule)].join(' · ');
  }

  function levelOf({ severity, level }: RuleJson): readonly string[] {
    const own = report.severities?.[severity ?? ''];
    if (own) return [said(own)];
    return level === 'mandatory' ? [] : [said(report.levels[level])];
  }

  function placeText({ at, group }: OutcomeJson): string {
    const file = group ? (at.file ?? where) : dossier.file;
    if (at.cell) return `${terms.intake.cell(cellFromJson(at.cell))}  ${pathText(at)}`;
    return `${file}:${at.line}:${at.column}  ${pathText(at)}`;
  }

  function pathText({ row: number, field, path }: PlaceJson): string {
    if (number === undefined) return path;
    return terms.register.rowPlace(number, field && said(field.title));
  }

  function byText({ text, remark }: NonNullable<OutcomeJson['by']>): string {
    const says = said(text);
    return remark === null || says.endsWith(remark) ? says : `${says}${terms.colon}${remark}`;
  }

  function row(label: keyof typeof terms.label, text: string): string {
    return `      ${paint.dim(padded(terms.label[label], 8))} ${text}`;
  }
}

function isInOrder({ status }: OutcomeJson): boolean {
  return status === 'pass' || status === 'not-applicable' || status === 'not-due';
}

function isByHand(outcome: OutcomeJson): boolean {
  return isInOrder(outcome) && outcome.by !== undefined;
}

/** The same defect over many files, once. */
function defectsText(
  { summary: { defects }, rules }: CheckReport,
  { terms }: Wordbook,
  { language, paint }: PrettyOptions,
): string {
  if (defects.length === 0) return '';
  const found = defects.filter(({ fail, waived }) => fail + waived > 0);
  const lines = found.slice(0, mostDefects).map((defect) => {
    const title = rules[defect.rule]?.title[language] ?? '';
    const total = defect.fail || defect.waived || defect['cannot-tell'];
    const named = defect.dossiers.slice(0, 3);
    const says = terms.check.defect(
      defect.fail,
      defect.waived,
      defect['cannot-tell'],
      named,
      total - named.length,
    );
    return `  ${paint.bold(defect.rule)} ${title}  ${paint.dim(says)}`;
  });
  const [more, untold] = [found.length - lines.length, defects.length - found.length];
  const rest = [
    ...(more > 0 ? [terms.check.moreDefects(more)] : []),
    ...(untold > 0 ? [terms.check.untoldRules(untold)] : []),
  ].map((text) => `  ${paint.dim(text)}`);
  return `\n${[terms.check.byDefect, ...lines, ...rest].join('\n')}\n\n`;
}

/** `Error 3, Warning 1`; undefined for a rulebook that names no severities. */
function severitiesLine(
  { severities, summary }: CheckReport,
  { terms }: Wordbook,
  language: Language,
): string | undefined {
  if (!severities) return undefined;
  const parts = Object.entries(severities).map(
    ([name, title]) => `${title[language] ?? name} ${summary.severities?.[name] ?? 0}`,
  );
  return `${terms.status.fail}${terms.colon}${parts.join(terms.comma)}`;
}

/** `north 0.1.0 → whole 0.1.0`: a rulebook and those it builds on. */
function layersText({ rulebook }: CheckReport): string {
  return [rulebook, ...(rulebook.extends ?? [])]
    .map(({ id, version }) => `${id} ${version}`)
    .join(' → ');
}
