/** Why somebody is not taken to have held a post: nobody knows them, it cannot be told, or they held none. */
export type NotHeld = 'not-in-register' | 'unclear-in-register' | 'no-post';

/** What can be wrong with a check-list that came back. */
export interface ChecklistProblems {
  'checklist/not-a-checklist': { readonly name: string };
  'checklist/unknown-rule': { readonly rule: string; readonly near: string | undefined };
  'checklist/unknown-word': { readonly word: string; readonly words: readonly string[] };
  /** Who checked it, or when, is not said. */
  'checklist/incomplete': { readonly rule: string; readonly what: 'checker' | 'date' };
  'checklist/impossible-date': { readonly text: string };
  /** Who checked it is not in the register of people, or held no post on that day, or it does not tell. */
  'checklist/unknown-checker': {
    readonly checker: string;
    readonly date: string;
    readonly why: NotHeld;
  };
  'checklist/other-dossier': { readonly dossier: string };
  'checklist/other-rulebook': { readonly digest: string };
  'checklist/twice': { readonly rule: string; readonly element: string };
  'checklist/unused': { readonly rule: string; readonly element: string };
}
