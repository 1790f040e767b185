import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Book } from '../book.ts';
import { type BenchFile, plainOf } from '../files.ts';
import { loanFileOf } from '../dossier/record.ts';
import { type Task, medians } from '../measure.ts';
import { type PeerDoor, peerRules, peers } from '../peers/all.ts';
import type { Peer } from '../peers/peer.ts';
import { figure, type Section } from '../report.ts';
import { type BenchRule, handJudge, verdicts } from '../rules/rule.ts';
import type { FastMaker } from '../fast.ts';

/** How much work a peer may make in a run. */
export interface PeerBudget {
  /** Milliseconds for comparing verdicts. */
  readonly compare: number;
  /** Milliseconds for one timed pass. */
  readonly pass: number;
  readonly passes: number;
}

/** How a peer's verdicts stood beside ours. */
interface Agreement {
  readonly files: number;
  readonly verdicts: number;
  /** Rules with which the peer never differed on an ordinary file. */
  readonly agreed: readonly number[];
  readonly disagreements: Readonly<Record<Difference, number>>;
  /** Rules left out, with what differed. */
  readonly left: readonly string[];
}

/** See the words above the table. */
type Difference = 'doubles' | 'missing' | 'gives up';

/** Every other engine: first whether it says what we say, then how fast. */
export async function peerSection(
  rules: readonly BenchRule[],
  book: Book,
  files: readonly BenchFile[],
  fast: FastMaker | undefined,
  budget: PeerBudget,
  say: (line: string) => void,
): Promise<Section> {
  const translated = peerRules(book.program);
  const rows: (readonly string[])[] = [];
  const notes: string[] = [];
  for (const door of peers) {
    if (!isInstalled(door)) {
      rows.push([door.name, 'not installed', ...Array.from({ length: 7 }, () => '—')]);
      notes.push(`- **${door.name}** was skipped, not being installed: \`npm install --prefix bench\``);
      say(`${door.name}: skipped, not installed (npm install --prefix bench)`);
      continue;
    }
    const peer = await door.open(translated);
    const agreement = await compare(peer, rules, files, budget.compare);
    const { agreed, disagreements } = agreement;
    const times = await timed(peer, rules, agreed, files, fast, budget);
    rows.push([
      peer.name,
      String(peer.expressed.filter(Boolean).length),
      agreement.verdicts.toLocaleString('en-US'),
      disagreements.doubles.toLocaleString('en-US'),
      disagreements.missing.toLocaleString('en-US'),
      disagreements['gives up'].toLocaleString('en-US'),
      String(agreed.length),
      figure(times.peer),
      times.generated === undefined ? '—' : `${figure(times.peer / times.generated)} ×`,
    ]);
    const left = agreement.left.length > 0 ? ` Left out of the timing: ${agreement.left.join(', ')}.` : '';
    notes.push(`- **${peer.name}**: ${peer.note}. Compared on ${agreement.files.toLocaleString('en-US')} files.${left}`);
    say(`${peer.name}: ${agreed.length} rules, ${figure(times.peer)} ns a rule`);
  }
  return {
    title: 'Other engines',
    before:
      'Each engine got the rules it can express, translated from our syntax tree, and its verdicts were compared with ours first. ' +
      'Doubles: pass and fail exchanged, the arithmetic of doubles having missed a limit or an equality. Missing: an answer where the file does not hold what decides it, or the wrong one because something is missing. ' +
      'Gives up: no answer where the file settles it. Timed are the rules that agreed on every ordinary file, on ordinary files alone; ours on the same rules and files.',
    head: ['engine', 'rules expressed', 'verdicts compared', 'doubles', 'missing', 'gives up', 'rules timed', 'ns a rule', 'our generated code is faster by'],
    rows,
    after: [notes.join('\n')],
  };
}

export function isInstalled({ name }: PeerDoor): boolean {
  return existsSync(join(import.meta.dirname, '..', 'node_modules', name, 'package.json'));
}

