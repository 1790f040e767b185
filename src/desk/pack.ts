import type { Memory } from '../base/memory.ts';
import type { Source } from '../base/source.ts';
import type { Example, FailedExample } from '../manual/model.ts';
import { isSource, type RulebookFolder } from '../rulebook/folder.ts';
import { type Outline, outlineOf } from '../rulebook/source-document.ts';

/** A rulebook without errors as a page carries it: the texts of its files, as data. */
export interface RulebookPack {
  /** Version of the engine that it was packed by. */
  readonly engine: string;
  /** `sha256:…` over its files and those of the rulebooks it extends. */
  readonly digest: string;
  readonly folder: PackedFolder;
  /** What came of the cases of rules, by the rule: they are not run again. */
  readonly examples?: readonly (readonly [rule: string, examples: readonly Example[]])[];
  /** Where the page is no more than a draft: the cases that failed. */
  readonly draft?: { readonly failed: readonly FailedExample[] };
  readonly days: PageDays;
}

/** ISO days. */
export interface PageDays {
  readonly made: string;
  /** The last day of its use; none where it was not set. */
  readonly expires?: string;
}

export interface PackedFolder {
  readonly name: string;
  /** By path; a digest where one was worked out. */
  readonly files: readonly (readonly [path: string, text: string, digest?: string])[];
  /** Of its sources, by their paths: Markdown takes long to read. */
  readonly outlines: readonly (readonly [path: string, outline: Outline])[];
  readonly parent?: PackedFolder;
}

export function packedFolder({ name, files, parent }: RulebookFolder): PackedFolder {
  return {
    name,
    files: [...files].map(([path, { text, digest }]) =>
      digest === undefined ? [path, text] : [path, text, digest],
    ),
    outlines: [...files].flatMap(([path, { text }]) =>
      isSource(path) ? [[path, outlineOf(text)] as const] : [],
    ),
    ...(parent && { parent: packedFolder(parent) }),
  };
}

export function unpackedFolder({ name, files, parent }: PackedFolder): RulebookFolder {
  const sources = files.map(([path, text, digest]): [string, Source] => [
    path,
    { name: `${name}/${path}`, text, ...(digest !== undefined && { digest }) },
  ]);
  return {
    name,
    files: new Map(sources),
    ...(parent && { parent: unpackedFolder(parent) }),
  };
}

/** What was worked out when a rulebook was packed. */
export function packedMemory(folder: PackedFolder): Memory {
  const known = new Map(outlinesIn(folder));
  return {
    of: <T>(what: string, [text]: readonly unknown[], make: () => T) =>
      what === 'outline' && known.has(text) ? (known.get(text) as T) : make(),
  };
}

function outlinesIn({ files, outlines, parent }: PackedFolder): readonly [unknown, Outline][] {
  const texts = new Map(files.map(([path, text]) => [path, text]));
  const own = outlines.map(([path, outline]): [unknown, Outline] => [texts.get(path), outline]);
  return [...own, ...(parent ? outlinesIn(parent) : [])];
}
