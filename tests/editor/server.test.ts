import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOf, startEditor } from './harness.ts';

test('try', async () => {
  const folder = copyOf('docs/leasing');
  const editor = await startEditor();
  const path = join(folder, 'rules/L07-licence.yaml');
  const file = editor.open(path);
  console.log('told', await editor.told(path));
  file.write('lessee.kind', 'lessee.kindd');
  console.log('told', JSON.stringify(await editor.told(path), undefined, 1));
  console.log(
    JSON.stringify(
      await editor.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: file.uri },
        range: { start: file.at('kin|dd').position, end: file.at('kin|dd').position },
        context: { diagnostics: [] },
      }),
      undefined,
      1,
    ),
  );
  file.write('lessee.kindd', 'lessee.kind');
  console.log((await editor.told(path)).length);
  console.log(
    JSON.stringify(
      await editor.connection.sendRequest('textDocument/hover', file.at('lessee.ki|nd')),
      undefined,
      1,
    ),
  );
  console.log(
    JSON.stringify(
      await editor.connection.sendRequest('textDocument/definition', file.at('lessee.ki|nd')),
      undefined,
      1,
    ),
  );
  console.log(
    JSON.stringify(
      await editor.connection.sendRequest('textDocument/references', file.at('>= sta|rt')),
      undefined,
      1,
    ),
  );
  console.log(
    JSON.stringify(
      await editor.connection.sendRequest('textDocument/codeLens', file.at('rule|')),
      undefined,
      1,
    ),
  );
  file.write('expires >= start', 'expires >= start and lessee.');
  console.log((await file.complete('and lessee.|')).map((x) => x.label + ' ' + x.detail));
  console.log(
    (await file.complete('require: |')).length,
    (await file.complete('require: l|')).slice(0, 5),
  );
  console.log((await file.complete('kind = "|')).map((x) => x.label + ' ' + x.detail));
  console.log((await editor.told(path)).map((x) => x.message));
  await editor.close();
}, 60000);
