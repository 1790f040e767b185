import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a page is made of, each bundled to one text. */
export interface PageCode {
  readonly script: string;
  readonly style: string;
  readonly worker: string;
  /** Of the packages that went in. */
  readonly licences: readonly object[];
}

export async function pageCode(): Promise<PageCode> {
  const page = await bundled('src/web/page/main.tsx', 'browser');
  const worker = await bundled('src/web/worker/main.ts', 'worker');
  return {
    script: page.code,
    style: page.style,
    worker: worker.code,
    licences: [...page.licences, ...worker.licences],
  };
}

/** @param platform - of packages that come in several, which to take: a worker has no document */
async function bundled(input: string, platform: 'browser' | 'worker') {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { conditions: [platform, 'module', 'production'] },
    // what is imported later is in the same file: there is no address to load it from
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta': '{}' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: 'chrome103',
      cssTarget: 'chrome103',
      cssCodeSplit: false,
      modulePreload: false,
      chunkSizeWarningLimit: 4000,
      license: { fileName: 'licences.json' },
      rolldownOptions: {
        input,
        output: { format: 'iife', codeSplitting: false, comments: false },
      },
    },
  });
  const [output] = [made].flat();
  if (!output || !('output' in output)) throw new Error('nothing was built');
  let [code, style, licences] = ['', '', '[]'];
  for (const one of output.output)
    if (one.type === 'chunk') code += one.code;
    else if (one.fileName.endsWith('.css')) style += String(one.source);
    else if (one.fileName === 'licences.json') licences = String(one.source);
  return { code, style, licences: JSON.parse(licences) as readonly object[] };
}

/** Writes the parts below a folder, where `shouze page` finds them, and the licences of the packages that went in. */
export async function writePageParts(folder: string): Promise<void> {
  const { script, style, worker, licences } = await pageCode();
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/page.js`, script);
  writeFileSync(`${folder}/page.css`, style);
  writeFileSync(`${folder}/worker.js`, worker);
  writeFileSync(`${folder}/licences.json`, JSON.stringify(licences, undefined, 2));
}
