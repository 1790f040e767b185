import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import { invariant } from '../base/invariant.ts';
import type { Source } from '../base/source.ts';
import { withAnswers } from '../check/answered.ts';
import {
  type CheckedFile,
  dossierName,
  type FileProblems,
  type RecordPlace,
} from '../check/checked.ts';
import type { Engine } from '../check/engine.ts';
import { checkedOf } from '../check/judge-all.ts';
import { type Outside, outsideOf } from '../check/outside.ts';
import { type Kept, keepingOf } from '../check/kept.ts';
import { readDossier, type ReadFile, sameId, unreadFor } from '../check/read.ts';
import { unused, type AnswersRead } from '../checklist/answers.ts';
import type { Tally } from '../evaluate/tally.ts';
import { wordbookOf } from '../words/own.ts';
import { diagnosticJson } from './diagnostic-json.ts';
import { diagnosticsText } from './diagnostics.ts';
import type { Reporting } from './head.ts';
import type { DossierJson } from './json-format.ts';
import { type DiagnosedFile, diagnosticsOf } from './masked.ts';
import { newlyOpens, type Opens } from './opens.ts';
import type { Paint } from './paint.ts';
import type { Recorder } from './record.ts';

/** What came of one dossier, as data that may be handed from one thread to another. */
export interface Result {
  readonly record: DossierJson;
  /** For rules that judge files together; absent where there are none. */
  readonly kept: Kept | undefined;
  /** What is wrong with the file, for people; empty where nothing is. */
  readonly complaint: string;
  /** Whether the input is wrong. */
  readonly isWrong: boolean;
  /** Of an import, what was not captured and was not told before. */
  readonly opens?: readonly Opens[];
}

/** How results are made. */
export interface ResultOptions {
  readonly engine: Engine;
  readonly recorder: Recorder;
  readonly reporting: Reporting;
  /** The subject that files are which do not say so themselves. */
  readonly kind: string | undefined;
  readonly paint: Paint;
  /** What came back on the check-list of a dossier, by its name. */
  readonly answers?: (dossier: string) => AnswersRead | undefined;
}

/** The text of a dossier, and where in its file it stands. */
export interface Text {
  readonly source: Source;
  readonly record?: RecordPlace | undefined;
}

/** What came of a dossier in a run before, as it was written down. */
export interface Recorded {
  readonly record: DossierJson;
  /** What its mandatory rules came to; null where no rule judges it together with others. */
  readonly some: Tally['some'] | null;
}

/** Makes results: of a dossier's text, of a dossier that was read, of what is no dossier. */
export interface ResultMaker {
  readonly ofText: (source: Source, place?: RecordPlace) => Result;
  /** Of texts, each by itself: some dozens at a time at best. */
  readonly ofTexts: (texts: readonly Text[]) => readonly Result[];
  /** Of a text that was judged in a run before: it is read, and not judged again. */
  readonly ofRecorded: (text: Text, recorded: Recorded) => Result;
  /** A dossier as it is handed to the engine, answers with it. */
  readonly read: (source: Source, place?: RecordPlace) => ReadFile;
  /** Of one that was judged with others. */
  readonly ofChecked: (checked: CheckedFile) => Result;
  readonly ofProblem: (problem: Diagnostic<FileProblems>) => Result;
  /** Of a dossier whose id was given before: it never passes. */
  readonly ofRepeated: (result: Result, first: string) => Result;
}

