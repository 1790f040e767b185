import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import { type Language, sayIn } from '../base/language.ts';
import { withAnswers } from '../check/answered.ts';
import type { CheckedFile } from '../check/checked.ts';
import { judgeAll, judgeEach, judgeOne } from '../check/judge-all.ts';
import { type Bounds, outsideOf } from '../check/outside.ts';
import { readDossier } from '../check/read.ts';
import {
  type AnswersRead,
  type ChecklistSetting,
  strangers,
  unused,
} from '../checklist/answers.ts';
import type { ChecklistProblems } from '../checklist/problems.ts';
import type { Key } from '../checklist/form.ts';
import { isScopeFirst } from '../evaluate/judge.ts';
import type { JudgeOptions, Judgement } from '../evaluate/outcome.ts';
import { maskText } from '../feel/sentence/mask-text.ts';
import { type Checklist, bookOf } from '../report/checklist.ts';
import { type AskedFile, askedOf, type ChecklistLine } from '../report/checklist-lines.ts';
import { type Hide, hiderOf } from '../report/hide.ts';
import type { SchemeJson } from '../report/json-format.ts';
import type { Text } from '../report/result.ts';
import type { Incoming } from '../report/run.ts';
import { message, wordbooks } from '../words/messages/messages.ts';
import { type AnswerGiven, cellOfAnswer, handRules, listsOf, sheetOfAnswers } from './answers.ts';
import type { Desk } from './desk.ts';

export type { AskedFile, ChecklistLine } from '../report/checklist-lines.ts';

/** How files are judged and told of, and who may answer until when. */
export interface ChecklistAsked extends Pick<ChecklistSetting, 'inspectors' | 'until'> {
  readonly options: JudgeOptions;
  readonly language: Language;
  readonly unmasked: boolean;
  /** The subject that files are which do not say so themselves. */
  readonly kind?: string | undefined;
  /** What an inspection covers; files outside of it have no lines. */
  readonly bounds?: Bounds | undefined;
  /** How many texts have been looked at. */
  readonly tell?: (texts: number) => void;
}

/** What a person has to look at of files, open to be answered. */
export interface OpenChecklist {
  /** Those that have a line, in their order. */
  readonly files: readonly AskedFile[];
  /** What comes of answers, all that there are by now: each file that is answered is judged anew. */
  readonly take: (answers: readonly AnswerGiven[]) => AnswersTaken;
  /** The check-list as a workbook, filled in as far as it is answered. */
  readonly book: (answers: readonly AnswerGiven[], scheme?: SchemeJson) => Checklist;
}

export interface AnswersTaken {
  /** What is wrong with answers; one that has an error does not count. */
  readonly problems: readonly AnswerProblem[];
  /** Of the files that were answered, with the answers that count. */
  readonly verdicts: readonly {
    readonly dossier: string;
    readonly verdict: Judgement['verdict'];
  }[];
  /** Remarks in which something personal stands, as papers show them; by their answers, from 0. */
  readonly masked: readonly { readonly index: number; readonly shown: string }[];
}

export interface AnswerProblem {
  /** Of the answer, among those that were given. */
  readonly index: number;
  /** What of it. */
  readonly key: Key;
  readonly code: keyof ChecklistProblems;
  readonly severity: Severity;
  readonly message: string;
}

