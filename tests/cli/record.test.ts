import { digestOfBytes } from '../../src/io/digest.ts';
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';

import { describe, expect, test } from 'vitest';

import { linked, type RecordHead, seed } from '../../src/io/record/chain.ts';
import { openRecord } from '../../src/io/record/record.ts';
import type { CheckReport } from '../../src/report/json-format.ts';
import { copied, edit, put, shouze, small, spawned, temporary } from './harness.ts';

interface Kept {
  readonly folder: string;
  readonly files: string;
  readonly rules: string;
  readonly record: string;
  readonly head: string;
}

const loans = (amounts: readonly number[]) =>
  amounts
    .map((amount, index) =>
      JSON.stringify({ id: `R${index}`, product: 'A', day: '2024-05-01', amount, acts: [] }),
    )
    .join('\n');

/** A record of one run, and its head beside it. */
async function recorded(...more: readonly string[]): Promise<Kept> {
  const folder = temporary();
  const rules = copied(small);
  const files = put(folder, 'files.ndjson', loans([10, 500, 20]));
  const record = join(folder, 'record.db');
  const head = join(folder, 'head.json');
  const call = ['check', files, '--rulebook', rules, '--record', record, '--today', '2024-06-01'];
  await shouze(...call, ...more);
  await shouze('audit', 'head', record, '--out', head);
  return { folder, files, rules, record, head };
}

