import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { gzipSync } from 'fflate';

import { inLanguage, sayIn } from '../base/language.ts';
import type { ManualCases } from '../desk/manual/cases.ts';
import {
  type PackedFolder,
  packedFolder,
  type PageDays,
  parsedTexts,
  type RulebookPack,
} from '../desk/pack.ts';
import { packageRoot, rulebookFolder } from '../io/rulebook.ts';
import type { RulebookFolder } from '../rulebook/folder.ts';
import { pageHtml } from '../web/shell/page-html.ts';
import { shellWords } from '../words/desk/shell.ts';
import { stampOfEngine } from './kept.ts';
import { engineVersion, type Sound } from './sound.ts';

/** What runs in a page, as `npm run build` made it. */
export interface PageProgram {
  readonly script: string;
  readonly style: string;
  readonly worker: string;
}

/** What was built for pages of these very sources; undefined where nothing was. */
export function builtPageProgram(): PageProgram | undefined {
  const stamp = join(packageRoot, 'dist', 'stamp');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== stampOfEngine()) return undefined;
  const part = (name: string) => readFileSync(join(packageRoot, 'dist', 'page', name), 'utf8');
  return { script: part('page.js'), style: part('page.css'), worker: part('worker.js') };
}

/** How a page is made. */
export interface PageMade {
  readonly days: PageDays;
  /** What came of the cases of the rulebook. */
  readonly cases: ManualCases;
  /** Whether it says that it is a draft: what its cases show may be wrong, and rules that are drafts stand in its manual. */
  readonly isDraft?: boolean;
}

/** The page of a rulebook, in HTML; the same bytes for the same rulebook, engine, days and cases. */
export function pageOf(
  { program, digest, language, folder }: Pick<Sound, 'program' | 'digest' | 'language' | 'folder'>,
  { script, style, worker }: PageProgram,
  { days, cases, isDraft = false }: PageMade,
): string {
  const root = rulebookFolder(folder).folder;
  const failed = cases.failed.map(({ rule, title, place }) => ({
    rule,
    title,
    place: placeWithin(place, root),
  }));
  const pack: RulebookPack = {
    engine: engineVersion(),
    digest,
    folder: byLastName(packedFolder(root)),
    parsed: parsedTexts(program.rulebook),
    days,
    examples: [...cases.examples],
    ...(isDraft && { draft: { failed } }),
  };
  const words = sayIn(shellWords, language);
  return pageHtml({
    title: `${words.name} · ${inLanguage(program.rulebook.manifest.data.title, language)}`,
    language,
    script,
    style,
    worker: packed(worker),
    rulebook: packed(JSON.stringify(pack)),
    noScript: words.noScript,
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('base64'),
  });
}

/** Where on this machine a rulebook lay is nothing to those who get its page. */
function byLastName({ name, parent, ...rest }: PackedFolder): PackedFolder {
  return { ...rest, name: lastName(name), ...(parent && { parent: byLastName(parent) }) };
}

/** The same of a place in one of its files. */
function placeWithin(place: string, { name, parent }: RulebookFolder): string {
  if (place.startsWith(`${name}/`)) return lastName(name) + place.slice(name.length);
  return parent ? placeWithin(place, parent) : place;
}

function lastName(folder: string): string {
  return basename(resolve(folder));
}

/** Base64 of gzip; the same text gives the same on every machine. */
function packed(text: string): string {
  const bytes = gzipSync(new TextEncoder().encode(text), { level: 9, mtime: 0 });
  return Buffer.from(bytes).toString('base64');
}
