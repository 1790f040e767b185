import { readFileSync } from 'node:fs';

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Source, Span } from '../base/source.ts';
import { nearest } from '../base/suggest.ts';
import { type Dossier, idIn } from '../dossier/dossier.ts';
import { dossierFromYaml, fieldsAtTop, subjectSaid } from '../dossier/from-yaml.ts';
import { type Engine, engineOf } from '../check/engine.ts';
import { readJson } from '../check/read-json.ts';
import type { Answers, JudgeOptions } from '../evaluate/outcome.ts';
import { decode, type Read, readText } from '../io/read.ts';
import { digestOfText } from '../io/rulebook.ts';
import { mainSubject, type Program, type Subject } from '../program/ast.ts';
import type { Loaded } from '../run/frame.ts';
import type { CheckedFile } from '../report/checked.ts';
import type { Problems } from '../words/messages/messages.ts';
import { type Call, near, UsageError } from './call.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { Yaml } from '../yaml/tree.ts';

/** A file as it was read, before it is judged. */
export interface ReadFile extends Omit<CheckedFile, 'judged'> {
  /** Absent when it is no dossier. */
  readonly dossier: Dossier | undefined;
  readonly subject: Subject | undefined;
  /** The file laid out for the engine, where that was done already. */
  readonly loaded?: Loaded | undefined;
  /** What came back on the check-list; absent when none was brought for it. */
  readonly answers?: Answers;
}

/** Checks one dossier file, or standard input for `-`. What is wrong with it never stops the others. */
export function checkFile(
  path: string,
  program: Program,
  options: JudgeOptions,
  kind?: string,
): CheckedFile {
  const engine = engineOf(program);
  return judgeFile(readFile(path, engine, kind), engine, options);
}

export function checkSource(source: Source, program: Program, options: JudgeOptions): CheckedFile {
  const engine = engineOf(program);
  return judgeFile(readSource(source, engine), engine, options);
}

/** Reads a dossier file, or standard input for `-`. */
export function readFile(path: string, engine: Engine, kind?: string): ReadFile {
  const read: Read = path === '-' ? decode(readFileSync(0), '<stdin>') : readText(path);
  return 'problem' in read ? unread(path, [read.problem]) : readSource(read.source, engine, kind);
}

/** @param kind - the subject that files are which do not say so themselves */
export function readSource(source: Source, engine: Engine, kind?: string): ReadFile {
  const { program } = engine;
  const digest = digestOfText(source.text);
  const json = readJson(source, engine, kind);
  if (json) return { file: source.name, digest, diagnostics: [], ...json };
  const parsed = parseYaml(source);
  const diagnostics: Diagnostic<Problems>[] = [...parsed.diagnostics];
  if (!parsed.value || diagnostics.length > 0)
    return { ...unread(source.name, diagnostics), digest };
  const told = subjectFor(parsed.value, program, kind);
  if ('problem' in told) return { ...unread(source.name, [told.problem]), digest };
  const { subject } = told;
  const loaded = dossierFromYaml(parsed.value, subject.type);
  diagnostics.push(...loaded.diagnostics);
  const dossier = loaded.value;
  if (!dossier) return { ...unread(source.name, diagnostics), digest };
  const id = idIn(dossier, subject);
  return { file: source.name, digest, id, diagnostics, dossier, subject };
}

/** Judges a file by itself. */
export function judgeFile(read: ReadFile, engine: Engine, options: JudgeOptions): CheckedFile {
  return judgeFiles([read], engine, options)[0] ?? checked(read, undefined);
}

