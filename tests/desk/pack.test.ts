import { expect, test } from 'vitest';

import { openDesk } from '../../src/desk/desk.ts';
import { packedFolder, packedMemory, type RulebookPack } from '../../src/desk/pack.ts';
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
  const memory = packedMemory(folder);
  const texts = [folder, folder.parent].flatMap((one) =>
    (one?.files ?? []).flatMap(([path, text]) => (path.startsWith('sources/') ? [text] : [])),
  );
  expect(texts.length).toBeGreaterThan(100);
  for (const text of texts) expect(memory.of('outline', [text], () => 'read')).not.toBe('read');
});
