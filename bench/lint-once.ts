import { enableCompileCache } from 'node:module';
import process from 'node:process';

/** The command line, as `bin/shouze.js` runs it in a checkout; the last line is CPU milliseconds of the whole process. */
enableCompileCache();
const { main } = await import('../src/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
const { user, system } = process.cpuUsage();
process.stdout.write(`\n${(user + system) / 1000}\n`);
