import { readFileSync } from 'node:fs';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import type { Program } from '../../src/program/ast.ts';
import type { Walked } from '../../src/ring/walk.ts';
import { programWith } from '../evaluate/fixture.ts';
import { yamlOf } from '../evaluate/shipped.ts';

const rulebook = readFileSync('tests/evaluate/fixture/rulebook.yaml', 'utf8').replace(
  'stages:',
  `    scorecard:
      day: day
      officer: acts[1].who
      branch: kind
      customer: remarks
    rounds:
      began: day
      lead: product
      leads: items.itemId
stages:`,
);

/** The small rulebook with rounds, and occasions by name. */
export function ringProgram(occasions: Readonly<Record<string, object>> = {}): Program {
  const files = Object.entries(occasions).map(([name, keys]) => [
    `occasions/${name}.yaml`,
    JSON.stringify({
      occasion: name,
      title: { en: name },
      post: 'CLERK',
      basis: ['T-1#all'],
      ...keys,
    }),
  ]);
  return programWith(
    { require: 'agreed', asOf: 'day' },
    { 'rulebook.yaml': rulebook, ...Object.fromEntries(files) },
  );
}

/** A request by its id and its YAML. */
export function walked(program: Program, id: string, yaml: string): Walked {
  const subject = program.subjects.get('request');
  if (!subject) throw new Error('the fixture has requests');
  const { value: dossier } = dossierFromYaml(yamlOf(`id: ${id}\n${yaml}`), subject.type);
  if (!dossier) throw new Error(yaml);
  return { id, subject, dossier };
}
