import { inLanguage, type Language } from '../base/language.ts';
import type { Program } from '../program/ast.ts';
import type { Words } from '../rulebook/files.ts';
import type {
  Audience,
  Citation,
  Manual,
  Named,
  ParameterEntry,
  PendingClause,
  Reading,
  RulePage,
  StagePage,
  StepPage,
  TablePage,
} from './model.ts';
import { processSubject } from '../program/process-subject.ts';
import { productsOf } from './products.ts';

/** Which part of a rulebook is told, to whom, and in which form; what is left out of it is not narrowed. */
export interface Selection {
  readonly audience?: Exclude<Audience, 'red-lines'>;
  /** Code of a product: rules for files of it. */
  readonly product?: string;
  /** Id of a post: its rules, and the steps in which it has something to do. */
  readonly post?: string;
  readonly stage?: string;
  readonly redLines?: boolean;
  readonly checklists?: boolean;
  readonly isTechnical?: boolean;
}

/** What a selection may name. */
export interface Choices {
  readonly products: readonly Named[];
  readonly posts: readonly Named[];
  readonly stages: readonly Named[];
}

export function choicesIn(program: Program, language: Language): Choices {
  const { rulebook } = program;
  const words = (given: Words | undefined) => inLanguage(given, language);
  const subject = processSubject(program);
  return {
    products: subject ? productsOf(subject, { words }) : [],
    posts: (rulebook.posts?.data.posts ?? []).map(({ post, title }) => ({
      id: post,
      title: words(title),
    })),
    stages: rulebook.stages.map(({ id, data }) => ({ id, title: words(data.title) })),
  };
}

/** The part of a manual that was chosen: its rules, the steps that they stand in, and what those read, cite or name. */
export function selected(manual: Manual, selection: Selection): Manual {
  const reading = readingOf(manual, selection);
  if (isWhole(selection)) return { ...manual, reading };
  const stages = stagesOf(manual, selection);
  const steps = stages.flatMap((stage) => stage.steps);
  const rules = steps.flatMap((step) => step.rules);
  const ids = new Set(rules.map(({ id }) => id));
  const stepIds = new Set(steps.map(({ id }) => id));
  const isRead = ({ usedBy }: { readonly usedBy: readonly string[] }) =>
    usedBy.some((id) => ids.has(id));
  const isOwn = ({ id }: Named) => selection.product === undefined || id === selection.product;
  const products = manual.products.filter(isOwn);
  const others = manual.products.filter((product) => !isOwn(product));
  const isOfOther = (text: string) => isOfOthers(text, products, others);
  const tables = manual.tables.filter(isRead).map((table) => withoutRows(table, isOfOther));
  const definitions = manual.definitions.filter(isRead);
  const codeSets = manual.codeSets.filter(isRead);
  const parameters = manual.parameters.filter(
    (one) => isRead(one) || one.limits.some(({ id }) => stepIds.has(id)),
  );
  const named = new Set([...steps, ...rules].flatMap(({ posts }) => posts.map(({ id }) => id)));
  const ofTasks = steps.flatMap(({ tasks }) => tasks.map(({ post }) => post.id));
  const posts = manual.posts.filter(({ id }) =>
    selection.post === undefined ? named.has(id) || ofTasks.includes(id) : id === selection.post,
  );
  const titles = new Set(posts.map(({ title }) => title));
  const papers = new Set([
    ...steps.flatMap(({ documents }) => documents.map(({ id }) => id)),
    ...rules.flatMap(({ evidence }) => evidence.map(({ id }) => id)),
  ]);
  const kept = new Set([
    ...ids,
    ...stepIds,
    ...[...tables, ...definitions, ...codeSets, ...parameters].map(({ id }) => id),
  ]);
  const cited = new Set(
    [
      ...[...steps, ...rules].flatMap(({ basis }) => basis),
      ...rules.flatMap(({ penalties }) => penalties),
      ...rules.flatMap(({ history }) => history.flatMap(({ basis }) => basis)),
      ...[...tables, ...definitions, ...codeSets, ...parameters].flatMap(
        ({ editions }): readonly Citation[] => editions.flatMap(({ basis }) => basis),
      ),
    ].map(({ ref }) => ref),
  );
  // a term that the part does not use is none of its terms
  const said = JSON.stringify([stages, tables, parameters]).toLowerCase();
  return {
    ...manual,
    reading,
    products,
    // a ring is closed by all of its stages
    isRing: manual.isRing && manual.stages.every((one) => stages.some(({ id }) => id === one.id)),
    book: bookOf(
      manual,
      parameters.filter(({ title }) => !isOfOther(title)),
    ),
    terms: manual.terms.filter(
      ({ title }) => said.includes(title.toLowerCase()) && !isOfOther(title),
    ),
    ruleCount: rules.length,
    stages,
    changes: manual.changes.flatMap((change) => {
      const things = change.things.filter(({ id }) => kept.has(id));
      return things.length === 0 ? [] : [{ ...change, things }];
    }),
    ownIssues: manual.ownIssues.filter(({ id }) => ids.has(id)),
    tables,
    definitions,
    parameters,
    codeSets,
    posts,
    incompatible: manual.incompatible.filter((pair) =>
      pair.posts.some((title) => titles.has(title)),
    ),
    documents: manual.documents.filter(({ id }) => papers.has(id)),
    specimens: manual.specimens.filter(
      ({ document, product }) =>
        papers.has(document.id) &&
        (selection.product === undefined || !product || product.id === selection.product),
    ),
    sources: manual.sources.flatMap((source) => {
      const clauses = source.clauses.filter(({ ref }) => cited.has(ref));
      return clauses.length === 0 ? [] : [{ ...source, clauses }];
    }),
    replacements: manual.replacements.flatMap((one) => ofKept(one)),
    pending: manual.pending.flatMap((one) => ofKept(one)),
    uncarried: [],
    unissued: [],
  };

  /** What of it rests on a clause; nothing where nothing does. */
  function ofKept<T extends Pick<PendingClause, 'rules' | 'others'>>(one: T): readonly T[] {
    const own = one.rules.filter((id) => ids.has(id));
    const others = one.others.filter(({ id }) => kept.has(id));
    return own.length + others.length === 0 ? [] : [{ ...one, rules: own, others }];
  }
}

