import type { Source } from '../base/source.ts';
import type { Names } from '../feel/bindings.ts';
import type { Core } from '../feel/core.ts';
import type { YamlText } from '../yaml/tree.ts';

/** An expression where it stands in a file, sound or not, and what may be named in it. */
export interface Scope {
  readonly yaml: YamlText;
  readonly names: Names;
  /** What it came to: of a cell of a table the values it is tried against; nothing where it could not be parsed. */
  readonly cores: readonly Core[];
  /** What a cell of a table is tried on. */
  readonly of?: Core;
}

/** By where they begin; what is read again takes the place of what was there. Nothing where nobody asks for them. */
let scopes: WeakMap<Source, Map<number, Scope>> | undefined;

/** From now on scopes are kept: who only judges would hold, of every rule it has read, what it was typed with. */
export function keepScopes(): void {
  scopes ??= new WeakMap();
}

/** Notes what may be named at an expression, for whoever helps to write it. */
export function noteScope(scope: Scope): void {
  const { source, start } = scope.yaml.span;
  const known = scopes?.get(source);
  if (known) known.set(start, scope);
  else scopes?.set(source, new Map([[start, scope]]));
}

/** The expressions of a file that this process has read since it keeps scopes. */
export function scopesIn(source: Source): readonly Scope[] {
  return [...(scopes?.get(source)?.values() ?? [])];
}