export function resultMaker({
  engine,
  recorder,
  reporting,
  kind,
  paint,
  answers,
}: ResultOptions): ResultMaker {
  const { program, unmasked, languages, options } = reporting;
  const keeping = keepingOf(program);
  const opensOf = newlyOpens();
  /** The answers that are taken, by the name of their dossier. */
  const taken = new Map<string, AnswersRead>();
  const book = wordbookOf(program.rulebook.manifest.data, languages[0] ?? 'zh');
  return {
    ofText,
    ofTexts,
    ofRecorded,
    read,
    ofChecked: (checked) => resultOf(checked, 0),
    ofProblem,
    ofRepeated,
  };

  function ofText(source: Source, record?: RecordPlace): Result {
    const [result] = ofTexts([{ source, record }]);
    invariant(result !== undefined, 'a text has its result');
    return result;
  }

  function ofTexts(texts: readonly Text[]): readonly Result[] {
    const files = texts.map(({ source, record }) => read(source, record));
    const sound = files.flatMap((file) => {
      const { dossier, subject, loaded, answers: own } = file;
      return !whyOutside(file) && dossier && subject
        ? [{ file, dossier, subject, loaded, ...(own && { answers: own }) }]
        : [];
    });
    const judgements = engine.judgeEach(sound, options);
    const results = new Map(
      sound.map(({ file, dossier, subject }, index) => {
        const judgement = judgements[index];
        const judged = judgement && { dossier, subject, judgement };
        const kept = judged && keeping.keep(file, judged, file.answers !== undefined);
        const own = judged && options.captured ? opensOf(judged.judgement, subject) : [];
        return [
          file,
          {
            ...resultOf(checkedOf(file, judged), keeping.rules(subject)),
            kept,
            ...(own.length > 0 && { opens: own }),
          },
        ];
      }),
    );
    return files.map((file) => {
      const outside = whyOutside(file);
      if (outside) return ofOutside(file, outside);
      return results.get(file) ?? resultOf(checkedOf(file, undefined), 0);
    });
  }

  function whyOutside(file: ReadFile): Outside | undefined {
    return reporting.bounds && outsideOf(reporting.bounds, file, program);
  }

  function ofOutside(file: ReadFile, why: Outside): Result {
    const record = recorder.outside(checkedOf(file, undefined), why);
    return { record, kept: undefined, complaint: '', isWrong: false };
  }

  function ofRecorded({ source, record: place }: Text, { record, some }: Recorded): Result {
    const file = read(source, place);
    const { dossier, subject, diagnostics } = file;
    const { scope, counts, waiting } = record;
    const isDossier = dossier !== undefined && subject !== undefined;
    const tally = some && scope && counts && { scope, counts, waiting, some };
    return {
      // whether its id was given before is told of every dossier anew
      record: {
        ...record,
        diagnostics: record.diagnostics.filter(({ code }) => code !== 'dossier/same-id'),
      },
      kept:
        isDossier && tally
          ? keeping.keep(file, { dossier, subject, judgement: { tally } }, false)
          : undefined,
      complaint: complaintOf({ diagnostics, judged: isDossier ? { dossier, subject } : undefined }),
      isWrong: hasErrors(diagnostics),
    };
  }

  function complaintOf(file: DiagnosedFile): string {
    return file.diagnostics.length > 0
      ? diagnosticsText(diagnosticsOf(file, { unmasked }), book, paint)
      : '';
  }

  function read(source: Source, place?: RecordPlace): ReadFile {
    const file = readDossier(source, engine, kind, place);
    const own = answers?.(dossierName(file));
    if (!own) return file;
    const answered = withAnswers(file, own, program);
    taken.set(dossierName(file), answered.taken);
    return answered.file;
  }

  function ofProblem(problem: Diagnostic<FileProblems>): Result {
    return resultOf(checkedOf(unreadFor(problem), undefined), 0);
  }

  function resultOf(checked: CheckedFile, later: number): Result {
    const own = taken.get(dossierName(checked));
    const more = own && checked.judged ? unused(own, checked.judged.judgement.outcomes) : [];
    const all: CheckedFile =
      more.length > 0 ? { ...checked, diagnostics: [...checked.diagnostics, ...more] } : checked;
    const { diagnostics } = all;
    return {
      record: recorder.dossier(all, later),
      kept: undefined,
      complaint: complaintOf(all),
      isWrong: hasErrors(diagnostics),
    };
  }

  function ofRepeated(result: Result, first: string): Result {
    const { record, kept, complaint } = result;
    const { file, id, subject, verdict, record: place } = record;
    const of = program.subjects.get(subject ?? '');
    invariant(of && id !== null, 'only a dossier of a kind, with an id, is given again');
    const begins = { line: place?.line ?? 1, column: 1 };
    // its text is not at hand any more
    const span = { source: { name: file, text: ' ', begins }, start: 0, end: 0 };
    const diagnostic = { ...sameId(id, first, of, span), quote: 'none' } as const;
    return {
      record: {
        ...record,
        verdict: verdict === 'pass' ? 'cannot-tell' : verdict,
        diagnostics: [...record.diagnostics, diagnosticJson(diagnostic, languages)],
      },
      kept: kept && { ...kept, malformed: true, isRepeated: true },
      complaint: [complaint, diagnosticsText([diagnostic], book, paint)].join(''),
      isWrong: true,
    };
  }
}
