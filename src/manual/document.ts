import type { BlockContent } from 'mdast';

import { type Memory, noMemory } from '../base/memory.ts';
import type { Document, Part } from '../document/document.ts';
import { contents, cover } from '../document/own-nodes.ts';
import type { Audience, Manual } from './model.ts';
import {
  definitionsChapter,
  indexChapter,
  parametersChapter,
  tablesChapter,
} from './tree/appendix.ts';
import { codesChapter } from './tree/codes.ts';
import {
  documentsInBrief,
  formulasInForce,
  indexById,
  limitsInForce,
  postsInBrief,
  tablesInForce,
  termsInBrief,
} from './tree/brief-appendix.ts';
import { isBrief, type Writing } from './tree/common.ts';
import { dictionaryChapter } from './tree/dictionary.ts';
import { approval, dutiesOfPosts, howToUse, summary, titleOf, titlePage } from './tree/front.ts';
import { modelsChapter } from './tree/models.ts';
import { pendingChapter } from './tree/pending.ts';
import { processPart } from './tree/process.ts';
import { clausesChapter, documentsChapter, handbook, postsChapter } from './tree/reference.ts';
import { historyChapter, revisions } from './tree/revisions.ts';
import { withColophon } from './tree/colophon.ts';
import { checklistChapter, selectionNote } from './tree/selection.ts';
import { stageChapter } from './tree/step.ts';
import { ruleSection } from './tree/rule.ts';
import { specimensChapter } from './tree/specimens.ts';
import { termsChapter } from './tree/terms.ts';
import { thenAndNowChapter } from './tree/then-and-now.ts';

type Chapter = (number: number, writing: Writing) => readonly BlockContent[];

const appendices: readonly (readonly [string, Chapter])[] = [
  ['appendix-tables', tablesChapter],
  ['appendix-definitions', definitionsChapter],
  ['appendix-parameters', parametersChapter],
  ['appendix-posts', postsChapter],
  ['appendix-documents', documentsChapter],
  ['appendix-clauses', clausesChapter],
  ['appendix-rules', indexChapter],
  ['appendix-history', historyChapter],
];

/** The same for those who do the work: of the day, and in brief. */
const inBrief: Readonly<Record<string, Chapter>> = {
  'appendix-tables': tablesInForce,
  'appendix-definitions': formulasInForce,
  'appendix-parameters': limitsInForce,
  'appendix-posts': postsInBrief,
  'appendix-documents': documentsInBrief,
  'appendix-rules': indexById,
  'appendix-terms': termsInBrief,
};

/** Those of what a rulebook may do without: last, so that the others keep their numbers where it comes to have it. */
const mayLack: readonly (readonly ['codeSets' | 'terms' | 'models', string, Chapter])[] = [
  ['codeSets', 'appendix-codes', codesChapter],
  ['terms', 'appendix-terms', termsChapter],
  ['models', 'appendix-models', modelsChapter],
];

/** What looks beyond the rules in force on the day; nothing of it where a rulebook has nothing to tell. */
const beyond: readonly (readonly [string, Chapter])[] = [
  ['appendix-then-and-now', thenAndNowChapter],
  ['appendix-pending', pendingChapter],
  ['appendix-dictionary', dictionaryChapter],
  ['appendix-specimens', specimensChapter],
];

/**
 * The manual as a document: front matter, a chapter for each stage, appendices; a draft is stamped as one.
 *
 * @param memory - of documents that were made before: the card of the same page is the same blocks
 */
export function documentOf(manual: Manual, memory: Memory = noMemory): Document {
  const writing = writingOf(manual, anchorsIn(manual), memory);
  const { isChecklists, audience } = manual.reading;
  const isShort = isChecklists || audience === 'red-lines';
  const listed: Part['listed'] = isBrief(writing) ? 2 : 3;
  const thin: Pick<Part, 'runsOn'> = isBrief(writing) ? { runsOn: true } : {};
  const chapterOf = isChecklists ? checklistChapter : stageChapter;
  const parts: Document['parts'] = [
    {
      name: 'README',
      listed: 2,
      ...thin,
      blocks: [
        cover([...titlePage(writing), ...selectionNote(writing)]),
        contents(),
        ...handbook(writing),
        ...(isShort ? [] : [...approval(writing), ...summary(writing), ...revisions(writing)]),
        ...howToUse(writing),
        ...(isShort ? [] : dutiesOfPosts(writing)),
      ],
    },
    ...(manual.isFlat || isShort
      ? []
      : [{ name: 'process', listed: 1 as const, ...thin, blocks: processPart(writing) }]),
    ...manual.stages.flatMap((stage) => {
      const blocks = chapterOf(stage, writing);
      return blocks.length === 0
        ? []
        : [{ name: stage.id, listed, isParted: !isChecklists, blocks }];
    }),
    ...appendixParts(writing).map((part, index) => (index > 0 ? { ...part, ...thin } : part)),
  ];
  return {
    language: manual.language,
    title: titleOf(manual),
    number: manual.book.number === '' ? manual.id : manual.book.number,
    version: manual.version,
    day: manual.asOf,
    ...(manual.draft && { stamp: manual.labels.draft }),
    synonyms: manual.terms.flatMap(({ title, not }) =>
      not.length === 0 ? [] : [{ word: title, others: not }],
    ),
    parts: isChecklists ? parts : withColophon(parts, writing),
  };
}

