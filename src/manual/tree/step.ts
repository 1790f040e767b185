import type { BlockContent } from 'mdast';

import { redLineShape } from '../../words/marks.ts';
import type { Force, RulePage, StagePage, StepPage, TablePage } from '../model.ts';
import {
  bracketed,
  citationLine,
  inBrief,
  isBrief,
  labelled,
  limitLine,
  namedLinks,
  periodOf,
  ruleLink,
  ruleLinks,
  type Writing,
} from './common.ts';
import {
  code,
  fileLink,
  heading,
  type Inline,
  joined,
  type Line,
  list,
  paragraph,
  see,
  strong,
  table,
} from '../../document/nodes.ts';
import { prose, proseLine } from '../../document/prose.ts';
import { briefCard } from './brief.ts';
import { ruleSection } from './rule.ts';

/** A chapter: a stage, its steps in order, and each step's rules. */
export function stageChapter(stage: StagePage, writing: Writing): readonly BlockContent[] {
  const { labels, manual } = writing;
  if (manual.isFlat) {
    return [
      heading(1, labels.chapter(stage.number, stage.title), `stage-${stage.id}`),
      ...stage.steps.flatMap((step) => [...overview(step, writing), ...cards(step, writing)]),
    ];
  }
  return [
    heading(1, labels.chapter(stage.number, stage.title), `stage-${stage.id}`),
    ...prose(stage.purpose),
    ...stage.steps.flatMap((step) => stepSection(step, writing)),
  ];
}

function stepSection(step: StepPage, writing: Writing): readonly BlockContent[] {
  const { labels, manual } = writing;
  const head = heading(2, `${step.number} ${step.title}`, `step-${step.id}`);
  if (manual.reading.audience === 'red-lines') return [head, ...cards(step, writing)];
  if (isBrief(writing)) return [head, ...briefStep(step, writing), ...cards(step, writing)];
  return [
    head,
    ...labelled(labels.purpose, step.purpose, writing),
    particulars(step, writing),
    ...labelled(labels.takes, step.takes, writing),
    ...tasks(step, writing),
    ...talk(step, writing),
    ...labelled(labels.gives, step.gives, writing),
    ...returns(step, writing),
    ...(step.basis.length === 0
      ? []
      : [paragraph([strong(labels.basis), labels.colon, ...citationLine(step.basis, writing)])]),
    ...(step.rules.length === 0 ? [paragraph(labels.noRules)] : overview(step, writing)),
    ...cards(step, writing),
    ...checklist(step, writing),
    paragraph(['■ ', labels.endOfStep, labels.semicolon, ...next(step, writing)], 'end'),
  ];
}

/** What a step is, for those who do it: a line for each part, its tasks one below the other. */
function briefStep(step: StepPage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  const returned = step.returns.map(({ to, why }): Line => [
    ...proseLine(why),
    labels.brackets(labels.returnSays(to.title)),
  ]);
  return [
    ...inBrief(labels.purpose, proseLine(step.purpose), writing),
    particulars(step, writing),
    ...inBrief(labels.takes, proseLine(step.takes), writing),
    ...tasks(step, writing),
    // those who talk have a handbook
    ...(writing.manual.reading.post === undefined ? [] : talk(step, writing)),
    ...inBrief(labels.gives, proseLine(step.gives), writing),
    ...inBrief(labels.returns, joined(returned, labels.semicolon), writing),
    ...(step.rules.length === 0 ? [paragraph(labels.noRules)] : overview(step, writing)),
  ];
}

function cards({ rules, times }: StepPage, writing: Writing): readonly BlockContent[] {
  return rules.flatMap((rule) =>
    writing.remember('card', [rule, JSON.stringify(times), ...tablesOf(rule, writing)], () =>
      isBrief(writing) && rule.state === 'in-force'
        ? [briefCard(rule, times, writing)]
        : ruleSection(rule, writing),
    ),
  );
}

/** The tables of which a card shows the rows. */
function tablesOf({ limits }: RulePage, { manual }: Writing): readonly TablePage[] {
  const ids = new Set(limits.flatMap(({ kind, id }) => (kind === 'table' ? [id] : [])));
  return manual.tables.filter(({ id }) => ids.has(id));
}

