import type { BlockContent } from 'mdast';

import type {
  DefinitionEntry,
  ParameterEntry,
  TableEdition,
  TablePage,
  TakenEntry,
} from '../model.ts';
import {
  badgesOf,
  citationRefs,
  namedLinks,
  periodOf,
  ruleLinks,
  stateOf,
  type Writing,
} from './common.ts';
import {
  code,
  fileLink,
  heading,
  type Inline,
  joined,
  type Line,
  paragraph,
  strong,
  table,
} from '../../document/nodes.ts';
import { prose, proseLine } from '../../document/prose.ts';

export function tablesChapter(number: number, writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  return [
    heading(1, labels.appendix(number, labels.tables), 'tables'),
    paragraph(labels.tablesSay),
    ...manual.tables
      .filter(({ ofModel }) => ofModel === undefined)
      .flatMap((one) => tableSection(one, writing)),
  ];
}

function tableSection(page: TablePage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  return [
    heading(2, page.title, `table-${page.id}`),
    paragraph([...idOf(page.id, writing), labels.hits[page.hit]]),
    ...takesLine(page.takes, writing),
    ...prose(page.note),
    paragraph([strong(labels.usedBy), labels.colon, ...ruleLinks(page.usedBy, writing)]),
    ...page.editions.flatMap((edition) => tableEdition(edition, page, writing)),
    ...(writing.manual.reading.isTechnical
      ? [paragraph([strong(labels.source), labels.colon, fileLink(page.path)])]
      : []),
  ];
}

/** For those who change the rulebook: by what name it goes there. */
function idOf(id: string, { manual }: Writing): readonly Inline[] {
  return manual.reading.isTechnical ? [code(id), ' '] : [];
}

function tableEdition(
  edition: TableEdition,
  page: TablePage,
  writing: Writing,
): readonly BlockContent[] {
  const { labels } = writing;
  const period = periodOf(edition, writing);
  return [
    paragraph([
      strong(edition.inForce ? labels.editionNow(period) : labels.editionThen(period)),
      labels.colon,
      ...citationRefs(edition.basis, writing),
    ]),
    ...prose(edition.note),
    rowsOf(edition, page, writing),
  ];
}

/** The rows of one edition, outcomes in bold. */
export function rowsOf(
  { rows: given, inForce }: TableEdition,
  page: TablePage,
  { labels }: Writing,
): BlockContent {
  const noted = given.some(({ note }) => note !== '');
  const head = [
    labels.number,
    ...page.inputs,
    ...page.outputs,
    ...(noted ? [labels.noteHead] : []),
  ];
  const rows = given.map(({ cells, note }, index): readonly Line[] => [
    String(index + 1),
    ...cells.map((cell, column): Line =>
      column < page.inputs.length || cell === labels.none ? cell : [strong(cell)],
    ),
    ...(noted ? [proseLine(note)] : []),
  ]);
  return table(head, rows, inForce ? 'decision now' : 'decision');
}

export function definitionsChapter(number: number, writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  return [
    heading(1, labels.appendix(number, labels.definitions), 'definitions'),
    paragraph(labels.definitionsSay),
    ...manual.definitions.flatMap((one) => definitionSection(one, writing)),
  ];
}

function definitionSection(
  { id, title, takes, note, editions, usedBy }: DefinitionEntry,
  writing: Writing,
): readonly BlockContent[] {
  const { labels, manual } = writing;
  const { isTechnical } = manual.reading;
  // what has always been so needs no days
  const isSettled = editions.length === 1 && editions[0]?.until === undefined;
  const rows = editions.map((edition): readonly Line[] => [
    edition.formula,
    ...(isTechnical ? [[code(edition.written)]] : []),
    ...(isSettled ? [] : [periodOf(edition, writing)]),
    citationRefs(edition.basis, writing),
  ]);
  return [
    heading(2, title, `definition-${id}`),
    ...(isTechnical ? [paragraph([code(id)])] : []),
    ...takesLine(takes, writing),
    ...prose(note),
    table(
      [
        labels.formula,
        ...(isTechnical ? [labels.expression] : []),
        ...(isSettled ? [] : [labels.periodHead]),
        labels.basis,
      ],
      rows,
    ),
    paragraph([strong(labels.usedBy), labels.colon, ...ruleLinks(usedBy, writing)]),
  ];
}

function takesLine(
  takes: readonly TakenEntry[],
  { labels, manual }: Writing,
): readonly BlockContent[] {
  if (takes.length === 0 || !manual.reading.isTechnical) return [];
  const each = takes.map(({ name, title, takes: written, isElement }): Line => [
    code(name),
    labels.brackets(
      isElement ? labels.elementOf(title || written) : title === name ? written : title,
    ),
  ]);
  return [paragraph([strong(labels.arguments), labels.colon, ...joined(each, labels.comma)])];
}

export function parametersChapter(number: number, writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  return [
    heading(1, labels.appendix(number, labels.parameters), 'parameters'),
    paragraph(labels.parametersSay),
    ...manual.parameters.flatMap((one) => parameterSection(one, writing)),
  ];
}

function parameterSection(
  { id, title, note, stricter, editions, usedBy, limits }: ParameterEntry,
  writing: Writing,
): readonly BlockContent[] {
  const { labels, manual } = writing;
  const { isTechnical } = manual.reading;
  const noted = editions.some((edition) => edition.note !== '');
  const rows = editions
    .toReversed()
    .map((edition): readonly Line[] => [
      edition.inForce ? [strong(edition.value), labels.brackets(labels.now)] : edition.value,
      periodOf(edition, writing),
      citationRefs(edition.basis, writing),
      ...(noted ? [proseLine(edition.note)] : []),
    ]);
  return [
    heading(2, title, `parameter-${id}`),
    ...(isTechnical || stricter !== undefined
      ? [paragraph([...idOf(id, writing), stricter === undefined ? '' : labels.stricter[stricter]])]
      : []),
    ...prose(note),
    table(
      [labels.value, labels.periodHead, labels.basis, ...(noted ? [labels.noteHead] : [])],
      rows,
    ),
    ...(usedBy.length === 0 && limits.length > 0
      ? []
      : [paragraph([strong(labels.usedBy), labels.colon, ...ruleLinks(usedBy, writing)])]),
    ...(limits.length === 0
      ? []
      : [
          paragraph([strong(labels.limitOf), labels.colon, ...namedLinks(limits, 'step', writing)]),
        ]),
  ];
}

export function indexChapter(number: number, writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  const rows = manual.stages.flatMap((stage) =>
    stage.steps.flatMap((step) =>
      step.rules.map((rule): readonly Line[] => [
        ruleLinks([rule.id], writing),
        rule.title,
        joined(badgesOf(rule, labels), ' '),
        `${step.number} ${step.title}`,
        stateOf(rule, writing),
      ]),
    ),
  );
  const unissued = manual.unissued.map(({ id, title, status, until }): readonly Line[] => [
    id,
    title,
    until === undefined
      ? labels.unissuedStatuses[status]
      : `${labels.unissuedStatuses[status]}${labels.semicolon}${labels.heldUntil(until)}`,
  ]);
  return [
    heading(1, labels.appendix(number, labels.ruleIndex), 'index'),
    table(labels.ruleIndexHead, rows),
    ...(unissued.length === 0
      ? []
      : [heading(2, labels.unissued), table([labels.id, labels.name, labels.noteHead], unissued)]),
  ];
}
