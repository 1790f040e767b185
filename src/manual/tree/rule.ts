import { marks } from '../../words/marks.ts';
import type { BlockContent } from 'mdast';

import type { Limit, RuleHistory, RulePage } from '../model.ts';
import { rowsOf } from './appendix.ts';
import {
  citationList,
  citationRefs,
  labelled,
  namedLinks,
  periodOf,
  stateOf,
  type Writing,
} from './common.ts';
import {
  code,
  fileLink,
  heading,
  joined,
  type Line,
  list,
  paragraph,
  quote,
  see,
  strong,
  table,
  text,
} from '../../document/nodes.ts';
import { prose, proseLine } from '../../document/prose.ts';

/** The page of a rule: consequence before action for a red line, then criterion, particulars, actions, examples, basis. */
export function ruleSection(rule: RulePage, writing: Writing): readonly BlockContent[] {
  return [
    heading(3, [`${rule.id} ${rule.title}`], rule.id),
    badges(rule, writing),
    ...warnings(rule, writing),
    ...criterion(rule, writing),
    ...limits(rule, writing),
    ...titled(writing.labels.how, prose(rule.how)),
    ...titled(writing.labels.standard, prose(rule.standard)),
    ...titled(writing.labels.particulars, [particulars(rule, writing)]),
    ...examples(rule, writing),
    ...titled(writing.labels.mistakes, prose(rule.mistakes)),
    ...risk(rule, writing),
    ...titled(writing.labels.basis, citationList(rule.basis, writing)),
    ...titled(writing.labels.why, prose(rule.why)),
    ...history(rule, writing),
    ...limitHistory(rule, writing),
  ];
}

function badges(rule: RulePage, writing: Writing): BlockContent {
  const { labels } = writing;
  const marks = [
    ...(rule.redLine ? [code(labels.redLine, 'badge red')] : []),
    ...(rule.kind ? [code(labels.kinds[rule.kind], `badge ${rule.kind}`)] : []),
    code(rule.severity ?? labels.levels[rule.level], `badge ${rule.level}`),
    code(labels.checks[rule.check], 'badge check'),
    ...(rule.branch === undefined
      ? []
      : [code(labels.branchSays(labels.branch, rule.branch, rule.adds), 'badge branch')]),
  ];
  const state = stateOf(rule, writing);
  const posts = namedLinks(rule.posts, 'post', writing);
  return paragraph(
    [
      ...joined(marks, ' '),
      ...(rule.posts.length === 0
        ? [' ']
        : [` ${labels.post}${labels.colon}`, ...posts, labels.semicolon]),
      state,
    ],
    'badges',
  );
}

function warnings(rule: RulePage, { labels }: Writing): readonly BlockContent[] {
  const unverified = rule.basis.length > 0 && rule.basis.every(({ verified }) => !verified);
  return [
    ...(rule.redLine && rule.remedy
      ? [
          quote(
            [
              paragraph([
                strong(labels.consequence),
                `${labels.brackets(rule.remedy.when)}${labels.colon}`,
                ...proseLine(rule.remedy.text),
              ]),
            ],
            'red-line',
          ),
        ]
      : []),
    ...(unverified ? [quote([paragraph([strong(labels.unverified)])], 'unverified')] : []),
  ];
}

function criterion(rule: RulePage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  return [
    heading(4, labels.criterion),
    ...(rule.each === undefined
      ? []
      : [paragraph([strong(labels.each), labels.colon, labels.eachSays(rule.each)])]),
    paragraph([strong(labels.when), labels.colon, rule.when ?? labels.always]),
    ...requirement(rule, writing),
    ...named(rule, writing),
    ...(rule.absenceFails ? [paragraph(labels.absenceFails)] : []),
    ...labelled(labels.editionNote, rule.note, writing),
  ];
}

function requirement({ criterion: parts }: RulePage, { labels }: Writing): readonly BlockContent[] {
  const [only] = parts;
  const head = [strong(labels.criterion), labels.colon];
  if (only === undefined) return [paragraph([...head, labels.manualCriterion], 'criterion')];
  if (parts.length === 1) return [paragraph([...head, only], 'criterion')];
  return [paragraph([...head, labels.allOf], 'criterion'), list(parts, true, 'criterion')];
}

/** The values that the criterion names. */
function named({ named: values }: RulePage, { labels }: Writing): readonly BlockContent[] {
  if (values.length === 0) return [];
  const lines = values.map(({ name, title, says, written }): Line => [
    ...(title === undefined ? [] : [title, ' = ', says, labels.semicolon]),
    code(`${name}: ${written}`),
  ]);
  return [paragraph([strong(labels.where), labels.colon]), list(lines, false, 'named')];
}

