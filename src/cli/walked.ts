import { createHash } from 'node:crypto';
import process from 'node:process';

import { indentedJson } from '../base/json.ts';
import { hasErrors } from '../base/diagnostic.ts';
import { repeated } from '../check/read.ts';
import { fileWriter } from '../document/files.ts';
import { readIncoming } from '../desk/progress.ts';
import { writeFile } from '../io/write.ts';
import { dossierName } from '../report/checked.ts';
import { diagnosticsOf } from '../report/masked.ts';
import { plain } from '../report/paint.ts';
import type { Walked } from '../ring/walk.ts';
import {
  sectionCsv,
  type Sections,
  sectionsDocument,
  sectionsText,
  sectionsWorkbook,
} from '../walks/sections.ts';
import { workbookBytes } from '../xlsx/workbook.ts';
import { type Call, UsageError } from './call.ts';
import { complainOf, deliver, paintFor } from './console.ts';
import { inputsOf } from './inputs.ts';
import { incomingOf, kindOf } from './run-check.ts';
import type { Sound } from './sound.ts';

/** Files that were read and not judged. */
export interface WalkedFiles {
  readonly files: readonly Walked[];
  readonly unread: number;
  /** Whether something is wrong with one of them. */
  readonly isWrong: boolean;
}

/** Reads the files of a call, without judging them; one that was given twice counts once. */
export async function walkedFiles(loaded: Sound, call: Call): Promise<WalkedFiles> {
  const { program, engine, language } = loaded;
  const kind = kindOf(call, program);
  const unmasked = call.flag('unmask');
  const files: Walked[] = [];
  const firsts = new Map<string, string>();
  let unread = 0;
  let isWrong = false;
  for await (const batch of incomingOf(call.positionals))
    for (const one of batch) {
      const read = readIncoming(one, engine, kind);
      const id = dossierName(read);
      const key = `${read.subject?.name ?? ''}\n${id}`;
      const first = firsts.get(key);
      const told = first === undefined ? read : repeated(read, first);
      firsts.set(key, first ?? read.file);
      complainOf(diagnosticsOf(told, { unmasked }), language);
      isWrong ||= hasErrors(told.diagnostics);
      if (!read.dossier || !read.subject) unread += 1;
      else if (first === undefined)
        files.push({ id, subject: read.subject, dossier: read.dossier });
    }
  return { files, unread, isWrong };
}

/** A report of files in any of its formats. */
export interface WalkReport {
  readonly json: object;
  readonly sections: () => Sections;
}

/** Writes a report in the format asked for. */
export async function writeWalk(
  { json, sections }: WalkReport,
  format: 'pretty' | 'json' | 'html' | 'xlsx' | 'csv',
  loaded: Sound,
  call: Call,
): Promise<void> {
  const { program, language } = loaded;
  const out = call.text('out');
  const inputs = inputsOf(loaded, call.positionals);
  if (format === 'xlsx') {
    if (out === undefined)
      throw new UsageError('--format xlsx：须用 --out 写明文件 / needs --out FILE');
    writeFile(out, await workbookBytes(sectionsWorkbook(sections())), inputs);
    return;
  }
  deliver(await text(), out, inputs);

  async function text(): Promise<string> {
    if (format === 'json') return indentedJson(json);
    const told = sections();
    const [first] = told.sections;
    if (format === 'csv') return first ? sectionCsv(first) : '';
    if (format === 'html') {
      const write = await fileWriter('html', (bytes) =>
        createHash('sha256').update(bytes).digest('hex'),
      );
      return String(await write(sectionsDocument(told, program, language)));
    }
    const paint = out === undefined ? paintFor(process.stdout) : plain;
    return sectionsText(told, language, paint);
  }
}
