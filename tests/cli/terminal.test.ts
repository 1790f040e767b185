import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { copied, edit, put, shouze, temporary } from './harness.ts';

/** What acts on a terminal: all controls but tabs and line breaks, marks of direction, other separators. */
const acts = /(?![\t\n])[\p{Cc}\p{Bidi_C}\p{Zl}\p{Zp}]/u;

/** A name or text that would clear the screen, turn what follows around and add a verdict of its own. */
const hostile =
  'X\u001b[2J\u001b[31m\u0007\r\u009b1A\u202e\u2066\u061c\u2028\u0085\u007f\nFORGED  合规  b.yaml';
const forged = /^\s{0,4}FORGED/mu;

/** A rulebook whose rule fails and shows what it saw, and a hostile dossier with a hostile name. */
function setting() {
  const rulebook = copied('tests/codes/fixture');
  const name = 'stages/lending/review/DEM-001-loan-share.yaml';
  edit(
    rulebook,
    name,
    'require: loan',
    'each: { party: parties }\nrequire: party.name = "Y" and loan',
  );
  edit(
    rulebook,
    name,
    "'贷款 {loan.amount} 超过上限'",
    "'{party.name} 用途 {application.purposeText}'",
  );
  const dossier = {
    meta: { dossierId: hostile },
    application: { productCode: 'HOUSING', purposeText: hostile },
    parties: [{ partyId: hostile, name: hostile, birthDate: '1990-05-01' }],
    transaction: { contractPrice: 1000000, onlineSigningDate: '2024-10-08' },
    loan: { amount: 800000, termMonths: 360, executedRate: 0.0305, [hostile]: hostile },
  };
  const folder = temporary();
  const path = put(folder, `a\u001b[2J\u202e\nFORGED.json`, JSON.stringify(dossier));
  put(folder, `b\u001b[2J\u202e\nFORGED.csv`, '');
  return { rulebook, folder, path };
}

describe('a dossier cannot act on a terminal, nor forge a line', () => {
  test.each([
    ['pretty', ['check', 'FOLDER']],
    ['all outcomes', ['check', 'FOLDER', '--outcomes', 'all', '--unmask']],
    ['English', ['check', 'FOLDER', '--lang', 'en']],
    ['json', ['check', 'FOLDER', '--format', 'json']],
    ['ndjson', ['check', 'FOLDER', '--format', 'ndjson']],
    ['explain', ['explain', 'DEM-001', 'PATH', '--unmask']],
    ['feel', ['feel', 'parties', '--dossier', 'PATH', '--unmask']],
    ['a file that is not there', ['check', `gone${hostile}`]],
    ['an output that cannot be', ['trace', '--out', `${'x'.repeat(300)}${hostile}`]],
    ['an expression', ['feel', `1 + "FORGED ${hostile}`]],
    ['an option', ['check', 'PATH', '--subject', hostile]],
    ['a command', [hostile]],
    ['a rule', ['explain', hostile]],
  ])('%s', async (_, args) => {
    const { rulebook, folder, path } = setting();
    const given = args.map((arg) => (arg === 'FOLDER' ? folder : arg === 'PATH' ? path : arg));
    const { out, err } = await shouze(...given, '--rulebook', rulebook);
    expect(out + err).toContain('FORGED');
    expect(out + err).not.toMatch(acts);
    expect(out + err).not.toMatch(forged);
  });

  test('written to a file', async () => {
    const { rulebook, folder } = setting();
    const out = join(temporary(), 'report.txt');
    await shouze('check', folder, '--out', out, '--rulebook', rulebook);
    const text = readFileSync(out, 'utf8');
    expect(text).toContain('FORGED');
    expect(text).not.toMatch(acts);
    expect(text).not.toMatch(forged);
  });

  test('JSON says what was there', async () => {
    const { rulebook, path } = setting();
    const { out } = await shouze('check', path, '--format', 'json', '--rulebook', rulebook);
    const { dossiers } = JSON.parse(out) as { dossiers: { id: string; file: string }[] };
    expect(dossiers[0]).toMatchObject({ id: hostile, file: path });
  });
});
