import { binomialInterval, hypergeometricInterval } from '../values/proportion.ts';
import {
  add as plus,
  compare,
  parseRational,
  printRational,
  type Rational,
  rational,
  zero,
} from '../values/rational.ts';
import { ownFindings } from './findings.ts';
import { recordPlace } from './gather.ts';
import type {
  AboutJson,
  DossierJson,
  GlanceGroupJson,
  GlanceJson,
  GlanceKey,
  OutcomeJson,
  RateJson,
  RateOfJson,
  ReportHead,
  TogetherJson,
} from './json-format.ts';
import { orderOf } from './record.ts';
import { ruleOf, severityOf, type Weight, weightOf, weights } from './weight.ts';

/** Takes records as they come, and tells at the end what they come to. */
export interface Glancing {
  readonly add: (record: DossierJson) => void;
  readonly addTogether: (record: TogetherJson) => void;
  readonly glance: () => GlanceJson;
}

/** Groups of one kind that are told apart; what comes later counts as one more, whose key is null. */
const mostGroups = 1000;

/** By what files are told apart, so that those without findings are counted too. */
const ofFiles = ['branch', 'product', 'month', 'amount'] as const;

/** What counts as one of a group, a key of it; null for what cannot be placed. */
export type GlanceKeys = readonly (readonly [kind: GlanceKey, key: string | null])[];

/**
 * A book of files at a glance: totals and rates. A file counts once in each group, however many findings it has there; a
 * step that went ahead in spite of another finding of the same file is no finding of its own.
 *
 * @param isRebutted - whether a ledger was given, so that all is told without what it suppresses, too
 */
export function glancing(head: ReportHead, isRebutted: boolean): Glancing {
  const [gross, after] = [newBook(), newBook()];
  const judgedIn = newGroups();
  /** What files are counted in already that are judged with others, too, and by what they are told apart. */
  const open = new Map<string, { readonly about: AboutJson; readonly counted: Counted }>();
  let judged = 0;
  return { add, addTogether, glance };

  function add(record: DossierJson): void {
    if (record.verdict === null) return;
    judged += 1;
    const { about = {} } = record;
    for (const [kind, key] of keysOfFile(about)) groupIn(judgedIn, kind, key).findings += 1;
    const counted: Counted = { gross: new Set(), after: new Set() };
    count(record.outcomes, about, counted);
    if (record.later !== undefined) open.set(recordPlace(record), { about, counted });
  }

  function addTogether(record: TogetherJson): void {
    const file = open.get(recordPlace(record));
    if (file) count(record.outcomes, file.about, file.counted);
  }

  function count(outcomes: readonly OutcomeJson[], about: AboutJson, counted: Counted): void {
    const amount = parseRational(about.amount ?? '') ?? zero;
    for (const finding of ownFindings(outcomes)) {
      const keys = [...keysOfFinding(finding, head), ...keysOfFile(about)];
      countIn(gross, counted.gross, keys, amount);
      if (!finding.suppressed) countIn(after, counted.after, keys, amount);
    }
  }

  function glance(): GlanceJson {
    const all = groupIn(gross, 'all', '');
    return {
      judged,
      ...totalOf(all),
      ...(isRebutted && { after: totalOf(groupIn(after, 'all', '')) }),
      rates: severitiesOf(head).map(rateOf),
      by: {
        stage: groupsOf('stage'),
        rule: groupsOf('rule'),
        post: groupsOf('post'),
        branch: groupsOf('branch'),
        product: groupsOf('product'),
        month: groupsOf('month'),
        amount: groupsOf('amount'),
      },
    };
  }

  function groupsOf(kind: keyof GlanceJson['by']): readonly GlanceGroupJson[] {
    const isOfFiles = ofFiles.some((one) => one === kind);
    const keys = [...((isOfFiles ? judgedIn : gross).get(kind)?.keys() ?? [])];
    const groups = keys.map((key): GlanceGroupJson => ({
      key,
      ...(isOfFiles && { judged: groupIn(judgedIn, kind, key).findings }),
      ...totalOf(groupIn(gross, kind, key)),
      ...(isRebutted && { after: totalOf(groupIn(after, kind, key)) }),
    }));
    return groups.toSorted(orderFor(kind));
  }

  /** Stages in their order, months and amounts in theirs; what has most files first, of all others. */
  function orderFor(kind: GlanceKey): (a: GlanceGroupJson, b: GlanceGroupJson) => number {
    const stages = Object.keys(head.stages);
    const rules = orderOf(head.rules);
    const placeOf = ({ key }: GlanceGroupJson): number => {
      if (key === null) return Number.MAX_SAFE_INTEGER;
      if (kind === 'stage') return stages.indexOf(key);
      if (kind === 'month') return Number(key.replace('-', ''));
      if (kind === 'amount') return key.length;
      return 0;
    };
    const orderOfRule = ({ key }: GlanceGroupJson) => rules.get(key ?? '') ?? 0;
    return (a, b) =>
      placeOf(a) - placeOf(b) ||
      b.files - a.files ||
      b.findings - a.findings ||
      orderOfRule(a) - orderOfRule(b) ||
      ((a.key ?? '') < (b.key ?? '') ? -1 : 1);
  }

  function rateOf(severity: string): RateJson {
    const filesIn = (book: Book) => book.get('severity')?.get(severity)?.files ?? 0;
    const target = head.scheme?.targets[severity] ?? null;
    return {
      severity,
      target,
      ...shareOf(filesIn(gross), judged, target, head),
      ...(isRebutted && { after: shareOf(filesIn(after), judged, target, head) }),
    };
  }
}

