import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { SchemaOf } from '../../editor/shapes.ts';
import { packageRoot } from '../../io/rulebook.ts';

const read = new Map<string, ReturnType<SchemaOf>>();

/** The schemas that come with the program, each read when it is asked for. */
export const schemaOf: SchemaOf = (kind) => {
  const path = join(packageRoot, 'schemas', `${kind}.schema.json`);
  if (!read.has(kind) && existsSync(path))
    read.set(kind, JSON.parse(readFileSync(path, 'utf8')) as ReturnType<SchemaOf>);
  return read.get(kind);
};
