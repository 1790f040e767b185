/** Builds `dist/`: a few files instead of hundreds, which take long to find and read. Types are made by `tsc`. */
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

import { stampOf } from '../bin/stamp.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}dist`;
rmSync(out, { recursive: true, force: true });
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: [] },
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
