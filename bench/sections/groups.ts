import { join } from 'node:path';

import { dossierOfJson } from '../../src/check/engine.ts';
import { groupsToldBy } from '../../src/check/told.ts';
import { judgeGroups } from '../../src/evaluate/group.ts';
import { newSession } from '../../src/evaluate/session.ts';
import { packageRoot, rulebookFolder } from '../../src/io/rulebook.ts';
import { planOfGroup } from '../../src/plan/from-program.ts';
import { readRulebook } from '../../src/program/read.ts';
import { compileGroup } from '../../src/run/together.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { medians } from '../measure.ts';
import { figure, type Section } from '../report.ts';

const sizes = [500, 8000] as const;

/** The sections that a group's rules read, so that thousands of files fit in memory. */
const kept = ['meta', 'application', 'loan', 'parties', 'collaterals'];

/** Rules over files together: how their cost grows with the number of files. */
export async function groupsSection(passes: number): Promise<Section> {
  const { folder } = rulebookFolder(join(packageRoot, 'rules'));
  const { value: program } = readRulebook(folder);
  const source = folder.files.get('dossiers/mortgage.yaml');
  const yaml = source && parseYaml(source).value;
  const subject = program?.subjects.get('dossier');
  if (!program || !yaml || !subject) throw new Error('the shipped rulebook and its sample dossier are there');
  const text = JSON.stringify(Object.fromEntries(Object.entries(plainOf(yaml) as object).filter(([key]) => kept.includes(key))));
  const files = Array.from({ length: sizes[1] }, (_, index) => {
    const own = text.replaceAll(/"customerNo":"[^"]*"/gu, () => `"customerNo":"C${String(Math.floor(index / 3)).padStart(8, '0')}"`);
    return dossierOfJson({ name: `${index}.json`, text: own }, JSON.parse(own) as object, subject);
  });
  const rows: string[][] = [];
  for (const rule of program.rules.filter(({ group }) => group)) {
    const plan = planOfGroup(program, rule);
    if (!plan || !rule.group) continue;
    const compiled = compileGroup(plan, subject.type, rule.group.subject.type, program.calendar);
    const tasks = sizes.flatMap((size) => [
      { name: `plan ${size}`, pass: () => groupsToldBy(compiled, files.slice(0, size), undefined)?.length },
      {
        name: `evaluator ${size}`,
        pass: () => judgeGroups(rule, files.slice(0, size).map((dossier) => newSession(program, dossier, subject)), {}).length,
      },
    ]);
    const found = await medians(tasks, passes);
    for (const how of ['plan', 'evaluator']) {
      const [few = Number.NaN, many = Number.NaN] = sizes.map((size) => found.get(`${how} ${size}`) ?? Number.NaN);
      rows.push([`${rule.id}, ${how === 'plan' ? 'told by its plan' : 'evaluated and explained'}`, figure(few), figure(many), figure(many / few)]);
    }
  }
  return {
    title: 'Rules over files together',
    before: `Three files a customer. Goal: ${sizes[1].toLocaleString('en-US')} files at most 18 times ${sizes[0]}, of which they are 16 times as many.`,
    head: ['rule', `${sizes[0]} files, ms`, `${sizes[1].toLocaleString('en-US')} files, ms`, 'ratio'],
    rows,
  };
}
