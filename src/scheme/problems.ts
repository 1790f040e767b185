/** What a scheme may name that is not there. */
export type NamedInScheme =
  | 'branch'
  | 'product'
  | 'step'
  | 'rule'
  | 'severity'
  | 'field'
  | 'stratum'
  | 'dossier';

/** Why a sample cannot be drawn as a scheme says. */
export type SampleGap =
  | 'size'
  | 'seed'
  | 'by'
  | 'bands'
  | 'reason'
  | 'files'
  | 'size-beyond-population'
  | 'bands-order';

/** What can be wrong with an inspection scheme, apart from its YAML and its shape. */
export interface SchemeProblems {
  /** The rulebook has no such thing. */
  'scheme/unknown-name': {
    readonly what: NamedInScheme;
    readonly name: string;
    readonly near: string | undefined;
  };
  /** It ends before it begins. */
  'scheme/period': { readonly from: string; readonly until: string };
  /** Its steps and rules together leave no rule. */
  'scheme/nothing-left': Readonly<Record<string, never>>;
  /** What should list the files that were drawn lists none. */
  'scheme/not-a-list': Readonly<Record<string, never>>;
  /** Its sample cannot be drawn. */
  'scheme/sample': { readonly method: string; readonly why: SampleGap };
}
