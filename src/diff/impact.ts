import { type Engine, engineOf, type RunSource } from '../check/engine.ts';
import { readDossier, type ReadFile } from '../check/read.ts';
import type { Judgement, Outcome } from '../evaluate/outcome.ts';
import type { Program } from '../program/ast.ts';
import { aboutJson } from '../report/about.ts';
import { keysOfFile } from '../report/glance.ts';
import type { GlanceKey } from '../report/json-format.ts';
import { fileShown } from '../report/masked.ts';
import type { Text } from '../report/result.ts';
import type { Incoming } from '../report/run.ts';
import { add, parseRational, printRational, type Rational, zero } from '../values/rational.ts';
import type { RulebookDiff } from './diff.ts';
import type {
  ImpactedJson,
  ImpactGroupJson,
  ImpactJson,
  VerdictJson,
  WitnessSideJson,
} from './format.ts';
import { ruleKey } from './judging.ts';
import { sideJson } from './report.ts';
import type { Side } from './side.ts';

export interface ImpactOptions {
  /** How generated code is made to run; without it plans are read by closures. */
  readonly run?: RunSource | undefined;
  /** The subject that files are which do not say so themselves. */
  readonly kind?: string | undefined;
  readonly unmasked: boolean;
}

/** One of the two rulebooks, ready to judge a book. */
interface Judge {
  readonly program: Program;
  /** By the rules alone of which a verdict may change. */
  readonly narrow: Engine;
  /** By all of them: made where a file is hit. */
  readonly whole: () => Engine;
}

/** A dossier as both read it. */
interface Pair {
  readonly text: Text;
  readonly old: ReadFile;
  readonly now: ReadFile;
}

/**
 * Judges a book of dossiers by both rulebooks, first by the rules alone that may judge otherwise. Where one does,
 * the dossier is judged by all rules, and its verdicts are compared.
 *
 * Rules that judge files together need all of them: then they are held, else they come and go.
 */
export async function impactOn(
  incoming: AsyncIterable<readonly Incoming[]>,
  { old, now, rules, languages }: RulebookDiff,
  { run, kind, unmasked }: ImpactOptions,
): Promise<ImpactJson> {
  const ids = new Set(rules.map(({ id }) => id));
  const judges = { old: judgeOf(old, ids, run), now: judgeOf(now, ids, run) };
  const isTogether = rules.some(({ rule }) => 'group' in rule && rule.group);
  const held: Pair[] = [];
  const each: (ImpactedJson & { readonly about: ReturnType<typeof aboutJson> })[] = [];
  let [dossiers, unread] = [0, 0];
  for await (const batch of incoming) {
    const pairs = batch.flatMap((one) =>
      'problem' in one ? [] : readBy(one, judges.old.narrow, judges.now.narrow),
    );
    dossiers += pairs.length;
    unread += batch.length - pairs.length;
    if (isTogether) held.push(...pairs);
    else take(pairs);
  }
  if (isTogether) take(held);
  return {
    dossiers,
    unread,
    changed: each.length,
    verdicts: verdictsOf(each),
    by: groupsOf(each),
    each: each.map(({ id, file, record, old: was, new: is, outcomes }) => ({
      id,
      file,
      ...(record && { record }),
      old: was,
      new: is,
      outcomes,
    })),
  };

  /** What either cannot read is left out. */
  function readBy(text: Text, before: Engine, after: Engine): readonly Pair[] {
    const [old, now] = [before, after].map((engine) =>
      readDossier(text.source, engine, kind, text.record),
    );
    return old?.dossier && now?.dossier ? [{ text, old, now }] : [];
  }

  function take(pairs: readonly Pair[]): void {
    const narrow = judgedBoth(pairs, judges.old.narrow, judges.now.narrow);
    const hit = narrow.flatMap(([pair, was, is]) => (differing(was, is).length > 0 ? [pair] : []));
    if (hit.length === 0) return;
    // what judges files together is asked of all of them
    const asked = (isTogether ? pairs : hit).flatMap(({ text }) =>
      readBy(text, judges.old.whole(), judges.now.whole()),
    );
    for (const [pair, was, is] of judgedBoth(asked, judges.old.whole(), judges.now.whole()))
      note(pair, was, is);
  }

  function judgedBoth(
    pairs: readonly Pair[],
    before: Engine,
    after: Engine,
  ): readonly (readonly [Pair, Judgement | undefined, Judgement | undefined])[] {
    const was = judged(
      before,
      pairs.map((pair) => pair.old),
    );
    const is = judged(
      after,
      pairs.map((pair) => pair.now),
    );
    return pairs.map((pair, index) => [pair, was[index], is[index]]);
  }

  function judged(engine: Engine, files: readonly ReadFile[]): readonly Judgement[] {
    const sound = files.flatMap(({ dossier, subject, loaded }) =>
      dossier && subject ? [{ dossier, subject, loaded }] : [],
    );
    return isTogether ? engine.judge(sound, {}) : engine.judgeEach(sound, {});
  }

  function note(pair: Pair, was: Judgement | undefined, is: Judgement | undefined): void {
    const differ = differing(was, is);
    const { dossier, subject, file, record, id, digest } = pair.now;
    if (!was || !is || !dossier || !subject || differ.length === 0) return;
    each.push({
      id: id ?? null,
      file: fileShown(file, unmasked, digest),
      ...(record && { record }),
      old: was.verdict,
      new: is.verdict,
      outcomes: differ.map((key) => {
        const [one, other] = [findingsOf(was).get(key), findingsOf(is).get(key)];
        const [rule = '', element = ''] = key.split('\n');
        return {
          rule,
          element: element === '' ? null : element,
          old: told(one, rule, was, pair.old, old),
          new: told(other, rule, is, pair.now, now),
        };
      }),
      about: aboutJson(dossier, subject, now.program, unmasked),
    });
  }

  function told(
    outcome: Outcome | undefined,
    rule: string,
    judgement: Judgement,
    { dossier, subject }: ReadFile,
    { program }: Side,
  ): WitnessSideJson {
    if (outcome && dossier && subject)
      return sideJson(outcome, { dossier, subject }, program, languages);
    return { ...untold, status: inOrder(judgement, rule) };
  }

  /** Keys of the outcomes of rules that may change of which the two say different things. */
  function differing(was: Judgement | undefined, is: Judgement | undefined): readonly string[] {
    const [before, after] = [findingsOf(was), findingsOf(is)];
    return [...new Set([...before.keys(), ...after.keys()])].filter(
      (key) => standingOf(before.get(key)) !== standingOf(after.get(key)),
    );
  }

  function findingsOf(judgement: Judgement | undefined): ReadonlyMap<string, Outcome> {
    const own = (judgement?.findings ?? []).filter(({ rule }) => ids.has(rule));
    return new Map(own.map((outcome) => [keyOf(outcome), outcome]));
  }
}

