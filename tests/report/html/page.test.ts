import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { pageScripts, pageScriptText } from '../../../scripts/page.ts';
import { nodePlatform } from '../../../src/io/platform.ts';
import { htmlWriter } from '../../../src/report/html.ts';
import { gravestFirst, noFilter, selected } from '../../../src/report/html/page/select.ts';
import { script, scriptDigest } from '../../../src/report/html/script.ts';
import { sharedTable } from '../../../src/report/html/shared.ts';
import { style } from '../../../src/report/html/style.ts';
import type { CheckReport } from '../../../src/report/json-format.ts';
import { outcomesOf, readPage, textsOf } from './blocks.ts';
import { checked, manyRecords, manyReport, pageOf, rulebook, sampleFiles } from './records.ts';

const samples = {
  zh: await checked(sampleFiles, 'zh'),
  en: await checked(sampleFiles, 'en'),
} as const;
const pages = { zh: pageOf(samples.zh.report, 'zh'), en: pageOf(samples.en.report, 'en') } as const;
const languages = ['zh', 'en'] as const;

/** The down-payment sample with some of its text exchanged. */
function sample(...changes: readonly (readonly [from: string, to: string])[]): string {
  const text = readFileSync('examples/dossiers/0002-down-payment-short.yaml', 'utf8');
  return changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`the sample has no ${from}`);
    return changed.replace(from, to);
  }, text);
}

/** A page without its data, style and script: what is seen without the script. */
function markupOf(page: string): string {
  return page.replaceAll(/<(script|style)[^]*?<\/\1>/gu, '');
}

