#!/usr/bin/env node
// In a checkout the sources run as they are, unless what was built is of the same; a package has that alone.
import { stampOf } from './stamp.js';

const wanted = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major < wanted) {
  process.stderr.write(
    `shouze 需要 Node ${wanted} 或更高版本，当前为 ${process.versions.node} / shouze needs Node ${wanted} or newer, this is ${process.versions.node}\n`,
  );
  process.exit(2);
}
// asked of the process: an import of them would read all that they export, which takes longer than to start Node
const { existsSync, readFileSync } = process.getBuiltinModule('node:fs');
const { createRequire, enableCompileCache } = process.getBuiltinModule('node:module');
const { fileURLToPath } = process.getBuiltinModule('node:url');

enableCompileCache();
const root = fileURLToPath(new URL('..', import.meta.url));
const isCheckout = existsSync(`${root}src/cli/main.ts`);
const built = existsSync(`${root}dist/stamp`) ? readFileSync(`${root}dist/stamp`, 'utf8') : '';
const stamp = isCheckout ? stampOf(root) : built;
const { main } =
  stamp === built
    ? createRequire(import.meta.url)('../dist/cli/main.cjs')
    : await import('../src/cli/main.ts');
process.exitCode = await main(process.argv.slice(2), stamp);