/** Does to a record what its owner never does, as somebody would who knows how it is made. */
function tamper(record: string, sql: string): void {
  const database = new DatabaseSync(record);
  const triggers = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${String(name)}`);
  database.exec(sql);
  for (const one of triggers) database.exec(String(one['sql']));
  database.close();
}

/** Writes the whole chain anew over what the entries say now. */
function rechain(record: string): void {
  const database = new DatabaseSync(record);
  const entries = database.prepare('SELECT number, run, kind, digest FROM entries').all();
  database.close();
  let head: RecordHead = seed;
  const updates = entries.map((one) => {
    const { run, kind, digest } = one as { run: number | null; kind: string; digest: string };
    head = linked(head, { run, kind, digest });
    return `UPDATE entries SET hash = '${head.hash}' WHERE number = ${head.number}`;
  });
  tamper(record, updates.join(';'));
}

const forged = '{"type":"dossier","verdict":"pass"}';

describe('a record that was tampered with', () => {
  test.each<readonly [string, (kept: Kept) => void, string]>([
    [
      'an outcome written otherwise',
      ({ record }) => {
        tamper(record, `UPDATE texts SET text = replace(text, '"fail"', '"pass"')`);
      },
      '的内容已被改动',
    ],
    [
      'an entry that names another text',
      ({ record }) => {
        tamper(
          record,
          `INSERT INTO texts VALUES ('${digestOfBytes(forged)}', '${forged}');
           UPDATE entries SET digest = '${digestOfBytes(forged)}' WHERE kind = 'dossier'`,
        );
      },
      '的散列值与前文、内容不符',
    ],
    [
      'an entry taken out',
      ({ record }) => {
        tamper(record, 'DELETE FROM entries WHERE number = 20');
      },
      '第 20 条缺失',
    ],
    [
      'two entries that changed places',
      ({ record }) => {
        tamper(
          record,
          `UPDATE entries SET number = -1 WHERE number = 20;
           UPDATE entries SET number = 20 WHERE number = 21;
           UPDATE entries SET number = 21 WHERE number = -1`,
        );
      },
      '第 20 条（',
    ],
    [
      'an entry put in',
      ({ record }) => {
        tamper(
          record,
          `INSERT INTO entries SELECT max(number) + 1, run, kind, digest, hash FROM entries`,
        );
      },
      '的散列值与前文、内容不符',
    ],
    [
      'the end cut off',
      ({ record }) => {
        tamper(
          record,
          `DELETE FROM entries WHERE number > (SELECT max(number) - 3 FROM entries);
           DELETE FROM texts WHERE digest NOT IN (SELECT digest FROM entries)`,
        );
      },
      '末尾被截去',
    ],
    [
      'the whole chain written anew',
      ({ record }) => {
        tamper(
          record,
          `INSERT INTO texts VALUES ('${digestOfBytes(forged)}', '${forged}');
           UPDATE entries SET digest = '${digestOfBytes(forged)}' WHERE kind = 'dossier';
           DELETE FROM texts WHERE digest NOT IN (SELECT digest FROM entries)`,
        );
        rechain(record);
      },
      '此前的内容被整段重写',
    ],
    [
      'a rule of the rulebook written otherwise',
      ({ record }) => {
        tamper(record, `UPDATE texts SET text = replace(text, '<= limit', '<= 9 * limit')`);
      },
      '的内容已被改动',
    ],
    [
      'a text that somebody added',
      ({ record }) => {
        tamper(record, `INSERT INTO texts VALUES ('${digestOfBytes(forged)}', '${forged}')`);
      },
      '不是记录时存入的',
    ],
    [
      'a trigger dropped',
      ({ record }) => {
        const database = new DatabaseSync(record);
        database.exec('DROP TRIGGER entries_no_delete');
        database.close();
      },
      'trigger entries_no_delete',
    ],
    [
      'a trigger that does nothing',
      ({ record }) => {
        const database = new DatabaseSync(record);
        database.exec(
          'DROP TRIGGER entries_no_delete; CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries BEGIN SELECT 1; END',
        );
        database.close();
      },
      'trigger entries_no_delete',
    ],
    [
      'a column more',
      ({ record }) => {
        const database = new DatabaseSync(record);
        database.exec('ALTER TABLE entries ADD COLUMN remark TEXT');
        database.close();
      },
      'table entries',
    ],
    [
      'a table of another',
      ({ record }) => {
        const database = new DatabaseSync(record);
        database.exec('CREATE TABLE notes (text TEXT)');
        database.close();
      },
      'table notes',
    ],
    [
      'bytes overwritten',
      ({ record }) => {
        const bytes = readFileSync(record);
        const at = bytes.lastIndexOf('{"type":"dossier"');
        bytes.fill(0x5a, at + 100, at + 300);
        writeFileSync(record, bytes);
      },
      '已被改动',
    ],
  ])('%s', async (_, doTo, says) => {
    const kept = await recorded();
    const whole = await shouze('audit', 'verify', kept.record, '--head', kept.head);
    expect({ code: whole.code, err: whole.err }).toEqual({ code: 0, err: '' });
    doTo(kept);
    const { code, err } = await shouze('audit', 'verify', kept.record, '--head', kept.head);
    expect(err).toContain(says);
    expect(err).toContain('[record/altered]');
    expect(code).toBe(1);
  });

  test('an older copy put back', async () => {
    const { record, files, rules, head } = await recorded();
    copyFileSync(record, `${record}.old`);
    await shouze('check', files, '--rulebook', rules, '--record', record);
    await shouze('audit', 'head', record, '--out', head);
    renameSync(`${record}.old`, record);
    expect((await shouze('audit', 'verify', record)).out).toContain('仅凭记录本身看不出来');
    const { code, err } = await shouze('audit', 'verify', record, '--head', head);
    expect({ code, err }).toMatchObject({
      code: 1,
      err: expect.stringContaining('换回了旧的副本'),
    });
  });

  test('a head that was kept still holds when more runs have come', async () => {
    const { record, files, rules, head } = await recorded();
    await shouze('check', files, '--rulebook', rules, '--record', record);
    expect((await shouze('audit', 'verify', record, '--head', head)).code).toBe(0);
  });
});

test('the database itself refuses what is not added behind the last', async () => {
  const { record } = await recorded();
  const database = new DatabaseSync(record);
  const refused = [
    "UPDATE entries SET kind = 'x'",
    'DELETE FROM entries WHERE number = 3',
    "UPDATE texts SET text = 'x'",
    'DELETE FROM texts',
    "INSERT OR REPLACE INTO entries VALUES (3, 1, 'x', 'x', 'x')",
    'INSERT OR REPLACE INTO texts SELECT digest, 0 FROM texts',
    "INSERT INTO entries VALUES (9999, 1, 'x', 'x', 'x')",
  ];
  for (const sql of refused) {
    expect(() => {
      database.exec(sql);
    }).toThrow(/a record is only added to|a text is kept once|an entry goes behind the last/u);
  }
  database.close();
  expect((await shouze('audit', 'verify', record)).code).toBe(0);
});

test('a report names its run and the head, and is the same but for that', async () => {
  const { record, files, rules } = await recorded();
  const call = ['check', files, '--rulebook', rules, '--today', '2024-06-01', '--format', 'json'];
  const plain = JSON.parse((await shouze(...call)).out) as CheckReport;
  const { out, err } = await shouze(...call, '--record', record);
  const { summary, ...rest } = JSON.parse(out) as CheckReport;
  const { record: named, ...counts } = summary;
  const head = openRecord(record, 'read').head();
  expect({ ...rest, summary: counts }).toEqual(plain);
  expect(named).toEqual({ run: 2, head });
  expect(err).toContain(`recorded as run 2, head ${head.number} ${head.hash}`);
  const listed = await shouze('audit', 'list', record);
  expect(listed.out).toMatchInlineSnapshot(`
    "次  检查日      规则库         卷宗  合规  不合规  待核实  未能读取  状态
    1   2024-06-01  fixture 1.0.0  3     0     1       2       0         已完成
    2   2024-06-01  fixture 1.0.0  3     0     1       2       0         已完成
    "
  `);
});

test('the same run into a fresh record has the same head', async () => {
  const [one, other] = [await recorded(), await recorded()];
  const headIn = ({ head }: Kept) => readFileSync(head, 'utf8');
  // paths are part of what a run began with, and these differ
  expect(headIn(one)).not.toBe(headIn(other));
  const again = join(one.folder, 'again.db');
  const call = ['check', one.files, '--rulebook', one.rules, '--today', '2024-06-01'];
  await shouze(...call, '--record', again);
  expect((await shouze('audit', 'head', again)).out).toBe(headIn(one));
});

test('entries of other kinds are added behind, and read again', async () => {
  const { record, head } = await recorded();
  const file = openRecord(record, 'write');
  file.appendEntry('ledger', '{"finding":"R1/TST-001","state":"issued"}');
  file.appendEntry('ledger', '{"finding":"R1/TST-001","state":"closed"}');
  const texts = [...file.entries({ kind: 'ledger' })].map(({ digest }) => file.text(digest));
  file.close();
  expect(texts.map((text) => JSON.parse(String(text)) as unknown)).toEqual([
    { finding: 'R1/TST-001', state: 'issued' },
    { finding: 'R1/TST-001', state: 'closed' },
  ]);
  expect((await shouze('audit', 'verify', record, '--head', head)).code).toBe(0);
});

describe('a run that goes on', () => {
  test.each<readonly [string, (kept: Kept) => readonly string[], string]>([
    ['another day of check', () => ['--today', '2024-07-01'], '选项 `--today`'],
    ['another step', () => ['--today', '2024-06-01', '--step', 'ask'], '选项 `--step`'],
    [
      'another rulebook',
      ({ rules }) => {
        edit(rules, 'stages/work/decide/TST-001-under-test.yaml', '<= limit', '<= 2 * limit');
        return ['--today', '2024-06-01'];
      },
      '规则库',
    ],
    [
      'another dossier',
      ({ files }) => {
        writeFileSync(files, loans([10, 500, 21]));
        return ['--today', '2024-06-01'];
      },
      'files.ndjson',
    ],
  ])('not with %s', async (_, change, says) => {
    const kept = await recorded();
    const more = change(kept);
    const call = ['check', '--rulebook', kept.rules, '--record', kept.record, '--resume', '1'];
    const { code, err } = await shouze(...call, ...more);
    expect(err).toContain(says);
    expect(err).toContain('[record/differs]');
    expect(code).toBe(2);
  });

  test('one that has come to its end gives its report again, in any format', async () => {
    const { files, rules, record, head } = await recorded('--format', 'json');
    const call = ['check', '--rulebook', rules, '--today', '2024-06-01', '--format', 'ndjson'];
    const whole = await shouze(...call, files, '--record', join(temporary(), 'r.db'));
    const again = await shouze(...call, '--record', record, '--resume', '1');
    expect(again.out).toBe(whole.out);
    expect((await shouze('audit', 'head', record)).out).toBe(readFileSync(head, 'utf8'));
  });
});

describe('a run that is judged again', () => {
  test('comes out the same, by the rulebook of then', async () => {
    const { files, rules, record } = await recorded();
    edit(rules, 'stages/work/decide/TST-001-under-test.yaml', '<= limit', '<= 9 * limit');
    const { code, out } = await shouze(
      'audit',
      'replay',
      '1',
      '--dossiers',
      files,
      '--record',
      record,
    );
    expect(out).toContain('3 份卷宗中 3 份与当时一致，差异 0 处');
    expect(out).toMatch(/^判定程序：当时 .*（同一程序）/u);
    expect(code).toBe(0);
  });

  test('tells what is absent and what was changed', async () => {
    const { folder, record } = await recorded();
    const other = put(folder, 'other.ndjson', loans([10, 501]));
    const { code, out } = await shouze(
      'audit',
      'replay',
      '1',
      '--dossiers',
      other,
      '--record',
      record,
    );
    expect(out).toContain('卷宗已改动：R1');
    expect(out).toContain('缺卷宗：R2');
    expect(out).toContain('缺或已改动 2 份');
    expect(code).toBe(1);
  });

  test('tells what comes out otherwise', async () => {
    const { record, files } = await recorded();
    const file = openRecord(record, 'read');
    const [, line] = [...file.entries({ run: 1, kind: 'dossier' })];
    const text = String(file.text(line?.digest ?? ''));
    file.close();
    const other = text
      .replace('"verdict":"fail"', '"verdict":"pass"')
      .replace('"status":"fail"', '"status":"waived"');
    tamper(
      record,
      `INSERT INTO texts VALUES ('${digestOfBytes(other)}', '${other.replaceAll("'", "''")}');
       UPDATE entries SET digest = '${digestOfBytes(other)}' WHERE digest = '${line?.digest ?? ''}';
       DELETE FROM texts WHERE digest = '${line?.digest ?? ''}'`,
    );
    rechain(record);
    expect((await shouze('audit', 'verify', record)).code).toBe(0);
    const { code, out } = await shouze(
      'audit',
      'replay',
      '1',
      '--dossiers',
      files,
      '--record',
      record,
    );
    expect(out).toContain('R1：当时合规，现在不合规');
    expect(out).toContain('R1 · TST-001：当时已批准例外，现在不合规');
    expect(out).toContain('差异 2 处');
    expect(code).toBe(1);
  });

  test('does not believe a text that says something else than its digest', async () => {
    const { record, files } = await recorded();
    tamper(record, `UPDATE texts SET text = replace(text, '"fail"', '"pass"')`);
    const { code, err } = await shouze(
      'audit',
      'replay',
      '1',
      '--dossiers',
      files,
      '--record',
      record,
    );
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringContaining('record/altered'),
    });
  });

  test('needs no dossiers where they were kept', async () => {
    const { record } = await recorded('--keep-dossiers');
    const { code, out } = await shouze('audit', 'replay', '1', '--record', record);
    expect(out).toContain('3 份卷宗中 3 份与当时一致');
    expect(code).toBe(0);
  });
});

describe('a file that cannot be used as a record', () => {
  test.each<readonly [string, (path: string) => void, string]>([
    [
      'a text',
      (path) => writeFileSync(path, 'not a database, but long enough to look at'),
      '不是检查记录',
    ],
    [
      'a database of another',
      (path) => {
        const database = new DatabaseSync(path);
        database.exec('CREATE TABLE a (b)');
        database.close();
      },
      '不是检查记录',
    ],
    [
      'one of a later format',
      (path) => {
        openRecord(path, 'write').close();
        const database = new DatabaseSync(path);
        database.exec('PRAGMA user_version = 7');
        database.close();
      },
      '第 7 版格式',
    ],
  ])('%s', async (_, make, says) => {
    const folder = temporary();
    const files = put(folder, 'files.ndjson', loans([10]));
    const record = join(folder, 'record.db');
    make(record);
    const { code, err } = await shouze('check', files, '--rulebook', small, '--record', record);
    expect(err).toContain(says);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  test('one that another writes to', async () => {
    const { record, files, rules } = await recorded();
    const database = new DatabaseSync(record);
    database.exec('BEGIN EXCLUSIVE');
    const { code, err } = spawned(['check', files, '--rulebook', rules, '--record', record]);
    database.exec('ROLLBACK');
    database.close();
    expect(err).toContain('[record/locked]');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  test('one that finds the disk full', () => {
    const folder = temporary();
    const files = put(folder, 'files.ndjson', loans([10]));
    const record = join(folder, 'record.db');
    const limited = `ulimit -f 40; "$0" bin/shouze.js check "$1" --rulebook ${small} --record "$2"`;
    const { status, stderr } = spawnSync('bash', ['-c', limited, process.execPath, files, record], {
      encoding: 'utf8',
      env: { ...process.env, SHOUZE_CACHE: 'off', NODE_DISABLE_COMPILE_CACHE: '1' },
    });
    expect(stderr).toContain('[io/unwritable]');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
  });
});
