import type { ClauseData, OutcomeData, PlaceData, ReasonData } from '../page-data.ts';
import { type Child, code, el, fact, filled, list, said, table } from './dom.ts';
import { type File, nameOf } from './files.ts';
import type { Store } from './store.ts';

/** A finding with all that explains it: what was seen, where, by which clause, and what to do. */
export function findingCard(outcome: OutcomeData, file: File, store: Store): HTMLElement {
  const { words } = store.legend;
  const name = findingName(outcome, file, store);
  const heading = el(
    'h4',
    {},
    ruleName(outcome, store),
    ' ',
    titleOf(outcome, store),
    ' ',
    el('a', { href: linkTo(name), class: 'link', 'aria-label': words.page.link }, '#'),
  );
  const card = el(
    'article',
    { class: `card ${outcome.status}`, tabindex: '-1' },
    heading,
    el('p', { class: 'badges' }, statusMark(outcome.status, store), ' ', badges(outcome, store)),
    el('p', { class: 'message' }, said(store.of(outcome.message))),
    el('dl', {}, facts(outcome, file, store)),
    outcome.steps && stepsTable(outcome, file, store),
    seenTable(outcome, file, store),
    formulas(outcome.because ?? [], store),
  );
  const names = [name, ...(outcome.steps ?? []).map((step) => findingName(step, file, store))];
  card.dataset['findings'] = JSON.stringify(names);
  return card;
}

/** What a finding goes by from one check to the next. */
export function findingName(
  { finding, rule, element }: Pick<OutcomeData, 'finding' | 'rule' | 'element'>,
  file: File,
  { legend }: Store,
): string {
  if (finding !== undefined) return finding;
  const own = `${nameOf(file)}/${legend.rules[rule]?.id ?? ''}`;
  return element === undefined ? own : `${own}/${element}`;
}

function linkTo(name: string): string {
  return `#${encodeURI(name)}`;
}

export function statusMark(status: OutcomeData['status'], { legend }: Store): HTMLElement {
  const { marks, status: says } = legend.words;
  return el(
    'code',
    { class: `badge status ${status}` },
    el('span', { 'aria-hidden': 'true' }, marks[status]),
    ` ${says[status]}`,
  );
}

export function verdictMark({ verdict }: File, store: Store): HTMLElement {
  return verdict === undefined
    ? el('code', { class: 'badge status fail' }, store.legend.words.page.noVerdict)
    : statusMark(verdict, store);
}

export function ruleName(
  { rule, element, gate }: Pick<OutcomeData, 'rule' | 'element' | 'gate'>,
  { legend }: Store,
): Child {
  if (gate !== undefined) return undefined;
  const id = code(legend.rules[rule]?.id ?? '', 'rule');
  return element === undefined
    ? id
    : [id, ' ', el('span', { class: 'element' }, '[', said(element), ']')];
}

export function titleOf({ title, rule }: OutcomeData, { legend, of }: Store): string {
  return title === undefined ? (legend.rules[rule]?.title ?? '') : of(title);
}

function badges({ rule, manual, own }: OutcomeData, { legend }: Store): Child {
  const { badges: weight = [], kind, redLine } = own ?? legend.rules[rule] ?? {};
  const { page } = legend.words;
  return [
    redLine && [el('code', { class: 'badge red' }, page.redLine), ' '],
    weight.map((says, index) => [
      el('code', { class: kind !== undefined && index === 0 ? `badge ${kind}` : 'badge' }, says),
      ' ',
    ]),
    manual && el('code', { class: 'badge' }, page.byHand),
  ];
}

