import { type Engine, engineOf, type RunSource } from '../check/engine.ts';
import { readDossier, type ReadFile } from '../check/read.ts';
import type { Judgement, Outcome } from '../evaluate/outcome.ts';
import type { Language } from '../base/language.ts';
import type { Program } from '../program/ast.ts';
import { aboutJson } from '../report/about.ts';
import { keysOfFile } from '../report/glance.ts';
import type { GlanceKey } from '../report/json-format.ts';
import { fileShown } from '../report/masked.ts';
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
    const pairs = batch.flatMap((one): Pair[] => {
      if ('problem' in one) return [];
      const [was, is] = [judges.old, judges.now].map(({ narrow }) =>
        readDossier(one.source, narrow, kind, one.record),
      );
      return was?.dossier && is?.dossier ? [{ old: was, now: is }] : [];
    });
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
    each: each.map(({ about: _, ...one }) => one),
  };

  function take(pairs: readonly Pair[]): void {
    const [was, is] = [
      judged(
        judges.old.narrow,
        pairs.map((pair) => pair.old),
      ),
      judged(
        judges.now.narrow,
        pairs.map((pair) => pair.now),
      ),
    ];
    const hit = pairs.filter((_, index) => differing(was[index], is[index]).length > 0);
    if (hit.length === 0) return;
    // what judges files together is asked of all of them
    const asked = isTogether ? pairs : hit;
    const [before, after] = [
      judged(
        judges.old.whole(),
        asked.map((pair) => bare(pair.old)),
      ),
      judged(
        judges.now.whole(),
        asked.map((pair) => bare(pair.now)),
      ),
    ];
    for (const [index, pair] of asked.entries()) note(pair, before[index], after[index]);
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
      outcomes: differ.map(([one, other]) => ({
        rule: (one ?? other)?.rule ?? '',
        element: (one ?? other)?.element ?? null,
        old: told(one, pair.old, old),
        new: told(other, pair.now, now),
      })),
      about: aboutJson(dossier, subject, now.program, unmasked),
    });
  }

  function told(outcome: Outcome | undefined, read: ReadFile, side: Side): WitnessSideJson {
    const { dossier } = read;
    const subject = side.program.subjects.get(read.subject?.name ?? '');
    return outcome && dossier && subject
      ? sideJson(outcome, { dossier, subject }, side.program, languages)
      : { status: null, edition: null, message: null };
  }

  /** Outcomes of the rules that may change which one side says otherwise, or does not say. */
  function differing(
    was: Judgement | undefined,
    is: Judgement | undefined,
  ): readonly (readonly [Outcome | undefined, Outcome | undefined])[] {
    const [before, after] = [outcomesOf(was), outcomesOf(is)];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
      const [one, other] = [before.get(key), after.get(key)];
      return standingOf(one) === standingOf(other) ? [] : [[one, other] as const];
    });
  }

  function outcomesOf(judgement: Judgement | undefined): ReadonlyMap<string, Outcome> {
    return new Map(
      (judgement?.findings ?? [])
        .filter(({ rule }) => ids.has(rule))
        .map((outcome) => [`${outcome.rule} ${outcome.element ?? ''}`, outcome]),
    );
  }
}

/** A file without how it was laid out, which was for other rules. */
function bare({ loaded: _, ...read }: ReadFile): ReadFile {
  return read;
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
