import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { indentedJson } from '../src/base/json.ts';
import { chromium, openBrowser } from '../tests/report/chromium.ts';

/** Of what each picture was taken, from the root of the repository. */
export const takenOf = 'docs/images/taken-of.json';

/** In pixels. */
export const size = { width: 1000, height: 1900 } as const;

export const pictures = {
  'docs/images/report.zh.png': ['--lang', 'zh'],
  'docs/images/report.en.png': ['--lang', 'en'],
} as const;

export type Picture = keyof typeof pictures;

/** The page of which a picture is taken. */
export function pageOf(picture: Picture): string {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-images-'));
  try {
    const page = join(folder, 'report.html');
    const dossier = 'examples/dossiers/0002-down-payment-short.yaml';
    const args = ['check', dossier, '--format', 'html', ...pictures[picture], '--out', page];
    spawnSync(process.execPath, ['bin/shouze.js', ...args]);
    return readFileSync(page, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of a page, but for the digests in it, which change with every word of the rulebook. */
export function digestOf(page: string): string {
  const plain = page.replaceAll(/sha256:[0-9a-f]+/gu, 'sha256');
  return createHash('sha256').update(plain).digest('hex');
}

/** Opens a page as a person would, and takes a picture of what is seen first. */
export async function photograph(page: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-images-'));
  const browser = await openBrowser();
  try {
    const path = join(folder, 'report.html');
    writeFileSync(path, page);
    await browser.send('Emulation.setDeviceMetricsOverride', {
      ...size,
      deviceScaleFactor: 1,
      mobile: false,
    });
    await browser.send('Emulation.setScrollbarsHidden', { hidden: true });
    await browser.goTo(path);
    const { data } = await browser.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  if (chromium === undefined) throw new Error('pictures need chromium');
  const taken: Record<string, string> = {};
  for (const picture of Object.keys(pictures) as readonly Picture[]) {
    const page = pageOf(picture);
    // eslint-disable-next-line no-await-in-loop -- one browser at a time
    writeFileSync(picture, await photograph(page));
    taken[picture] = digestOf(page);
  }
  writeFileSync(takenOf, indentedJson(taken));
}
