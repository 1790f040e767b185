import { expect, test } from 'vitest';

import { date, listOf, text, type ContextType, type Type } from '../../src/feel/types.ts';
import { capturedPaths } from '../../src/scheme/captured.ts';

function record(fields: Readonly<Record<string, Type>>): ContextType {
  const each = Object.entries(fields).map(([name, type]) => {
    const field = { name, title: {}, type, absenceIsNone: false, correctable: false };
    return [name, field] as const;
  });
  return { kind: 'context', fields: new Map(each) };
}

const file = record({
  day: date,
  contract: record({ number: text, signed: date }),
  people: listOf(record({ name: text, mobile: text })),
});

test.each([
  [[], []],
  [['day'], ['day']],
  [['contract.number'], ['contract', 'contract.number']],
  [['contract'], ['contract', 'contract.number', 'contract.signed']],
  [['people'], ['people', 'people[].name', 'people[].mobile']],
  [['people[].name'], ['people[].name']],
])('%j captures %j', (captured, paths) => {
  expect(capturedPaths(file, captured)).toEqual(paths);
});
