import { wordbookOf } from '../words/own.ts';
import { inLanguage } from '../base/language.ts';
import { oneLine } from '../base/shown.ts';
import { lineOf } from '../base/source.ts';
import type { CaseResult } from '../cases/run.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import { formatSet } from '../feel/sentence/format.ts';
import type { Language } from '../base/language.ts';
import { conditionPoints, sentence, type Wording } from '../feel/sentence/sentence.ts';
import {
  beginning,
  type Expression,
  type Program,
  type ProgramRule,
  type Reference,
  type RuleEditionProgram,
  type Subject,
  namedIn,
} from '../program/ast.ts';
import { prose } from '../program/prose.ts';
import { codeSetsBehind, referencesBehind } from '../program/walk.ts';
import { writtenOf } from '../program/written.ts';
import { clauseOf, isVerified, remedyTitle } from '../rulebook/ast.ts';
import type { Words } from '../rulebook/files.ts';
import { titleOn } from './failed-case.ts';
import { hiderOf } from './hide.ts';
import { fileShown } from './masked.ts';
import { originOf } from './origin.ts';
import { placesIn, type PlaceView } from './place-view.ts';
import type { Paint } from './paint.ts';
import { pointLines, writtenPoint } from '../feel/sentence/clause.ts';
import { lexiconOf } from '../feel/sentence/lexicon.ts';
import { shownView } from './shown.ts';
import { kindAndLevel } from './severity.ts';
import { viewer } from './view.ts';
import { padded } from './width.ts';

