import { expect, test } from 'vitest';

import { documentsOf, textFiles } from '../../src/cli/manual-files.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';
import type { RulebookFolder } from '../../src/rulebook/folder.ts';

const fixture = rulebookFolder('tests/evaluate/fixture').folder;
const path = 'stages/work/sign/step.yaml';
const rulePath = 'stages/work/decide/TST-001-under-test.yaml';
const words = `  - definition: loud
    title: { en: loud words }
    editions: [{ from: 2000-01-01, is: '["certain", "at once"]' }]
`;
const talk = (say: string, more = '') => `talk:
  - when: { en: Asked how much }
    posts: [MANAGER]
    say: { en: '${say}' }
    never: { en: 'As much as you like, at once' }
    why: [TST-001]
  - when: { en: Asked who signs }
    posts: [REVIEWER]
    say: { en: We both do }
    never: { en: Nobody looks }
    why: [GAT-001]
${more}`;

function changed(
  step: string,
  forbids = 'forbids: { words: loud, except: [nothing is certain] }\n',
) {
  const files = new Map(fixture.files);
  const add = (name: string, text: string) =>
    files.set(name, { name, text: `${files.get(name)?.text ?? ''}${text}` });
  add(path, step);
  add(rulePath, forbids);
  add('definitions.yaml', words);
  return { name: 'fixture', files };
}

function said(folder: RulebookFolder) {
  const { diagnostics } = readRulebook(folder);
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, span }) => `${code} ${span.source.text.slice(span.start, span.end)}`);
}

function printed(folder: RulebookFolder, post?: string) {
  const { value } = readRulebook(folder);
  if (!value) throw new Error('it does not load');
  const run = {
    formats: ['md'],
    languages: ['en'],
    asOf: '2023-05-06',
    out: 'out',
    rulebookAt: 'rules',
    selection: post === undefined ? {} : { post },
  } as const;
  return [...textFiles(documentsOf(value, run), run).values()].join('\n');
}

test('what to say is printed at its step, with the value of the day and the rules', () => {
  const text = printed(changed(talk('Up to {limit}')));
  expect(text).toMatch(/\| Asked how much.*\| Up to [\d,.]+ .*\| As much as you like.*TST-001/u);
  expect(text).toContain('Asked who signs');
});

test('the handbook of a post has what that post says', () => {
  const text = printed(changed(talk('Up to {limit}')), 'MANAGER');
  expect(text).toContain('Asked how much');
  expect(text).not.toContain('Asked who signs');
});

test.each([
  ['a forbidden word', talk('It is certain'), ['rulebook/forbidden-word certain']],
  ['one in a phrase that is right', talk('Mind that nothing is certain'), []],
  ['one in what is never said', talk('Up to {limit}'), []],
  [
    'a rule that is not there',
    talk('Yes').replace('[TST-001]', '[TST-002]'),
    ['rulebook/unknown-reference TST-002'],
  ],
  [
    'a post that the step does not have',
    talk('Yes').replace('[REVIEWER]', '[CLERK]'),
    ['rulebook/task-post CLERK'],
  ],
  ['a name that no parameter has', talk('Up to {limits}'), ['rulebook/unknown-reference limits']],
])('%s', (_, step, codes) => {
  expect(said(changed(step))).toEqual(codes);
});

test('a rule that names no list of words is told', () => {
  expect(said(changed('', 'forbids: { words: share }\n'))).toEqual(['rulebook/word-list share']);
  expect(said(changed('', 'forbids: { words: lout }\n'))).toEqual([
    'rulebook/unknown-reference lout',
  ]);
});

test('words of a rulebook hold for what is built on it, and not for what it is built on', () => {
  const centre = (rule: string, step: string): RulebookFolder => ({
    name: 'centre',
    files: new Map(
      Object.entries({
        'rulebook.yaml':
          'format: 1\nid: centre\nversion: 1.0.0\ntitle: { en: C }\nlanguages: [en]\nextends: ../head\ninsert:\n  - { after: sign, steps: [greet] }\n  - { after: TST-001, rules: [CEN-001] }\n',
        'stages/work/greet/step.yaml': `step: greet\ntitle: { en: G }\npurpose: { en: G }\nposts: [MANAGER]\nrules: []\n${step}`,
        'stages/work/decide/CEN-001-own.yaml': `rule: CEN-001\nkind: bank\nlevel: mandatory\ncheck: data\nstatus: issued\nposts: [MANAGER]\ntitle: { en: O }\nasOf: day\nrequire: checked\nbasis: [T-1#all]\nfinding: { en: O }\neditions:\n  - { from: 2000-01-01 }\n${rule}`,
      }).map(([name, text]) => [name, { name: `centre/${name}`, text }]),
    ),
    parent: changed(talk('We agree'), rule === '' ? undefined : ''),
  });
  const own =
    'talk:\n  - { when: { en: A }, say: { en: It is certain }, never: { en: B }, why: [CEN-001] }\n';
  expect(said(centre('', own))).toEqual(['rulebook/forbidden-word certain']);
  const loud = centre('forbids: { words: loud }\n', '');
  const parent = changed(talk('It is certain'), '');
  expect(said({ ...loud, parent })).toEqual([]);
});
