import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';

import type { CheckLine, CheckReport, DossierJson } from '../../src/report/json-format.ts';
import { onDisk } from '../words/harness.ts';
import { put, shouze, temporary } from './harness.ts';

const title = (words: string) => `title: { en: ${words} }`;
const schema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    day: { type: 'string', format: 'date' },
    amount: { type: 'number', 'x-unit': 'money' },
    income: { type: 'number', 'x-unit': 'money' },
    customer: { type: 'string' },
    remarks: { type: 'array', items: { type: 'string' } },
    parts: {
      type: 'array',
      items: {
        type: 'object',
        properties: { size: { type: 'number' }, colour: { type: 'string' } },
      },
    },
  },
};

function rule(id: string, text: string): readonly [string, string] {
  return [`rules/${id}.yaml`, `rule: ${id}\n${title(id)}\n${text}\n`];
}

/** Four rules: of one amount, of parts without a key, of files together, and one that only a person can judge. */
const book = onDiskBook();

function onDiskBook(): Readonly<Record<string, string>> {
  return {
    'rulebook.yaml': [
      'format: 1',
      'id: book',
      'version: 1.0.0',
      title('Book'),
      'issuer: { en: Us }',
      'languages: [en]',
      'currency: CNY',
      'severities:',
      '  grave: { level: mandatory, title: { en: Grave } }',
      '  slight: { level: mandatory, title: { en: Slight } }',
      'subjects:',
      '  file: { title: { en: File }, schema: file.json, id: id }',
      'rules: [A1, A2, A3, A4]',
      '',
    ].join('\n'),
    'file.json': JSON.stringify(schema),
    ...Object.fromEntries([
      rule('A1', 'severity: grave\nrequire: amount <= 100'),
      rule('A2', 'severity: slight\neach: { part: parts }\nrequire: part.size <= 3'),
      rule(
        'A3',
        'severity: grave\nscope: { groupBy: customer }\nrequire: sum(dossiers.amount) <= 150',
      ),
      rule(
        'A4',
        'severity: slight\ncheck: manual\nhow: { en: Look }\nstandard: { en: It is there }\nfinding: { en: Nobody looked }',
      ),
    ]),
  };
}

interface File {
  readonly id: string;
  readonly amount?: number;
  readonly customer: string;
  readonly parts?: readonly { readonly size: number; readonly colour: string }[];
}

const files: readonly File[] = [
  { id: 'F1', amount: 10, customer: 'X', parts: [{ size: 1, colour: 'red' }] },
  {
    id: 'F2',
    amount: 101,
    customer: 'Y',
    parts: [
      { size: 9, colour: 'red' },
      { size: 7, colour: 'blue' },
    ],
  },
  { id: 'F3', amount: 90, customer: 'Z', parts: [] },
  { id: 'F4', amount: 90, customer: 'Z', parts: [] },
  { id: 'F5', customer: 'W', parts: [] },
];

function linesOf(list: readonly unknown[]): string {
  return list.map((one) => `${JSON.stringify(one)}\n`).join('');
}

function inFolder(list: readonly unknown[]): { readonly rulebook: string; readonly path: string } {
  return { rulebook: onDisk(book), path: put(temporary(), 'files.ndjson', linesOf(list)) };
}

async function report(list: readonly unknown[], ...args: readonly string[]): Promise<CheckReport> {
  const { rulebook, path } = inFolder(list);
  const { out } = await shouze('check', path, '--rulebook', rulebook, '--format', 'json', ...args);
  return JSON.parse(out) as CheckReport;
}

const namesIn = ({ outcomes }: Pick<DossierJson, 'outcomes'>) =>
  outcomes.map(({ finding }) => finding);

