import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { indentedJson } from '../base/json.ts';
import type { Language } from '../base/language.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import { type ManualCases, manualCases } from '../desk/manual/cases.ts';
import type { Document } from '../document/document.ts';
import { htmlPage } from '../document/html.ts';
import { htmlPages } from '../document/html-pages.ts';
import { markdownFiles } from '../document/markdown.ts';
import { rasteriser } from '../io/pictures.ts';
import { digestOfBytes } from '../io/digest.ts';
import { nodePlatform } from '../io/platform.ts';
import { typst } from '../io/typst.ts';
import { documentOf } from '../manual/document.ts';
import { manual } from '../manual/from-program.ts';
import { recordOf, revisionOf } from '../manual/issue-record.ts';
import { type Selection, selected } from '../manual/selection.ts';
import type { Program } from '../program/ast.ts';
import { type Issues, issuesIn } from './last-issue.ts';

export type ManualFormat = 'md' | 'html' | 'html-pages' | 'docx' | 'pdf';

export interface ManualRun {
  readonly formats: readonly ManualFormat[];
  readonly languages: readonly Language[];
  /** ISO day on which limits and editions are read. */
  readonly asOf: string;
  readonly out: string;
  /** The part of the rulebook to tell; all of it unless said otherwise. */
  readonly selection?: Selection;
  /** What the last issue printed, for the revision record; without it the record is of editions alone. */
  readonly last?: Issues;
  /** Address of the rulebook's folder for the links of Markdown; without it there are none. */
  readonly rulebookAt?: string;
  /** Of the rulebook as it was read, as reports tell it. */
  readonly digest?: string;
  /** It is stamped as a draft: what its cases show may be wrong, and rules that are drafts stand in it. */
  readonly isDraft?: boolean;
}

/** The manual in every language that is wanted. */
export function documentsOf(
  program: Program,
  { languages, asOf, last, isDraft, digest, selection = {} }: Omit<ManualRun, 'formats' | 'out'>,
  { examples, failed }: ManualCases = manualCases(program),
  memory: Memory = noMemory,
): readonly Document[] {
  const draft = isDraft === true ? { failed } : undefined;
  return languages.map((language) => {
    const book = manual(program, { language, asOf, examples, draft, digest }, memory);
    const before = last?.[language];
    const revision = before && revisionOf(before, recordOf(book, program, shortDigest), book);
    return documentOf(selected(revision ? { ...book, revision } : book, selection), memory);
  });
}

/**
 * What the manual prints in every language that is wanted, for the next issue to be compared with: without what is a
 * draft still.
 *
 * @param cases - make no difference; with those of the manual its pages are found in the memory
 */
export function issuesOf(
  program: Program,
  { languages, asOf }: Pick<ManualRun, 'languages' | 'asOf'>,
  { examples }: Pick<ManualCases, 'examples'> = { examples: new Map() },
  memory: Memory = noMemory,
): Issues {
  const recorded = languages.map((language) => {
    const book = manual(program, { language, asOf, examples, draft: undefined }, memory);
    return [language, recordOf(book, program, shortDigest)] as const;
  });
  return Object.fromEntries(recorded);
}

/** Enough of a digest to tell a text from the one before it. */
function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

/**
 * Every file of a manual by its path in the folder it is written to.
 *
 * @throws MissingPackages where PDF is wanted and what it takes is not installed
 */
export async function manualFiles(
  program: Program,
  run: ManualRun,
  cases?: ManualCases,
  memory: Memory = noMemory,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  // asked first, so that nothing is made in vain
  const typeset = run.formats.includes('pdf') ? await typst() : undefined;
  const documents = documentsOf(program, run, cases, memory);
  const files = new Map<string, string | Uint8Array>(textFiles(documents, run, memory));
  for (const document of documents) {
    const name = `manual.${document.language}`;
    if (run.formats.includes('docx')) {
      const { docxBytes } = await import('../document/docx.ts');
      const rasterise = await rasteriser();
      files.set(`${name}.docx`, await docxBytes(document, { rasterise, countsPages: true }));
    }
    if (typeset) {
      const { typstInput } = await import('../document/pdf.ts');
      files.set(`${name}.pdf`, typeset(typstInput(document)));
    }
  }
  return files;
}

