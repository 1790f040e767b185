import { type Memory, noMemory } from '../base/memory.ts';
import type { Program } from '../program/ast.ts';
import { codeSetsRead, referencesRead } from '../program/walk.ts';
import type { BookFile, IssueFile } from '../rulebook/files.ts';
import { penaltiesIn } from '../rulebook/penalties.ts';
import { clausesCited } from '../program/cited.ts';
import { inLanguage, type Language } from '../base/language.ts';
import {
  type AppendixSetting,
  definitionEntries,
  documentEntries,
  incompatiblePairs,
  parameterEntries,
  postEntries,
  restingNamed,
  sourceEntries,
  tableEntries,
  termEntries,
} from './appendices.ts';
import { codeSetEntries } from './code-set-page.ts';
import { changesOf } from './changes.ts';
import { citationsOf } from './citations.ts';
import { labelsOf } from '../words/own.ts';
import type { ParametersById } from './reads.ts';
import type {
  Book,
  Examples,
  FailedExample,
  Issue,
  Manual,
  Named,
  RulePage,
  StagePage,
} from './model.ts';
import { modelPages } from './model-pages.ts';
import { pendingClauses, uncarriedClauses } from './pending.ts';
import { processSubject } from '../program/process-subject.ts';
import { productsOf } from './products.ts';
import { replacementsIn, restingIn } from './replacements.ts';
import { rulePage, type RuleSetting } from './rule-page.ts';
import { type Speaker, speakerOf } from './speaker.ts';
import { specimensOf } from './specimens.ts';
import { commonTimes, stepPage } from './step-page.ts';

/** The examples of a rule without any. */
const none: readonly never[] = [];

export interface ManualOptions {
  readonly language: Language;
  /** ISO day on which editions and limits are read. */
  readonly asOf: string;
  readonly examples: Examples;
  /** Of the rulebook, as reports tell it: `sha256:…`. */
  readonly digest?: string | undefined;
  /** Makes a draft: rules that are drafts stand in it like those issued, and the cases that failed are named. */
  readonly draft?: { readonly failed: readonly FailedExample[] } | undefined;
}

/**
 * The manual of a rulebook, in processing order, as it stands on one day.
 *
 * @param memory - of manuals that were made before: the same rule, read of the same files, has the same page
 */
