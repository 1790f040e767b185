import { expect, test } from 'vitest';

import type { RulebookDiff } from '../../src/diff/diff.ts';
import { hitJudge, type HitJudge } from '../../src/diff/hit.ts';
import { impactOn, type Impact, type KnownBook } from '../../src/diff/impact.ts';
import type { Incoming } from '../../src/report/run.ts';
import { diffWith, type Edits, extra, paths } from './harness.ts';

const lower: Edits = { [paths.limit]: ['value: 200', 'value: 180'] };

/** Rule TST-001 over all files of a kind. */
const together: Edits = {
  [paths.rule]: [
    `asOf: day
require: |
  amount
  <= limit
basis: [T-1#all]
finding: { en: 'The amount {amount} is above the limit {limit}' }
`,
    `scope: { title: { en: Kind }, groupBy: kind }
asOf: max(dossiers.day)
require: sum(dossiers.amount) <= limit
basis: [T-1#all]
finding: { en: 'The amounts are above the limit {limit}' }
`,
  ],
  'stages/work/decide/TST-001-under-test.cases.yaml': [
    extra['stages/work/decide/TST-001-under-test.cases.yaml'] ?? '',
    'base: plain\ncases:\n  - { title: { en: Alone }, expect: pass }\n',
  ],
};

function book(amounts: readonly number[]): readonly Incoming[] {
  return amounts.map((amount) => {
    const text = (extra['dossiers/plain.yaml'] ?? '')
      .replace('amount: 150', `amount: ${amount}`)
      .replace('R-1', `R-${amount}`);
    return { source: { name: `${amount}.yaml`, text, digest: `sha256:${amount}` } };
  });
}

function judgeOf({ old, now, rules }: RulebookDiff): HitJudge {
  const ids = rules.map(({ id }) => id);
  return hitJudge([old, now], { rules: ids, languages: ['en'], unmasked: false });
}

/** What becomes of a book, and which rules were asked of how many files. */
async function impact(
  diff: RulebookDiff,
  files: readonly Incoming[],
  known?: KnownBook,
): Promise<Impact & { readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const judge = judgeOf(diff);
  const noting: HitJudge = {
    ...judge,
    ofTexts: (texts) => {
      asked.push(...texts.flatMap(({ rules }) => rules));
      return judge.ofTexts(texts);
    },
  };
  const batches = (async function* () {
    for (const file of files) yield [file];
  })();
  return { ...(await impactOn(batches, diff.rules, noting, { about: {}, known })), asked };
}

const hits = ({ json }: Impact) =>
  json.each.map(({ id, old, new: now, outcomes }) =>
    [
      id,
      old,
      now,
      ...outcomes.map((one) => `${one.rule} ${one.old.status} ${one.new.status}`),
    ].join(' '),
  );

test('what is known of a file is not asked again, and comes to the same', async () => {
  const files = book([150, 190, 300]);
  const first = await impact(diffWith(lower), files);
  expect(hits(first)).toEqual(['R-190 fail fail TST-001 pass fail']);
  expect(first.asked).toEqual(['TST-001', 'TST-001', 'TST-001']);
  const again = await impact(diffWith(lower), files, first.known);
  expect(again.asked).toEqual([]);
  expect(again.json).toEqual(first.json);
  expect(again.known).toEqual(first.known);
});

test('a file that came since is judged', async () => {
  const first = await impact(diffWith(lower), book([150, 190]));
  const more = await impact(diffWith(lower), book([150, 185, 190]), first.known);
  expect(more.asked).toEqual(['TST-001']);
  expect(hits(more).length).toBe(2);
});

test('rules that judge files together tell of every file of a group, and what they come to', async () => {
  const changed = diffWith({ ...together, ...lower }, together);
  const { json, known } = await impact(changed, book([90, 100]));
  expect(hits({ json, known })).toEqual([
    'R-90 fail fail TST-001 pass fail',
    'R-100 fail fail TST-001 pass fail',
  ]);
  expect(known).toBeUndefined();
  expect(json.each[0]?.outcomes[0]?.new.message?.['en']).toContain('above the limit 180');
  expect((await impact(changed, book([90, 120]))).json.changed).toBe(0);
});

test('where a rule over files stands in a gate, the book is judged as a whole by all rules', async () => {
  const gated: Edits = {
    ...together,
    [paths.step]: ['rules: [TST-001]', 'gate: [TST-001]\nrules: [TST-001]'],
  };
  const changed = diffWith({ ...gated, ...lower }, gated);
  expect(judgeOf(changed).isScopeFirst).toBe(true);
  const { json, known } = await impact(changed, signed([90, 100]));
  expect(known).toBeUndefined();
  expect(json.dossiers).toBe(2);
  // each alone is within the limit, and so is the gate: together they are not
  for (const { outcomes } of json.each)
    expect(outcomes.map(({ rule, old, new: now }) => [rule, old.status, now.status])).toEqual([
      ['TST-001', 'pass', 'fail'],
      ['process/pay/gate', 'pass', 'fail'],
    ]);
  expect(json.changed).toBe(2);
  expect((await impact(changed, signed([90, 80]))).json.changed).toBe(0);
});

/** A book of files that went on past the step that decides. */
function signed(amounts: readonly number[]): readonly Incoming[] {
  return book(amounts).map((one) => {
    if (!('source' in one)) return one;
    const { source } = one;
    const text = `${source.text}  - { what: SIGNED, at: 2024-05-07T10:00:00+08:00, who: S-2, post: MANAGER }\n  - { what: PAID, at: 2024-05-08T10:00:00+08:00, who: S-3, post: CLERK }\n`;
    return { source: { ...source, text } };
  });
}
