import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { blueprintFrom } from '../src/blueprint/blueprint.ts';
import { engineOf } from '../src/check/engine.ts';
import { exerciseFiles } from '../src/cli/exercise-files.ts';
import { rulebookFolder } from '../src/io/rulebook.ts';
import { writeFile } from '../src/io/write.ts';
import { readRulebook } from '../src/program/read.ts';
import { languagesOf } from '../src/rulebook/ast.ts';
import { runGenerated } from '../src/run/compile.ts';
import { papersOf } from '../src/training/paper.ts';
import { settingOf } from '../src/training/setting.ts';

/** The folder of the sample papers, which has their blueprint beside it. */
export const samplesPath = 'examples/exercises/risk-and-review';

/** Paper A of the shipped rulebook as Markdown, by path: all that belongs to it in the language of its writer, the paper and its key in others. */
export async function samplePapers(): Promise<ReadonlyMap<string, string>> {
  const { value: program } = readRulebook(rulebookFolder('rules').folder);
  if (!program) throw new Error('the shipped rulebook has errors');
  const name = `${samplesPath}.yaml`;
  const { value: blueprint } = blueprintFrom({ name, text: readFileSync(name, 'utf8') }, program);
  if (blueprint?.data.asOf === undefined)
    throw new Error('the sample blueprint is wrong, or has no day');
  const { data } = blueprint;
  const engine = engineOf(program, runGenerated);
  const files = new Map<string, string>();
  for (const [index, language] of languagesOf(program.rulebook.manifest.data).entries()) {
    const setting = settingOf(engine, { language, asOf: data.asOf ?? '', part: data });
    if (!setting) throw new Error('the shipped rulebook has subjects');
    const { papers } = papersOf(blueprint, setting);
    for (const [path, content] of await exerciseFiles(papers, data, setting, ['md'])) {
      const isShown =
        index === 0 ? !/-[B-Z]\.|\/[B-Z]-/u.test(path) : /^(?:paper|key)-A/u.test(path);
      if (isShown && typeof content === 'string') files.set(`${language}/${path}`, content);
    }
  }
  return files;
}

if (import.meta.main) {
  rmSync(samplesPath, { recursive: true, force: true });
  for (const [path, content] of await samplePapers()) {
    mkdirSync(dirname(join(samplesPath, path)), { recursive: true });
    writeFile(join(samplesPath, path), content);
  }
}
