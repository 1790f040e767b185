import type { Argument } from '../feel/bindings.ts';
import type { TakenEntry } from './model.ts';
import type { Speaker } from './speaker.ts';

/** What a definition or table is given, in order. */
export function takesOf(
  takes: readonly Argument[],
  { words }: Pick<Speaker, 'words'>,
): readonly TakenEntry[] {
  return takes.map(({ variable, takes: written, isElement }) => ({
    name: variable.name,
    title: words(variable.title),
    takes: written,
    isElement,
  }));
}
