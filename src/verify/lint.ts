import type { Checked, Diagnostic } from '../base/diagnostic.ts';
import { lastingMemory, type Memory, noMemory } from '../base/memory.ts';
import { caseFaults } from '../cases/faults.ts';
import type { CaseProblems } from '../cases/problems.ts';
import type { DossierProblems } from '../dossier/problems.ts';
import type { Program } from '../program/ast.ts';
import { readRulebook, type ReadProblems } from '../program/read.ts';
import { knownFolder, type RulebookFolder } from '../rulebook/folder.ts';
import type { VerifyProblems } from './problems.ts';
import { verify } from './verify.ts';

/** What reading a rulebook does not tell. */
type BeyondProblems = CaseProblems & DossierProblems & VerifyProblems;

export type Linted = Checked<Program | undefined, ReadProblems & BeyondProblems>;

/** What is told of all files together is not told while one of them is wrong: that one may be the reason. */
const ofSoundRulebooks: ReadonlySet<keyof VerifyProblems> = new Set([
  'verify/hidden',
  'verify/stricter',
]);

/** Everything that can be told of a rulebook. */
export function lintRulebook(folder: RulebookFolder, memory: Memory = noMemory): Linted {
  const { value, diagnostics } = readRulebook(folder, memory);
  return { value, diagnostics: [...diagnostics, ...beyondReading(value, diagnostics, memory)] };
}

/**
 * What is told of a rulebook besides what reading it told: of its cases, and of proofs.
 *
 * @param read - what reading it told
 */
export function beyondReading(
  program: Program | undefined,
  read: readonly Pick<Diagnostic<ReadProblems>, 'severity' | 'span'>[],
  memory: Memory = noMemory,
): readonly Diagnostic<BeyondProblems>[] {
  if (!program) return [];
  return [...caseFaults(program, memory), ...provedBeside(program, read, memory)];
}

/** What is proved of files that are sound themselves; whether a rule has another beside it only the whole rulebook tells. */
function provedBeside(
  program: Program,
  read: readonly Pick<Diagnostic<ReadProblems>, 'severity' | 'span'>[],
  memory: Memory,
): readonly Diagnostic<VerifyProblems>[] {
  const wrong = read.filter(({ severity }) => severity === 'error');
  if (wrong.length === 0) return verify(program, memory);
  const files = new Set(wrong.map(({ span }) => span.source.name));
  const sources = new Set(program.rulebook.sources.map(({ span }) => span.source.name));
  // a figure may stand in the part of a source that could not be read
  const isRead = ![...files].some((name) => sources.has(name) || name.endsWith('.md'));
  return verify(program, memory).filter(({ code, span }) => {
    if (ofSoundRulebooks.has(code) || files.has(span.source.name)) return false;
    return code !== 'verify/figure-not-in-clause' || isRead;
  });
}

/**
 * Lints a rulebook again and again, as its files change: the same as `lintRulebook` says, but only what a changed file
 * touches is worked out again. A rule touches itself; a definition, table, parameter or schema all rules.
 *
 * @returns to be called with the folder as it has become; places in files that did not change stay the same objects
 */
export function rulebookLinter(): (folder: RulebookFolder) => Linted {
  const memory = lastingMemory();
  return (folder) => {
    const linted = lintRulebook(knownFolder(folder, memory), memory);
    // what was not asked for because there is no manifest to start from may be asked for again when it is mended
    if (linted.value) memory.turn();
    return linted;
  };
}
