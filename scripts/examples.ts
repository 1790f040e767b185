import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';

import { engineOf } from '../src/check/engine.ts';
import { loadRulebook } from '../src/cli/load.ts';
import { writeText } from '../src/io/write.ts';
import type { Program, ProgramRule } from '../src/program/ast.ts';
import { prose } from '../src/program/prose.ts';
import { runGenerated } from '../src/run/compile.ts';
import { groundOf } from '../src/samples/patterns.ts';
import { newDrawing } from '../src/samples/replacing.ts';
import { newMaker } from '../src/samples/series.ts';
import { printYaml } from '../src/yaml/print.ts';
import { writeSituations } from './situations.ts';

/** A sample dossier that is made rather than written: its product, and the rule it breaks; none for a sound one. */
export interface Made {
  readonly number: number;
  readonly product: string;
  readonly fault?: string;
}

/** The first number of the made ones; those before are written by hand. */
export const firstMade = 11;

/** All four products, each stage of the ring. */
export const plan: readonly Made[] = [
  ['COMMERCIAL_PROPERTY'],
  ['CONSUMER'],
  ['BUSINESS'],
  ['HOUSING'],
  ['HOUSING'],
  ['HOUSING', 'MKT-001'],
  ['HOUSING', 'MKT-009'],
  ['HOUSING', 'MKT-012'],
  ['HOUSING', 'IDS-002'],
  ['HOUSING', 'IDS-003'],
  ['HOUSING', 'IDS-010'],
  ['HOUSING', 'XSL-001'],
  ['CONSUMER', 'ACC-012'],
  ['HOUSING', 'ACC-008'],
  ['HOUSING', 'INT-005'],
  ['HOUSING', 'CRD-001'],
  ['HOUSING', 'INV-001'],
  ['BUSINESS', 'INV-018'],
  ['HOUSING', 'APR-001'],
  ['HOUSING', 'RSK-002'],
  ['CONSUMER', 'RSK-015'],
  ['HOUSING', 'RSK-022'],
  ['HOUSING', 'DEC-002'],
  ['HOUSING', 'CON-018'],
  ['HOUSING', 'DIS-006'],
  ['HOUSING', 'PAY-002'],
  ['HOUSING', 'PLM-003'],
  ['HOUSING', 'SVC-001'],
  ['HOUSING', 'COL-002'],
  ['HOUSING', 'EVA-001'],
].map(([product = '', fault], index) => ({
  number: firstMade + index,
  product,
  ...(fault !== undefined && { fault }),
}));

/** The seed of all of them: the same rulebook gives the same files. */
const seed = 2026;

/** The file's name under `examples/dossiers/`: its number, then what it shows. */
export function nameOf({ number, product, fault }: Made, program: Program): string {
  const rule = ruleOf(fault, program);
  const slug = rule
    ? basename(rule.rule.entry.path, '.yaml').toLowerCase()
    : `sound-${product.toLowerCase().replaceAll('_', '-')}`;
  return `${String(number).padStart(4, '0')}-${slug}.yaml`;
}

function ruleOf(fault: string | undefined, program: Program): ProgramRule | undefined {
  return program.rules.find(({ id }) => id === fault);
}

function textOf(made: Made, json: string, program: Program): string {
  const rule = ruleOf(made.fault, program);
  const title = prose(rule?.rule.entry.data.title, undefined, program);
  const zh = rule ? `违反 ${rule.id}（${title?.['zh'] ?? ''}）` : '合规的一笔';
  const en = rule ? `breaks ${rule.id} (${title?.['en'] ?? ''})` : 'a sound file';
  const head = `# 用途：${zh}；由 npm run examples 生成，人名、机构、号码均为虚构。\n# What for: ${en}; made by npm run examples. Names, institutions and numbers are invented.\n`;
  return head + printYaml(JSON.parse(json));
}

/** The rows of `examples/README.md` for them. */
function rowOf(made: Made, program: Program): string {
  const title = prose(ruleOf(made.fault, program)?.rule.entry.data.title, undefined, program);
  const shows =
    made.fault === undefined
      ? '合规 / sound'
      : `违反 ${made.fault} ${title?.['zh'] ?? ''} / breaks ${made.fault}: ${title?.['en'] ?? ''}`;
  return `| ${nameOf(made, program)} | ${made.product} | ${shows} |`;
}

if (import.meta.main) {
  const { program } = loadRulebook('rules');
  if (!program) throw new Error('rules/ does not load');
  const engine = engineOf(program, runGenerated);
  const drawing = newDrawing(seed);
  const folder = join('examples', 'dossiers');
  for (const name of readdirSync(folder))
    if (Number(name.slice(0, 4)) >= firstMade) rmSync(join(folder, name));
  for (const made of plan) {
    const ground = groundOf(engine, made.product);
    const patterns = ground?.patterns(made.fault) ?? [];
    const pattern = patterns[made.number % patterns.length];
    const [text] =
      (ground && pattern && newMaker(pattern, ground)(seed, made.number, drawing)) ?? [];
    if (text === undefined) {
      console.error(`no sample ${made.number}: ${made.product} ${made.fault ?? ''}`);
      process.exitCode = 1;
      continue;
    }
    writeText(join(folder, nameOf(made, program)), textOf(made, text, program));
  }
  const readme = join('examples', 'README.md');
  const [kept = ''] = readFileSync(readme, 'utf8').split(/^\| 0011-/mu);
  writeText(readme, `${kept}${plan.map((made) => `${rowOf(made, program)}\n`).join('')}`);
  writeSituations();
}
