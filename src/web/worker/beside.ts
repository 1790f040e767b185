import { type BesideKind, besideKinds, readBeside } from '../../desk/beside.ts';
import { kindOfFile } from '../../desk/kinds.ts';
import { type Beside, wantedList } from '../../desk/setting.ts';
import { diagnosticJson } from '../../report/diagnostic-json.ts';
import type { DiagnosticJson } from '../../report/json-format.ts';
import { fileBytes } from '../file-bytes.ts';
import { webPlatform } from '../platform.ts';
import { openedDesk } from './open.ts';
import { type BesideGiven, type GivenFile, work } from './work.ts';

/** A file that is judged by, and what is wrong with it: one that has an error is not. */
export interface BesideTold {
  readonly kind: BesideKind;
  readonly name: string;
  readonly problems: readonly DiagnosticJson[];
}

export interface JudgedByTold {
  readonly files: readonly BesideTold[];
  /** The list of files that the scheme names and nobody gave. */
  readonly wantsPicked: string | undefined;
}

let toldLast: JudgedByTold = { files: [], wantsPicked: undefined };

export const besideService = {
  /** What the files were judged by last, beside the rulebook. */
  list: (): JudgedByTold => toldLast,

  remove: (name: string): void => {
    work.beside = work.beside.filter((one) => one.name !== name);
  },
};

/** Puts aside what of files that were given is judged by, and gives back the rest. */
export async function withoutBeside(given: readonly GivenFile[]): Promise<readonly GivenFile[]> {
  const others: GivenFile[] = [];
  for (const one of given) {
    // eslint-disable-next-line no-await-in-loop -- one of them in memory at a time
    const kind = await besideKindOf(one);
    if (kind) take({ ...one, kind });
    else others.push(one);
  }
  return others;
}

/** Reads what files are to be judged by, and keeps what is wrong with it. */
export async function besideNow(today?: string): Promise<Beside> {
  const desk = openedDesk();
  const files = work.beside.map(({ kind, name, file }) => ({ kind, file: fileBytes(file, name) }));
  const { beside, problems } = await readBeside(files, desk, webPlatform, today);
  const told = work.beside.map(({ kind, name }, index) => ({
    kind,
    name,
    problems: (problems[index] ?? []).map((one) => diagnosticJson(one, desk.languages)),
  }));
  toldLast = { files: told, wantsPicked: wantedList(beside) };
  return beside;
}

async function besideKindOf({ name, file }: GivenFile): Promise<BesideKind | undefined> {
  const found = await kindOfFile(fileBytes(file, name), openedDesk(), webPlatform);
  return 'kind' in found ? besideKinds.find((one) => one === found.kind) : undefined;
}

/** One of each kind is judged by, the last that was given; of check-lists all are. */
function take(one: BesideGiven): void {
  const stays = ({ kind, name }: BesideGiven) =>
    kind !== one.kind || (kind === 'checklist' && name !== one.name);
  work.beside = [...work.beside.filter(stays), one];
}
