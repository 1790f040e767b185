import { dirname, extname, isAbsolute, join } from 'node:path';

import { pickedFrom, type PickedRead } from '../desk/picked.ts';
import type { SchemeRead } from '../desk/scheme.ts';
import { digestOfBytes } from '../io/digest.ts';
import { readText } from '../io/read.ts';
import { readWorkbook } from '../io/workbook.ts';
import type { Call } from './call.ts';
import { complainOf } from './console.ts';
import { onlyFile } from './option-file.ts';
import type { Sound } from './sound.ts';

/**
 * The list of `--picked`, else that of the scheme; undefined where there is none, `wrong` after complaining of one that
 * cannot be read.
 */
export async function pickedOf(
  call: Call,
  inspection: SchemeRead | undefined,
  { language }: Pick<Sound, 'language'>,
): Promise<PickedRead | 'wrong' | undefined> {
  const given = onlyFile(call, 'picked', '只能给出一份样本清单 / takes one list of files');
  const file = given ?? fromScheme(inspection);
  if (file === undefined) return undefined;
  const read = await listAt(file);
  if ('problem' in read) {
    complainOf([read.problem], language);
    return 'wrong';
  }
  const { value, diagnostics } = pickedFrom(read.list, digestOfBytes);
  complainOf(diagnostics, language);
  return value ?? 'wrong';
}

/** The path in a scheme is from the folder of the scheme. */
function fromScheme(inspection: SchemeRead | undefined): string | undefined {
  const path = inspection?.scheme.data.picked;
  if (path === undefined || !inspection || isAbsolute(path)) return path;
  return join(dirname(inspection.json.file), path);
}

async function listAt(name: string) {
  const ending = extname(name).toLowerCase();
  if (!['.xlsx', '.csv'].includes(ending)) {
    const text = readText(name);
    return 'source' in text ? { list: text.source } : text;
  }
  const read = await readWorkbook(name);
  return 'problem' in read
    ? read
    : { list: { name, isWorkbook: ending === '.xlsx', sheets: read.sheets } };
}
