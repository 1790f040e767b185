import type { Language } from '../base/language.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import type { FileProblems } from '../check/checked.ts';
import { type Engine, engineOf, type RunSource } from '../check/engine.ts';
import type { People } from '../check/people.ts';
import { readRegister } from '../check/read.ts';
import type { JudgeOptions } from '../evaluate/outcome.ts';
import type { Program } from '../program/ast.ts';
import { languagesOf } from '../rulebook/ast.ts';
import { merged } from './gather.ts';
import { headOf, type Reporting } from './head.ts';
import type {
  DossierJson,
  ReportHead,
  StaffJson,
  SummaryJson,
  TogetherJson,
} from './json-format.ts';
import { type Incoming, newRun } from './run.ts';

/**
 * A dossier: its text in JSON or YAML, with the name to show for it, or the data itself; or what a reader of files found,
 * which may be that there is no dossier.
 */
export type DossierGiven = string | Source | Incoming | Readonly<Record<string, unknown>>;

/** A program, and what a report says of where it came from. */
export interface Rulebook {
  readonly program: Program;
  /** `sha256:…` over all its files; empty where nobody worked it out. */
  readonly digest?: string;
}

/** How dossiers are judged and told of. */
export interface Options extends Pick<JudgeOptions, 'asOf' | 'today' | 'step' | 'explain'> {
  /** The subject that dossiers are which do not say so themselves. */
  readonly kind?: string;
  /** Of all texts; those of the rulebook where none is asked for. */
  readonly languages?: readonly Language[];
  /** Shows names, identity numbers and other personal data. */
  readonly unmasked?: boolean;
  /** The register that posts in dossiers are looked up in (`registerOf`); without one dossiers are taken at their word. */
  readonly staff?: Register;
  /** `all` tells of passes and of what does not apply or is not due, too. */
  readonly outcomes?: 'findings' | 'all';
  /** Runs code generated from plans: some five times faster; `runGenerated` where that may be done. */
  readonly run?: RunSource;
}

/** What comes of many dossiers: each as it is judged, then what rules for groups say, then what all come to. */
export type Judged =
  | ({ readonly type: 'dossier' } & DossierJson)
  | ({ readonly type: 'together' } & TogetherJson)
  | { readonly type: 'summary'; readonly summary: SummaryJson };

/**
 * Judges a dossier: the verdict, its findings, what to fetch, and what waits for a person.
 *
 * A text that is no dossier has no verdict (`null`) and says why under `diagnostics`; one with a malformed value never
 * passes. Rules that judge dossiers together take it for a group of one.
 */
export function judge(
  rulebook: Rulebook,
  dossier: DossierGiven,
  options: Options = {},
): DossierJson {
  const run = runOf(rulebook, options);
  const one = incomingOf(dossier, 'dossier');
  const { record } = run.add(
    'problem' in one ? run.maker.ofProblem(one.problem) : run.maker.ofText(one.source, one.record),
  );
  const [together] = run.together();
  return together ? merged(record, together, run.head) : record;
}

/**
 * Judges any number of dossiers as they come, none of them held: of those that rules judge together only the fields that
 * such rules read.
 */
export async function* judgeTogether(
  rulebook: Rulebook,
  dossiers: Iterable<DossierGiven> | AsyncIterable<DossierGiven>,
  options: Options = {},
): AsyncGenerator<Judged> {
  const run = runOf(rulebook, options);
  for await (const { record } of run.results(incoming())) yield { type: 'dossier', ...record };
  for (const together of run.together()) yield { type: 'together', ...together };
  yield { type: 'summary', summary: run.summary() };

  async function* incoming(): AsyncGenerator<readonly Incoming[]> {
    let number = 0;
    for await (const dossier of dossiers) {
      number += 1;
      yield [incomingOf(dossier, `dossier ${number}`)];
    }
  }
}

/** What the rules, clauses, steps, kinds and levels are called that outcomes name by their ids. */
export function titlesOf(rulebook: Rulebook, options: Options = {}): ReportHead {
  return headOf(reportingOf(rulebook, options));
}

/** A register of people, read for one rulebook. */
export interface Register {
  readonly people: People;
  readonly staff: StaffJson;
}

/** A register of people that cannot be read; `problems` say why, each at its place. */
export class RegisterError extends Error {
  readonly problems: readonly Diagnostic<FileProblems>[];

  constructor(problems: readonly Diagnostic<FileProblems>[]) {
    super(problems.map(({ code }) => code).join(', '));
    this.name = 'RegisterError';
    this.problems = problems;
  }
}

/**
 * Reads a register of people, JSON or YAML, of the subject that the rulebook has for it.
 *
 * @throws RegisterError where it is no such register, or anything in it is wrong
 */
export function registerOf({ program }: Rulebook, register: string | Source): Register {
  const source = typeof register === 'string' ? { name: 'register', text: register } : register;
  const { value, diagnostics } = readRegister(source, { program });
  if (!value) throw new RegisterError(diagnostics);
  const { people, id = null, count } = value;
  const { name: file, digest = null } = source;
  return { people, staff: { id, file, digest, of: people.of, people: count } };
}

function runOf(rulebook: Rulebook, options: Options) {
  const { kind, outcomes, run, staff } = options;
  const engine = engineFor(rulebook.program, run);
  return newRun({
    engine: staff ? { ...engine, people: staff.people } : engine,
    reporting: reportingOf(rulebook, options),
    isWhole: outcomes === 'all',
    kind,
  });
}

function reportingOf(
  { program, digest = '' }: Rulebook,
  { asOf, today, step, explain, languages, unmasked = false, staff }: Options,
): Reporting {
  return {
    program,
    rulebookDigest: digest,
    engine: '',
    options: { asOf, today, step, explain },
    languages: languages ?? languagesOf(program.rulebook.manifest.data),
    unmasked,
    staff: staff?.staff,
  };
}

const engines = new WeakMap<Program, Map<RunSource | undefined, Engine>>();

/** Plans are made once for each program. */
function engineFor(program: Program, run: RunSource | undefined): Engine {
  const known = engines.get(program) ?? new Map<RunSource | undefined, Engine>();
  engines.set(program, known);
  const engine = known.get(run) ?? engineOf(program, run);
  known.set(run, engine);
  return engine;
}

function incomingOf(dossier: DossierGiven, name: string): Incoming {
  if (typeof dossier === 'string') return { source: { name, text: dossier } };
  if (isIncoming(dossier)) return dossier;
  if (isSource(dossier)) return { source: dossier };
  return { source: { name, text: JSON.stringify(dossier) } };
}

function isIncoming(dossier: Exclude<DossierGiven, string>): dossier is Incoming {
  const { source, problem } = dossier as { readonly source?: unknown; readonly problem?: unknown };
  if (typeof problem === 'object' && problem !== null)
    return 'code' in problem && 'span' in problem;
  return typeof source === 'object' && source !== null && isSource(source);
}

function isSource(dossier: object): dossier is Source {
  const { name, text } = dossier as { readonly name?: unknown; readonly text?: unknown };
  return typeof name === 'string' && typeof text === 'string';
}
