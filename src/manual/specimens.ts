import { sayIn } from '../base/language.ts';
import { keysOf } from '../base/pointer.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { dossierFromYaml } from '../dossier/from-yaml.ts';
import { fieldAlong, parsePath, type PathStep, pointerOfPath, valueAt } from '../dossier/path.ts';
import { formatValue, mask } from '../feel/sentence/format.ts';
import type { Field } from '../feel/types.ts';
import { isKind, type Value } from '../feel/value.ts';
import type { Program, Subject } from '../program/ast.ts';
import { processSubject } from '../program/process-subject.ts';
import type { SpecimenFile } from '../rulebook/files.ts';
import { capital } from '../words/capitals.ts';
import { labelsIn } from '../words/manual.ts';
import type { Named, Specimen } from './model.ts';
import { productsOf } from './products.ts';
import type { Speaker } from './speaker.ts';

interface Titles {
  readonly post: (id: string) => Named;
  readonly document: (id: string) => Named;
}

/** The forms of the catalogue that say what they have room for, filled in from the sound files that they name. */
export function specimensOf(
  program: Program,
  speaker: Speaker,
  { post, document }: Titles,
): readonly Specimen[] {
  const { documents, dossiers } = program.rulebook;
  const subject = processSubject(program);
  if (!subject) return [];
  const read = filesRead(dossiers, subject);
  return (documents?.data.documents ?? []).flatMap(({ document: id, note, specimen }) => {
    const file = specimen && read(specimen.of);
    if (!file) return [];
    return [
      {
        document: document(id),
        note: speaker.words(note),
        post: post(specimen.by),
        product: productOf(file, subject, speaker),
        lines: linesOf(specimen, file, subject, speaker),
      },
    ];
  });
}

/** Reads each file once. */
function filesRead(
  dossiers: Program['rulebook']['dossiers'],
  { type }: Subject,
): (name: string) => Dossier | undefined {
  const read = new Map<string, Dossier | undefined>();
  return (name) => {
    const yaml = dossiers.get(name);
    if (yaml && !read.has(name)) read.set(name, dossierFromYaml(yaml, type).value);
    return read.get(name);
  };
}

function productOf(file: Dossier, subject: Subject, speaker: Speaker): Named | undefined {
  const code = valueOf(parsePath(subject.file.product ?? '') ?? [], file, subject);
  return productsOf(subject, speaker).find(({ id }) => id === code);
}

function linesOf(
  { fields }: SpecimenFile,
  file: Dossier,
  subject: Subject,
  speaker: Speaker,
): Specimen['lines'] {
  const labels = sayIn(labelsIn, speaker.language);
  return fields.flatMap((path) => {
    const steps = parsePath(path) ?? [];
    const field = fieldAlong(subject.type, steps);
    if (!field) return [];
    const title = speaker.words(field.title) || field.name;
    const record = steps.slice(0, -1);
    const kind = isOneOfSeveral(record, fields) ? kindOfRecord(record, file, subject, speaker) : '';
    return [
      {
        title: title + (kind === '' ? '' : labels.brackets(kind)),
        says: saidOf(valueOf(steps, file, subject), field, speaker),
      },
    ];
  });
}

/** Whether a form has room for other elements of the same list. */
function isOneOfSeveral(record: readonly PathStep[], fields: readonly string[]): boolean {
  const last = record.at(-1);
  const list = JSON.stringify(record.slice(0, -1));
  if (!last || !('element' in last)) return false;
  return fields.some((path) => {
    const other = (parsePath(path) ?? []).slice(0, record.length);
    const end = other.at(-1);
    const isOfList = JSON.stringify(other.slice(0, -1)) === list;
    return isOfList && end !== undefined && 'element' in end && end.element !== last.element;
  });
}

/** Of what kind an element of a list is, by the field that says so; nothing where none does. */
function kindOfRecord(
  steps: readonly PathStep[],
  file: Dossier,
  subject: Subject,
  { words }: Speaker,
): string {
  const list = fieldAlong(subject.type, steps);
  const record = valueOf(steps, file, subject);
  if (list?.type.kind !== 'list' || list.type.of.kind !== 'context' || !isKind(record, 'context'))
    return '';
  const tells = [...list.type.of.fields.values()].find(({ kind }) => kind);
  const word = tells && record.entries.get(tells.name);
  if (!tells?.kind || typeof word !== 'string' || tells.type.kind !== 'text') return '';
  return words(tells.kind).replace('{}', words(tells.type.words?.get(word)) || word);
}

function saidOf(
  value: Value | undefined,
  { facts, personal, type }: Field,
  { lexicon, words }: Speaker,
): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean' && facts) return capital(words(value ? facts.yes : facts.no));
  if (typeof value === 'string' && personal) return mask(value, personal);
  return formatValue(value, type, lexicon);
}

function valueOf(
  steps: readonly PathStep[],
  { root }: Dossier,
  { type }: Subject,
): Value | undefined {
  const pointer = pointerOfPath(steps, root, type);
  return pointer === undefined ? undefined : valueAt(root, keysOf(pointer));
}
