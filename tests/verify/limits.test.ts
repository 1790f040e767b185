import { describe, expect, test } from 'vitest';

import { unused, wrongDirections } from '../../src/verify/limits.ts';
import { programWith } from '../evaluate/fixture.ts';

function limit(name: string, stricter?: string): string {
  return JSON.stringify({
    parameter: name,
    title: { en: name.toUpperCase() },
    unit: 'money',
    ...(stricter !== undefined && { stricter }),
    editions: [{ from: '2000-01-01', value: 100, basis: ['T-1#all'] }],
  });
}

function told(require: string, stricter?: string): readonly string[] {
  const program = programWith(
    { require },
    { 'parameters/ceiling.yaml': limit('ceiling', stricter) },
  );
  return [...wrongDirections(program), ...unused(program)].flatMap(({ code, params }) =>
    'parameter' in params && params.parameter === 'ceiling' ? [code] : [],
  );
}

describe('a limit', () => {
  test.each([
    ['higher', 'amount >= ceiling', []],
    ['higher', 'amount <= ceiling', ['verify/stricter']],
    ['lower', 'amount >= ceiling', ['verify/stricter']],
    ['lower', 'amount <= ceiling', []],
    ['lower', 'amount <= 2 * ceiling', []],
    ['lower', 'amount <= 1000 - ceiling', ['verify/stricter']],
    // which way it goes is not told by its form
    ['lower', 'amount = ceiling', []],
  ])('that is stricter %s, read by %s', (stricter, require, codes) => {
    expect(told(require, stricter)).toEqual(codes);
  });

  test.each([
    ['amount <= ceiling', []],
    ['amount <= 100', ['verify/unused']],
    // by its title
    ['amount <= CEILING', []],
  ])('is read by %s', (require, codes) => {
    expect(told(require)).toEqual(codes);
  });
});