/** What a rule means: its editions as sentences, its clauses, the limits it reads with their history, its cases. */
export function explainRule(
  program: Program,
  rule: ProgramRule,
  cases: readonly CaseResult[],
  language: Language,
  paint: Paint,
): string {
  const lexicon = lexiconOf(language, program.setting);
  const { terms } = wordbookOf(program.rulebook.manifest.data, language);
  const words = (given: Words | undefined, day?: string) =>
    inLanguage(prose(given, day, program), language);
  const said = (given: Words | undefined) => inLanguage(given, language);
  const wording: Wording = {
    lexicon,
    ...namedIn(program),
  };
  const { data } = rule.rule.entry;
  const say = ({ core }: Expression) => sentence(core, wording);
  /** A condition as a sentence, with its points below it, numbered. */
  const asks = ({ core }: Expression, asCondition = false) =>
    pointLines(conditionPoints(core, wording, asCondition)).join('\n');
  const criterion = (require: Expression, { criterion: own, until }: RuleEditionProgram) =>
    own ? pointLines(writtenPoint(words(own, until), lexicon)).join('\n') : asks(require);
  const postTitle = (id: string) =>
    words(program.rulebook.posts?.data.posts.find(({ post }) => post === id)?.title) || id;
  const step = program.steps.find(({ id }) => id === rule.rule.step)?.step.entry.data.title;
  const row = (label: string, text: string) =>
    `  ${paint.dim(padded(label, 9))} ${text.replaceAll('\n', `\n${' '.repeat(12)}`)}`;

  const origin = originOf(
    program,
    { rule: rule.id, step: rule.rule.step, day: rule.editions.at(-1)?.from ?? null },
    language,
  );
  const editions = rule.editions.flatMap((edition) => [
    '',
    ...(edition.from === beginning
      ? []
      : [paint.bold(`${terms.label.edition} ${edition.from} – ${edition.until ?? ''}`)]),
    ...(edition.when ? [row(terms.label.applies, asks(edition.when, true))] : []),
    ...(edition.require
      ? [
          row(terms.label.criterion, criterion(edition.require, edition)),
          row('FEEL', writtenOf(edition.require)),
        ]
      : []),
    ...(data.question ? [row(terms.label.byHand, words(data.question, edition.until))] : []),
    ...edition.lets.map((one) =>
      row(one.name, one.title ? `${words(one.title)} = ${say(one)}` : say(one)),
    ),
    ...edition.basis.map((ref) => {
      const clause = clauseOf(program.rulebook, ref);
      const doubt =
        clause && !isVerified(clause.confidence) ? paint.yellow(` ${terms.unverified}`) : '';
      return row(terms.label.basis, `${ref} ${said(clause?.title)}${doubt}\n${said(clause?.text)}`);
    }),
    ...(edition.remedy
      ? [
          row(
            terms.label.remedy,
            `${words(remedyTitle(program.rulebook, edition.remedy.when))}${terms.colon}${words(edition.remedy.text, edition.until)}`,
          ),
        ]
      : []),
  ]);
  const limits = [
    ...[...referencesBehind(rule, program)].flatMap((reference) => history(reference)),
    ...codeSetsBehind(rule, program).map(({ name, title, editions: all }) =>
      row(
        name,
        `${words(title)}  ${all.flatMap(({ from }) => since(from)).join(lexicon.comma)}`.trimEnd(),
      ),
    ),
  ];
  const shown = cases.map(({ case: one, day, outcome, passed }) => {
    const status = outcome ? terms.status[outcome.status] : '—';
    const title = titleOn(said(one.title), day, language);
    return `  ${passed ? paint.green('✓') : paint.red('✗')} ${title}${terms.colon}${status}`;
  });
  return [
    paint.bold(`${rule.id} ${words(data.title)}`),
    row(
      terms.label.step,
      `${words(step)}  ${kindAndLevel(program, { kind: data.kind, level: data.level, severity: data.severity }, language).join(' · ')}`,
    ),
    ...(data.posts.length === 0
      ? []
      : [row(terms.label.post, data.posts.map(postTitle).join(lexicon.comma))]),
    ...(origin === undefined ? [] : [row(terms.label.origin, origin)]),
    ...(words(data.why) === '' ? [] : [row(terms.label.because, words(data.why))]),
    ...editions,
    ...(limits.length > 0 ? ['', paint.bold(terms.label.history), ...limits] : []),
    ...(shown.length > 0 ? ['', paint.bold(terms.label.cases), ...shown] : []),
    '',
    paint.dim(program.rulebook.files.get(rule.rule.entry.path)?.name ?? rule.rule.entry.path),
    '',
  ].join('\n');

  function history(reference: Reference): readonly string[] {
    const title = words(reference.title);
    if (reference.kind === 'definition') {
      const edition = reference.editions.at(-1);
      const given = reference.takes.map(({ variable }) => words(variable.title) || variable.name);
      const asked = given.length === 0 ? title : lexicon.called(title, given);
      return edition ? [row(reference.name, `${asked} = ${say(edition.is)}`)] : [];
    }
    if (reference.kind === 'table')
      return [
        row(
          reference.name,
          `${title}  ${reference.editions.flatMap(({ from }) => since(from)).join(lexicon.comma)}`.trimEnd(),
        ),
      ];
    const unit = reference.type.kind === 'number' ? reference.type.unit : undefined;
    const values = reference.editions.map(({ from, value, branch }) => {
      const whose = branch ? ` (${words(branch)})` : '';
      return [...since(from), `${formatSet(value, unit, lexicon)}${whose}`].join(' ');
    });
    return [row(reference.name, `${title}  ${values.join(lexicon.comma)}`)];
  }
}

/** The first day of an edition; of what has always been so there is none to say. */
function since(from: string): readonly string[] {
  return from === beginning ? [] : [from];
}

/** Places of a pass that are shown, at most. */
const mostPlaces = 3;

