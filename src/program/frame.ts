import { type Diagnostic, noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import { fieldAlong, parsePath } from '../dossier/path.ts';
import { readSchema } from '../dossier/schema.ts';
import { commonUnits, type Units } from '../dossier/schema-units.ts';
import type { Variables } from '../feel/bindings.ts';
import { type Entry, languagesOf, levelOf, type Rulebook, spanOf } from '../rulebook/ast.ts';
import type { CalendarFile } from '../rulebook/files.ts';
import { isOfStep, isSource } from '../rulebook/folder.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { at } from '../yaml/tree.ts';
import { aboutStrangers } from './about-fields.ts';
import { mainSubject, type Program, type Subject, type WorkingCalendar } from './ast.ts';
import { resolveCodeSets } from './code-sets.ts';
import { fieldsOf } from './expressions.ts';
import { excludedPosts } from './incompatible.ts';
import { pathsOfPeople } from './people.ts';
import type { ProgramProblems } from './problems.ts';
import { processSubject } from './process-subject.ts';
import { headOf, type Outline, outlineOf, type ReferenceSetting } from './references.ts';
import { isRows, namesOfRow, rowsSubjects, withParts } from './rows.ts';
import { strangersIn } from './sample-fields.ts';
import { settingOf } from './setting.ts';
import { type Undeclared, undeclaredUnits } from './undeclared-units.ts';
import { eventWordsOf, withRulebooksWords } from './words.ts';

type Found = Diagnostic<ProgramProblems & RulebookProblems>;

/** What stays as it is while parameters change what they are worth, as data. */
export interface Frame extends Pick<
  Program,
  'subjects' | 'rows' | 'calendar' | 'setting' | 'codeSets'
> {
  readonly units: Units;
  readonly excluded: ReturnType<typeof excludedPosts>;
  readonly outline: Outline;
  readonly diagnostics: {
    readonly codeSets: readonly Found[];
    readonly others: readonly Found[];
  };
}

/** Every file but those of steps and rules, and of parameters what they are; of rulebooks that build on others, each is its own. */
export function frameKeys(rulebook: Rulebook): readonly unknown[] {
  const { files, layers, parameters } = rulebook;
  if (layers.length > 1) return [rulebook];
  const others = [...files].filter(([path]) => !isOfStep(path) && !path.startsWith('parameters/'));
  const heads = parameters.map(({ path, data }) => [path, headOf(data)]);
  return [...others.flat(), JSON.stringify(heads)];
}

/** What names are read of. */
export function referenceSetting({
  subjects,
  rows,
  units,
}: Pick<Frame, 'subjects' | 'rows' | 'units'>): ReferenceSetting {
  const fields = new Map([
    ...[...subjects].map(([name, subject]) => [name, fieldsOf(subject)] as const),
    ...[...rows].map(([name, of]) => [name, namesOfRow(of)] as const),
  ]);
  return { fields, subjects, rows, units };
}

export function frameOn(rulebook: Rulebook, variables: Variables): Frame {
  const to = noted<ProgramProblems & RulebookProblems>();
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
  const rows = rowsSubjects(manifest, subjects, variables, to);
  const names = referenceSetting({ subjects, rows, units });
  const codeSets = resolveCodeSets(rulebook, names.fields, units);
  const outline = outlineOf(rulebook, names, main?.name ?? '', everywhere(), variables);
  checkSubjects();
  checkSpecimens();
  return {
    subjects,
    rows,
    codeSets: codeSets.all,
    calendar: workingCalendar(rulebook),
    setting,
    units,
    excluded: excludedPosts(rulebook.posts?.data.incompatible ?? []),
    outline,
    diagnostics: { codeSets: codeSets.diagnostics, others: to.diagnostics },
  };

  /** What every rule may hang on, as it is written: how files are read, and what pages of rules say beside them. */
  function everywhere(): unknown {
    const { posts, documents, glossary, files } = rulebook;
    const quoted = [...files].flatMap(([path, { text }]) =>
      isSource(path) ? (text.match(/\{[^{}\n]*\}/gu) ?? []) : [],
    );
    return [manifest.data.subjects, posts?.data, documents?.data, glossary?.data, quoted];
  }

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
