import { existsSync, statSync } from 'node:fs';

import { filesBelow } from '../io/folder.ts';
import type { Reporting } from '../report/head.ts';
import type { Call } from './call.ts';
import { inputRoles } from './check-setting.ts';

/** A file that a check is judged by, with the option that it was given by. */
export interface JudgedBy {
  readonly role: string;
  readonly path: string;
}

/** The files of the options that a check is judged by, folders looked into; the list that a scheme names among them. */
export function recordedInputs(
  call: Call,
  { scheme }: Pick<Reporting, 'scheme'>,
): readonly JudgedBy[] {
  const own = scheme?.picked ? [scheme.picked.file] : [];
  return inputRoles.flatMap((role) =>
    (role === 'picked' ? own : call.texts(role)).flatMap((given) => {
      const isFolder = statSync(given, { throwIfNoEntry: false })?.isDirectory() === true;
      const paths = isFolder ? filesBelow(given, ['.xlsx', '.csv']) : [given];
      return paths.filter((path) => existsSync(path)).map((path) => ({ role, path }));
    }),
  );
}
