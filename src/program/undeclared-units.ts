import type { Span } from '../base/source.ts';
import type { Unread } from '../dossier/schema.ts';
import type { Rulebook } from '../rulebook/ast.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { Yaml } from '../yaml/tree.ts';

/** A unit that a schema uses and that nobody declares, where it stands. */
export interface Undeclared {
  readonly name: string;
  readonly span: Span;
}

/** Where units stand in a schema's file that were not understood. */
export function undeclaredUnits(
  { files }: Rulebook,
  path: string,
  unread: readonly Unread[],
): readonly Undeclared[] {
  const names = new Set(unread.flatMap(({ unit }) => unit ?? []));
  const source = files.get(path);
  // read again only where there is one to point at
  const tree = names.size > 0 && source ? parseYaml(source).value : undefined;
  return tree ? [...unitsIn(tree)].filter(({ name }) => names.has(name)) : [];
}

function* unitsIn(yaml: Yaml): Generator<Undeclared> {
  if (yaml.kind === 'list') for (const item of yaml.items) yield* unitsIn(item);
  if (yaml.kind !== 'map') return;
  for (const { key, value } of yaml.entries) {
    if (key.text === 'x-unit' && value.kind === 'text')
      yield { name: value.text, span: value.span };
    else yield* unitsIn(value);
  }
}
