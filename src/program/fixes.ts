import { type Fix, withFixes } from '../base/diagnostic.ts';
import { parseYaml } from '../yaml/parse.ts';
import { spanWithin, type Yaml, type YamlText } from '../yaml/tree.ts';

/**
 * The fixes of one expression, as edits of the file it stands in.
 *
 * A comma or quote that is right in the expression can be wrong in the YAML around it: `，` made a `,` splits
 * `{ is: min(1，2) }`. Where the edits would not leave the file the same but for this expression, the whole
 * scalar is written anew in quotes; where that does not either, there is no fix.
 *
 * @param fixes - with offsets in the expression, in any order; undefined for a problem without one
 */
export function fixesInFile(
  yaml: YamlText,
  fixes: readonly (Fix | undefined)[],
): readonly (Fix | undefined)[] {
  const certain = fixes.filter((fix) => fix !== undefined);
  if (certain.length === 0) return fixes;
  const wanted = withFixes(yaml.text, certain);
  const placed = fixes.map((fix) => {
    if (!fix) return undefined;
    const { start, end } = spanWithin(yaml, fix.start, fix.end);
    return { text: fix.text, start, end };
  });
  if (
    leavesTheRest(
      yaml,
      placed.filter((fix) => fix !== undefined),
      wanted,
    )
  )
    return placed;
  const anew = inQuotes(yaml, wanted);
  return leavesTheRest(yaml, [anew], wanted)
    ? fixes.map((fix) => fix && anew)
    : fixes.map(() => undefined);
}

function inQuotes({ span }: YamlText, text: string): Fix {
  const { source, start, end } = span;
  const quote = source.text[start - 1];
  const isQuoted = (quote === '"' || quote === "'") && source.text[end] === quote;
  const [from, to] = isQuoted ? [start - 1, end + 1] : [start, end];
  return { start: from, end: to, text: `'${text.replaceAll("'", "''")}'` };
}

/** Whether the file, so edited, differs from what it was in nothing but the expression, which is as wanted. */
function leavesTheRest({ span, text }: YamlText, fixes: readonly Fix[], wanted: string): boolean {
  const { source } = span;
  const before = parseYaml(source).value;
  const after = parseYaml({ ...source, text: withFixes(source.text, fixes) });
  if (!before || !after.value || after.diagnostics.length > 0) return false;
  const [old, now] = [scalarsOf(before), scalarsOf(after.value)];
  const changed = old.flatMap((scalar, index) => (scalar === now[index] ? [] : [index]));
  const [at, ...others] = changed;
  if (old.length !== now.length || at === undefined || others.length > 0) return false;
  // A finding's text holds several expressions: what is around this one stays too.
  return old[at]?.split(text).join(wanted) === now[at];
}

/** Keys and values in order, with brackets that tell lists and maps apart. */
function scalarsOf(yaml: Yaml): readonly string[] {
  switch (yaml.kind) {
    case 'text':
      return [yaml.text];
    case 'list':
      return ['[', ...yaml.items.flatMap(scalarsOf), ']'];
    case 'map':
      return [
        '{',
        ...yaml.entries.flatMap(({ key, value }) => [key.text, ...scalarsOf(value)]),
        '}',
      ];
  }
}
