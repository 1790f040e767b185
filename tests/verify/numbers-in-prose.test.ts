import { expect, test } from 'vitest';

import { amountsIn } from '../../src/verify/amounts.ts';
import { printRational } from '../../src/values/rational.ts';
import { problemsOf } from '../codes/run.ts';

test.each([
  ['zh', '3个工作日内', ['3个工作日=3 working-days']],
  ['zh', '三个工作日内，两日', ['三个工作日=3 working-days', '两日=2 days']],
  ['zh', '满一百八十天、十八周岁', ['一百八十天=180 days', '十八周岁=18 years']],
  [
    'zh',
    '不低于60%，百分之六十，八成',
    ['60%=60 percent', '八成=80 percent', '百分之六十=60 percent'],
  ],
  [
    'zh',
    '1,000万元、五十万元、1.5 亿元',
    ['1,000万元=10000000 money', '五十万元=500000 money', '1.5 亿元=150000000 money'],
  ],
  ['zh', '超过800万的', ['800万=8000000 money']],
  ['en', 'Above 8,000,000 submit', ['8,000,000=8000000 money']],
  ['zh', '1.05倍，加200个基点', ['1.05倍=1.05 ratio', '200个基点=200 basis-points']],
  ['zh', '8小时，9:00至二十一时', ['8小时=8 elapsed-hours', '二十一时=21 hours', '9:00=9 hours']],
  ['zh', '4家、2人、指数0.25', ['4家=4 count', '2人=2 count', '0.25=0.25 count']],
  ['zh', '两人、第三个工作日、9月3日、一致、22:05', []],
  [
    'en',
    'within 3 working days or three working days',
    ['3 working days=3 working-days', 'three working days=3 working-days'],
  ],
  ['en', 'One working day; a 30-day window', ['One working day=1 working-days', '30-day=30 days']],
  [
    'en',
    'one hundred and eighty days, thirty-six months',
    ['one hundred and eighty days=180 days', 'thirty-six months=36 months'],
  ],
  ['en', 'at thirty and sixty days', ['sixty days=60 days']],
  ['en', '60%, sixty per cent', ['60%=60 percent', 'sixty per cent=60 percent']],
  [
    'en',
    '10 million yuan, CNY 500,000',
    ['10 million yuan=10000000 money', 'CNY 500,000=500000 money'],
  ],
  ['en', '8 p.m., 09:00', ['8 p.m.=20 hours', '09:00=9 hours']],
  ['en', '4 calls, two people, 5 of them', ['4 =4 count']],
])('%s: %s', (language, text, amounts) => {
  const found = amountsIn(text, language).map(
    ({ start, end, number, unit }) => `${text.slice(start, end)}=${printRational(number)} ${unit}`,
  );
  expect(found).toEqual(amounts);
});

test('numbers in words are read as far as anybody writes them', () => {
  const long = `${'one '.repeat(50_000)}day`;
  expect(amountsIn(long, 'en').length).toBeLessThan(2);
  expect(amountsIn('一'.repeat(100_000), 'zh')).toEqual([]);
});

/** The limit of the fixture is 0.85 from 2024 on. */
function found(rule: string): readonly string[] {
  return problemsOf([{ language: 'yaml', kind: 'rule', text: rule }]).map(
    ({ code, params, span }) =>
      code === 'verify/number-in-prose'
        ? `${params.text} ${params.names.join()} ${span.source.text.slice(span.start, span.end)}`
        : code,
  );
}

const editions = (last: string, first = '') =>
  `editions:
  - { from: 2024-01-01, until: 2024-12-31, basis: ['B-EXAMPLE#1']${first} }
  - { from: 2025-01-01, basis: ['B-EXAMPLE#1']${last} }\n`;
const note = (zh: string) => `, note: { zh: ${zh}, en: x }`;

test.each([
  ['a share', 'title: { zh: 贷款不超过85%, en: x }', ['85% maximumLoanShare 85%']],
  [
    'in words',
    'how: { zh: 不超过百分之八十五, en: x }',
    ['百分之八十五 maximumLoanShare 百分之八十五'],
  ],
  [
    'in English',
    'how: { zh: 不超过, en: At most 85 per cent }',
    ['85 per cent maximumLoanShare 85 per cent'],
  ],
  ['another value', 'how: { zh: 不超过80%, en: At most 80% }', []],
  ['another unit', 'how: { zh: 85天, en: 85 days }', []],
  ['the name of it', 'how: { zh: "不超过{maximumLoanShare}", en: "{maximumLoanShare}" }', []],
  ['a sentence with a year', 'why: { zh: 2024年起为85%。, en: 85% since 2024. }', []],
  [
    'the sentence after it',
    'why: { zh: 自2024年起。不超过85%。, en: x }',
    ['85% maximumLoanShare 85%'],
  ],
  ['an edition that is past', editions('', note('为85%')), []],
  ['the last edition', editions(note('为85%')), ['85% maximumLoanShare 85%']],
])('%s', (_, rule, problems) => {
  expect(found(rule)).toEqual(problems);
});

test('the texts of a parameter itself are looked at', () => {
  const text = 'note: { zh: 85%为本行自定。, en: The bank’s own. }';
  expect(
    problemsOf([{ language: 'yaml', kind: 'parameter', text }]).map(({ code }) => code),
  ).toEqual(['verify/number-in-prose']);
});
