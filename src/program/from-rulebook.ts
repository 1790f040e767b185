import { type Checked, type Diagnostic, noted } from '../base/diagnostic.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import { nearest } from '../base/suggest.ts';
import { fieldAlong, parsePath } from '../dossier/path.ts';
import { type Binding, type Names, newVariables, type Variables } from '../feel/bindings.ts';
import { titledAmong } from '../feel/titles.ts';
import { type Entry, type Rule, type Rulebook, rulesOf, spanOf, stepsOf } from '../rulebook/ast.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { processSubject } from './process-subject.ts';
import { casesUntold } from './always-told.ts';
import { mainSubject, type Program, type ProgramStep, type Subject } from './ast.ts';
import {
  allNames,
  type ExpressionProblems,
  type ExpressionReader,
  expressionReader,
  fieldsOf,
  namesOf,
  notesOf,
  type ReaderNotes,
} from './expressions.ts';
import { namesOfCodeSets } from './code-sets.ts';
import { type Frame, frameKeys, frameOn, referenceSetting } from './frame.ts';
import { checkInvariants } from './invariants.ts';
import { parametersBehind } from './mentions.ts';
import type { ProgramProblems } from './problems.ts';
import { resolveAppraisals } from './appraisals.ts';
import { resolveClaims } from './claims.ts';
import { resolveMeasures } from './measures.ts';
import { resolveNetworks } from './networks.ts';
import { resolveOccasions } from './occasions.ts';
import { resolveModels } from './models.ts';
import { resolvePromises } from './promises.ts';
import { processRules } from './process.ts';
import { namesAmong, type References, resolveReferences } from './references.ts';
import { isRows } from './rows.ts';
import { proseReferences } from './prose-references.ts';
import { ruleReader } from './rules.ts';
import { checkSetting } from './setting.ts';
import { stepCycles } from './step-cycles.ts';
import { programSteps } from './steps.ts';
import { forbiddenInTalk } from './talk.ts';
import { resolveViews } from './views.ts';

export type AllProgramProblems = ProgramProblems & RulebookProblems & ExpressionProblems;

/**
 * Types every expression of a rulebook and resolves every name; a rule with an error in it is left out.
 *
 * @param memory - of what was typed before
 */
export function programFromRulebook(
  rulebook: Rulebook,
  memory: Memory = noMemory,
): Checked<Program, AllProgramProblems> {
  const variables = newVariables(memory.of('variables', [], () => ({ next: 1 })));
  const frame = memory.of('frame', frameKeys(rulebook), () => frameOn(rulebook, variables));
  const entriesOf = entriesByName(rulebook);
  const ground = memory.of('ground', [frame, ...rulebook.parameters], () =>
    groundOn(rulebook, frame, memory, variables, entriesOf),
  );
  const reading = () =>
    memory.here('reading', [ground], () => readingOn(ground, frame, memory, variables));
  const { subjects, rows } = frame;
  const { references, measures, occasions } = ground;
  /** The parameters that a rule or step hangs on. */
  const behind = (entry: Entry<unknown>) => {
    const { mentions } = frame.outline;
    const find = () => parametersBehind(entry.data, mentions);
    return entriesOf(memory.of('parameters behind', [entry, frame], find));
  };
  const main = mainSubject(subjects);
  const steps = programSteps(
    rulebook,
    () => {
      const { reader, namesFor } = reading();
      return { reader, names: allNames(fieldsOf(main), namesFor(main?.name)) };
    },
    ({ entry }, from, make) => memory.of('step', [frame, ...from, ...behind(entry)], make),
  );
  const rules = rulesOf(rulebook).map((rule) => {
    const step = steps.all.find(({ id }) => id === rule.step);
    const from = [rule, frame, step?.editions, ...behind(rule.entry)];
    return memory.of('program rule', from, () => ruleOn(frame, ground, reading(), step, rule));
  });
  const notes = [...ground.notes, ...steps.notes, ...rules.map((rule) => rule.notes)];
  const incompatible = rulebook.posts?.data.incompatible ?? [];
  const program: Program = {
    asWritten: new Set(notes.flatMap((one) => [...one.asWritten])),
    rulebook,
    subjects,
    rows,
    references,
    codeSets: frame.codeSets,
    calendar: frame.calendar,
    setting: frame.setting,
    steps: steps.all,
    rules: rules.flatMap(({ value }) => value ?? []),
    process: processRules(steps.all, main, incompatible, variables),
    incompatible,
    measures: measures.all,
    promises: ground.promises,
    claims: ground.claims,
    networks: ground.networks,
    pilots: measures.pilots,
    views: ground.views,
    occasions: occasions.all,
    rounds: occasions.rounds,
    models: ground.models,
    appraisals: ground.appraisals,
  };
  const diagnostics: Diagnostic<AllProgramProblems>[] = [
    ...ground.diagnostics,
    ...rules.flatMap((rule) => rule.diagnostics),
    ...notes.flatMap((one) => one.diagnostics),
  ];
  return { value: program, diagnostics };
}