function facts(outcome: OutcomeData, file: File, store: Store): Child {
  const { legend, of } = store;
  const { label, page, colon } = legend.words;
  const rule = legend.rules[outcome.rule];
  const aside = (term: string, says: string | undefined): Child =>
    says === undefined ? undefined : el('span', { class: 'soft' }, ` ${term}${colon}`, said(says));
  const edition =
    outcome.edition === undefined ? undefined : filled(page.editionFrom, outcome.edition);
  const remedy = outcome.remedy === undefined ? rule?.remedy : of(outcome.remedy);
  return [
    rule?.step !== undefined &&
      !outcome.steps &&
      fact(page.step, [rule.step, aside(label.post, rule.posts)]),
    edition !== undefined || outcome.asOf !== undefined
      ? fact(label.edition, [edition, aside(page.judgedOn, outcome.asOf)])
      : undefined,
    fact(label.because, list((outcome.because ?? []).map(({ text }) => said(text)))),
    fact(label.outcome, outcome.inapplicable),
    fact(label.basis, clauses(outcome, store)),
    fact(label.origin, outcome.origin === undefined ? undefined : of(outcome.origin)),
    fact(label.missing, list((outcome.missing ?? []).map((path) => code(path, 'path')))),
    fact(label.group, outcome.group === undefined ? undefined : said(outcome.group)),
    outcome.steps ? undefined : fact(label.place, placeText(outcome.at, file)),
    fact(label.related, relatedPlaces(outcome, file, store)),
    outcome.status === 'fail' ? fact(label.remedy, remedy) : undefined,
    fact(label.toPass, bounds(outcome, store)),
    fact(label.by, outcome.by === undefined ? undefined : said(outcome.by)),
    fact(label.waiver, outcome.waiver === undefined ? undefined : said(outcome.waiver)),
  ];
}

/** `file.yaml:12:3  contract.amount` */
export function placeText({ file: other, path, line, column, row }: PlaceData, file: File): Child {
  return [
    code(`${other ?? file.file}:${line}:${column}`),
    ' ',
    row === undefined ? undefined : [said(row), ' '],
    code(path, 'path'),
  ];
}

function relatedPlaces({ related = [], moreRelated = 0 }: OutcomeData, file: File, store: Store) {
  const more = filled(store.legend.words.page.morePlaces, moreRelated);
  const places = related.map((place) => placeText(place, file));
  return list(moreRelated > 0 ? [...places, more] : places);
}

function bounds({ toPass = [] }: OutcomeData, { legend }: Store): Child {
  if (toPass.length === 0) return undefined;
  return [
    list(toPass.map((bound) => said(bound))),
    el('p', { class: 'soft' }, legend.words.page.eachAlone),
  ];
}

function clauses({ basis, gate }: OutcomeData, store: Store): Child {
  const cited = basis === undefined ? [] : store.of(basis);
  const all = list(
    cited.flatMap((number) => {
      const clause = store.legend.clauses[number];
      return clause ? [clauseText(clause, store)] : [];
    }),
  );
  if (gate === undefined || cited.length < 4) return all;
  return el('details', {}, el('summary', {}, String(cited.length)), all);
}

function clauseText({ title, clause, confidence, verified }: ClauseData, store: Store): Child {
  const { page } = store.legend.words;
  return [
    `${title} `,
    el('code', { class: 'clause' }, clause),
    ' ',
    el('span', { class: 'soft' }, confidence),
    verified ? undefined : [' ', el('strong', { class: 'unverified' }, page.unverified)],
  ];
}

/** The steps that went ahead in spite of a gate. */
function stepsTable({ steps = [] }: OutcomeData, file: File, { legend }: Store): HTMLElement {
  const { label, page } = legend.words;
  const rows = steps.map(({ rule, edition, at }) => [
    legend.rules[rule]?.step,
    code(legend.rules[rule]?.id ?? ''),
    edition,
    placeText(at, file),
  ]);
  return table(
    'steps',
    page.stepsWentAhead,
    [page.step, label.rule, label.edition, label.place],
    rows,
  );
}

/** Every value that the reasons read, and where it is written. */
function seenTable({ seen = [] }: OutcomeData, file: File, { legend, of }: Store): Child {
  if (seen.length === 0) return undefined;
  const { page } = legend.words;
  const named = seen.some((one) => one[5] !== undefined);
  const rows = seen.map(([title, value, path, line, column, other]) => {
    const place = `${line}:${column}`;
    return [
      of(title),
      said(value),
      code(path, 'path'),
      named ? said(`${other ?? file.file}:${place}`) : place,
    ];
  });
  return table(
    'seen',
    named ? page.seen : [page.seen, ' ', code(file.file)],
    [page.field, page.value, page.path, page.lineAndColumn],
    rows,
  );
}

function formulas(because: readonly ReasonData[], { legend, of }: Store): Child {
  if (because.length === 0) return undefined;
  const { page } = legend.words;
  return el(
    'details',
    {},
    el('summary', {}, page.formulas),
    list(
      because.map(({ expression, value, rounded }) => [
        code(`${of(expression)} = ${value}`),
        rounded ? [' ', el('span', { class: 'soft' }, page.exactly)] : undefined,
      ]),
    ),
  );
}
