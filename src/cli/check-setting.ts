import type { Language } from '../base/language.ts';
import type { Source } from '../base/source.ts';
import { type Setting, settingOf } from '../desk/setting.ts';
import type { WaiversGiven } from '../desk/waivers.ts';
import type { JudgeOptions } from '../evaluate/outcome.ts';
import type { Program } from '../program/ast.ts';
import type { GateFile } from '../rulebook/files.ts';
import { type Call, dayOf, near, UsageError } from './call.ts';
import type { Mapped } from '../desk/intake.ts';
import { kindOf } from './run-check.ts';
import { engineVersion, type Sound } from './sound.ts';
import { stepNamed } from './steps.ts';

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
export interface CheckSetting extends Omit<Setting, 'engine' | 'wantsPicked'> {
  /** The rulebook, with an engine that knows what came beside. */
  readonly loaded: Sound;
  /** The register that posts are looked up in, as it was read. */
  readonly register: Source | undefined;
  /** Undefined where no register of waivers was given. */
  readonly waivers: WaiversGiven | undefined;
  /** Absent where files are not made of tables. */
  readonly mapped: Mapped | undefined;
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
  const step = stepNamed(call.text('step'), program);
  const explain = tells ?? explained(call.texts('explain'), program);
  const kind = kindOf(call, program);
  const mapped = names('mapping')
    ? await (await import('./mapped.ts')).mappedOf(call, paths, loaded, languages)
    : undefined;
  if (mapped === 'wrong') return 'wrong';
  const scheme = names('scheme') ? (await import('./scheme.ts')).schemeOf(call, loaded) : undefined;
  if (scheme === 'wrong') return 'wrong';
  const picked =
    names('picked') || scheme?.scheme.data.picked !== undefined
      ? await (await import('./picked.ts')).pickedOf(call, scheme, loaded)
      : undefined;
  if (picked === 'wrong') return 'wrong';
  const staff = names('staff') ? (await import('./staff.ts')).staffOf(call, loaded) : undefined;
  if (staff === 'wrong') return 'wrong';
  const waivers = names('waivers')
    ? await (await import('./waivers.ts')).waiversOf(call, loaded)
    : undefined;
  if (waivers === 'wrong') return 'wrong';
  const suppresses = names('ledger')
    ? (await import('./ledger-file.ts')).suppressedBy(call, language)
    : undefined;
  if (suppresses === 'wrong') return 'wrong';
  const answers = names('answers')
    ? await (await import('./answer-files.ts')).readAnswers(call.texts('answers'))
    : undefined;
  const { engine, problems, ...setting } = await settingOf(
    { ...loaded, version: engineVersion() },
    {
      staff,
      waivers,
      scheme,
      picked,
      suppresses,
      answers: answers?.sheets,
      capture: mapped?.capture,
    },
    {
      kind,
      step,
      gate,
      explain,
      asOf: dayOf(call, 'as-of'),
      today: dayOf(call, 'today'),
      languages,
      unmasked: call.flag('unmask'),
    },
  );
  return {
    ...setting,
    loaded: { ...loaded, engine },
    register: staff?.source,
    waivers,
    mapped,
    problems: [...(answers?.problems ?? []), ...problems],
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
