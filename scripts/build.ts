/**
 * Builds `dist/`: a few files instead of hundreds, which take long to find and read. Types are made by `tsc`.
 *
 * The command line is CommonJS: Node starts that without its loader of modules, and without reading all that `node:fs`
 * and `node:crypto` export, which together cost as much again as starting Node.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

import { stampOf } from '../bin/stamp.js';
import { writePageParts } from './page-parts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}dist`;
/** Who wants PDF installs them. */
const optional = Object.keys(
  (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { peerDependencies: object })
    .peerDependencies,
);

// the same bytes whoever asks: a test runner has set it to its own, and would get a page with aids for development
process.env['NODE_ENV'] = 'production';
const stamp = stampOf(root);
rmSync(out, { recursive: true, force: true });
await bundle('es', { index: 'src/index.ts' }, out, '.js');
await bundle(
  'cjs',
  {
    main: 'src/cli/main.ts',
    worker: 'src/cli/worker.ts',
    'case-worker': 'src/cli/case-worker.ts',
    'impact-worker': 'src/cli/impact-worker.ts',
    'mutant-worker': 'src/cli/mutant-worker.ts',
  },
  `${out}/cli`,
  '.cjs',
);
await writePageParts(`${out}/page`);
writeFileSync(`${out}/stamp`, stamp);

async function bundle(
  format: 'es' | 'cjs',
  input: Readonly<Record<string, string>>,
  outDir: string,
  ending: string,
): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // CommonJS would take a module's default for the whole of it
    ssr: { noExternal: format === 'cjs' ? true : [], external: optional },
    build: {
      ssr: true,
      // of the packages that went in
      license: format === 'cjs' && { fileName: 'licences.json' },
      outDir,
      emptyOutDir: false,
      target: 'node24',
      rolldownOptions: {
        input,
        output: {
          format,
          entryFileNames: `[name]${ending}`,
          chunkFileNames: `parts/[name]${ending}`,
          // names stay, for traces of errors
          minify: { compress: false, mangle: false, codegen: true },
        },
      },
    },
  });
}
