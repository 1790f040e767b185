import type { Detail, OutcomeData, ProblemData, WantingData } from '../page-data.ts';
import {
  findingCard,
  findingName,
  placeText,
  ruleName,
  statusMark,
  titleOf,
  verdictMark,
} from './card.ts';
import { type Child, code, el, filled, list, quoted, said, table } from './dom.ts';
import { type File, nameOf } from './files.ts';
import type { Store } from './store.ts';

/** All that was found of one file. */
export function detailOf(file: File, store: Store): HTMLElement {
  const details = store.detailsOf(file);
  const outcomes = details.flatMap((detail) => detail.outcomes ?? []);
  const of = (...wanted: readonly OutcomeData['status'][]) =>
    outcomes.filter(({ status }) => wanted.includes(status));
  const untold = of('cannot-tell');
  return el(
    'section',
    { class: 'dossier', 'aria-label': nameOf(file) },
    headOf(file, details, store),
    problems(
      details.flatMap((detail) => detail.problems ?? []),
      store,
    ),
    findings(of('fail'), file, store),
    untoldPart(
      untold,
      details.flatMap((detail) => detail.wanting ?? []),
      file,
      store,
    ),
    waivedPart(of('waived'), file, store),
    waitingPart(details, store),
    othersPart(of('pass', 'not-applicable', 'not-due'), store),
  );
}

/** What it is and what was judged of it; of what was judged together, the last word counts. */
function headOf(file: File, details: readonly Detail[], store: Store): Child {
  const { legend, of } = store;
  const { label, colon, page } = legend.words;
  const [own = {}] = details;
  const { dataOnly, scope, tally } = details.reduce((all, one) => ({ ...all, ...one }), own);
  const line = own.line === undefined ? '' : filled(page.line, own.line);
  return [
    el(
      'p',
      { class: 'soft' },
      code(file.file),
      line === '' ? undefined : ` ${line}`,
      own.digest === undefined ? undefined : [' · ', code(own.digest)],
    ),
    el(
      'p',
      { class: 'scope' },
      verdictMark(file, store),
      dataOnly === undefined ? undefined : of(dataOnly),
    ),
    scope === undefined
      ? undefined
      : el('p', { class: 'scope' }, `${label.scope}${colon}${of(scope)}`),
    tally === undefined ? undefined : el('p', { class: 'soft' }, of(tally)),
    (own.heldBack ?? []).map((text) => el('p', { class: 'not-due' }, of(text))),
  ];
}

function heading(title: string, count: number): HTMLElement {
  return el('h3', {}, `${title} `, el('span', { class: 'count' }, count));
}

function problems(found: readonly ProblemData[], { legend, of }: Store): Child {
  if (found.length === 0) return undefined;
  const { label, page } = legend.words;
  const rows = found.map(({ severity, code: name, message, fix, at }) => [
    of(severity),
    [quoted(message), fix === undefined ? undefined : [el('br'), quoted(fix)]],
    code(name),
    at.map((place, index) => [index === 0 ? undefined : el('br'), code(place)]),
  ]);
  const heads = [page.severity, label.message, page.code, label.place];
  return [heading(label.diagnostics, found.length), table('diagnostics', undefined, heads, rows)];
}

function findings(found: readonly OutcomeData[], file: File, store: Store): Child {
  const { label, page } = store.legend.words;
  if (file.verdict === undefined) return undefined;
  if (found.length === 0) return el('p', {}, page.noFindings);
  return [
    heading(label.findings, found.length),
    found.map((outcome) => findingCard(outcome, file, store)),
  ];
}

function waivedPart(waived: readonly OutcomeData[], file: File, store: Store): Child {
  if (waived.length === 0) return undefined;
  return [
    heading(store.legend.words.status.waived, waived.length),
    waived.map((outcome) => findingCard(outcome, file, store)),
  ];
}

/** What cannot be told: first the fields that are wanted, then the rules that want them. */
function untoldPart(
  untold: readonly OutcomeData[],
  wanting: readonly WantingData[],
  file: File,
  store: Store,
): Child {
  if (untold.length === 0) return undefined;
  const { label, page, status } = store.legend.words;
  const plain = untold.filter(({ gate }) => gate === undefined);
  const rows = plain.map((outcome) => untoldRow(outcome, file, store));
  const heads = [label.rule, label.criterion, label.missing, label.place];
  return [
    heading(status['cannot-tell'], untold.length),
    wanted(wanting, file, store),
    rows.length === 0
      ? undefined
      : el(
          'details',
          { class: 'untold' },
          el('summary', {}, `${page.waits} `, el('span', { class: 'count' }, rows.length)),
          table('wide', undefined, heads, rows),
        ),
    untold
      .filter(({ gate }) => gate !== undefined)
      .map((outcome) => findingCard(outcome, file, store)),
  ];
}

