import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

/** A copy of a rulebook that is removed when the test is over. */
export function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'shouze-editor-'));
  cpSync(folder, copy, { recursive: true });
  onTestFinished(() => {
    rmSync(copy, { recursive: true });
  });
  return copy;
}
