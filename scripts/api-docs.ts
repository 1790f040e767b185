import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

/** The pages whose examples are run. */
export const pages: readonly string[] = ['docs/api.md', 'docs/api.zh.md'];

const example = /```ts\n(?<code>[\s\S]*?)```\n\n```text\n(?<said>[\s\S]*?)```/gu;

/** A page with what its examples print when they are run. */
export function regenerated(page: string): string {
  return page.replaceAll(example, (_, code: string) => {
    return `\`\`\`ts\n${code}\`\`\`\n\n\`\`\`text\n${printed(code)}\`\`\``;
  });
}

/** What a program prints that imports us by our name. */
function printed(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-api-'));
  try {
    const file = join(folder, 'example.ts');
    writeFileSync(file, code.replaceAll("'shouze'", `'${resolve('src/index.ts')}'`));
    const { stdout, stderr, status } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${code}\n${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename)
  for (const page of pages) writeFileSync(page, regenerated(readFileSync(page, 'utf8')));
