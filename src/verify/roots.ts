import type { Core } from '../feel/core.ts';
import type { Program } from '../program/ast.ts';
import { coresOf, partsOf } from '../program/walk.ts';

/** The fields of a file, by name, that something reads or that something is read in; `all` where it takes the file whole. */
export type Roots = ReadonlySet<string> | 'all';

/** What reads expressions for the fields that they begin at, through definitions and tables too. */
export function rootsReader({ references }: Pick<Program, 'references'>): (core: Core) => Roots {
  const known = new Map<string, Roots>();
  return (core) => {
    const found = new Set<string>();
    return isWhole(core, found) ? 'all' : found;
  };

  /** Notes the fields; true where it takes the file whole. */
  function isWhole(core: Core, into: Set<string>): boolean {
    if (core.kind === 'file') return true;
    if (core.kind === 'field' && core.of.kind === 'file') {
      into.add(core.field.name);
      return false;
    }
    let whole = false;
    if (core.kind === 'reference') {
      const behind = rootsBehind(core.name);
      if (behind === 'all') whole = true;
      else for (const name of behind) into.add(name);
    }
    for (const part of partsOf(core)) whole = isWhole(part, into) || whole;
    return whole;
  }

  function rootsBehind(name: string): Roots {
    const before = known.get(name);
    if (before) return before;
    known.set(name, new Set());
    const reference = references.get(name);
    const found = new Set<string>();
    let whole = false;
    for (const core of reference ? coresOf(reference) : []) whole = isWhole(core, found) || whole;
    const roots = whole ? 'all' : found;
    known.set(name, roots);
    return roots;
  }
}
