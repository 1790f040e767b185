import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { loadRulebook } from '../../src/cli/load.ts';
import type { Program, Subject } from '../../src/program/ast.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import type { Yaml } from '../../src/yaml/tree.ts';

export interface Shipped {
  readonly program: Program;
  readonly subject: Subject;
}

let loaded: Shipped | undefined;

/** The rulebook that is shipped; read once. */
export function shipped(): Shipped {
  loaded ??= load();
  return loaded;
}

function load(): Shipped {
  const { program, diagnostics } = loadRulebook('rules');
  const subject = program?.subjects.get('dossier');
  if (!program || !subject)
    throw new Error(`rules/ does not load: ${diagnostics.map(({ code }) => code).join(', ')}`);
  return { program, subject };
}

/** The names of all sample dossiers, in order. */
const all: readonly string[] = globSync('examples/dossiers/*.{yaml,json}')
  .map((path) => basename(path))
  .toSorted();

/** Those written by hand and a sound one of each other product: what is made of the same base files adds nothing for laws. */
export const samples: readonly string[] = all.filter((name) => name < '0014');

export function sampleText(name: string): string {
  return readFileSync(`examples/dossiers/${name}`, 'utf8');
}

export function sampleYaml(name: string): Yaml {
  return yamlOf(sampleText(name), name);
}

export function yamlOf(text: string, name = 'dossier.yaml'): Yaml {
  const { value, diagnostics } = parseYaml({ name, text });
  if (!value) throw new Error(`${name}: ${diagnostics.map(({ code }) => code).join(', ')}`);
  return value;
}
