/** What a column of a register of waivers tells: of which dossier one is, or what a subject names of its waivers. */
export type WaiverRole =
  | 'dossier'
  | 'rule'
  | 'element'
  | 'approvedOn'
  | 'approvedBy'
  | 'post'
  | 'from'
  | 'until'
  | 'reason'
  | 'evidence';

/** Why a row of a register of waivers is not taken. */
export type WaiverRowRefused = 'no-dossier' | 'turned' | 'formula' | 'ragged';

/** What can be wrong with a register of waivers (例外审批台账), apart from the values of its rows. */
export interface WaiverProblems {
  /** Columns that every waiver needs are missing. */
  'waivers/not-a-register': { readonly name: string; readonly missing: readonly WaiverRole[] };
  /** A column that is not read. */
  'waivers/unknown-heading': { readonly heading: string; readonly near: string | undefined };
  /** Two columns give the same field; the first is read. */
  'waivers/heading-twice': { readonly heading: string; readonly other: string };
  /** `text` is what stands there. */
  'waivers/row-refused': { readonly why: WaiverRowRefused; readonly text: string };
  /** Two rows are of the same dossier, rule and element for days that they share; the first counts. */
  'waivers/twice': { readonly dossier: string; readonly rule: string; readonly row: number };
  /** Dossiers that were not given to be checked: how many, and the first of them. */
  'waivers/other-dossier': { readonly dossiers: readonly string[]; readonly count: number };
}