function untoldRow(outcome: OutcomeData, file: File, store: Store): readonly Child[] {
  const { label, colon, page } = store.legend.words;
  const { because = [], missing = [], by, manual, basis } = outcome;
  const cited = (basis === undefined ? [] : store.of(basis)).flatMap(
    (number) => store.legend.clauses[number] ?? [],
  );
  const name = el(
    'span',
    { 'data-findings': JSON.stringify([findingName(outcome, file, store)]) },
    ruleName(outcome, store),
    manual && [el('br'), el('code', { class: 'badge' }, page.byHand)],
  );
  return [
    name,
    [
      titleOf(outcome, store),
      cited.map(({ clause, verified }) => [
        el('br'),
        el('code', { class: 'clause' }, clause),
        verified ? undefined : [' ', el('strong', { class: 'unverified' }, page.unverified)],
      ]),
    ],
    [
      because.map(({ text }) => el('p', {}, said(text))),
      missing.length === 0
        ? said(store.of(outcome.message))
        : list(missing.map((path) => code(path, 'path'))),
      by === undefined
        ? undefined
        : [el('br'), el('span', { class: 'soft' }, `${label.by}${colon}`, said(by))],
    ],
    placeText(outcome.at, file),
  ];
}

/** Each missing field once, with the rules that wait for it: the most wanted first. */
function wanted(wanting: readonly WantingData[], file: File, { legend, of }: Store): Child {
  if (wanting.length === 0) return undefined;
  const { page } = legend.words;
  const rows = wanting.map(({ field, title, says, rules }) => {
    const waits = of(rules);
    return [
      of(title),
      code(field, 'path'),
      of(says),
      [`${waits.length} `, waits.map((rule) => [code(legend.rules[rule]?.id ?? ''), ' '])],
    ];
  });
  return table(
    'wanted',
    [page.toFillIn, ' ', code(file.file)],
    [page.field, page.path, page.why, page.waits],
    rows,
  );
}

/** What waits for a person: nothing is missing for it. */
function waitingPart(details: readonly Detail[], { legend, of }: Store): Child {
  const waiting = details.flatMap((detail) =>
    detail.waiting === undefined ? [] : of(detail.waiting),
  );
  if (waiting.length === 0) return undefined;
  const { page } = legend.words;
  const items = waiting.map((rule) => [
    code(legend.rules[rule]?.id ?? '', 'rule'),
    ` ${legend.rules[rule]?.title ?? ''}`,
  ]);
  return el(
    'details',
    { class: 'waiting' },
    el('summary', {}, `${page.waitingTitle} `, el('span', { class: 'count' }, waiting.length)),
    el('p', { class: 'soft' }, page.waitingSay),
    list(items),
  );
}

/** What needs nothing; on the page only where all outcomes were asked for. */
function othersPart(others: readonly OutcomeData[], store: Store): Child {
  if (others.length === 0) return undefined;
  const { label, colon, page } = store.legend.words;
  const rows = others.map((outcome) => [
    ruleName(outcome, store),
    [
      titleOf(outcome, store),
      outcome.inapplicable === undefined ? undefined : [el('br'), said(outcome.inapplicable)],
      (outcome.because ?? []).map(({ text }) => [el('br'), said(text)]),
    ],
    [
      statusMark(outcome.status, store),
      outcome.by === undefined
        ? undefined
        : [el('br'), el('span', { class: 'soft' }, `${label.by}${colon}`, said(outcome.by))],
    ],
    outcome.edition === undefined ? undefined : filled(page.editionFrom, outcome.edition),
    outcome.asOf,
  ]);
  const heads = [label.rule, label.criterion, label.outcome, label.edition, page.judgedOn];
  return el(
    'details',
    { class: 'others' },
    el('summary', {}, `${label.others} `, el('span', { class: 'count' }, others.length)),
    table('compact', undefined, heads, rows),
  );
}