async function compare(peer: Peer, rules: readonly BenchRule[], files: readonly BenchFile[], milliseconds: number): Promise<Agreement> {
  const places = placesOf(peer.expressed);
  const run = peer.runner(places);
  const judge = handJudge(rules);
  const told = new Uint8Array(rules.length);
  const differing = new Map<number, Set<Difference>>();
  const disagreements: Record<Difference, number> = { doubles: 0, missing: 0, 'gives up': 0 };
  /** Pass and fail exchanged, by rule: on whole files, and on files with holes. */
  const exchanged = places.map(() => ({ whole: 0, holes: 0 }));
  const end = performance.now() + milliseconds;
  let compared = 0;
  for (const file of files) {
    if (performance.now() > end) break;
    compared += 1;
    const plain = plainOf(file);
    judge(loanFileOf(plain), told);
    const found = await run(peer.inputOf(plain));
    for (const [index, place] of places.entries()) {
      const ours = told[place];
      const theirs = found[index];
      if (ours === theirs) continue;
      const difference = ours === verdicts.unknown ? 'missing' : theirs === verdicts.unknown ? 'gives up' : 'doubles';
      const swaps = exchanged[index];
      if (difference !== 'doubles') disagreements[difference] += 1;
      else if (swaps) swaps[file.kind === 'holes' ? 'holes' : 'whole'] += 1;
      if (file.kind === 'ordinary') differing.set(place, (differing.get(place) ?? new Set()).add(difference));
    }
  }
  for (const { whole, holes } of exchanged) {
    disagreements.doubles += whole;
    // a rule that is right of every whole file did not go wrong by its arithmetic
    disagreements[whole > 0 ? 'doubles' : 'missing'] += holes;
  }
  const left = [...differing].toSorted(([a], [b]) => a - b).map(([place, why]) => `${rules[place]?.id ?? ''} (${[...why].join(', ')})`);
  return { files: compared, verdicts: compared * places.length, agreed: places.filter((place) => !differing.has(place)), disagreements, left };
}

/** Nanoseconds a rule, of the peer and of our generated code on the same rules and files. */
async function timed(
  peer: Peer,
  rules: readonly BenchRule[],
  places: readonly number[],
  files: readonly BenchFile[],
  fast: FastMaker | undefined,
  budget: PeerBudget,
): Promise<{ readonly peer: number; readonly generated: number | undefined }> {
  const run = peer.runner(places);
  const ordinary = files.filter(({ kind }) => kind === 'ordinary').slice(0, 2000);
  const inputs = ordinary.map((file) => peer.inputOf(plainOf(file)));
  const start = performance.now();
  for (const input of inputs.slice(0, 10)) await run(input);
  const each = (performance.now() - start) / 10;
  const some = inputs.slice(0, Math.max(10, Math.min(inputs.length, Math.round(budget.pass / each))));
  const peerTask: Task = {
    name: 'peer',
    pass: async () => {
      let passes = 0;
      for (const input of some) {
        const found = await run(input);
        if (found[0] === verdicts.pass) passes += 1;
      }
      return passes;
    },
  };
  const chosen = places.flatMap((place) => rules[place] ?? []);
  const generated = fast?.('javascript', chosen);
  const records = generated ? ordinary.map(({ json }) => generated.load(json)) : [];
  const tasks = generated ? [peerTask, { name: 'generated', pass: () => records.map((record) => generated.judge(record)).length }] : [peerTask];
  const found = await medians(tasks, budget.passes);
  const perRule = (name: string, count: number) => ((found.get(name) ?? Number.NaN) * 1e6) / (count * places.length);
  return { peer: perRule('peer', some.length), generated: generated && perRule('generated', records.length) };
}

function placesOf(expressed: readonly boolean[]): readonly number[] {
  return expressed.flatMap((yes, place) => (yes ? [place] : []));
}
