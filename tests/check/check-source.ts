import type { Source } from '../../src/base/source.ts';
import type { CheckedFile } from '../../src/check/checked.ts';
import { engineOf } from '../../src/check/engine.ts';
import { judgeOne } from '../../src/check/judge-all.ts';
import { readDossier } from '../../src/check/read.ts';
import type { JudgeOptions } from '../../src/evaluate/outcome.ts';
import type { Program } from '../../src/program/ast.ts';

/** Reads and judges one text, as a command does. */
export function checkSource(source: Source, program: Program, options: JudgeOptions): CheckedFile {
  const engine = engineOf(program);
  return judgeOne(readDossier(source, engine), engine, options);
}
