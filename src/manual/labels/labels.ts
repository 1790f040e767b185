import type { Language } from '../../feel/sentence/lexicon.ts';
import type { Confidence } from '../../rulebook/ast.ts';
import type { RemedyFile, RiskFile, RuleKind, RuleLevel } from '../../rulebook/files.ts';
import type { ChangeSort, Example, RulePage } from '../model.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The manual's own words; one file for each language. Some have Markdown in them, none has HTML. */
export interface Labels {
  readonly tag: string;
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly none: string;
  readonly brackets: (text: string) => string;
  readonly chapter: (number: number, title: string) => string;
  readonly appendix: (number: number, title: string) => string;
  /** `2024-09-24 至今` */
  readonly period: (from: string, until: string | undefined) => string;

  readonly bookTitle: (title: string) => string;
  readonly generated: (id: string, version: string, asOf: string) => string;
  readonly restated: string;
  readonly code: string;
  readonly version: string;
  readonly asOf: string;
  readonly issuer: string;
  readonly owner: string;
  readonly ownerSays: string;
  readonly scale: string;
  readonly scaleSays: (stages: number, steps: number, rules: number) => string;
  readonly note: string;

  readonly contents: string;
  readonly approval: string;
  readonly approvalHead: readonly string[];
  readonly approvalRows: readonly string[];
  readonly revisions: string;
  readonly revisionsSay: string;
  readonly coming: string;
  readonly comingNone: string;
  readonly recent: string;
  readonly recentSays: (history: string) => string;
  readonly changeHead: readonly [string, string, string];
  readonly changeSorts: Readonly<Record<ChangeSort, string>>;
  readonly begins: string;
  readonly revised: string;
  readonly criterionRevised: string;
  readonly basisRevised: string;
  readonly lastDay: string;

  readonly use: string;
  readonly useSays: readonly string[];
  readonly marks: string;
  readonly marksHead: readonly [string, string];
  readonly kinds: Readonly<Record<RuleKind, string>>;
  readonly kindsSay: Readonly<Record<RuleKind, string>>;
  readonly levels: Readonly<Record<RuleLevel, string>>;
  readonly levelsSay: Readonly<Record<RuleLevel, string>>;
  readonly redLine: string;
  readonly branch: string;
  /** The rulebook that something was added by, and the rule that it adds to. */
  readonly branchSays: (rulebook: string, adds: string | undefined) => string;
  readonly redLineSays: string;
  readonly unverified: string;
  readonly unverifiedSays: string;
  readonly outcomes: string;
  readonly outcomesHead: readonly [string, string];
  readonly statuses: Readonly<Record<Example['status'], string>>;
  readonly statusesSay: Readonly<Record<Example['status'], string>>;
  readonly confidences: Readonly<Record<Confidence, string>>;

  readonly glance: string;
  readonly glanceHead: readonly [string, string, string, string, string];
  readonly glanceChart: string;

  readonly purpose: string;
  readonly posts: string;
  readonly takes: string;
  readonly gives: string;
  readonly startsAfter: string;
  readonly completedBy: string;
  readonly appliesWhen: string;
  readonly timeLimit: string;
  readonly within: (days: number, from: string) => string;
  readonly documents: string;
  readonly gate: string;
  readonly gateSays: (rules: string) => string;
  readonly nature: string;
  readonly basis: string;
  readonly inForceSince: string;
  readonly stepEditions: string;
  readonly rulesOfStep: string;
  readonly noRules: string;
  readonly checklist: string;
  readonly checklistSays: string;
  readonly endOfStep: string;
  readonly nextStep: (title: string) => string;
  readonly lastStep: string;

  readonly states: Readonly<
    Record<RulePage['state'], (from: string, until: string | undefined) => string>
  >;
  readonly checks: Readonly<Record<RulePage['check'], string>>;
  readonly post: string;
  readonly consequence: string;
  readonly products: string;
  readonly each: string;
  readonly eachSays: (list: string) => string;
  readonly when: string;
  readonly always: string;
  readonly allOf: string;
  readonly criterion: string;
  readonly manualCriterion: string;
  readonly absenceFails: string;
  readonly governingDay: string;
  readonly governingDaySays: (day: string) => string;
  readonly expression: string;
  readonly limits: string;
  readonly limitsHead: readonly [string, string, string];
  readonly seeTable: string;
  readonly notInForce: string;
  readonly fields: string;
  readonly evidence: string;
  readonly waiver: string;
  readonly waiverBy: (post: string) => string;
  readonly noWaiver: string;
  readonly remedy: string;
  readonly remedies: Readonly<Record<RemedyFile['when'], string>>;
  readonly how: string;
  readonly standard: string;
  readonly risk: string;
  readonly riskHead: readonly [string, string, string, string, string];
  readonly riskTypes: Readonly<Record<RiskFile['type'], string>>;
  readonly riskLevels: Readonly<Record<RiskFile['level'], string>>;
  readonly mistakes: string;
  readonly why: string;
  readonly history: string;
  readonly historyHead: readonly [string, string, string];
  readonly unchanged: string;
  readonly appliedWhen: (when: string) => string;
  readonly limitHistory: string;
  readonly limitHistoryHead: readonly [string, string, string, string];
  readonly examples: string;
  readonly examplesHead: readonly [string, string, string];
  readonly missing: (fields: string) => string;
  readonly source: string;
  readonly particulars: string;
  readonly editionNote: string;

  readonly item: string;
  readonly content: string;
  readonly name: string;
  readonly id: string;
  readonly value: string;
  readonly periodHead: string;
  readonly noteHead: string;
  readonly rules: string;
  readonly steps: string;
  readonly duties: string;
  readonly authority: string;
  readonly usedBy: string;

  readonly tables: string;
  readonly tablesSay: string;
  readonly hits: Readonly<Record<'unique' | 'first', string>>;
  readonly number: string;
  readonly editionNow: (period: string) => string;
  readonly editionThen: (period: string) => string;
  readonly definitions: string;
  readonly definitionsSay: string;
  readonly formula: string;
  readonly parameters: string;
  readonly parametersSay: string;
  readonly now: string;
  readonly stricter: Readonly<Record<'higher' | 'lower', string>>;
  readonly postsAppendix: string;
  readonly incompatible: string;
  readonly incompatibleSays: string;
  readonly incompatibleHead: readonly [string, string, string];
  readonly documentsAppendix: string;
  readonly documentsHead: readonly [string, string, string, string];
  readonly clauses: string;
  readonly clausesSay: string;
  readonly clausesHead: readonly [string, string, string, string];
  readonly noRuleYet: string;
  readonly sourceKinds: Readonly<Record<'regulation' | 'bank', string>>;
  readonly reviewedOn: (day: string) => string;
  readonly ruleIndex: string;
  readonly ruleIndexHead: readonly [string, string, string, string, string];
  readonly unissued: string;
  readonly unissuedStatuses: Readonly<Record<'draft' | 'repealed', string>>;
  readonly historyAppendix: string;
  readonly historySays: string;
  readonly backToContents: string;
}

const labels: Readonly<Record<Language, Labels>> = { zh, en };

export function labelsIn(language: Language): Labels {
  return labels[language];
}