/** Principles with those limits that the part reads, and rows of the table of authority that are for its product. */
function bookOf({ book }: Manual, parameters: readonly ParameterEntry[]): Manual['book'] {
  const kept = new Set(parameters.map(({ id }) => id));
  return {
    ...book,
    principles: book.principles.flatMap((principle) => {
      const limits = principle.limits.filter(({ id }) => kept.has(id));
      return limits.length === 0 && principle.limits.length > 0 ? [] : [{ ...principle, limits }];
    }),
  };
}

/** Without the rows that ask for what a part has nothing to do with. */
function withoutRows(table: TablePage, isOther: (cell: string) => boolean): TablePage {
  return {
    ...table,
    editions: table.editions.map((edition) => ({
      ...edition,
      rows: edition.rows.filter(({ cells }) => !cells.slice(0, table.inputs.length).some(isOther)),
    })),
  };
}

/** Whether a text names other products, by what tells their titles apart, and not one of its own. */
function isOfOthers(text: string, own: readonly Named[], others: readonly Named[]): boolean {
  const titles = [...own, ...others].map(({ title }) => title.toLowerCase());
  const [first = ''] = titles;
  const shared = [...first].findIndex((sign, at) => titles.some((title) => title[at] !== sign));
  const lower = text.toLowerCase();
  const isNamed = ({ title }: Named) =>
    lower.includes(title.toLowerCase().slice(Math.max(shared, 0)));
  return others.some(isNamed) && !own.some(isNamed);
}

function isWhole({ product, post, stage, redLines = false }: Selection): boolean {
  return product === undefined && post === undefined && stage === undefined && !redLines;
}

function stagesOf({ stages }: Manual, selection: Selection): readonly StagePage[] {
  const { product } = selection;
  const all = stages.flatMap(({ steps }) => steps.flatMap(({ rules }) => rules));
  const ofOthers = new Set(
    product === undefined
      ? []
      : all.filter((rule) => !isChosen(rule, { product })).map(({ id }) => id),
  );
  return stages
    .filter(({ id }) => selection.stage === undefined || id === selection.stage)
    .map((stage) => ({
      ...stage,
      steps: stage.steps.flatMap((step) => {
        const rules = step.rules.filter((rule) => isChosen(rule, selection));
        if (rules.length === 0 && !isStepChosen(step, selection)) return [];
        const kept = new Set(rules.map(({ id }) => id));
        return [
          {
            ...step,
            rules,
            times: step.times.filter(({ rule }) => kept.has(rule.id)),
            talk: step.talk.filter(({ posts }) => isSpokenBy(posts, selection)),
            gate: step.gate.filter(({ id }) => !ofOthers.has(id)),
          },
        ];
      }),
    }))
    .filter(({ steps }) => steps.length > 0);
}

/** Whether the post of a handbook says it; in any other part everything is said. */
function isSpokenBy(posts: readonly Named[], { post, redLines = false }: Selection): boolean {
  if (redLines) return false;
  return post === undefined || posts.length === 0 || posts.some(({ id }) => id === post);
}

function isChosen(
  { products, hasProducts, posts, redLine }: RulePage,
  { product, post, redLines = false }: Selection,
): boolean {
  const isOfProduct =
    product === undefined ||
    (hasProducts && (products === undefined || products.some(({ id }) => id === product)));
  const isOfPost = post === undefined || posts.some(({ id }) => id === post);
  return isOfProduct && isOfPost && (redLine || !redLines);
}

/** A step without a chosen rule: one that asks for no rules of the choice, or in which the post has something to do. */
function isStepChosen(
  { posts, tasks, rules }: StepPage,
  { post, product, redLines = false }: Selection,
): boolean {
  if (redLines) return false;
  if (post !== undefined)
    return [...posts, ...tasks.map((task) => task.post)].some(({ id }) => id === post);
  return product === undefined || rules.length === 0;
}

/** What was chosen, in words. */
function readingOf(
  { labels, products, posts, stages, reading }: Manual,
  selection: Selection,
): Reading {
  const { audience, product, post, stage, redLines = false, checklists = false } = selection;
  const titleOf = (things: readonly Named[], id: string | undefined) =>
    things.filter((one) => one.id === id).map(({ title }) => title);
  return {
    ...reading,
    audience: redLines ? 'red-lines' : audience,
    isTechnical: selection.isTechnical ?? false,
    isChecklists: checklists,
    isPart: !isWhole(selection),
    post,
    chosen: [
      ...(checklists ? [labels.checklistsOnly] : []),
      ...(redLines ? [labels.redLinesOnly] : []),
      ...(audience === undefined ? [] : [labels.audiences[audience]]),
      ...titleOf(products, product),
      ...titleOf(posts, post).map(labels.handbookOf),
      ...titleOf(stages, stage),
    ],
  };
}
