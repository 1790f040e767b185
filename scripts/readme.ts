import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import process from 'node:process';

/** From the root of the repository. */
export const readmes = ['README.md', 'README.zh.md'] as const;
export type Readme = (typeof readmes)[number];

/** A number that a README gives, where in its text it stands, and how it is counted. */
interface Fact {
  readonly says: Readonly<Record<Readme, RegExp>>;
  readonly count: () => number;
}

export const facts: Readonly<Record<string, Fact>> = {
  rules: {
    says: { 'README.md': /([\d,]+) rules with/u, 'README.zh.md': /([\d,]+) 条规则、/u },
    count: () => linesLike('rules/stages/*/*/*.yaml', /^rule: /mu),
  },
  cases: {
    says: { 'README.md': /([\d,]+) cases in/u, 'README.zh.md': /([\d,]+) 个校验示例/u },
    count: () => linesLike('rules/stages/*/*/*.cases.yaml', /^ {2}- title:/gmu),
  },
  steps: {
    says: { 'README.md': /in ([\d,]+) steps/u, 'README.zh.md': /([\d,]+) 个流程节点/u },
    count: () => globSync('rules/stages/*/*/step.yaml').length,
  },
  dossiers: {
    says: { 'README.md': /has ([\d,]+) of them/u, 'README.zh.md': /有 ([\d,]+) 份/u },
    count: () => globSync('examples/dossiers/*.{yaml,json}').length,
  },
  leases: {
    says: {
      'README.md': /has ([\d,]+) rules for vehicle/u,
      'README.zh.md': /车辆租赁的 ([\d,]+) 条/u,
    },
    count: () => linesLike('docs/leasing/rules/**/*.yaml', /^rule: /mu),
  },
  node: {
    says: { 'README.md': /Node ([\d,]+) comes/u, 'README.zh.md': /Node ([\d,]+) 随/u },
    count: wantedNode,
  },
  nodeOrNewer: {
    says: { 'README.md': /Node ([\d,]+) or newer/u, 'README.zh.md': /Node ([\d,]+) 或/u },
    count: wantedNode,
  },
};

/** The text as it should be: what commands print is printed anew, what is counted is counted. */
export function readmeText(path: Readme): string {
  const printed = readFileSync(path, 'utf8').replaceAll(
    /^```text\n(\$ npx shouze .*)\n[^]*?^```$/gmu,
    (_, call: string) => `\`\`\`text\n${call}\n${outputOf(call)}\`\`\``,
  );
  return Object.values(facts).reduce(
    (text, { says, count }) =>
      text.replace(says[path], (whole, number: string) =>
        whole.replace(number, count().toLocaleString('en')),
      ),
    printed,
  );
}

/** What `$ npx shouze … | head -N` prints. */
function outputOf(call: string): string {
  const [, args = '', lines] = /^\$ npx shouze (.*?)(?: \| head -(\d+))?$/u.exec(call) ?? [];
  const { stdout } = spawnSync(process.execPath, ['bin/shouze.js', ...args.split(' ')], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  const printed = stdout.trimEnd().split('\n');
  return `${printed.slice(0, lines === undefined ? printed.length : Number(lines)).join('\n')}\n`;
}

function linesLike(glob: string, pattern: RegExp): number {
  return globSync(glob).reduce(
    (sum, path) => sum + (readFileSync(path, 'utf8').match(pattern)?.length ?? 0),
    0,
  );
}

function wantedNode(): number {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly engines: { readonly node: string };
  };
  return Number(engines.node.replaceAll(/\D/gu, ''));
}

if (import.meta.main) for (const path of readmes) await writeFile(path, readmeText(path));
