/** What can be wrong with a record of checks: the file that runs are kept in. */
export interface RecordProblems {
  /** No file there, or one that is no record. */
  'record/not-a-record': { readonly path: string; readonly why: 'missing' | 'other' };
  /** Another program is writing to it. */
  'record/locked': { readonly path: string };
  /** Written by a later engine. */
  'record/newer': { readonly path: string; readonly format: number; readonly known: number };
  /** It is no longer what was written. */
  'record/altered': {
    readonly path: string;
    readonly how: Altered;
    /** The entry where that is seen; 0 where it belongs to none. */
    readonly number: number;
    /** What it is about: a digest, a name, what the database says; empty where there is nothing to name. */
    readonly what: string;
  };
  /** A file that is no head of a record. */
  'record/not-a-head': { readonly path: string };
  'record/unknown-run': { readonly path: string; readonly run: string; readonly runs: number };
  /** A run would go on with something that is not what it began with. */
  'record/differs': {
    readonly path: string;
    readonly run: number;
    readonly what: Differing;
    /** The option, file or record. */
    readonly name: string;
    readonly before: string;
    readonly now: string;
  };
}

/** In what way a record is no longer what was written. */
export type Altered =
  /** The database itself is damaged. */
  | 'damaged'
  /** A table, index or trigger is missing, was changed, or is not ours. */
  | 'schema'
  /** An entry is missing, or stands where another was. */
  | 'gap'
  /** The hash of an entry does not follow from what is before it and what it says. */
  | 'hash'
  /** A text does not have the digest that it is kept under. */
  | 'text'
  /** The text of an entry is not there. */
  | 'no-text'
  /** A text that no entry brought. */
  | 'stray-text'
  /** It ends before the head that was written down elsewhere: its end was cut off, or an older copy put back. */
  | 'cut'
  /** At the number of that head stands another hash: what is before it was written anew. */
  | 'rewritten';

/** What of a run is not as it was when the run began. */
export type Differing = 'engine' | 'rulebook' | 'option' | 'input' | 'dossiers' | 'outcome';
