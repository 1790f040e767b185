import type { BlockContent, Heading } from 'mdast';

import type { Named, RulePage, StagePage, StepPage } from '../model.ts';
import type { Writing } from './common.ts';
import { heading, paragraph, quote, strong } from '../../document/nodes.ts';
import { checklistTable, timeLimit } from './step.ts';

/** What the cover says of a manual that is not whole: what was chosen, and how much of the rulebook that is. */
export function selectionNote({ manual, labels }: Writing): readonly BlockContent[] {
  const { chosen, of } = manual.reading;
  if (chosen.length === 0) return [];
  const says = labels.selectionSays(chosen.join(labels.comma), manual.ruleCount, of);
  return [quote([paragraph([strong(labels.selection), labels.colon, says])], 'selection')];
}

/** Check-lists of a stage: a page for each step and product, one for all products that ask the same. */
export function checklistChapter(stage: StagePage, writing: Writing): readonly BlockContent[] {
  const title = writing.labels.chapter(stage.number, stage.title);
  const sheets = stage.steps.flatMap((step) => sheetsOf(step, writing));
  return sheets.length === 0 ? [] : [heading(1, title, `stage-${stage.id}`), ...sheets];
}

function sheetsOf(step: StepPage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  return groupsOf(step, writing.manual.products).flatMap(({ products, rules }, index) => {
    const names = products.map(({ title }) => title).join(labels.comma);
    const title = [`${step.number} ${step.title}`, names && labels.brackets(names)];
    const posts = step.posts.map((post) => post.title).join(labels.comma);
    return [
      sheet(heading(2, title, index === 0 ? `step-${step.id}` : `step-${step.id}-${index + 1}`)),
      paragraph([strong(labels.posts), labels.colon, posts === '' ? labels.none : posts]),
      paragraph([strong(labels.timeLimit), labels.colon, ...[timeLimit(step, writing)].flat()]),
      paragraph(labels.dossierLine),
      ...checklistTable(rules, writing),
    ];
  });
}

/** Products of a step that ask the same rules, in their order; rules in force alone. */
function groupsOf(
  { rules }: StepPage,
  products: readonly Named[],
): readonly { readonly products: readonly Named[]; readonly rules: readonly RulePage[] }[] {
  const inForce = rules.filter(({ state }) => state === 'in-force');
  const apart = inForce.filter(({ hasProducts }) => !hasProducts);
  const groups = new Map<string, { products: Named[]; rules: readonly RulePage[] }>();
  for (const product of products) {
    const own = inForce.filter(
      (rule) => rule.hasProducts && (rule.products?.some(({ id }) => id === product.id) ?? true),
    );
    if (own.length === 0) continue;
    const key = own.map(({ id }) => id).join(' ');
    const group = groups.get(key) ?? { products: [], rules: own };
    group.products.push(product);
    groups.set(key, group);
  }
  return [...groups.values(), ...(apart.length > 0 ? [{ products: [], rules: apart }] : [])];
}

/** It begins a page of its own where pages are printed. */
function sheet(node: Heading): Heading {
  return { ...node, data: { hProperties: { ...node.data?.hProperties, className: ['sheet'] } } };
}
