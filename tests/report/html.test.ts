import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { checkSource } from '../check/check-source.ts';
import { readCall } from '../../src/cli/call.ts';
import { runCheck } from '../../src/cli/run-check.ts';
import { soundRulebook } from '../../src/cli/load.ts';
import type { JudgeOptions } from '../../src/evaluate/outcome.ts';
import type { CheckRun } from '../../src/report/checked.ts';
import { htmlReport } from '../../src/report/html.ts';
import { html, quoted } from '../../src/report/html/markup.ts';
import { style, styleDigest } from '../../src/report/html/style.ts';
import { viewer } from '../../src/report/view.ts';

const loaded = soundRulebook(readCall(['--rulebook', 'rules'], {}));
if (!loaded) throw new Error('rules/ has errors');
const samples = runCheck(loaded, ['examples/dossiers'], {});
const pages = {
  zh: htmlReport(samples, { language: 'zh', unmasked: false }),
  en: htmlReport(samples, { language: 'en', unmasked: false }),
} as const;
const languages = ['zh', 'en'] as const;

/** A run over one text in place of a file. */
function runOf(text: string, name = 'a.yaml', options: JudgeOptions = {}): CheckRun {
  return { ...samples, options, files: [checkSource({ name, text }, samples.program, options)] };
}

/** The down-payment sample with some of its text exchanged. */
function sample(...changes: readonly (readonly [from: string, to: string])[]): string {
  const text = readFileSync('examples/dossiers/0002-down-payment-short.yaml', 'utf8');
  return changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`the sample has no ${from}`);
    return changed.replace(from, to);
  }, text);
}

/** Text of a page as a browser shows it, without tags and with spaces made one. */
function shown(page: string): string {
  return page
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/gu, ' ');
}

