import { join } from 'node:path';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

import { expect, test } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  Hover,
  Location,
  SignatureHelp,
  WorkspaceEdit,
} from 'vscode-languageserver/node';

import { copyOf } from './copy.ts';
import { type Editor, type OpenFile, startEditor, uriOf } from './harness.ts';

async function begun(
  file: string,
  lang = 'en',
): Promise<{ editor: Editor; file: OpenFile; folder: string; path: string }> {
  const folder = copyOf('docs/leasing');
  const editor = await startEditor({ initializationOptions: { language: lang } });
  const path = join(folder, file);
  return { editor, folder, path, file: editor.open(path) };
}

async function hoverAt({ connection }: Editor, file: OpenFile, marked: string): Promise<string> {
  const hover = await connection.sendRequest<Hover | null>('textDocument/hover', file.at(marked));
  return (hover?.contents as { value: string } | undefined)?.value ?? '';
}

/** Where a text stands that was pointed at: the last parts of its path, its line and the line itself. */
function placesOf(found: Location[] | Location | null): readonly string[] {
  return [found ?? []]
    .flat()
    .map(
      ({ uri, range: { start } }) =>
        `${uri.split('/').slice(-2).join('/')}:${start.line + 1}:${start.character + 1}`,
    );
}

test('tells a mistake as it is typed, mends it, and has nothing more to say', async () => {
  const { editor, file } = await begun('rules/L07-licence.yaml');
  expect(await file.told()).toEqual([]);
  file.write('lessee.kind', 'lessee.kindd');
  const [told, ...more] = await file.told();
  expect(more).toEqual([]);
  expect(told).toMatchObject({
    code: 'feel/unknown-field',
    severity: 1,
    range: { start: { line: 3, character: 13 }, end: { line: 3, character: 18 } },
  });
  expect(told?.message).toContain('did you mean `kind`');
  expect(told?.codeDescription?.href).toMatch(/docs\/codes\/feel\/unknown-field\.md$/u);
  const { position } = file.at('kin|dd');
  const [action] = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: file.uri },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  expect(action).toMatchObject({ title: 'Write `kind`', kind: 'quickfix' });
  const [edit] = action?.edit?.changes?.[file.uri] ?? [];
  expect(edit).toMatchObject({ newText: 'kind', range: told?.range });
  file.write('kindd', edit?.newText ?? '');
  expect(await file.told()).toEqual([]);
  await editor.close();
});

test('mends full-width signs with one action', async () => {
  const { editor, file } = await begun('rules/L05-deposit.yaml', 'zh');
  file.write('deposit <= rents(3)', 'deposit ＜＝ rents（3）');
  const told = await file.told();
  expect(told.map(({ code }) => code)).toEqual(expect.arrayContaining(['feel/full-width']));
  const { position } = file.at('＜|＝');
  const actions = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: file.uri },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  const all = actions.find(({ kind }) => kind === 'source.fixAll');
  const edits = all?.edit?.changes?.[file.uri] ?? [];
  const lines = file.text().split('\n');
  for (const {
    range: { start, end },
    newText,
  } of edits.toReversed())
    lines[start.line] =
      (lines[start.line] ?? '').slice(0, start.character) +
      newText +
      (lines[end.line] ?? '').slice(end.character);
  expect(lines.join('\n')).toContain('require: deposit <= rents(3)');
  await editor.close();
});

test('completes fields, the fields inside them, codes, functions and keys', async () => {
  const { editor, file } = await begun('rules/L07-licence.yaml');
  await file.told();
  const labels = async (marked: string) =>
    (await file.complete(marked)).map(({ label, detail }) => `${label} ${detail ?? ''}`.trim());
  expect(await labels('require: |')).toEqual(
    expect.arrayContaining([
      'deposit Deposit · amount · euros',
      'longestTerm longest term · length of time · months',
      expect.stringMatching(/^days between ./u),
    ]),
  );
  expect(await labels('lessee.|kind')).toContain('born Date of birth · day');
  expect(await labels('kind = "|')).toEqual(['person', 'company']);
  file.write('lessee.licence.expires >= start', 'count(inspections[result = "failed" and ');
  expect(await labels('"failed" and |')).toEqual(
    expect.arrayContaining([expect.stringContaining('repaired')]),
  );
  expect(await labels('[result = "|')).toEqual(expect.arrayContaining(['failed', 'passed']));
  file.write('severity: refuse', 'severity: refuse\nas');
  expect(await labels('refuse\nas|')).toContain('asOf');
  // the text is broken all the while, and what it was before serves
  expect((await file.told()).length).toBeGreaterThan(0);
  await editor.close();
});

test('says what a call takes', async () => {
  const { editor, file } = await begun('rules/L05-deposit.yaml');
  const help = await editor.connection.sendRequest<SignatureHelp>(
    'textDocument/signatureHelp',
    file.at('rents(|3'),
  );
  expect(help.signatures[0]?.label).toBe('rents(months, date)');
  expect(help.activeParameter).toBe(0);
  file.write('rents(3)', 'days between(start, ');
  const other = await editor.connection.sendRequest<SignatureHelp>(
    'textDocument/signatureHelp',
    file.at('(start, |'),
  );
  expect([other.signatures[0]?.label, other.activeParameter]).toEqual([
    'days between(from, to)',
    1,
  ]);
  await editor.close();
});

