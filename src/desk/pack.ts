import type { Source } from '../base/source.ts';
import type { Example, FailedExample } from '../manual/model.ts';
import type { RulebookFolder } from '../rulebook/folder.ts';

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
  readonly parent?: PackedFolder;
}

export function packedFolder({ name, files, parent }: RulebookFolder): PackedFolder {
  return {
    name,
    files: [...files].map(([path, { text, digest }]) =>
      digest === undefined ? [path, text] : [path, text, digest],
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
