import type { Source } from '../base/source.ts';
import { withAnswers } from '../check/answered.ts';
import { dossierName } from '../check/checked.ts';
import type { ChecklistsRead } from '../checklist/answers.ts';
import { type Engine, engineOf, type RunSource } from '../check/engine.ts';
import { dossierOf, type Kept, keepingOf } from '../check/kept.ts';
import { readDossier, type ReadFile, readRegister } from '../check/read.ts';
import type { WaiverEntries } from '../dossier/waiver-register.ts';
import { isFinding, isScopeFirst, type SaidLater, type ToJudge } from '../evaluate/judge.ts';
import type { Judgement, Outcome, RuleSaid } from '../evaluate/outcome.ts';
import { newCounting, type Said, type Tally, verdictOf } from '../evaluate/tally.ts';
import type { Program } from '../program/ast.ts';
import { aboutJson } from '../report/about.ts';
import { fileShown } from '../report/masked.ts';
import type { Text } from '../report/result.ts';
import type { ImpactedJson, WitnessSideJson } from './format.ts';
import { type JudgedBy, ruleKey } from './judging.ts';
import { sideJson } from './report.ts';

/** How dossiers are judged by both rulebooks, as plain data. */
export interface HitSetting {
  /** Rules of which a verdict may change. */
  readonly rules: readonly string[];
  readonly languages: readonly string[];
  /** The subject that files are which do not say so themselves. */
  readonly kind?: string | undefined;
  readonly unmasked: boolean;
  /** The register that posts are looked up in, as it was read. */
  readonly register?: Source | undefined;
  /** What came back on check-lists. */
  readonly lists?: ChecklistsRead | undefined;
  /** Waivers of a register. */
  readonly waiverEntries?: WaiverEntries | undefined;
}

/** What of a side judges. */
export interface HitSide extends Pick<JudgedBy, 'judging'> {
  readonly program: Program;
}

/** A dossier, and what is yet to be known of it. */
export interface AskedText {
  readonly text: Text;
  /** Rules that are to judge it: those of which it is not known whether they say the same. */
  readonly rules: readonly string[];
  /** It is known that some rule says otherwise: all are to judge it. */
  readonly isHit: boolean;
  /** It was read before. */
  readonly isKnown: boolean;
}

/** What comes of a dossier, as plain data. */
export interface TextHit {
  /** Whether both could read it. */
  readonly isRead: boolean;
  /** Rules, of those asked, that do not say the same. */
  readonly differ: readonly string[];
  readonly hit?: Hit | undefined;
  /** For rules that judge files together, where there is one of which a verdict may change. */
  readonly kept?: Both<Kept> | undefined;
}

export type Both<T> = readonly [old: T, now: T];

/** A dossier of which some rule says otherwise, or that is judged together with such a one. */
export interface Hit extends ImpactedJson {
  readonly about: ReturnType<typeof aboutJson>;
  readonly tallies: Both<Tally>;
  readonly malformed: boolean;
  /** A check-list came back for it. */
  readonly isAnswered: boolean;
}

/** What rules that judge files together say otherwise of a dossier. */
export interface LaterHit {
  readonly outcomes: ImpactedJson['outcomes'];
  /** By rule, all that it says. */
  readonly said: Both<readonly RuleSaid[]>;
}

export interface HitJudge {
  /** Whether rules that judge files together bear on what the others say: then all are judged `together`. */
  readonly isScopeFirst: boolean;
  /** A whole book at once, by all rules. */
  readonly together: (texts: readonly Text[]) => readonly TextHit[];
  /** First by the rules asked, and where one of them does not say the same, by all. */
  readonly ofTexts: (asked: readonly AskedText[]) => readonly TextHit[];
  /** Judges files together: what is said of each, and what of it changes. */
  readonly later: (kept: readonly Both<Kept>[]) => readonly LaterHit[];
}

interface Pair {
  readonly asked: AskedText;
  readonly reads: Both<ReadFile>;
}