test('says what names stand for', async () => {
  const { editor, file, folder } = await begun('rules/L06-mileage.yaml');
  expect(await hoverAt(editor, file, 'returnOd|ometer -')).toBe(
    '**Odometer at return** `returnOdometer` — field\n\nnumber · km',
  );
  expect(await hoverAt(editor, file, 'whe|n: ')).not.toBe('');
  expect(await hoverAt(editor, file, 'seve|rity: ')).toContain('`severities`');
  expect(await hoverAt(editor, file, 'dri|ven <=')).toContain('the distance driven');
  expect(await hoverAt(editor, file, 'agre|ed(')).toContain('definition');
  const term = editor.open(join(folder, 'rules/L01-longest-term.yaml'));
  expect(await hoverAt(editor, term, 'longest|Term')).toMatch(
    /on \d{4}-\d\d-\d\d: \*\*5 years\*\*/u,
  );
  await editor.close();
});

test('finds where names are given, and used', async () => {
  const { editor, file } = await begun('rules/L01-longest-term.yaml');
  const ask = async (what: string, marked: string) =>
    placesOf(
      await editor.connection.sendRequest(`textDocument/${what}`, {
        ...file.at(marked),
        context: { includeDeclaration: true },
      }),
    );
  expect(await ask('definition', 'longest|Term')).toEqual(['parameters/longestTerm.yaml:1:12']);
  expect(await ask('references', 'longest|Term')).toEqual([
    'parameters/longestTerm.yaml:1:12',
    'rules/L01-longest-term.yaml:7:18',
  ]);
  expect(await ask('definition', 'ter|m <=')).toEqual([
    expect.stringContaining('lease.schema.json:'),
  ]);
  expect(await ask('references', 'ter|m <=')).toEqual([
    expect.stringMatching(/definitions.yaml:9:20$/u),
    'rules/L01-longest-term.yaml:7:10',
  ]);
  await editor.close();
});

test('gives a name to something everywhere, or says why not', async () => {
  const { editor, file } = await begun('rules/L05-deposit.yaml');
  const rename = async (newName: string, marked = 'ren|ts(') =>
    editor.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...file.at(marked),
      newName,
    });
  const edit = await rename('monthlyRents');
  expect(
    Object.entries(edit.changes ?? {}).map(([uri, edits]) => [
      uri.split('/').at(-1),
      edits.map(({ newText }) => newText),
    ]),
  ).toEqual([
    ['definitions.yaml', ['monthlyRents']],
    ['L05-deposit.yaml', ['monthlyRents']],
  ]);
  await expect(rename('deposit')).rejects.toThrow('cannot be `deposit`');
  await expect(rename('a b')).rejects.toThrow('cannot be `a b`');
  await expect(rename('other', 'depo|sit <=')).rejects.toThrow('nothing here can be renamed');
  file.write('rents(3)', 'rents(');
  await expect(rename('other', 'deposit <= ren|ts')).rejects.toThrow('nothing here can be renamed');
  await editor.close();
});

test('shows above a rule what it asks, and above a case what comes of it', async () => {
  const { editor, file, folder } = await begun('rules/L01-longest-term.yaml');
  const lenses = async (of: OpenFile) =>
    (
      await editor.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
        textDocument: { uri: of.uri },
      })
    ).map(({ command }) => command?.title);
  expect(await lenses(file)).toEqual([
    expect.stringContaining('longest'),
    '7 of 7 cases as expected',
  ]);
  const cases = editor.open(join(folder, 'rules/L01-longest-term.cases.yaml'));
  expect((await lenses(cases)).slice(0, 2)).toEqual(['✓ pass', '✓ fail']);
  cases.write('expect: pass', 'expect: fail');
  expect((await lenses(cases))[0]).toBe('✗ pass');
  expect(await lenses(file)).toContain('6 of 7 cases as expected');
  await editor.close();
});

test('goes on where a file is no YAML, and where its manifest is none', async () => {
  const { editor, file, folder } = await begun('rules/L01-longest-term.yaml');
  await file.told();
  file.write('require: term', 'require: [term');
  expect((await file.told()).map(({ code }) => code)).toContain('yaml/syntax');
  const manifest = editor.open(join(folder, 'rulebook.yaml'));
  manifest.write('subjects:', '  subjects: [');
  expect((await manifest.told()).length).toBeGreaterThan(0);
  expect((await file.complete('asOf: |')).map(({ label }) => label)).toContain('start');
  manifest.write('  subjects: [', 'subjects:');
  file.write('[term', 'term');
  expect(await file.told()).toEqual([]);
  await editor.close();
});

