import type { Language } from '../base/language.ts';
import type { Source, Span } from '../base/source.ts';
import { at, type Yaml } from '../yaml/tree.ts';
import type { ClauseStatus } from './clause-status.ts';
import type { Figure } from './figures.ts';
import type { Punishes } from './penalties.ts';
import type {
  AppraisalFile,
  CalendarFile,
  CasesFile,
  CatalogueFile,
  ClauseRef,
  ExtensionFile,
  GlossaryFile,
  MeasureFile,
  NetworkFile,
  OccasionFile,
  ModelFile,
  ClaimsFile,
  PromiseFile,
  PostsFile,
  ReviewedFile,
  RuleFile,
  RulebookFile,
  StageFile,
  StepFile,
  ViewFile,
  Words,
} from './files.ts';
import type { Written } from './texts.ts';
import type {
  WholeCodes,
  WholeDefinitions,
  WholeParameter,
  WholeRule,
  WholeRulebook,
  WholeTable,
} from './whole.ts';

/** A file of the rulebook: its data, checked against its schema, and where each part of it was written. */
export interface Entry<T> {
  /** From the folder of the rulebook: `posts.yaml`. */
  readonly path: string;
  readonly data: T;
  readonly yaml: Yaml;
  /** The parts of it that are texts in several languages, by its schema. */
  readonly texts: () => readonly Written[];
}

/** Where a part of a file stands; the nearest part around it when it is not there. */
export function spanOf(
  { yaml }: Pick<Entry<unknown>, 'yaml'>,
  ...keys: readonly (string | number)[]
): Span {
  return at(yaml, keys.map(String)).yaml.span;
}

/** A rulebook as written: every file, in processing order. */
export interface Rulebook {
  readonly manifest: Entry<WholeRulebook>;
  readonly posts: Entry<PostsFile> | undefined;
  readonly documents: Entry<CatalogueFile> | undefined;
  readonly glossary: Entry<GlossaryFile> | undefined;
  readonly definitions: Entry<WholeDefinitions> | undefined;
  readonly claims: Entry<ClaimsFile> | undefined;
  readonly parameters: readonly Entry<WholeParameter>[];
  readonly tables: readonly Entry<WholeTable>[];
  readonly codes: readonly Entry<WholeCodes>[];
  readonly calendars: readonly Entry<CalendarFile>[];
  readonly measures: readonly Entry<MeasureFile>[];
  /** What sample files of a whole network are made of. */
  readonly networks: readonly Entry<NetworkFile>[];
  readonly views: readonly Entry<ViewFile>[];
  readonly occasions: readonly Entry<OccasionFile>[];
  /** Scoring models; what they are spelled out to is among the tables and definitions. */
  readonly models: readonly Entry<ModelFile>[];
  readonly promises: readonly Entry<PromiseFile>[];
  readonly appraisals: readonly Entry<AppraisalFile>[];
  readonly sources: readonly SourceDocument[];
  /** As which text the clauses that rules rest on were last compared with their rules. */
  readonly reviewed: Entry<ReviewedFile> | undefined;
  readonly stages: readonly Stage[];
  /** Rule files that no step lists, or that lie in the wrong folder. */
  readonly strays: readonly Entry<WholeRule>[];
  /** Files that nothing reads, by path, with the path that may have been meant. */
  readonly unread: ReadonlyMap<string, string | undefined>;
  /** Whole sound dossiers that cases start from, by name. */
  readonly dossiers: ReadonlyMap<string, Yaml>;
  /** JSON Schemas of its subjects, by subject. */
  readonly schemas: ReadonlyMap<string, unknown>;
  /** The files of these schemas. */
  readonly schemaFiles: readonly Entry<unknown>[];
  /** Every file as read. */
  readonly files: ReadonlyMap<string, Source>;
  /** The rulebooks it is made of, the one that builds on nothing first. */
  readonly layers: readonly Layer[];
}

/** One of the rulebooks that build on each other. */
export interface Layer
  extends
    Pick<RulebookFile, 'id' | 'version' | 'title' | 'issuer' | 'languages' | 'issue'>,
    Pick<ExtensionFile, 'builtOn' | 'owner'> {
  /** Its `rulebook.yaml`, as it was written. */
  readonly manifest: Yaml;
  /** Its folder from that of the rulebook that was asked for, with `/` behind; empty for that one. */
  readonly at: string;
  /** The files it brought. */
  readonly sources: ReadonlySet<Source>;
}

/** Where a file lies from the folder of the rulebook that was asked for: `../../rules/posts.yaml`. */
export function pathFrom(
  rulebook: Pick<Rulebook, 'layers'>,
  path: string,
  span: Pick<Span, 'source'>,
): string {
  return `${rulebook.layers[levelOf(rulebook, span)]?.at ?? ''}${path}`;
}

/** How many rulebooks lie below the one that a part was written in: 0 for that of the one at the bottom. */
export function levelOf(
  { layers }: Pick<Rulebook, 'layers'>,
  { source }: Pick<Span, 'source'>,
): number {
  return Math.max(
    layers.findIndex(({ sources }) => sources.has(source)),
    0,
  );
}

/** Whether it builds on another. */
export function isBranch({ layers }: Pick<Rulebook, 'layers'>): boolean {
  return layers.length > 1;
}

/** Whether a part was written in the rulebook itself, and not in one that it builds on. */
export function isOwn(rulebook: Pick<Rulebook, 'layers'>, span: Pick<Span, 'source'>): boolean {
  return levelOf(rulebook, span) === Math.max(rulebook.layers.length - 1, 0);
}

