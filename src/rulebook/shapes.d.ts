import type { ValidateFunction } from 'ajv';

import type { FileKind } from './shape.ts';
import type { Shape } from './texts.ts';

/** The schemas of all kinds of file as one, without what says nothing of data. */
export const schema: {
  readonly properties: Readonly<Record<FileKind, Shape>>;
  readonly definitions: Readonly<Record<string, Shape>>;
};

/** The checks that ajv makes of it; the errors of each are those of its last call, told with the schema they are of. */
export const validators: Readonly<Record<FileKind, ValidateFunction>>;
