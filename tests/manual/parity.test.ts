import { describe, expect, test } from 'vitest';

import type { Manual, RulePage } from '../../src/manual/model.ts';
import type { Point } from '../../src/feel/sentence/sentence.ts';
import { manual } from '../../src/manual/from-program.ts';
import { filesOf, shipped } from './harness.ts';

const asOf = '2026-11-23';
const files = filesOf(shipped, ['md', 'html', 'html-pages'], asOf);

describe.each(['zh', 'en'] as const)('%s', (language) => {
  const book = manual(shipped, { language, asOf, examples: new Map() });
  const rules = rulesIn(book);
  const outputs: readonly (readonly [string, string])[] = [
    ['md', joined(`${language}/`, '.md')],
    ['html', files.get(`manual.${language}.html`) ?? ''],
    ['html-pages', joined(`${language}/`, '.html')],
  ];

  test('every issued rule has one page, in the order of the process', () => {
    const issued = shipped.rules
      .filter(({ rule }) => rule.entry.data.status === 'issued')
      .map(({ id }) => id);
    expect(rules.map(({ id }) => id)).toEqual(issued);
  });

  test.each(outputs)(
    'titles of every rule, and criteria, evidence and posts of those in force, are in %s',
    (_, text) => {
      const plain = unescaped(text);
      const wanted = rules.flatMap((rule) => [
        `${rule.id} ${rule.title}`,
        ...(rule.state === 'in-force' ? saidOnCard(rule) : []),
      ]);
      expect(wanted.filter((words) => words === '' || !plain.includes(words))).toEqual([]);
    },
  );

  test.each(outputs)('every clause that anything rests on is in %s', (_, text) => {
    const cited = shipped.rules.flatMap(({ editions }) => editions.flatMap(({ basis }) => basis));
    const bases = [...shipped.references.values()].flatMap(({ editions }) =>
      editions.flatMap(({ basis }) => basis),
    );
    expect([...cited, ...bases].filter((ref) => !text.includes(ref))).toEqual([]);
  });

  test('every rule that data and a person tell has both halves', () => {
    const both = rules.filter(({ check }) => check === 'both');
    expect(both.length).toBeGreaterThan(0);
    const half = both.filter(
      ({ criterion, question }) => criterion === undefined || question === '',
    );
    expect(half).toEqual([]);
  });

  test('every rule that can be computed has a criterion, in words only', () => {
    const silent = rules.filter(
      ({ criterion, expression }) => expression !== undefined && criterion === undefined,
    );
    expect(silent).toEqual([]);
    const codes = rules
      .flatMap(({ criterion }) => (criterion ? textsOf(criterion) : []))
      .filter((words) => /[a-z]+[A-Z][a-z]+|[A-Z]{2,}_[A-Z]+/u.test(words));
    expect(codes).toEqual([]);
  });
});

function joined(folder: string, ending: string): string {
  return [...files]
    .filter(([path]) => path.startsWith(folder) && path.endsWith(ending))
    .map(([, text]) => text)
    .join('\n');
}

function rulesIn({ stages }: Manual): readonly RulePage[] {
  return stages.flatMap(({ steps }) => steps.flatMap((step) => step.rules));
}

function textsOf({ text, points }: Point): readonly string[] {
  return [text, ...points.flatMap(textsOf)];
}

function saidOnCard(rule: RulePage): readonly string[] {
  return [
    ...(rule.criterion ? textsOf(rule.criterion) : []),
    ...(rule.question === '' ? [] : [rule.question.trim()]),
    ...(rule.when ? textsOf(rule.when) : []),
    ...[...rule.evidence, ...rule.posts].map(({ title }) => title),
  ];
}

/** Text as a reader sees it, whichever way it was escaped. */
function unescaped(text: string): string {
  return text
    .replaceAll('&#x3C;', '<')
    .replaceAll('&#x26;', '&')
    .replaceAll(/\\(?=[[\]_*`&<>~|#+.-])/gu, '');
}
