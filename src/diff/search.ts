import { keysOf, pointerTo } from '../base/pointer.ts';
import { filesOfCase } from '../cases/files.ts';
import { worstOf } from '../cases/run.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { dossierFromYaml, type PartsRead } from '../dossier/from-yaml.ts';
import { judgeGroups } from '../evaluate/group.ts';
import { judgeRule } from '../evaluate/judge-rule.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import { judgeProcessRule } from '../evaluate/process.ts';
import { newSession, type Session } from '../evaluate/session.ts';
import type { Core } from '../feel/core.ts';
import type { ContextType, Field, NumberType, Type } from '../feel/types.ts';
import { isList } from '../feel/operations/list.ts';
import { isKind } from '../feel/value.ts';
import type { Dated, ProcessRule, ProgramRule, Subject } from '../program/ast.ts';
import { coresOf, partsOf, referencesRead } from '../program/walk.ts';
import { mainSubject } from '../program/ast.ts';
import { printRational } from '../values/rational.ts';
import { amountSteps, daySteps, type Steps } from '../values/steps.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';
import { addDays, epochDay } from '../values/temporal.ts';
import { replaceAt } from '../yaml/edit.ts';
import { at, type Yaml, type YamlText } from '../yaml/tree.ts';
import type { Affected } from './affected.ts';
import { coresOfProcess, coresOfRule, isProcess, ruleKey } from './judging.ts';
import type { Side } from './side.ts';

/** Files that one outcome is told of: one, but for rules that judge files together. */
export interface Files {
  /** The case or base file that they were made of. */
  readonly of: string;
  readonly yamls: readonly Yaml[];
  readonly element: string | undefined;
}

/** What one side says of files. */
export interface Verdict {
  readonly outcome: Outcome | undefined;
  readonly session: Session | undefined;
  /** How bad that is for the file: 0 where there is nothing to find. */
  readonly rank: number;
}

/** Files of which the two sides say different things. */
export interface Witness {
  readonly files: Files;
  /** What was changed in the case or base file, besides all its days: values by JSON pointer. */
  readonly edits: readonly Edit[];
  /** How many days all its days were moved. */
  readonly shift: number;
  readonly old: Verdict;
  readonly now: Verdict;
}

export interface Edit {
  readonly pointer: string;
  readonly field: Field;
  /** Undefined where it was taken out. */
  readonly value: string | undefined;
}

export interface Found {
  readonly tightens: Witness | undefined;
  readonly loosens: Witness | undefined;
  /** Files that were judged by both. */
  readonly tried: number;
}

type Candidate = Pick<Witness, 'files' | 'edits' | 'shift'>;
/** What both say of files, and no more of how they came to it: that would fill the memory. */
interface Both {
  readonly old: number;
  readonly now: number;
  /** Either tells a pass or a fail. */
  readonly isTold: boolean;
  /** The governing day, ISO. */
  readonly day: string | undefined;
}
type Attempted = readonly [Candidate, Both];

/** Pairs of judgements that a rule is searched with, at most; what a step asks takes longer. */
const mostTried = { rule: 1000, process: 300 };
/** Files whose values are varied, at most; fields of each; and values of each field. */
const most = { seeds: 8, fields: 40, values: 40, words: 12, files: 60, moved: 12, days: 10 };

/**
 * Looks for files that pass by one side and not by the other: among the cases of the rule and the base files, on the
 * days about which something begins or ends, and at the very values where either side changes its mind.
 *
 * @param only - files to be judged by both; no others are looked for
 */