describe('format 2', () => {
  test('findings in full, what is wanted by its fields, what waits by its rules, the rest as counts', async () => {
    const { dossiers, summary, rules } = await report(files);
    const [first, , third, , fifth] = dossiers;
    expect(first).toMatchObject({
      id: 'F1',
      verdict: 'pass',
      part: 'data',
      outcomes: [],
      wanting: [],
      waiting: ['A4'],
    });
    expect(first?.counts).toMatchObject({ pass: 3, waiting: 1, fail: 0, 'cannot-tell': 0 });
    expect(third?.verdict).toBe('fail');
    expect(third?.outcomes.map(({ rule: id, group }) => [id, group?.dossiers])).toEqual([
      ['A3', ['F3', 'F4']],
    ]);
    expect(fifth?.wanting).toMatchObject([{ field: 'amount', why: 'absent', rules: ['A1', 'A3'] }]);
    expect(
      fifth?.outcomes.map(({ rule: id, status, missing }) => [id, status, missing]),
    ).toMatchObject([
      ['A1', 'cannot-tell', ['amount']],
      ['A3', 'cannot-tell', ['dossiers[F5].amount']],
    ]);
    expect(summary).toMatchObject({ dossiers: 5, pass: 1, fail: 3, 'cannot-tell': 1, unread: 0 });
    expect(summary.defects.map(({ rule: id, fail, dossiers: named }) => [id, fail, named])).toEqual(
      [
        ['A1', 1, ['F2']],
        ['A3', 2, ['F3', 'F4']],
        ['A2', 1, ['F2']],
      ],
    );
    expect(summary.severities).toEqual({ grave: 3, slight: 2 });
    expect(Object.keys(rules)).toEqual(['A1', 'A2', 'A3', 'A4']);
  });

  test('the gravest first, whatever the order of the rules', async () => {
    const { dossiers } = await report(files);
    expect(dossiers[1]?.outcomes.map(({ rule: id }) => id)).toEqual(['A1', 'A2', 'A2']);
  });

  test('with --outcomes all what is in order too', async () => {
    const { dossiers } = await report(files.slice(0, 1), '--outcomes', 'all');
    expect(
      dossiers[0]?.outcomes.map(({ rule: id, status }) => `${id} ${status}`).toSorted(),
    ).toEqual(['A1 pass', 'A2 pass', 'A3 pass', 'A4 cannot-tell']);
  });

  test('what is to be explained is told, whatever it comes to', async () => {
    const { dossiers } = await report(files.slice(0, 1), '--explain', 'A1');
    expect(
      dossiers[0]?.outcomes.map(({ rule: id, status, because }) => [id, status, because.length]),
    ).toEqual([['A1', 'pass', 1]]);
  });

  test('a record that is none has no verdict, and the others are judged', async () => {
    const { dossiers, summary } = await report([files[0], 7, files[1]]);
    expect(dossiers.map(({ verdict, record }) => [verdict, record])).toEqual([
      ['pass', { number: 1, line: 1 }],
      [null, { number: 2, line: 2 }],
      ['fail', { number: 3, line: 3 }],
    ]);
    expect(summary).toMatchObject({ dossiers: 2, unread: 1 });
  });

  test('a dossier given twice never passes, and counts in no group', async () => {
    const { dossiers } = await report([files[2], files[2]]);
    expect(
      dossiers.map(({ verdict, diagnostics }) => [verdict, diagnostics.map(({ code }) => code)]),
    ).toEqual([
      ['pass', []],
      ['cannot-tell', ['dossier/same-id']],
    ]);
  });
});

