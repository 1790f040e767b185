import process from 'node:process';

import { main } from '../src/cli/main.ts';

/** The command line, as `bin/shouze.js` runs it; CPU seconds of the whole process go to stderr. */
process.exitCode = await main(process.argv.slice(2));
const { user, system } = process.cpuUsage();
process.stderr.write(`${(user + system) / 1e6}\n`);
