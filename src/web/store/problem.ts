/** Why the browser's store cannot be used. */
export type StoreProblem =
  /** There is none: switched off by a policy, or by the way in which the page was opened. */
  | { readonly kind: 'unavailable' }
  /** The disk, or what the browser gives to a page of it, is full. */
  | { readonly kind: 'full' }
  /** It was closed: by the browser, by the user, or by a newer page. */
  | { readonly kind: 'closed' }
  /** Another tab has it open in an older form, and has to be closed first. */
  | { readonly kind: 'blocked' }
  /** A newer page made it. */
  | { readonly kind: 'newer' }
  /** Another tab goes on with the session. */
  | { readonly kind: 'taken' }
  /** The session is not there any more. */
  | { readonly kind: 'gone' }
  /** A file that was given is not where it was, or was changed since. */
  | { readonly kind: 'file-gone' }
  /** The files come to more than can be kept. */
  | { readonly kind: 'files-too-large' }
  /** What was read back is not what was written. */
  | { readonly kind: 'not-kept' }
  | { readonly kind: 'failed'; readonly why: string };

/** Thrown by the store, and by nothing else. */
export class StoreError extends Error {
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem) {
    super(problem.kind);
    this.name = 'StoreError';
    this.problem = problem;
  }
}

/** What an error of the browser means for the store. */
export function storeProblem(error: unknown): StoreProblem {
  if (error instanceof StoreError) return error.problem;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  switch (name) {
    case 'QuotaExceededError':
      return { kind: 'full' };
    case 'InvalidStateError':
      return { kind: 'closed' };
    case 'VersionError':
      return { kind: 'newer' };
    case 'SecurityError':
    case 'ReferenceError':
      return { kind: 'unavailable' };
    default:
      return { kind: 'failed', why: `${name}: ${message}` };
  }
}
