import type { Source } from '../base/source.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { valuesFromJson } from '../dossier/from-json.ts';
import { writtenIn } from '../dossier/json-numbers.ts';
import {
  judgeFirst,
  judgeLater,
  judgeTogether,
  type SaidLater,
  type ToJudge,
} from '../evaluate/judge.ts';
import type { JudgeOptions, Judgement } from '../evaluate/outcome.ts';
import type { Told, ToldGroups } from '../evaluate/told.ts';
import type { Context } from '../feel/value.ts';
import { planOf, planOfGroup } from '../plan/from-program.ts';
import type { Program, ProgramRule, Subject } from '../program/ast.ts';
import { compileToClosures, compileToJavaScript, type CompiledSource } from '../run/compile.ts';
import type { Loaded } from '../run/frame.ts';
import { Unfit } from '../run/scalars.ts';
import { compileGroup, type CompiledGroup } from '../run/together.ts';
import { epochDay } from '../values/temporal.ts';
import { parseDate } from '../values/temporal-text.ts';
import { treeOfJson } from '../yaml/json-tree.ts';
import { groupsToldBy, type Judging, judgingOf, toldBy } from './told.ts';

/**
 * A program ready to judge any number of files: its plans tell what passes and what does not apply, and the evaluator
 * explains the rest.
 */
export interface Engine {
  readonly program: Program;
  /** Judges files together: one judgement a file. */
  readonly judge: (files: readonly FileToJudge[], options: JudgeOptions) => readonly Judgement[];
  /** Judges a file by itself: what rules for groups say of it comes later. */
  readonly judgeFirst: (file: FileToJudge, options: JudgeOptions) => Judgement;
  /** What rules for groups say of files that were judged by themselves, by file: they may lack what no such rule reads. */
  readonly judgeLater: (
    files: readonly ToJudge[],
    options: JudgeOptions,
  ) => readonly (readonly SaidLater[])[];
  /**
   * Lays a JSON text out; undefined where it may not be as its schema asks, and has to be read with care.
   *
   * @param root - what `JSON.parse` makes of the text, where that is known
   */
  readonly load: (json: string, subject: Subject, root?: object) => Loaded | undefined;
}

export interface FileToJudge extends ToJudge {
  /** The file as it was laid out already. */
  readonly loaded?: Loaded | undefined;
}

/** How generated code is made to run; without it plans are read by closures, which run everywhere. */
export type RunSource = Parameters<CompiledSource['link']>[0];

/** Plans are made when a kind of file is first judged, and kept. */
export function engineOf(program: Program, run?: RunSource): Engine {
  const known = new Map<string, Judging>();
  const groups = new Map<string, CompiledGroup | undefined>();
  return {
    program,
    load: (json, subject, root) => {
      const loaded = judgingFor(subject, undefined).compiled.load(json, root);
      return loaded instanceof Unfit ? undefined : loaded;
    },
    judge: (files, options) =>
      judgeTogether(program, files, options, {
        file: (place) => {
          const file = files[place];
          return file && told(file, options);
        },
        groups: groupsTold(files, options),
      }),
    judgeFirst: (file, options) => judgeFirst(program, file, options, told(file, options)),
    judgeLater: (files, options) =>
      judgeLater(program, files, options, groupsTold(files, options)),
  };

  function told(file: FileToJudge, { asOf, today }: JudgeOptions): Told | undefined {
    const judging = judgingFor(file.subject, asOf);
    // laid out by another plan, its places would be others
    const loaded = asOf === undefined ? file.loaded : undefined;
    const laidOut = loaded ?? judging.compiled.loadValues(file.dossier.root);
    return toldBy(judging, laidOut, today === undefined ? undefined : dayNumber(today));
  }

  function groupsTold(
    files: readonly ToJudge[],
    { asOf, today, step }: JudgeOptions,
  ): ToldGroups {
    return (rule, places) => {
      const group = asOf === undefined && step === undefined ? groupFor(rule) : undefined;
      const dossiers = places.flatMap((place) => files[place]?.dossier ?? []);
      const day = today === undefined ? undefined : dayNumber(today);
      return group && groupsToldBy(group, dossiers, day);
    };
  }

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

  function judgingFor(subject: Subject, asOf: string | undefined): Judging {
    const key = `${subject.name} ${asOf ?? ''}`;
    const before = known.get(key);
    if (before) return before;
    const plan = planOf(program, subject, asOf === undefined ? undefined : dayNumber(asOf));
    const { calendar } = program;
    const compiled = run
      ? compileToJavaScript(plan, subject.type, calendar).link(run)
      : compileToClosures(plan, subject.type, calendar);
    const judging = judgingOf(compiled, program);
    known.set(key, judging);
    return judging;
  }
}

/**
 * A dossier of a JSON text that was loaded: its values are read only where something is to be explained.
 *
 * @param parsed - what `JSON.parse` makes of the text
 * @param loaded - the file as it was laid out, where that is at hand
 */
export function dossierOfJson(
  source: Source,
  parsed: object,
  { type }: Subject,
  loaded?: Loaded,
): Dossier {
  let root: Context | undefined;
  let yaml: Dossier['yaml'] | undefined;
  return {
    get root() {
      root ??= valuesFromJson(parsed, type, loaded ? loaded.written : writtenIn(source.text));
      return root;
    },
    get yaml() {
      yaml ??= treeOfJson(source);
      return yaml;
    },
    malformed: false,
  };
}

function dayNumber(day: string): number {
  const date = parseDate(day);
  return date ? epochDay(date) : Number.NaN;
}