/**
 * The card of one rule, as it stands in the whole manual; nothing where it has none.
 *
 * @param manual - with the page of the rule; those of others are not asked for
 * @param printed - ids of all rules that the whole manual prints
 */
export function cardOf(
  manual: Manual,
  id: string,
  printed: readonly string[],
): readonly BlockContent[] {
  const writing = writingOf(manual, new Set([...anchorsIn(manual), ...printed]), noMemory);
  const pages = manual.stages.flatMap(({ steps }) => steps.flatMap(({ rules }) => rules));
  return pages.filter((one) => one.id === id).flatMap((page) => ruleSection(page, writing));
}

function writingOf(manual: Manual, anchors: ReadonlySet<string>, memory: Memory): Writing {
  const { language, ownWords, labels, asOf, reading } = manual;
  const ground = [language, ownWords, asOf, JSON.stringify(reading), [...anchors].join(' ')];
  return {
    manual,
    labels,
    anchors,
    remember: (what, from, make) => memory.of(what, [...ground, ...from], make),
  };
}

/** Numbered as they come, without those that have nothing to tell. */
function appendixParts(writing: Writing): readonly Part[] {
  const parts: Part[] = [];
  for (const [name, chapter] of appendicesOf(writing.manual)) {
    const write = (isBrief(writing) && inBrief[name]) || chapter;
    const blocks = write(parts.length + 1, writing);
    if (blocks.length > 0) parts.push({ name, listed: 1, blocks });
  }
  return parts;
}

/** What an audience does not need. */
const left: Readonly<Record<Audience, readonly string[]>> = {
  operation: ['appendix-clauses', 'appendix-history', 'appendix-then-and-now', 'appendix-pending'],
  inspection: [],
  audit: [],
  'red-lines': [...appendices, ...beyond]
    .map(([name]) => name)
    .filter((name) => name !== 'appendix-rules'),
};

/** The appendices that its readers need, and of a part of the rulebook those that have something to tell. */
function appendicesOf(manual: Manual): typeof appendices {
  const { audience, isChecklists, isPart, isTechnical } = manual.reading;
  if (isChecklists) return [];
  // it is long, and for those who make files or trace what is read
  const hasFields = audience === 'audit' || (audience === undefined && isTechnical);
  const out = [
    ...(audience === undefined ? [] : left[audience]),
    ...(hasFields ? [] : ['appendix-dictionary']),
  ];
  const all = [
    ...appendices,
    ...mayLack.flatMap(([key, name, chapter]) =>
      manual[key].length === 0 ? [] : [[name, chapter] as const],
    ),
    ...beyond,
  ];
  const empty = new Set(
    !isPart && audience !== 'operation'
      ? []
      : [
          ...(manual.reading.post === undefined && manual.posts.length > 0
            ? []
            : ['appendix-posts']),
          ...(manual.tables.length === 0 ? ['appendix-tables'] : []),
          ...(manual.definitions.length === 0 ? ['appendix-definitions'] : []),
          ...(manual.parameters.length === 0 ? ['appendix-parameters'] : []),
          ...(manual.documents.length === 0 ? ['appendix-documents'] : []),
          ...(manual.sources.length === 0 ? ['appendix-clauses'] : []),
        ],
  );
  return all.filter(([name]) => !out.includes(name) && !empty.has(name));
}

/** Rules, steps, posts and documents: what names in running text may lead to. */
function anchorsIn({ stages, posts, documents }: Manual): ReadonlySet<string> {
  const steps = stages.flatMap((stage) => stage.steps);
  return new Set([
    ...steps.flatMap(({ id, rules }) => [`step-${id}`, ...rules.map((rule) => rule.id)]),
    ...posts.map(({ id }) => `post-${id}`),
    ...documents.map(({ id }) => `document-${id}`),
  ]);
}
