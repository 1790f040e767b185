import { describe, expect, test } from 'vitest';

import type { Language } from '../../src/base/language.ts';
import { labelsOf, pageWordsOf, scorecardWordsOf, wordbookOf } from '../../src/words/own.ts';
import { shipped } from '../evaluate/shipped.ts';
import { french } from './french.ts';
import { edited, read } from './harness.ts';

const rule = 'stages/remise/controle/CAU-001-caution.yaml';

describe('kinds of remedy and risk are the rulebook’s', () => {
  test.each([
    ['when: avant-remise', 'when: avant-remis', 'avant-remis', 'remedy', 'avant-remise'],
    ['type: securite', 'type: securit', 'securit', 'risk', 'securite'],
  ])('%s', (from, to, name, what, near) => {
    const { diagnostics, problems } = read(edited(french, rule, from, to));
    expect(problems).toEqual([`rulebook/unknown-reference at «${name}»`]);
    expect(diagnostics[0]?.params).toEqual({ what, name, near });
  });

  test('where it declares none there are none', () => {
    const text = french['rulebook.yaml'] ?? '';
    const files = { ...french, 'rulebook.yaml': text.replace(/remedies:[^]*?(?=subjects:)/u, '') };
    expect(read(files).problems).toEqual([
      'rulebook/unknown-reference at «securite»',
      'rulebook/unknown-reference at «avant-remise»',
    ]);
  });
});

describe('what the engine has only neutral words for', () => {
  const words = (of: { readonly [key: string]: unknown }, language: Language) => [
    wordbookOf(of, language).terms.kind.bank,
    labelsOf(of, language).kinds.bank,
    labelsOf(of, language).stricter.higher,
    pageWordsOf(of, language).confidence.OWN,
    scorecardWordsOf(of, language).by.branch,
    scorecardWordsOf(of, language).pilot('', '')['others-before'],
  ];

  test('is said neutrally', () => {
    expect(words({}, 'en')).toEqual([
      'internal rule',
      'Internal rule',
      'a rulebook that extends this may only raise it',
      'the institution’s own',
      'unit',
      'other units, before',
    ]);
  });

  test('or in the words of the rulebook', () => {
    const { data } = shipped().program.rulebook.manifest;
    expect(words({ words: data.words }, 'zh')).toEqual([
      '行内制度',
      '行内制度',
      '分行从严时只可调高',
      '本行制度',
      '分行',
      '其他分行·试点之前',
    ]);
  });

  test('and a word that there is none of is told', () => {
    const files = edited(
      french,
      'rulebook.yaml',
      'remedies:',
      'words: { unite: { fr: x, de: y } }\nremedies:',
    );
    expect(read(files).problems).toContain('rulebook/unknown-key at «unite»');
  });
});

describe('samples are made by the fields that a subject names', () => {
  const withSample = (sample: string) =>
    edited(french, 'rulebook.yaml', '    id: numéro\n', `    id: numéro\n    sample: ${sample}\n`);

  test.each([
    ['{ day: jour, numbers: [numéro] }', []],
    ['{ day: jur }', ['program/unknown-path at «jur»']],
    ['{ numbers: [numero] }', ['program/unknown-path at «numero»']],
    [
      '{ person: { id: a, birth: jour, number: numéro }, published: { fields: [b], dayOfMonth: 20, ahead: 2 } }',
      ['program/unknown-path at «a»', 'program/unknown-path at «b»'],
    ],
  ])('%s', (sample, problems) => {
    expect(read(withSample(sample)).problems).toEqual(problems);
  });
});
