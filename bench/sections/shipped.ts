import { join } from 'node:path';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import { packageRoot, rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { medians } from '../measure.ts';
import { figure, type Section } from '../report.ts';

/** The rulebook that is shipped: reading it with every check, and judging its sound sample by the reference path. */
export async function shippedSection(passes: number): Promise<Section> {
  const { folder } = rulebookFolder(join(packageRoot, 'rules'));
  const { value: program } = readRulebook(folder);
  const subject = program?.subjects.get('dossier');
  const source = folder.files.get('dossiers/mortgage.yaml');
  if (!program || !subject || !source) throw new Error('the shipped rulebook and its sample dossier are there');
  const { value: yaml } = parseYaml(source);
  if (!yaml) throw new Error('the sample dossier is YAML');
  const json = JSON.stringify(plainOf(yaml));
  const read = (name: string, text: string) => {
    const tree = parseYaml({ name, text }).value;
    const dossier = tree && dossierFromYaml(tree, subject.type).value;
    if (!dossier) throw new Error('the sample dossier can be read');
    return dossier;
  };
  const dossier = read('mortgage.yaml', source.text);
  const found = await medians(
    [
      { name: `lint: read ${folder.files.size} files, ${program.rules.length} rules`, pass: () => readRulebook(folder).diagnostics.length },
      { name: `load the sample dossier, YAML of ${figure(source.text.length / 1000)} KB`, pass: () => read('mortgage.yaml', source.text) },
      { name: `load the same as JSON of ${figure(json.length / 1000)} KB`, pass: () => read('mortgage.json', json) },
      { name: 'judge it, with reasons, by the reference path', pass: () => judge(program, subject, dossier, {}).verdict },
    ],
    passes,
  );
  return {
    title: 'The shipped rulebook',
    head: ['what', 'ms'],
    rows: [...found].map(([name, milliseconds]) => [name, figure(milliseconds)]),
  };
}
