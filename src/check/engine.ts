import type { Dossier } from '../dossier/dossier.ts';
import { valuesFromJson } from '../dossier/from-json.ts';
import { judgeTogether, type ToJudge } from '../evaluate/judge.ts';
import type { JudgeOptions, Judgement } from '../evaluate/outcome.ts';
import type { Told, ToldElement, ToldGroups, ToldRule } from '../evaluate/told.ts';
import type { Context } from '../feel/value.ts';
import { planOf, planOfGroup } from '../plan/from-program.ts';
import type { Program, ProgramRule, Subject } from '../program/ast.ts';
import {
  type Compiled,
  compileToClosures,
  compileToJavaScript,
  type CompiledSource,
} from '../run/compile.ts';
import { type Loaded, verdicts } from '../run/frame.ts';
import { compileGroup, type CompiledGroup } from '../run/together.ts';
import { Unfit } from '../run/scalars.ts';
import { parseYaml } from '../yaml/parse.ts';
import { dateOfEpochDay, epochDay } from '../values/temporal.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';

/**
 * A program ready to judge any number of files: its plans tell what passes and what does not apply, and the evaluator
 * explains the rest.
 */
export interface Engine {
  readonly program: Program;
  /** Judges files together: one judgement a file. */
  readonly judge: (files: readonly FileToJudge[], options: JudgeOptions) => readonly Judgement[];
  /** Lays a JSON text out; undefined where it may not be as its schema asks, and has to be read with care. */
  readonly load: (json: string, subject: Subject) => Loaded | undefined;
}

export interface FileToJudge extends ToJudge {
  /** The file as it was laid out already. */
  readonly loaded?: Loaded | undefined;
}

/** How generated code is made to run; without it plans are read by closures, which run everywhere. */
export type RunSource = Parameters<CompiledSource['link']>[0];

/** Plans are made when a kind of file is first judged, and kept. */
export function engineOf(program: Program, run?: RunSource): Engine {
  const known = new Map<string, Compiled>();
  const groups = new Map<string, CompiledGroup | undefined>();
  return {
    program,
    load: (json, subject) => {
      const loaded = compiledFor(subject, undefined).load(json);
      return loaded instanceof Unfit ? undefined : loaded;
    },
    judge: (files, options) => {
      const { asOf, today } = options;
      return judgeTogether(
        program,
        files,
        options,
        (place) => {
          const file = files[place];
          if (!file) return undefined;
          const compiled = compiledFor(file.subject, asOf);
          // laid out by another plan, its places would be others
          const loaded = asOf === undefined ? file.loaded : undefined;
          return toldBy(compiled, loaded ?? compiled.loadValues(file.dossier.root), today);
        },
        (rule, places) => {
          const group = asOf === undefined && options.step === undefined && groupFor(rule);
          const dossiers = places.flatMap((place) => files[place]?.dossier ?? []);
          return group ? groupsToldBy(group, dossiers, today) : undefined;
        },
      );
    },
  };

  function groupFor(rule: ProgramRule): CompiledGroup | undefined {
    if (groups.has(rule.id)) return groups.get(rule.id);
    const { group, subject } = rule;
    const plan = planOfGroup(program, rule);
    const isIssued = rule.rule.entry.data.status === 'issued';
    const compiled =
      group && plan && isIssued
        ? compileGroup(plan, subject.type, group.subject.type, program.calendar)
        : undefined;
    groups.set(rule.id, compiled);
    return compiled;
  }

  function compiledFor(subject: Subject, asOf: string | undefined): Compiled {
    const key = `${subject.name} ${asOf ?? ''}`;
    const before = known.get(key);
    if (before) return before;
    const plan = planOf(program, subject, asOf === undefined ? undefined : dayNumber(asOf));
    const { calendar } = program;
    const compiled = run
      ? compileToJavaScript(plan, subject.type, calendar).link(run)
      : compileToClosures(plan, subject.type, calendar);
    known.set(key, compiled);
    return compiled;
  }
}

/** A dossier of a JSON text that was loaded: its values are read only where something is to be explained. */
export function dossierOfJson(name: string, json: string, { type }: Subject): Dossier {
  let root: Context | undefined;
  let yaml: Dossier['yaml'] | undefined;
  return {
    get root() {
      root ??= valuesFromJson(JSON.parse(json) as object, type);
      return root;
    },
    get yaml() {
      const source = { name, text: json };
      yaml ??= parseYaml(source).value ?? {
        kind: 'map',
        entries: [],
        span: { source, start: 0, end: 0 },
      };
      return yaml;
    },
    malformed: false,
  };
}

