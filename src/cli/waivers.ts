import { extname } from 'node:path';

import { type WaiversGiven, waivedSubject, waiverRegisterFrom } from '../desk/waivers.ts';
import { digestOfFile } from '../io/digest.ts';
import { tablesIn } from '../io/tables.ts';
import { type Call, UsageError } from './call.ts';
import { complainOf } from './console.ts';
import { onlyFile, sourceAt } from './option-file.ts';
import type { Sound } from './sound.ts';

/**
 * The register of waivers (例外审批台账) of `--waivers`; undefined where none is given, `wrong` after complaining of one that
 * is none.
 */
export async function waiversOf(
  call: Call,
  { program, language }: Pick<Sound, 'program' | 'language'>,
): Promise<WaiversGiven | 'wrong' | undefined> {
  const says =
    '只能给出一份例外审批台账；多份须先合并 / takes one register of exceptions: put several into one first';
  const path = onlyFile(call, 'waivers', says);
  if (path === undefined) return undefined;
  const subject = waivedSubject(program);
  if (!subject)
    throw new UsageError(
      '--waivers：本规则库的文件没有例外审批 / files of this rulebook have no exceptions',
    );
  const isTable = !['.yaml', '.yml', '.json'].includes(extname(path).toLowerCase());
  const given = isTable ? await tablesAt(path, language) : sourceAt(path, language);
  if (!given) return 'wrong';
  const { value, diagnostics } = await waiverRegisterFrom(
    { ...given, digest: digestOfFile(path) ?? '' },
    subject,
    { program },
  );
  complainOf(diagnostics, language);
  return value ?? 'wrong';
}

async function tablesAt(name: string, language: Sound['language']) {
  const read = await tablesIn(name);
  if ('tables' in read) return { name, tables: read.tables };
  complainOf([read.problem], language);
  return undefined;
}