/** Why a rule judged a dossier so: what it saw, where, and the line itself. */
export function explainOutcome(
  program: Program,
  subject: Subject,
  dossier: Dossier,
  outcome: Outcome,
  language: Language,
  unmasked: boolean,
  paint: Paint,
): string {
  const { view, requirement, words, book } = viewer(program, subject, dossier, language, unmasked);
  const { terms } = book;
  // the outcome itself holds on to all that was evaluated
  const { outcome: _, ...told } = view(outcome);
  const shown = shownView(told);
  const asks = shownView({ asks: requirement(outcome) ?? '' }).asks;
  const titled = shownView({ title: words(outcome.title, outcome.day) }).title;
  const colours: Partial<Record<Outcome['status'], Paint['red']>> = {
    fail: paint.red,
    pass: paint.green,
    'cannot-tell': paint.yellow,
  };
  const colour = colours[outcome.status] ?? paint.cyan;
  const row = (label: string, text: string) => `  ${paint.dim(padded(label, 9))} ${text}`;
  const element = outcome.element === null ? '' : ` [${oneLine(outcome.element)}]`;
  const { place: placeOf } = placesIn({ dossier, subject }, program, words);
  // what passes points at nothing: then the first values that it read are shown
  const read = outcome.group ? [] : outcome.because.flatMap(({ pointers }) => pointers);
  const places =
    outcome.at === ''
      ? [...new Set(read)].slice(0, mostPlaces).map((pointer) => placeOf(pointer))
      : [shown.at];
  const hide = unmasked ? (text: string) => text : hiderOf(dossier, subject);
  return [
    `${paint.bold(`${outcome.rule}${element} ${shown.title}`)}  ${colour(terms.status[outcome.status])}`,
    ...(outcome.edition === null
      ? []
      : [
          row(
            terms.label.edition,
            outcome.edition + (outcome.day ? terms.brackets(outcome.day) : ''),
          ),
        ]),
    ...(asks === '' ? [] : [row(terms.explained.requirement, asks)]),
    ...(shown.message === shown.title || shown.message === titled
      ? []
      : [row(terms.label.message, shown.message)]),
    ...(shown.inapplicable === undefined ? [] : [row(terms.label.because, shown.inapplicable)]),
    ...[...new Set(shown.because.map(({ text }) => text))].map((text) =>
      row(terms.label.because, text),
    ),
    ...shown.missing.map(({ path: missing, title, says }) =>
      row(terms.label.missing, `${title} ${missing}${terms.brackets(says)}`),
    ),
    ...shown.basis.map(({ title, verified }) =>
      row(terms.label.basis, `${title}${verified ? '' : paint.yellow(` ${terms.unverified}`)}`),
    ),
    ...shown.penalties.map(({ clause, title, verified }) =>
      row(
        terms.label.penalties,
        `${title} ${clause}${verified ? '' : paint.yellow(` ${terms.unverified}`)}`,
      ),
    ),
    ...(shown.by === undefined ? [] : [row(terms.label.by, shown.by)]),
    ...(shown.origin === undefined ? [] : [row(terms.label.origin, shown.origin)]),
    ...(shown.waiver === undefined ? [] : [row(terms.label.waiver, shown.waiver)]),
    ...(shown.remedy === undefined || outcome.status !== 'fail'
      ? []
      : [row(terms.label.remedy, shown.remedy)]),
    ...[...shown.toPass, ...(shown.shortfall === undefined ? [] : [shown.shortfall])].map((text) =>
      row(terms.label.toPass, text),
    ),
    ...places.flatMap(placeRows),
    '',
  ].join('\n');

  /** Where it is in the file, and the line itself. */
  function placeRows({ line, column, path }: PlaceView): readonly string[] {
    const { source } = dossier.yaml.span;
    const where = `${oneLine(fileShown(source.name, unmasked))}:${line}:${column}  ${path}`;
    // a file in which something is malformed may hold a name anywhere
    if (dossier.malformed && !unmasked) return [row(terms.label.place, where)];
    const text = oneLine(hide(lineOf(source, line)).slice(0, 100));
    return [row(terms.label.place, where), row('', paint.dim(`${line} │ ${text}`))];
  }
}
