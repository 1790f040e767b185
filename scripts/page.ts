import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';

import { build } from 'vite';

/** The script and the style of a report's page, from the root of the repository, and what they are made of. */
export const pageScript = 'src/report/html/script.ts';
const entry = 'src/report/html/page/main.ts';

/** The script as a module that holds its text and digest: one file, without types and comments. */
export async function pageScriptText(): Promise<string> {
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

/** What makes the list of files on the page, and what each shows when it is opened. */
export const script = ${JSON.stringify(code)};
`;
}

if (import.meta.main) await writeFile(pageScript, await pageScriptText());
