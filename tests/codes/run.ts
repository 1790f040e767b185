import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { invariant } from '../../src/base/invariant.ts';
import type { Source } from '../../src/base/source.ts';
import { checkSource } from '../check/check-source.ts';
import { anew } from '../cli/harness.ts';
import { newVariables } from '../../src/feel/bindings.ts';
import { checkExpression } from '../../src/feel/check.ts';
import { parseExpression } from '../../src/feel/parse.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { mainSubject, type Program } from '../../src/program/ast.ts';
import { namesFor } from '../../src/program/from-rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';
import type { Problems } from '../../src/words/messages/messages.ts';
import { beyondReading } from '../../src/verify/lint.ts';
import type { Block } from './page.ts';

/** A small rulebook without anything wrong; examples change one or two of its files. */
const fixture = join(import.meta.dirname, 'fixture');

/** The fixture's file that a kind of block speaks of. */
const paths: Readonly<Record<string, string>> = {
  rulebook: 'rulebook.yaml',
  posts: 'posts.yaml',
  documents: 'documents.yaml',
  glossary: 'glossary.yaml',
  definitions: 'definitions.yaml',
  parameter: 'parameters/maximumLoanShare.yaml',
  table: 'tables/maximumTerm.yaml',
  codes: 'codes/cities.yaml',
  step: 'stages/lending/review/step.yaml',
  rule: 'stages/lending/review/DEM-001-loan-share.yaml',
  cases: 'stages/lending/review/DEM-001-loan-share.cases.yaml',
};

/** What a rulebook with a rule that a person checks has besides; examples have the two together as `byhand`. */
const byHand = join(import.meta.dirname, 'by-hand');

/** What a rulebook that knows a register of people has besides those, and such a register: `staffed`, `staff.yaml`. */
const staffed = join(import.meta.dirname, 'staffed');

const { files: sound } = rulebookFolder(fixture).folder;
/** What was read of each set of changed files: most examples change none. */
const known = new Map<string, ReturnType<typeof readRulebook>>();

/**
 * What is wrong with the blocks of one example, taken together.
 *
 * A `dossier` is judged by the fixture, and a `feel` block is an expression over its fields. Any other block
 * is a file of the rulebook: whole if it gives a path, and else keys that replace those of the fixture's file.
 */
export function problemsOf(blocks: readonly Block[]): readonly Diagnostic<Problems>[] {
  const { value: program, diagnostics } = changed(blocks.filter((block) => !isInput(block)));
  const beyond = beyondReading(program, diagnostics);
  const found: Diagnostic<Problems>[] = [...diagnostics, ...beyond];
  for (const { language, kind, text } of blocks) {
    if (!program) break;
    if (language === 'feel') found.push(...problemsOfExpression(text, program));
    else if (kind === 'dossier') {
      found.push(...checkSource({ name: 'loan.yaml', text }, program, {}).diagnostics);
    }
  }
  return found;
}

/** What commands printed, on either stream, and how the last of them ended. */
export interface Shell {
  readonly output: string;
  readonly exit: number | null;
}

/**
 * What the commands of an example print, in a folder with the fixture as `rules` and a dossier `loan.yaml`.
 *
 * Plain calls at its end, which most examples come to, run in this process: to start Node takes ten times as long.
 */
