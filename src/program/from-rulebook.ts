import { type Checked, type Diagnostic, hasErrors, noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import { readSchema } from '../dossier/schema.ts';
import { groupList } from '../dossier/together.ts';
import { fieldAlong, parsePath } from '../dossier/path.ts';
import { type Binding, type Names, withVariable } from '../feel/bindings.ts';
import { namesWhere } from '../feel/check.ts';
import type { Core } from '../feel/core.ts';
import { any, type ContextType, type Field, listOf, type Type } from '../feel/types.ts';
import {
  type Entry,
  levelOf,
  type Rule,
  type Rulebook,
  rulesOf,
  spanOf,
  type Step,
  stepsOf,
} from '../rulebook/ast.ts';
import type {
  CalendarFile,
  RuleEdition,
  RuleFile,
  StepEdition,
  StepFile,
} from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { at, spanWithin, type Yaml, type YamlText } from '../yaml/tree.ts';
import {
  beginning,
  type Dated,
  type Each,
  type Grouping,
  mainSubject,
  type Program,
  type ProgramRule,
  type ProgramStep,
  type RuleEditionProgram,
  type StepEditionProgram,
  type Subject,
  type TemplatePart,
  type WorkingCalendar,
} from './ast.ts';
import { allNames, type ExpressionProblems, expressionReader, namesOf } from './expressions.ts';
import { checkInvariants } from './invariants.ts';
import type { ProgramProblems } from './problems.ts';
import { resolveMeasures } from './measures.ts';
import { processRules } from './process.ts';
import { resolveReferences } from './references.ts';
import { piecesOf } from './template.ts';
import { waiverTerms } from './waivers.ts';
import { withRulebooksWords } from './words.ts';

export type AllProgramProblems = ProgramProblems & RulebookProblems & ExpressionProblems;

/** Types every expression of a rulebook and resolves every name; a rule with an error in it is left out. */
export function programFromRulebook(rulebook: Rulebook): Checked<Program, AllProgramProblems> {
  const to = noted<ProgramProblems & RulebookProblems>();
  const reader = expressionReader();
  const { manifest } = rulebook;
  const steps = stepsOf(rulebook);
  const subjects = new Map(
    Object.entries(manifest.data.subjects).map(([name, file]): [string, Subject] => {
      const schema = rulebook.schemas.get(name);
      const { type, unread } = readSchema(schema ?? {});
      for (const { path, what } of schema ? unread : []) {
        to.warn('program/schema', spanOf(manifest, 'subjects', name, 'schema'), {
          subject: name,
          path,
          what,
        });
      }
      return [name, { name, type: withRulebooksWords(type, file, rulebook), file }];
    }),
  );
  const main = mainSubject(subjects);
  const fields = new Map([...subjects].map(([name, subject]) => [name, fieldsOf(subject)]));
  const references = resolveReferences(rulebook, fields, main?.name ?? '', reader);
  checkSubjects();
  const measures = resolveMeasures(rulebook, subjects, reader, (subject) =>
    allNames(fieldsOf(subject), references.namesFor(subject.name)),
  );

  const programSteps = steps.map(step);
  const program: Program = {
    rulebook,
    subjects,
    references: references.all,
    calendar: workingCalendar(rulebook),
    steps: programSteps,
    rules: rulesOf(rulebook).flatMap((rule) => ruleOf(rule) ?? []),
    process: processRules(
      programSteps,
      main,
      rulebook.posts?.data.incompatible ?? [],
      reader.variables,
    ),
    incompatible: rulebook.posts?.data.incompatible ?? [],
    measures: measures.all,
    pilots: measures.pilots,
  };
  const diagnostics: Diagnostic<AllProgramProblems>[] = [
    ...references.diagnostics,
    ...measures.diagnostics,
    ...to.diagnostics,
    ...reader.diagnostics,
    ...checkInvariants(program),
  ];
  return { value: program, diagnostics };

  function ruleOf(rule: Rule): ProgramRule | undefined {
    const { entry } = rule;
    const { data } = entry;
    const subject = subjects.get(data.subject ?? main?.name ?? '');
    if (!subject) {
      const params = {
        what: 'subject' as const,
        name: data.subject ?? '',
        near: nearest(data.subject ?? '', subjects.keys()),
      };
      to.error('rulebook/unknown-reference', spanOf(entry, 'subject'), params);
      return undefined;
    }
    const before = reader.diagnostics.length;
    const names = allNames(fieldsOf(subject), references.namesFor(subject.name));
    const group = groupOf(entry, subject, names);
    if (data.scope && !group) return undefined;
    const read = group ? allNames(fieldsOf(group.subject), references.namesFor(undefined)) : names;
    const [each, inner] = eachOf(entry, read);
    const editions = data.editions.flatMap((_, index) => ruleEdition(entry, index, inner) ?? []);
    checkProducts(entry, subject);
    const wrong =
      hasErrors(reader.diagnostics.slice(before)) || editions.length < data.editions.length;
    if (wrong) return undefined;
    const { since, ended } = data;
    const own = programSteps.find(({ id }) => id === rule.step);
    const waivers = group ? undefined : waiverTerms(data, subject, own, each, reader.variables);
    return { id: rule.id, rule, subject, group, each, editions, waivers, since, ended };
  }

  /** The files of a group are read as one record with a list: places, titles and units come with them. */
  function groupOf(
    entry: Entry<RuleFile>,
    { name, type, file }: Subject,
    names: Names,
  ): Grouping | undefined {
    const { data } = entry;
    if (!data.scope) return undefined;
    for (const key of ['products', 'waiver'] as const) {
      if (data[key] !== undefined) to.error('program/scope', spanOf(entry, key), { key });
    }
    const by = reader.read(at(entry.yaml, ['scope', 'groupBy']).yaml, names);
    if (!by) return undefined;
    if (!isKey(by.core.type)) {
      to.error('program/scope', spanOf(entry, 'scope', 'groupBy'), { key: 'groupBy' });
      return undefined;
    }
    const list: Field = {
      name: groupList,
      title: file.title,
      type: listOf(type),
      absenceIsNone: false,
      correctable: false,
    };
    const record: ContextType = { kind: 'context', fields: new Map([[groupList, list]]) };
    const { title, schema, id } = file;
    return {
      by,
      title: data.scope.title,
      subject: { name, type: record, file: { title, schema, id } },
    };
  }

  function eachOf(entry: Entry<RuleFile>, names: Names): readonly [Each | undefined, Names] {
    const [given] = Object.entries(entry.data.each ?? {});
    if (!given) return [undefined, names];
    const [variable] = given;
    const list = reader.read(at(entry.yaml, ['each', variable]).yaml, names, 'list');
    if (!list) return [undefined, withVariable(names, reader.variables.named(variable, any))];
    if (names.resolve(variable))
      to.error('rulebook/name-taken', spanOf(entry, 'each'), { name: variable });
    const { core } = list;
    const key = keyOf(core);
    const of = core.type.kind === 'list' ? core.type.of : any;
    const element = reader.variables.named(variable, of);
    return [{ variable: element, list, key }, withVariable(names, element)];
  }

  /** The keys of an edition, or of the rule where the edition has none. */
  function ruleEdition(
    entry: Entry<RuleFile>,
    index: number,
    names: Names,
  ): RuleEditionProgram | undefined {
    const { data } = entry;
    const edition = data.editions[index];
    if (!edition) return undefined;
    const yamlOf = (key: keyof RuleEdition): Yaml | undefined => {
      if (edition[key] !== undefined) return at(entry.yaml, ['editions', String(index), key]).yaml;
      return data[key] === undefined ? undefined : at(entry.yaml, [key]).yaml;
    };
    const whole = { ...data, ...edition };
    const asOf = reader.read(yamlOf('asOf'), names, 'day');
    const when = reader.read(yamlOf('when'), names, 'boolean');
    const judged = when ? namesWhere(when.core, names) : names;
    const require = reader.read(yamlOf('require'), judged, 'boolean');
    const finding = template(yamlOf('finding'), judged);
    if (!asOf || (whole.when !== undefined && !when) || (whole.require !== undefined && !require))
      return undefined;
    return {
      ...period(edition),
      title: whole.title,
      asOf,
      when,
      require,
      ifAbsent: whole.ifAbsent,
      basis: whole.basis ?? [],
      finding,
      remedy: whole.remedy,
    };
  }

  function template(words: Yaml | undefined, names: Names): RuleEditionProgram['finding'] {
    if (words?.kind !== 'map') return {};
    return Object.fromEntries(
      words.entries.map(({ key, value }) => {
        const pieces = piecesOf(value, part);
        if (!pieces) to.error('program/finding', value.span, { reason: '{ }' });
        const parts = (pieces ?? []).flatMap((piece): readonly TemplatePart[] => {
          if ('text' in piece) return [piece.text];
          const expression = reader.read(piece.expression, names);
          return expression ? [expression] : [];
        });
        return [key.text, parts];
      }),
    );
  }

  function step(one: Step): ProgramStep {
    const { entry } = one;
    const { data } = entry;
    const names = allNames(fieldsOf(main), references.namesFor(main?.name));
    const editions = (data.editions ?? [{ from: beginning }]).map(
      (edition, index): StepEditionProgram => {
        const whole: Partial<StepEdition> & Dated = { ...data, ...edition };
        const own = data.editions?.[index]?.when !== undefined;
        const place = own ? ['editions', String(index), 'when'] : ['when'];
        const when =
          whole.when === undefined
            ? undefined
            : reader.read(at(entry.yaml, place).yaml, names, 'boolean');
        return {
          ...period(edition),
          posts: whole.posts ?? [],
          events: whole.events ?? [],
          when,
          after: [...new Set([...(whole.after ?? stepBefore(one)), ...insertedBefore(one)])],
          within: whole.within,
          documents: whole.documents ?? [],
          gate: whole.gate ?? [],
          kind: whole.kind ?? 'bank',
          level: whole.level ?? 'mandatory',
          basis: whole.basis ?? [],
        };
      },
    );
    return { id: one.id, step: one, editions };
  }

  /** The nearest earlier step that leaves events, of its own rulebook or of one that it builds on. */
  function stepBefore(one: Step): readonly string[] {
    const before = earlier(one).find((other) => levelOfStep(other) <= levelOfStep(one));
    return before ? [before.id] : [];
  }

  /** Steps that a branch put right before it: it waits for them as well as for those it waited for. */
  function insertedBefore(one: Step): readonly string[] {
    const before = earlier(one);
    const own = before.findIndex((other) => levelOfStep(other) <= levelOfStep(one));
    return before.slice(0, own < 0 ? before.length : own).map(({ id }) => id);
  }

  /** Steps before it that leave events, the nearest first. */
  function earlier({ id }: Step): readonly Step[] {
    const index = steps.findIndex((other) => other.id === id);
    return steps
      .slice(0, index)
      .filter(({ entry }) => leavesEvents(entry.data))
      .toReversed();
  }

  function levelOfStep({ entry }: Step): number {
    return levelOf(rulebook, entry.yaml.span);
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
      for (const [key, path] of Object.entries(paths)) {
        if (path === undefined) continue;
        const steps = parsePath(path);
        if (steps && fieldAlong(type, steps)) continue;
        const span = spanOf(manifest, 'subjects', name, key);
        to.error('program/unknown-path', span, { path, near: nearest(path, type.fields.keys()) });
      }
    }
  }

  function checkProducts(entry: Entry<RuleFile>, { type, file }: Subject): void {
    const steps = file.product === undefined ? undefined : parsePath(file.product);
    const field = steps && fieldAlong(type, steps);
    if (field?.type.kind !== 'text' || !field.type.words) return;
    const words = [...field.type.words.keys()];
    for (const [index, name] of (entry.data.products ?? []).entries()) {
      if (words.includes(name)) continue;
      const params = { what: 'product' as const, name, near: nearest(name, words) };
      to.error('rulebook/unknown-reference', spanOf(entry, 'products', index), params);
    }
  }
}

