/** Builds `dist/`: a few files instead of hundreds, which take long to find and read. Types are made by `tsc`. */
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { build, type Plugin } from 'vite';

import { stampOf } from '../bin/stamp.js';

/**
 * Asked of the process instead of imported: an import of `node:crypto` reads all that it exports, web cryptography
 * among it, which costs more than the rest of a start.
 */
const builtins: Plugin = {
  name: 'builtins',
  enforce: 'pre',
  resolveId: (id) => (id === 'node:crypto' ? '\0crypto' : undefined),
  load: (id) =>
    id === '\0crypto'
      ? `export const { createHash, hash } = process.getBuiltinModule('node:crypto');`
      : undefined,
};

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}dist`;
rmSync(out, { recursive: true, force: true });
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: process.env['NOEXT']?.split(',') ?? [] },
  plugins: [builtins],
  build: {
    ssr: true,
    outDir: out,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { index: 'src/index.ts', 'cli/main': 'src/cli/main.ts' },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name].js' },
    },
  },
});
writeFileSync(`${out}/stamp`, stampOf(root));
