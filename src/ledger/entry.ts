import type { Texts } from '../base/language.ts';
import type { Role } from './moves.ts';
import type { State } from './states.ts';

/** What those who were inspected fill in of a finding. */
export const columns = ['measures', 'done', 'evidence', 'opinion', 'objection'] as const;

export type Column = (typeof columns)[number];

/** By column; what was never filled in is absent. `done` is an ISO day. */
export type Filled = { readonly [column in Column]?: string };

/** What a run says of a finding: all that a register prints of it. */
export interface Facts {
  /** Its id, else the name of its file. */
  readonly dossier: string;
  /** `sha256:…` of its text; null where that is not known. */
  readonly digest: string | null;
  readonly rule: string;
  readonly element: string | null;
  /** First day of the edition that it fails by. */
  readonly edition: string | null;
  /** The other files that it was judged with. */
  readonly group?: readonly string[];
  readonly about: Readonly<Record<string, string>>;
  /** What the codes among these are called. */
  readonly titles: Readonly<Record<string, Texts>>;
  /** People who acted on the file. */
  readonly actors: readonly string[];
  /** What the posts are called that answer for it. */
  readonly posts: readonly Texts[];
  /** How grave it is: a severity of the rulebook, else a weight. */
  readonly severity: string;
  readonly title: Texts;
  readonly message: Texts;
  readonly clauses: readonly { readonly title: Texts; readonly verified: boolean }[];
  /** When to put it right, and how. */
  readonly remedy: { readonly when: Texts; readonly text: Texts } | null;
}

interface Told {
  /** ISO day. */
  readonly day: string;
  /** Who made the entry. */
  readonly by: string;
}

/** A run was taken in; what it says of findings follows. */
export interface RunEntry extends Told {
  readonly kind: 'run';
  /** `sha256:…` of the report. */
  readonly run: string;
  readonly rulebook: { readonly id: string; readonly version: string; readonly digest: string };
  readonly engine: string;
  readonly dossiers: number;
  /** The inspection that it was part of, and its people. */
  readonly scheme: {
    readonly id: string;
    readonly inspectors: readonly string[];
    readonly reviewers: readonly string[];
  } | null;
}

/** A run says of a finding that it is there. */
export interface FoundEntry extends Told {
  readonly kind: 'found';
  readonly finding: string;
  /** `open` where it was there before and says something else now. */
  readonly how: 'new' | 'open' | 'back';
  readonly facts: Facts;
}

/** The file was judged again, and no longer has it. */
export interface GoneEntry extends Told {
  readonly kind: 'gone';
  readonly finding: string;
}

export interface MovedEntry extends Told {
  readonly kind: 'moved';
  readonly finding: string;
  readonly from: State;
  readonly to: State;
  readonly as: Role;
  /** Of a move that needs two people: whether this is the second, by whom it holds. */
  readonly turn?: 'first' | 'second';
  readonly why?: string;
  readonly evidence?: string;
  /** The day by which it has to be put right. */
  readonly due?: string;
}

/** What came back from those who were inspected. */
export interface FilledEntry extends Told {
  readonly kind: 'filled';
  readonly finding: string;
  readonly columns: Filled;
  /** What they wrote where somebody else had written meanwhile: kept, and not taken over. */
  readonly beside: Filled;
  /** The head of the chain that the workbook was made from. */
  readonly from: string;
}

export type FindingEntry = FoundEntry | GoneEntry | MovedEntry | FilledEntry;

/** A line of the ledger: who did what, on which day. */
export type Entry = RunEntry | FindingEntry;
