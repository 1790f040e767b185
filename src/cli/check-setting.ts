import type { Language } from '../base/language.ts';
import type { Source } from '../base/source.ts';
import type { Capture } from '../check/engine.ts';
import type { FileProblems } from '../check/checked.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { ChecklistsRead } from '../checklist/answers.ts';
import type { JudgeOptions } from '../evaluate/outcome.ts';
import type { Program } from '../program/ast.ts';
import type { Reporting } from '../report/head.ts';
import { boundsOf } from '../report/scheme.ts';
import type { Suppresses } from '../report/suppressed.ts';
import type { GateFile } from '../rulebook/files.ts';
import { type Call, dayOf, near, UsageError } from './call.ts';
import type { Mapped } from '../desk/intake.ts';
import { kindOf } from './run-check.ts';
import { engineVersion, type Sound } from './sound.ts';
import { stepNamed } from './steps.ts';
import type { WaiversGiven } from './waivers.ts';

/** Options that name files which are judged by, beside the rulebook. */
export const inputRoles = [
  'staff',
  'waivers',
  'answers',
  'mapping',
  'scheme',
  'picked',
  'ledger',
] as const;

/** What a check judges by: its rulebook, and what its call names beside it. */
export interface CheckSetting {
  /** The rulebook, with an engine that knows the register of people and what was captured. */
  readonly loaded: Sound;
  readonly reporting: Reporting;
  /** What files are that do not say so. */
  readonly kind: string | undefined;
  /** The register that posts are looked up in, as it was read. */
  readonly register: Source | undefined;
  /** Undefined where no register of waivers was given. */
  readonly waivers: WaiversGiven | undefined;
  /** Absent where files are not made of tables. */
  readonly mapped: Mapped | undefined;
  /** What the source of the files records; absent where that is everything. */
  readonly capture: Capture | undefined;
  /** Check-lists that came back. */
  readonly lists: ChecklistsRead | undefined;
  /** What is wrong with their files, and with rows of a register of waivers. */
  readonly problems: readonly Diagnostic<FileProblems>[];
  readonly suppresses: Suppresses | undefined;
}

/** What does not stand in the call as it is. */
export interface CheckAsked {
  readonly paths: readonly string[];
  readonly languages: readonly Language[];
  /** Of what reasons are told, whatever `--explain` says. */
  readonly tells?: 'all' | 'inapplicable' | undefined;
  readonly gate?: GateFile | undefined;
}

/**
 * Reads all that a call names; `wrong` after complaining of what cannot be used. What reads a kind of file is itself read
 * where a call names such a file: most name none.
 */
export async function checkSetting(
  call: Call,
  loaded: Sound,
  { paths, languages, tells, gate }: CheckAsked,
): Promise<CheckSetting | 'wrong'> {
  const { program, language } = loaded;
  const step = gate?.step ?? stepNamed(call.text('step'), program);
  const explain = tells ?? explained(call.texts('explain'), program);
  const kind = kindOf(call, program);
  const mapped = names('mapping')
    ? await (await import('./mapped.ts')).mappedOf(call, paths, loaded, languages)
    : undefined;
  if (mapped === 'wrong') return 'wrong';
  const inspection = names('scheme')
    ? (await import('./scheme.ts')).schemeOf(call, loaded)
    : undefined;
  if (inspection === 'wrong') return 'wrong';
  const picked =
    names('picked') || inspection?.scheme.data.picked !== undefined
      ? await (await import('./picked.ts')).pickedOf(call, inspection, loaded)
      : undefined;
  if (picked === 'wrong') return 'wrong';
  const register = names('staff') ? (await import('./staff.ts')).staffOf(call, loaded) : undefined;
  if (register === 'wrong') return 'wrong';
  const waivers = names('waivers')
    ? await (await import('./waivers.ts')).waiversOf(call, loaded)
    : undefined;
  if (waivers === 'wrong') return 'wrong';
  const suppresses = names('ledger')
    ? (await import('./ledger-file.ts')).suppressedBy(call, language)
    : undefined;
  if (suppresses === 'wrong') return 'wrong';
  const capture = mapped?.capture ?? inspection?.capture;
  const options = {
    explain,
    asOf: dayOf(call, 'as-of'),
    step,
    today: dayOf(call, 'today') ?? inspection?.scheme.data.day,
    covers: inspection?.scheme.covers,
    ...(gate && { isBefore: true }),
    ...(capture && { captured: true }),
  };
  const plain = capture ? loaded.engineFor(capture) : loaded.engine;
  const engine = { ...plain, people: register?.read.people, waivers: waivers?.entries };
  const until = options.today ?? register?.read.upTo;
  const inspectors = inspection?.scheme.data.inspectors ?? [];
  const answers = names('answers')
    ? await (await import('./answer-files.ts')).readAnswers(call.texts('answers'))
    : undefined;
  const lists =
    answers &&
    (await import('../desk/answers.ts')).listsOf(
      answers.sheets,
      { program, digest: loaded.digest, engine },
      { inspectors, until },
    );
  const scheme = inspection && { ...inspection.json, ...(picked && { picked: picked.json }) };
  return {
    loaded: { ...loaded, engine },
    reporting: {
      program,
      rulebookDigest: loaded.digest,
      engine: engineVersion(),
      options,
      languages,
      unmasked: call.flag('unmask'),
      staff: register?.staff,
      waivers: waivers?.json,
      scheme,
      bounds: boundsOf(scheme, picked?.ids),
      ...(lists && {
        answered: {
          by: inspectors.length > 0 ? 'scheme' : register ? 'register' : null,
          until: until ?? null,
        },
      }),
    },
    kind: mapped?.capture.subject ?? kind,
    register: register?.source,
    waivers,
    mapped,
    capture,
    lists,
    problems: [...(answers?.problems ?? []), ...(waivers?.problems ?? [])],
    suppresses,
  };

  function names(role: (typeof inputRoles)[number]): boolean {
    return call.texts(role).length > 0;
  }
}

/** The rules whose every outcome is told with its reasons; undefined where none is asked for. */
function explained(given: readonly string[], { rules, process }: Program): JudgeOptions['explain'] {
  if (given.length === 0) return undefined;
  if (given.includes('all')) return 'all';
  const known = [...rules, ...process].map(({ id }) => id);
  const unknown = given.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new UsageError(`--explain ${unknown}：没有该规则 / no such rule${near(unknown, known)}`);
  return new Set(given);
}
