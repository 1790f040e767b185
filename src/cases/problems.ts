import type { Words } from '../rulebook/files.ts';

/** What can be wrong with the cases beside a rule, besides what is wrong with the values of any dossier. */
export interface CaseProblems {
  /** Not written as a path is: `order.amount`, `parties[P1].role`. */
  'cases/not-a-path': { readonly path: string };
  /** `of` is the path of the record that has no such field; empty for the file itself. */
  'cases/unknown-path': {
    readonly path: string;
    readonly name: string;
    readonly of: string;
    readonly near: string | undefined;
  };
  /** A step into what has no such parts: a field of a list, or any part of a plain value. */
  'cases/wrong-step': {
    readonly path: string;
    readonly of: string;
    readonly is: 'list' | 'record' | 'value';
  };
  /** `of` is the list that has no such element in the file at hand, `elements` are those that it has. */
  'cases/no-element': {
    readonly of: string;
    readonly element: string;
    readonly elements: readonly string[];
    readonly near: string | undefined;
  };
  /** What is to be taken out is not there. */
  'cases/nothing-there': { readonly path: string };
  /** What `malformed` names reads well, or is not given by this case. */
  'cases/not-malformed': { readonly path: string; readonly near: string | undefined };
  /** All that a case changes is so in its base already. */
  'cases/no-change': { readonly base: string };
  /** Two cases of a rule are one but for what is said of them. */
  'cases/same-case': object;
  /** `title` in the languages in which another case has the same. */
  'cases/same-title': { readonly title: Words };
  /** A case names an element, or has several files, and its rule judges no elements, or each file by itself. */
  'cases/stray-key': { readonly rule: string; readonly key: 'element' | 'dossiers' };
}
