import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { defineConfig } from 'vitest/config';

// nothing of a test is read from, or left in, the home of who runs it
const scratch = mkdtempSync(join(tmpdir(), 'shouze-tests-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/built.ts'],
    isolate: false,
    // Node runs the sources as they are: they run as they do for who uses them, and a sixth faster
    experimental: { viteModuleRunner: false, nodeLoader: false },
    testTimeout: 120_000,
    // a page may be slow on a machine that is at other work
    expect: { poll: { timeout: 20_000 } },
    env: { SHOUZE_CACHE: join(scratch, 'cache'), SHOUZE_PAGES: join(scratch, 'pages') },
    // every core: what takes long are laws over the whole rulebook, which wait for nothing
    maxWorkers: '100%',
  },
});