describe('the page', () => {
  test('its policy allows its own style by digest, and nothing else', () => {
    const digest = createHash('sha256').update(style, 'utf8').digest('base64');
    expect(styleDigest).toBe(digest);
    const [, policy, used] =
      /Policy"\scontent="([^"]*)"[^]*<style>([^<]*)<\/style>/u.exec(pages.zh) ?? [];
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`,
    );
    expect(used).toBe(style);
  });

  test.each(languages)(
    '%s: no script, no handler, no inline style, nothing fetched',
    (language) => {
      expect(pages[language]).not.toMatch(
        /<script|<link|<img|<iframe|<object|<form|\son\w+="|\sstyle="|javascript:|url\(|@import/iu,
      );
      expect(
        [...pages[language].matchAll(/href="([^"]*)"/gu)].filter(
          ([, href]) => !href?.startsWith('#'),
        ),
      ).toEqual([]);
    },
  );

  test.each(languages)(
    '%s: every link leads to a place, and no two places share a name',
    (language) => {
      const ids = [...pages[language].matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id);
      const links = [...pages[language].matchAll(/href="#([^"]*)"/gu)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(links.filter((link) => !ids.includes(link))).toEqual([]);
    },
  );

  test.each(languages)('%s: what opens closes', (language) => {
    const open: string[] = [];
    const astray: string[] = [];
    const body = pages[language].replace(style, '');
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
    expect(htmlReport(samples, { language: 'zh', unmasked: false })).toBe(pages.zh);
  });
});

describe('the samples', () => {
  test.each(languages)(
    '%s: every fail, waiver and missing field is on the page with its place',
    (language) => {
      const text = shown(pages[language]);
      for (const { file, judged } of samples.files) {
        if (!judged) throw new Error(`${file} was not judged`);
        const { view } = viewer(samples.program, judged.subject, judged.dossier, language, false);
        for (const outcome of judged.judgement.outcomes) {
          if (!['fail', 'waived', 'cannot-tell'].includes(outcome.status)) continue;
          const { at, because, basis, missing, remedy, toPass } = view(outcome);
          const facts = [
            outcome.rule,
            `${file}:${at.line}:${at.column}`,
            ...because.map((reason) => reason.text),
            ...missing.map(({ path }) => path),
            ...basis.map(({ clause }) => clause),
            ...(remedy === undefined || outcome.status === 'cannot-tell' ? [] : [remedy]),
            ...toPass,
          ];
          const absent = facts
            .map((fact) => fact.replaceAll(/\s+/gu, ' ').trim())
            .filter((fact) => !text.includes(fact));
          expect(absent).toEqual([]);
        }
      }
    },
  );

  test('every outcome is there: as a card, in a table of what waits, or in the table of the rest', () => {
    const judged = samples.files.flatMap((file) => file.judged?.judgement.outcomes ?? []);
    const rows = pages.zh.match(/<code class="rule">/gu) ?? [];
    const folded =
      pages.zh.match(/<th scope="row">[^<]*<\/th>\s<td><code>process\/[a-z-]+\/gate<\/code>/gu) ??
      [];
    expect(rows.length + folded.length).toBe(judged.length);
  });

  test('a finding shows the values it saw, each with its line', () => {
    const text = shown(pages.zh);
    expect(text).toContain('首付款金额 149,999.99 transaction.downPaymentAmount 168:22');
    expect(text).toContain('首付款金额 transaction.downPaymentAmount 不低于 150000.00');
  });

  test('of a list that holds no fitting element, the elements are shown that were compared', () => {
    expect(shown(pages.zh)).toMatch(
      /审批时间 2026-08-24 11:00:00 approvals\[Y1\]\.decidedAt \d+:\d+/u,
    );
  });

  test('a gate that failed once is one card, with the steps that went ahead', () => {
    expect(pages.zh.match(/前置条件未满足：RSK-007/gu)).toHaveLength(1);
    expect(shown(pages.zh)).toContain('其后 8 个流程节点仍已办理');
  });
});

describe('what a file says cannot change the page', () => {
  const harm = `<script>alert("1")</script>&amp;'`;

  test('markup in an id, in a key, and in the name of the file is text', () => {
    const text = sample(
      ['dossierId: D-2026-000002', `dossierId: "D-<script>alert(\\"1\\")</script>&amp;'"`],
      ['partyId: P3', `partyId: "P3\\"><img src=x onerror=alert(1)>"`],
      ['  purposeCode', '  "wrong<b>": 1\n  purposeCode'],
    );
    const page = htmlReport(runOf(text, `${harm}.yaml`), { language: 'zh', unmasked: true });
    expect(page).not.toMatch(/<script|<img|<b>(?!\d+<)/u);
    expect(shown(page)).toContain(`D-${harm}`);
    expect(shown(page)).toContain('wrong<b>');
    expect(shown(page)).toContain(`${harm}.yaml:`);
  });

  test.each([
    ['<', '&lt;'],
    ['"\'', '&quot;&#39;'],
    ['&lt;', '&amp;lt;'],
    ['a\u202Eb', 'a[U+202E]b'],
    ['a\u0000b', 'a[U+0000]b'],
    ['\uD800', '\uFFFD'],
    ['张三\n', '张三\n'],
  ])('%j is written %j', (text, written) => {
    expect(html`${text}`.text).toBe(written);
    expect(html`<a title="${text}"></a>`.text).toBe(`<a title="${written}"></a>`);
  });

  test('a template escapes its values, not its markup, and leaves out nothing', () => {
    expect(html`<p>${[html`<b>${'<'}</b>`, 1, undefined, '&']}</p>`.text).toBe(
      '<p><b>&lt;</b>1&amp;</p>',
    );
    expect(html`${quoted('no `<x>` here')}`.text).toBe('no <code>&lt;x&gt;</code> here');
  });
});

describe('personal data', () => {
  const numberBare = sample(['idNumber: "990101199608210578"', 'idNumber: 990101199608210578']);

  test('is masked, also where the file has it wrong', () => {
    const page = htmlReport(runOf(numberBare), { language: 'zh', unmasked: false });
    expect(page).not.toContain('990101199608210578');
    expect(page).toContain('9901**********0578');
    for (const name of ['秦朗', '何秀兰']) expect(page).not.toContain(name);
  });

  test('is shown when asked for, and the page says so', () => {
    const page = htmlReport(runOf(numberBare), { language: 'zh', unmasked: true });
    expect(page).toContain('990101199608210578');
    expect(page).toContain('未脱敏');
  });
});

describe('what was asked is at the head', () => {
  test('the day and the step', () => {
    const options = { asOf: '2024-10-01', today: '2026-12-01', step: 'approval' };
    const page = htmlReport(runOf(sample(), 'a.yaml', options), {
      language: 'en',
      unmasked: false,
    });
    expect(page).toContain('2024-10-01');
    expect(page).toContain('2026-12-01');
    expect(shown(page)).toContain('Step reached Approval');
    expect(page).toContain('not-due');
  });

  test('a file that is no dossier has its problems and no verdict', () => {
    const page = htmlReport(runOf('{"x": 1}', 'x.json'), { language: 'zh', unmasked: false });
    expect(page).toContain('无结论');
    expect(page).toContain('dossier/not-a-dossier');
    expect(page).toContain('x.json:1:1');
  });
});

test('a clause that nobody has checked is marked wherever it is cited', () => {
  const { rulebook } = samples.program;
  const sources = rulebook.sources.map((source) => ({
    ...source,
    clauses: new Map(
      [...source.clauses].map(([id, clause]) => [id, { ...clause, confidence: 'GK' as const }]),
    ),
  }));
  const program = { ...samples.program, rulebook: { ...rulebook, sources } };
  const page = htmlReport({ ...runOf(sample()), program }, { language: 'zh', unmasked: false });
  const clauses = page.match(/<code class="clause">/gu) ?? [];
  expect(clauses.length).toBeGreaterThan(0);
  expect(page.match(/<strong class="unverified">依据待核/gu)).toHaveLength(clauses.length);
});