export async function shellOutput({ text }: Block): Promise<Shell> {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-codes-'));
  try {
    cpSync(fixture, join(folder, 'rules'), { recursive: true });
    cpSync(fixture, join(folder, 'byhand'), { recursive: true });
    cpSync(byHand, join(folder, 'byhand'), { recursive: true });
    cpSync(join(folder, 'byhand'), join(folder, 'staffed'), { recursive: true });
    cpSync(staffed, join(folder, 'staffed'), { recursive: true });
    cpSync(join(staffed, 'staff.yaml'), join(folder, 'staff.yaml'));
    cpSync(join(fixture, 'dossiers', 'loan.yaml'), join(folder, 'loan.yaml'));
    const { before, calls } = partsOf(text);
    const first = before === '' ? { output: '', exit: 0 } : shell(before, folder);
    return first.exit === 0 ? await called(calls, folder, first) : first;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A word without anything that a shell would take for more than its text. */
const word =
  /'[^']*'|"[^"$`\\]*"|[^\s'"$`\\*?[\]{}~|<>&;()!#=]+(?:[=#][^\s'"$`\\*?[\]{}~|<>&;()!]*)?/u;
const plainCall = new RegExp(`^shouze(?: +(?:${word.source}))*$`, 'u');

/** The lines up to the last that is no plain call; all of them where one of those calls, too. */
function partsOf(text: string): { readonly before: string; readonly calls: readonly string[] } {
  const lines = text.trimEnd().split('\n');
  const end = lines.findLastIndex((line) => !plainCall.test(line)) + 1;
  const before = lines.slice(0, end).join('\n');
  return /\bshouze\b/u.test(before)
    ? { before: text, calls: [] }
    : { before, calls: lines.slice(end) };
}

function shell(text: string, cwd: string): Shell {
  const script = `set -e\nshouze() { "$NODE" "$SHOUZE" "$@"; }\n${text}\n`;
  const env = { ...process.env, NODE: process.execPath, SHOUZE: resolve('bin/shouze.js') };
  const { stdout, stderr, status } = spawnSync('sh', ['-c', script], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { output: stdout + stderr, exit: status };
}

/** What calls print one after the other, up to the first that fails. */
async function called(calls: readonly string[], folder: string, first: Shell): Promise<Shell> {
  const home = process.cwd();
  let { output, exit } = first;
  process.chdir(folder);
  try {
    for (const call of calls) {
      const [, ...words] = call.match(new RegExp(word, 'gu')) ?? [];
      // eslint-disable-next-line no-await-in-loop -- one after the other
      const ran = await anew(...words.map((one) => one.replaceAll(/^['"]|['"]$/gu, '')));
      output += ran.out + ran.err;
      exit = ran.code;
      if (exit !== 0) break;
    }
    return { output, exit };
  } finally {
    process.chdir(home);
  }
}

function changed(blocks: readonly Block[]): ReturnType<typeof readRulebook> {
  const key = JSON.stringify(blocks);
  const files = new Map([...sound, ...blocks.map(fileOf)]);
  const read = known.get(key) ?? readRulebook({ name: 'rules', files });
  known.set(key, read);
  return read;
}

function isInput({ language, kind }: Block): boolean {
  return language === 'feel' || kind === 'dossier';
}

function fileOf({ kind, text }: Block): readonly [string, Source] {
  const path = paths[kind];
  invariant(path ?? kind.includes('/'), `a page says of which file \`${kind}\` is`);
  if (path === undefined) return [kind, { name: `rules/${kind}`, text }];
  const base = sound.get(path)?.text ?? '';
  return [path, { name: `rules/${path}`, text: laidOver(base, text) }];
}

/** The text of a YAML map with some of its keys replaced by those of another. */
function laidOver(base: string, text: string): string {
  const keyOf = (line: string) => /^[A-Za-z]+(?=:)/u.exec(line)?.[0];
  const replaced = new Set(text.split('\n').map(keyOf));
  const kept = base
    .split(/^(?=\S)/mu)
    .filter((part) => !replaced.has(keyOf(part)) || part.startsWith('#'));
  return `${kept.join('')}${text}\n`;
}

function problemsOfExpression(text: string, program: Program): readonly Diagnostic<Problems>[] {
  const { value, problems } = parseExpression(text, { dialect: 'rule' });
  const subject = mainSubject(program.subjects);
  invariant(subject, 'the fixture has a subject');
  const wrong = value
    ? checkExpression(value, namesFor(program, subject), newVariables()).problems
    : problems;
  const source = { name: 'expression', text };
  return wrong.map(({ start, end, ...problem }) => {
    return { ...problem, severity: 'error', span: { source, start, end } };
  });
}
