import type { QuestionKind } from '../rulebook/files.ts';

/** What can be wrong with a blueprint of papers, apart from its YAML and its shape, and with a manifest of papers. */
export interface BlueprintProblems {
  /** The rulebook has no such post or stage. */
  'blueprint/unknown-name': {
    readonly what: 'post' | 'stage';
    readonly name: string;
    readonly near: string | undefined;
  };
  /** A kind is listed twice. */
  'blueprint/kind-twice': { readonly kind: QuestionKind };
  /** More points pass than a paper has. */
  'blueprint/pass-mark': { readonly passMark: number; readonly total: number };
  /** The rulebook has not so many questions of a kind that fit, for all papers together. */
  'blueprint/too-few': {
    readonly kind: QuestionKind;
    readonly wanted: number;
    readonly found: number;
    /** Those that were wanted are about red lines. */
    readonly redLines: boolean;
  };
  /** What is to be compared with the rulebook is no manifest of papers. */
  'blueprint/not-a-manifest': Readonly<Record<string, never>>;
}
