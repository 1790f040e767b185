import { type Checked, type Diagnostic, noted } from '../base/diagnostic.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import { nearest } from '../base/suggest.ts';
import { fieldAlong, parsePath } from '../dossier/path.ts';
import { readSchema } from '../dossier/schema.ts';
import { commonUnits } from '../dossier/schema-units.ts';
import { type Binding, type Names, newVariables, type Variables } from '../feel/bindings.ts';
import { titledAmong } from '../feel/titles.ts';
import {
  type Entry,
  languagesOf,
  levelOf,
  type Rule,
  type Rulebook,
  rulesOf,
  spanOf,
  stepsOf,
} from '../rulebook/ast.ts';
import type { CalendarFile } from '../rulebook/files.ts';
import { isOfStep } from '../rulebook/folder.ts';
import { at } from '../yaml/tree.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { casesUntold } from './always-told.ts';
import {
  mainSubject,
  type Program,
  type ProgramStep,
  type Subject,
  type WorkingCalendar,
} from './ast.ts';
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
import { namesOfCodeSets, resolveCodeSets } from './code-sets.ts';
import { checkInvariants } from './invariants.ts';
import { pathsOfPeople } from './people.ts';
import type { ProgramProblems } from './problems.ts';
import { resolveAppraisals } from './appraisals.ts';
import { resolveClaims } from './claims.ts';
import { resolveMeasures } from './measures.ts';
import { resolveNetworks } from './networks.ts';
import { resolveOccasions } from './occasions.ts';
import { resolveModels } from './models.ts';
import { resolvePromises } from './promises.ts';
import { excludedPosts } from './incompatible.ts';
import { processRules } from './process.ts';
import { processSubject } from './process-subject.ts';
import { namesAmong, type References, resolveReferences } from './references.ts';
import { aboutStrangers } from './about-fields.ts';
import { strangersIn } from './sample-fields.ts';
import { isRows, namesOfRow, rowsSubjects, withParts } from './rows.ts';
import { proseReferences } from './prose-references.ts';
import { ruleReader } from './rules.ts';
import { checkSetting, settingOf } from './setting.ts';
import { stepCycles } from './step-cycles.ts';
import { programSteps } from './steps.ts';
import { forbiddenInTalk } from './talk.ts';
import { type Undeclared, undeclaredUnits } from './undeclared-units.ts';
import { resolveViews } from './views.ts';
import { eventWordsOf, withRulebooksWords } from './words.ts';

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
  const keys = groundKeys(rulebook);
  const variables = newVariables(memory.of('variables', [], () => ({ next: 1 })));
  const ground = memory.of('ground', keys, () => groundOn(rulebook, memory, variables));
  const reading = () =>
    memory.here('reading', [ground], () => readingOn(ground, memory, variables));
  const { subjects, rows, references, measures, occasions } = ground;
  const main = mainSubject(subjects);
  const steps = programSteps(
    rulebook,
    () => {
      const { reader, namesFor } = reading();
      return { reader, names: allNames(fieldsOf(main), namesFor(main?.name)) };
    },
    (from, make) => memory.of('step', [ground, ...from], make),
  );
  const rules = rulesOf(rulebook).map((rule) => {
    const step = steps.all.find(({ id }) => id === rule.step);
    return memory.of('program rule', [rule, ground, step?.editions], () =>
      ruleOn(ground, reading(), step, rule),
    );
  });
  const incompatible = rulebook.posts?.data.incompatible ?? [];
  const program: Program = {
    asWritten: new Set(
      [ground.notes, ...steps.notes, ...rules.map(({ notes }) => notes)].flatMap((one) => [
        ...one.asWritten,
      ]),
    ),
    rulebook,
    subjects,
    rows,
    references,
    codeSets: ground.codeSets,
    calendar: ground.calendar,
    setting: ground.setting,
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
    ...ground.notes.diagnostics,
    ...steps.notes.flatMap((one) => one.diagnostics),
    ...rules.flatMap(({ notes }) => notes.diagnostics),
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

/** What rules stand on, as data: all that is worked out without them and their steps. */
interface Ground extends Pick<
  Program,
  | 'subjects'
  | 'rows'
  | 'calendar'
  | 'setting'
  | 'references'
  | 'codeSets'
  | 'networks'
  | 'views'
  | 'models'
  | 'promises'
  | 'claims'
  | 'appraisals'
> {
  readonly measures: Pick<ReturnType<typeof resolveMeasures>, 'all' | 'pilots'>;
  readonly occasions: Pick<ReturnType<typeof resolveOccasions>, 'all' | 'rounds'>;
  readonly excluded: ReturnType<typeof excludedPosts>;
  readonly named: References['named'];
  readonly diagnostics: readonly Diagnostic<AllProgramProblems>[];
  readonly notes: ReaderNotes;
}

/** What reads the expressions of those that stand on a ground: of its types and things, and of none that are like them. */
interface Reading extends Pick<References, 'namesFor'> {
  readonly reader: ExpressionReader;
}

function readingOn(
  { named, references, rows, codeSets }: Ground,
  memory: Memory,
  variables: Variables,
): Reading {
  return {
    reader: expressionReader(memory, variables),
    namesFor: namesAmong(named, {
      called: (name) => references.get(name),
      rows,
      codeSets: namesOfCodeSets(codeSets),
    }),
  };
}

/** Every file but those of steps and rules; of rulebooks that build on others, each is its own. */
function groundKeys(rulebook: Rulebook): readonly unknown[] {
  const { files, layers } = rulebook;
  if (layers.length > 1) return [rulebook];
  return [...files].flatMap(([path, source]) => (isOfStep(path) ? [] : [path, source]));
}

function ruleOn(
  { subjects, rows, references, excluded }: Ground,
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

function groundOn(rulebook: Rulebook, memory: Memory, variables: Variables): Ground {
  const to = noted<ProgramProblems & RulebookProblems>();
  const reader = expressionReader(memory, variables);
  const { manifest } = rulebook;
  const setting = settingOf(manifest.data);
  const units = new Map(commonUnits);
  const undeclared: Undeclared[] = [];
  const subjects = new Map(
    Object.entries(manifest.data.subjects).flatMap(([name, file]): [string, Subject][] => {
      if (isRows(file)) return [];
      const schema = rulebook.schemas.get(name);
      const [writer] = languagesOf(manifest.data);
      const { type, unread, units: own } = readSchema(schema ?? {}, setting.currency, writer);
      for (const [unit, is] of own) units.set(unit, is);
      undeclared.push(...undeclaredUnits(rulebook, file.schema, unread));
      for (const { path, what, unit, ignored = false } of schema ? unread : []) {
        if (unit !== undefined) continue;
        to.warn('program/schema', spanOf(manifest, 'subjects', name, 'schema'), {
          subject: name,
          path,
          what,
          ignored,
        });
      }
      const known = eventWordsOf(type, file);
      const types = at(manifest.yaml, ['subjects', name, 'events', 'types']);
      // those of a rulebook that builds on another are new
      for (const { key } of types.whole && types.yaml.kind === 'map' ? types.yaml.entries : [])
        if (known.has(key.text) && levelOf(rulebook, key.span) > 0)
          to.error('rulebook/redefined', key.span, { what: 'event', name: key.text });
      const worded = withRulebooksWords(type, file, rulebook);
      return [[name, { name, type: withParts(worded, name, file, manifest), file }]];
    }),
  );
  for (const { name, span } of undeclared) {
    const near = nearest(name, units.keys());
    to.error('rulebook/unknown-reference', span, { what: 'unit', name, near });
  }
  const main = mainSubject(subjects);
  const rows = rowsSubjects(manifest, subjects, reader.variables, to);
  const fields = new Map([
    ...[...subjects].map(([name, subject]) => [name, fieldsOf(subject)] as const),
    ...[...rows].map(([name, of]) => [name, namesOfRow(of)] as const),
  ]);
  const codeSets = resolveCodeSets(rulebook, fields, units);
  const ofCodeSets = namesOfCodeSets(codeSets.all);
  const references = resolveReferences(
    rulebook,
    fields,
    { subjects, rows },
    main?.name ?? '',
    reader,
    units,
    ofCodeSets,
  );
  checkSubjects();
  checkSpecimens();
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
    subjects,
    named: references.named,
    rows,
    excluded: excludedPosts(rulebook.posts?.data.incompatible ?? []),
    calendar: workingCalendar(rulebook),
    setting,
    references: references.all,
    codeSets: codeSets.all,
    measures: { all: measures.all, pilots: measures.pilots },
    networks: networks.all,
    views: views.all,
    occasions: { all: occasions.all, rounds: occasions.rounds },
    models: models.all,
    promises: promises.all,
    claims: claims.all,
    appraisals: appraisals.all,
    diagnostics: [
      ...references.diagnostics,
      ...codeSets.diagnostics,
      ...measures.diagnostics,
      ...networks.diagnostics,
      ...views.diagnostics,
      ...occasions.diagnostics,
      ...models.diagnostics,
      ...promises.diagnostics,
      ...claims.diagnostics,
      ...appraisals.diagnostics,
      ...to.diagnostics,
    ],
    notes: notesOf(reader),
  };

  /** What forms have room for is in the files that go through the steps. */
  function checkSpecimens(): void {
    const { documents } = rulebook;
    const type = processSubject({ subjects })?.type;
    for (const [index, { specimen }] of (documents?.data.documents ?? []).entries())
      for (const [at, path] of (specimen?.fields ?? []).entries()) {
        const steps = parsePath(path);
        if (!documents || (steps && type && fieldAlong(type, steps))) continue;
        const span = spanOf(documents, 'documents', index, 'specimen', 'fields', at);
        to.error('program/unknown-path', span, {
          path,
          near: nearest(path, type?.fields.keys() ?? []),
        });
      }
  }

  function checkSubjects(): void {
    for (const [name, { type, file }] of subjects) {
      const paths = {
        id: file.id,
        product: file.product,
        events: file.events?.list,
        documents: file.documents?.list,
        waivers: file.waivers?.list,
      };
      const { longest } = file.waivers ?? {};
      const parameters = rulebook.parameters.map(({ data }) => data.parameter);
      if (longest !== undefined && !parameters.includes(longest))
        to.error(
          'rulebook/unknown-reference',
          spanOf(manifest, 'subjects', name, 'waivers', 'longest'),
          { what: 'parameter', name: longest, near: nearest(longest, parameters) },
        );
      for (const { keys, path } of aboutStrangers(type, file.about ?? {}))
        to.error('program/unknown-path', spanOf(manifest, 'subjects', name, 'about', ...keys), {
          path,
          near: nearest(path, type.fields.keys()),
        });
      const sample = [...strangersIn(type, file.sample ?? {})];
      for (const { keys, path, near } of sample)
        to.error('program/unknown-path', spanOf(manifest, 'subjects', name, 'sample', ...keys), {
          path,
          near,
        });
      for (const [keys, path] of [
        ...Object.entries(paths).map(([key, path]) => [[key], path] as const),
        ...pathsOfPeople(file),
      ]) {
        if (path === undefined) continue;
        const steps = parsePath(path.replaceAll('[]', '[1]'));
        if (steps && fieldAlong(type, steps)) continue;
        const span = spanOf(manifest, 'subjects', name, ...keys);
        to.error('program/unknown-path', span, { path, near: nearest(path, type.fields.keys()) });
      }
    }
  }
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

function workingCalendar({ manifest, calendars }: Rulebook): WorkingCalendar | undefined {
  const { calendar } = manifest.data;
  const entry: Entry<CalendarFile> | undefined = calendars.find(
    ({ data }) => data.calendar === calendar,
  );
  if (!entry) return undefined;
  const { years } = entry.data;
  return {
    years: new Set(years.map(({ year }) => year)),
    holidays: new Set(years.flatMap(({ holidays }) => holidays)),
    workdays: new Set(years.flatMap(({ workdays }) => workdays)),
  };
}