export function manual(
  program: Program,
  { language, asOf, examples, draft, digest }: ManualOptions,
  memory: Memory = noMemory,
): Manual {
  const { rulebook } = program;
  const { data } = rulebook.manifest;
  const speaker = speakerOf(program, language, asOf);
  const { words } = speaker;
  const cite = citationsOf(rulebook, speaker);
  const penaltiesOn = penaltiesIn(rulebook);
  const penalties: RuleSetting['penalties'] = (breached) => cite(penaltiesOn(breached, asOf));
  const readBy = readersOf(program);
  const appendix: AppendixSetting = {
    program,
    speaker,
    cite,
    usedBy: (name) => readBy.get(name) ?? [],
    memory,
  };
  const parameters = parameterEntries(appendix);
  const parametersById = new Map(parameters.map((entry) => [entry.id, entry]));
  const post = namer(
    (rulebook.posts?.data.posts ?? []).map((one) => ({ id: one.post, title: words(one.title) })),
  );
  const document = namer(
    (rulebook.documents?.data.documents ?? []).map((one) => ({
      id: one.document,
      title: words(one.title),
    })),
  );
  const step = namer(
    program.steps.map((one) => ({ id: one.id, title: words(one.step.entry.data.title) })),
  );
  const isPrinted = (status: string) =>
    status === 'issued' || (draft !== undefined && status === 'draft');
  const issued = program.rules.filter(({ rule }) => isPrinted(rule.entry.data.status));
  const pagesByStep = new Map<string, RulePage[]>(program.steps.map(({ id }) => [id, []]));
  for (const rule of issued) {
    const setting = {
      program,
      speaker,
      cite,
      penalties,
      post,
      document,
      parameters: parametersById,
      examples: examples.get(rule.id) ?? none,
    };
    const page = memory.of('rule page', [rule, language, asOf, setting.examples], () =>
      rulePage(rule, setting),
    );
    if (page) pagesByStep.get(rule.rule.step)?.push(page);
  }
  const pages = [...pagesByStep.values()].flat();
  const rule = namer(pages);
  const subject = processSubject(program);
  const stages = stagePages();
  const dated = restingIn({ ...program, rules: issued });
  const named = restingNamed(program, speaker, step);
  const cited = clausesCited(program);
  const labels = labelsOf(data, language);
  return {
    language,
    labels,
    ownWords: JSON.stringify(data.words),
    asOf,
    id: data.id,
    version: data.version,
    digest,
    title: words(data.title),
    issuer: words(data.issuer),
    draft: draft && {
      failed: draft.failed.map(({ rule: id, title, place }) => ({
        rule: id,
        title: inLanguage(title, language),
        place,
      })),
    },
    issue: data.issue && issueOf(data.issue, speaker),
    ownIssues: issued.flatMap(({ id, rule: { entry } }) => {
      const { issue, title } = entry.data;
      return issue ? [{ id, title: words(title), issue: issueOf(issue, speaker) }] : [];
    }),
    book: bookOf(data.book, parametersById, speaker),
    accepted: (data.acceptedUnverified ?? []).map(({ clause, by, on, why }) => ({
      clause,
      by: words(by),
      on,
      why: words(why),
    })),
    note: words(data.note),
    ruleCount: pages.length,
    reading: {
      audience: undefined,
      isTechnical: false,
      isChecklists: false,
      isPart: false,
      post: undefined,
      chosen: [],
      of: pages.length,
    },
    products: subject ? productsOf(subject, speaker) : [],
    isFlat: data.rules !== undefined,
    phases: words(data.phases?.title),
    isRing: data.ring === true,
    stages,
    changes: changesOf({ ...program, rules: issued }, speaker, labels, cite),
    tables: tableEntries(appendix),
    models: modelPages(appendix),
    definitions: definitionEntries(appendix),
    parameters,
    codeSets: codeSetEntries(appendix),
    posts: postEntries(rulebook, speaker),
    incompatible: incompatiblePairs(program, cite, (id) => post(id).title, speaker),
    documents: documentEntries(rulebook, stages, speaker),
    specimens: specimensOf(program, speaker, { post, document }),
    terms: termEntries(rulebook, speaker),
    sources: sourceEntries(program, cited, speaker, cite, step),
    replacements: replacementsIn(rulebook, dated, cite, named),
    pending: pendingClauses(dated, program.incompatible, { rulebook, speaker, cite, named }),
    uncarried: uncarriedClauses(cited, { rulebook, speaker, cite }),
    unissued: program.rules.flatMap(({ id, rule: { entry } }) => {
      const { status, title, editions } = entry.data;
      const until = status === 'repealed' ? editions.at(-1)?.until : undefined;
      return isPrinted(status) || status === 'issued'
        ? []
        : [{ id, title: words(title), status, until }];
    }),
  };

  function stagePages(): readonly StagePage[] {
    const order = program.steps;
    const common = commonTimes(program, asOf);
    return rulebook.stages.map((stage, at) => ({
      id: stage.id,
      number: at + 1,
      title: words(stage.data.title),
      purpose: words(stage.data.purpose),
      isBeside: stage.data.beside === true,
      steps: order
        .filter((one) => one.step.stage === stage.id)
        .map((one, index) => {
          const own = pagesByStep.get(one.id) ?? [];
          const after = order[order.indexOf(one) + 1];
          return stepPage(one, own, {
            program,
            rulebook,
            speaker,
            cite,
            post,
            document,
            step,
            rule,
            subject,
            number: `${at + 1}.${index + 1}`,
            isCommon: (limit) => common.has(limit),
            next: after && step(after.id),
          });
        }),
    }));
  }
}

function issueOf(issue: IssueFile, { words }: Speaker): Issue {
  const { number, signedBy, signedOn, effectiveFrom, transition } = issue;
  return {
    number: words(number),
    signedBy: words(signedBy),
    signedOn,
    effectiveFrom,
    transition: words(transition),
  };
}

function bookOf(book: BookFile | undefined, parameters: ParametersById, { words }: Speaker): Book {
  const valueNow = (id: string) => {
    const parameter = parameters.get(id);
    const now = parameter?.editions.find(({ inForce }) => inForce);
    return parameter && now ? [{ id, title: parameter.title, value: now.value }] : [];
  };
  return {
    number: words(book?.number),
    owner: words(book?.owner),
    secrecy: words(book?.secrecy),
    signatures: (book?.signatures ?? []).map(({ act, by, name, on }) => ({
      act,
      by: words(by),
      name: words(name),
      on: on ?? '',
    })),
    principles: (book?.principles ?? []).map(({ says, limits }) => ({
      says: words(says),
      limits: (limits ?? []).flatMap(valueNow),
    })),
    authority: book?.authority,
  };
}

/** Finds a title by id; an id that nothing has stands for itself. */
function namer(known: readonly Named[]): (id: string) => Named {
  const byId = new Map(known.map(({ id, title }) => [id, { id, title }]));
  return (id) => byId.get(id) ?? { id, title: id };
}

/** By definition, parameter, table or code set: the rules that read it. */
function readersOf(program: Program): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>();
  for (const { id, editions } of program.rules) {
    const cores = editions.flatMap(({ when, require, asOf }) =>
      [when, require, asOf].flatMap((one) => one?.core ?? []),
    );
    for (const { name } of [...referencesRead(cores, program), ...codeSetsRead(cores, program)])
      readers.set(name, [...(readers.get(name) ?? []), id]);
  }
  return readers;
}
