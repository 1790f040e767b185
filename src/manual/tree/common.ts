import type { BlockContent, PhrasingContent } from 'mdast';

import type { Labels } from '../../words/manual.ts';
import { redLineShape, shapes } from '../../words/marks.ts';
import { beginning } from '../../program/ast.ts';
import { sourceIdOf } from '../../rulebook/ast.ts';
import type {
  Citation,
  Manual,
  Named,
  Prose,
  RulePage,
  SourceEntry,
  Span,
  StepPage,
} from '../model.ts';
import {
  code,
  type Inline,
  joined,
  line,
  type Line,
  list,
  paragraph,
  see,
  strong,
  text,
} from '../../document/nodes.ts';
import { prose, proseLine } from '../../document/prose.ts';

/** What every section is written with. */
export interface Writing {
  readonly manual: Manual;
  readonly labels: Labels;
  /** Anchors of what a link may lead to. */
  readonly anchors: ReadonlySet<string>;
  /** Of sections that were written before, with the same of all these as far as sections of one thing go by them. */
  readonly remember: <T>(what: string, from: readonly unknown[], make: () => T) => T;
}

/** Whether it is for those who do the work: in few words, and of today alone. */
export function isBrief({ manual }: Writing): boolean {
  return manual.reading.audience === 'operation';
}

export function periodOf({ from, until }: Span, { labels }: Writing): string {
  return labels.period(from === beginning ? '…' : from, until);
}

/** Whether a rule holds on the day of the manual, and since when. */
export function stateOf(
  { state, edition: { from, until } }: Pick<RulePage, 'state' | 'edition'>,
  { labels }: Writing,
): string {
  return from === beginning ? labels.alwaysInForce : labels.states[state](from, until);
}

/** A rule by its id, as a link to its page where it has one. */
export function ruleLink(id: string, { anchors }: Writing): Inline {
  return anchors.has(id) ? see(id, id) : text(id);
}

export function ruleLinks(ids: readonly string[], writing: Writing): readonly Inline[] {
  const { labels } = writing;
  return ids.length === 0
    ? [labels.none]
    : joined(
        ids.map((id) => ruleLink(id, writing)),
        labels.comma,
      );
}

/** Things by their titles, each a link to its own place. */
export function namedLinks(
  things: readonly Named[],
  kind: string,
  writing: Writing,
): readonly Inline[] {
  const { labels, anchors } = writing;
  if (things.length === 0) return [labels.none];
  const link = ({ id, title }: Named) => {
    const anchor = kind === 'rule' ? id : `${kind}-${id}`;
    const name = kind === 'rule' ? `${id} ${title}` : title;
    return anchors.has(anchor) ? see(anchor, name) : name;
  };
  return joined(things.map(link), labels.comma);
}

/** How long a step may take, with a link to the parameter that says so. */
export function limitLine({ within }: StepPage, writing: Writing): Line {
  const { labels } = writing;
  if (!within) return labels.none;
  const says = labels.within(within.workingDays, within.from);
  if (!within.parameter) return says;
  const { id, title } = within.parameter;
  return [says, ...bracketed([see(`parameter-${id}`, title)], labels)];
}

/** What is no mere text, in brackets. */
export function bracketed(content: readonly Inline[], labels: Labels): readonly Inline[] {
  const [before = '', behind = ''] = labels.brackets('\n').split('\n');
  return [before, ...content, behind];
}

/** How a rule binds, by text and shape, and what kind of rule it is. */
export function badgesOf(
  rule: Pick<RulePage, 'redLine' | 'force' | 'kind' | 'level' | 'severity'>,
  labels: Labels,
): readonly PhrasingContent[] {
  return [
    ...(rule.redLine ? [code(`${redLineShape} ${labels.redLine}`, 'badge red')] : []),
    code(`${shapes[rule.force]} ${labels.forces[rule.force]}`, `badge ${rule.level}`),
    ...(rule.severity === undefined ? [] : [code(rule.severity, 'badge')]),
    ...(rule.kind ? [code(labels.kinds[rule.kind], `badge ${rule.kind}`)] : []),
  ];
}

function sourceAnchor(ref: string): string {
  return `source-${sourceIdOf(ref)}`;
}

/** Clauses in one line, each source named once with all that is cited of it: `《…》（文号）第十二条“…”、第十五条“…”`. */
export function citationLine(citations: readonly Citation[], writing: Writing): readonly Inline[] {
  const { labels } = writing;
  const nameOf = ({ source, number }: Citation) =>
    `${source}${number === '' ? '' : labels.brackets(number)}`;
  return bySource(citations, writing, nameOf, () => []);
}

/** The same by the shortest names of the sources, with what cannot be relied on marked. */
export function briefCitations(
  citations: readonly Citation[],
  writing: Writing,
): readonly Inline[] {
  return bySource(citations, writing, shortName, (cited) =>
    cited.verified ? [] : [writing.labels.brackets(writing.labels.unverifiedShort)],
  );
}

