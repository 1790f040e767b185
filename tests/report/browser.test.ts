import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);
const reason =
  chromium === undefined ? ' (skipped: no chromium on this machine; .ci/run installs it)' : '';
const out = mkdtempSync(join(tmpdir(), 'shouze-browser-'));

beforeAll(() => {
  if (chromium !== undefined)
    execFileSync(process.execPath, ['bin/shouze.js', 'demo', '--out', out]);
}, 120_000);

afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

/** Opens a page from the disk as a person would; what the browser complains of goes to standard error. */
function open(page: string) {
  const profile = join(out, 'profile');
  return spawnSync(
    chromium ?? '',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      `--user-data-dir=${profile}`,
      '--enable-logging=stderr',
      '--dump-dom',
      pathToFileURL(join(out, page)).href,
    ],
    { encoding: 'utf8', timeout: 60_000, maxBuffer: 50_000_000 },
  );
}

describe.skipIf(chromium === undefined)(`in a real browser${reason}`, () => {
  test.each([
    ['report.zh.html', '卷宗清单'],
    ['manual.zh.html', '二手房'],
    ['manual.en.html', 'mortgage'],
  ])(
    '%s opens, and its own policy refuses nothing of it',
    (page, words) => {
      const { stdout, stderr } = open(page);
      expect(stdout).toContain(words);
      expect(stdout.match(/<script(?! type="application\/json")/gu) ?? []).toHaveLength(1);
      expect(stderr).not.toMatch(/Content Security Policy|Refused to|Uncaught/u);
    },
    90_000,
  );
});
