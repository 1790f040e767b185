import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';

import { build } from 'vite';

/** The scripts of pages, from the root of the repository: of a report, and of a document. */
export const pageScripts = ['src/report/html/script.ts', 'src/document/script.ts'] as const;

/**
 * A script as a module that holds its text and digest: one file, without types and comments.
 *
 * @param path - of the module; what it is made of begins in `page/main.ts` beside it
 */
export async function pageScriptText(path: (typeof pageScripts)[number]): Promise<string> {
  const entry = path.replace(/script\.ts$/u, 'page/main.ts');
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        output: { format: 'iife', comments: false },
      },
    },
  });
  const [output] = [made].flat();
  if (!output || !('output' in output)) throw new Error('nothing was built');
  const { code } = output.output[0];
  const digest = createHash('sha256').update(code, 'utf8').digest('base64');
  return `// made of page/ by \`npm run page\`; not edited by hand

/** SHA-256 of \`script\`, base64: the only script that the page's security policy allows. */
export const scriptDigest = '${digest}';

/** What runs in the page. */
export const script = ${JSON.stringify(code)};
`;
}

if (import.meta.main)
  for (const path of pageScripts) {
    // eslint-disable-next-line no-await-in-loop -- one after the other
    await writeFile(path, await pageScriptText(path));
  }