/** The field that tells the elements of a list apart, of a part of the list too. */
function keyOf(list: Core): string | undefined {
  if (list.kind === 'filter') return keyOf(list.list);
  return list.kind === 'field' ? list.field.key : undefined;
}

/** Whether files can be told apart by it: a text, a number, a day, or a list of those. */
function isKey(type: Type): boolean {
  if (type.kind === 'list') return isKey(type.of) && type.of.kind !== 'list';
  return ['text', 'number', 'date', 'any'].includes(type.kind);
}

function leavesEvents({ events, editions }: StepFile): boolean {
  return [events, ...(editions ?? []).map((edition) => edition.events)].some(
    (list) => list !== undefined && list.length > 0,
  );
}

/** Every name that an expression on a subject may use, as for a calculator. */
export function namesFor({ references }: Program, subject: Subject): Names {
  const own = [...references.values()].filter(
    (reference) => reference.kind === 'parameter' || reference.subject === subject.name,
  );
  const bindings = own.map(({ kind, name, type }): [string, Binding] => [
    name,
    { kind: 'reference', what: kind, type },
  ]);
  return allNames(fieldsOf(subject), namesOf(new Map(bindings)));
}

function fieldsOf(subject: Subject | undefined): Names {
  const fields = [...(subject?.type.fields ?? [])];
  return namesOf(
    new Map(
      fields.map(([name, field]): [string, Binding] => [
        name,
        { kind: 'field', owner: 'file', field },
      ]),
    ),
  );
}

/** A part of a scalar as a scalar of its own, so that what is wrong in it points at the right place. */
function part(yaml: YamlText, start: number, end: number): YamlText {
  return {
    kind: 'text',
    plain: false,
    text: yaml.text.slice(start, end),
    span: spanWithin(yaml, start, end),
  };
}

function period({ from, until }: Dated): Dated {
  return until === undefined ? { from } : { from, until };
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
