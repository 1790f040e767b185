import type { Memory } from '../base/memory.ts';
import type { Source, Span } from '../base/source.ts';
import { parseYaml } from '../yaml/parse.ts';
import { at } from '../yaml/tree.ts';

/** The texts of a rulebook's folder, by path from it, `/` between folders. */
export interface RulebookFolder {
  /** The name to show for it. */
  readonly name: string;
  readonly files: ReadonlyMap<string, Source>;
  /** The rulebook that it extends. */
  readonly parent?: RulebookFolder;
  /** The only rules that are read, with their cases, by id, and no sources; what concerns several is not checked. All where it is absent. */
  readonly only?: ReadonlySet<string>;
}

/** A file of a step's folder, or of `rules/` in a rulebook without stages. */
export function isRule(path: string): boolean {
  return (
    /^(?:stages\/[^/]+\/[^/]+|rules)\/[^/]+\.yaml$/u.test(path) &&
    !path.endsWith('/step.yaml') &&
    !isCases(path)
  );
}

/** Whether a file has the cases of a rule. */
export function isCases(path: string): boolean {
  return path.endsWith('.cases.yaml');
}

/** Whether a file is a step's, a rule's or that of its cases. */
export function isOfStep(path: string): boolean {
  return path.startsWith('stages/') || path.startsWith('rules/');
}

/** The folder of the rulebook that a `rulebook.yaml` builds on, as written there. */
export function extendedBy(
  manifest: Source,
): { readonly path: string; readonly span: Span } | undefined {
  const { value } = parseYaml(manifest);
  const found = value && at(value, ['extends']);
  if (!found?.whole || found.yaml.kind !== 'text') return undefined;
  return { path: found.yaml.text, span: found.yaml.span };
}

/** A regulation or procedure, in Markdown. */
export function isSource(path: string): boolean {
  return /^sources\/[^/]+\.md$/u.test(path);
}

/** The folder that a file lies in; empty at the top. */
export function folderOfPath(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

/** Where the cases of a rule stand: beside it. */
export function casesPath(rule: string): string {
  return rule.replace(/\.yaml$/u, '.cases.yaml');
}

/** The same texts are the same sources, so that what was made of them is found again. */
export function knownFolder(
  { name, files, parent }: RulebookFolder,
  memory: Memory,
): RulebookFolder {
  const known = [...files].map(([path, source]) => {
    const { name: shown, text, digest } = source;
    return [path, memory.of('source', [shown, text, digest], () => source)] as const;
  });
  return { name, files: new Map(known), ...(parent && { parent: knownFolder(parent, memory) }) };
}
