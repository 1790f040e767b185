import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { type CaseResult, runCases } from '../cases/run.ts';
import { type Language, textsIn } from '../base/language.ts';
import type { Document } from '../document/document.ts';
import { htmlPage } from '../document/html.ts';
import { markdownFiles } from '../document/markdown.ts';
import { style } from '../document/style.ts';
import { typst } from '../io/typst.ts';
import { documentOf } from '../manual/document.ts';
import { manual } from '../manual/from-program.ts';
import type { Example, Examples } from '../manual/model.ts';
import type { Program } from '../program/ast.ts';
import { viewer } from '../report/view.ts';

export type ManualFormat = 'md' | 'html' | 'docx' | 'pdf';

export interface ManualRun {
  readonly formats: readonly ManualFormat[];
  readonly languages: readonly Language[];
  /** ISO day on which limits and editions are read. */
  readonly asOf: string;
  readonly out: string;
  /** Address of the rulebook's folder for the links of Markdown; without it there are none. */
  readonly rulebookAt?: string;
}

/** The manual in every language that is wanted. */
export function documentsOf(
  program: Program,
  { languages, asOf }: Pick<ManualRun, 'languages' | 'asOf'>,
): readonly Document[] {
  const examples = examplesOf(program);
  return languages.map((language) => documentOf(manual(program, { language, asOf, examples })));
}

/**
 * Every file of a manual by its path in the folder it is written to.
 *
 * @throws MissingPackages where PDF is wanted and what it takes is not installed
 */
export async function manualFiles(
  program: Program,
  run: ManualRun,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  // asked first, so that nothing is made in vain
  const typeset = run.formats.includes('pdf') ? await typst() : undefined;
  const documents = documentsOf(program, run);
  const files = new Map<string, string | Uint8Array>(textFiles(documents, run));
  for (const document of documents) {
    const name = `manual.${document.language}`;
    if (run.formats.includes('docx')) {
      const { docxBytes } = await import('../document/docx.ts');
      files.set(`${name}.docx`, await docxBytes(document));
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

/** Runs the cases of every rule: the examples of the manual are what came of them. */
function examplesOf(program: Program): Examples {
  return new Map(
    program.rules.map((rule) => [
      rule.id,
      runCases(program, rule).flatMap((result) => exampleOf(program, result)),
    ]),
  );
}

function exampleOf(
  program: Program,
  { rule, case: { title }, outcome, dossier, missing }: CaseResult,
): readonly Example[] {
  if (!outcome || !dossier || outcome.status === 'not-due') return [];
  const { status } = outcome;
  if (status === 'cannot-tell') return [{ title, status, missing }];
  if (status === 'pass' || status === 'not-applicable') return [{ title, status }];
  const say = (language: Language) =>
    viewer(program, rule.subject, dossier, language, false).view(outcome).message;
  return [{ title, status, message: textsIn(program.rulebook.manifest.data.languages, say) }];
}

const manifestName = 'manifest.json';

interface Manifest {
  readonly rulebook: { readonly id: string; readonly version: string };
  readonly asOf: string;
  /** SHA-256 by path. */
  readonly files: Readonly<Record<string, string>>;
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
    files: Object.fromEntries(all),
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
