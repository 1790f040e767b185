import {
  documentsOf as documentsWith,
  type ManualFormat,
  type ManualRun,
  textFiles,
} from '../../src/cli/manual-files.ts';
import { type ManualCases, manualCases } from '../../src/desk/manual/cases.ts';
import type { Document } from '../../src/document/document.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import type { Program } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';
import { shipped as readOnce } from '../evaluate/shipped.ts';

/** A rulebook of two rules, with a limit that changes, a table, and prose that means harm. */
export const small: Program = programOf('tests/manual/fixture');
/** The rulebook that is shipped. */
export const shipped: Program = readOnce().program;

const cases = new WeakMap<Program, ManualCases>();

/** What came of the cases of a rulebook; they are run once. */
export function casesOf(program: Program): ManualCases {
  const ran = cases.get(program) ?? manualCases(program);
  cases.set(program, ran);
  return ran;
}

/** The manual in every language that is wanted. */
export function documentsOf(
  program: Program,
  run: Parameters<typeof documentsWith>[1],
): readonly Document[] {
  return documentsWith(program, run, casesOf(program));
}

/** Manuals of the shipped rulebook, by their day; and the files of each format. */
const whole = new Map<string, readonly Document[]>();
const written = new Map<string, ReadonlyMap<string, string>>();

/** Every file of a manual by its path in `docs/manual`; that of the shipped rulebook is made once. */
export function filesOf(
  program: Program,
  formats: readonly ManualFormat[],
  asOf: string,
  digest?: string,
): ReadonlyMap<string, string> {
  const run = { ...runOf(formats, asOf), ...(digest !== undefined && { digest }) };
  if (program !== shipped) return textFiles(documentsOf(program, run), run);
  const day = `${asOf} ${digest}`;
  return new Map(formats.flatMap((format) => [...filesIn(format)]));

  function filesIn(format: ManualFormat): ReadonlyMap<string, string> {
    const key = `${day} ${format}`;
    const documents = whole.get(day) ?? documentsOf(program, run);
    const files = written.get(key) ?? textFiles(documents, { ...run, formats: [format] });
    whole.set(day, documents);
    written.set(key, files);
    return files;
  }
}

export function runOf(formats: readonly ManualFormat[], asOf: string): ManualRun {
  return {
    formats,
    asOf,
    languages: ['zh', 'en'],
    out: 'docs/manual',
    rulebookAt: '../../../rules',
  };
}

function programOf(path: string): Program {
  const { folder } = rulebookFolder(path);
  const { value, diagnostics } = readRulebook(folder);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!value || errors.length > 0)
    throw new Error(`${path} has errors: ${errors.map(({ code }) => code).join(', ')}`);
  return value;
}
