import { expect, test } from 'vitest';

import { sampleText } from '../evaluate/shipped.ts';
import { put, shouze, temporary } from '../cli/harness.ts';

/** What stands for the identity numbers of the three parties, and what is said of it. */
const wrong = [
  ['99010119920314068x', 'a capital X', '应为大写 X'],
  ['990101 199111020330', 'a space or an invisible mark', '空格或看不见的字符'],
  ['990101680719015', '15 digits', '15位的旧号码'],
] as const;

test(
  'a finding says what is wrong with a number, and does not show it',
  { timeout: 120_000 },
  async () => {
    const numbers = [...sampleText('0001-sound.yaml').matchAll(/idNumber: "(\d{17}[\dX])"/gu)];
    const text = numbers.reduce(
      (whole, [, number = ''], index) => whole.replace(number, wrong[index]?.[0] ?? ''),
      sampleText('0001-sound.yaml'),
    );
    const path = put(temporary(), 'a.yaml', text);
    for (const [index, language] of (['en', 'zh'] as const).entries()) {
      const { out } = await shouze('check', path, '--lang', language);
      for (const words of wrong) {
        expect(out).toContain(words[index + 1]);
        expect(out).not.toContain(words[0]);
      }
    }
  },
);
