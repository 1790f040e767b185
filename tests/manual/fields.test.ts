import { expect, test } from 'vitest';

import { fieldsRead } from '../../src/manual/fields.ts';
import { speakerOf } from '../../src/manual/speaker.ts';
import { coreOf } from '../feel/check-harness.ts';
import { small } from './harness.ts';

test.each([
  ['price > 3', ['price']],
  ['address.city = "A"', ['address.city']],
  ['max(people[pay != "NA"].pay)', ['people[].pay']],
  ['some one in people satisfies one.owes > price', ['people[].owes', 'price']],
  ['people[name = "A"][1].born < signed', ['people[].name', 'people[].born', 'signed']],
  ['sum(for one in people return sum(one.bills)) > 3', ['people[].bills']],
  ['distinct values(people)[owes > 1].name = ["A"]', ['people[].owes', 'people[].name']],
])('%s reads %s', (text, paths) => {
  const rule = { each: undefined, group: undefined };
  const read = fieldsRead([coreOf(text)], rule, small, speakerOf(small, 'zh', '2024-01-01'));
  expect(read.map(({ path }) => path)).toEqual(paths);
});
