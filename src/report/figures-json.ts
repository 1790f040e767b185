import type { CaseState } from '../service/case.ts';
import type { ServiceGrouping } from '../service/figures.ts';
import type { NotCompared } from '../pilot/compare.ts';
import type { Group } from '../pilot/groups.ts';
import type { Multilingual } from './json-format.ts';

interface FiguresHead {
  readonly format: 1;
  readonly rulebook: { readonly id: string; readonly version: string; readonly digest: string };
}

/** What `shouze service --format json` writes. Stable: fields are added, never changed. Times are exact, in the unit of the promise. */
export interface ServiceReportJson extends FiguresHead {
  readonly by: ServiceGrouping;
  /** ISO; null where each file tells of days up to its own last. */
  readonly today: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly files: number;
  readonly unread: number;
  /** Cases that began outside of the period. */
  readonly outside: number;
  readonly groups: readonly {
    /** null for all together. */
    readonly key: string | null;
    readonly promises: readonly PromiseFigureJson[];
  }[];
  readonly cases: readonly ServiceCaseJson[];
}

export interface PromiseFigureJson extends Readonly<Record<CaseState, number>> {
  readonly promise: string;
  readonly title: Multilingual;
  readonly unit: string;
  /** Kept, of those kept, broken and late; null where there is none of them. */
  readonly share: string | null;
  /** Of 95 % confidence. */
  readonly interval: readonly [string, string] | null;
  /** Between which the share lies, whatever the untold cases are. */
  readonly range: readonly [string, string] | null;
  readonly median: string | null;
  readonly ninetieth: string | null;
}

export interface ServiceCaseJson {
  readonly promise: string;
  readonly file: string;
  readonly element: string | null;
  readonly pointer: string;
  readonly branch: string | null;
  readonly customer: string | null;
  readonly officer: string | null;
  readonly holder: string | null;
  readonly state: CaseState;
  readonly began: string | null;
  readonly done: string | null;
  readonly limit: string | null;
  readonly asOf: string | null;
  readonly within: string | null;
  readonly taken: string | null;
  readonly over: string | null;
  readonly why: 'fields' | 'stale' | 'backwards' | 'calendar' | null;
  /** JSON pointers. */
  readonly missing: readonly string[];
}

/** What `shouze pilot --format json` writes. Stable: fields are added, never changed. Numbers that are no counts are texts. */
export interface PilotReportJson extends FiguresHead {
  readonly pilot: {
    readonly id: string;
    readonly branches: readonly string[];
    /** null for all others. */
    readonly comparedWith: readonly string[] | null;
    readonly from: string;
    readonly until: string;
    readonly baselineFrom: string | null;
    readonly sameMeasures: boolean | null;
    /** Files that each group has to have. */
    readonly least: number;
  };
  /** The last day that a file tells of, ISO. */
  readonly known: string | null;
  readonly interim: boolean;
  readonly counts: Readonly<Record<Group, number>>;
  readonly branches: { readonly pilot: readonly string[]; readonly others: readonly string[] };
  readonly outside: number;
  readonly apart: number;
  readonly undated: readonly string[];
  readonly unplaced: readonly string[];
  readonly unread: number;
  readonly measures: readonly PilotMeasureJson[];
  readonly sentences: { readonly may: readonly string[]; readonly mayNot: readonly string[] };
}

export interface PilotMeasureJson {
  readonly measure: string;
  readonly title: Multilingual;
  readonly unit: string;
  readonly direction: 'higher' | 'lower';
  readonly groups: Readonly<Record<Group, PilotGroupJson>>;
  readonly during: number;
  readonly used: number;
  readonly unsorted: number;
  readonly unknown: number;
  readonly strata: readonly {
    readonly texts: readonly string[];
    readonly counts: Readonly<Record<Group, number>>;
    readonly leftOut: boolean;
  }[];
  /** Why there is no comparison; null where there is one. */
  readonly notCompared: NotCompared | null;
  readonly across: DifferenceJson | null;
  readonly over: DifferenceJson | null;
  readonly change: DifferenceJson | null;
}