test('serves two rulebooks, and has nothing to say of files of none', async () => {
  const { editor, file } = await begun('rules/L01-longest-term.yaml');
  const second = copyOf('tests/evaluate/fixture');
  const other = editor.open(join(second, 'stages/work/sign/step.yaml'));
  expect(await other.told()).toEqual([]);
  other.write('amount > 100', 'amont > 100');
  expect((await other.told()).map(({ code }) => code)).toEqual(['feel/unknown-name']);
  expect(await file.told()).toEqual([]);
  const lonely = mkdtempSync(join(tmpdir(), 'shouze-lonely-'));
  writeFileSync(join(lonely, 'a.yaml'), 'require: x\n');
  const none = editor.open(join(lonely, 'a.yaml'));
  expect(await none.complete('require: |')).toEqual([]);
  expect(await hoverAt(editor, none, 'require: |x')).toBe('');
  expect(editor.toldOf(join(lonely, 'a.yaml'))).toEqual([]);
  await editor.close();
});

test('tells a mistake in what rules stand on before they are typed again', async () => {
  const { editor, file, folder } = await begun('definitions.yaml');
  const rule = editor.open(join(folder, 'rules/L05-deposit.yaml'));
  expect([await file.told(), await rule.told()]).toEqual([[], []]);
  file.write('rent * months', 'rent * month');
  expect((await file.told()).map(({ code }) => code)).toEqual(['feel/unknown-name']);
  file.write('rent * month', 'rent + months');
  expect((await file.told()).map(({ code }) => code)).toEqual(['feel/unit']);
  file.write('rent + months', 'months');
  expect(await file.told()).toEqual([]);
  // the rule compares an amount with a number of months now
  const after = await editor.somethingOf(join(folder, 'rules/L05-deposit.yaml'));
  expect(after.map(({ code }) => code)).toEqual(['feel/compare']);
  await editor.close();
});

test('hears of files that changed on the disk', async () => {
  const { editor, file, folder } = await begun('rules/L01-longest-term.yaml');
  expect(await hoverAt(editor, file, 'longest|Term')).toContain('5 years');
  const parameter = join(folder, 'parameters/longestTerm.yaml');
  writeFileSync(parameter, readFileSync(parameter, 'utf8').replace('value: 60', 'value: 72'));
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf(parameter), type: 2 }],
  });
  expect(await hoverAt(editor, file, 'longest|Term')).toContain('6 years');
  await editor.close();
});

test('renames the file of what gives it its name, where the editor can', async () => {
  const folder = copyOf('docs/leasing');
  writeFileSync(
    join(folder, 'parameters/taken.yaml'),
    'parameter: taken\ntitle: { en: Taken }\nunit: months\nvalue: 1\n',
  );
  const editor = await startEditor({
    capabilities: {
      workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
    },
  });
  const file = editor.open(join(folder, 'rules/L01-longest-term.yaml'));
  const edit = await editor.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
    ...file.at('longest|Term'),
    newName: 'mostMonths',
  });
  expect(
    edit.documentChanges?.map((change) =>
      'kind' in change && change.kind === 'rename'
        ? change.newUri.split('/').at(-1)
        : 'edits' in change && [change.textDocument.uri.split('/').at(-1), change.edits.length],
    ),
  ).toEqual([['longestTerm.yaml', 1], ['L01-longest-term.yaml', 1], 'mostMonths.yaml']);
  // the file of another parameter is not written over
  await expect(
    editor.connection.sendRequest('textDocument/rename', {
      ...file.at('longest|Term'),
      newName: 'taken',
    }),
  ).rejects.toThrow('cannot be `taken`');
  await editor.close();
});

test('speaks Chinese, and knows names written in Chinese', async () => {
  const folder = copyOf('rules');
  const editor = await startEditor({ locale: 'zh-CN' });
  const file = editor.open(
    join(folder, 'stages/investigate-and-close/risk-assessment/RSK-007-minimum-down-payment.yaml'),
  );
  expect(await hoverAt(editor, file, 'nationalMinimum|DownPayment')).toMatch(
    /^\*\*.+\*\* `nationalMinimumDownPayment` — 表/u,
  );
  file.write('when: applicationStands', 'when: applicationStands and 合同成交价 > 0 and 首');
  const told = await file.told();
  expect(told.map(({ code }) => code)).toEqual(['feel/unknown-name']);
  expect(told[0]?.message).toContain('首');
  expect(await hoverAt(editor, file, '合同成交|价 >')).toMatch(
    /^\*\*合同成交价\*\* `contractPrice` — 字段/u,
  );
  const offered = await file.complete('and 首|');
  expect(offered.find(({ label }) => label === '首付款金额')).toMatchObject({
    detail: 'transaction.downPaymentAmount',
  });
  const posts = await file.complete('posts: [|');
  expect(posts).toContainEqual(
    expect.objectContaining({ label: 'RISK_ASSESSOR', detail: '风险评价岗' }),
  );
  const clauses = await file.complete('basis: [|M-OMB');
  expect(clauses.map(({ label }) => label)).toContain('P-2024-0924#1');
  expect((await file.complete('products: [|')).map(({ label }) => label)).toContain('HOUSING');
  await editor.close();
}, 120_000);
