import { digestOf, type FileBytes, FileFault, type Platform } from '../base/bytes.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { textOfFile, tooLarge, largestFile } from '../base/text-file.ts';
import { tablesOf } from '../tables/tables.ts';
import type { Problems } from '../words/messages/messages.ts';
import { workbookOf } from '../xlsx/workbook.ts';
import type { Desk } from './desk.ts';
import type { Digested } from './given.ts';
import type { Beside } from './setting.ts';
import { waivedSubject } from './waivers.ts';

/** What may come beside the dossiers. */
export const besideKinds = ['staff', 'waivers', 'scheme', 'picked', 'checklist', 'ledger'] as const;
export type BesideKind = (typeof besideKinds)[number];

/** A file that came beside the dossiers, with what it is. */
export interface BesideFile {
  readonly kind: BesideKind;
  readonly file: FileBytes;
}

export interface BesideRead {
  readonly beside: Beside;
  /** What is wrong with the files, in their order; one that has an error is not judged by. */
  readonly problems: readonly Diagnostic<Problems>[];
}

/**
 * Reads what came beside the dossiers. Of check-lists all are taken, of all else the file that came last, whatever is
 * wrong with it; what a kind takes to be read is loaded where there is one.
 *
 * @param today - ISO; a register of people that speaks of later days is refused
 */
export async function readBeside(
  files: readonly BesideFile[],
  { program }: Pick<Desk, 'program'>,
  platform: Platform,
  today?: string,
): Promise<BesideRead> {
  const problems: Diagnostic<Problems>[] = [];
  const digest = (content: string | Uint8Array) => digestOf(content, platform);
  let beside: Beside = {};
  for (const { kind, file } of files.filter(isTaken)) {
    // eslint-disable-next-line no-await-in-loop -- one file in memory at a time
    beside = { ...beside, ...(await readUnlessGone(kind, file)) };
  }
  return { beside, problems };

  async function readUnlessGone(kind: BesideKind, file: FileBytes): Promise<Beside | undefined> {
    try {
      return await readOne(kind, file);
    } catch (error) {
      if (error instanceof FileFault) return refused(error.problem);
      throw error;
    }
  }

  async function readOne(kind: BesideKind, file: FileBytes): Promise<Beside | undefined> {
    switch (kind) {
      case 'staff': {
        const { staffFrom } = await import('./staff.ts');
        const source = await sourceOf(file);
        const staff = source && taken(staffFrom(source, { program }, today));
        return staff && { staff };
      }
      case 'scheme': {
        const { inspectionFrom } = await import('./scheme.ts');
        const source = await sourceOf(file);
        const scheme = source && taken(inspectionFrom(source, { program }));
        return scheme && { scheme };
      }
      case 'ledger': {
        const { ledgerFrom, suppressing } = await import('./ledger.ts');
        const source = await sourceOf(file);
        const ledger = source && taken(ledgerFrom(source, digest));
        return ledger && { suppresses: suppressing(ledger) };
      }
      case 'waivers':
        return readWaivers(file);
      case 'picked': {
        const { pickedFrom } = await import('./picked.ts');
        const given = isText(file) ? await sourceOf(file) : await sheetsOf(file);
        const picked = given && taken(pickedFrom(given, digest));
        return picked && { picked };
      }
      case 'checklist': {
        const sheets = await sheetsOf(file);
        return sheets && { answers: [...(beside.answers ?? []), ...sheets.sheets] };
      }
    }
  }

  async function readWaivers(file: FileBytes): Promise<Beside | undefined> {
    const subject = waivedSubject(program);
    if (!subject) return undefined;
    const { waiverRegisterFrom } = await import('./waivers.ts');
    const given = isText(file) ? await sourceOf(file) : await tablesIn(file);
    const waivers = given && taken(await waiverRegisterFrom(given, subject, { program }));
    return waivers && { waivers };
  }

  function taken<T>(read: {
    readonly value: T;
    readonly diagnostics: readonly Diagnostic<Problems>[];
  }): T {
    problems.push(...read.diagnostics);
    return read.value;
  }

  async function sourceOf(file: FileBytes): Promise<Digested | undefined> {
    const { name, size } = file;
    if (size > largestFile) return refused(tooLarge(name, size));
    const bytes = await file.whole();
    const read = textOfFile(bytes, name);
    return 'source' in read ? { ...read.source, digest: digest(bytes) } : refused(read.problem);
  }

  async function tablesIn(file: FileBytes) {
    const read = await tablesOf(file, platform);
    if ('problem' in read) return refused(read.problem);
    return { name: file.name, digest: digest(await file.whole()), tables: read.tables };
  }

  async function sheetsOf(file: FileBytes) {
    const read = await workbookOf(file, platform);
    if ('problem' in read) return refused(read.problem);
    const isWorkbook = !file.name.toLowerCase().endsWith('.csv');
    return { name: file.name, isWorkbook, sheets: read.sheets };
  }

  function refused(problem: Diagnostic<Problems>): undefined {
    problems.push(problem);
  }
}

/** Whether a file that may be a list of records or a table is the former, by its name as the command line goes by it. */
function isText({ name }: FileBytes): boolean {
  return /\.(?:ya?ml|json)$/iu.test(name);
}

/** Whether none of its kind came later, or all of its kind are taken. */
function isTaken({ kind }: BesideFile, place: number, files: readonly BesideFile[]): boolean {
  return kind === 'checklist' || place === files.findLastIndex((one) => one.kind === kind);
}
