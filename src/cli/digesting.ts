import { createHash } from 'node:crypto';

import type { Digested } from '../report/write.ts';

/** Takes in lines and gives `sha256:…` of them. */
export function digesting(): Digested {
  const hash = createHash('sha256');
  return {
    add: (text) => hash.update(text),
    digest: () => `sha256:${hash.digest('hex')}`,
  };
}
