import { expect, test } from 'vitest';

import { diffTold } from '../../src/diff/told.ts';
import { diffWith, type Edits, linesOf, paths, reportWith } from './harness.ts';

const { rule, step, limit, source, schema, manifest, band, definitions } = paths;

/** A rule that reads the band of the table through a definition. */
const byBand: Edits = {
  [rule]: ['require: |\n  amount\n  <= limit', 'require: share <= 1 or band = 1'],
};

test.each<[string, Edits, readonly string[], Edits?]>([
  ['nothing at all', {}, ['none']],
  [
    'brackets, comments and layout are no change',
    { [rule]: ['require: |\n  amount\n  <= limit', '# no more\nrequire: (amount <= (limit))'] },
    ['none'],
  ],
  [
    'the operands the other way round are one: what it computes is told, and no file differs',
    { [rule]: ['amount\n  <= limit', 'limit >= amount'] },
    ['rule TST-001 changed require 2000-01-01 in-force verdict', '-> TST-001 unknown', 'minor'],
  ],
  [
    'a limit in force is corrected',
    { [limit]: ['value: 200', 'value: 180'] },
    ['parameter limit changed value 2024-01-01 in-force verdict', '-> TST-001 stricter', 'minor'],
  ],
  [
    'a limit of the past is corrected',
    { [limit]: ['value: 100', 'value: 120'] },
    ['parameter limit changed value 2000-01-01 past verdict', '-> TST-001 looser', 'minor'],
  ],
  [
    'a limit gets a new edition from a day ahead',
    {
      [limit]: [
        'from: 2024-01-01, value: 200, basis: [T-1#all] }',
        'from: 2024-01-01, until: 2024-12-31, value: 200, basis: [T-1#all] }\n  - { from: 2025-01-01, value: 500, basis: [T-1#all] }',
      ],
    },
    ['parameter limit edition-added value 2025-01-01 ahead verdict', '-> TST-001 looser', 'minor'],
  ],
  [
    'the day of an edition is moved',
    {
      [limit]: [
        'until: 2023-12-31, value: 100, basis: [T-1#all] }\n  - { from: 2024-01-01',
        'until: 2024-03-31, value: 100, basis: [T-1#all] }\n  - { from: 2024-04-01',
      ],
    },
    ['parameter limit edition-moved 2024-04-01 in-force verdict', '-> TST-001 stricter', 'minor'],
  ],
  [
    'another clause is the basis',
    {
      [limit]: ['value: 200, basis: [T-1#all]', 'value: 200, basis: [T-1#more]'],
      [source]: ['## all | Everything', '## more | More\n\n> More.\n\n## all | Everything'],
    },
    [
      'parameter limit changed basis 2024-01-01 in-force words',
      'clause T-1#more added words',
      'patch',
    ],
  ],
  [
    'the text of a clause',
    { [source]: ['Whatever the tests need.', 'Whatever tests need.'] },
    ['clause T-1#all changed text words', 'patch'],
  ],
  [
    'the confidence of a source',
    { [source]: ['kind: bank\nconfidence: OWN', 'kind: regulation\nconfidence: V2'] },
    [
      'source T-1 changed kind words',
      'source T-1 changed confidence words',
      'clause T-1#all changed confidence words',
      'patch',
    ],
  ],
  [
    'a title',
    { [rule]: ['The amount is within the limit', 'An amount within the limit'] },
    ['rule TST-001 changed title words', 'patch'],
  ],
  [
    'a finding and a remedy',
    { [rule]: ['The amount {amount} is', 'An amount of {amount} is'] },
    ['rule TST-001 changed finding 2000-01-01 in-force words', 'patch'],
  ],
  [
    'who answers for it',
    { [rule]: ['posts: [MANAGER]', 'posts: [MANAGER, REVIEWER]'] },
    ['rule TST-001 changed posts words', 'patch'],
  ],
  [
    'the level',
    { [rule]: ['level: mandatory', 'level: advisory'] },
    ['rule TST-001 changed level verdict', '-> TST-001 looser', 'minor'],
  ],
  [
    'products',
    { [rule]: ['asOf: day', 'products: [B]\nasOf: day'] },
    ['rule TST-001 changed products verdict', '-> TST-001 looser', 'minor'],
  ],
  [
    'when it applies',
    { [rule]: ['asOf: day', 'asOf: day\nwhen: kind != "X"'] },
    ['rule TST-001 changed when 2000-01-01 in-force verdict', '-> TST-001 looser', 'minor'],
  ],
  [
    'what it requires, both ways',
    { [rule]: ['amount\n  <= limit', 'amount <= price'] },
    ['rule TST-001 changed require 2000-01-01 in-force verdict', '-> TST-001 both', 'minor'],
  ],
  [
    'it becomes a draft',
    { [rule]: ['status: issued', 'status: draft'] },
    ['rule TST-001 changed status verdict', '-> TST-001 looser', 'minor'],
  ],
  [
    'a definition behind it',
    {
      [rule]: ['amount\n  <= limit', 'share <= 1'],
      [definitions]: ['is: amount / price', 'is: 2 * amount / price'],
    },
    ['definition share changed is 2000-01-01 in-force verdict', '-> TST-001 stricter', 'minor'],
    { [rule]: ['amount\n  <= limit', 'share <= 1'] },
  ],
  [
    'a cell of a table behind it',
    { ...byBand, [band]: [`'>= 100'], then: [1]`, `'>= 100'], then: [2]`] },
    ['table band changed row 2000-01-01 in-force verdict', '-> TST-001 stricter', 'minor'],
    byBand,
  ],
  [
    'posts of a step, and no rule',
    { [step]: ['posts: [MANAGER]', 'posts: [MANAGER, REVIEWER]'] },
    [
      'step decide changed posts 0001-01-01 in-force verdict',
      '-> process/decide/post looser',
      'minor',
    ],
  ],
  [
    'the order of alternatives is no change',
    { [rule]: ['asOf: day', 'asOf: day\nwhen: kind in ("Y", "X")'] },
    ['none'],
    { [rule]: ['asOf: day', 'asOf: day\nwhen: kind in ("X", "Y")'] },
  ],
  [
    'the order of steps: what those ask that changed places, and what follows on them',
    { [manifest]: ['steps: [ask, review, decide', 'steps: [review, ask, decide'] },
    [
      'stage work changed steps verdict',
      '-> process/review/post unknown',
      '-> process/review/separation unknown',
      '-> process/review/gate unknown',
      '-> process/ask/order unknown',
      '-> process/ask/post unknown',
      '-> process/ask/separation unknown',
      '-> process/ask/gate unknown',
      '-> process/decide/order unknown',
      '-> process/decide/time unknown',
      '-> process/review/order unknown',
      'minor',
    ],
  ],
  [
    'posts that one person may not both hold',
    { 'posts.yaml': ['posts: [CLERK, MANAGER]', 'posts: [CLERK, REVIEWER]'] },
    [
      'incompatible CLERK/REVIEWER added verdict',
      'incompatible CLERK/MANAGER removed verdict',
      '-> process/ask/separation unknown',
      '-> process/review/separation unknown',
      '-> process/decide/separation unknown',
      '-> process/sign/separation unknown',
      '-> process/pay/separation unknown',
      'minor',
    ],
  ],
  [
    'a field of the file is gone',
    { [schema]: ['"fee"', '"charge"'] },
    ['schema fee breaks removed', 'schema charge allows added', 'major'],
  ],
  [
    'a limit that no rule reads',
    { 'parameters/lateLimit.yaml': ['value: 300', 'value: 400'] },
    ['parameter lateLimit changed value 2024-07-01 ahead words', 'patch'],
  ],
  [
    'the version alone',
    { [manifest]: ['version: 1.0.0', 'version: 1.0.1'] },
    ['file rulebook.yaml changed version words', 'none'],
  ],
])('%s', (_, after, lines, before = {}) => {
  expect(linesOf(reportWith(after, before))).toEqual(lines);
});

