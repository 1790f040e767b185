import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { typeOver } from '../tests/io/others.ts';

const book = 'examples/exports/loan-book.xlsx';
const mapping = ['--mapping', 'examples/exports/loan-book.mapping.yaml'];
const day = ['--today', '2026-11-25'];
/** What of a sheet has anything on it, in pixels. */
const topOf = ['-x', '40', '-y', '50', '-W', '2050', '-H', '400'];
const finding = 'D-2026-000000-2026-0102/DEC-010/Y1';

/** Takes pictures of the papers in docs/desk.md as LibreOffice opens them; it and pdftoppm (Poppler) must be there. */
const folder = mkdtempSync(join(tmpdir(), 'shouze-desk-'));
try {
  const at = (name: string) => join(folder, name);
  await typeOver(book, at('book.xlsx'), '审批', { H2: 140 });
  const check = ['check', at('book.xlsx'), ...mapping, ...day];
  const ledger = ['--ledger', at('ledger.ndjson')];
  shouze(...check, '--format', 'ndjson', '--outcomes', 'all', '--out', at('run.ndjson'));
  shouze('ledger', 'take', at('run.ndjson'), '--by', 'S-QA1', ...day, ...ledger);
  const move = ['ledger', 'move', finding, '--to', 'issued', '--by', 'S-QA1'];
  shouze(...move, ...day, ...ledger);
  shouze('ledger', 'out', '--state', 'issued', '--out', at('ledger.xlsx'), ...day, ...ledger);
  shouze(...check, '--format', 'register', '--out', at('register.xlsx'));
  for (const paper of ['confirmation', 'notice'])
    shouze(...check, '--format', paper, '--out', at(`${paper}.docx`));
  const short = 'examples/dossiers/0002-down-payment-short.yaml';
  shouze('check', short, ...day, '--format', 'workpaper', '--out', at('workpaper.docx'));
  for (const sheet of ['register', 'ledger']) picture(`${sheet}.xlsx`, 130, ...topOf);
  for (const paper of ['confirmation', 'notice', 'workpaper']) picture(`${paper}.docx`, 80);

  /** Of the first page, in dots an inch; `more` cuts it. */
  function picture(file: string, dots: number, ...more: readonly string[]): void {
    const name = file.replace(/\..*$/u, '');
    run('soffice', '--headless', '--convert-to', 'pdf', '--outdir', folder, at(file));
    const how = ['-r', `${dots}`, '-png', '-singlefile', ...more];
    run('pdftoppm', ...how, at(`${name}.pdf`), at(name));
    copyFileSync(at(`${name}.png`), `docs/images/desk-${name}.png`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function shouze(...args: readonly string[]): void {
  run(process.execPath, 'bin/shouze.js', ...args);
}

/** @throws Error when a program is not there, or the call was wrong */
function run(program: string, ...args: readonly string[]): void {
  const { status, error, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (error || status === null || status > 1)
    throw new Error(`${program} ${args.join(' ')}\n${error?.message ?? stderr}`);
}
