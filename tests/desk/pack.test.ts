import { expect, test } from 'vitest';

import { openDesk } from '../../src/desk/desk.ts';
import {
  packedFolder,
  packedMemory,
  type ParsedTexts,
  parsedTexts,
  type RulebookPack,
} from '../../src/desk/pack.ts';
import { parseExpression, parseUnaryTests } from '../../src/feel/parse.ts';
import { loadRulebook } from '../../src/io/load-rulebook.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';

test('a rulebook that builds on another says the same after it was packed', () => {
  const { program, digest } = loadRulebook('examples/branch');
  const packed: RulebookPack = {
    engine: '0.0.0',
    digest,
    folder: packedFolder(rulebookFolder('examples/branch').folder),
    days: { made: '2026-11-30' },
  };
  const opened = openDesk(JSON.parse(JSON.stringify(packed)) as RulebookPack).program;
  expect(opened.rulebook.sources).toEqual(program.rulebook.sources);
  expect(opened.rules.map(({ id }) => id)).toEqual(program.rules.map(({ id }) => id));
});

test('Markdown of a pack is not read again', () => {
  const folder = packedFolder(rulebookFolder('examples/branch').folder);
  const memory = packedMemory({ folder });
  const texts = [folder, folder.parent].flatMap((one) =>
    (one?.files ?? []).flatMap(([path, text]) => (path.startsWith('sources/') ? [text] : [])),
  );
  expect(texts.length).toBeGreaterThan(100);
  for (const text of texts) expect(memory.of('outline', [text], () => 'read')).not.toBe('read');
});

test('nor are its expressions parsed again, and they say the same', () => {
  const folder = packedFolder(rulebookFolder('examples/branch').folder);
  const parsed = JSON.parse(
    JSON.stringify(parsedTexts(loadRulebook('examples/branch').program.rulebook)),
  ) as ParsedTexts;
  const memory = packedMemory({ folder, parsed });
  const parse = {
    syntax: (text: string) => parseExpression(text, { dialect: 'rule' }),
    tests: (text: string) => parseUnaryTests(text, { dialect: 'rule' }),
  };
  for (const what of ['syntax', 'tests'] as const) {
    expect(parsed[what].texts.length).toBeGreaterThan(100);
    for (const text of parsed[what].texts)
      expect(memory.of<unknown>(what, [text], () => 'parsed')).toEqual(parse[what](text));
  }
});
