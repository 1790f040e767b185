import { createHash } from 'node:crypto';
import { join } from 'node:path';

import type { Language } from '../base/language.ts';
import type { Document } from '../document/document.ts';
import { htmlPage } from '../document/html.ts';
import { markdownFiles } from '../document/markdown.ts';
import { style } from '../document/style.ts';
import { rasteriser } from '../io/pictures.ts';
import { typst } from '../io/typst.ts';
import { documentOf } from '../manual/document.ts';
import { manual } from '../manual/from-program.ts';
import { recordOf, revisionOf } from '../manual/issue-record.ts';
import { type Selection, selected } from '../manual/selection.ts';
import type { Program } from '../program/ast.ts';
import { type Issues, issuesIn } from './last-issue.ts';
import { type ManualCases, manualCases } from './manual-cases.ts';

export type ManualFormat = 'md' | 'html' | 'docx' | 'pdf';

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
  /** It is stamped as a draft: what its cases show may be wrong, and rules that are drafts stand in it. */
  readonly isDraft?: boolean;
}

/** The manual in every language that is wanted. */
export function documentsOf(
  program: Program,
  { languages, asOf, last, isDraft, selection = {} }: Omit<ManualRun, 'formats' | 'out'>,
  { examples, failed }: ManualCases = manualCases(program),
): readonly Document[] {
  const draft = isDraft === true ? { failed } : undefined;
  return languages.map((language) => {
    const book = manual(program, { language, asOf, examples, draft });
    const before = last?.[language];
    const revision = before && revisionOf(before, recordOf(book, program, shortDigest), book);
    return documentOf(selected(revision ? { ...book, revision } : book, selection));
  });
}

/** What the manual prints in every language that is wanted, for the next issue to be compared with. */
export function issuesOf(
  program: Program,
  { languages, asOf }: Pick<ManualRun, 'languages' | 'asOf'>,
): Issues {
  const recorded = languages.map((language) => {
    const book = manual(program, { language, asOf, examples: new Map(), draft: undefined });
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
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  // asked first, so that nothing is made in vain
  const typeset = run.formats.includes('pdf') ? await typst() : undefined;
  const documents = documentsOf(program, run, cases);
  const files = new Map<string, string | Uint8Array>(textFiles(documents, run));
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
): ReadonlyMap<string, string> {
  const styleDigest = createHash('sha256').update(style).digest('base64');
  const files = new Map<string, string>();
  for (const document of documents) {
    const { language } = document;
    if (formats.includes('md'))
      for (const [name, text] of markdownFiles(document, { rulebookAt }))
        files.set(`${language}/${name}`, text);
    if (formats.includes('html'))
      files.set(`manual.${language}.html`, htmlPage(document, { styleDigest }));
  }
  return files;
}

const manifestName = 'manifest.json';

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

/** What was written, with its digest; files that this run had no business with stay as they were. */
export function manifestOf(
  program: Program,
  run: ManualRun,
  files: ReadonlyMap<string, string | Uint8Array>,
  before: string | undefined,
): string {
  const { id, version } = program.rulebook.manifest.data;
  const kept = Object.entries(filesIn(before)).filter(([path]) => !isOf(path, run));
  const digests = [...files].map(
    ([path, content]) => [path, createHash('sha256').update(content).digest('hex')] as const,
  );
  const all = [...kept, ...digests].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const manifest: Manifest = {
    rulebook: { id, version },
    asOf: run.asOf,
    ...(run.isDraft === true && { draft: true }),
    files: Object.fromEntries(all),
    issues: { ...issuesIn(before ?? ''), ...issuesOf(program, run) },
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** Files that an earlier run wrote and this one would write no more. */
export function leftOver(
  run: ManualRun,
  files: ReadonlyMap<string, string | Uint8Array>,
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
  /^(?:[a-z]{2,3}(?:-[A-Za-z0-9]+)*\/(?:README|[a-z0-9-]+)\.md|manual\.[a-z]{2,3}(?:-[A-Za-z0-9]+)*\.(?:html|docx|pdf))$/u;

function isOf(path: string, { formats, languages }: ManualRun): boolean {
  const format = path.slice(path.lastIndexOf('.') + 1);
  const language = path.includes('/') ? path.split('/')[0] : path.split('.')[1];
  return formats.some((one) => one === format) && languages.some((one) => one === language);
}
