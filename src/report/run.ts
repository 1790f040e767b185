import type { Diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import type { FileProblems, RecordPlace } from '../check/checked.ts';
import type { Engine } from '../check/engine.ts';
import { judgeAll } from '../check/judge-all.ts';
import type { ReadAgain } from '../check/kept.ts';
import type { ReadFile } from '../check/read.ts';
import { type ChecklistsRead, strangers } from '../checklist/answers.ts';
import { isScopeFirst } from '../evaluate/judge.ts';
import { collector } from './collect.ts';
import { headOf, type Reporting } from './head.ts';
import { inOrder, type UnderWay } from './in-order.ts';
import type { ReportHead, SummaryJson, TogetherJson } from './json-format.ts';
import { type Paint, plain } from './paint.ts';
import { recorderOf } from './record.ts';
import type { Suppresses } from './suppressed.ts';
import { type Recorded, type Result, type ResultMaker, resultMaker, type Text } from './result.ts';

/** The text of one dossier, or what is wrong with a file. */
export type Incoming =
  | { readonly source: Source; readonly record?: RecordPlace | undefined }
  | { readonly problem: Diagnostic<FileProblems> };

/** Makes something of texts in another place, such as another thread. */
export interface Elsewhere<One = Text, R = Result> {
  /** Batches that may be under way; more are not read. */
  readonly most: number;
  /** Undefined for texts that are to be judged here. */
  readonly ofTexts: (texts: readonly One[]) => Promise<readonly R[]> | undefined;
}

export interface RunOptions {
  readonly engine: Engine;
  readonly reporting: Reporting;
  /** Tells of passes and of what does not apply or is not due, too. */
  readonly isWhole?: boolean;
  /** The subject that files are which do not say so themselves. */
  readonly kind?: string | undefined;
  readonly paint?: Paint;
  /** Check-lists that came back. */
  readonly lists?: ChecklistsRead | undefined;
  /** Reads a dossier once more, to show places in it. */
  readonly again?: ReadAgain | undefined;
  /** Findings that a ledger suppresses. */
  readonly suppresses?: Suppresses | undefined;
  /** For what check-lists and rules that judge files together leave alone. */
  readonly elsewhere?: Elsewhere | undefined;
  /** What is told of a text on which the engine itself fails; where it is not said, the run fails. */
  readonly failed?: ((text: Text, error: unknown) => Result) | undefined;
  /** What came of a text in a run that this one goes on with; undefined for one that is to be judged. Asked in order. */
  readonly before?: ((text: Text) => Recorded | undefined) | undefined;
}

/** One check of any number of dossiers: what came of each, then what they come to together. */
export interface CheckRun {
  readonly head: ReportHead;
  /** What came of each dossier by itself, in their order, as they come; none of them is held. */
  readonly results: (incoming: AsyncIterable<readonly Incoming[]>) => AsyncGenerator<Result>;
  /** Takes in what was made elsewhere, by a maker of its own. */
  readonly add: (result: Result) => Result;
  readonly maker: ResultMaker;
  /** What rules that judge files together say of each, once all have come. */
  readonly together: () => Iterable<TogetherJson>;
  readonly summary: () => SummaryJson;
}

export function newRun({
  engine,
  reporting,
  isWhole = false,
  kind,
  paint = plain,
  lists,
  again,
  suppresses,
  elsewhere,
  failed,
  before,
}: RunOptions): CheckRun {
  const { program, options } = reporting;
  const head = headOf(reporting);
  const recorder = recorderOf(head, reporting, isWhole);
  const asked = new Set<string>();
  const answers = lists && {
    answers: (dossier: string) => {
      asked.add(dossier);
      return lists.answers.get(dossier);
    },
  };
  const maker = resultMaker({ engine, recorder, reporting, kind, paint, ...answers });
  const { add, together, summary } = collector(engine, maker, recorder, reporting, {
    again,
    suppresses,
  });
  return { head, results, add, maker, together, summary };

  async function* results(incoming: AsyncIterable<readonly Incoming[]>): AsyncGenerator<Result> {
    // what judges files together bears on the rest: then all of them are judged at the end
    const held = isScopeFirst(program) ? ([] as ReadFile[]) : undefined;
    const others = held || lists ? undefined : elsewhere;
    const known = held || lists ? undefined : before;
    const begun = (batch: readonly Incoming[]): UnderWay => {
      const texts = batch.filter((one) => 'source' in one);
      if (!held) return { batch, made: madeOf(texts) };
      held.push(...texts.map(({ source, record }) => maker.read(source, record)));
      return { batch, made: [] };
    };
    for await (const { batch, made } of inOrder(incoming, begun, others?.most ?? 0)) {
      let place = 0;
      for (const one of batch) {
        const result = 'problem' in one ? maker.ofProblem(one.problem) : made[place++];
        if (result) yield add(result);
      }
    }
    function madeOf(texts: readonly Text[]): UnderWay['made'] {
      const recorded = texts.map((text) => known?.(text));
      const open = texts.filter((_, index) => !recorded[index]);
      const judged = open.length > 0 ? (others?.ofTexts(open) ?? ofTexts(open)) : [];
      if (open.length === texts.length) return judged;
      const merged = (results: readonly Result[]) => {
        const rest = results.values();
        return texts.flatMap((text, index) => {
          const one = recorded[index];
          const result = one ? maker.ofRecorded(text, one) : rest.next().value;
          return result ? [result] : [];
        });
      };
      return judged instanceof Promise ? judged.then(merged) : merged(judged);
    }

    /** One by one where the engine fails on some of them together. */
    function ofTexts(texts: readonly Text[]): readonly Result[] {
      if (!failed) return maker.ofTexts(texts);
      try {
        return maker.ofTexts(texts);
      } catch {
        return texts.map((text) => {
          try {
            return maker.ofText(text.source, text.record);
          } catch (error) {
            return failed(text, error);
          }
        });
      }
    }

    if (held)
      for (const checked of judgeAll(held, engine, options)) yield add(maker.ofChecked(checked));
    const wrong = lists ? strangers(lists, (dossier) => asked.has(dossier)) : [];
    for (const problem of [...(lists?.diagnostics ?? []), ...wrong])
      yield add(maker.ofProblem(problem));
  }
}
