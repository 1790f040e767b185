import { type Checked, type Diagnostic, noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import { fieldAlong, parsePath } from '../dossier/path.ts';
import { readSchema } from '../dossier/schema.ts';
import { commonUnits } from '../dossier/schema-units.ts';
import type { Binding, Names } from '../feel/bindings.ts';
import { titledAmong } from '../feel/titles.ts';
import { type Entry, languagesOf, type Rulebook, rulesOf, spanOf } from '../rulebook/ast.ts';
import type { CalendarFile } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { casesUntold } from './always-told.ts';
import { mainSubject, type Program, type Subject, type WorkingCalendar } from './ast.ts';
import {
  allNames,
  type ExpressionProblems,
  expressionReader,
  fieldsOf,
  namesOf,
} from './expressions.ts';
import { namesOfCodeSets, resolveCodeSets } from './code-sets.ts';
import { checkInvariants } from './invariants.ts';
import type { ProgramProblems } from './problems.ts';
import { resolveMeasures } from './measures.ts';
import { processRules } from './process.ts';
import { resolveReferences } from './references.ts';
import { strangersIn } from './sample-fields.ts';
import { isRows, namesOfRow, rowsSubjects, withParts } from './rows.ts';
import { ruleReader } from './rules.ts';
import { checkSetting, settingOf } from './setting.ts';
import { programSteps } from './steps.ts';
import { type Undeclared, undeclaredUnits } from './undeclared-units.ts';
import { withRulebooksWords } from './words.ts';

export type AllProgramProblems = ProgramProblems & RulebookProblems & ExpressionProblems;

/** Types every expression of a rulebook and resolves every name; a rule with an error in it is left out. */
export function programFromRulebook(rulebook: Rulebook): Checked<Program, AllProgramProblems> {
  const to = noted<ProgramProblems & RulebookProblems>();
  const reader = expressionReader();
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
      for (const { path, what, unit } of schema ? unread : []) {
        if (unit !== undefined) continue;
        to.warn('program/schema', spanOf(manifest, 'subjects', name, 'schema'), {
          subject: name,
          path,
          what,
        });
      }
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
  checkSetting(rulebook, subjects.values(), references.all.values(), to);
  const measures = resolveMeasures(rulebook, subjects, reader, (subject) =>
    allNames(fieldsOf(subject), references.namesFor(subject.name)),
  );

  const steps = programSteps(
    rulebook,
    allNames(fieldsOf(main), references.namesFor(main?.name)),
    reader,
  );
  const ruleOf = ruleReader({
    subjects,
    rows,
    steps,
    namesFor: references.namesFor,
    reader,
    called: (name) => references.all.get(name),
    to,
  });
  const program: Program = {
    asWritten: reader.asWritten,
    rulebook,
    subjects,
    rows,
    references: references.all,
    codeSets: codeSets.all,
    calendar: workingCalendar(rulebook),
    setting,
    steps,
    rules: rulesOf(rulebook).flatMap((rule) => ruleOf(rule) ?? []),
    process: processRules(steps, main, rulebook.posts?.data.incompatible ?? [], reader.variables),
    incompatible: rulebook.posts?.data.incompatible ?? [],
    measures: measures.all,
    pilots: measures.pilots,
  };
  const diagnostics: Diagnostic<AllProgramProblems>[] = [
    ...references.diagnostics,
    ...codeSets.diagnostics,
    ...measures.diagnostics,
    ...to.diagnostics,
    ...reader.diagnostics,
    ...checkInvariants(program),
    ...casesUntold(program),
  ];
  return { value: program, diagnostics };

  function checkSubjects(): void {
    for (const [name, { type, file }] of subjects) {
      const paths = {
        id: file.id,
        product: file.product,
        events: file.events?.list,
        documents: file.documents?.list,
        waivers: file.waivers?.list,
      };
      const sample = [...strangersIn(type, file.sample ?? {})];
      for (const { keys, path, near } of sample)
        to.error('program/unknown-path', spanOf(manifest, 'subjects', name, 'sample', ...keys), {
          path,
          near,
        });
      for (const [key, path] of Object.entries(paths)) {
        if (path === undefined) continue;
        const steps = parsePath(path);
        if (steps && fieldAlong(type, steps)) continue;
        const span = spanOf(manifest, 'subjects', name, key);
        to.error('program/unknown-path', span, { path, near: nearest(path, type.fields.keys()) });
      }
    }
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
