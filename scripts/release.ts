/**
 * `npm run release [-- PLATFORM…]` makes `release/`: the page, and an offline package for each platform (this machine’s
 * unless some are named) with Node, the product and what it depends on. The package for this machine is then tried
 * where there is neither Node nor a network. The same commit gives the same bytes.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';

import { tarred, zipped } from './release/archive.ts';
import { licencesText, licensedParts } from './release/licences.ts';
import { nodeBinary, type Platform, platforms } from './release/node-binary.ts';
import { type Files, type Packed, productFiles, sha256, sumsOf } from './release/package.ts';
import { chineseReadme, englishReadme, starterOf, type Told } from './release/texts.ts';
import { canCutOff, tryPackage } from './release/trial.ts';

const out = 'release';
/** Where the npm packages of Node stay from one release to the next. */
const kept = 'out/node';

/** Vite’s lists of the packages that went into each. */
const bundles = ['dist/cli/licences.json', 'dist/page/licences.json'];

const here = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const asked = process.argv.slice(2);
const wanted = (asked.length > 0 ? asked : [here]).map((name) => {
  const platform = platforms.find((one) => one === name);
  if (!platform)
    throw new Error(`no Node for ${name} on npm; there is for ${platforms.join(', ')}`);
  return platform;
});

const { version, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
};

run('node', ['scripts/build.ts']);
run('tsc', ['-p', 'tsconfig.build.json']);
rmSync(out, { recursive: true, force: true });
mkdirSync(out);
const page = `${out}/shouze.html`;
const made = dayOfCommit();
run('node', ['bin/shouze.js', 'page', '--out', page, '--as-of', made]);
const pageBytes = readFileSync(page);
say(`shouze.html: ${megabytes(pageBytes.length)}, made on ${made}`);
const product = productFiles();
const written = wanted.map((platform) => {
  const name = `shouze-${version}-${platform}`;
  const files = filesOf(platform, product);
  const [ending, bytes] =
    platform === 'win-x64' ? ['zip', zipped(name, files)] : ['tar.gz', tarred(name, files)];
  const file = `${name}.${ending}`;
  writeFileSync(`${out}/${file}`, bytes);
  const unpacked = [...files.values()].reduce((sum, one) => sum + one.bytes.length, 0);
  say(`${file}: ${megabytes(bytes.length)}, unpacked ${megabytes(unpacked)}, ${files.size} files`);
  return { platform, name, file, bytes };
});
writeFileSync(
  `${out}/SHA256SUMS`,
  [{ file: 'shouze.html', bytes: pageBytes }, ...written]
    .map(({ file, bytes }) => `${sha256(bytes)}  ${file}\n`)
    .join(''),
);

for (const { platform, name, file } of written) {
  if (platform === here) tryHere(name, file);
  else say(`${file}: not tried, this machine is ${here}`);
}

function tryHere(name: string, file: string): void {
  const tried = tryPackage(resolve(out, file), name, made);
  for (const { what, seconds, wrong } of tried)
    say(`${wrong === undefined ? '✓' : '✗'} ${what}, ${seconds.toFixed(2)} s ${wrong ?? ''}`);
  if (!canCutOff) say('the network was not cut off: `unshare -rn` is not allowed here');
  if (tried.some(({ wrong }) => wrong !== undefined)) process.exitCode = 1;
}

function filesOf(platform: Platform, product: Files): Files {
  const node = nodeBinary(platform, kept);
  const told: Told = { version, platform, node: node.version, made, optional: peerDependencies };
  const [starter, start] = starterOf(platform);
  const files = new Map<string, Packed>([
    ...product,
    [`node/${node.name}`, { bytes: node.bytes, isProgram: true }],
    [starter, { bytes: Buffer.from(start), isProgram: true }],
    ['shouze.html', { bytes: pageBytes }],
    ['说明.txt', { bytes: Buffer.from(chineseReadme(told)) }],
    ['README.txt', { bytes: Buffer.from(englishReadme(told)) }],
    ['LICENCES.txt', { bytes: Buffer.from(licencesText(licensedParts(bundles, node))) }],
  ]);
  return files.set('SHA256SUMS', { bytes: Buffer.from(sumsOf(files)) });
}

/** Pages bear a day, which is not that of the clock: the same commit gives the same page. */
function dayOfCommit(): string {
  const args = ['log', '-1', '--format=%cd', '--date=format-local:%Y-%m-%d'];
  const { status, stdout } = spawnSync('git', args, {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Asia/Shanghai' },
  });
  if (status !== 0) throw new Error('a release is made of a commit, and git tells of none here');
  return stdout.trim();
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ends with ${status}`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