test('a limit that moves one way is proved never to go the other', () => {
  const [only] = reportWith({ [limit]: ['value: 200', 'value: 180'] }).rules;
  expect(only).toMatchObject({
    by: [0],
    tightens: {
      kind: 'witness',
      witness: { old: { status: 'pass' }, new: { status: 'fail' } },
    },
    loosens: { kind: 'never' },
  });
});

test('a witness is found at the very fen where either side changes its mind', () => {
  const { rules } = diffWith({ [rule]: ['amount\n  <= limit', 'amount < limit'] });
  const [only] = rules;
  expect(only?.effect).toBe('stricter');
  const told = only?.evidence.tightens;
  expect(
    told?.kind === 'witness' && told.witness.now.session?.dossier.root.entries.get('amount'),
  ).toMatchObject({ n: 200n, d: 1n });
});

/** The rule in three editions, of the past, in force and ahead, each with a condition of its own. */
function inThreeEditions(require: string, finding: string): Edits {
  const written = `require: |
  amount
  <= limit
basis: [T-1#all]
finding: { en: 'The amount {amount} is above the limit {limit}' }
editions:
  - { from: 2000-01-01 }`;
  const edited = `require: ${require}
basis: [T-1#all]
finding: { en: '${finding}' }
editions:
  - { from: 2000-01-01, until: 2023-12-31, when: kind != "X" }
  - { from: 2024-01-01, until: 2024-12-31, when: kind != "Y" }
  - { from: 2025-01-01, when: kind != "Z" }`;
  return { [rule]: [written, edited] };
}

test('what is changed alike in several editions is told once, with which they are', () => {
  const report = reportWith(
    inThreeEditions('amount < limit', 'Above it'),
    inThreeEditions('amount <= limit', 'Above'),
  );
  expect(report.changes).toMatchObject([
    {
      part: 'require',
      from: '2000-01-01',
      standing: 'in-force',
      editions: [{ standing: 'past' }, { standing: 'in-force' }, { standing: 'ahead' }],
      rules: ['TST-001'],
    },
    { part: 'finding', weight: 'words' },
  ]);
  const told = (language: 'en' | 'zh') =>
    diffTold(report, language).sections.flatMap(({ items }) => items.map(({ text }) => text));
  expect(told('en')).toEqual(
    expect.arrayContaining([
      'rule TST-001 The amount is within the limit: a correction of 3 editions (from 2000-01-01), the one in force among them, criterion: amount is at most the limit → amount is below the limit',
      'rule TST-001 The amount is within the limit: in 3 editions (from 2000-01-01), finding: Above → Above it',
    ]),
  );
  expect(told('zh').join()).toContain('更正3个版本（2000-01-01起），含现行版本，判定标准');
});

test('a new edition is told with what it says otherwise than the one before', () => {
  const report = reportWith({
    [rule]: [
      'editions:\n  - { from: 2000-01-01 }',
      'editions:\n  - { from: 2000-01-01, until: 2024-12-31 }\n  - { from: 2025-01-01, require: amount <= limit / 2 }',
    ],
  });
  expect(report.changes).toMatchObject([
    {
      act: 'edition-added',
      part: 'require',
      standing: 'ahead',
      before: { en: 'amount is at most the limit' },
      rules: ['TST-001'],
    },
  ]);
});