function particulars(step: StepPage, writing: Writing): BlockContent {
  const { labels } = writing;
  const gate = ruleLinks(
    step.gate.map(({ id }) => id),
    writing,
  );
  const others = timesSaid(step, false, writing);
  const rows: (readonly Line[])[] = [
    ...(step.branch === undefined
      ? []
      : [
          [
            labels.branch,
            [code(labels.branchSays(labels.branch, step.branch, undefined), 'badge branch')],
          ],
        ]),
    ...(step.phase ? [[writing.manual.phases, step.phase.title]] : []),
    [labels.startsAfter, start(step, writing)],
    [labels.completedBy, completion(step, writing)],
    [labels.posts, namedLinks(step.posts, 'post', writing)],
    [labels.timeLimit, timeLimit(step, writing)],
    ...(others.length === 0 ? [] : [[labels.otherTimes, joined(others, labels.semicolon)]]),
    ...(step.when === undefined ? [] : [[labels.appliesWhen, step.when]]),
    ...(step.documents.length === 0
      ? []
      : [[labels.documents, namedLinks(step.documents, 'document', writing)]]),
    ...(step.gate.length === 0 && isBrief(writing)
      ? []
      : [[labels.gate, step.gate.length === 0 ? labels.none : gateLine(gate, writing)]]),
    ...(isBrief(writing) ? [] : standing(step, writing)),
    ...(writing.manual.reading.isTechnical ? [[labels.source, [fileLink(step.path)]]] : []),
  ];
  return table([labels.item, labels.content], rows, 'particulars');
}

/** Of which nature it is, and since when. */
function standing(step: StepPage, writing: Writing): readonly (readonly Line[])[] {
  const { labels, manual } = writing;
  const [now] = step.editions.filter(
    ({ from, until }) => from <= manual.asOf && (until === undefined || manual.asOf <= until),
  );
  return [
    [labels.nature, `${labels.forces[forceOf(step)]}${labels.comma}${labels.kinds[step.kind]}`],
    ...(now ? [[labels.inForceSince, periodOf(now, writing)]] : []),
    ...(step.editions.length > 1
      ? [
          [
            labels.stepEditions,
            step.editions.map((edition) => periodOf(edition, writing)).join(labels.semicolon),
          ],
        ]
      : []),
  ];
}

/** What must have happened before. */
function start({ after }: StepPage, writing: Writing): Line {
  const { labels } = writing;
  if (after.length === 0) return labels.startsAtOnce;
  const { before, behind } = labels.startsWhen;
  return [before, ...namedLinks(after, 'step', writing), behind];
}

/** Its events, or the record of another kind that says it is done, or what it leaves behind. */
function completion({ events, record }: StepPage, { labels, manual }: Writing): Line {
  const { before, behind } = labels.completedWhen;
  if (events.length > 0)
    return [
      before,
      ...joined(
        events.map(({ id, title }) => [
          labels.quoted(title),
          ...(manual.reading.isTechnical ? [' ', code(id)] : []),
        ]),
        labels.comma,
      ),
      behind,
    ];
  return record
    ? [`${labels.doneByRecord(record.title)}${labels.colon}`, ...proseLine(record.says)]
    : labels.completedByPapers;
}

/** How long the step may take, and the times that its rules set, each with the rule. */
export function timeLimit(step: StepPage, writing: Writing): Line {
  const { labels } = writing;
  const own = step.within ? [limitLine(step, writing)] : [];
  const all = [...own, ...timesSaid(step, true, writing)];
  return all.length === 0 ? labels.noTimeLimit : joined(all, labels.semicolon);
}

/** Times that its rules set, each once with the day that it runs from and the rules that read it. */
function timesSaid({ times }: StepPage, isDeadline: boolean, writing: Writing): readonly Line[] {
  const { labels } = writing;
  const those = times.filter((time) => time.isDeadline === isDeadline);
  return [...Map.groupBy(those, ({ limit }) => limit.id).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const days = [...new Set(same.map(({ from }) => from))];
    const from = days.length === 1 && first.from !== '' ? [labels.runsFrom(first.from)] : [];
    const rules = same.map(({ rule }) => ruleLink(rule.id, writing));
    const line: Line = [
      see(`parameter-${first.limit.id}`, first.limit.title),
      `${labels.colon}${first.value}`,
      ...bracketed(joined([...from, joined(rules, labels.comma)], labels.semicolon), labels),
    ];
    return [line];
  });
}

