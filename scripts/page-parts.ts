import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { build, type Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a page is made of, each bundled to one text. */
export interface PageCode {
  readonly script: string;
  readonly style: string;
  readonly worker: string;
  /** The files that went in. */
  readonly files: readonly string[];
}

export async function pageCode(): Promise<PageCode> {
  const page = await bundled('src/web/page/main.tsx', 'browser');
  const worker = await bundled('src/web/worker/main.ts', 'worker');
  return {
    script: page.code,
    style: page.style,
    worker: worker.code,
    files: [...page.files, ...worker.files],
  };
}

/** @param platform - of packages that come in several, which to take: a worker has no document */
async function bundled(input: string, platform: 'browser' | 'worker') {
  const files = new Set<string>();
  const seen: Plugin = {
    name: 'seen',
    generateBundle: (_, chunks) => {
      for (const chunk of Object.values(chunks))
        if (chunk.type === 'chunk') for (const id of chunk.moduleIds) files.add(id);
    },
  };
  const made = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [seen],
    resolve: { conditions: [platform, 'module', 'production'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: 'chrome103',
      cssTarget: 'chrome103',
      cssCodeSplit: false,
      modulePreload: false,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input,
        output: { format: 'iife', codeSplitting: false, comments: false },
      },
    },
  });
  const [output] = [made].flat();
  if (!output || !('output' in output)) throw new Error('nothing was built');
  let [code, style] = ['', ''];
  for (const one of output.output)
    if (one.type === 'chunk') code += one.code;
    else if (one.fileName.endsWith('.css')) style += String(one.source);
  return { code, style, files: [...files] };
}

/** Writes the parts below a folder, where `shouze page` finds them. */
export async function writePageParts(folder: string): Promise<readonly string[]> {
  const { script, style, worker, files } = await pageCode();
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/page.js`, script);
  writeFileSync(`${folder}/page.css`, style);
  writeFileSync(`${folder}/worker.js`, worker);
  return files;
}