export function searched(affected: Affected, old: Side, now: Side, only?: readonly Files[]): Found {
  const judge = { old: judgeBy(affected.old, old), now: judgeBy(affected.now, now) };
  let tried = 0;
  let constants: ReadonlySet<string> = new Set();
  const best: { tightens?: Witness; loosens?: Witness } = {};
  const isAlike = hasSameSchema(affected, old, now);
  const seeds = only ?? seedsOf(affected, old, now);
  const subject = subjectOf(affected.now ?? affected.old, now);
  if (subject) run(subject);
  return { tightens: best.tightens, loosens: best.loosens, tried };

  function run(kind: Subject): void {
    const begun = seeds.slice(0, most.files).map((files) => ({ files, edits: [], shift: 0 }));
    const first = begun.map((one) => [one, attempt(one)] as const);
    if (only || isDone()) return;
    const days = daysOf(affected, old, now).slice(0, most.days);
    const moved = spread(first)
      .slice(0, most.moved)
      .flatMap(([one, told]) =>
        onDays(one, told, days).map((other) => [other, attempt(other)] as const),
      );
    if (isDone()) return;
    const near = [...first, ...moved].filter(([, { isTold }]) => isTold);
    const fields = fieldsRead(affected, old, now);
    constants = constantsOf(affected, old, now);
    // a file that passes beside one that fails, each with all that may be varied in it
    const varied = spread(near)
      .slice(0, most.seeds)
      .flatMap(([candidate]) => {
        const [yaml] = candidate.files.yamls;
        const parts: PartsRead = new WeakMap();
        const places = yaml ? placesIn(yaml, kind.type, fields) : [];
        return [{ candidate, parts, places }];
      });
    for (const { candidate, parts, places } of varied)
      for (const place of places) swap(candidate, place, parts);
    for (const { candidate, parts, places } of varied)
      for (const place of places.slice(0, most.fields))
        if (!isDone()) vary(candidate, place, parts);
  }

  /** One word that the rule mentions for another. */
  function swap(candidate: Candidate, place: Place, parts: PartsRead): void {
    if (place.text === undefined || !constants.has(place.text)) return;
    for (const word of wordsOf(place.field.type, constants))
      if (constants.has(word) && word !== place.text && !isDone())
        attempt(withValue(candidate, place, word), parts);
  }

  function isDone(): boolean {
    return (
      tried >= mostTried[isProcess(affected.rule) ? 'process' : 'rule'] ||
      (isClear(best.tightens) && isClear(best.loosens))
    );
  }

  function attempt(candidate: Candidate, parts?: PartsRead): Both {
    tried += 1;
    const read = reader(candidate.files, parts);
    const told = { old: judge.old(candidate.files, read), now: judge.now(candidate.files, read) };
    const apart = told.now.rank - told.old.rank;
    const side = apart > 0 ? 'tightens' : apart < 0 ? 'loosens' : undefined;
    const known = side && best[side];
    if (side && (!known || Math.abs(apart) > Math.abs(apartOf(known))))
      best[side] = { ...candidate, ...told };
    return {
      old: told.old.rank,
      now: told.now.rank,
      isTold: isTold(told.old) || isTold(told.now),
      day: told.now.outcome?.day ?? told.old.outcome?.day ?? undefined,
    };
  }

  /** Files are read once for both sides where these have the same schema. */
  function reader(files: Files, parts: PartsRead | undefined): Reader {
    let known: readonly (Dossier | undefined)[] | undefined;
    const fresh = (type: ContextType) =>
      files.yamls.map((yaml) => dossierFromYaml(yaml, type, isAlike ? parts : undefined).value);
    return (type) => (isAlike ? (known ??= fresh(type)) : fresh(type));
  }

  /** Tries values of a field, then halves what lies between two of which different things are said. */
  function vary(candidate: Candidate, place: Place, parts: PartsRead): void {
    const { text } = place;
    if (text === undefined) {
      attempt(withValue(candidate, place, undefined), parts);
      return;
    }
    const scale = scaleOf(place.field.type);
    const own = scale?.of(text);
    if (place.field.type.kind === 'text' && !place.field.type.words) return;
    if (!scale || own === undefined) {
      for (const word of wordsOf(place.field.type, constants).filter((one) => one !== text))
        if (!isDone()) attempt(withValue(candidate, place, word), parts);
      return;
    }
    const near = [...constants].flatMap((text) => {
      const value = scale.of(text);
      return value === undefined ? [] : [value - 1n, value, value + 1n];
    });
    const wide =
      scale.kind === 'day'
        ? [own - 400n, own - 40n, own - 1n, own + 1n, own + 40n, own + 400n]
        : [0n, own / 2n, own - 1n, own + 1n, own * 2n, own * 10n];
    const values = [...new Set([own, ...wide, ...near])]
      .filter((value) => scale.kind === 'day' || value >= 0n)
      .slice(0, most.values)
      .toSorted((a, b) => (a < b ? -1 : 1));
    const told = values.map((value) => [value, say(value)] as const);
    for (const [index, [value, said]] of told.entries()) {
      const next = told[index + 1];
      if (next && next[1] !== said) halve(value, said, next[0], next[1]);
    }

    function say(value: bigint): string {
      if (isDone() || !scale) return '';
      const { old: was, now: is } = attempt(
        withValue(candidate, place, scale.written(value)),
        parts,
      );
      return `${was} ${is}`;
    }

    function halve(low: bigint, lowSays: string, high: bigint, highSays: string): void {
      if (high - low < 2n || isDone()) return;
      const middle = (low + high) / 2n;
      const says = say(middle);
      if (says !== lowSays) halve(low, lowSays, middle, says);
      if (says !== highSays) halve(middle, says, high, highSays);
    }
  }
}

