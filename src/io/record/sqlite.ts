import process from 'node:process';
import type * as Sqlite from 'node:sqlite';

/** SQLite as Node brings it, without the warning by which early releases of Node 24 say that it is new. */
export function sqlite(): typeof Sqlite {
  const warning: { emitWarning: unknown } = process;
  const { emitWarning } = warning;
  warning.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    warning.emitWarning = emitWarning;
  }
}
