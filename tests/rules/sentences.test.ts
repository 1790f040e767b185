import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import { type Point, pointLines } from '../../src/feel/sentence/clause.ts';
import { speakerOf } from '../../src/manual/speaker.ts';
import { inForce, type ProgramRule } from '../../src/program/ast.ts';
import { viewer } from '../../src/report/view.ts';
import { sampleYaml, shipped } from '../evaluate/shipped.ts';

const day = '2026-11-23';
const { program, subject } = shipped();

/** What an editor would not sign, by what it is. */
const faults: Readonly<Record<'zh' | 'en', readonly (readonly [string, RegExp])[]>> = {
  zh: [
    ['a code', /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b|“[A-Z]{3,}”/u],
    ['a letter', /[A-Za-z]/u],
    ['a truth that is no fact', /为“[是否]”/u],
    ['an element without a name', /本项(?=的|[，；：。）]|$)|前项|记录中的每一项/u],
    ['a double denial', /并非（/u],
    ['a space', /\p{Script=Han} +\p{Script=Han}/u],
    ['a word twice', /的的|均均|有有|为为|undefined/u],
  ],
  en: [
    ['a code', /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b|“[A-Z]{4,}”/u],
    ['Chinese', /\p{Script=Han}/u],
    ['a truth that is no fact', /is “(?:yes|no)”/u],
    ['an element without a name', /\bthis record\b/u],
    ['a double denial', /\bnot \(/u],
    ['a word twice', /\b(\w+) \1\b(?<!that that)|undefined/u],
  ],
};

/** Characters of a sentence that has no points below it, at most. */
const longest = { zh: 80, en: 260 } as const;

/** Names that are written in Latin letters in Chinese too, words that are looked for in a text, and limits by name. */
const allowed = { zh: /LPR|App|“[^”]*”|\{\w+\}/gu, en: /“[^”]*\p{Script=Han}[^”]*”/gu } as const;

function faultsOf(text: string, language: 'zh' | 'en'): readonly string[] {
  const plain = text.replaceAll(allowed[language], '');
  const found = faults[language].filter(([name, form]) =>
    form.test(name === 'a letter' || name === 'Chinese' ? plain : text),
  );
  const long = [...text].length > longest[language] ? ['too long'] : [];
  return [...found.map(([name]) => name), ...long];
}

function sentencesOf({ text, points }: Point): readonly string[] {
  return [text, ...points.flatMap(sentencesOf)];
}

describe.each(['zh', 'en'] as const)('%s', (language) => {
  const speaker = speakerOf(program, language, day);

  test('every criterion of every edition reads as an editor would sign it', () => {
    const wrong = program.rules.flatMap(({ id, editions }) =>
      editions.flatMap(({ when, require, lets, criterion }) =>
        // a card with words of its own says these and no named values
        [
          when,
          require,
          ...(criterion ? [] : lets).filter(
            ({ core, title }) => title && core.type.kind === 'boolean',
          ),
        ]
          .flatMap((expression) => expression ?? [])
          .flatMap(({ core }) => sentencesOf(speaker.points(core)))
          .flatMap((text) => faultsOf(text, language).map((fault) => `${id}: ${fault}: ${text}`)),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('so does what rules say in their own words', () => {
    const wrong = program.rules.flatMap(({ id, editions, rule }) =>
      [...editions.map(({ criterion }) => criterion), rule.entry.data.question]
        .flatMap((text) => text?.[language]?.trim().split('\n') ?? [])
        .flatMap((text) => faultsOf(text, language).map((fault) => `${id}: ${fault}: ${text}`)),
    );
    expect(wrong).toEqual([]);
  });

  test('so does every reason of every sample', () => {
    const names = globSync('examples/dossiers/*.{yaml,json}').map((path) => path.slice(18));
    const wrong = names.flatMap((name) => {
      const dossier = dossierFromYaml(sampleYaml(name), subject.type).value;
      if (!dossier) return [`${name} does not read`];
      const { view } = viewer(program, subject, dossier, language, false);
      return judge(program, subject, dossier, {})
        .outcomes.filter(({ status }) => status === 'fail')
        .flatMap((outcome) => view(outcome).because.map(({ text }) => `${outcome.rule}: ${text}`))
        .filter((text) => reasonFaults[language].test(text))
        .map((text) => `${name} ${text}`);
    });
    expect(wrong).toEqual([]);
  });
});

/** Values of a file stand in reasons, so that letters and length say nothing there. */
const reasonFaults = {
  zh: /\b[A-Z]+(?:_[A-Z]+)+\b|为“[是否]”|本项(?=的|[，；：。）]|$)|前项|并非（|的的|均均|undefined/u,
  en: /\b[A-Z]+(?:_[A-Z]+)+\b|is “(?:yes|no)”|this record|\bnot \(|the the|undefined/u,
};

/** Rules whose sentences are read by eye when they change: some of every stage, and of every kind of sentence. */
const read = program.rules.filter(({ editions }) => editions.at(-1)?.require);
const every = Math.floor(read.length / 80);

/** Of kinds of sentence that none of these has. */
const rare = [
  'INV-003',
  'RSK-028',
  'APR-012',
  'CON-002',
  'ORG-028',
  'ORG-040',
  'MDL-002',
  'PIL-010',
];

test('eighty of them, read by eye', async () => {
  const chosen = read.filter((_, index) => index % every === 0).slice(0, 80);
  expect(chosen).toHaveLength(80);
  const others = read.filter(({ id }) => rare.includes(id));
  await expect([...chosen, ...others].map(told).join('\n\n')).toMatchFileSnapshot(
    'expected/sentences.txt',
  );
});

function told({ id, editions }: ProgramRule): string {
  const edition = inForce(editions, day) ?? editions.at(-1);
  const lines = (['zh', 'en'] as const).flatMap((language) => {
    const { points } = speakerOf(program, language, day);
    const [applies, asks] = { zh: ['适用：', '标准：'], en: ['applies: ', 'asks: '] }[language];
    return [
      ...(edition?.when ? pointLines(points(edition.when.core)).map(behind(applies)) : []),
      ...(edition?.require ? pointLines(points(edition.require.core)).map(behind(asks)) : []),
    ];
  });
  return [id, ...lines].join('\n');
}

function behind(head = ''): (line: string, index: number) => string {
  return (line, index) => (index === 0 ? head : '  ') + line;
}
