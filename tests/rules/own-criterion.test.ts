import { describe, expect, test } from 'vitest';

import type { Core } from '../../src/feel/core.ts';
import { shipped } from '../evaluate/shipped.ts';
import { criterionFaults } from './criterion-faults.ts';

const { program } = shipped();
const own = program.rules.filter(({ editions }) => editions.some(({ criterion }) => criterion));

test('one rule in twenty has words of its own at most', () => {
  expect(own.length).toBeGreaterThan(0);
  expect(own.length).toBeLessThanOrEqual(program.rules.length / 20);
});

describe.each(['zh', 'en'] as const)('%s', (language) => {
  test.each(own.map(({ id, editions }) => [id, editions] as const))(
    '%s says the parameters, numbers and directions of its expression',
    (_, editions) => {
      const faults = editions.flatMap(({ criterion, require }) =>
        criterion && require
          ? criterionFaults(criterion[language] ?? '', require.core, language, program)
          : [],
      );
      expect(faults).toEqual([]);
    },
  );
});

describe('a wrong text is found out', () => {
  test.each([
    ['XSL-013', '当日合计不超过2次', '当日合计不超过3次', ['another number: 3', '2 without <=']],
    ['XSL-013', '当日合计不超过2次', '当日合计不满2次', ['2 without <=']],
    ['XSL-013', '当日合计不超过2次', '当日合计超过2次', ['2 without <=']],
    ['XSL-013', '不满12个月', '不超过12个月', ['12个月 without <']],
    ['XSL-013', '不满12个月', '不满十二个月', ['another number: 十二个月', '12个月 without <']],
    ['XSL-013', '自2026年2月1日起', '2026年2月1日以前', ['2026年2月1日 without >=']],
    ['INT-005', '、首付款来源', '', ['no 首付款来源']],
    ['MKT-007', '“秒到账”', '', ['no 秒到账']],
    ['PLM-004', '不超过3个月', '超过3个月', ['3个月 without <=']],
    ['PLM-004', '不超过3个月', '不满3个月', ['3个月 without <=']],
  ])('%s: %s as %s', (id, right, wrong, faults) => {
    const { criterion, require } = editionOf(id);
    const text = criterion?.['zh'] ?? '';
    expect(text).toContain(right);
    expect(criterionFaults(text.replace(right, wrong), require, 'zh', program)).toEqual(faults);
  });

  test.each([
    ['zh', '借款人全部债务收入比不超过{maximumTotalDebtRatio}', []],
    [
      'zh',
      '借款人全部债务收入比低于{maximumTotalDebtRatio}',
      ['{maximumTotalDebtRatio} without <='],
    ],
    [
      'zh',
      '借款人全部债务收入比不超过60%',
      ['no {maximumTotalDebtRatio}', 'another number: 60', '{maximumTotalDebtRatio} without <='],
    ],
    ['en', 'the total debt ratio is at most {maximumTotalDebtRatio}', []],
    [
      'en',
      'the total debt ratio is more than {maximumTotalDebtRatio}',
      ['{maximumTotalDebtRatio} without <='],
    ],
  ] as const)('%s, of a limit: %s', (language, text, faults) => {
    expect(criterionFaults(text, editionOf(ofLimit).require, language, program)).toEqual(faults);
  });
});

/** A rule that requires no more than that a value is at most a limit. */
const ofLimit = 'RSK-002';

function editionOf(id: string) {
  const edition = program.rules.find((rule) => rule.id === id)?.editions.at(-1);
  if (!edition?.require) throw new Error(`${id} requires nothing`);
  const require: Core = edition.require.core;
  return { criterion: edition.criterion, require };
}