/** Judges files, and says what a person has to look at: of the files themselves only their texts are held. */
export async function openChecklist(
  desk: Pick<Desk, 'program' | 'digest' | 'engine'>,
  incoming: AsyncIterable<readonly Incoming[]>,
  asked: ChecklistAsked,
): Promise<OpenChecklist> {
  const { program, digest, engine } = desk;
  const { options, kind, language, bounds, tell } = asked;
  const read = ({ source, record }: Text) => readDossier(source, engine, kind, record);
  const files: AskedFile[] = [];
  const textOf = new Map<string, Text>();
  // no other rule has a line
  const byHand = handRules(program).filter((id) => options.covers?.has(id) !== false);
  const listing = { ...options, covers: new Set(byHand) };
  // what rules for groups say bears on the others
  const held: Text[] | undefined = isScopeFirst(program) ? [] : undefined;
  let looked = 0;
  for await (const batch of incoming) {
    const texts = batch.flatMap((one) =>
      'source' in one && !(bounds && outsideOf(bounds, read(one), program)) ? [one] : [],
    );
    if (held) held.push(...texts);
    else list(texts, judgeEach(texts.map(read), engine, listing));
    looked += batch.length;
    tell?.(looked);
  }
  if (held) list(held, judgeAll(held.map(read), engine, listing));
  const known = new Map<string, FileTaken & { readonly of: string }>();
  const hides = new Map<string, Hide>();
  return { files, take, book };

  function list(texts: readonly Text[], checked: readonly CheckedFile[]): void {
    for (const [index, file] of checked.entries()) {
      const own = askedOf(file, program, asked);
      const text = texts[index];
      if (!own || !text || textOf.has(own.dossier)) continue;
      files.push(own);
      textOf.set(own.dossier, text);
    }
  }

  function take(answers: readonly AnswerGiven[]): AnswersTaken {
    const lists = listsOf([sheetOfAnswers(answers)], desk, asked);
    const own = [...lists.answers].flatMap(([dossier, answered]) => {
      const text = textOf.get(dossier);
      return text ? [{ dossier, ...takeFile(dossier, text, answered) }] : [];
    });
    const wrong = [
      ...lists.diagnostics,
      ...strangers(lists, (dossier) => textOf.has(dossier)),
      ...own.flatMap(({ diagnostics }) => diagnostics),
    ];
    return {
      problems: wrong.flatMap((one) => problemOf(one) ?? []),
      masked: answers.flatMap(({ dossier, remark }, index) => {
        const shown = (hides.get(dossier) ?? maskText)(remark);
        return shown === remark ? [] : [{ index, shown }];
      }),
      verdicts: own.flatMap(({ dossier, verdict }) => (verdict ? [{ dossier, verdict }] : [])),
    };
  }

  /** A file is judged again only where something else is said of it, or in another place. */
  function takeFile(dossier: string, text: Text, answered: AnswersRead): FileTaken {
    const of = JSON.stringify([...answered.values()]);
    const before = known.get(dossier);
    if (before?.of === of) return before;
    const file = read(text);
    const { file: withThem, taken } = withAnswers(file, answered, program);
    const { judged } = judgeOne(withThem, engine, options);
    if (judged) hides.set(dossier, hiderOf(judged.dossier, judged.subject));
    const diagnostics = [
      ...withThem.diagnostics.slice(file.diagnostics.length),
      ...(judged ? unused(taken, judged.judgement.outcomes) : []),
    ] as readonly Diagnostic<ChecklistProblems>[];
    const now = { of, diagnostics, verdict: judged?.judgement.verdict };
    known.set(dossier, now);
    return now;
  }

  function problemOf(diagnostic: Diagnostic<ChecklistProblems>): AnswerProblem | undefined {
    const cell = cellOfAnswer(diagnostic.span.source.name);
    const { code, severity } = diagnostic;
    const said = message(sayIn(wordbooks, language), diagnostic);
    return cell && { ...cell, code, severity, message: said };
  }

  function book(answers: readonly AnswerGiven[], scheme?: SchemeJson): Checklist {
    const own = Map.groupBy(answers, ({ dossier }) => dossier);
    const filled = files.map((file) => answeredFile(file, own.get(file.dossier) ?? []));
    return bookOf(filled, { program, rulebookDigest: digest }, { language, scheme });
  }
}

interface FileTaken {
  readonly diagnostics: readonly Diagnostic<ChecklistProblems>[];
  /** Undefined for what is no dossier any more. */
  readonly verdict: Judgement['verdict'] | undefined;
}

/** @param answers - to its lines */
function answeredFile(file: AskedFile, answers: readonly AnswerGiven[]): AskedFile {
  const answeredLine = (line: ChecklistLine): ChecklistLine => {
    const given = answers.find(
      ({ rule, element }) => rule === line.rule && element === line.element,
    );
    if (!given) return { ...line, answer: undefined };
    const { answer, checker: name, date, page, remark, rulebook, digest } = given;
    return {
      ...line,
      answer: { answer, name, date, page, remark },
      answered: { rulebook, digest },
    };
  };
  return { ...file, lines: file.lines.map(answeredLine) };
}
