/** What can be wrong with a verification sheet that came back. */
export interface ReviewProblems {
  'review/not-a-sheet': { readonly name: string };
  'review/unknown-clause': { readonly clause: string; readonly near: string | undefined };
  /** The clause, or what rests on it, is no longer what the sheet showed. */
  'review/stale': { readonly clause: string; readonly what: 'clause' | 'rules' };
  'review/unknown-word': { readonly word: string; readonly words: readonly string[] };
  /** Who compared it, when, where the original was read, the opinion, or how it differs, is not said. */
  'review/incomplete': {
    readonly clause: string;
    readonly what: 'checker' | 'date' | 'where' | 'opinion' | 'remark';
  };
  'review/impossible-date': { readonly text: string; readonly isFuture: boolean };
  /** The restated text is not what was sent out: it may not be what was compared. */
  'review/altered': { readonly clause: string };
  /** Two lines say different things of one clause. */
  'review/twice': { readonly clause: string };
}
