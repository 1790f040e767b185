import { globSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

/** What belongs to lenders: an engine that knows no loans has no word of it. */
const lending =
  /\bloans?\b|mortgag|borrow|\blend(?:s|er|ers|ing)?\b|pay-?out|disburs|down.?payment|credit (?:officer|file|query)|head office|贷|借款|借据|首付|放款|授信|按揭|抵押|支行|分行|银行(?!公告)|信贷|客户经理|本行|行内/iu;

// what describes loan files is data of the shipped rulebook that TypeScript makes
const files = globSync('src/**/*').filter(
  (path) => /\.\w+$/u.test(path) && !path.startsWith('src/loan/'),
);
const pages = globSync('docs/codes/*/*.md');

test.each(['a loan file', '首付款金额', 'before-payout', 'lending words'])(
  '%s is of lending',
  (text) => {
    expect(text).toMatch(lending);
  },
);

test('the engine has no words of lending', () => {
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        lending.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [],
      ),
  );
  expect(found).toEqual([]);
});

test('neither have the names of its files and codes', () => {
  const names = [...files, ...pages].map((path) => path.replaceAll(/[-/.]/gu, ' '));
  expect(names.filter((name) => lending.test(name))).toEqual([]);
});
