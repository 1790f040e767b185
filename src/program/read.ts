import { type Checked, hasErrors } from '../base/diagnostic.ts';
import { invariant } from '../base/invariant.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import type { Span } from '../base/source.ts';
import type { Program } from './ast.ts';
import { isCause } from './causes.ts';
import { type AllProgramProblems, checkProgram, programFromRulebook } from './from-rulebook.ts';
import { checkRulebook } from '../rulebook/check.ts';
import type { RulebookFolder } from '../rulebook/folder.ts';
import { rulebookFromFiles } from '../rulebook/from-files.ts';
import { checkedShape } from '../rulebook/shape.ts';
import type { YamlProblems } from '../yaml/problems.ts';

/** All that can be wrong with the files of a rulebook. */
export type ReadProblems = AllProgramProblems & YamlProblems;

/**
 * From the texts of a rulebook's folder to a typed program: one pass a line, everything wrong reported at once.
 *
 * @param memory - of folders that were read before: what a changed file does not touch is taken from there
 */
export function readRulebook(
  folder: RulebookFolder,
  memory: Memory = noMemory,
): Checked<Program | undefined, ReadProblems> {
  const rulebook = rulebookFromFiles(folder, memory);
  if (!rulebook.value) return { value: undefined, diagnostics: rulebook.diagnostics };
  const found = folder.only ? [] : checkRulebook(rulebook.value, memory);
  const program = programFromRulebook(rulebook.value, memory);
  const unsound = folder.only ? [] : checkProgram(program.value, memory);
  const all = [...rulebook.diagnostics, ...found, ...program.diagnostics, ...unsound];
  const ours = all.filter(isOurs(folder)).filter(isNew());
  if (ours.length === 0) return { value: program.value, diagnostics: ours };
  const causes = isCause(rulebook.value, rulebook.diagnostics, ours);
  return { value: program.value, diagnostics: ours.filter(causes) };
}

/** The program of a rulebook that was read without errors before: what only looks for them is not done again. */
export function readSound(folder: RulebookFolder, memory: Memory = noMemory): Program {
  const rulebook = rulebookFromFiles(folder, memory, checkedShape);
  const program = rulebook.value && programFromRulebook(rulebook.value, memory);
  const found = [...rulebook.diagnostics, ...(program?.diagnostics ?? [])];
  invariant(program && !hasErrors(found), 'it was read without errors');
  return program.value;
}

/** What several rules have of one place, such as the day of their subject, is told once. */
function isNew() {
  const told = new Set<string>();
  return ({ code, span }: { readonly code: string; readonly span: Span }): boolean => {
    const key = JSON.stringify([code, span.source.name, span.start, span.end]);
    if (told.has(key)) return false;
    told.add(key);
    return true;
  };
}

/** Warnings about an extended rulebook are for those who write that one. */
function isOurs({ parent, files }: RulebookFolder) {
  const own = new Set(files.values());
  return ({ severity, span }: { readonly severity: string; readonly span: Span }) =>
    !parent || severity === 'error' || own.has(span.source);
}
