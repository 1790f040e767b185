import { compareRules as proveChange, type Compared } from '../proof/compare.ts';
import type { Solver } from '../proof/solver.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { RuleDiff, RulebookDiff } from './diff.ts';
import { compareRules, effectOf, type Evidence, type Told } from './evidence.ts';
import { isProcess } from './judging.ts';
import type { Files } from './search.ts';

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
  const compared = await proveChange(
    { program: old.program, rule: was },
    { program: now.program, rule: is },
    solver,
  );
  const files = [compared.stricter, compared.looser].flatMap((found) =>
    found.kind === 'some' ? filesOf(found.witness.text) : [],
  );
  const evidence = files.length > 0 ? compareRules(one, old, now, files) : one.evidence;
  const known = together(evidence, compared);
  return { ...one, evidence: known, effect: effectOf(known) };
}

/** What was searched, and what was proved where that says nothing. */
function together({ tightens, loosens }: Evidence, { stricter, looser }: Compared): Evidence {
  return { tightens: knownOf(tightens, stricter), loosens: knownOf(loosens, looser) };
}

function knownOf(told: Told, found: Compared['stricter']): Told {
  if (!isUnknown(told) || found.kind !== 'none') return told;
  return { kind: 'proved', within: found.within };
}

function isUnknown({ kind }: Told): boolean {
  return kind === 'unknown';
}

function filesOf(text: string): readonly Files[] {
  const { value } = parseYaml({ name: '', text });
  return value ? [{ of: '', yamls: [value], element: undefined }] : [];
}
