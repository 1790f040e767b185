import { existsSync } from 'node:fs';

import { UsageError } from './call.ts';

/**
 * What may be filled in already is not written over.
 *
 * @throws UsageError where there is something
 */
export function mustNotExist(out: string): void {
  if (existsSync(out))
    throw new UsageError(
      `${out} 已存在，可能已经填写；请用 --out 另取文件名 / exists and may be filled in: name another with --out`,
    );
}
