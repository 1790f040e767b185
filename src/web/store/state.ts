import type { SealProblem } from '../../desk/sealed.ts';
import type { Restored } from '../../desk/restored.ts';
import type { Session, SessionProblem } from '../../desk/session.ts';
import type { HeadTold } from '../../desk/work.ts';
import type { FileGiven } from '../worker/check.ts';
import type { StoreProblem } from './problem.ts';

/** Whether the work is saved. */
export type SaveState =
  /** Nobody gave a pass phrase: nothing of it is stored. */
  | { readonly kind: 'off' }
  | { readonly kind: 'saving' }
  /**
   * @param at - milliseconds since 1970
   * @param isWithout - what came of the files was too much to be saved with the rest
   */
  | { readonly kind: 'saved'; readonly at: number; readonly isWithout?: true }
  /** Another tab goes on with it, and this one only shows it. */
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly problem: StoreProblem };

/** What the page knows of the work itself, and hands on to be saved. */
export type WorkGiven = Pick<
  Session,
  'answers' | 'checker' | 'date' | 'name' | 'people' | 'reviews' | 'setting'
>;

/** A session that was opened, without the files that it keeps. */
export interface OpenedSession {
  readonly work: WorkGiven;
  readonly rulebook: Session['rulebook'];
  /** What came of its files; undefined where none was judged. */
  readonly head: HeadTold | undefined;
  /** The files that it keeps. */
  readonly files: readonly FileGiven[];
  /** What files its results are of, where it keeps none. */
  readonly restored: Restored | undefined;
  readonly state: SaveState;
}

export type OpenProblem = SealProblem | SessionProblem | StoreProblem;

export type OpenAnswer = { readonly opened: OpenedSession } | { readonly problem: OpenProblem };
