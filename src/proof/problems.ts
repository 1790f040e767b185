/** What is proved of rules over every file and every day, and is likely a slip. */
export interface ProofProblems {
  'proof/never-applies': OfEdition;
  /** Its condition is false of no file. */
  'proof/always-applies': OfEdition;
  'proof/never-passes': OfEdition;
  'proof/never-fails': OfEdition;
  /** With or without a part of its condition the rule says the same wherever it can be told. */
  'proof/idle-part': OfEdition & { readonly part: string };
  /** No file that two rules both apply to passes both. */
  'proof/contradiction': OfPair;
  /** What passes one rule always passes the other, which decides nothing beside it. */
  'proof/implied': OfPair;
  /** A file of which a claim says that it never passes, or never fails, does. */
  'proof/refuted': { readonly claim: string; readonly never: 'pass' | 'fail' };
  /** Two rules are one under two ids. */
  'proof/same': { readonly rule: string; readonly other: string };
}

interface OfEdition {
  readonly rule: string;
  /** First days of the editions of which it is so; none of what has no editions. */
  readonly editions: readonly string[];
  /** Proved of files whose lists have so many records at most; undefined where no list is read. */
  readonly within: number | undefined;
}

interface OfPair {
  readonly rule: string;
  readonly other: string;
  /** As of editions: two rules may ask for more records than were looked at. */
  readonly within: number | undefined;
}