describe('the page', () => {
  test('its policy allows its own style and script by digest, and nothing else', () => {
    const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('base64');
    expect(scriptDigest).toBe(digest(script));
    const [, policy] = /Policy"\scontent="([^"]*)"/u.exec(pages.zh) ?? [];
    expect(policy).toBe(
      `default-src 'none'; script-src 'sha256-${digest(script)}'; require-trusted-types-for 'script'; trusted-types 'none'; style-src 'sha256-${digest(style)}'; base-uri 'none'; form-action 'none'`,
    );
    expect(pages.zh).toContain(`<style>${style}</style>`);
    expect(pages.zh).toContain(`<script>${script}</script>`);
  });

  test.each(pageScripts)('%s is what `npm run page` makes', async (path) => {
    expect(readFileSync(path, 'utf8')).toBe(await pageScriptText(path));
  });

  test('its script can neither end early nor make markup or code of a text', () => {
    expect(script).not.toMatch(
      /<\/script|<!--|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(|XMLHttpRequest|import\(/iu,
    );
  });

  test.each(languages)('%s: no handler, no inline style, nothing fetched', (language) => {
    expect(markupOf(pages[language])).not.toMatch(
      /<script|<link|<img|<iframe|<object|<form|\son\w+="|\sstyle="|javascript:|url\(|@import/iu,
    );
    expect(style).not.toMatch(/url\(|@import/u);
  });

  test.each(languages)('%s: what opens closes', (language) => {
    const open: string[] = [];
    const astray: string[] = [];
    const body = markupOf(pages[language]);
    for (const [tag, slash, name = ''] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/gu)) {
      if (name === 'meta' || name === 'br') continue;
      if (slash === '') open.push(name);
      else if (open.pop() !== name) astray.push(tag);
    }
    expect(astray).toEqual([]);
    expect(open).toEqual([]);
  });

  test('says its language, and the same input gives the same bytes', () => {
    expect(pages.zh).toContain('<html lang="zh-CN">');
    expect(pages.en).toContain('<html lang="en">');
    expect(pageOf(samples.zh.report, 'zh')).toBe(pages.zh);
  });

  test('without its script it shows what was checked, the counts and the defects', () => {
    const text = markupOf(pages.zh);
    const { summary, rulebook: book } = samples.zh.report;
    expect(text).toContain(book.digest);
    expect(text).toContain(`不合规 ${summary.fail}`);
    expect(text).toContain('<noscript>');
    for (const { rule } of summary.defects)
      expect(text).toContain(`<th scope="row"><code>${rule}</code></th>`);
  });
});

describe('the samples', () => {
  test.each(languages)('%s: a total finds the very files that it counts', (language) => {
    const page = pages[language];
    const { files, legend } = readPage(page);
    const totals = [...markupOf(page).matchAll(/data-tag="([^"]+)">(\d+) \/ (\d+)</gu)];
    expect(totals.length).toBeGreaterThan(5);
    for (const [, tag = '', found, judged] of totals) {
      const text = tag.toLowerCase();
      const here = selected(files, legend.rules, { ...noFilter, text }, gravestFirst);
      const failing = here.filter(({ fail }) => fail.length > 0);
      expect([tag, failing.length, here.length]).toEqual([tag, Number(found), Number(judged)]);
    }
  });

  test.each(languages)('%s: every finding is there with all that explains it', (language) => {
    const { report } = samples[language];
    const read = readPage(pages[language]);
    for (const record of report.dossiers) {
      const file = read.files.find((one) => one.file === record.file);
      if (!file) throw new Error(`${record.file} is not on the page`);
      const text = textsOf(file, read);
      for (const outcome of record.outcomes) {
        const { gate, at, because, basis, missing, seen = [], toPass, remedy } = outcome;
        const own = gate
          ? []
          : [
              outcome.message[language],
              ...because.flatMap((reason) => [reason.text[language], reason.expression]),
              ...missing,
              ...seen.flatMap((one) => [one.path, one.value[language], one.title[language]]),
              ...toPass.map((bound) => bound.text[language]),
              remedy?.[language],
            ];
        const facts = [
          ...own,
          JSON.stringify(outcome.rule),
          at.path,
          String(at.line),
          ...basis.map(({ clause }) => clause),
        ];
        const absent = facts
          .filter((fact) => fact !== undefined)
          .filter((fact) => !text.includes(fact.trim()));
        expect(absent).toEqual([]);
      }
      for (const { field, says, title } of record.wanting)
        for (const fact of [field, says[language], title[language]]) expect(text).toContain(fact);
    }
  });

  test('files have their verdicts, their findings and what waits for a person, which is never among what cannot be told', () => {
    const read = readPage(pages.zh);
    expect(read.files.map(({ verdict }) => verdict)).toEqual(
      samples.zh.report.dossiers.map(({ verdict }) => verdict),
    );
    for (const [index, record] of samples.zh.report.dossiers.entries()) {
      const file = read.files[index];
      const count = (status: string) =>
        record.outcomes.filter((outcome) => outcome.status === status).length;
      expect(file?.waiting).toBe(record.waiting.length);
      expect(file?.untold).toHaveLength(count('cannot-tell'));
      expect(file?.fail).toHaveLength(count('fail'));
    }
  });

  test('a gate that failed once is one finding, with the steps that went ahead', () => {
    const read = readPage(pages.zh);
    const file = read.files.find(({ id }) => id === 'D-2026-000002');
    if (!file) throw new Error('the sample is not on the page');
    const gates = outcomesOf(file, read).filter(({ gate }) => gate !== undefined);
    expect(gates.map(({ steps }) => steps?.length)).toEqual([10]);
    expect([file.findings, file.fail.length]).toEqual([2, 11]);
    expect(textsOf(file, read)).toContain('前置条件未满足：RSK-007');
  });

  test('what was seen is not told again as another place', () => {
    const read = readPage(pages.zh);
    for (const file of read.files)
      for (const { seen = [], related = [] } of outcomesOf(file, read)) {
        const places = new Set(seen.map(([, , path, line]) => `${path} ${line}`));
        expect(related.filter(({ path, line }) => places.has(`${path} ${line}`))).toEqual([]);
      }
  });

  test('all outcomes, where they are asked for: what waits for a person is still counted apart', async () => {
    const { report } = await checked(sampleFiles.slice(1, 2), 'zh', { outcomes: 'all' });
    const read = readPage(pageOf(report, 'zh'));
    const [file] = read.files;
    if (!file) throw new Error('the sample is not on the page');
    const statuses = new Set(outcomesOf(file, read).map(({ status }) => status));
    expect(statuses).toEqual(new Set(['fail', 'pass', 'not-applicable']));
    expect([file.untold.length, file.waiting]).toEqual([0, report.dossiers[0]?.waiting.length]);
  });
});

describe('in pieces, as dossiers are judged', () => {
  async function written({ alone, together, report }: typeof samples.zh): Promise<string[]> {
    const pieces: string[] = [];
    const { begin, result, end } = htmlWriter(report, (piece) => void pieces.push(piece), {
      language: 'zh',
      rulebook: rulebook.program.rulebook,
      sha256: nodePlatform.sha256,
    });
    await begin();
    for (const record of alone)
      await result({ record, kept: undefined, complaint: '', isWrong: false });
    await end(together, () => report.summary);
    return pieces;
  }

  test('the same files get the same as in a page made at once, what was judged together behind the rest', async () => {
    expect(samples.zh.together.length).toBeGreaterThan(0);
    const [read, whole] = [readPage((await written(samples.zh)).join('')), readPage(pages.zh)];
    for (const [index, one] of read.files.entries()) {
      const other = whole.files[index];
      expect([one.id, one.verdict, one.findings, one.waiting]).toEqual([
        other?.id,
        other?.verdict,
        other?.findings,
        other?.waiting,
      ]);
      const rules = (list: readonly number[] = [], { legend } = read) =>
        new Set(list.map((rule) => legend.rules[rule]?.id));
      expect(rules(one.fail)).toEqual(rules(other?.fail, whole));
      expect(rules(one.untold)).toEqual(rules(other?.untold, whole));
    }
  });

  test('many files come in many pieces, each of bounded length', async () => {
    const { report } = samples.zh;
    const many = { report, alone: [...manyRecords(report, 3000, 20)], together: [] };
    const pieces = await written(many);
    expect(pieces.length).toBeGreaterThan(5);
    const longest = Math.max(...pieces.slice(1, -1).map((piece) => piece.length));
    expect(longest).toBeLessThan(600_000);
  });
});

describe('size', () => {
  test('10,000 files, 5% of them with findings, take at most 15 MB; a sound one at most 600 bytes', () => {
    const bytes = (report: CheckReport) => Buffer.byteLength(pageOf(report, 'zh'));
    const { report } = samples.zh;
    expect(bytes(manyReport(report, 10_000, 20))).toBeLessThan(15e6);
    const sound = bytes(manyReport(report, 4000, 5000)) - bytes(manyReport(report, 2000, 5000));
    expect(sound / 2000).toBeLessThan(600);
  });

  test('a value that comes up again is told once, and the table of those is bounded', () => {
    const { share, added } = sharedTable();
    expect([
      share('最低首付款比例'),
      share('最低首付款比例'),
      share([1, 2]),
      share([1, 2]),
    ]).toEqual([0, 0, 1, 1]);
    expect(added()).toEqual(['最低首付款比例', [1, 2]]);
    for (let number = 2; number < 20_000; number += 1) share(`a text ${number}`);
    expect(share('one more text')).toBe('one more text');
    expect(added()).toHaveLength(19_998);
  });
});

describe('what a file says cannot change the page', () => {
  const harm = `</script><script>alert("1")</script><!--&amp;'`;

  test('markup in an id, in a key, and in the name of the file is text', async () => {
    const text = sample(
      ['dossierId: D-2026-000002', `dossierId: ${JSON.stringify(`D-${harm}`)}`],
      ['partyId: P3', `partyId: "P3\\"><img src=x onerror=alert(1)>"`],
      ['  purposeCode', '  "wrong<b>": 1\n  purposeCode'],
    );
    const { report } = await checked([{ name: `${harm}.yaml`, text }], 'zh', { unmasked: true });
    const page = pageOf(report, 'zh');
    expect(page.match(/<script/gu)).toHaveLength(4);
    expect(page).not.toMatch(/<!--|<img|<b>(?!\d+<)/u);
    const [file] = readPage(page).files;
    expect(file?.id).toBe(`D-${harm}`);
    expect(file?.file).toBe(`${harm}.yaml`);
    expect(JSON.stringify(readPage(page).detailsOf(file ?? fail()))).toContain('wrong<b>');
  });

  test('what the rulebook is called is text, and turns no line about', () => {
    const { report } = samples.zh;
    const title = { zh: `${harm}\u202Etxt` };
    const page = pageOf({ ...report, rulebook: { ...report.rulebook, title } }, 'zh');
    expect(page.match(/<script/gu)).toHaveLength(4);
    const told = '&#x3C;/script>&#x3C;script>alert("1")';
    expect(page).toContain(`<h1>${told}`);
    expect(page.match(/\[U\+202E\]txt/gu)).toHaveLength(2);
    expect(page).not.toMatch(/<!--|\u202E/u);
  });

  function fail(): never {
    throw new Error('no file is on the page');
  }
});

describe('personal data', () => {
  const numberBare = sample(['idNumber: "990101199608210578"', 'idNumber: 990101199608210578']);

  test('is masked, also where the file has it wrong', async () => {
    const page = pageOf((await checked([{ name: 'a.yaml', text: numberBare }], 'zh')).report, 'zh');
    expect(page).not.toContain('990101199608210578');
    expect(page).toContain('9901**********0578');
    for (const name of ['秦朗', '何秀兰']) expect(page).not.toContain(name);
  });

  test('is shown when asked for, and the page says so', async () => {
    const { report } = await checked([{ name: 'a.yaml', text: numberBare }], 'zh', {
      unmasked: true,
    });
    const page = pageOf(report, 'zh');
    expect(page).toContain('990101199608210578');
    expect(markupOf(page)).toContain('未脱敏');
  });
});

describe('what was asked is at the head', () => {
  test('the day and the step', async () => {
    const options = { asOf: '2024-10-01', today: '2026-12-01', step: 'approval' };
    const { report } = await checked([{ name: 'a.yaml', text: sample() }], 'en', options);
    const text = markupOf(pageOf(report, 'en'));
    for (const said of ['2024-10-01', '2026-12-01', 'Approval']) expect(text).toContain(said);
  });

  test('that it was stopped', () => {
    const { report } = samples.zh;
    const page = pageOf({ ...report, summary: { ...report.summary, stopped: true } }, 'zh');
    expect(markupOf(page)).toContain('中途停止');
    expect(markupOf(pages.zh)).not.toContain('中途停止');
  });

  test('a file that is no dossier has its problems and no verdict', async () => {
    const { report } = await checked([{ name: 'x.json', text: '{"x": 1}' }], 'zh');
    const page = pageOf(report, 'zh');
    expect(markupOf(page)).toContain('无结论');
    const read = readPage(page);
    const [file] = read.files;
    expect([file?.verdict, file?.problems]).toEqual([undefined, 1]);
    expect(file && textsOf(file, read)).toMatch(/dossier\/not-a-dossier[^]*x\.json:1:1/u);
  });
});

test('a clause that nobody has checked is marked', () => {
  const { report } = samples.zh;
  const clauses = Object.fromEntries(
    Object.entries(report.clauses).map(([ref, clause]) => [
      ref,
      { ...clause, confidence: 'GK' as const, verified: false },
    ]),
  );
  const { legend } = readPage(pageOf({ ...report, clauses }, 'zh'));
  expect(legend.clauses.length).toBeGreaterThan(0);
  expect(legend.clauses.every(({ verified }) => !verified)).toBe(true);
  expect(legend.words.page.unverified).toContain('依据待核');
});
