import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

/** What a command took: of all its threads, from its first instruction on. */
export interface Took {
  readonly cpuMilliseconds: number;
  readonly peakBytes: number;
}

/** Runs a command of the command line in a process of its own. */
export function commandTook(args: readonly string[]): Took {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'command.ts'), ...args],
    {
      encoding: 'utf8',
      maxBuffer: 64_000_000,
    },
  );
  // findings make the exit code 1
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')}: ${stderr}`);
  return JSON.parse(stdout) as Took;
}

if (process.argv[1] === import.meta.filename) {
  const { main } = await import('../src/cli/main.ts');
  process.exitCode = await main(process.argv.slice(2));
  const { user, system } = process.cpuUsage();
  const took: Took = {
    cpuMilliseconds: (user + system) / 1000,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
  process.stdout.write(JSON.stringify(took));
}
