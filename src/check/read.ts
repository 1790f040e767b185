import { type Checked, type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import { type Source, type Span, startOf } from '../base/source.ts';
import { type Dossier, idIn, locate } from '../dossier/dossier.ts';
import { dossierFromYaml, subjectSaid } from '../dossier/from-yaml.ts';
import { pointerOfNames } from '../dossier/path.ts';
import { withEntries } from '../dossier/waiver-register.ts';
import type { Answers } from '../evaluate/outcome.ts';
import { isKind } from '../feel/value.ts';
import type { Program, Subject } from '../program/ast.ts';
import type { Loaded } from '../run/frame.ts';
import { printDate } from '../values/temporal-text.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { CheckedFile, FileProblems, RecordPlace } from './checked.ts';
import type { Engine } from './engine.ts';
import { type People, peopleOf } from './people.ts';
import { readJson } from './read-json.ts';
import { subjectFor } from './subject.ts';

/** A dossier as it was read, before it is judged. */
export interface ReadFile extends Omit<CheckedFile, 'judged'> {
  /** Absent when it is no dossier. */
  readonly dossier: Dossier | undefined;
  readonly subject: Subject | undefined;
  /** The file laid out for the engine, where that was done already. */
  readonly loaded?: Loaded | undefined;
  /** What came back on the check-list; absent when none was brought for it. */
  readonly answers?: Answers;
}

/**
 * Reads the text of one dossier, JSON or YAML: sound JSON in one go, anything else with care.
 *
 * @param kind - the subject that files are which do not say so themselves
 */
export function readDossier(
  source: Source,
  engine: Engine,
  kind?: string,
  record?: RecordPlace,
): ReadFile {
  const { name: file, digest } = source;
  const whence = { file, digest, ...(record && { record }) };
  const json = readJson(source, engine, kind);
  if (json) return lookedUp(withWaivers({ ...whence, diagnostics: [], ...json }, engine), engine);
  const parsed = parseYaml(source);
  const diagnostics: Diagnostic<FileProblems>[] = [...parsed.diagnostics];
  const yaml = parsed.value;
  if (!yaml || diagnostics.length > 0) return { ...unread(file, diagnostics), ...whence };
  const said = subjectSaid(yaml);
  const keys = yaml.kind === 'map' ? yaml.entries.map(({ key }) => key.text) : [];
  const found = subjectFor(engine.program.subjects, said?.text ?? kind, keys);
  if (!('subject' in found)) {
    const isSaid = found.code === 'dossier/unknown-subject' && said !== undefined;
    const span = isSaid ? said.span : startOf(yaml.span);
    return { ...unread(file, [{ ...found, severity: 'error', span }]), ...whence };
  }
  const { subject } = found;
  const loaded = dossierFromYaml(yaml, engine.typeOf(subject));
  diagnostics.push(...loaded.diagnostics);
  const dossier = loaded.value;
  if (!dossier) return { ...unread(file, diagnostics), ...whence };
  const id = idIn(dossier, subject);
  return lookedUp(withWaivers({ ...whence, id, diagnostics, dossier, subject }, engine), engine);
}

/** A file with the waivers that a register has for it, read with care: nothing else of it changes. */
function withWaivers(read: ReadFile, engine: Engine): ReadFile {
  const { dossier, subject, id = '' } = read;
  const names = subject?.file.waivers;
  const entries = engine.waivers?.get(id);
  if (!dossier || !names || !entries) return read;
  const type = engine.typeOf(subject);
  const yaml = withEntries(dossier.yaml, names.list, type.fields.get(names.list)?.key, entries);
  const { value, diagnostics } = dossierFromYaml(yaml, type);
  return { ...read, dossier: value, diagnostics, loaded: undefined };
}

/** What is read of a register of people. */
export interface RegisterRead {
  readonly people: People;
  readonly id: string | undefined;
  readonly count: number;
  /** The last day that it speaks of, ISO. */
  readonly upTo: string;
}

/**
 * Reads a register of people, which has to be sound: half a register would say of the others that nobody knows them.
 *
 * @param today - a register of a later day is refused, ISO
 */
export function readRegister(
  source: Source,
  { program }: Pick<Engine, 'program'>,
  today?: string,
): Checked<RegisterRead | undefined, FileProblems> {
  const { subjects, setting } = program;
  const subject = peopleSubject(program);
  const names = subject?.file.people;
  const parsed = parseYaml(source);
  const yaml = parsed.value;
  const top = startOf(yaml?.span ?? { source, start: 0, end: 0 });
  if (!subject || !names) return refused({ code: 'dossier/no-register', params: {} });
  if (!yaml || hasErrors(parsed.diagnostics))
    return { value: undefined, diagnostics: parsed.diagnostics };
  const keys = yaml.kind === 'map' ? yaml.entries.map(({ key }) => key.text) : [];
  const found = subjectFor(subjects, subjectSaid(yaml)?.text, keys);
  if (!('subject' in found) || found.subject !== subject) {
    return refused({ code: 'dossier/not-a-register', params: { subject: subject.name } });
  }
  const { value, diagnostics } = dossierFromYaml(yaml, subject.type);
  if (!value || hasErrors(diagnostics)) return { value: undefined, diagnostics: once(diagnostics) };
  const people = peopleOf(value.root, names, setting.zone);
  if (!people) {
    const params = { fields: [names.of, names.upTo] };
    return refused({ code: 'dossier/register-of-nobody', params });
  }
  const list = value.root.entries.get(names.list);
  const count = isKind(list, 'list') ? list.items.length : 0;
  if (count === 0)
    return refused({ code: 'dossier/register-empty', params: { field: names.list } });
  const day = printDate(people.upTo);
  if (today !== undefined && day > today) {
    const params = { field: names.upTo, day, today };
    return refused(
      { code: 'dossier/register-ahead', params },
      locate(value, pointerOfNames(names.upTo)),
    );
  }
  return { value: { people, id: idIn(value, subject), count, upTo: day }, diagnostics };

  function refused(problem: Refusal, span = top) {
    return {
      value: undefined,
      diagnostics: [{ ...problem, severity: 'error', span }],
    } as const;
  }
}

/** Why a register as a whole is not taken. */
type Refusal = {
  readonly [C in RefusalCode]: Pick<Diagnostic<Pick<FileProblems, C>>, 'code' | 'params'>;
}[RefusalCode];

type RefusalCode =
  | 'dossier/no-register'
  | 'dossier/not-a-register'
  | 'dossier/register-of-nobody'
  | 'dossier/register-empty'
  | 'dossier/register-ahead';

/** What is wrong in the same way with many people of a register is told once, with how many more there are. */
function once(
  diagnostics: readonly Diagnostic<FileProblems>[],
): readonly Diagnostic<FileProblems>[] {
  const alike = Map.groupBy(diagnostics, ({ code, severity, params }) => {
    const said = Object.values(params).filter((value) => typeof value === 'string');
    return [severity, code, ...said].join('\n');
  });
  return [...alike.values()].flatMap(([first, ...others]) =>
    first ? [others.length > 0 ? { ...first, more: others.length } : first] : [],
  );
}

/** The subject of a rulebook that is a register of people. */
export function peopleSubject({ subjects }: Pick<Program, 'subjects'>): Subject | undefined {
  return [...subjects.values()].find(({ file }) => file.people !== undefined);
}

/** A file as the register of people leaves it, where there is one. */
function lookedUp(read: ReadFile, { people }: Engine): ReadFile {
  const { dossier: given, subject, diagnostics } = read;
  if (!people || !given || !subject) return read;
  const dossier = people.lookUp(given, subject.file);
  const of = people.stranger(given, subject.file);
  if (dossier === given && of === undefined) return read;
  const pointer = pointerOfNames(subject.file.lookUps?.of ?? '');
  const stranger =
    of === undefined
      ? []
      : [
          {
            code: 'dossier/other-register',
            severity: 'error',
            span: locate(given, pointer),
            params: { of, register: people.of },
          } as const,
        ];
  // it was laid out as it is written
  const laidOut = dossier === given ? {} : { loaded: undefined };
  return { ...read, dossier, diagnostics: [...diagnostics, ...stranger], ...laidOut };
}

/** What is wrong with a file that could not be read. */
export function unread(file: string, diagnostics: readonly Diagnostic<FileProblems>[]): ReadFile {
  return {
    file,
    digest: undefined,
    id: undefined,
    diagnostics,
    dossier: undefined,
    subject: undefined,
  };
}

/** The file that a problem is told of, as one that could not be read. */
export function unreadFor(problem: Diagnostic<FileProblems>): ReadFile {
  return unread(problem.span.source.name, [problem]);
}

/** A dossier whose id was given before: it never passes, and does not count among the others. */
export function repeated(read: ReadFile, first: string): ReadFile {
  const { dossier, subject, id = '' } = read;
  if (!dossier || !subject) return read;
  const diagnostic = sameId(id, first, subject, startOf(dossier.yaml.span));
  const { root, yaml, held } = dossier;
  const malformed: Dossier = { root, yaml, malformed: true, ...(held && { held }) };
  return { ...read, dossier: malformed, diagnostics: [...read.diagnostics, diagnostic] };
}

/** That the id of a dossier was given before. */
export function sameId(
  id: string,
  first: string,
  { name, file }: Subject,
  span: Span,
): Diagnostic<FileProblems> {
  const params = { id, file: first, subject: name, field: file.id };
  return { code: 'dossier/same-id', severity: 'error', span, params };
}
