/** What somebody who reviews said of an answer to the check-list, or of all the work. */
export interface ReviewGiven {
  /** What the file goes by, the rule, and the key of the element; all empty where all the work is meant. */
  readonly dossier: string;
  readonly rule: string;
  readonly element: string;
  readonly says: 'agree' | 'return';
  readonly remark: string;
  /** Number and name of who reviews, and when, ISO. */
  readonly reviewer: string;
  readonly date: string;
  /** What it was said of: once that is another, nothing is said of it. */
  readonly of: string;
}
