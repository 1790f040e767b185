import { type Memory, noMemory } from '../base/memory.ts';
import type { Source } from '../base/source.ts';
import { type Parsed, pathIn } from '../feel/parse.ts';
import type { Example, FailedExample } from '../manual/model.ts';
import { programFromRulebook } from '../program/from-rulebook.ts';
import type { Rulebook } from '../rulebook/ast.ts';
import { isCases, isSource, type RulebookFolder } from '../rulebook/folder.ts';
import { type Outline, outlineOf } from '../rulebook/source-document.ts';
import { type PackedTrees, packedTrees, unpackedTrees } from './packed-trees.ts';

/** A rulebook without errors as a page carries it: the texts of its files, as data. */
export interface RulebookPack {
  /** Version of the engine that it was packed by. */
  readonly engine: string;
  /** `sha256:…` over its files and those of the rulebooks it extends. */
  readonly digest: string;
  readonly folder: PackedFolder;
  /** What its expressions were parsed to, by their texts: the grammar takes long. */
  readonly parsed?: ParsedTexts;
  /** What came of the cases of rules, by the rule: they are not run again. */
  readonly examples?: readonly (readonly [rule: string, examples: readonly Example[]])[];
  /** Where the page is no more than a draft: the cases that failed. */
  readonly draft?: { readonly failed: readonly FailedExample[] };
  readonly days: PageDays;
}

/** Texts and what they were parsed to, each in the same place; as `expressionReader` asks a memory for it. */
export type ParsedTexts = Readonly<Record<'syntax' | 'tests', ParsedAs>>;

interface ParsedAs extends PackedTrees {
  readonly texts: readonly string[];
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
    // what is alike lies together, and packs smaller for it: cases behind all else
    files: [...files]
      .toSorted(([one], [other]) => Number(isCases(one)) - Number(isCases(other)))
      .map(([path, { text, digest }]) =>
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
export function packedMemory({ folder, parsed }: Pick<RulebookPack, 'folder' | 'parsed'>): Memory {
  const known: Readonly<Record<string, ReadonlyMap<unknown, unknown>>> = {
    outline: new Map(outlinesIn(folder)),
    ...(parsed && { syntax: byText(parsed.syntax), tests: byText(parsed.tests) }),
  };
  return {
    ...noMemory,
    of: <T>(what: string, [text]: readonly unknown[], make: () => T) => {
      const values = Object.hasOwn(known, what) ? known[what] : undefined;
      return values?.has(text) === true ? (values.get(text) as T) : make();
    },
  };
}

function byText({ texts, ...packed }: ParsedAs): ReadonlyMap<unknown, Parsed<unknown>> {
  const trees = unpackedTrees(packed);
  return new Map(texts.map((text, index) => [text, { value: trees[index], problems: [] }]));
}

/** Every expression of a rulebook that the grammar reads, parsed. */
export function parsedTexts(rulebook: Rulebook): ParsedTexts {
  const found = { syntax: new Map<string, unknown>(), tests: new Map<string, unknown>() };
  programFromRulebook(rulebook, {
    ...noMemory,
    of: (what, [text], make) => {
      const made = make();
      if ((what === 'syntax' || what === 'tests') && typeof text === 'string') {
        const { value, problems } = made as Parsed<unknown>;
        // a path is read without the grammar
        const isQuick = what === 'syntax' && pathIn(text) !== undefined;
        if (problems.length === 0 && !isQuick) found[what].set(text, value);
      }
      return made;
    },
  });
  const parsedAs = (trees: ReadonlyMap<string, unknown>): ParsedAs => ({
    texts: [...trees.keys()],
    ...packedTrees([...trees.values()]),
  });
  return { syntax: parsedAs(found.syntax), tests: parsedAs(found.tests) };
}

function outlinesIn({ files, outlines, parent }: PackedFolder): readonly [unknown, Outline][] {
  const texts = new Map(files.map(([path, text]) => [path, text]));
  const own = outlines.map(([path, outline]): [unknown, Outline] => [texts.get(path), outline]);
  return [...own, ...(parent ? outlinesIn(parent) : [])];
}
