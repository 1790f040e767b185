import type { Source } from '../base/source.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { parsePath } from '../dossier/path.ts';
import type { Subject } from '../program/ast.ts';
import type { Loaded } from '../run/frame.ts';
import { dossierOfJson, type Engine } from './engine.ts';
import { isLike, subjectFor } from './subject.ts';

/** A JSON file that is as its schema asks, laid out for the engine. */
export interface JsonFile {
  readonly subject: Subject;
  readonly loaded: Loaded;
  readonly dossier: Dossier;
  /** Its id, as it is written; absent where it has none. */
  readonly id: string | undefined;
}

/**
 * Reads a sound JSON file in one go; undefined for any other, which has to be read with care: it may be YAML, of a
 * kind that it does not say, or malformed somewhere.
 *
 * @param kind - the subject that files are which do not say so themselves
 */
export function readJson(source: Source, engine: Engine, kind?: string): JsonFile | undefined {
  const { text } = source;
  if (!/^\s*\{/u.test(text)) return undefined;
  const json = parsed(text);
  const subject = json && subjectOf(json, engine, kind);
  const loaded = subject && engine.load(text, subject, json);
  if (!json || !subject || !loaded) return undefined;
  return {
    subject,
    loaded,
    dossier: dossierOfJson(source, json, engine.typeOf(subject), loaded),
    id: idOf(json, subject),
  };
}

type Json = Readonly<Record<string, unknown>>;

function parsed(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined where it is not plain: then the file is read with care. */
function subjectOf(
  json: Json,
  { program: { subjects } }: Engine,
  kind: string | undefined,
): Subject | undefined {
  const said = json['subject'] ?? kind;
  if (said !== undefined && typeof said !== 'string') return undefined;
  const keys = Object.keys(json);
  const found = subjectFor(subjects, said, keys);
  return 'subject' in found && isLike(found.subject, keys) ? found.subject : undefined;
}

function idOf(json: Json, { file }: Subject): string | undefined {
  let value: unknown = json;
  for (const step of parsePath(file.id) ?? []) {
    if (!('name' in step) || !isRecord(value)) return undefined;
    value = value[step.name];
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
