import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { reworked, worked } from '../../scripts/worked.ts';

const [english = '', chinese = ''] = worked.map((page) => readFileSync(page, 'utf8'));

// its commands read the shipped rulebook some twenty times
test('what the page shows is what its commands print (`npm run worked` writes it anew)', () => {
  expect(reworked(chinese)).toBe(chinese);
}, 600_000);

test('the English page has the same commands', () => {
  expect(commandsOf(english)).toEqual(commandsOf(chinese));
});

/** All that is typed, whatever the language and the name of a file that is written. */
function commandsOf(page: string): readonly string[] {
  return [...page.matchAll(/^```sh\n([\s\S]*?)^```/gmu)].map(([, commands = '']) =>
    commands.replaceAll(' --lang en', '').replaceAll('新旧对照表.docx', 'table.docx'),
  );
}
