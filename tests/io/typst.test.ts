import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

import { expect, test } from 'vitest';

import { temporary } from '../cli/harness.ts';

test('where Typst and its fonts are not installed, all that there is to install is named', () => {
  // nothing is installed beside it there
  const alone = join(temporary(), 'typst.mts');
  copyFileSync('src/io/typst.ts', alone);
  const code = `import { typst } from ${JSON.stringify(pathToFileURL(alone).href)};
    await typst().catch(({ name, message }) => console.log(name, message));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', code]);
  expect(said.toString()).toBe(
    'MissingPackages @myriaddreamin/typst-ts-node-compiler@0.7.0 @expo-google-fonts/noto-sans-sc@0.4.3 @expo-google-fonts/noto-serif-sc@0.4.3\n',
  );
});

test('where what draws pictures is not installed, there are none', () => {
  const alone = join(temporary(), 'pictures.mts');
  copyFileSync('src/io/pictures.ts', alone);
  const code = `import { rasteriser } from ${JSON.stringify(pathToFileURL(alone).href)};
    console.log(await rasteriser());`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', code]);
  expect(said.toString()).toBe('undefined\n');
});

test('what it says to install is what is tested here', async () => {
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } });
  const asked = Object.entries(manifest.peerDependencies).map(
    ([name, version]) => `${name}@${version}`,
  );
  const { packages } = await import('../../src/io/typst.ts');
  const { picturePackages } = await import('../../src/io/pictures.ts');
  const { parquetPackage } = await import('../../src/io/parquet.ts');
  const { solverPackage } = await import('../../src/io/z3.ts');
  const said = new Set([...packages, ...picturePackages, parquetPackage, solverPackage]);
  expect([...said].toSorted()).toEqual(asked.toSorted());
});
