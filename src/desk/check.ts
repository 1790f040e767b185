import type { Capture } from '../check/engine.ts';
import type { JudgeOptions } from '../evaluate/outcome.ts';
import { type AnswerGiven, listsOf, sheetOfAnswers } from './answers.ts';
import type { Desk } from './desk.ts';
import type { JudgedBy } from './work.ts';

/** How files are to be judged, as a page asks. */
export interface CheckAsked extends Pick<JudgeOptions, 'asOf' | 'today' | 'step'> {
  /** What files are that do not say so. */
  readonly kind?: string | undefined;
  /** What was answered on screen by now, and until which day anything may have been. */
  readonly answers?: readonly AnswerGiven[];
  readonly until?: string;
}

/**
 * What files are judged by where nothing came beside them.
 *
 * @param capture - what their source records of them, where that is not everything
 */
export function judgedBy(
  desk: Desk,
  { kind, answers = [], until: today, ...asked }: CheckAsked,
  capture?: Capture,
): JudgedBy {
  const { program, digest, version, languages, engine, engineFor } = desk;
  const options = { ...asked, ...(capture && { captured: true }) };
  const until = options.today ?? today;
  const lists =
    answers.length > 0 ? listsOf([sheetOfAnswers(answers)], desk, { until }) : undefined;
  return {
    engine: capture ? engineFor(capture) : engine,
    kind: capture?.subject ?? kind,
    reporting: {
      program,
      rulebookDigest: digest,
      engine: version,
      options,
      languages,
      unmasked: false,
      ...(lists && { answered: { by: null, until: until ?? null } }),
    },
    lists,
  };
}
