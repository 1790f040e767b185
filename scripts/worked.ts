import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

/** The pages whose commands are run, one after the other, in a repository of their own. */
export const worked: readonly string[] = ['docs/changing-a-rule.md', 'docs/changing-a-rule.zh.md'];

/** Commands, and below them what they print, where that is shown. */
const step = /```sh\n(?<commands>[\s\S]*?)```(?:\n\n```text\n[\s\S]*?```)?/gu;

/** A page with what its commands print. */
export function reworked(page: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-worked-'));
  try {
    const programs = prepared(folder);
    return page.replaceAll(step, (block: string, commands: string) => {
      const said = run(commands, join(folder, 'bank'), programs);
      const shown = block.includes('```text\n') ? `\n\n\`\`\`text\n${said}\`\`\`` : '';
      return `\`\`\`sh\n${commands}\`\`\`${shown}`;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The shipped rulebook on `main` of a repository, and a book of dossiers beside it. */
function prepared(folder: string): string {
  const bank = join(folder, 'bank');
  cpSync('rules', join(bank, 'rules'), { recursive: true });
  cpSync('examples/dossiers', join(bank, 'book'), { recursive: true });
  const programs = join(folder, 'bin');
  mkdirSync(programs);
  const text = `#!/bin/sh\nexec '${process.execPath}' '${resolve('bin/shouze.js')}' "$@"\n`;
  writeFileSync(join(programs, 'shouze'), text, { mode: 0o755 });
  run('git init -q -b main; git add .; git commit -q -m first', bank, programs);
  return programs;
}

/** What is printed, errors among it, and the exit code where it is not 0. */
function run(commands: string, cwd: string, programs: string): string {
  const who = { NAME: 'writer', EMAIL: 'writer@example.org' };
  const git = ['AUTHOR', 'COMMITTER'].flatMap((one) =>
    Object.entries(who).map(([key, value]) => [`GIT_${one}_${key}`, value] as const),
  );
  const { stdout, status } = spawnSync('sh', ['-c', `exec 2>&1\n${commands}`], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    env: {
      ...process.env,
      ...Object.fromEntries(git),
      PATH: `${programs}:${process.env['PATH']}`,
      SHOUZE_CACHE: join(programs, 'cache'),
    },
  });
  return `${stdout}${status === 0 ? '' : `[${status}]\n`}`;
}

if (process.argv[1] === import.meta.filename)
  for (const page of worked) writeFileSync(page, reworked(readFileSync(page, 'utf8')));
