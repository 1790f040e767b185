import { type Core, unwritten, type Variable } from '../feel/core.ts';
import { type Field, listOf } from '../feel/types.ts';
import type { Program } from './ast.ts';
import { partsOf } from './walk.ts';

/** The fields that lead from a file to a value; an element of a list lies where its list does. */
export type Way = readonly Field[];

/** What variables stand for, by their numbers: the list that they run through, or the value under test. */
export type Sources = ReadonlyMap<Variable['id'], Core>;

/**
 * What the variables stand for that these expressions bind themselves; an argument of a definition or table for all
 * that it is given.
 */
export function sourcesIn(cores: readonly Core[], references: Program['references']): Sources {
  const sources = new Map<Variable['id'], Core>();
  const give = (id: Variable['id'], arg: Core): void => {
    const before = sources.get(id);
    const given = before?.kind === 'list' ? before.items : [];
    const isKnown = given.some(
      (one) =>
        one.kind === 'variable' && arg.kind === 'variable' && one.variable.id === arg.variable.id,
    );
    if (isKnown) return;
    const items = [...given, arg];
    sources.set(id, { kind: 'list', type: listOf(arg.type), items, span: unwritten });
  };
  const visit = (core: Core): void => {
    switch (core.kind) {
      case 'quantifier':
      case 'filter':
      case 'map':
        sources.set(core.variable.id, core.list);
        break;
      case 'membership':
        sources.set(core.subject.id, core.of);
        break;
      case 'reference': {
        const callee = references.get(core.name);
        if (callee && callee.kind !== 'parameter')
          for (const [index, { variable }] of callee.takes.entries()) {
            const arg = core.args?.[index];
            if (arg) give(variable.id, arg);
          }
        break;
      }
      default:
    }
    partsOf(core).forEach(visit);
  };
  cores.forEach(visit);
  return sources;
}

/** The ways to what a value is taken from, through lists, filters and definitions; none for what is computed. */
export function waysTo(
  core: Core,
  sources: Sources,
  references: Program['references'],
): readonly Way[] {
  return from(core, new Set());

  function from(of: Core, followed: ReadonlySet<string>): readonly Way[] {
    const deeper = (part: Core) => from(part, followed);
    switch (of.kind) {
      case 'file':
        return [[]];
      case 'field':
        return deeper(of.of).map((way) => [...way, of.field]);
      case 'variable': {
        const source = sources.get(of.variable.id);
        return source ? deeper(source) : [];
      }
      case 'let':
        return deeper(of.local.core);
      case 'filter':
      case 'position':
        return deeper(of.list);
      case 'map':
        return deeper(of.returns);
      case 'list':
        return of.items.flatMap(deeper);
      case 'if':
        return [of.yes, of.no].flatMap(deeper);
      case 'call':
        return of.args.flatMap((arg) => (arg ? deeper(arg) : []));
      case 'reference': {
        const reference = references.get(of.name);
        if (reference?.kind !== 'definition' || followed.has(of.name)) return [];
        const within = new Set([...followed, of.name]);
        const cores = reference.editions.map(({ is }) => is.core);
        return cores.flatMap((is) => from(is, within));
      }
      default:
        return [];
    }
  }
}