function isTold({ outcome }: Verdict): boolean {
  return outcome?.status === 'pass' || outcome?.status === 'fail';
}

/** One of each standing in turn: files that pass beside files that fail. */
function spread(candidates: readonly Attempted[]): readonly Attempted[] {
  const groups = [...Map.groupBy(candidates, ([, { old, now }]) => `${old} ${now}`).values()];
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    groups.flatMap((group) => group.slice(index, index + 1)),
  ).flat();
}

function apartOf({ old, now }: Witness): number {
  return now.rank - old.rank;
}

/** A pass on one side and a fail on the other: there is no better one. */
function isClear(witness: Witness | undefined): boolean {
  return witness !== undefined && Math.abs(apartOf(witness)) >= ranks.fail;
}

const ranks = { fail: 4, 'cannot-tell': 2 } as const;

/** Files as dossiers of a type. */
type Reader = (type: ContextType) => readonly (Dossier | undefined)[];

function judgeBy(
  rule: ProgramRule | ProcessRule | undefined,
  side: Side,
): (files: Files, read: Reader) => Verdict {
  const nothing: Verdict = { outcome: undefined, session: undefined, rank: 0 };
  const subject = subjectOf(rule, side);
  if (!rule || !subject) return () => nothing;
  const { program } = side;
  const asked = askedBy(rule, side);
  return ({ yamls, element }, read) => {
    const sessions = read(subject.type).flatMap((dossier) =>
      dossier && !dossier.malformed ? [newSession(program, dossier, subject, {})] : [],
    );
    const [session] = sessions;
    if (!session || sessions.length < yamls.length) return nothing;
    for (const one of asked)
      if (!isProcess(one)) session.judged.set(one.id, judgeRule(one, session, {}));
    const outcomes = isProcess(rule)
      ? [judgeProcessRule(rule, session, {})]
      : rule.group
        ? (judgeGroups(rule, sessions, {})[0] ?? [])
        : judgeRule(rule, session, {});
    const outcome = worstOf(outcomes, element) ?? worstOf(outcomes, undefined);
    return { outcome, session, rank: rankOf(outcome) };
  };
}

function rankOf(outcome: Outcome | undefined): number {
  const { status, level } = outcome ?? {};
  if (status !== 'fail' && status !== 'cannot-tell') return 0;
  // what waits for a person is no want of data
  if (outcome?.manual === true && status === 'cannot-tell') return 0;
  return ranks[status] / (level === 'mandatory' ? 1 : 4);
}

function hasSameSchema({ rule }: Affected, old: Side, now: Side): boolean {
  const name = subjectOf(rule, now)?.name ?? '';
  const [was, is] = [old, now].map(({ program }) => program.rulebook.schemas.get(name));
  return was !== undefined && JSON.stringify(was) === JSON.stringify(is);
}

function subjectOf(
  rule: ProgramRule | ProcessRule | undefined,
  { program }: Side,
): Subject | undefined {
  if (!rule) return undefined;
  return isProcess(rule) ? mainSubject(program.subjects) : rule.subject;
}

/** The files of the cases of the rule, old and new, of the rules that one side alone asks of, and the base files. */
function seedsOf(affected: Affected, old: Side, now: Side): readonly Files[] {
  const cases = [
    [affected.now, now],
    [affected.old, old],
  ] as const;
  const both = new Set(
    [old, now]
      .flatMap((side) => [...(side.judging.get(affected.id)?.reads ?? [])])
      .filter((key, index, all) => all.indexOf(key) !== index && !affected.via.includes(key)),
  );
  const found = cases.flatMap(([rule, side]) =>
    rule
      ? [rule, ...askedBy(rule, side).filter(({ id }) => !both.has(ruleKey(id)))].flatMap((one) =>
          casesOf(one, side),
        )
      : [],
  );
  const bases = [...now.program.rulebook.dossiers].map(([name, yaml]) => ({
    of: name,
    yamls: [yaml],
    element: undefined,
  }));
  return [...found, ...bases];
}

