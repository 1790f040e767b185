import type { Language } from '../base/language.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { ClaimAnswer } from '../proof/claims.ts';
import type { Problems } from '../words/messages/messages.ts';
import { type Answered, textOfPart } from '../proof/questions.ts';
import { diagnosticJson } from './diagnostic-json.ts';
import type { DiagnosticJson, Multilingual } from './json-format.ts';

/** What `shouze verify --format json` writes. Stable: fields are added, never changed. */
export interface VerifyReport {
  readonly totals: VerifyTotals;
  /** The same of each kind of question. */
  readonly kinds: { readonly [kind: string]: VerifyTotals };
  readonly findings: readonly DiagnosticJson[];
  readonly claims: readonly ClaimJson[];
  /** Empty but with `--all`. */
  readonly questions: readonly QuestionJson[];
}

export interface VerifyTotals {
  readonly questions: number;
  readonly proved: number;
  readonly refuted: number;
  readonly undecided: number;
}

export interface QuestionJson {
  readonly kind:
    | 'never-applies'
    | 'always-applies'
    | 'never-passes'
    | 'never-fails'
    | 'idle-part'
    | 'contradiction'
    | 'implied';
  readonly rule: string;
  /** First day of the edition. */
  readonly edition: string;
  /** Of `idle-part`: the part, as it is written. */
  readonly part?: string;
  /** Of two rules: the other one. */
  readonly other?: string;
  readonly answer: 'proved' | 'refuted' | 'undecided';
  /** Proved of lists of so many records at most. */
  readonly within?: number;
  readonly why?: readonly UndecidedJson[];
  readonly witness?: ExampleJson;
}

export interface ClaimJson {
  readonly claim: string;
  readonly title: Multilingual;
  readonly answer: 'proved' | 'refuted' | 'undecided';
  /** The rules that see to it together, where it is proved. */
  readonly by?: readonly string[];
  readonly within?: number;
  readonly why?: readonly UndecidedJson[];
  /** Rules that object to the files that were looked at, where it is not decided. */
  readonly objecting?: readonly string[];
  readonly witness?: ExampleJson;
}

/**
 * Why a question is left open: `name` is that of a function, `records` how long the lists are of which it is proved, `text`
 * a file that the engine judged otherwise; `empty` is of a claim that no file is of.
 */
export interface UndecidedJson {
  readonly kind: 'steps' | 'function' | 'records' | 'unplanned' | 'disagreement' | 'empty';
  readonly name?: string;
  readonly records?: number;
  readonly text?: string;
}

/** A file that is an example of the contrary. */
export interface ExampleJson {
  /** YAML. */
  readonly text: string;
  /** ISO; absent where no day was given. */
  readonly today?: string;
}

/** What was asked, and what came of it. */
export interface Verified {
  readonly findings: readonly Diagnostic<Problems>[];
  readonly claims: readonly ClaimAnswer[];
  readonly answers: readonly Answered[];
}

/** @param isAll - with every question */
export function verifyReport(
  { findings, claims, answers }: Verified,
  languages: readonly Language[],
  isAll: boolean,
): VerifyReport {
  const byKind = Map.groupBy(answers, ({ kind }) => kind);
  return {
    totals: totalsOf(answers),
    kinds: Object.fromEntries([...byKind].map(([kind, own]) => [kind, totalsOf(own)])),
    findings: findings.map((one) => diagnosticJson(one, languages)),
    claims: claims.map(claimJson),
    questions: isAll ? answers.map(questionJson) : [],
  };
}

export function totalsOf(answers: readonly Pick<Answered, 'answer'>[]): VerifyTotals {
  const count = (wanted: Answered['answer']) =>
    answers.filter(({ answer }) => answer === wanted).length;
  return {
    questions: answers.length,
    proved: count('proved'),
    refuted: count('refuted'),
    undecided: count('undecided'),
  };
}

function questionJson(one: Answered): QuestionJson {
  const { kind, rule, edition, answer, within, why, witness } = one;
  return {
    kind,
    rule,
    edition,
    ...(one.kind === 'idle-part' && { part: textOfPart(one.part) }),
    ...('other' in one && { other: one.other }),
    answer,
    ...(within !== undefined && { within }),
    ...(why && { why: why }),
    ...(witness && { witness: witnessJson(witness) }),
  };
}

function claimJson(one: ClaimAnswer): ClaimJson {
  const head = { claim: one.claim.name, title: one.claim.title };
  switch (one.answer) {
    case 'proved':
      return {
        ...head,
        answer: 'proved',
        by: one.by,
        ...(one.within !== undefined && { within: one.within }),
      };
    case 'refuted':
      return { ...head, answer: 'refuted', witness: witnessJson(one.witness) };
    case 'undecided':
      return {
        ...head,
        answer: 'undecided',
        why: one.why,
        objecting: one.objecting,
      };
  }
}

function witnessJson({
  text,
  today,
}: {
  readonly text: string;
  readonly today: string | undefined;
}): ExampleJson {
  return { text, ...(today !== undefined && { today }) };
}