/** The files of the formats that are text, by their paths in the folder they are written to. */
export function textFiles(
  documents: readonly Document[],
  { formats, rulebookAt }: Pick<ManualRun, 'formats' | 'rulebookAt'>,
  memory: Memory = noMemory,
): ReadonlyMap<string, string> {
  const writings = { memory, digestOf: digestOfBytes };
  const files = new Map<string, string>();
  for (const document of documents) {
    const { language } = document;
    if (formats.includes('md'))
      for (const [name, text] of markdownFiles(document, { rulebookAt }, writings))
        files.set(`${language}/${name}`, text);
    if (formats.includes('html'))
      files.set(`manual.${language}.html`, htmlPage(document, nodePlatform, writings));
    if (formats.includes('html-pages'))
      for (const [name, text] of htmlPages(document, nodePlatform, writings))
        files.set(`${language}/${name}`, text);
  }
  return files;
}

export const manifestName = 'manifest.json';

interface Manifest {
  readonly rulebook: { readonly id: string; readonly version: string };
  readonly asOf: string;
  /** Its files are stamped as a draft. */
  readonly draft?: true;
  /** SHA-256 by path. */
  readonly files: Readonly<Record<string, string>>;
  /** What was printed, by language: the last issue for the next. */
  readonly issues: Issues;
}

/** SHA-256 of files, by their paths. */
export type Digests = ReadonlyMap<string, string>;

export function digestsOf(files: ReadonlyMap<string, string | Uint8Array>): Digests {
  return new Map([...files].map(([path, content]) => [path, sha256(content)]));
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** What was written, with its digest; files that this run had no business with stay as they were. */
export function manifestOf(
  program: Program,
  run: ManualRun,
  digests: Digests,
  before: string | undefined,
  cases?: ManualCases,
  memory?: Memory,
): string {
  const { id, version } = program.rulebook.manifest.data;
  const kept = Object.entries(filesIn(before)).filter(([path]) => !isOf(path, run));
  const all = [...kept, ...digests].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const manifest: Manifest = {
    rulebook: { id, version },
    asOf: run.asOf,
    ...(run.isDraft === true && { draft: true }),
    files: Object.fromEntries(all),
    issues: { ...issuesIn(before ?? ''), ...issuesOf(program, run, cases, memory) },
  };
  return indentedJson(manifest);
}

/** Files that an earlier run wrote and this one would write no more. */
export function leftOver(
  run: ManualRun,
  files: Digests,
  before: string | undefined,
): readonly string[] {
  return Object.keys(filesIn(before)).filter((path) => isOf(path, run) && !files.has(path));
}

export function manifestPath({ out }: Pick<ManualRun, 'out'>): string {
  return join(out, manifestName);
}

/** The files of a manifest that can be ours by their names; none when it cannot be read. */
function filesIn(manifest: string | undefined): Readonly<Record<string, string>> {
  if (manifest === undefined) return {};
  try {
    const { files } = JSON.parse(manifest) as Partial<Manifest>;
    return Object.fromEntries(Object.entries(files ?? {}).filter(([path]) => ours.test(path)));
  } catch {
    return {};
  }
}

const ours =
  /^(?:[a-z]{2,3}(?:-[A-Za-z0-9]+)*\/(?:(?:README|[a-z0-9-]+)\.md|[a-z0-9-]+\.html|search\.js)|manual\.[a-z]{2,3}(?:-[A-Za-z0-9]+)*\.(?:html|docx|pdf))$/u;

function isOf(path: string, { formats, languages }: ManualRun): boolean {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const inFolder = path.includes('/');
  const format = inFolder && ending !== 'md' ? 'html-pages' : ending;
  const language = inFolder ? path.split('/')[0] : path.split('.')[1];
  return formats.some((one) => one === format) && languages.some((one) => one === language);
}
