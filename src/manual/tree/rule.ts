import { marks } from '../../words/marks.ts';
import type { BlockContent } from 'mdast';

import type { Point } from '../../feel/sentence/sentence.ts';
import type { Audience, Coming, Each, Limit, RuleHistory, RulePage } from '../model.ts';
import { rowsOf } from './appendix.ts';
import {
  badgesOf,
  cardCitations,
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
  type Inline,
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
import { about, type About } from '../../document/about.ts';
import { prose, proseLine } from '../../document/prose.ts';

type Section = (rule: RulePage, writing: Writing) => readonly BlockContent[];

/** The parts of a card, in order: consequence before action for a red line, then what to do, and what it is judged by. */
const sections = {
  warnings,
  scope,
  how: (rule, { labels }) => titled(labels.how, prose(rule.how)),
  criterion,
  limits,
  coming,
  basis: (rule, writing) => titled(writing.labels.basis, cardCitations(rule.basis, writing)),
  particulars: (rule, writing) => titled(writing.labels.particulars, [particulars(rule, writing)]),
  risk,
  standard: (rule, { labels }) => titled(labels.standard, prose(rule.standard)),
  mistakes: (rule, { labels }) => titled(labels.mistakes, prose(rule.mistakes)),
  penalties: (rule, writing) =>
    titled(writing.labels.penalties, cardCitations(rule.penalties, writing)),
  examples,
  why: (rule, { labels }) => titled(labels.why, prose(rule.why)),
  history,
  limitHistory,
} satisfies Readonly<Record<string, Section>>;

/** What an audience does not need; those who do the work have cards of their own. */
const left: Readonly<Record<Exclude<Audience, 'operation'>, readonly (keyof typeof sections)[]>> = {
  inspection: ['how', 'risk', 'why', 'history', 'limitHistory'],
  audit: [],
  'red-lines': [
    'particulars',
    'risk',
    'standard',
    'mistakes',
    'penalties',
    'examples',
    'why',
    'history',
    'limitHistory',
  ],
};

/** The card of a rule, with the parts that its readers need; a line alone for a rule that is not in force on the day. */
export function ruleSection(rule: RulePage, writing: Writing): readonly BlockContent[] {
  const name = `${rule.id} ${rule.title}`;
  if (rule.state !== 'in-force')
    return [
      about(
        heading(4, [name, writing.labels.brackets(stateOf(rule, writing))], rule.id),
        aboutRule(rule, writing),
      ),
    ];
  const { audience } = writing.manual.reading;
  const out: readonly string[] =
    audience === undefined || audience === 'operation' ? [] : left[audience];
  return [
    about(heading(3, name, rule.id), aboutRule(rule, writing)),
    paragraph(
      [
        ...badgesOfCard(rule, writing),
        rule.posts.length === 0 ? ' ' : writing.labels.semicolon,
        stateOf(rule, writing),
      ],
      'badges',
    ),
    ...Object.entries<Section>(sections).flatMap(([part, section]) =>
      out.includes(part) ? [] : section(rule, writing),
    ),
  ];
}

/** By what it is chosen on a page: a rule for all products is for whichever is chosen. */
export function aboutRule(rule: RulePage, { labels }: Writing): About {
  const { products, hasProducts, posts, force, redLine, severity, level } = rule;
  const grade = redLine
    ? { id: 'red-line', title: labels.redLine }
    : { id: severity ?? level, title: severity ?? labels.levels[level] };
  return {
    product: hasProducts ? products : [],
    post: posts,
    force: [{ id: force, title: labels.forces[force] }],
    level: [grade],
  };
}

/** How it binds and is checked, whose addition it is, and which posts it is for. */
export function badgesOfCard(rule: RulePage, writing: Writing): readonly Inline[] {
  const { labels } = writing;
  const marked = [
    ...badgesOf(rule, labels),
    code(labels.checks[rule.check], 'badge check'),
    ...(rule.branch === undefined
      ? []
      : [code(labels.branchSays(labels.branch, rule.branch, rule.adds), 'badge branch')]),
  ];
  return [
    ...joined(marked, ' '),
    ...(rule.posts.length === 0
      ? []
      : [` ${labels.post}${labels.colon}`, ...namedLinks(rule.posts, 'post', writing)]),
  ];
}

/** The consequence of crossing a red line, and that no clause was verified. */
export function warnings(rule: RulePage, { labels }: Writing): readonly BlockContent[] {
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

/** Which files, products, acts and cases it is for: of a rule without any of these, every file of its kind. */
function scope(rule: RulePage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  const narrow = narrowing(rule, writing);
  const parts =
    (rule.group ?? rule.each ?? rule.when)
      ? narrow
      : [...narrow, [labels.when, plain(everyFile(rule, labels))] as const];
  const all: typeof parts =
    rule.hasProducts && rule.products === undefined
      ? [[labels.products, plain(labels.allProducts)], ...parts]
      : parts;
  return all.flatMap(([name, { text: says, points }]) => [
    paragraph([strong(name), labels.colon, says], 'scope'),
    ...pointList(points),
  ]);
}

/** What narrows it to some products, to acts one by one, to files together and to cases; nothing where it is for all. */
export function narrowing(
  { products, group, file, each, when }: RulePage,
  { labels }: Writing,
): readonly (readonly [string, Point])[] {
  return [
    ...(products === undefined
      ? []
      : [[labels.products, plain(products.map(({ title }) => title).join(labels.comma))] as const]),
    ...(group === undefined ? [] : [[labels.each, plain(labels.groupSays(group, file))] as const]),
    ...(each ? [[labels.each, plain(eachSays(each, labels))] as const] : []),
    ...(when ? [[labels.when, when] as const] : []),
  ];
}

function plain(says: string): Point {
  return { text: says, points: [] };
}

/** What stands below a sentence, numbered. */
export function pointList(points: readonly Point[], className?: string): readonly BlockContent[] {
  if (points.length === 0) return [];
  const items = points.map(({ text: says, points: inner }) => [
    paragraph(says),
    ...pointList(inner),
  ]);
  return [list(items, true, className)];
}

function everyFile({ subject, hasProducts }: RulePage, labels: Writing['labels']): string {
  return hasProducts ? labels.everyFile(subject) : labels.everyRecord(subject);
}

function eachSays({ list, one }: Each, labels: Writing['labels']): string {
  return one === undefined ? labels.eachSays(list) : labels.oneByOne(one);
}

function criterion(rule: RulePage, writing: Writing): readonly BlockContent[] {
  const { labels, manual } = writing;
  return [
    heading(4, labels.criterion),
    ...requirement(rule, writing),
    ...(rule.check === 'both' ? byHand(rule, writing) : []),
    ...named(rule, writing),
    ...(manual.reading.audience === 'operation' ? [] : judging(rule, writing)),
    ...(manual.reading.isTechnical ? technical(rule, writing) : []),
  ];
}

/** What else an inspector has to know of how it is judged. */
function judging(rule: RulePage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  return [
    ...(rule.absenceFails ? [paragraph(labels.absenceFails)] : []),
    ...(rule.governingDay === undefined
      ? []
      : [
          paragraph([
            strong(labels.governingDay),
            labels.colon,
            labels.governingDaySays(rule.governingDay),
          ]),
        ]),
    ...labelled(labels.editionNote, rule.note, writing),
  ];
}

/** What a person judges of a rule besides the data. */
function byHand({ question }: RulePage, { labels }: Writing): readonly BlockContent[] {
  if (question === '') return [paragraph(labels.alsoByHand)];
  return [
    paragraph([strong(labels.judgedBesides), labels.colon, ...proseLine(question)], 'criterion'),
    paragraph(labels.worseCounts),
  ];
}

function requirement(
  { criterion: asked, question }: RulePage,
  { labels }: Writing,
): readonly BlockContent[] {
  if (asked === undefined)
    return [
      ...(question === '' ? [] : [paragraph(proseLine(question), 'criterion')]),
      paragraph(labels.manualCriterion, 'criterion'),
    ];
  return [paragraph(asked.text, 'criterion'), ...pointList(asked.points, 'criterion')];
}

/** The values that the criterion names, of those that have a title. */
function named({ named: values }: RulePage, { labels }: Writing): readonly BlockContent[] {
  const lines = values.flatMap(({ title, says }) =>
    title === undefined ? [] : [labels.means(title, says)],
  );
  return lines.length === 0
    ? []
    : [paragraph([strong(labels.where), labels.colon.trimEnd()]), list(lines, false, 'named')];
}

/** For those who change the rule: its fields, expressions and file. */
function technical(rule: RulePage, { labels }: Writing): readonly BlockContent[] {
  const fields = rule.fields.map(({ title, path, about }): Line => [
    `${title} `,
    code(path),
    ...(about === undefined ? [] : [labels.brackets(about)]),
  ]);
  const rows: (readonly Line[])[] = [
    ...(rule.fields.length === 0 ? [] : [[labels.fields, joined(fields, labels.semicolon)]]),
    ...(rule.expression === undefined ? [] : [[labels.expression, [code(rule.expression)]]]),
    ...rule.named.map(({ name, written }): readonly Line[] => [[code(name)], [code(written)]]),
    [labels.source, [fileLink(rule.path)]],
  ];
  return [table([labels.item, labels.content], rows, 'technical')];
}

function particulars(rule: RulePage, writing: Writing): BlockContent {
  const { labels } = writing;
  const rows: (readonly Line[])[] = [
    ...(rule.evidence.length === 0
      ? []
      : [[labels.evidence, namedLinks(rule.evidence, 'document', writing)]]),
    [
      labels.waiver,
      rule.waiver === undefined || rule.redLine ? labels.noWaiver : labels.waiverBy(rule.waiver),
    ],
    ...(rule.remedy && !rule.redLine
      ? [[labels.remedy, [`${rule.remedy.when}${labels.colon}`, ...proseLine(rule.remedy.text)]]]
      : []),
  ];
  return table([labels.item, labels.content], rows, 'particulars');
}

function limits(rule: RulePage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  if (rule.spokenOf.length === 0) return [];
  if (writing.manual.reading.audience === 'operation') return limitsInShort(rule, writing);
  const rows = rule.spokenOf.map(
    ({ id, kind, title, says, edition, isSettled }): readonly Line[] => {
      const anchor = `${kind}-${id}`;
      const content =
        kind === 'table' || kind === 'codes'
          ? [see(anchor, kind === 'table' ? labels.seeTable : labels.seeCodes)]
          : [says === '' ? labels.notInForce : says];
      return [
        [see(anchor, title)],
        content,
        isSettled ? '' : edition ? periodOf(edition, writing) : labels.notInForce,
      ];
    },
  );
  return titled(labels.limits, [
    table(labels.limitsHead, rows, 'limits'),
    ...rule.spokenOf.flatMap((limit) => tableInUse(limit, writing)),
  ]);
}

/** Values in one line, and the tables: formulas stand in the criterion by name. */
function limitsInShort(rule: RulePage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  const values = rule.spokenOf.flatMap(({ kind, title, says, edition }) =>
    kind === 'parameter' && says !== '' && edition
      ? [`${title}${labels.colon}${says}${labels.brackets(periodOf(edition, writing))}`]
      : [],
  );
  const tables = rule.spokenOf.flatMap((limit) => tableInUse(limit, writing));
  const line = paragraph([strong(labels.limitValues), labels.colon, values.join(labels.semicolon)]);
  return [...(values.length === 0 ? [] : [line]), ...tables];
}

/** Rows of a table that are shown where they are used; longer ones stay in the appendix. */
const fewRows = 20;

function tableInUse({ id, kind }: Limit, writing: Writing): readonly BlockContent[] {
  const page = kind === 'table' ? writing.manual.tables.find((one) => one.id === id) : undefined;
  const edition = page?.editions.find(({ inForce }) => inForce);
  if (!page || !edition || edition.rows.length > fewRows) return [];
  return [paragraph([strong([see(`table-${id}`, page.title)])]), rowsOf(edition, page, writing)];
}

function coming(rule: RulePage, writing: Writing): readonly BlockContent[] {
  const lines = comingLines(rule, writing);
  return lines.length === 0
    ? []
    : [
        quote(
          [paragraph([strong(writing.labels.comingHere)]), list(lines, false, 'coming')],
          'coming',
        ),
      ];
}

/** What is settled and changes after the day of the manual: editions of the rule, then of what it reads. */
export function comingLines(rule: RulePage, writing: Writing): readonly Line[] {
  const { labels, manual } = writing;
  const own = rule.history
    .filter(({ from }) => from > manual.asOf)
    .map((edition): Line => [labels.fromDay(edition.from), revised(edition, writing)]);
  const read = rule.coming.map((one): Line => [
    labels.fromDay(one.from),
    see(`${one.kind}-${one.id}`, one.title),
    comingSays(one, writing),
  ]);
  const ends = rule.edition.until;
  const last = ends !== undefined && own.length === 0 ? [labels.heldUntil(ends)] : [];
  return [...own, ...read, ...last];
}

function comingSays({ kind, says }: Coming, { labels }: Writing): string {
  return kind === 'table' || kind === 'codes' ? labels.becomesAnother : labels.becomes(says);
}

function examples(rule: RulePage, { labels }: Writing): readonly BlockContent[] {
  if (rule.examples.length === 0) return [];
  const rows = rule.examples.map(({ title, status, message, facts, missing }): readonly Line[] => {
    const said = missing.length > 0 ? labels.missing(missing.join(labels.comma)) : message || facts;
    return [`${marks[status]} ${labels.statuses[status]}`, title, said || labels.none];
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

/** What an edition changed of the one before it; the first one says all. */
function revised(
  { isFirst, title, when, criterion: says }: RuleHistory,
  { labels }: Writing,
): string {
  const parts = [
    title === undefined ? undefined : labels.titleBecomes(title),
    when === undefined ? undefined : (isFirst ? labels.appliedWhen : labels.whenBecomes)(when),
    says === undefined || isFirst ? says : labels.criterionBecomes(says),
  ].filter((part) => part !== undefined);
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