/** What else is wrong with a rulebook of which there is a program: nothing of the program is made here. */
export function checkProgram(
  program: Program,
  memory: Memory = noMemory,
): readonly Diagnostic<AllProgramProblems>[] {
  const { rulebook, subjects, references } = program;
  return [
    ...strangeRecords(rulebook, mainSubject(subjects)),
    ...strangeEvents(rulebook, processSubject({ subjects })),
    ...strangeGoesOn(rulebook, references),
    ...proseReferences(rulebook, memory),
    ...forbiddenInTalk(program),
    ...checkInvariants(program, memory),
    ...casesUntold(program, memory),
    ...stepCycles(program),
  ];
}

/** What rules stand on, as data: with its frame, all that is worked out without them and their steps. */
interface Ground extends Pick<
  Program,
  'references' | 'networks' | 'views' | 'models' | 'promises' | 'claims' | 'appraisals'
> {
  readonly measures: Pick<ReturnType<typeof resolveMeasures>, 'all' | 'pilots'>;
  readonly occasions: Pick<ReturnType<typeof resolveOccasions>, 'all' | 'rounds'>;
  readonly diagnostics: readonly Diagnostic<AllProgramProblems>[];
  readonly notes: readonly ReaderNotes[];
}

/** The files of some parameters, in the order in which they are read. */
type EntriesOf = (names: ReadonlySet<string>) => Rulebook['parameters'];

function entriesByName({ parameters }: Rulebook): EntriesOf {
  const byName = Map.groupBy(parameters, ({ data }) => data.parameter);
  return (names) => [...names].flatMap((name) => byName.get(name) ?? []);
}

/** What reads the expressions of those that stand on a ground: of its types and things, and of none that are like them. */
interface Reading extends Pick<References, 'namesFor'> {
  readonly reader: ExpressionReader;
}

function readingOn(
  { references }: Ground,
  { outline, rows, codeSets }: Frame,
  memory: Memory,
  variables: Variables,
): Reading {
  return {
    reader: expressionReader(memory, variables),
    namesFor: namesAmong(outline.named, {
      called: (name) => references.get(name),
      rows,
      codeSets: namesOfCodeSets(codeSets),
    }),
  };
}

function ruleOn(
  { subjects, rows, excluded }: Frame,
  { references }: Ground,
  { reader, namesFor }: Reading,
  step: ProgramStep | undefined,
  rule: Rule,
) {
  const to = noted<ProgramProblems & RulebookProblems>();
  const own = reader.apart();
  const ruleOf = ruleReader({
    subjects,
    rows,
    step,
    excluded,
    namesFor,
    reader: own,
    called: (name) => references.get(name),
    to,
  });
  return { value: ruleOf(rule), diagnostics: to.diagnostics, notes: notesOf(own) };
}

function groundOn(
  rulebook: Rulebook,
  frame: Frame,
  memory: Memory,
  variables: Variables,
  entriesOf: EntriesOf,
): Ground {
  const { subjects, outline } = frame;
  const to = noted<ProgramProblems & RulebookProblems>();
  const reader = expressionReader(memory, variables);
  const references = resolveReferences(
    rulebook,
    outline,
    referenceSetting(frame),
    reader,
    namesOfCodeSets(frame.codeSets),
    (name, make) => {
      const behind = entriesOf(outline.mentions.parameters.get(name) ?? new Set());
      return memory.of('reference', [frame, name, ...behind], make);
    },
  );
  checkSetting(rulebook, subjects.values(), references.all.values(), to);
  const views = resolveViews(rulebook, subjects, reader, references.namesFor);
  const namesFor = (subject: Subject) =>
    allNames(fieldsOf(subject), references.namesFor(subject.name));
  const measures = resolveMeasures(rulebook, subjects, reader, namesFor);
  const networks = resolveNetworks(rulebook, subjects, reader, namesFor);
  const occasions = resolveOccasions(rulebook, subjects, measures.gathered, reader, namesFor);
  const models = resolveModels(rulebook, subjects, references.all, reader, namesFor);
  const promises = resolvePromises(rulebook, subjects, reader, namesFor, measures.gathered);
  const claims = resolveClaims(rulebook, subjects, reader, namesFor);
  const appraisals = resolveAppraisals(rulebook, subjects, measures.all, reader, namesFor);
  return {
    references: references.all,
    measures: { all: measures.all, pilots: measures.pilots },
    networks: networks.all,
    views: views.all,
    occasions: { all: occasions.all, rounds: occasions.rounds },
    models: models.all,
    promises: promises.all,
    claims: claims.all,
    appraisals: appraisals.all,
    diagnostics: [
      ...outline.diagnostics,
      ...references.diagnostics,
      ...frame.diagnostics.codeSets,
      ...measures.diagnostics,
      ...networks.diagnostics,
      ...views.diagnostics,
      ...occasions.diagnostics,
      ...models.diagnostics,
      ...promises.diagnostics,
      ...claims.diagnostics,
      ...appraisals.diagnostics,
      ...frame.diagnostics.others,
      ...to.diagnostics,
    ],
    notes: [...references.notes, notesOf(reader)],
  };
}