/** Groups that a file is counted in already, as texts. */
interface Counted {
  readonly gross: Set<string>;
  readonly after: Set<string>;
}

interface Group {
  files: number;
  findings: number;
  amount: Rational;
}

type Book = Map<GlanceKey, Map<string | null, Group>>;

function newBook(): Book {
  return newGroups();
}

function newGroups(): Book {
  return new Map();
}

function groupIn(book: Book, kind: GlanceKey, key: string | null): Group {
  const groups = book.get(kind) ?? new Map<string | null, Group>();
  book.set(kind, groups);
  const own = groups.has(key) || groups.size < mostGroups ? key : null;
  const group = groups.get(own) ?? { files: 0, findings: 0, amount: zero };
  groups.set(own, group);
  return group;
}

function countIn(book: Book, counted: Set<string>, keys: GlanceKeys, amount: Rational): void {
  for (const [kind, key] of keys) {
    const group = groupIn(book, kind, key);
    group.findings += 1;
    const name = `${kind} ${key ?? ''}`;
    if (counted.has(name)) continue;
    counted.add(name);
    group.files += 1;
    group.amount = plus(group.amount, amount);
  }
}

function totalOf({ files, findings, amount }: Group): {
  readonly files: number;
  readonly findings: number;
  readonly amount: string;
} {
  return { files, findings, amount: printRational(amount) };
}

/** The groups that a finding counts in. */
export function keysOfFinding(
  outcome: OutcomeJson,
  { rules }: Pick<ReportHead, 'rules'>,
): GlanceKeys {
  const rule = ruleOf(outcome, { rules });
  const posts = rule?.posts ?? [];
  return [
    ['all', ''],
    ['severity', 'all'],
    ...(rule ? [...new Set([severityOf(rule), rule.level])] : []).map(
      (name) => ['severity', name] as const,
    ),
    ['stage', rule?.stage ?? null],
    ['rule', outcome.rule],
    ...(posts.length > 0 ? posts : [null]).map((post) => ['post', post] as const),
  ];
}

/** The groups that a file counts in, with all its findings. */
export function keysOfFile({ branch, product, day, amount }: AboutJson): GlanceKeys {
  return [
    ['branch', branch ?? null],
    ['product', product ?? null],
    ['month', day?.slice(0, 7) ?? null],
    ['amount', bandOf(amount)],
  ];
}

/** `100000` for what is at least that, and below ten times as much; `0` for what is below 1. */
export function bandOf(amount: string | undefined): string | null {
  const whole = /^(\d+)(?:\.\d+)?$/u.exec(amount ?? '')?.[1]?.replace(/^0+/u, '');
  if (whole === undefined) return null;
  return whole === '' ? '0' : `1${'0'.repeat(whole.length - 1)}`;
}

/**
 * By what rates are told: all; the rulebook's own severities, else the weights that its rules have, the gravest first; what
 * else the inspection has a target for.
 */
function severitiesOf({ severities, rules, scheme }: ReportHead): readonly string[] {
  const own = severities ? Object.keys(severities) : weightsIn(rules);
  return [...new Set(['all', ...own, ...Object.keys(scheme?.targets ?? {})])];
}

/** The weights that rules have, the gravest first; no rule is made out for it once all of them were met. */
function weightsIn(rules: ReportHead['rules']): readonly Weight[] {
  const known = new Set<Weight>();
  for (const id of Object.keys(rules)) {
    const rule = rules[id];
    if (rule) known.add(weightOf(rule));
    if (known.size === weights.length) break;
  }
  return weights.filter((one) => known.has(one));
}

/**
 * Files with a finding among those judged. Only a sample drawn at random tells of the others, and so has an interval: a
 * share of a whole book is what it is, and files that somebody chose say nothing of the rest.
 */
function shareOf(
  files: number,
  judged: number,
  target: string | null,
  { scheme }: Pick<ReportHead, 'scheme'>,
): RateOfJson {
  if (judged === 0) return { files, rate: null, interval: null, met: null };
  const rate = rational(BigInt(files), BigInt(judged));
  const interval = intervalOf(files, judged, scheme);
  return { files, rate: printRational(rate), interval, met: metBy(rate, interval, target) };
}

function intervalOf(
  files: number,
  judged: number,
  scheme: ReportHead['scheme'],
): RateOfJson['interval'] {
  if (scheme?.sample?.method !== 'random') return null;
  const { population } = scheme;
  const isKnown = population !== null && population >= judged;
  if (isKnown && population === judged) return null;
  const { low, high } = isKnown
    ? hypergeometricInterval(files, judged, population)
    : binomialInterval(files, judged);
  // wider by what is not shown, never narrower
  return {
    low: (Math.floor(low * 1e6) / 1e6).toFixed(6),
    high: (Math.ceil(high * 1e6) / 1e6).toFixed(6),
    by: isKnown ? 'hypergeometric' : 'binomial',
  };
}

/** Of a sample, the target is met or missed only where the whole interval lies on one side of it. */
function metBy(
  rate: Rational,
  interval: RateOfJson['interval'],
  target: string | null,
): RateOfJson['met'] {
  const most = target === null ? undefined : parseRational(target);
  if (!most) return null;
  const [low, high] = interval
    ? [parseRational(interval.low) ?? rate, parseRational(interval.high) ?? rate]
    : [rate, rate];
  if (compare(high, most) <= 0) return 'met';
  return compare(low, most) > 0 ? 'missed' : 'open';
}