describe('what a finding is called lasts', () => {
  const parts = files[1]?.parts ?? [];

  test('when elements without a key change places, or others come before them', async () => {
    const before = await report(files.slice(1, 2));
    const moved = { ...files[1], parts: [{ size: 2, colour: 'green' }, ...parts.toReversed()] };
    const after = await report([moved]);
    const [names = [], later = []] = [before, after].map(({ dossiers }) =>
      dossiers.flatMap(namesIn).toSorted(),
    );
    expect(names.length).toBe(3);
    expect(later).toEqual(names);
  });

  test('and an element that changes is another', async () => {
    const changed = { ...files[1], parts: parts.map((part) => ({ ...part, colour: 'black' })) };
    const before = await report(files.slice(1, 2));
    const after = await report([changed]);
    const names = new Set(before.dossiers.flatMap(namesIn));
    expect(after.dossiers.flatMap(namesIn).filter((name) => names.has(name))).toEqual(['F2/A1']);
  });

  test('equal elements have names of their own', async () => {
    const twins = { ...files[1], parts: [parts[0], parts[0]] };
    const names = (await report([twins])).dossiers.flatMap(namesIn);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('NDJSON', () => {
  test('is a head, a line a dossier, what was judged together, and a foot with the digest of all before', async () => {
    const { rulebook, path } = inFolder(files);
    const { out } = await shouze('check', path, '--rulebook', rulebook, '--format', 'ndjson');
    const texts = out.split(/(?<=\n)/u);
    const lines = texts.map((text) => JSON.parse(text) as CheckLine);
    expect(lines.map(({ type }) => type)).toEqual([
      'head',
      ...files.map(() => 'dossier'),
      'together',
      'together',
      'together',
      'foot',
    ]);
    const foot = lines.at(-1);
    const hash = createHash('sha256').update(texts.slice(0, -1).join('')).digest('hex');
    expect(foot).toMatchObject({ digest: `sha256:${hash}`, summary: { dossiers: 5, fail: 3 } });
    const valid = new Ajv({ allowUnionTypes: true }).compile(
      JSON.parse(readFileSync('schemas/check-line.schema.json', 'utf8')),
    );
    for (const line of lines) {
      valid(line);
      expect(valid.errors ?? []).toEqual([]);
    }
  });

  test('says the same as JSON, once what was judged together is laid over it', async () => {
    const { rulebook, path } = inFolder(files);
    const { out } = await shouze('check', path, '--rulebook', rulebook, '--format', 'ndjson');
    const verdicts = new Map<string | null, unknown>();
    for (const text of out.trim().split('\n')) {
      const line = JSON.parse(text) as CheckLine;
      if (line.type === 'dossier' || line.type === 'together') verdicts.set(line.id, line.verdict);
    }
    const { dossiers } = await report(files);
    expect([...verdicts]).toEqual(dossiers.map(({ id, verdict }) => [id, verdict]));
  });

  test('an interrupted check keeps what was judged, and says how far it came', async () => {
    const { rulebook } = inFolder([]);
    const child = spawn(
      process.execPath,
      ['bin/shouze.js', 'check', '-', '--rulebook', rulebook, '--format', 'ndjson', '--lang', 'en'],
      { stdio: 'pipe' },
    );
    let [out, err] = ['', ''];
    const first = new Promise<void>((resolve) => {
      child.stdout.on('data', (data) => {
        out += String(data);
        if (out.includes('"F2"')) resolve();
      });
    });
    child.stderr.on('data', (data) => {
      err += String(data);
    });
    // standard input stays open: there is no end to it
    child.stdin.write(linesOf(files.slice(0, 2)));
    await first;
    child.kill('SIGINT');
    const code = await new Promise((resolve) => {
      child.on('close', resolve);
    });
    const foot = JSON.parse(out.trim().split('\n').at(-1) ?? '') as CheckLine;
    expect([code, err.trim().split('\n').at(-1)]).toEqual([
      2,
      'stopped: 2 were judged, and their results are whole',
    ]);
    expect(foot).toMatchObject({ type: 'foot', summary: { dossiers: 2, stopped: true } });
  }, 60_000);
});

describe('--fail-on', () => {
  test.each([
    ['cannot-tell', files, 1],
    ['cannot-tell', files.slice(4), 1],
    ['fail', files.slice(4), 0],
    ['fail', files, 1],
    ['grave', files, 1],
    ['slight', [{ ...files[1], amount: 1 }], 1],
    ['grave', [{ ...files[1], amount: 1 }], 0],
  ] as const)('%s, of %o', async (level, list, code) => {
    const { rulebook, path } = inFolder(list);
    const ran = await shouze('check', path, '--rulebook', rulebook, '--fail-on', level);
    expect(ran.code).toBe(code);
  });

  test('names what may be asked', async () => {
    const { rulebook, path } = inFolder(files);
    const { code, err } = await shouze('check', path, '--rulebook', rulebook, '--fail-on', 'grvae');
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('cannot-tell | fail | grave | slight'),
    ]);
  });

  test('red lines are the gravest of a rulebook that names no severities', async () => {
    const path = 'examples/dossiers/0007-signed-before-reform.yaml';
    const codes = [];
    for (const level of ['red-line', 'regulation'])
      // eslint-disable-next-line no-await-in-loop -- one command at a time
      codes.push((await shouze('check', path, '--fail-on', level)).code);
    expect(codes).toEqual([0, 1]);
  }, 60_000);
});

test('a file without findings is one line, and many are not listed', async () => {
  const sound = Array.from({ length: 60 }, (_, index) => ({
    ...files[0],
    id: `S${index}`,
    customer: `${index}`,
  }));
  const { rulebook, path } = inFolder(sound.slice(0, 2));
  const two = await shouze('check', path, '--rulebook', rulebook, '--lang', 'en');
  expect(two.out.trim().split('\n').length).toBe(5);
  const { path: more } = inFolder([...sound, files[1]]);
  const many = await shouze('check', more, '--rulebook', rulebook, '--lang', 'en');
  expect(many.out).toContain('60 more dossiers without findings are not listed');
  expect(many.out.split('\n')[0]).toContain('F2');
});

test('only the languages asked for are told', async () => {
  const path = join('examples', 'dossiers', '0002-down-payment-short.yaml');
  const { out } = await shouze('check', path, '--format', 'json', '--lang', 'en');
  const told = JSON.parse(out) as CheckReport;
  expect(told.languages).toEqual(['en']);
  const { message } = told.dossiers[0]?.outcomes[0] ?? {};
  expect(Object.keys(message ?? {})).toEqual(['en']);
}, 60_000);
