import type { Source } from '../base/source.ts';
import { capturedType } from '../dossier/capture.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { WaiverEntries } from '../dossier/waiver-register.ts';
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
import type { ContextType } from '../feel/types.ts';
import type { Context } from '../feel/value.ts';
import { planOf, planOfGroup } from '../plan/from-program.ts';
import type { Program, ProgramRule, Subject } from '../program/ast.ts';
import { judgesEachFile } from '../program/each-file.ts';
import { type Compiling, compiling, linkImage, type RunBody } from '../run/compile.ts';
import type { Loaded } from '../run/frame.ts';
import { pathLists } from '../run/reading.ts';
import { Unfit } from '../run/scalars.ts';
import { compileGroup, type CompiledGroup, linkGroup } from '../run/together.ts';
import { epochDay } from '../values/temporal.ts';
import { parseDate } from '../values/temporal-text.ts';
import { treeOfJson } from '../yaml/json-tree.ts';
import type { People } from './people.ts';
import type { Prepared } from './prepared.ts';
import { groupsToldBy, type Judging, judgingOf, toldEach, weightsOf } from './told.ts';

/**
 * A program ready to judge any number of files: its plans tell what passes and what does not apply, and the evaluator
 * explains the rest.
 */
export interface Engine {
  readonly program: Program;
  /** The register that posts in files are looked up in; without one files are taken at their word. */
  readonly people?: People | undefined;
  /** Waivers of a register, which stand beside those of a file's own list. */
  readonly waivers?: WaiverEntries | undefined;
  /** Judges files together: one judgement a file. */
  readonly judge: (files: readonly FileToJudge[], options: JudgeOptions) => readonly Judgement[];
  /** Judges files each by itself, some dozens at a time at best: what rules for groups say of them comes later. */
  readonly judgeEach: (
    files: readonly FileToJudge[],
    options: JudgeOptions,
  ) => readonly Judgement[];
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
  /** What files of a subject are read as: its own type, or what their source records of it. */
  readonly typeOf: (subject: Subject) => ContextType;
}

/** What the source of the files of a subject has all there is of: all else is not captured where it is not there. */
export interface Capture {
  readonly subject: string;
  /** `documents`, `contract.amount`, `parties[].mobile` */
  readonly complete: readonly string[];
}

export interface FileToJudge extends ToJudge {
  /** The file as it was laid out already. */
  readonly loaded?: Loaded | undefined;
}

/** How generated code is made to run; without it plans are read by closures, which run everywhere. */
export type RunSource = RunBody;

/** The plan of one kind of file, as it is compiled by now. */
interface Compiled {
  /** Absent where code was generated before. */
  readonly compiling: Compiling | undefined;
  /** Files that are judged yet before code is generated. */
  left: number;
  judging: Judging;
}

/**
 * Plans are made when a kind of file is first judged, and kept.
 *
 * @param atFirst - files of a kind that closures judge before code is generated: what that takes pays for many
 * @param before - what was prepared of the same program; of use where generated code may run
 * @param capture - what the source of the files records; without it, everything
 */
