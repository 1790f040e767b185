import type { BlockContent } from 'mdast';

import {
  heading,
  type Inline,
  joined,
  type Line,
  paragraph,
  strong,
  table,
} from '../../document/nodes.ts';
import { proseLine } from '../../document/prose.ts';
import type { Citation, Replacement, RulePage } from '../model.ts';
import { clauseLink, restingOn, ruleLink, type Writing } from './common.ts';

/** Clauses and criteria as they were beside what they are now; nothing where none was other. */
export function thenAndNowChapter(number: number, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  const blocks = [...clausesReplaced(writing), ...criteriaReplaced(writing)];
  return blocks.length === 0
    ? []
    : [heading(1, labels.appendix(number, labels.thenAndNow), 'then-and-now'), ...blocks];
}

/** A table for each source that ended. */
function clausesReplaced(writing: Writing): readonly BlockContent[] {
  const { labels, manual } = writing;
  if (manual.replacements.length === 0) return [];
  const bySource = Map.groupBy(manual.replacements, ({ before }) => before[0]?.source ?? '');
  return [
    heading(2, labels.clausesReplaced, 'clauses-replaced'),
    paragraph(labels.thenAndNowSay),
    ...[...bySource].flatMap(([source, pairs]) => [
      heading(3, source),
      table(
        labels.thenAndNowHead,
        pairs.map((pair) => rowOf(pair, writing)),
        'beside',
      ),
    ]),
  ];
}

function rowOf({ before, after, rules, others }: Replacement, writing: Writing): readonly Line[] {
  const { labels } = writing;
  const were = before.map((one) => ({ cited: one, period: labels.untilDay(one.until) }));
  const are = after.map((one) => ({ cited: one, period: labels.sinceDay(one.from) }));
  return [
    clausesSay(were, before[0]?.source, writing),
    clausesSay(are, undefined, writing),
    restingOn({ rules, others, punished: [] }, writing),
  ];
}

/** `《…》第十七条“面谈”（施行至 2024-06-30）：…`, each source named once, and not the one that stands above. */
function clausesSay(
  clauses: readonly { readonly cited: Citation; readonly period: string }[],
  above: string | undefined,
  writing: Writing,
): readonly Inline[] {
  const { labels } = writing;
  const lines = clauses.map(({ cited, period }, index): Line => {
    const last = clauses[index - 1]?.cited.source ?? above;
    return [
      ...clauseLink(cited, cited.source !== last, writing),
      labels.brackets(period),
      ...(cited.text === '' ? [] : [labels.colon, ...proseLine(cited.text)]),
    ];
  });
  return joined(lines, ' ');
}

function criteriaReplaced(writing: Writing): readonly BlockContent[] {
  const { labels, manual } = writing;
  const rows = rulesOf(manual).flatMap((rule) =>
    revisions(rule, writing).map(({ before, until, now, from }): readonly Line[] => [
      [ruleLink(rule.id, writing), ` ${rule.title}`],
      [strong(labels.untilDay(until)), labels.colon, before],
      [strong(labels.sinceDay(from)), labels.colon, now],
    ]),
  );
  if (rows.length === 0) return [];
  return [
    heading(2, labels.criteriaReplaced, 'criteria-replaced'),
    paragraph(labels.criteriaReplacedSay),
    table(labels.criteriaReplacedHead, rows, 'beside'),
  ];
}

/** The last revision of a rule in force on a day, and those to come: of when and criterion what is other than before. */
function revisions({ history }: RulePage, { manual: { asOf }, labels }: Writing) {
  const all = history.slice(1).map(({ from, when, criterion }, index) => {
    const before = history.slice(0, index + 1);
    const last = (key: 'when' | 'criterion') =>
      before.findLast((one) => one[key] !== undefined)?.[key];
    const says = (cases: string | undefined, asks: string | undefined) =>
      [cases === undefined ? [] : labels.appliedWhen(cases), asks ?? []]
        .flat()
        .join(labels.semicolon);
    return {
      from,
      until: before.at(-1)?.until ?? '',
      before: says(when && last('when'), criterion && last('criterion')),
      now: says(when, criterion),
    };
  });
  const changed = all.filter(({ before, now }) => before !== '' && now !== '');
  const current = changed.findLast(({ from }) => from <= asOf);
  return changed.filter((one) => one.from > asOf || one === current);
}

function rulesOf({ stages }: Writing['manual']): readonly RulePage[] {
  return stages.flatMap(({ steps }) => steps.flatMap(({ rules }) => rules));
}
