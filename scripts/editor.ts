/**
 * Builds `out/vscode/`: the extension of VS Code with the server in it, ready to be packed by `vsce package`.
 *
 * Each is one file, since an extension brings what it needs and is unpacked file by file.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const from = join(root, 'editors/vscode');
const out = join(root, 'out/vscode');
const { version, peerDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as { readonly version: string; readonly peerDependencies: object };

process.env['NODE_ENV'] = 'production';
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await bundle('server');
await bundle('extension');
const manifest = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as object;
writeFileSync(
  join(out, 'package.json'),
  `${JSON.stringify({ ...manifest, version }, undefined, 2)}\n`,
);
for (const name of ['README.md', 'package.nls.json', 'package.nls.zh-cn.json'])
  cpSync(join(from, name), join(out, name));
cpSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
// what is said of keys, and the page of each code, which a diagnostic leads to
cpSync(join(root, 'schemas'), join(out, 'schemas'), { recursive: true });
cpSync(join(root, 'docs/codes'), join(out, 'docs/codes'), { recursive: true });

async function bundle(name: 'server' | 'extension'): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: Object.keys(peerDependencies) },
    build: {
      ssr: true,
      license: { fileName: `${name}-licences.json` },
      outDir: out,
      emptyOutDir: false,
      // what VS Code 1.104 runs extensions by
      target: 'node22',
      rolldownOptions: {
        external: ['vscode'],
        input: { [name]: join(from, `${name}.ts`) },
        output: {
          format: 'cjs',
          codeSplitting: false,
          entryFileNames: '[name].cjs',
          minify: { compress: false, mangle: false, codegen: true },
        },
      },
    },
  });
}
