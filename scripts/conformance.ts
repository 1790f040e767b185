/**
 * Scores the reference evaluator by the cases of the DMN TCK: `npm run conformance`.
 *
 * Reads the cases (TCK_FILE, else `../shared/vectors/feel-tck-visible.ndjson`), prints the score by suite,
 * and writes `conformance/manifest.ndjson`: the ids of the cases and what became of them, not their texts.
 * With `--failing` it prints the cases that fail.
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { evaluateText, valueOfText } from '../src/feel/calculator/dmn.ts';
import { agrees } from './agreement.ts';
import type { DateTime } from '../src/values/temporal.ts';

interface Case {
  readonly id: string;
  readonly suite: string;
  readonly let: readonly { readonly name: string; readonly value: string }[];
  readonly expression: string;
  readonly expected: string;
}

interface Score {
  cases: number;
  passed: number;
  values: number;
  passedValues: number;
}

const now: DateTime = {
  kind: 'date-time',
  date: { kind: 'date', year: 2026, month: 1, day: 1 },
  time: { kind: 'time', hour: 0, minute: 0, second: 0, offset: 0 },
};

const file = process.env['TCK_FILE'] ?? '../shared/vectors/feel-tck-visible.ndjson';
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '');
const cases = lines.map((line): Case => JSON.parse(line));
const scores = new Map<string, Score>();
const manifest: string[] = [];

for (const { id, suite, let: lets, expression, expected } of cases) {
  const found = evaluateText(lets, expression, now);
  const wanted = valueOfText([], expected, now);
  const isRejected = 'rejected' in found;
  const passes =
    isRejected || 'rejected' in wanted
      ? isRejected && expected === 'null'
      : agrees(valueOf(found.result), wanted.value);
  const result = passes ? 'pass' : isRejected ? 'rejected' : 'fail';
  manifest.push(JSON.stringify({ id, result }));
  for (const key of [suite, 'all']) {
    const score = scores.get(key) ?? { cases: 0, passed: 0, values: 0, passedValues: 0 };
    score.cases += 1;
    score.values += expected === 'null' ? 0 : 1;
    score.passed += passes ? 1 : 0;
    score.passedValues += passes && expected !== 'null' ? 1 : 0;
    scores.set(key, score);
  }
  if (!passes && process.argv.includes('--failing')) {
    const names = lets.map(({ name, value }) => `${name} = ${value}; `).join('');
    const got = isRejected ? found.rejected : found.result;
    console.log(`${suite}: ${names}${expression}\n    ${got}, not ${expected}`);
  }
}

function percent(part: number, of: number): string {
  return `${((100 * part) / of).toFixed(2)}%`;
}

/** The value of a result's text, so that how it is printed is judged too. */
function valueOf(text: string) {
  const read = valueOfText([], text, now);
  return 'rejected' in read ? null : read.value;
}

const total = scores.get('all');
scores.delete('all');
for (const [suite, { cases: of, passed, values, passedValues }] of [...scores].toSorted(
  ([a], [b]) => (a < b ? -1 : 1),
)) {
  const mark = passed === of ? ' ' : '*';
  console.log(
    `${mark} ${suite.padEnd(45)} ${passed}/${of}   with a value ${passedValues}/${values}`,
  );
}
if (total) {
  console.log(
    `\nall          ${total.passed}/${total.cases}  ${percent(total.passed, total.cases)}`,
  );
  console.log(
    `with a value ${total.passedValues}/${total.values}  ${percent(total.passedValues, total.values)}`,
  );
}
writeFileSync('conformance/manifest.ndjson', `${manifest.join('\n')}\n`);
