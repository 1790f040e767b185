import type { BlockContent } from 'mdast';

import { heading, type Line, paragraph, table } from '../../document/nodes.ts';
import { proseLine } from '../../document/prose.ts';
import type { PendingClause } from '../model.ts';
import { clauseLink, restingOn, type Writing } from './common.ts';

/** Clauses that are not in force yet, end on a settled day, were not verified, or that nothing was made of. */
export function pendingChapter(number: number, writing: Writing): readonly BlockContent[] {
  const { labels, manual } = writing;
  const { pending, uncarried } = manual;
  if (pending.length + uncarried.length === 0) return [];
  const coming = pending.filter(({ from }) => from !== undefined);
  const ending = pending.filter(({ until }) => until !== undefined);
  const unverified = pending.filter(({ verified }) => !verified);
  const dayOf = (what: 'from' | 'until') => (one: PendingClause) => one[what] ?? labels.none;
  return [
    heading(1, labels.appendix(number, labels.pendingClauses), 'pending'),
    ...section('coming', labels.comingClausesHead, coming, dayOf('from')),
    ...section('ending', labels.endingClausesHead, ending, dayOf('until')),
    ...section(
      'unverified',
      labels.unverifiedClausesHead,
      unverified,
      ({ confidence }) => labels.confidences[confidence],
    ),
    ...uncarriedSection(writing),
  ];

  function section(
    kind: keyof typeof labels.pendingKinds,
    head: readonly string[],
    clauses: readonly PendingClause[],
    what: (clause: PendingClause) => string,
  ): readonly BlockContent[] {
    const rows = clauses.map((one): readonly Line[] => [
      clauseLink(one, true, writing),
      what(one),
      restingOn({ ...one, punished: [] }, writing),
    ]);
    return [
      heading(2, labels.pendingKinds[kind], `pending-${kind}`),
      ...(rows.length === 0
        ? [paragraph(labels.pendingNone[kind])]
        : [paragraph(labels.pendingSays[kind]), table(head, rows, 'pending')]),
    ];
  }
}

/** Of the whole rulebook alone: of a part nobody can tell what is left over. */
function uncarriedSection(writing: Writing): readonly BlockContent[] {
  const { labels, manual } = writing;
  if (manual.uncarried.length === 0) return [];
  const rows = manual.uncarried.map((one): readonly Line[] => [
    clauseLink(one, true, writing),
    labels.clauseStatuses[one.status],
    one.says === '' ? labels.none : proseLine(one.says),
  ]);
  return [
    heading(2, labels.uncarried, 'uncarried'),
    paragraph(labels.uncarriedSays),
    table(labels.uncarriedHead, rows, 'pending'),
  ];
}