/** The rules whose outcomes it asks. */
function askedBy(
  { id }: ProgramRule | ProcessRule,
  { judging }: Side,
): readonly (ProgramRule | ProcessRule)[] {
  const keys = [...(judging.get(id)?.reads ?? [])];
  return keys.flatMap((key) =>
    key.startsWith(ruleKey('')) ? (judging.get(key.slice(ruleKey('').length))?.rule ?? []) : [],
  );
}

function casesOf(rule: ProgramRule | ProcessRule, { program }: Side): readonly Files[] {
  const entry = isProcess(rule) ? undefined : rule.rule.cases;
  if (!entry || isProcess(rule)) return [];
  return entry.data.cases.flatMap((one, index) =>
    one.malformed
      ? []
      : [
          {
            of: `${rule.id}.${index + 1}`,
            yamls: filesOfCase(program, rule, entry, one, index).map(({ yaml }) => yaml),
            element: one.element,
          },
        ],
  );
}

/** The days on which something that the rule hangs on begins, and the last days before. */
function daysOf({ old: was, now: is, via }: Affected, old: Side, now: Side): readonly string[] {
  const of = (rule: ProgramRule | ProcessRule | undefined, { program }: Side): readonly Dated[] => [
    ...(rule?.editions ?? []),
    ...via.flatMap((key): readonly Dated[] => {
      const name = key.slice(key.indexOf(' ') + 1);
      return program.references.get(name)?.editions ?? program.codeSets.get(name)?.editions ?? [];
    }),
  ];
  const days = [...of(was, old), ...of(is, now)].flatMap(({ from, until }) => [
    from,
    ...(until === undefined ? [] : [until]),
  ]);
  return [...new Set(days)]
    .filter((day) => day > '1900')
    .toSorted()
    .toReversed();
}

/** The files with all their days moved, so that the governing one is each of the days. */
function onDays(
  candidate: Candidate,
  { day: own }: Both,
  days: readonly string[],
): readonly Candidate[] {
  const governing = parseDate(own ?? '');
  if (!governing) return [];
  return days.flatMap((day) => {
    const other = parseDate(day);
    const shift = other ? epochDay(other) - epochDay(governing) : 0;
    if (shift === 0) return [];
    const yamls = candidate.files.yamls.map((yaml) => shifted(yaml, shift));
    return [{ ...candidate, files: { ...candidate.files, yamls }, shift }];
  });
}

function shifted(yaml: Yaml, days: number): Yaml {
  switch (yaml.kind) {
    case 'list':
      return { ...yaml, items: yaml.items.map((item) => shifted(item, days)) };
    case 'map':
      return {
        ...yaml,
        entries: yaml.entries.map((entry) => ({ ...entry, value: shifted(entry.value, days) })),
      };
    case 'text': {
      if (!/^\d{4}-\d{2}-\d{2}(?:T|$)/u.test(yaml.text)) return yaml;
      const date = parseDate(yaml.text.slice(0, 10));
      const other = date && addDays(date, days);
      return other ? { ...yaml, text: printDate(other) + yaml.text.slice(10) } : yaml;
    }
  }
}

function coresOn(rule: ProgramRule | ProcessRule | undefined): readonly Core[] {
  return rule ? (isProcess(rule) ? coresOfProcess(rule) : coresOfRule(rule)) : [];
}

/** Everything that a rule computes, on both sides, through definitions and tables too. */
function allCores({ old: was, now: is }: Affected, old: Side, now: Side): readonly Core[] {
  return (
    [
      [was, old],
      [is, now],
    ] as const
  ).flatMap(([rule, { program }]) => {
    const cores = coresOn(rule);
    return [...cores, ...[...referencesRead(cores, program)].flatMap((one) => coresOf(one))];
  });
}

/** Names of the fields that a rule reads. */
function fieldsRead(affected: Affected, old: Side, now: Side): ReadonlySet<string> {
  const names = new Set<string>();
  allCores(affected, old, now).forEach(visit);
  return names;

  function visit(core: Core): void {
    if (core.kind === 'field') names.add(core.field.name);
    partsOf(core).forEach(visit);
  }
}