/** The rulebook that a part was written in, where it is not the one that all others build on. */
export function branchOf(
  rulebook: Pick<Rulebook, 'layers'>,
  span: Pick<Span, 'source'>,
): Layer | undefined {
  const level = levelOf(rulebook, span);
  return level === 0 ? undefined : rulebook.layers[level];
}

export interface Stage {
  readonly id: string;
  readonly data: StageFile;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly id: string;
  readonly stage: string;
  readonly entry: Entry<StepFile>;
  readonly rules: readonly Rule[];
  /** Rules that it lists whose files are there, and wrong. */
  readonly broken: readonly string[];
}

export interface Rule {
  readonly id: string;
  readonly stage: string;
  readonly step: string;
  /** With what its file leaves out. */
  readonly entry: Entry<WholeRule>;
  /** As it was written. */
  readonly written: RuleFile;
  readonly cases: Entry<CasesFile> | undefined;
}

/**
 * How far a basis can be relied on: V1 its text was read, V2 it was read of on other pages, V3 a weak source,
 * GK not verified at all, OWN the institution's own procedure.
 */
export type Confidence = 'V1' | 'V2' | 'V3' | 'GK' | 'OWN';

/** Whether a person may be held to it yet; otherwise it prints 依据待核. */
export function isVerified(confidence: Confidence): boolean {
  return confidence !== 'V3' && confidence !== 'GK';
}

/** A regulation or a procedure of the bank, clause by clause. */
export interface SourceDocument {
  readonly id: string;
  readonly path: string;
  readonly kind: 'regulation' | 'bank';
  readonly title: Words;
  /** Document number, 文号; the same in every language unless the source words it in each. */
  readonly number?: Words;
  readonly issuer?: Words;
  readonly issued?: string;
  readonly from?: string;
  readonly until?: string;
  readonly replaces: readonly string[];
  readonly confidence: Confidence;
  readonly reviewedOn?: string;
  readonly read?: TextRead;
  /** Those it is written in, the writer's first. */
  readonly languages: readonly Language[];
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly span: Span;
}

/** Which text of a source was read. */
export interface TextRead {
  /** As it was published, a whole copy of that, a translation, or what other pages tell of it. */
  readonly text: 'original' | 'copy' | 'translation' | 'report';
  /** An address, or what else finds it again. */
  readonly where: string;
  readonly on: string;
}

export interface Clause {
  readonly id: string;
  /** `P-2024-0924#1` */
  readonly ref: ClauseRef;
  readonly title: Words;
  readonly text: Words;
  readonly confidence: Confidence;
  /** What was made of it besides rules; nothing is pending. */
  readonly status: ClauseStatus | undefined;
  /** The numbers, days and codes that it gives itself. */
  readonly figures: readonly Figure[];
  /** The clauses whose breach it punishes. */
  readonly punishes: Punishes | undefined;
  readonly span: Span;
}

/** The languages of a rulebook, the one that it is written in first. */
export function languagesOf({
  languages,
  writer,
}: Pick<RulebookFile, 'languages' | 'writer'>): readonly Language[] {
  if (writer === undefined || !languages.includes(writer)) return languages;
  return [writer, ...languages.filter((language) => language !== writer)];
}

/** What a kind of remedy is called; by its own word in a rulebook that does not say. */
export function remedyTitle({ manifest }: Pick<Rulebook, 'manifest'>, when: string): Words {
  return manifest.data.remedies?.[when]?.title ?? { en: when };
}

/** What a kind of risk is called, likewise. */
export function riskTitle({ manifest }: Pick<Rulebook, 'manifest'>, type: string): Words {
  return manifest.data.risks?.[type]?.title ?? { en: type };
}

export function rulesOf({ stages }: Rulebook): readonly Rule[] {
  return stages.flatMap((stage) => stage.steps.flatMap((step) => step.rules));
}

export function stepsOf({ stages }: Rulebook): readonly Step[] {
  return stages.flatMap((stage) => stage.steps);
}

/** The tables that were written as tables, without those that models are spelled out to. */
export function tablesOfTheirOwn({ tables }: Rulebook): Rulebook['tables'] {
  return tables.filter(({ path }) => !path.startsWith('models/'));
}

/** Every file that has texts for people, but sources and schemas. */
export function entriesOf(rulebook: Rulebook): readonly Entry<unknown>[] {
  const { manifest, posts, documents, glossary, definitions, claims, parameters } = rulebook;
  return [
    manifest,
    ...[posts, documents, glossary, definitions, claims].flatMap((entry) => entry ?? []),
    ...parameters,
    ...tablesOfTheirOwn(rulebook),
    ...rulebook.codes,
    ...rulebook.calendars,
    ...rulebook.measures,
    ...rulebook.networks,
    ...rulebook.views,
    ...rulebook.occasions,
    ...rulebook.models,
    ...rulebook.promises,
    ...rulebook.appraisals,
    ...stepsOf(rulebook).map(({ entry }) => entry),
    ...rulesOf(rulebook).flatMap(({ entry, cases }) => (cases ? [entry, cases] : [entry])),
  ];
}

/** A cited clause; undefined when the source or the clause is not there. */
export function clauseOf(rulebook: Pick<Rulebook, 'sources'>, ref: ClauseRef): Clause | undefined {
  const [, clause = ''] = ref.split('#');
  return sourceOf(rulebook, ref)?.clauses.get(clause);
}

/** The source of a cited clause; undefined when it is not there. */
export function sourceOf(
  { sources }: Pick<Rulebook, 'sources'>,
  ref: ClauseRef,
): SourceDocument | undefined {
  const id = sourceIdOf(ref);
  return sources.find((source) => source.id === id);
}

/** The source that a clause is cited of. */
export function sourceIdOf(ref: ClauseRef): string {
  return ref.split('#')[0] ?? '';
}
