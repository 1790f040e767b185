import type { ProgramRule } from './ast.ts';

/**
 * Whether a rule with `scope` judges each file of the group beside the others, with `each` over all of `dossiers`:
 * what it says of one is in the report of that one alone.
 */
export function judgesEachFile({ group, each }: Pick<ProgramRule, 'group' | 'each'>): boolean {
  const list = each?.list.core;
  // the record that it reads has no other list than that of the files
  return group !== undefined && list?.kind === 'field' && list.of.kind === 'file';
}