function particulars(rule: RulePage, writing: Writing): BlockContent {
  const { labels } = writing;
  const rows: (readonly Line[])[] = [
    ...(rule.governingDay === undefined
      ? []
      : [[labels.governingDay, labels.governingDaySays(rule.governingDay)]]),
    ...(rule.products.length === 0 ? [] : [[labels.products, rule.products.join(labels.comma)]]),
    [labels.evidence, namedLinks(rule.evidence, 'document', writing)],
    [
      labels.waiver,
      rule.waiver === undefined || rule.redLine ? labels.noWaiver : labels.waiverBy(rule.waiver),
    ],
    ...(rule.remedy && !rule.redLine
      ? [[labels.remedy, [`${rule.remedy.when}${labels.colon}`, ...proseLine(rule.remedy.text)]]]
      : []),
    [
      labels.fields,
      joined(
        rule.fields.map(({ title, path, about }) => [
          `${title} `,
          code(path),
          ...(about === undefined ? [] : [labels.brackets(about)]),
        ]),
        labels.semicolon,
      ),
    ],
    ...(rule.expression === undefined ? [] : [[labels.expression, [code(rule.expression)]]]),
    [labels.source, [fileLink(rule.path)]],
  ];
  return table([labels.item, labels.content], rows, 'particulars');
}

function limits(rule: RulePage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  if (rule.limits.length === 0) return [];
  const rows = rule.limits.map(({ id, kind, title, says, edition }): readonly Line[] => {
    const anchor = `${kind}-${id}`;
    const content =
      kind === 'table' || kind === 'codes'
        ? [see(anchor, kind === 'table' ? labels.seeTable : labels.seeCodes)]
        : [says === '' ? labels.notInForce : says];
    return [
      [see(anchor, title)],
      content,
      edition ? periodOf(edition, writing) : labels.notInForce,
    ];
  });
  return titled(labels.limits, [
    table(labels.limitsHead, rows, 'limits'),
    ...rule.limits.flatMap((limit) => shortTable(limit, writing)),
  ]);
}

/** Rows of a table that are shown where they are used; longer ones stay in the appendix. */
const fewRows = 8;

function shortTable({ id, kind }: Limit, writing: Writing): readonly BlockContent[] {
  const page = kind === 'table' ? writing.manual.tables.find((one) => one.id === id) : undefined;
  const edition = page?.editions.find(({ inForce }) => inForce);
  if (!page || !edition || edition.rows.length > fewRows) return [];
  return [paragraph([strong([see(`table-${id}`, page.title)])]), rowsOf(edition, page, writing)];
}

function examples(rule: RulePage, { labels }: Writing): readonly BlockContent[] {
  if (rule.examples.length === 0) return [];
  const rows = rule.examples.map(({ title, status, message, missing }): readonly Line[] => {
    const said = missing.length > 0 ? labels.missing(missing.join(labels.comma)) : message;
    return [`${marks[status]} ${labels.statuses[status]}`, title, said === '' ? labels.none : said];
  });
  return titled(labels.examples, [table(labels.examplesHead, rows, 'examples')]);
}

function risk({ risk: given }: RulePage, { labels }: Writing): readonly BlockContent[] {
  if (!given) return [];
  const row: readonly Line[] = [
    proseLine(given.point),
    given.type,
    labels.riskLevels[given.level],
    proseLine(given.control),
    given.post,
  ];
  return titled(labels.risk, [table(labels.riskHead, [row], 'risk')]);
}

function history(rule: RulePage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  if (rule.history.length < 2) return [];
  const rows = rule.history
    .toReversed()
    .map((edition): readonly Line[] => [
      periodOf(edition, writing),
      revised(edition, writing),
      [
        ...citationRefs(edition.basis, writing),
        ...(edition.note === '' ? [] : [text(' '), ...proseLine(edition.note)]),
      ],
    ]);
  return titled(labels.history, [table(labels.historyHead, rows, 'editions')]);
}

function revised({ title, when, criterion: says }: RuleHistory, { labels }: Writing): string {
  const parts = [title, when === undefined ? undefined : labels.appliedWhen(when), says].filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 ? labels.unchanged : parts.join(labels.semicolon);
}

function limitHistory(rule: RulePage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  const rows = rule.limitHistory.flatMap(({ id, title, editions }) =>
    editions
      .toReversed()
      .map((edition, index): readonly Line[] => [
        index === 0 ? [see(`parameter-${id}`, title)] : [],
        edition.inForce ? [strong(edition.value), labels.brackets(labels.now)] : edition.value,
        periodOf(edition, writing),
        citationRefs(edition.basis, writing),
      ]),
  );
  return rows.length === 0
    ? []
    : titled(labels.limitHistory, [table(labels.limitHistoryHead, rows, 'values')]);
}

function titled(title: string, blocks: readonly BlockContent[]): readonly BlockContent[] {
  return blocks.length === 0 ? [] : [heading(4, title), ...blocks];
}
