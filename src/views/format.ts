import type {
  DiagnosticJson,
  Multilingual,
  OutcomeJson,
  ReportHead,
  RuleJson,
} from '../report/json-format.ts';
import type { StepJson } from '../report/step-json.ts';

/** What `shouze view` writes as JSON: one key over many files. Stable: fields are added, never changed. */
export interface ViewReport extends Pick<
  ReportHead,
  'rulebook' | 'engine' | 'languages' | 'masked' | 'today'
> {
  readonly format: 1;
  readonly view: string;
  readonly title: Multilingual;
  readonly note?: Multilingual;
  readonly key: { readonly title: Multilingual; readonly value: string };
  readonly files: {
    readonly read: number;
    /** Of other kinds than those that the view is made of. */
    readonly others: number;
    readonly unread: number;
    /** Those of the key; the sections say nothing of any other, but those of wider groups. */
    readonly taken: readonly ViewFileJson[];
    /** Files that may belong to the key, since what they belong to cannot be told: in no row, total or fact. */
    readonly unplaced: { readonly count: number; readonly first: readonly string[] };
  };
  readonly groups: readonly ViewGroupJson[];
  readonly sections: readonly ViewSectionJson[];
  /** The rules that the findings name, by id. */
  readonly rules: { readonly [id: string]: Pick<RuleJson, 'title' | 'level' | 'kind' | 'posts'> };
  /** What is wrong with files of the view, and with files that could not be read. */
  readonly diagnostics: readonly DiagnosticJson[];
}

export interface ViewFileJson {
  readonly id: string;
  readonly file: string;
  readonly record?: number;
  readonly subject: string;
}

export interface ViewGroupJson {
  readonly group: string;
  readonly title: Multilingual;
  /** The further keys that the files of the key name. */
  readonly keys: readonly string[];
  /** The files that these brought, beside those of the key. */
  readonly files: readonly ViewFileJson[];
  /** The files could not be gone through a second time, so that none was looked for. */
  readonly notRead?: true;
}

interface SectionJson {
  readonly section: string;
  readonly title: Multilingual;
  readonly note?: Multilingual;
  readonly group?: string;
}

export type ViewSectionJson = SectionJson &
  (
    | { readonly kind: 'facts'; readonly facts: readonly ViewFactJson[] }
    | {
        readonly kind: 'table';
        readonly columns: readonly { readonly column: string; readonly title: Multilingual }[];
        readonly rows: readonly ViewRowJson[];
        /** Lists that nobody filled in, which may hold further rows. */
        readonly wanting: readonly ViewMissingJson[];
        readonly totals: readonly ViewTotalJson[];
      }
    | {
        readonly kind: 'sum';
        readonly parts: readonly ViewTotalJson[];
        readonly total: ViewTotalJson | null;
      }
    | {
        readonly kind: 'findings';
        readonly findings: readonly ViewFindingJson[];
        readonly open: ViewOpenJson;
      }
    | { readonly kind: 'contradictions'; readonly findings: readonly ViewFindingJson[] }
    | { readonly kind: 'next'; readonly steps: readonly ViewStepJson[] }
  );

export interface ViewFactJson extends ViewValueJson {
  readonly fact: string;
  readonly title: Multilingual;
}

export interface ViewRowJson {
  /** In the order of the columns. */
  readonly cells: readonly ViewValueJson[];
  /** Why it cannot be told that the row belongs here. */
  readonly doubt?: readonly ViewMissingJson[];
}

export interface ViewValueJson {
  /** As the files have it, exact; a list of such values; null where it is not known, or verified to be none. */
  readonly value: ViewPlainJson;
  readonly text: Multilingual;
  /** Where it was read, the first places. */
  readonly at?: readonly ViewPlaceJson[];
  readonly missing?: readonly ViewMissingJson[];
}

export type ViewPlainJson = string | boolean | null | readonly ViewPlainJson[];

export interface ViewPlaceJson {
  /** What the file calls itself. */
  readonly dossier: string;
  /** JSON pointer in that file. */
  readonly pointer: string;
  readonly line: number;
}

export interface ViewMissingJson {
  /** Absent for what no file has, such as a limit. */
  readonly dossier?: string;
  readonly field: string;
  readonly title: Multilingual;
  readonly why: Multilingual;
}

export interface ViewTotalJson {
  /** `items.amount` */
  readonly of: string;
  readonly title: Multilingual;
  /** Exact; null where a part is not known. */
  readonly value: string | null;
  /** The parts that are known; null where none is. */
  readonly known: string | null;
  /** How many parts are in it, and how many more nobody knows. */
  readonly counted: number;
  readonly unknown: number;
  readonly text: Multilingual;
  readonly missing: readonly ViewMissingJson[];
}

export interface ViewFindingJson {
  /** The file; of one that several files make together the first of them. */
  readonly dossier: string;
  readonly file: string;
  /** Further files that have the same. */
  readonly dossiers: readonly string[];
  readonly outcome: OutcomeJson;
}

/** What no verdict was reached of. */
export interface ViewOpenJson {
  readonly cannotTell: number;
  /** Of those that cannot be told, what a person has to look at. */
  readonly waiting: number;
}

export interface ViewStepJson {
  readonly dossier: string;
  readonly step: StepJson;
}
