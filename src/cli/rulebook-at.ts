import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '../io/rulebook.ts';

/** Where the rulebook is: of `--rulebook`, or `rules/` here, or the one that is shipped. */
export function rulebookAt(given: string | undefined): string {
  const here = existsSync(join('rules', 'rulebook.yaml')) ? 'rules' : join(packageRoot, 'rules');
  return given ?? here;
}
