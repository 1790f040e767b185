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
  /** Who checked it is none of the inspectors of the scheme. */
  'checklist/not-an-inspector': {
    readonly checker: string;
    readonly inspectors: readonly string[];
  };
  /** Who checked it acted in the file. */
  'checklist/on-the-file': { readonly rule: string; readonly checker: string };
  /** It was checked after the day of check. */
  'checklist/after-check': { readonly rule: string; readonly date: string; readonly day: string };
  /** It was checked before what it is about was done. */
  'checklist/before-act': { readonly rule: string; readonly date: string; readonly day: string };
  /** The file changed since the check-list was made of it. */
  'checklist/other-digest': { readonly dossier: string };
  /** Nothing says which state of the file was looked at. */
  'checklist/unbound': { readonly dossier: string };
  'checklist/other-dossier': { readonly dossier: string };
  'checklist/other-rulebook': { readonly digest: string };
  'checklist/twice': { readonly rule: string; readonly element: string };
  'checklist/unused': { readonly rule: string; readonly element: string };
}
