import type { BlockContent } from 'mdast';

import type { Document } from '../document/document.ts';
import { contents, cover } from '../document/own-nodes.ts';
import type { Manual } from './model.ts';
import {
  definitionsChapter,
  indexChapter,
  parametersChapter,
  tablesChapter,
} from './tree/appendix.ts';
import { codesChapter } from './tree/codes.ts';
import type { Writing } from './tree/common.ts';
import { approval, dutiesOfPosts, howToUse, summary, titlePage } from './tree/front.ts';
import { processPart } from './tree/process.ts';
import { clausesChapter, documentsChapter, postsChapter } from './tree/reference.ts';
import { historyChapter, revisions } from './tree/revisions.ts';
import { stageChapter } from './tree/step.ts';
import { termsChapter } from './tree/terms.ts';

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

/** Those of what a rulebook may do without: last, so that the others keep their numbers where it comes to have it. */
const mayLack: readonly (readonly ['codeSets' | 'terms', string, Chapter])[] = [
  ['codeSets', 'appendix-codes', codesChapter],
  ['terms', 'appendix-terms', termsChapter],
];

/** The manual as a document: front matter, a chapter for each stage, appendices; a draft is stamped as one. */
export function documentOf(manual: Manual): Document {
  const writing: Writing = {
    manual,
    labels: manual.labels,
    anchors: anchorsIn(manual),
  };
  const chapters = [
    ...appendices,
    ...mayLack.flatMap(([key, name, chapter]) =>
      manual[key].length === 0 ? [] : [[name, chapter] as const],
    ),
  ];
  const parts: Document['parts'] = [
    {
      name: 'README',
      listed: 2,
      blocks: [
        cover(titlePage(writing)),
        contents(),
        ...approval(writing),
        ...summary(writing),
        ...revisions(writing),
        ...howToUse(writing),
        ...dutiesOfPosts(writing),
      ],
    },
    ...(manual.isFlat
      ? []
      : [{ name: 'process', listed: 1 as const, blocks: processPart(writing) }]),
    ...manual.stages.map((stage, index) => ({
      name: stage.id,
      listed: 3 as const,
      blocks: stageChapter(stage, index + 1, writing),
    })),
    ...chapters.map(([name, chapter], index) => ({
      name,
      listed: 1 as const,
      blocks: chapter(index + 1, writing),
    })),
  ];
  return {
    language: manual.language,
    title: manual.labels.bookTitle(manual.title),
    number: manual.book.number === '' ? manual.id : manual.book.number,
    version: manual.version,
    day: manual.asOf,
    ...(manual.draft && { stamp: manual.labels.draft }),
    parts,
  };
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
