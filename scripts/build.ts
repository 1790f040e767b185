/**
 * Builds `dist/`: a few files instead of hundreds, which take long to find and read. Types are made by `tsc`.
 *
 * The command line is CommonJS: Node starts that without its loader of modules, and without reading all that `node:fs`
 * and `node:crypto` export, which together cost as much again as starting Node.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { build, type Plugin } from 'vite';

import { stampOf } from '../bin/stamp.js';
import { writePageParts } from './page-parts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}dist`;
/** Who wants PDF installs them. */
const optional = Object.keys(
  (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { peerDependencies: object })
    .peerDependencies,
);

const stamp = stampOf(root);
rmSync(out, { recursive: true, force: true });
await bundle('es', { index: 'src/index.ts' }, out, '.js');
const taken = await bundle(
  'cjs',
  { main: 'src/cli/main.ts', worker: 'src/cli/worker.ts' },
  `${out}/cli`,
  '.cjs',
);
const inPage = await writePageParts(`${out}/page`);
writeFileSync(`${out}/cli/LICENSES`, licences(taken));
writeFileSync(`${out}/page/LICENSES`, licences(inPage));
writeFileSync(`${out}/stamp`, stamp);

/** @returns the files that went in */
async function bundle(
  format: 'es' | 'cjs',
  input: Readonly<Record<string, string>>,
  outDir: string,
  ending: string,
): Promise<readonly string[]> {
  const files = new Set<string>();
  const seen: Plugin = {
    name: 'seen',
    generateBundle: (_, chunks) => {
      for (const chunk of Object.values(chunks))
        if (chunk.type === 'chunk') for (const id of chunk.moduleIds) files.add(id);
    },
  };
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [seen],
    // CommonJS would take a module's default for the whole of it
    ssr: { noExternal: format === 'cjs' ? true : [], external: optional },
    build: {
      ssr: true,
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
  return [...files];
}

/** The licences of the packages that some files are of. */
function licences(files: readonly string[]): string {
  const folders = new Set(
    files.flatMap((file) => /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(file)?.[1] ?? []),
  );
  return [...folders]
    .toSorted()
    .map((folder) => {
      const name = folder.replace(/^.*\/node_modules\//u, '');
      const own = readdirSync(folder).find((file) => /^licen[cs]e/iu.test(file));
      const { license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
        license?: string;
      };
      return `${name} (${license ?? ''})\n\n${own ? readFileSync(`${folder}/${own}`, 'utf8') : ''}`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
