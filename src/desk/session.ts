import type { CheckReport } from '../report/json-format.ts';
import { answers as offered, keys } from '../checklist/form.ts';
import type { ReviewGiven } from '../papers/reviews.ts';
import type { PeopleNamed } from '../papers/setting.ts';
import type { AnswerGiven } from './answers.ts';
import type { Desk } from './desk.ts';

export type { PeopleNamed } from '../papers/setting.ts';
export type { ReviewGiven } from '../papers/reviews.ts';

/** Work at the desk, as it is saved: what was judged and answered, by whom, and by which rulebook. */
export interface Session {
  readonly format: 1;
  /** The rulebook that it was judged by. */
  readonly rulebook: RulebookOf;
  /** Version of the engine. */
  readonly engine: string;
  readonly setting: SessionSetting;
  readonly answers: readonly AnswerGiven[];
  /** Who checks, by number or name, and when, ISO: what new answers say. */
  readonly checker: string;
  readonly date: string;
  /** What the work is called; like whom papers name and what was reviewed, absent in sessions of earlier pages. */
  readonly name?: string;
  readonly people?: PeopleNamed;
  readonly reviews?: readonly ReviewGiven[];
  /** What came of the files, masked; null before any was judged. */
  readonly report: CheckReport | null;
  /** The files themselves, personal data with them: kept only where somebody said so. */
  readonly files: readonly FileKept[] | null;
}

export interface RulebookOf {
  readonly id: string;
  readonly version: string;
  /** `sha256:…` */
  readonly digest: string;
}

/** How files are judged. */
export interface SessionSetting {
  readonly asOf?: string;
  readonly today?: string;
  readonly step?: string;
  /** What files are that do not say so. */
  readonly kind?: string;
  /** The text of the mapping that tables were read by. */
  readonly mapping?: { readonly name: string; readonly text: string };
}

/** A file as it was given. */
export interface FileKept {
  readonly name: string;
  /** Its bytes, as base64. */
  readonly bytes: string;
}

/** What files that are kept may come to together, in bytes. */
export const mostKept = 64 * 2 ** 20;

/** What is no session, of a format to come, or of another rulebook than the one that is open. */
export type SessionProblem =
  | { readonly kind: 'not-a-session' }
  | { readonly kind: 'newer'; readonly format: number }
  | { readonly kind: 'other-rulebook'; readonly id: string };

/** A session with nothing in it, for the rulebook that is open. */
export function newSession(desk: Pick<Desk, 'program' | 'digest' | 'version'>): Session {
  return {
    format: 1,
    rulebook: rulebookOf(desk),
    engine: desk.version,
    setting: {},
    answers: [],
    checker: '',
    date: '',
    report: null,
    files: null,
  };
}

/**
 * What was saved, as a session: of this format, or of one before it; by the rulebook that is open, or by another version
 * of it.
 *
 * @param value - from outside: nothing about it is taken for granted
 */
export function sessionFrom(
  value: unknown,
  { program }: Pick<Desk, 'program'>,
): { readonly session: Session } | { readonly problem: SessionProblem } {
  if (!isRecord(value)) return { problem: { kind: 'not-a-session' } };
  const { format } = value;
  if (typeof format === 'number' && format > 1) return { problem: { kind: 'newer', format } };
  if (!isSession(value)) return { problem: { kind: 'not-a-session' } };
  const { id } = value.rulebook;
  if (id !== program.rulebook.manifest.data.id) return { problem: { kind: 'other-rulebook', id } };
  return { session: value };
}

/** The two parts that a session is saved in: what each key changes, and what each check does. */
export interface SessionParts {
  readonly answers: Omit<Session, 'report' | 'files'>;
  readonly judged: Pick<Session, 'report' | 'files'>;
}

export function partsOf({ report, files, ...answers }: Session): SessionParts {
  return { answers, judged: { report, files } };
}

function rulebookOf({ program, digest }: Pick<Desk, 'program' | 'digest'>): RulebookOf {
  const { id, version } = program.rulebook.manifest.data;
  return { id, version, digest };
}

type Fields = Readonly<Record<string, unknown>>;

function isSession(value: Fields): value is Fields & Session {
  const { format, rulebook, engine, setting, answers, checker, date, report, files } = value;
  const { name, people, reviews } = value;
  return (
    format === 1 &&
    hasTexts(rulebook, ['id', 'version', 'digest']) &&
    [engine, checker, date].every(isText) &&
    isSetting(setting) &&
    isListOf(answers, isAnswer) &&
    (name === undefined || isText(name)) &&
    (reviews === undefined || isListOf(reviews, isReview)) &&
    (people === undefined || hasTexts(people, ['inspectors', 'reviewers'])) &&
    (report === null || isReport(report)) &&
    (files === null || isListOf(files, (one) => hasTexts(one, ['name', 'bytes'])))
  );
}

function isSetting(value: unknown): boolean {
  return (
    isRecord(value) &&
    ['asOf', 'today', 'step', 'kind'].every(
      (key) => value[key] === undefined || isText(value[key]),
    ) &&
    (value['mapping'] === undefined || hasTexts(value['mapping'], ['name', 'text']))
  );
}

function isAnswer(value: unknown): boolean {
  return hasTexts(value, keys) && offered.some((one) => one === value['answer']);
}

function isReview(value: unknown): boolean {
  const texts = ['dossier', 'rule', 'element', 'remark', 'reviewer', 'date', 'of'];
  return hasTexts(value, texts) && (value['says'] === 'agree' || value['says'] === 'return');
}

/** Its inside was sealed by a page like this one; what it tells is shown as text, whatever it is. */
function isReport(value: unknown): boolean {
  return (
    isRecord(value) &&
    value['format'] === 2 &&
    [value['rules'], value['summary'], value['rulebook']].every(isRecord) &&
    isListOf(value['dossiers'], (one) => isRecord(one) && Array.isArray(one['outcomes']))
  );
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasTexts(value: unknown, names: readonly string[]): value is Fields {
  return isRecord(value) && names.every((name) => isText(value[name]));
}

function isListOf(value: unknown, is: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