export function engineOf(
  program: Program,
  run?: RunSource,
  atFirst = 0,
  before?: Prepared,
  capture?: Capture,
): Engine {
  const types = capturedTypes(program, capture);
  const typeOf = (subject: Subject) => types.get(subject.name) ?? subject.type;
  const known = new Map<string, Compiled>();
  const groups = new Map<string, CompiledGroup | undefined>();
  return {
    program,
    typeOf,
    load: (json, subject, root) => {
      const loaded = judgingFor(subject, undefined).compiled.load(json, root);
      return loaded instanceof Unfit ? undefined : loaded;
    },
    judge: (files, options) => {
      const told = toldOf(files, options);
      return judgeTogether(program, files, options, {
        file: (place) => told[place],
        groups: groupsTold(files, options),
      });
    },
    judgeEach: (files, options) => {
      const told = toldOf(files, options);
      return files.map((file, place) => judgeFirst(program, file, options, told[place]));
    },
    judgeLater: (files, options) => judgeLater(program, files, options, groupsTold(files, options)),
  };

  /** What plans tell of each file. */
  function toldOf(
    files: readonly FileToJudge[],
    { asOf, today }: JudgeOptions,
  ): readonly (Told | undefined)[] {
    const day = today === undefined ? undefined : dayNumber(today);
    const told = files.map((): Told | undefined => undefined);
    const bySubject = Map.groupBy(files.entries(), ([, { subject }]) => subject);
    for (const [subject, own] of bySubject) {
      const judging = judgingFor(subject, asOf);
      const laidOut = own.map(([, { loaded, dossier }]) =>
        // laid out by another plan, its places would be others
        loaded && asOf === undefined ? loaded : judging.compiled.loadValues(dossier.root),
      );
      count(subject, asOf, own.length);
      for (const [index, one] of toldEach(judging, laidOut, day).entries()) {
        const [place = -1] = own[index] ?? [];
        told[place] = one;
      }
    }
    return told;
  }

  function groupsTold(files: readonly ToJudge[], { asOf, today, step }: JudgeOptions): ToldGroups {
    return (rule, places) => {
      const isAsked = asOf !== undefined || step !== undefined;
      const group = isAsked ? undefined : groupFor(rule, places.length);
      const dossiers = places.flatMap((place) => files[place]?.dossier ?? []);
      const day = today === undefined ? undefined : dayNumber(today);
      return group && groupsToldBy(group, judgesEachFile(rule), dossiers, day);
    };
  }

  function groupFor(rule: ProgramRule, files: number): CompiledGroup | undefined {
    const code = files > atFirst ? run : undefined;
    const key = `${rule.id} ${code ? 'generated' : ''}`;
    if (groups.has(key)) return groups.get(key);
    const isIssued = rule.rule.entry.data.status === 'issued';
    const compiled = isIssued ? newGroup(rule, code) : undefined;
    groups.set(key, compiled);
    return compiled;
  }

  function newGroup(rule: ProgramRule, code: RunSource | undefined): CompiledGroup | undefined {
    const { group, subject } = rule;
    if (!group) return undefined;
    const image = before?.groups.get(rule.id);
    if (image && run) return linkGroup(image, group.subject.type, program.calendar, run);
    const plan = planOfGroup(program, rule);
    return plan && compileGroup(plan, subject.type, group.subject.type, program.calendar, code);
  }

  function judgingFor(subject: Subject, asOf: string | undefined): Judging {
    return compiledFor(subject, asOf).judging;
  }

  function compiledFor(subject: Subject, asOf: string | undefined): Compiled {
    const key = `${subject.name} ${asOf ?? ''}`;
    const made = known.get(key) ?? preparedFor(subject, asOf) ?? newlyCompiled(subject, asOf);
    known.set(key, made);
    return made;
  }

  function preparedFor(subject: Subject, asOf: string | undefined): Compiled | undefined {
    const { name } = subject;
    const one = asOf === undefined ? before?.images.get(name) : undefined;
    if (!one || !run) return undefined;
    const type = typeOf(subject);
    const linked = linkImage(one.image, type, program.calendar, run, types.has(name));
    return { compiling: undefined, left: 0, judging: judgingOf(linked, one.weights) };
  }

  function newlyCompiled(subject: Subject, asOf: string | undefined): Compiled {
    const plan = planOf(program, subject, asOf === undefined ? undefined : dayNumber(asOf));
    const own = compiling(plan, typeOf(subject), program.calendar);
    const compiled = run && atFirst <= 0 ? own.toJavaScript().link(run) : own.toClosures();
    const judging = judgingOf(compiled, weightsOf(compiled.rules, program));
    return { compiling: own, left: atFirst, judging };
  }

  /** Generates code once so many files were judged that it pays. */
  function count(subject: Subject, asOf: string | undefined, files: number): void {
    const compiled = compiledFor(subject, asOf);
    if (!run || !compiled.compiling || compiled.left <= 0) return;
    compiled.left -= files;
    if (compiled.left > 0) return;
    const generated = compiled.compiling.toJavaScript().link(run);
    compiled.judging = judgingOf(generated, weightsOf(generated.rules, program));
  }
}

/** The types that files are read as, where their source does not record everything. */
function capturedTypes(
  { subjects }: Program,
  capture: Capture | undefined,
): ReadonlyMap<string, ContextType> {
  const subject = subjects.get(capture?.subject ?? '');
  if (!capture || !subject) return new Map();
  // an import has no waivers: none that is not written is one
  const [waivers = ''] = (subject.file.waivers?.list ?? '').split('.');
  const exempt = new Set([...pathLists, waivers]);
  return new Map([[subject.name, capturedType(subject.type, new Set(capture.complete), exempt)]]);
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
  type: ContextType,
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
    ...(loaded && {
      json: { value: parsed, ...(loaded.written && { written: loaded.written }) },
    }),
  };
}

function dayNumber(day: string): number {
  const date = parseDate(day);
  return date ? epochDay(date) : Number.NaN;
}
