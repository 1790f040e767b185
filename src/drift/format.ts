import type { Run } from '../base/word-changes.ts';
import type { ClauseStatus } from '../trace/format.ts';

/** What `shouze sources check --format json` writes. Stable: fields are added, never changed. */
export interface SourcesReport {
  readonly rulebook: { readonly id: string; readonly version: string };
  readonly totals: DriftTotals;
  /** Every text of the folder, and which source it is of. */
  readonly files: readonly TextFound[];
  /** Regulations of which the folder has no text. */
  readonly without: readonly string[];
  readonly sources: readonly SourceDrift[];
}

export interface DriftTotals {
  readonly sources: number;
  readonly articles: number;
  /** Clauses of these sources by how they stand to the text. */
  readonly clauses: Readonly<Record<Standing, number>>;
  /** Clauses that give an amount which their article does not. */
  readonly amounts: number;
  /** Clauses that nobody turned into rules yet. */
  readonly pending: number;
  /** Articles that no clause tells of. */
  readonly uncovered: number;
  /** Articles that differ from the text before. */
  readonly changes: number;
}

export interface TextFound {
  readonly file: string;
  readonly source: string | null;
  /** By what it was known: its name, a document number or a title in its head. */
  readonly by: 'id' | 'number' | 'title' | null;
  /** Why it was not compared. */
  readonly why: 'unknown' | 'ambiguous' | 'empty' | 'twice' | 'format' | 'damaged' | 'old' | null;
  /** The sources that it might be of, where there are several. */
  readonly among: readonly string[];
}

/**
 * How a clause stands to the text.
 *
 * `same` word for word; `part` word for word, of an article that says more; `agreed` in words of its own that were
 * compared with this very text; `restated` in words of its own; `differs` in some words; `changed` since it was compared;
 * `moved` to another article; `gone` where there is no such article any more; `unplaced` where the clause names none and
 * its words are nowhere.
 */
export type Standing =
  | 'same'
  | 'part'
  | 'agreed'
  | 'restated'
  | 'differs'
  | 'changed'
  | 'moved'
  | 'gone'
  | 'unplaced';

export interface SourceDrift {
  readonly source: string;
  readonly file: string;
  readonly articles: number;
  readonly clauses: readonly ClauseDrift[];
  /** Articles that no clause tells of. */
  readonly uncovered: readonly ArticleTold[];
  /** What changed since the text before; empty without one. */
  readonly changes: readonly ArticleChange[];
}

export interface ClauseDrift {
  /** `P-2024-0924#1` */
  readonly clause: string;
  readonly title: { readonly [language: string]: string };
  readonly standing: Standing;
  /** What was made of the clause. */
  readonly status: ClauseStatus;
  readonly rules: readonly string[];
  readonly others: readonly string[];
  /** Where its words are in the text. */
  readonly article: ArticleTold | null;
  /** From the clause to its article, word by word, where they differ. */
  readonly words: readonly WordRun[];
  /** Amounts of the clause that its article does not give. */
  readonly missing: readonly string[];
}

/** As {@link Run}. */
export interface WordRun {
  readonly is: Run['is'];
  readonly text: string;
}

export interface ArticleTold {
  /** `35`, `35-1` for 第三十五条之一 */
  readonly number: string;
  /** As the text writes it. */
  readonly heading: string;
  /** The chapter that it stands in, as the text writes it. */
  readonly chapter: string | null;
  /** In the text, from 1. */
  readonly line: number;
  /** Its first words. */
  readonly opening: string;
}

export interface ArticleChange {
  readonly is: 'new' | 'gone' | 'changed' | 'moved';
  readonly before: ArticleTold | null;
  readonly now: ArticleTold | null;
  /** From the text before, word by word; empty where nothing differs but the number. */
  readonly words: readonly WordRun[];
  /** Clauses of this article. */
  readonly clauses: readonly string[];
  /** What rests on them. */
  readonly rules: readonly string[];
}
