import type { Diagnostic } from '../base/diagnostic.ts';
import { type Source, type Span, startOf } from '../base/source.ts';
import { type Dossier, idIn } from '../dossier/dossier.ts';
import { dossierFromYaml, subjectSaid } from '../dossier/from-yaml.ts';
import type { Answers } from '../evaluate/outcome.ts';
import type { Subject } from '../program/ast.ts';
import type { Loaded } from '../run/frame.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { CheckedFile, FileProblems, RecordPlace } from './checked.ts';
import type { Engine } from './engine.ts';
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
  if (json) return { ...whence, diagnostics: [], ...json };
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
  const loaded = dossierFromYaml(yaml, subject.type);
  diagnostics.push(...loaded.diagnostics);
  const dossier = loaded.value;
  if (!dossier) return { ...unread(file, diagnostics), ...whence };
  return { ...whence, id: idIn(dossier, subject), diagnostics, dossier, subject };
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
  const malformed: Dossier = { root: dossier.root, yaml: dossier.yaml, malformed: true };
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
