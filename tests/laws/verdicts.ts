import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import type { Dossier } from '../../src/dossier/dossier.ts';
import type { ContextType } from '../../src/feel/types.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

export type Status = 'pass' | 'fail' | 'cannot-tell' | 'not-applicable';

/** What a rule says of a file: once, or of each element by its place in the file. */
export interface Said {
  readonly rule: string;
  /** It says the worst of its elements alone. */
  readonly gathered?: true;
  readonly elements: readonly { readonly at: string | undefined; readonly status: Status }[];
}

/** A file as its text reads. */
export interface FileRead {
  readonly dossier: Dossier;
  readonly isSound: boolean;
}

export function readFile(text: string, type: ContextType): FileRead {
  const yaml = parseYaml({ name: 'file.yaml', text });
  const read = yaml.value && dossierFromYaml(yaml.value, type);
  if (!read?.value || yaml.diagnostics.length > 0) throw new Error(`no dossier: ${text}`);
  return { dossier: read.value, isSound: read.diagnostics.length === 0 };
}