/** The numbers, days and words that a rule compares with, on both sides, as texts. */
function constantsOf(affected: Affected, old: Side, now: Side): ReadonlySet<string> {
  const found = new Set<string>();
  allCores(affected, old, now).forEach(visit);
  for (const [rule, { program }] of [
    [affected.old, old],
    [affected.now, now],
  ] as const)
    for (const reference of referencesRead(coresOn(rule), program))
      if (reference.kind === 'parameter')
        for (const { value } of reference.editions) found.add(printRational(value));
  return found;

  function visit(core: Core): void {
    if (core.kind === 'constant') {
      const values = isList(core.value) ? core.value.items : [core.value];
      for (const value of values) if (typeof value === 'string') found.add(value);
      if (isKind(core.value, 'number')) found.add(printRational(core.value));
      if (isKind(core.value, 'date')) found.add(printDate(core.value));
    }
    partsOf(core).forEach(visit);
  }
}

/** A value of a file that may be another, or an element of a list that may not be there. */
interface Place {
  readonly pointer: string;
  readonly field: Field;
  /** Absent for an element. */
  readonly text: string | undefined;
}

/** The filled in values of fields of some names. */
function placesIn(yaml: Yaml, type: Type, names: ReadonlySet<string>): readonly Place[] {
  const found: Place[] = [];
  visit(yaml, type, '', undefined);
  return found;

  function visit(here: Yaml, kind: Type, pointer: string, of: Field | undefined): void {
    if (here.kind === 'list' && kind.kind === 'list')
      for (const [index, item] of here.items.entries()) {
        const place = pointerTo(pointer, index);
        if (of && names.has(of.name)) found.push({ pointer: place, field: of, text: undefined });
        visit(item, kind.of, place, undefined);
      }
    if (here.kind !== 'map' || kind.kind !== 'context') return;
    for (const { key, value } of here.entries) {
      const field = kind.fields.get(key.text);
      if (!field) continue;
      const place = pointerTo(pointer, key.text);
      if (value.kind === 'text' && names.has(key.text))
        found.push({ pointer: place, field, text: value.text });
      else visit(value, field.type, place, field);
    }
  }
}

function withValue(
  candidate: Candidate,
  { pointer, field }: Place,
  value: string | undefined,
): Candidate {
  const [yaml, ...others] = candidate.files.yamls;
  if (!yaml) return candidate;
  const keys = keysOf(pointer);
  const there = at(yaml, keys).yaml;
  const text: YamlText | undefined =
    value === undefined
      ? undefined
      : {
          kind: 'text',
          span: there.span,
          text: value,
          plain: there.kind === 'text' ? there.plain : true,
        };
  const ways = keys.map((key, index) =>
    at(yaml, keys.slice(0, index)).yaml.kind === 'list'
      ? { pick: (_: Yaml, position: number) => position === Number(key) }
      : { key },
  );
  const changed = replaceAt(yaml, ways, text) ?? yaml;
  return {
    ...candidate,
    files: { ...candidate.files, yamls: [changed, ...others] },
    edits: [...candidate.edits, { pointer, field, value }],
  };
}

/** The words that a value may be, those that the rule itself mentions first. */
function wordsOf(type: Type, mentioned: ReadonlySet<string>): readonly string[] {
  if (type.kind === 'boolean') return ['true', 'false'];
  if (type.kind !== 'text') return [];
  return [...(type.words?.keys() ?? mentioned)]
    .toSorted((a, b) => Number(mentioned.has(b)) - Number(mentioned.has(a)))
    .slice(0, most.words);
}

/** How values of a field are counted in whole steps. */
interface Scale extends Steps {
  readonly kind: 'amount' | 'day';
}

function scaleOf(type: Type): Scale | undefined {
  if (type.kind === 'number' && !type.values)
    return { kind: 'amount', ...amountSteps(perOneOf(type)) };
  return type.kind === 'date' ? { kind: 'day', ...daySteps } : undefined;
}

/** Fen, whole things, and of what has no step of its own ten-thousandths. */
function perOneOf({ decimals, whole: isWhole, unit }: NumberType): bigint {
  const counts = unit === 'months' || unit === 'days' || unit === 'count';
  return isWhole || counts ? 1n : 10n ** BigInt(decimals ?? 4);
}
