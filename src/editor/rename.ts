import { withFixes } from '../base/diagnostic.ts';
import type { Span } from '../base/source.ts';
import type { Program } from '../program/ast.ts';
import { branchOf } from '../rulebook/ast.ts';
import { casesPath } from '../rulebook/folder.ts';
import { definitionOf, hasName, type Sought, usesOf } from './uses.ts';

/** A part of a file, and what is to be written there. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Why a name stays as it is. */
export type Refused = 'nothing' | 'elsewhere';

/** Kinds of things whose names are their author's own. */
const renamed = new Set(['definition', 'parameter', 'table', 'codes', 'rule', 'post', 'document']);

/** The name that can be changed at a place; why not where none can. */
export function nameOf(
  sought: Sought | undefined,
  program: Program,
): { readonly name: string } | Refused {
  if (sought?.kind !== 'thing' || !renamed.has(sought.thing.kind)) return 'nothing';
  const { name } = sought.thing;
  const span = definitionOf(sought, program);
  if (!span || !hasName(span, name)) return 'nothing';
  const { layers } = program.rulebook;
  const isOwn = layers.length === 1 || branchOf(program.rulebook, span) === layers.at(-1);
  return isOwn ? { name } : 'elsewhere';
}

/** A file that is called after what it is of, and how it is called then; from the folder of the rulebook. */
export interface Moved {
  readonly from: string;
  readonly to: string;
}

/** The files that go by the name of a thing, those of its cases among them. */
export function filesNamed(
  name: string,
  to: string,
  declared: Span,
  { rulebook }: Program,
): readonly Moved[] {
  const own = [...rulebook.files].find(([, source]) => source === declared.source)?.[0] ?? '';
  const folder = own.slice(0, own.lastIndexOf('/') + 1);
  const base = own.slice(folder.length);
  const isNamed = base.startsWith(name) && /^[-.]/u.test(base.slice(name.length));
  if (!isNamed) return [];
  const all = [own, casesPath(own)].filter((path) => rulebook.files.has(path));
  return all.map((from) => ({
    from,
    to: `${folder}${to}${from.slice(folder.length + name.length)}`,
  }));
}

/** All that has to be written otherwise for something to have another name; titles stay. */
export function renamingOf(sought: Sought, to: string, program: Program): readonly Edit[] {
  if (sought.kind !== 'thing') return [];
  return usesOf(sought, program)
    .filter((span) => hasName(span, sought.thing.name))
    .map((span) => ({ span, text: to }));
}

/** A text with edits made in it, none of which touch. */
export function edited(text: string, edits: readonly Edit[]): string {
  return withFixes(
    text,
    edits.map(({ span: { start, end }, text: by }) => ({ start, end, text: by })),
  );
}
