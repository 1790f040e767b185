import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

import { bookOf } from './book.ts';
import { fastMaker } from './fast.ts';
import { benchFiles } from './files.ts';
import { peers } from './peers/all.ts';
import { laidOver, machine, page, type Section } from './report.ts';
import { benchRules } from './rules/all.ts';
import { bookSection } from './sections/book.ts';
import { editorSection } from './sections/editor.ts';
import { engineSection } from './sections/engines.ts';
import { growthSection } from './sections/growth.ts';
import { importedSection } from './sections/imported.ts';
import { groupsSection } from './sections/groups.ts';
import { pathSection } from './sections/path.ts';
import { lintSection } from './sections/lint.ts';
import { pageSection } from './sections/page.ts';
import { isInstalled, peerSection } from './sections/peers.ts';
import { registerSection } from './sections/register.ts';
import { reportSection } from './sections/report.ts';
import { sampleSection } from './sections/sample.ts';
import { shippedSection } from './sections/shipped.ts';
import { startSection } from './sections/start.ts';
import { wholeSection } from './sections/whole.ts';

const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string' },
    only: { type: 'string' },
  },
});

/** A quick run is for trying; only a full one writes the page. */
const sizes = given.quick
  ? {
      files: 2000,
      passes: 3,
      referenceFiles: 30,
      growthFiles: 500,
      compare: 1500,
      pass: 150,
      registers: [10_000],
      samples: 400,
      pages: 1000,
      dossiers: 1000,
    }
  : {
      files: 20_000,
      passes: 7,
      referenceFiles: 300,
      growthFiles: 2000,
      compare: 20_000,
      pass: 600,
      registers: [25_000, 100_000],
      samples: 10_000,
      pages: 10_000,
      dossiers: 10_000,
    };

const files = benchFiles(sizes.files);
const book = bookOf(benchRules);
const { passes, referenceFiles } = sizes;
const doors: readonly (readonly [string, () => Promise<Section>])[] = [
  // first, while nothing that other sections made lies about in memory
  [
    'whole',
    () => wholeSection(benchRules, files.slice(0, 5000), fastMaker, passes, referenceFiles),
  ],
  ['engines', () => engineSection(benchRules, files, fastMaker, { passes, referenceFiles })],
  ['growth', () => growthSection(benchRules, files.slice(0, sizes.growthFiles), fastMaker, passes)],
  [
    'peers',
    () =>
      peerSection(
        benchRules,
        book,
        files,
        fastMaker,
        { compare: sizes.compare, pass: sizes.pass, passes },
        say,
      ),
  ],
  ['path', () => pathSection(passes)],
  ['groups', () => groupsSection(passes)],
  ['register', () => registerSection(sizes.registers, 5)],
  ['sample', () => sampleSection(sizes.samples)],
  ['shipped', () => shippedSection(passes)],
  ['start', async () => startSection(passes)],
  ['report', () => reportSection(sizes.pages)],
  ['lint', () => Promise.resolve(lintSection(Math.min(passes, 5)))],
  ['editor', async () => editorSection(given.quick ? 10 : 40)],
  ['book', async () => bookSection(sizes.dossiers)],
  ['imported', async () => importedSection(sizes.dossiers)],
  ['page', async () => pageSection(2000, Math.min(passes, 5))],
];

const sections: Section[] = [];
for (const [name, door] of doors) {
  if (given.only !== undefined && !given.only.split(',').includes(name)) continue;
  say(`${name} …`);
  sections.push(await door());
}
const kinds = Object.entries(Object.groupBy(files, ({ kind }) => kind)).map(
  ([kind, list]) => `${list.length.toLocaleString('en-US')} ${kind}`,
);
const text = page(sections, [
  machine(),
  `${files.length.toLocaleString('en-US')} generated loan files (${kinds.join(', ')}), seed 1; medians of ${passes} passes after 2 to warm up, the engines taking turns; ratios within this run. One process, one thread.`,
]);
process.stdout.write(text);
const whole = !given.quick && given.only === undefined && peers.every(isInstalled);
const out = given.out ?? (whole ? join(import.meta.dirname, 'RESULTS.md') : undefined);
const results = join(import.meta.dirname, 'RESULTS.md');
if (out === undefined && !given.quick && given.only !== undefined) {
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(results, laidOver(readFileSync(results, 'utf8'), sections, `Measured in a run of its own, ${day}.`));
} else if (out === undefined)
  say('nothing written: bench/RESULTS.md is written by a whole run with every peer installed');
else writeFileSync(out, text);

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
