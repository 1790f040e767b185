import type { JsonFault } from './json.ts';

/** What can be wrong with the YAML or JSON of any file. */
export interface YamlProblems {
  'yaml/syntax': { readonly reason: string };
  /** A file that is called `.json` and is YAML; `found` is where the two first differ, empty where that is not told. */
  'yaml/not-json': { readonly why: JsonFault['why']; readonly found: string };
  'yaml/empty': Record<string, never>;
  'yaml/too-long': { readonly length: number; readonly limit: number };
  'yaml/too-deep': { readonly limit: number };
  'yaml/alias': { readonly anchor: string };
  'yaml/tag': { readonly tag: string };
  'yaml/duplicate-key': { readonly key: string };
  'yaml/forbidden-key': { readonly key: string };
  'yaml/complex-key': Record<string, never>;
  'yaml/several-documents': Record<string, never>;
}