/** Judges files together; what cannot be read, or is a dossier given before, does not count among the others. */
export function judgeFiles(
  files: readonly ReadFile[],
  engine: Engine,
  options: JudgeOptions,
): readonly CheckedFile[] {
  const firsts = new Map<string, ReadFile>();
  const groups: ReadFile[][] = [[]];
  for (const read of files) {
    if (!read.dossier) continue;
    const key = JSON.stringify([read.subject?.name, read.id]);
    const first = read.id === undefined ? undefined : firsts.get(key);
    if (first) groups.push([repeated(read, first)]);
    else {
      firsts.set(key, read);
      groups[0]?.push(read);
    }
  }
  const judged = new Map(groups.flatMap(judgeGroup).map((one) => [one.file, one]));
  return files.map((read) => judged.get(read.file) ?? checked(read, undefined));

  function judgeGroup(group: readonly ReadFile[]): readonly CheckedFile[] {
    const sound = group.flatMap((read) => {
      const { dossier, subject, answers, loaded } = read;
      const given = { ...(answers && { answers }), loaded };
      return dossier && subject ? [{ read, dossier, subject, ...given }] : [];
    });
    const judgements = engine.judge(sound, options);
    return sound.map(({ read, dossier, subject }, index) => {
      const judgement = judgements[index];
      return checked(read, judgement && { dossier, subject, judgement });
    });
  }
}

function repeated(read: ReadFile, { file }: ReadFile): ReadFile {
  const diagnostic: Diagnostic<Problems> = {
    code: 'dossier/same-id',
    severity: 'error',
    span: read.dossier ? startOf(read.dossier.yaml.span) : nowhere(read.file),
    params: {
      id: read.id ?? '',
      file,
      subject: read.subject?.name ?? '',
      field: read.subject?.file.id ?? '',
    },
  };
  const dossier = read.dossier && { ...read.dossier, malformed: true };
  return { ...read, dossier, diagnostics: [...read.diagnostics, diagnostic] };
}

/** `--subject`, which has to be one of the rulebook's. */
export function kindOf(call: Call, { subjects }: Program): string | undefined {
  const kind = call.text('subject');
  if (kind === undefined || subjects.has(kind)) return kind;
  const names = [...subjects.keys()];
  throw new UsageError(
    `--subject ${kind}：没有这一种文件 / no such kind of file${near(kind, names)}（${names.join(', ')}）`,
  );
}

/** Of what kind a file is: what it says, or `--subject`, or the main subject if it has any of its fields. */
function subjectFor(
  yaml: Yaml,
  { subjects }: Program,
  kind: string | undefined,
): { readonly subject: Subject } | { readonly problem: Diagnostic<Problems> } {
  const said = subjectSaid(yaml);
  const name = said?.text ?? kind;
  const names = [...subjects.keys()];
  if (name !== undefined) {
    const subject = subjects.get(name);
    if (subject) return { subject };
    const span = said?.span ?? startOf(yaml.span);
    const params = { subject: name, subjects: names, near: nearest(name, names) };
    return { problem: { code: 'dossier/unknown-subject', severity: 'error', span, params } };
  }
  const main = mainSubject(subjects);
  if (!main) throw new Error('a rulebook has a subject');
  const isMain = main.name === 'dossier' && fieldsAtTop(yaml, main.type) > 0;
  if (subjects.size === 1 || isMain) return { subject: main };
  const fits = [...subjects.values()]
    .filter(({ type }) => fieldsAtTop(yaml, type) > 0)
    .map((subject) => subject.name);
  if (fits.length === 0 && main.name === 'dossier') return { subject: main };
  const span = startOf(yaml.span);
  const params = { subjects: names, fits };
  return { problem: { code: 'dossier/which-subject', severity: 'error', span, params } };
}

function startOf(span: Span): Span {
  return { ...span, end: span.start };
}

function nowhere(name: string): Span {
  return { source: { name, text: '' }, start: 0, end: 0 };
}

function checked(
  { file, digest, id, diagnostics }: Omit<CheckedFile, 'judged'>,
  judged: CheckedFile['judged'],
): CheckedFile {
  return { file, digest, id, diagnostics, judged };
}

function unread(file: string, diagnostics: readonly Diagnostic<Problems>[]): ReadFile {
  return {
    file,
    digest: undefined,
    id: undefined,
    diagnostics,
    dossier: undefined,
    subject: undefined,
  };
}