function forceOf({ level }: StepPage): Force {
  return level === 'mandatory' ? 'must' : level === 'advisory' ? 'should' : 'may';
}

/** What each post does, in order. */
function tasks(step: StepPage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  if (step.tasks.length === 0) return [];
  const lines = step.tasks.map(({ post, does }): Line => [
    ...namedLinks([post], 'post', writing),
    labels.colon,
    ...proseLine(does),
  ]);
  return [
    paragraph(
      [strong(labels.tasks), labels.colon.trimEnd()],
      isBrief(writing) ? 'brief' : undefined,
    ),
    list(lines, true, 'tasks'),
  ];
}

/** What to say and what never to say, a row for each situation. */
function talk(step: StepPage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  if (step.talk.length === 0) return [];
  const rows = step.talk.map(({ when, posts, say, never, why }): readonly Line[] => [
    [
      ...proseLine(when),
      ...(posts.length === 0 ? [] : bracketed(namedLinks(posts, 'post', writing), labels)),
    ],
    proseLine(say),
    proseLine(never),
    ruleLinks(
      why.map(({ id }) => id),
      writing,
    ),
  ]);
  return [
    paragraph(
      [strong(labels.talk), labels.colon.trimEnd()],
      isBrief(writing) ? 'brief' : undefined,
    ),
    table(labels.talkHead, rows, 'talk'),
  ];
}

function returns(step: StepPage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  if (step.returns.length === 0) return [];
  const lines = step.returns.map(({ to, why }): Line => [
    ...proseLine(why),
    labels.colon,
    see(`step-${to.id}`, labels.returnSays(to.title)),
  ]);
  return [
    paragraph([strong(labels.returns), labels.colon.trimEnd()]),
    list(lines, false, 'returns'),
  ];
}

/** The sentence about a gate with the links to its rules inside. */
function gateLine(links: Line, { labels }: Writing): Line {
  const { before, after } = labels.gateSays;
  return [before, ...joined([links], ''), after];
}

function overview(step: StepPage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  return [
    paragraph(
      [
        strong(writing.manual.isFlat ? labels.rulesInOrder : labels.rulesOfStep),
        labels.colon,
        ...joined(
          step.rules.map(({ id, title }) => see(id, `${id} ${title}`)),
          labels.semicolon,
        ),
      ],
      isBrief(writing) ? 'brief' : undefined,
    ),
  ];
}

/** What to tick before the step is closed. */
function checklist({ rules }: StepPage, writing: Writing): readonly BlockContent[] {
  const table = checklistTable(rules, writing);
  return table.length === 0 ? [] : [heading(3, writing.labels.checklist), ...table];
}

/** Rules in force with the limits they set and what proves them, and a line to sign. */
export function checklistTable(
  rules: readonly RulePage[],
  writing: Writing,
): readonly BlockContent[] {
  const { labels } = writing;
  const rows = rules.flatMap((rule): readonly (readonly Line[])[] =>
    rule.state === 'in-force' ? [checklistRow(rule, writing)] : [],
  );
  return rows.length === 0
    ? []
    : [
        paragraph(labels.checklistSays),
        table(labels.checklistHead, rows, 'checklist'),
        paragraph(labels.signature, 'signature'),
      ];
}

function checklistRow(rule: RulePage, writing: Writing): readonly Line[] {
  const { labels } = writing;
  const limits = rule.spokenOf.flatMap(({ kind, title, says }) => {
    if (kind === 'table') return [title + labels.brackets(labels.seeTable)];
    return kind === 'parameter' && says !== '' ? [`${title}${labels.colon}${says}`] : [];
  });
  return [
    '□',
    [ruleLink(rule.id, writing), ` ${rule.redLine ? `${redLineShape} ` : ''}${rule.title}`],
    limits.length === 0 ? labels.none : limits.join(labels.semicolon),
    rule.evidence.length === 0
      ? labels.none
      : rule.evidence.map(({ title }) => title).join(labels.comma),
  ];
}

function next({ next: following }: StepPage, { labels, anchors }: Writing): readonly Inline[] {
  if (!following) return [labels.lastStep];
  const anchor = `step-${following.id}`;
  return anchors.has(anchor)
    ? [see(anchor, labels.nextStep(following.title))]
    : [labels.nextStep(following.title)];
}
