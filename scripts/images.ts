import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

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

export function browser(): string | undefined {
  return ['chromium', 'chromium-browser', 'google-chrome'].find(
    (name) => spawnSync(name, ['--version']).status === 0,
  );
}

/** Opens a page as a person would, and takes a picture of what is seen first. */
export function photograph(command: string, page: string, picture: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-images-'));
  try {
    const path = join(folder, 'report.html');
    writeFileSync(path, page);
    execFileSync(
      command,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--hide-scrollbars',
        '--disable-background-networking',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--window-size=${size.width},${size.height}`,
        '--virtual-time-budget=5000',
        `--screenshot=${picture}`,
        pathToFileURL(path).href,
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const command = browser();
  if (command === undefined) throw new Error('pictures need chromium');
  const taken = Object.keys(pictures).map((picture) => {
    const page = pageOf(picture as Picture);
    photograph(command, page, picture);
    return [picture, digestOf(page)] as const;
  });
  writeFileSync(takenOf, `${JSON.stringify(Object.fromEntries(taken), null, 2)}\n`);
}
