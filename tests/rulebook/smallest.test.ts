import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { put, shouze, temporary } from '../cli/harness.ts';

const page = readFileSync('docs/writing-a-rulebook.md', 'utf8');

/** The page in Chinese, and in English. */
const [zh = '', en = ''] = page.split('\n## In English\n');

interface Part {
  readonly language: string;
  /** The path of a file, for what is one. */
  readonly path: string;
  readonly text: string;
}

function partsOf(text: string): readonly Part[] {
  const fences = text.matchAll(/^```(\S+)(?: (\S+))?\n(.*?)^```$/gmsu);
  return [...fences].map(([, language = '', path = '', inner = '']) => ({
    language,
    path,
    text: inner,
  }));
}

describe.each([
  ['zh', zh],
  ['en', en],
])('the smallest rulebook, in %s alone', (language, text) => {
  const parts = partsOf(text);
  const folder = () => {
    const made = temporary();
    for (const part of parts) if (part.path !== '') put(made, part.path, part.text);
    return made;
  };
  const run = (made: string, line: string) => {
    const [, ...args] = line.split(' ');
    return shouze(
      ...args.map((arg) => (arg === '.' || arg.endsWith('.json') ? join(made, arg) : arg)),
    );
  };
  const lines = parts.flatMap((part) =>
    part.language === 'sh' ? part.text.trim().split('\n') : [],
  );

  test('lints, tests and checks as the page says', async () => {
    const made = folder();
    const ran = [];
    for (const line of lines) ran.push(await run(made, line));
    expect(ran.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, ''],
      [1, ''],
    ]);
    const said = parts.find((part) => part.language === 'text')?.text.trim() ?? 'nothing';
    expect(ran[2]?.out).toContain(said);
  });

  test('has nothing else to say, of a release too', async () => {
    const made = folder();
    const { code } = await shouze('lint', '--release', '--rulebook', made, '--lang', language);
    expect(code).toBe(0);
    const { out } = await shouze('lint', '--unplanned', '--format', 'json', '--rulebook', made);
    expect(JSON.parse(out)).toMatchObject({ diagnostics: [], unplanned: [] });
  });

  test('reports its severities, and nothing of stages, days and clauses', async () => {
    const made = folder();
    const record = join(made, 'lease.json');
    const { out } = await shouze('check', record, '--rulebook', made, '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      summary: { fail: 1, severities: { error: 1, warning: 0 } },
      dossiers: [
        {
          verdict: 'fail',
          outcomes: [
            {
              rule: 'V001',
              edition: null,
              asOf: null,
              basis: [],
            },
          ],
        },
      ],
      rules: {
        V001: {
          kind: null,
          level: 'mandatory',
          severity: 'error',
          stage: null,
          step: null,
          posts: [],
          remedy: null,
        },
      },
    });
    const html = await shouze(
      'check',
      record,
      '--rulebook',
      made,
      '--format',
      'html',
      '--lang',
      language,
    );
    expect(html.out).toContain(language === 'zh' ? '错误 1、警告 0' : 'Error 1, Warning 0');
  });

  test('has a manual without a process', async () => {
    const made = folder();
    const to = join(made, 'manual');
    const { code } = await shouze(
      'manual',
      '--rulebook',
      made,
      '--lang',
      language,
      '--out',
      to,
      '--format',
      'md',
    );
    expect(code).toBe(0);
    const rules = readFileSync(join(to, language, 'rules.md'), 'utf8');
    expect(rules).toContain(language === 'zh' ? '一直施行' : 'always in force');
    expect(rules).toContain(language === 'zh' ? '`错误`' : '`Error`');
    expect(rules).not.toMatch(/0001-01-01|undefined/u);
  });
});