/** @param run - how generated code is made to run; without it plans are read by closures */
export function hitJudge(sides: Both<HitSide>, setting: HitSetting, run?: RunSource): HitJudge {
  const { kind, unmasked, languages } = setting;
  const ids = new Set(setting.rules);
  const known = new Map<string, Both<Engine>>();
  const keepings = both(sides, (side) => keepingOf(narrowed(side, ids)));
  const isFirst = sides.some(({ program }) => isScopeFirst(program));
  return { isScopeFirst: isFirst, together, ofTexts, later };

  function together(texts: readonly Text[]): readonly TextHit[] {
    const asked = texts.map((text): AskedText => ({
      text,
      rules: [],
      isHit: true,
      isKnown: false,
    }));
    const found = new Map(
      judgedBoth(asked, enginesFor(undefined), 'judge').map((one) => [one.pair.asked, one]),
    );
    return asked.map((one): TextHit => {
      const { pair, judged } = found.get(one) ?? {};
      return { isRead: pair !== undefined, differ: [], hit: pair && judged && hitOf(pair, judged) };
    });
  }

  function ofTexts(asked: readonly AskedText[]): readonly TextHit[] {
    const found = new Map<AskedText, Pick<TextHit, 'differ' | 'kept'>>();
    const unknown = asked.filter(({ rules, isKnown }) => rules.length > 0 || !isKnown);
    for (const [rules, own] of Map.groupBy(unknown, (one) => one.rules)) {
      for (const { pair, judged } of judgedBoth(own, enginesFor(rules))) {
        const keys = differing(judged);
        const differ = [...new Set(keys.map((key) => key.split('\n')[0] ?? ''))];
        found.set(pair.asked, { differ, kept: keptOf(pair, judged) });
      }
    }
    const isHit = (one: AskedText) => one.isHit || (found.get(one)?.differ.length ?? 0) > 0;
    const hit = judgedBoth(asked.filter(isHit), enginesFor(undefined));
    const hits = new Map(hit.map(({ pair, judged }) => [pair.asked, hitOf(pair, judged)]));
    return asked.map((one): TextHit => {
      const { differ = [], kept } = found.get(one) ?? {};
      const isRead = found.has(one) || one.isKnown;
      return { isRead, differ, hit: hits.get(one), kept };
    });
  }

  /** What either cannot read is left out. */
  function judgedBoth(
    asked: readonly AskedText[],
    engines: Both<Engine>,
    by: 'judge' | 'judgeEach' = 'judgeEach',
  ) {
    const pairs = asked.flatMap((one): Pair[] => {
      const reads = both(engines, (engine) => {
        const read = readDossier(one.text.source, engine, kind, one.text.record);
        const answers = setting.lists?.answers.get(dossierName(read));
        return answers ? withAnswers(read, answers, engine.program).file : read;
      });
      return reads.every(({ dossier, subject }) => dossier && subject)
        ? [{ asked: one, reads }]
        : [];
    });
    const [was, is] = both(engines, (engine, side) =>
      engine[by](
        pairs.flatMap(({ reads }) => soundOf(reads[side])),
        {},
      ),
    );
    return pairs.flatMap((pair, index) => {
      const [old, now] = [was[index], is[index]];
      return old && now ? [{ pair, judged: [old, now] as const }] : [];
    });
  }

  function keptOf({ reads }: Pair, judged: Both<Judgement>): Both<Kept> | undefined {
    const [old, now] = both(reads, (read, side) => {
      const [sound] = soundOf(read);
      const judgement = judged[side];
      return (
        sound && keepings[side].keep(read, { ...sound, judgement }, read.answers !== undefined)
      );
    });
    // what one side alone judges together the other says nothing of
    const one = old ?? now;
    return one && [old ?? one, now ?? one];
  }

  function hitOf({ reads }: Pair, judged: Both<Judgement>): Hit | undefined {
    const [old, now] = judged;
    const { file, record, id, digest } = reads[1];
    const [sound] = soundOf(reads[1]);
    if (!sound) return undefined;
    const { dossier, subject } = sound;
    const told = both(judged, (judgement, side) => {
      const findings = findingsIn(judgement.findings);
      return (key: string) => sideTold(findings.get(key), key, side, reads[side], judgement.said);
    });
    return {
      id: id ?? null,
      file: fileShown(file, unmasked, digest),
      ...(record && { record }),
      old: old.verdict,
      new: now.verdict,
      outcomes: differing(judged).map((key) => outcomeOf(key, told)),
      about: aboutJson(dossier, subject, sides[1].program, unmasked),
      tallies: [old.tally, now.tally],
      malformed: dossier.malformed,
      isAnswered: reads[1].answers !== undefined,
    };
  }

  function later(kept: readonly Both<Kept>[]): readonly LaterHit[] {
    const engines = enginesFor(setting.rules);
    const files = both(engines, (engine, side) => kept.map((one) => dossierOf(one[side], engine)));
    const [was, is] = both(engines, (engine, side) => saidLater(engine, files[side]));
    return kept.map((_, index) => {
      const said = [was[index] ?? [], is[index] ?? []] as const;
      const found = both(said, (parts) =>
        findingsIn(parts.flatMap((part) => (part.isTold ? [] : part.outcomes().filter(isFinding)))),
      );
      const keys = differingKeys(found);
      const told = both(
        found,
        (findings, side) => (key: string) =>
          sideTold(findings.get(key), key, side, files[side][index], () => said[side]),
      );
      return {
        outcomes: keys.map((key) => outcomeOf(key, told)),
        said: both(said, (parts) => parts.map(({ rule, said: all }) => ({ rule, said: all }))),
      };
    });
  }

  function sideTold(
    outcome: Outcome | undefined,
    key: string,
    side: 0 | 1,
    file: { readonly [key in 'dossier' | 'subject']: ToJudge[key] | undefined } | undefined,
    said: () => readonly RuleSaid[],
  ): WitnessSideJson {
    const { dossier, subject } = file ?? {};
    if (outcome && dossier && subject)
      return sideJson(outcome, { dossier, subject }, sides[side].program, languages);
    const [rule] = key.split('\n');
    return { ...untold, status: inOrder(said().find((one) => one.rule.id === rule)?.said) };
  }

  /** Keys of the outcomes of rules that may change of which the two say different things. */
  function differing(judged: Both<Judgement>): readonly string[] {
    return differingKeys(both(judged, ({ findings }) => findingsIn(findings)));
  }

  function findingsIn(outcomes: readonly Outcome[]): ReadonlyMap<string, Outcome> {
    const own = outcomes.filter(({ rule }) => ids.has(rule));
    return new Map(own.map((outcome) => [`${outcome.rule}\n${outcome.element ?? ''}`, outcome]));
  }

  /** Engines of the rules alone, or of all where none are told. */
  function enginesFor(rules: readonly string[] | undefined): Both<Engine> {
    const key = rules ? rules.join('\n') : 'all';
    const made =
      known.get(key) ??
      both(sides, (side) => engineFor(rules ? narrowed(side, new Set(rules)) : side.program));
    known.set(key, made);
    return made;
  }

  function engineFor(program: Program): Engine {
    const engine = engineOf(program, run, atFirst);
    const { register, waiverEntries: waivers } = setting;
    const people = register && readRegister(register, engine).value?.people;
    return { ...engine, people, waivers };
  }
}

