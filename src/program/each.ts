import type { Noted } from '../base/diagnostic.ts';
import { type Names, withVariable } from '../feel/bindings.ts';
import type { Core } from '../feel/core.ts';
import { any } from '../feel/types.ts';
import { type Entry, spanOf } from '../rulebook/ast.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { at } from '../yaml/tree.ts';
import type { Each } from './ast.ts';
import type { ExpressionReader } from './expressions.ts';
import type { ProgramProblems } from './problems.ts';

/** The list whose elements are judged one by one, and the names that expressions on one of them may use. */
export function eachOf(
  entry: Entry<{ readonly each?: { readonly [variable: string]: string } }>,
  names: Names,
  reader: ExpressionReader,
  to: Noted<ProgramProblems & RulebookProblems>,
): readonly [Each | undefined, Names] {
  const [given] = Object.entries(entry.data.each ?? {});
  if (!given) return [undefined, names];
  const [variable] = given;
  const list = reader.read(at(entry.yaml, ['each', variable]).yaml, names, 'list');
  if (!list) return [undefined, withVariable(names, reader.variables.named(variable, any))];
  if (names.resolve(variable))
    to.error('rulebook/name-taken', spanOf(entry, 'each'), { name: variable });
  const { core } = list;
  const of = core.type.kind === 'list' ? core.type.of : any;
  const element = reader.variables.named(variable, of);
  return [{ variable: element, list, key: keyOf(core) }, withVariable(names, element)];
}

/** The field that tells the elements of a list apart, of a part of the list too. */
export function keyOf(list: Core): string | undefined {
  if (list.kind === 'filter') return keyOf(list.list);
  return list.kind === 'field' ? list.field.key : undefined;
}
