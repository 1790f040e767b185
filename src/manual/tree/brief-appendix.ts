import { tagOf } from '../../words/punctuation.ts';
import type { BlockContent } from 'mdast';

import {
  heading,
  joined,
  type Line,
  list,
  paragraph,
  seePage,
  strong,
  table,
} from '../../document/nodes.ts';
import { prose, proseLine } from '../../document/prose.ts';
import { rowsOf } from './appendix.ts';
import { namedLinks, ruleLinks, type Writing } from './common.ts';

/*
 * The appendices for those who do the work: what is in force on the day and nothing else, each thing in a line.
 */

export function tablesInForce(number: number, writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  return [
    heading(1, labels.appendix(number, labels.tables), 'tables'),
    paragraph(labels.tablesSay),
    ...manual.tables.flatMap((page) => {
      if (page.ofModel !== undefined) return [];
      const now = page.editions.find(({ inForce }) => inForce);
      if (!now) return [];
      return [
        heading(2, page.title, `table-${page.id}`),
        ...prose(page.note),
        paragraph([
          labels.hits[page.hit],
          labels.behindStop,
          strong(labels.usedBy),
          labels.colon,
          ...ruleLinks(page.usedBy, writing),
        ]),
        rowsOf(now, page, writing),
      ];
    }),
  ];
}

export function limitsInForce(number: number, writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  const { compare } = new Intl.Collator(tagOf(manual.language));
  const byTitle = manual.parameters.toSorted((a, b) => compare(a.title, b.title));
  const rows = byTitle.flatMap(({ title, editions, usedBy, limits }) => {
    const now = editions.find(({ inForce }) => inForce);
    if (!now) return [];
    const steps = limits.length === 0 ? [] : namedLinks(limits, 'step', writing);
    const rules = usedBy.length === 0 ? [] : ruleLinks(usedBy, writing);
    const read = joined(
      [steps, rules].filter((links) => links.length > 0),
      labels.comma,
    );
    return [[title, [strong(now.value)], read] as readonly Line[]];
  });
  return [
    heading(1, labels.appendix(number, labels.limitsInForce), 'parameters'),
    paragraph(labels.limitsInForceSay(manual.asOf)),
    table([labels.name, labels.value, labels.usedBy], rows),
  ];
}

export function formulasInForce(number: number, { manual, labels }: Writing) {
  const rows = manual.definitions.flatMap(({ title, editions }): readonly (readonly Line[])[] => {
    const now = editions.find(
      ({ from, until }) => from <= manual.asOf && (until === undefined || manual.asOf <= until),
    );
    return now ? [[title, now.formula]] : [];
  });
  return [
    heading(1, labels.appendix(number, labels.definitions), 'definitions'),
    paragraph(labels.definitionsSay),
    table([labels.name, labels.formula], rows),
  ];
}

/** Of each post what it may decide, the steps it has something to do in, and its rules. */
export function postsInBrief(number: number, writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  const steps = manual.stages.flatMap((stage) => stage.steps);
  const rows = manual.posts.map(({ id, title, authority }): readonly Line[] => {
    const own = steps.filter(({ posts, tasks }) =>
      [...posts, ...tasks.map(({ post }) => post)].some((post) => post.id === id),
    );
    const rules = steps.flatMap((step) =>
      step.rules.filter(({ posts }) => posts.some((post) => post.id === id)),
    );
    return [
      [strong(title), ...(authority === '' ? [] : [labels.colon, ...proseLine(authority)])],
      namedLinks(own, 'step', writing),
      ruleLinks(
        rules.map((rule) => rule.id),
        writing,
      ),
    ];
  });
  const pairs = manual.incompatible.map(({ posts, why }): readonly Line[] => [
    posts.join(' × '),
    proseLine(why),
  ]);
  const [post, why] = labels.incompatibleHead;
  return [
    heading(1, labels.appendix(number, labels.postsAppendix), 'posts'),
    table([labels.post, labels.steps, labels.rules], rows),
    ...(pairs.length === 0
      ? []
      : [
          heading(2, labels.incompatible, 'incompatible'),
          paragraph(labels.incompatibleSays),
          table([post, why], pairs),
        ]),
  ];
}

export function documentsInBrief(number: number, writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  const rows = manual.documents.map(({ title, note, steps }): readonly Line[] => [
    title,
    note === '' ? labels.none : proseLine(note),
    namedLinks(steps, 'step', writing),
  ]);
  return [
    heading(1, labels.appendix(number, labels.documentsAppendix), 'documents'),
    table(labels.documentsHead.slice(0, 3), rows),
  ];
}

export function termsInBrief(number: number, { manual, labels }: Writing): readonly BlockContent[] {
  return [
    heading(1, labels.appendix(number, labels.terms), 'terms'),
    table(
      [labels.name, labels.meaning],
      manual.terms.flatMap(({ title, means }): readonly (readonly Line[])[] =>
        means === '' ? [] : [[title, proseLine(means)]],
      ),
    ),
  ];
}

/** Rules in the order of their ids, with the page of each where there are pages. */
export function indexById(number: number, { manual, labels }: Writing): readonly BlockContent[] {
  const rules = manual.stages
    .flatMap(({ steps }) => steps.flatMap((step) => step.rules))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return [
    heading(1, labels.appendix(number, labels.ruleIndex), 'index'),
    list(
      rules.map(({ id, title }) => seePage(id, `${id} ${title}`)),
      false,
      'index',
    ),
  ];
}