/** The verdict on a hit, with what rules that judge files together say of it. */
export function verdictsWith(
  { tallies, malformed, isAnswered }: Hit,
  { said }: LaterHit,
): Both<VerdictOf> {
  return both(tallies, (tally, side) => {
    const counting = newCounting(tally);
    for (const { rule, said: all } of said[side]) counting.add(rule.id, all);
    return verdictOf(counting.tally, malformed, isAnswered).verdict;
  });
}

type VerdictOf = Hit['old'];

/** Files that closures judge before code is generated. */
const atFirst = 100;

const untold = { status: null, level: null, edition: null, message: null };

function both<T, R>([old, now]: Both<T>, of: (one: T, side: 0 | 1) => R): Both<R> {
  return [of(old, 0), of(now, 1)];
}

function soundOf({ dossier, subject, loaded, answers }: ReadFile) {
  return dossier && subject ? [{ dossier, subject, loaded, ...(answers && { answers }) }] : [];
}

function saidLater(
  engine: Engine,
  files: readonly (ToJudge | undefined)[],
): readonly (readonly SaidLater[])[] {
  const said = engine.judgeLater(
    files.flatMap((file) => file ?? []),
    {},
  );
  let place = 0;
  return files.map((file) => (file ? (said[place++] ?? []) : []));
}

function outcomeOf(
  key: string,
  [old, now]: Both<(key: string) => WitnessSideJson>,
): Hit['outcomes'][number] {
  const [rule = '', element = ''] = key.split('\n');
  return { rule, element: element === '' ? null : element, old: old(key), new: now(key) };
}

function differingKeys([before, after]: Both<ReadonlyMap<string, Outcome>>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => standingOf(before.get(key)) !== standingOf(after.get(key)),
  );
}

/** How a rule stands of which nothing was found; null where it is not there. */
function inOrder(said: readonly Said[] | undefined): WitnessSideJson['status'] {
  if (!said) return null;
  return said.some(({ status }) => status === 'pass') ? 'pass' : 'not-applicable';
}

/** What somebody has to act on or know of; what was found in order, and what was not asked, is all one. */
function standingOf(outcome: Outcome | undefined): string {
  // what waits for a person alone is no finding yet
  const isWaiting = outcome?.status === 'cannot-tell' && outcome.manual;
  return outcome && !isWaiting ? `${outcome.status} ${outcome.level}` : 'in order';
}

/** The program with nothing but some rules, and those whose outcomes they ask. */
function narrowed({ program, judging }: HitSide, ids: ReadonlySet<string>): Program {
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
