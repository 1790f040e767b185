import type { BlockContent, Nodes } from 'mdast';

import type { Audience, Manual } from './model.ts';
import {
  definitionsChapter,
  indexChapter,
  parametersChapter,
  tablesChapter,
} from './tree/appendix.ts';
import { codesChapter } from './tree/codes.ts';
import type { Writing } from './tree/common.ts';
import { approvalAndRevisions, atAGlance, cover, historyChapter, howToUse } from './tree/front.ts';
import { anchorScheme, heading, type Line, list, see } from './tree/nodes.ts';
import { plainText } from './tree/prose.ts';
import { clausesChapter, documentsChapter, handbook, postsChapter } from './tree/reference.ts';
import { checklistChapter, selectionNote } from './tree/selection.ts';
import { stageChapter } from './tree/step.ts';

/** A chapter of the manual, which may be a file of its own. */
export interface Page {
  /** `README` for the first, else a slug. */
  readonly name: string;
  readonly blocks: readonly BlockContent[];
}

/** A heading that can be linked to. */
export interface PagePlace {
  readonly anchor: string;
  readonly title: string;
  readonly depth: number;
}

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

const made = new WeakMap<Manual, readonly Page[]>();

/** The manual as Markdown trees: front matter, a chapter for each stage, appendices. */
export function pagesOf(manual: Manual): readonly Page[] {
  const known = made.get(manual);
  if (known) return known;
  const writing: Writing = {
    manual,
    labels: manual.labels,
    anchors: anchorsIn(manual),
  };
  const chapters = appendicesOf(manual);
  const { isChecklists, audience } = manual.reading;
  const isShort = isChecklists || audience === 'red-lines';
  const chapterOf = isChecklists ? checklistChapter : stageChapter;
  const pages = [
    {
      name: 'README',
      blocks: [
        ...cover(writing),
        ...selectionNote(writing),
        ...handbook(writing),
        ...(isShort ? [] : approvalAndRevisions(writing)),
        ...howToUse(writing),
        ...(manual.isFlat || isShort ? [] : atAGlance(writing)),
      ],
    },
    ...manual.stages.flatMap((stage) => {
      const blocks = chapterOf(stage, writing);
      return blocks.length === 0 ? [] : [{ name: stage.id, blocks }];
    }),
    ...chapters.map(([name, chapter], index) => ({ name, blocks: chapter(index + 1, writing) })),
  ];
  made.set(manual, pages);
  return pages;
}

/** What an audience does not need. */
const left: Readonly<Record<Audience, readonly string[]>> = {
  operation: ['appendix-clauses'],
  inspection: [],
  audit: [],
  'red-lines': appendices.map(([name]) => name).filter((name) => name !== 'appendix-rules'),
};

/** The appendices that its readers need, and of a part of the rulebook those that have something to tell. */
function appendicesOf(manual: Manual): typeof appendices {
  const { audience, isChecklists, isPart } = manual.reading;
  if (isChecklists) return [];
  const out = audience === undefined ? [] : left[audience];
  const all = manual.codeSets.length > 0 ? [...appendices, ofCodeSets] : appendices;
  const empty = new Set(
    !isPart
      ? []
      : [
          ...(manual.reading.post === undefined ? [] : ['appendix-posts']),
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

export function placesIn(blocks: readonly BlockContent[]): readonly PagePlace[] {
  return blocks.flatMap((node) => {
    if (node.type !== 'heading') return [];
    const id = node.data?.hProperties?.['id'];
    return typeof id === 'string'
      ? [{ anchor: id, title: plainText(node), depth: node.depth }]
      : [];
  });
}

/** The contents: chapters, and in those of stages the steps. */
export function contentsOf(pages: readonly Page[], manual: Manual): readonly BlockContent[] {
  const { labels } = manual;
  const [, ...chapters] = pages;
  const stages = new Set(manual.stages.map(({ id }) => id));
  const items = chapters.map(({ name, blocks }): readonly BlockContent[] => {
    const places = placesIn(blocks);
    const title = places.find(({ depth }) => depth === 1);
    const steps = stages.has(name) ? places.filter(({ depth }) => depth === 2) : [];
    const link = (place: PagePlace): Line => [see(place.anchor, place.title)];
    return [
      { type: 'paragraph', children: title ? [see(title.anchor, title.title)] : [] },
      ...(steps.length === 0 ? [] : [list(steps.map(link))]),
    ];
  });
  return [heading(2, labels.contents, 'contents'), list(items)];
}

/** A copy of a tree in which every address and every node was asked after; `undefined` drops the node. */
export function rewritten<T extends Nodes>(
  node: T,
  change: (node: Nodes) => Nodes | readonly Nodes[] | undefined,
): T {
  if (!('children' in node)) return node;
  const children = (node.children as readonly Nodes[]).flatMap((child): readonly Nodes[] => {
    const changed = change(child);
    const list: readonly Nodes[] =
      changed === undefined ? [] : isMany(changed) ? changed : [changed];
    return list.map((one) => rewritten(one, change));
  });
  return { ...node, children };
}

function isMany(nodes: Nodes | readonly Nodes[]): nodes is readonly Nodes[] {
  return Array.isArray(nodes);
}

export function anchorOf(url: string): string | undefined {
  return url.startsWith(anchorScheme) ? url.slice(anchorScheme.length) : undefined;
}