/** What the plans tell of a file; undefined where it has to be evaluated whole. */
function toldBy(
  compiled: Compiled,
  loaded: ReturnType<Compiled['loadValues']>,
  today: string | undefined,
): Told | undefined {
  if (loaded instanceof Unfit) return undefined;
  const day = today === undefined ? undefined : dayNumber(today);
  const places = placesOf(compiled);
  // the engine's own arrays are those of the file that it judged last
  const codes = compiled.judge(loaded, day).slice();
  const editions = compiled.editions.slice();
  const days = compiled.days.slice();
  let elements: ReadonlyMap<number, ReadonlyMap<number, ToldElement>> | undefined;
  return ({ id }) => {
    const place = places.get(id);
    const status = place === undefined ? undefined : statuses[codes[place] ?? verdicts.slow];
    if (place === undefined || !status) return undefined;
    const edition = editions[place] ?? -1;
    return {
      status,
      edition,
      day: edition < 0 ? null : dayText(days[place] ?? 0),
      elements: () => (elements ??= elementsOf(compiled, loaded, day)).get(place) ?? new Map(),
    };
  };
}

/** What a rule says of files judged together, where each of them can be placed, and none of its groups fails. */
function groupsToldBy(
  { keysOf, loadMember, judge }: CompiledGroup,
  dossiers: readonly Dossier[],
  today: string | undefined,
): ReturnType<ToldGroups> {
  const day = today === undefined ? undefined : dayNumber(today);
  const members = new Map<string, { readonly places: number[]; readonly loaded: Loaded[] }>();
  for (const [place, { root }] of dossiers.entries()) {
    const keys = keysOf(root);
    const loaded = keys && loadMember(root);
    if (!loaded || loaded instanceof Unfit) return undefined;
    for (const key of keys) {
      const own = members.get(key) ?? { places: [], loaded: [] };
      own.places.push(place);
      own.loaded.push(loaded);
      members.set(key, own);
    }
  }
  const told = dossiers.map((): ('pass' | 'not-applicable')[] => []);
  for (const { places, loaded } of members.values()) {
    const { verdict, elements } = judge(loaded, day);
    const all = elements
      ? elements.map((element) => statuses[element.verdict])
      : [statuses[verdict]];
    for (const status of all) {
      if (status !== 'pass' && status !== 'not-applicable') return undefined;
      for (const place of places) told[place]?.push(status);
    }
  }
  return told.map((own) => (own.length > 0 ? own : ['not-applicable']));
}

const statuses: { readonly [verdict: number]: ToldRule['status'] | undefined } = {
  [verdicts.pass]: 'pass',
  [verdicts['not-applicable']]: 'not-applicable',
  [verdicts.waiting]: 'waiting',
};

/** What was told of the elements, by the places of their rules and then their own: of all rules at once, since the file has to be judged again for it. */
function elementsOf(
  compiled: Compiled,
  loaded: Loaded,
  today: number | undefined,
): ReadonlyMap<number, ReadonlyMap<number, ToldElement>> {
  compiled.judge(loaded, today);
  return new Map(
    compiled.rules.map((_, place) => [
      place,
      new Map(
        (compiled.judgeElements(place) ?? []).map(({ position, verdict, edition, day }) => {
          const status = statuses[verdict];
          const told = status === 'pass' || status === 'not-applicable' ? status : 'other';
          return [position, { status: told, edition, day: edition < 0 ? null : dayText(day) }];
        }),
      ),
    ]),
  );
}

const known = new WeakMap<Compiled, ReadonlyMap<string, number>>();

/** The places of rules by their ids. */
function placesOf(compiled: Compiled): ReadonlyMap<string, number> {
  const before = known.get(compiled);
  if (before) return before;
  const places = new Map(compiled.rules.map((id, place) => [id, place]));
  known.set(compiled, places);
  return places;
}

function dayNumber(day: string): number {
  const date = parseDate(day);
  return date ? epochDay(date) : Number.NaN;
}

function dayText(day: number): string {
  const date = dateOfEpochDay(day);
  return date ? printDate(date) : '';
}
