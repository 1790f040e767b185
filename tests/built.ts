import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { stampOf } from '../bin/stamp.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds `dist/` where it is not of these sources, once before all tests: pages are made of what is there. */
export function setup(): void {
  const stamp = `${root}dist/stamp`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(root)) return;
  execFileSync(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: 'inherit' });
}
