#!/usr/bin/env node
// In a checkout the sources run as they are; an installed package runs what was built from them.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import process from 'node:process';

const wanted = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major < wanted) {
  process.stderr.write(
    `shouze 需要 Node ${wanted} 或更高版本，当前为 ${process.versions.node} / shouze needs Node ${wanted} or newer, this is ${process.versions.node}\n`,
  );
  process.exit(2);
}
enableCompileCache();
const source = new URL('../src/cli/main.ts', import.meta.url);
const built = new URL('../dist/cli/main.js', import.meta.url);
const { main } = await import((existsSync(source) ? source : built).href);
process.exitCode = await main(process.argv.slice(2));