/** The events that steps leave are codes of the field that says what an event is. */
function* strangeEvents(
  rulebook: Rulebook,
  main: Subject | undefined,
): Generator<Diagnostic<RulebookProblems>> {
  const { list, type } = main?.file.events ?? {};
  const path = parsePath(`${list}[1].${type}`);
  const codes = main && path && fieldAlong(main.type, path)?.type;
  if (codes?.kind !== 'text' || !codes.words || codes.lenient) return;
  const words = [...codes.words.keys()];
  for (const { entry } of stepsOf(rulebook)) {
    const { events, editions = [] } = entry.data;
    for (const [keys, list] of [
      [[], events],
      ...editions.map((edition, index) => [['editions', index], edition.events] as const),
    ] as const)
      for (const [index, word] of (list ?? []).entries()) {
        if (words.includes(word)) continue;
        const span = spanOf(entry, ...keys, 'events', index);
        const params = { word, words, near: nearest(word, words) };
        yield { code: 'rulebook/unknown-word', severity: 'error', span, params };
      }
  }
}

/** What steps record is in the files that go through them. */
function* strangeRecords(
  rulebook: Rulebook,
  main: Subject | undefined,
): Generator<Diagnostic<ProgramProblems>> {
  for (const { entry } of stepsOf(rulebook))
    for (const [index, path] of (entry.data.records ?? []).entries()) {
      const steps = parsePath(path);
      if (steps && main && fieldAlong(main.type, steps)) continue;
      const span = spanOf(entry, 'records', index);
      const params = { path, near: nearest(path, main?.type.fields.keys() ?? []) };
      yield { code: 'program/unknown-path', severity: 'error', span, params };
    }
}

/** What says that a file goes on is a definition. */
function* strangeGoesOn(
  { manifest }: Rulebook,
  references: Program['references'],
): Generator<Diagnostic<RulebookProblems>> {
  for (const [subject, file] of Object.entries(manifest.data.subjects)) {
    const name = isRows(file) ? undefined : file.events?.goesOn;
    if (name === undefined || references.get(name)?.kind === 'definition') continue;
    const definitions = [...references.values()].filter(({ kind }) => kind === 'definition');
    const near = nearest(
      name,
      definitions.map((one) => one.name),
    );
    const span = spanOf(manifest, 'subjects', subject, 'events', 'goesOn');
    const params = { what: 'definition', name, near } as const;
    yield { code: 'rulebook/unknown-reference', severity: 'error', span, params };
  }
}

/** Every name that an expression on a subject may use, as for a calculator. */
export function namesFor({ references, codeSets }: Program, subject: Subject): Names {
  const own = [...references.values()].filter(
    (reference) => reference.kind === 'parameter' || reference.subject === subject.name,
  );
  const bindings = own.map((reference): [string, Binding] => {
    const { kind, name, type } = reference;
    const takes = reference.kind !== 'parameter' && reference.takes.length > 0 && reference.takes;
    return [name, { kind: 'reference', what: kind, type, ...(takes && { takes }) }];
  });
  const titled = titledAmong(
    own.map(({ name, title }) => [name, title]),
    (name) => bindings.find(([one]) => one === name)?.[1],
  );
  return allNames(
    fieldsOf(subject),
    { ...namesOf(new Map(bindings)), titled },
    namesOfCodeSets(codeSets),
  );
}
