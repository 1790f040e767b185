import { createHash } from 'node:crypto';
import { join, relative, resolve } from 'node:path';

import type { Language } from '../base/language.ts';
import { manual } from '../manual/from-program.ts';
import { htmlPage } from '../manual/html.ts';
import { markdownFiles } from '../manual/markdown.ts';
import { type Selection, selected } from '../manual/selection.ts';
import { style } from '../manual/style.ts';
import type { Program } from '../program/ast.ts';
import { examplesOf } from './examples.ts';

export type ManualFormat = 'md' | 'html';

export interface ManualRun {
  readonly formats: readonly ManualFormat[];
  readonly languages: readonly Language[];
  /** ISO day on which limits and editions are read. */
  readonly asOf: string;
  /** Where the rulebook and the manual lie, so that one can link to the other. */
  readonly folder: string;
  readonly out: string;
  /** The part of the rulebook to tell; all of it unless said otherwise. */
  readonly selection?: Selection;
}

/** Every file of a manual by its path in the folder it is written to. */
export function manualFiles(program: Program, run: ManualRun): ReadonlyMap<string, string> {
  const examples = examplesOf(program);
  const styleDigest = createHash('sha256').update(style).digest('base64');
  const files = new Map<string, string>();
  for (const language of run.languages) {
    const whole = manual(program, { language, asOf: run.asOf, examples });
    const book = selected(whole, run.selection ?? {});
    if (run.formats.includes('md')) {
      const rulebookAt = relative(resolve(run.out, language), resolve(run.folder)).replaceAll(
        '\\',
        '/',
      );
      for (const [name, text] of markdownFiles(book, { rulebookAt }))
        files.set(`${language}/${name}`, text);
    }
    if (run.formats.includes('html'))
      files.set(`manual.${language}.html`, htmlPage(book, { styleDigest }));
  }
  return files;
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
  files: ReadonlyMap<string, string>,
  before: string | undefined,
): string {
  const { id, version } = program.rulebook.manifest.data;
  const kept = Object.entries(filesIn(before)).filter(([path]) => !isOf(path, run));
  const digests = [...files].map(
    ([path, text]) => [path, createHash('sha256').update(text).digest('hex')] as const,
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
  files: ReadonlyMap<string, string>,
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
  /^(?:[a-z]{2,3}(?:-[A-Za-z0-9]+)*\/(?:README|[a-z0-9-]+)\.md|manual\.[a-z]{2,3}(?:-[A-Za-z0-9]+)*\.html)$/u;

function isOf(path: string, { formats, languages }: ManualRun): boolean {
  const format = path.endsWith('.md') ? 'md' : 'html';
  const language = path.includes('/') ? path.split('/')[0] : path.split('.')[1];
  return formats.includes(format) && languages.some((one) => one === language);
}