const untold = { status: null, level: null, edition: null, message: null };

/** How a rule stands of which nothing was found; null where it is not there. */
function inOrder(judgement: Judgement, id: string): WitnessSideJson['status'] {
  const said = judgement.said().find(({ rule }) => rule.id === id)?.said;
  if (!said) return null;
  return said.some(({ status }) => status === 'pass') ? 'pass' : 'not-applicable';
}

function keyOf({ rule, element }: Outcome): string {
  return `${rule}\n${element ?? ''}`;
}

/** What somebody has to act on or know of; what was found in order, and what was not asked, is all one. */
function standingOf(outcome: Outcome | undefined): string {
  // what waits for a person alone is no finding yet
  const isWaiting = outcome?.status === 'cannot-tell' && outcome.manual;
  return outcome && !isWaiting ? `${outcome.status} ${outcome.level}` : 'in order';
}

function judgeOf(side: Side, ids: ReadonlySet<string>, run: RunSource | undefined): Judge {
  const { program } = side;
  let whole: Engine | undefined;
  return {
    program,
    narrow: engineOf(narrowed(side, ids), run, atFirst),
    whole: () => (whole ??= engineOf(program, run, atFirst)),
  };
}

/** Files that closures judge before code is generated. */
const atFirst = 100;

/** The program with nothing but some rules, and those whose outcomes they ask. */
function narrowed({ program, judging }: Side, ids: ReadonlySet<string>): Program {
  const wanted = new Set(ids);
  for (const id of wanted)
    for (const key of judging.get(id)?.reads ?? [])
      if (key.startsWith(ruleKey(''))) wanted.add(key.slice(ruleKey('').length));
  return {
    ...program,
    rules: program.rules.filter(({ id }) => wanted.has(id)),
    process: program.process.filter(({ id }) => wanted.has(id)),
  };
}

type Impacted = Pick<ImpactedJson, 'old' | 'new' | 'outcomes'> & {
  readonly about: ReturnType<typeof aboutJson>;
};

function verdictsOf(each: readonly Impacted[]): ImpactJson['verdicts'] {
  const counts = Map.groupBy(each, ({ old, new: now }) => `${old} ${now}`);
  return [...counts.values()].flatMap((ones) => {
    const [first] = ones;
    return first ? [{ old: first.old, new: first.new, dossiers: ones.length }] : [];
  });
}

function groupsOf(each: readonly Impacted[]): ImpactJson['by'] {
  return {
    branch: ofFiles('branch'),
    product: ofFiles('product'),
    month: ofFiles('month'),
    amount: ofFiles('amount'),
    rule: [...new Set(each.flatMap(({ outcomes }) => outcomes.map(({ rule }) => rule)))].map(
      (rule) =>
        groupOf(
          rule,
          each.filter(({ outcomes }) => outcomes.some((one) => one.rule === rule)),
        ),
    ),
  };

  function ofFiles(kind: GlanceKey): readonly ImpactGroupJson[] {
    const keyOf = ({ about }: Impacted) => new Map(keysOfFile(about)).get(kind) ?? null;
    return [...Map.groupBy(each, keyOf)]
      .map(([key, ones]) => groupOf(key, ones))
      .toSorted((a, b) => ((a.key ?? '~') < (b.key ?? '~') ? -1 : 1));
  }
}

function groupOf(key: string | null, ones: readonly Impacted[]): ImpactGroupJson {
  const amount = ones.reduce(
    (sum: Rational, { about }) => add(sum, parseRational(about.amount ?? '') ?? zero),
    zero,
  );
  return {
    key,
    dossiers: ones.length,
    worse: ones.filter(({ old, new: now }) => rank(now) < rank(old)).length,
    better: ones.filter(({ old, new: now }) => rank(now) > rank(old)).length,
    amount: printRational(amount),
  };
}

const worstFirst: readonly VerdictJson[] = ['fail', 'cannot-tell', 'pass'];

function rank(verdict: VerdictJson): number {
  return worstFirst.indexOf(verdict);
}
