import { join } from 'node:path';

import { engineOf } from '../../src/check/engine.ts';
import { readJson } from '../../src/check/read-json.ts';
import { locate } from '../../src/dossier/dossier.ts';
import { packageRoot, rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { medians } from '../measure.ts';
import { figure, type Section } from '../report.ts';

/** Files a pass: enough to be timed. */
const times = 300;

/** One dossier as JSON, from its text to its verdict by all rules and the process of the shipped rulebook. */
export async function pathSection(passes: number): Promise<Section> {
  const { folder } = rulebookFolder(join(packageRoot, 'rules'));
  const { value: program } = readRulebook(folder);
  const source = folder.files.get('dossiers/mortgage.yaml');
  const yaml = source && parseYaml(source).value;
  if (!program || !yaml) throw new Error('the shipped rulebook and its sample dossier are there');
  const sound = JSON.stringify(plainOf(yaml));
  // the identity card of the first party was not seen: one finding, of IDS-002
  const faulty = sound.replace('"idOriginalSeen":true', '"idOriginalSeen":false');
  const generated = engineOf(program, runGenerated);
  const closures = engineOf(program);
  const judged = (text: string, engine = generated) => {
    const file = readJson({ name: 'dossier.json', text }, engine);
    const [judgement] = file ? engine.judge([file], {}) : [];
    if (!file || !judgement) throw new Error('the dossier is as its schema asks');
    return { judgement, places: judgement.findings.map(({ at }) => locate(file.dossier, at).start) };
  };
  const [whole, found] = [judged(sound), judged(faulty)];
  const isAsMade = whole.judgement.verdict === 'pass' && whole.places.length === 0 && found.places.length === 1;
  if (!isAsMade) throw new Error('the sample is sound, and the other has one finding');
  const over = (pass: () => unknown) => () => {
    for (let time = 0; time < times; time += 1) pass();
  };
  const measured = await medians(
    [
      { name: '`JSON.parse` alone', pass: over(() => JSON.parse(sound)) },
      { name: 'parse, validate, load', pass: over(() => readJson({ name: 'dossier.json', text: sound }, generated)) },
      { name: 'parse, validate, judge: generated code', pass: over(() => judged(sound).judgement.verdict) },
      { name: 'parse, validate, judge: closures', pass: over(() => judged(sound, closures).judgement.verdict) },
      { name: 'the same with one finding, explained and placed: generated code', pass: over(() => judged(faulty).places) },
      { name: 'the same with every outcome made', pass: over(() => judged(sound).judgement.outcomes.length) },
    ],
    passes,
  );
  const alone = measured.get('`JSON.parse` alone') ?? Number.NaN;
  const rules = program.rules.filter(({ subject }) => subject.name === 'dossier').length;
  return {
    title: 'One dossier, by all rules and the process of the shipped rulebook',
    before: `The sound sample of ${figure(sound.length / 1000)} KB, ${rules} rules and ${program.process.length} more of its process. Goals: at most 4 times \`JSON.parse\`, 20 with a finding explained.`,
    head: ['what', 'µs a file', '× `JSON.parse`'],
    rows: [...measured].map(([name, milliseconds]) => [
      name,
      figure((milliseconds * 1000) / times),
      figure(milliseconds / alone),
    ]),
  };
}