function bySource(
  citations: readonly Citation[],
  writing: Writing,
  nameOf: (cited: Citation) => string,
  marksOf: (cited: Citation) => readonly Inline[],
): readonly Inline[] {
  const { labels } = writing;
  const lines = [...Map.groupBy(citations, ({ source }) => source).values()].map((ofOne): Line =>
    joined(
      ofOne.map((cited, index) => {
        const name = index === 0 ? `${nameOf(cited)}${labels.beforeClause}` : '';
        return [...referred(cited, `${name}${cited.clause}`, writing), ...marksOf(cited)];
      }),
      labels.comma,
    ),
  );
  return joined(lines, labels.semicolon);
}

/** One clause where its source can be looked up: the institution's own goes by its number. */
function shortCitation(cited: Citation, writing: Writing): readonly PhrasingContent[] {
  return referred(
    cited,
    `${shortName(cited)}${writing.labels.beforeClause}${cited.clause}`,
    writing,
  );
}

/** A clause with what cannot be relied on marked, of a source that is named or known. */
export function clauseLink(
  cited: Citation,
  isNamed: boolean,
  writing: Writing,
): readonly PhrasingContent[] {
  const { labels } = writing;
  return [
    ...(isNamed ? shortCitation(cited, writing) : referred(cited, cited.clause, writing)),
    ...(cited.verified ? [] : [text(labels.brackets(labels.unverifiedShort))]),
  ];
}

function shortName({ source, number, isOwn }: Citation): string {
  return isOwn && number !== '' ? number : source;
}

/** With its reference where that is asked for. */
function referred(
  { ref }: Citation,
  says: string,
  { manual }: Writing,
): readonly PhrasingContent[] {
  const link = see(sourceAnchor(ref), says);
  return manual.reading.isTechnical ? [link, text(' '), code(ref)] : [link];
}

/** Clauses with what they say and how far they can be relied on. */
export function cardCitations(
  citations: readonly Citation[],
  writing: Writing,
): readonly BlockContent[] {
  const { labels } = writing;
  if (citations.length === 0) return [];
  return [
    list(
      citations.map((cited) => [
        ...shortCitation(cited, writing),
        text(labels.brackets(labels.confidences[cited.confidence])),
        ...(cited.verified ? [] : [text(' '), strong(labels.unverified)]),
        ...(cited.text === '' ? [] : [text(labels.colon), ...proseLine(cited.text)]),
      ]),
      false,
      'basis',
    ),
  ];
}

/** Clauses without what they say, for cells. */
export function citationRefs(citations: readonly Citation[], writing: Writing): readonly Inline[] {
  const { labels } = writing;
  if (citations.length === 0) return [labels.none];
  const one = (cited: Citation): readonly Inline[] => [
    ...shortCitation(cited, writing),
    ...(cited.confidence === 'OWN' ? [labels.brackets(labels.ownNumber)] : []),
    ...(cited.verified ? [] : [labels.brackets(labels.unverifiedShort)]),
  ];
  return joined(citations.map(one), labels.semicolon);
}

/** `**标签**：内容` as blocks; nothing when there is nothing to say. */
export function labelled(
  label: string,
  content: Prose,
  { labels }: Writing,
): readonly BlockContent[] {
  if (content === '') return [];
  const blocks = prose(content);
  const [first, ...rest] = blocks;
  const head = strong(label);
  if (first?.type === 'paragraph')
    return [paragraph([head, labels.colon, ...first.children]), ...rest];
  return [paragraph([head, labels.colon.trimEnd()]), ...blocks];
}

/** The same in a line of its own, close to its neighbours; nothing when there is nothing to say. */
export function inBrief(label: string, content: Line, writing: Writing): readonly BlockContent[] {
  const says = line(content);
  return says.length === 0 ? [] : [paragraph(labelledLine(label, says, writing), 'brief')];
}

export function labelledLine(label: string, content: Line, { labels }: Writing): readonly Inline[] {
  return [strong(label), labels.colon, ...line(content)];
}

/** What was made of a clause: the rules that rest on it, other things that do, the rules whose breach it punishes. */
export function restingOn(
  {
    rules,
    others,
    punished,
  }: Pick<SourceEntry['clauses'][number], 'rules' | 'others' | 'punished'>,
  writing: Writing,
): readonly Inline[] {
  const { labels } = writing;
  const rest = others.map(({ kind, id, title }) =>
    kind === 'pair' ? see('incompatible', labels.incompatible) : see(`${kind}-${id}`, title),
  );
  const parts = [
    ...(rules.length === 0 ? [] : [ruleLinks(rules, writing)]),
    ...(rest.length === 0 ? [] : [joined(rest, labels.comma)]),
    ...(punished.length === 0
      ? []
      : [[labels.punishes, labels.colon, ...ruleLinks(punished, writing)]]),
  ];
  return parts.length === 0 ? [labels.noRuleYet] : joined(parts, labels.semicolon);
}
