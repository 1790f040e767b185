import { type Compared, compareRules } from '../proof/compare.ts';
import type { Solver } from '../proof/solver.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { RuleDiff, RulebookDiff } from './diff.ts';
import { effectOf, type Told } from './evidence.ts';
import { isProcess } from './judging.ts';
import { type Files, searched, type Witness } from './search.ts';

/** A comparison in which a solver was asked what searching left open. What it finds is judged by both sides. */
export async function provedFurther(diff: RulebookDiff, solver: Solver): Promise<RulebookDiff> {
  const rules: RuleDiff[] = [];
  for (const one of diff.rules) {
    // eslint-disable-next-line no-await-in-loop -- a solver does one thing at a time
    rules.push(await provedOf(one, diff, solver));
  }
  return { ...diff, rules };
}

async function provedOf(
  one: RuleDiff,
  { old, now }: RulebookDiff,
  solver: Solver,
): Promise<RuleDiff> {
  const { old: was, now: is } = one;
  const isOpen = [one.evidence.tightens, one.evidence.loosens].some(isUnknown);
  if (!isOpen || !was || !is || isProcess(was) || isProcess(is)) return one;
  const compared = await compareRules(
    { program: old.program, rule: was },
    { program: now.program, rule: is },
    solver,
  );
  const files = [compared.stricter, compared.looser].flatMap((found) =>
    found.kind === 'some' ? filesOf(found.witness.text) : [],
  );
  const shown = searched(one, old, now, files);
  const { tightens, loosens } = one.evidence;
  const evidence = {
    tightens: knownOf(tightens, shown.tightens, compared.stricter),
    loosens: knownOf(loosens, shown.loosens, compared.looser),
  };
  return { ...one, evidence, effect: effectOf(evidence) };
}

/** What searching told; where it told nothing, what the solver found or proved. */
function knownOf(told: Told, witness: Witness | undefined, found: Compared['stricter']): Told {
  if (!isUnknown(told)) return told;
  if (witness) return { kind: 'witness', witness };
  return found.kind === 'none' ? { kind: 'proved', within: found.within } : told;
}

function isUnknown({ kind }: Told): boolean {
  return kind === 'unknown';
}

function filesOf(text: string): readonly Files[] {
  const { value } = parseYaml({ name: '', text });
  return value ? [{ of: '', yamls: [value], element: undefined }] : [];
}