export interface PilotGroupJson {
  readonly known: number;
  readonly unknown: number;
  readonly outOfScope: number;
  readonly value: string | null;
  readonly interval: readonly [string, string] | null;
  readonly evened: string | null;
}

export interface DifferenceJson {
  readonly value: string;
  readonly low: string;
  readonly high: string;
}

/** What `shouze model list --format json` writes. Stable: fields are added, never changed. */
export interface ModelListJson {
  readonly format: 1;
  readonly today: string;
  readonly models: readonly {
    readonly model: string;
    readonly title: Multilingual;
    readonly subject: string;
    readonly owner: Multilingual;
    /** The first day of the edition in force. */
    readonly edition: string | null;
    readonly developedUntil: string | null;
    readonly validatedOn: string | null;
    readonly validUntil: string | null;
    readonly state: 'valid' | 'expired' | 'notYet';
  }[];
}

/** What `shouze model score --format json` writes. Stable: fields are added, never changed. Scores are exact. */
export interface ModelScoresJson extends FiguresHead {
  readonly files: readonly ModelScoreJson[];
}

export interface ModelScoreJson {
  readonly id: string;
  readonly model: string;
  readonly day: string | null;
  readonly edition: string | null;
  /** Whether the model is for the file; null where that cannot be told. */
  readonly applies: boolean | null;
  readonly expired: boolean;
  readonly score: string | null;
  readonly grade: string | null;
  /** Between which the score lies. */
  readonly low: string | null;
  readonly high: string | null;
  readonly grades: readonly string[];
  readonly base: number | null;
  readonly characteristics: readonly {
    readonly characteristic: string;
    readonly title: Multilingual;
    /** From 1. */
    readonly band: number | null;
    readonly points: string | null;
    readonly lost: string | null;
    readonly reason: Multilingual | null;
    readonly missing: readonly string[];
  }[];
  readonly reasons: readonly Multilingual[];
  readonly missing: readonly string[];
}

/** What `shouze model monitor --format json` writes. Stable: fields are added, never changed. Fractions are `n/d`. */
export interface ModelMonitoringJson extends FiguresHead {
  readonly model: string;
  readonly edition: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly baseline: {
    readonly from: string | null;
    readonly until: string | null;
    readonly files: number;
    readonly unscored: number;
  } | null;
  /** Files that the model is not for. */
  readonly others: number;
  readonly unclear: readonly string[];
  readonly outside: number;
  readonly total: ModelPeriodJson;
  readonly periods: readonly ModelPeriodJson[];
}

export interface ModelPeriodJson {
  /** `2026-03`, `2026Q1`; null for the whole. */
  readonly period: string | null;
  readonly files: number;
  readonly unscored: readonly string[];
  readonly grades: ModelBandsJson;
  readonly characteristics: readonly (ModelBandsJson & { readonly characteristic: string })[];
  readonly outcome: {
    readonly good: number;
    readonly bad: number;
    readonly young: number;
    readonly unknown: number;
    readonly none: number;
    readonly unscored: number;
    readonly auc: string | null;
    readonly aucInterval: readonly [number, number] | null;
    readonly aucRange: readonly [string, string] | null;
    readonly ks: string | null;
  } | null;
  readonly decisions: {
    readonly decided: number;
    readonly against: number;
    readonly unknown: number;
    readonly unreasoned: number;
    readonly unclearReason: number;
    readonly rate: string | null;
    readonly range: readonly [string, string] | null;
  } | null;
}

export interface ModelBandsJson {
  readonly actual: readonly number[];
  readonly baseline: readonly number[];
  readonly psi: number | null;
  /** Why there is no figure; null too where nothing is compared. */
  readonly why: 'few' | 'empty' | null;
}
