#!/usr/bin/env node
// In a checkout the sources run as they are; an installed package runs what was built from them.
import { existsSync, readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { stampOf } from './stamp.js';

const wanted = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major < wanted) {
  process.stderr.write(
    `shouze 需要 Node ${wanted} 或更高版本，当前为 ${process.versions.node} / shouze needs Node ${wanted} or newer, this is ${process.versions.node}\n`,
  );
  process.exit(2);
}
enableCompileCache();
const root = fileURLToPath(new URL('..', import.meta.url));
const isCheckout = existsSync(`${root}src/cli/main.ts`);
const built = existsSync(`${root}dist/stamp`) ? readFileSync(`${root}dist/stamp`, 'utf8') : '';
const stamp = isCheckout ? stampOf(root) : built;
const { main } = await import(stamp === built ? '../dist/cli/main.js' : '../src/cli/main.ts');
process.exitCode = await main(process.argv.slice(2), stamp);
