import fc from 'fast-check';
import { expect, test } from 'vitest';

import { prose } from '../../src/document/prose.ts';

const pieces = ['a', '1', '.', ':', '/', '(', ')', ' ', ', ', '-', '#', '+', '"', '%', 'w'].concat(
  ['www.', 'http://', 'e.g.', 'x.com', 'ftp:', '0.5', '9:00', '1.', '1)'],
  ['中', '。', '：', '（', '）', '“', '”'],
);
const line = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 });

test('a line that is not parsed says what parsing it would', () => {
  fc.assert(
    fc.property(line, (parts) => {
      const text = parts.join('').trim();
      // with the end of a line behind it nothing is taken as plain
      expect(prose(text)).toEqual(prose(`${text}\n`));
    }),
    { numRuns: 3000 },
  );
});
