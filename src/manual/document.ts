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
import {
  approvalAndRevisions,
  atAGlance,
  historyChapter,
  howToUse,
  titlePage,
} from './tree/front.ts';
import { clausesChapter, documentsChapter, postsChapter } from './tree/reference.ts';
import { stageChapter } from './tree/step.ts';

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

/** Last, so that the others keep their numbers in a rulebook that comes to have code sets. */
const ofCodeSets: (typeof appendices)[number] = ['appendix-codes', codesChapter];

/**
 * The manual as a document: front matter, a chapter for each stage, appendices.
 *
 * @param stamp - printed on every page
 */
export function documentOf(manual: Manual, stamp?: string): Document {
  const writing: Writing = {
    manual,
    labels: manual.labels,
    anchors: anchorsIn(manual),
  };
  const chapters = manual.codeSets.length > 0 ? [...appendices, ofCodeSets] : appendices;
  const parts: Document['parts'] = [
    {
      name: 'README',
      listed: 2,
      blocks: [
        cover(titlePage(writing)),
        contents(),
        ...approvalAndRevisions(writing),
        ...howToUse(writing),
        ...(manual.isFlat ? [] : atAGlance(writing)),
      ],
    },
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
    number: manual.id,
    version: manual.version,
    day: manual.asOf,
    ...(stamp !== undefined && { stamp }),
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
