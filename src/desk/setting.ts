import type { Diagnostic } from '../base/diagnostic.ts';
import type { Language } from '../base/language.ts';
import type { SheetRead } from '../base/workbook.ts';
import type { FileProblems } from '../check/checked.ts';
import type { Capture, Engine } from '../check/engine.ts';
import type { ChecklistSetting, ChecklistsRead } from '../checklist/answers.ts';
import type { JudgeOptions } from '../evaluate/outcome.ts';
import type { Reporting } from '../report/head.ts';
import { boundsOf } from '../report/scheme.ts';
import type { Suppresses } from '../report/suppressed.ts';
import type { GateFile } from '../rulebook/files.ts';
import type { Desk } from './desk.ts';
import type { PickedRead } from './picked.ts';
import type { SchemeRead } from './scheme.ts';
import type { StaffRead } from './staff.ts';
import type { WaiversGiven } from './waivers.ts';

/** What came beside the dossiers to be judged by, as it was read; absent what did not. */
export interface Beside {
  readonly staff?: StaffRead | undefined;
  readonly waivers?: WaiversGiven | undefined;
  readonly scheme?: SchemeRead | undefined;
  readonly picked?: PickedRead | undefined;
  /** Check-lists that came back; none is not the same as an empty one. */
  readonly answers?: readonly SheetRead[] | undefined;
  readonly suppresses?: Suppresses | undefined;
  /** What tables that are read as dossiers record. */
  readonly capture?: Capture | undefined;
}

/** What is asked of a check. */
export interface Asked {
  /** What files are that do not say so. */
  readonly kind?: string | undefined;
  /** The step that files have reached, by id. */
  readonly step?: string | undefined;
  /** The step before which files are asked to be in order; it goes before `step`. */
  readonly gate?: GateFile | undefined;
  readonly explain?: JudgeOptions['explain'];
  /** The day as at which all is judged, ISO. */
  readonly asOf?: string | undefined;
  /** The day of the check, ISO; that of the scheme where nobody says. */
  readonly today?: string | undefined;
  /** The last day on which anything may have been checked, where nothing else tells it, ISO. */
  readonly until?: string | undefined;
  /** Of the report. */
  readonly languages: readonly Language[];
  readonly unmasked: boolean;
}

/** What a check judges by. */
export interface Setting {
  /** It knows the register of people, the register of waivers, and what was captured. */
  readonly engine: Engine;
  readonly reporting: Reporting;
  readonly kind: string | undefined;
  readonly capture: Capture | undefined;
  readonly lists: ChecklistsRead | undefined;
  /** Who may answer check-lists, and until when. */
  readonly answering: Pick<ChecklistSetting, 'inspectors' | 'until'>;
  /** Rows of a register of waivers that were not taken, which reports tell of. */
  readonly problems: readonly Diagnostic<FileProblems>[];
  readonly suppresses: Suppresses | undefined;
  /** The list of files that the scheme names and that was not given: without it, too much would be judged. */
  readonly wantsPicked: string | undefined;
}

/** Puts together what a check judges by, of a rulebook, what came beside the dossiers and what is asked. */
export async function settingOf(
  desk: Pick<Desk, 'program' | 'digest' | 'version' | 'engine' | 'engineFor'>,
  { staff, waivers, scheme: inspection, picked, answers, suppresses, capture: mapped }: Beside,
  { kind, step, gate, explain, asOf, today: told, until: last, languages, unmasked }: Asked,
): Promise<Setting> {
  const { program } = desk;
  const capture = mapped ?? inspection?.capture;
  const today = told ?? inspection?.scheme.data.day;
  const options = {
    explain,
    asOf,
    step: gate?.step ?? step,
    today,
    covers: inspection?.scheme.covers,
    ...(gate && { isBefore: true }),
    ...(capture && { captured: true }),
  };
  const plain = capture ? desk.engineFor(capture) : desk.engine;
  const engine = { ...plain, people: staff?.read.people, waivers: waivers?.entries };
  const until = today ?? staff?.read.upTo ?? last;
  const inspectors = inspection?.scheme.data.inspectors ?? [];
  const lists =
    answers &&
    (await import('./answers.ts')).listsOf(answers, { ...desk, engine }, { inspectors, until });
  const scheme = inspection && { ...inspection.json, ...(picked && { picked: picked.json }) };
  return {
    engine,
    reporting: {
      program,
      rulebookDigest: desk.digest,
      engine: desk.version,
      options,
      languages,
      unmasked,
      staff: staff?.staff,
      waivers: waivers?.json,
      scheme,
      bounds: boundsOf(scheme, picked?.ids),
      ...(lists && {
        answered: {
          by: inspectors.length > 0 ? 'scheme' : staff ? 'register' : null,
          until: until ?? null,
        },
      }),
    },
    kind: mapped?.subject ?? kind,
    capture,
    lists,
    answering: { inspectors, until },
    problems: waivers?.problems ?? [],
    suppresses,
    wantsPicked: picked ? undefined : inspection?.scheme.data.picked,
  };
}
