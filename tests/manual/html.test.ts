import { createHash } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { filesOf, shipped, small } from './harness.ts';

describe.each([
  ['small', small],
  ['shipped', shipped],
])('%s', (_, program) => {
  const files = filesOf(program, ['html'], '2026-11-23');

  test.each(['zh', 'en'])('the page in %s needs nothing but itself', (language) => {
    const page = files.get(`manual.${language}.html`) ?? '';
    const style = /<style>(.*?)<\/style>/su.exec(page)?.[1] ?? '';
    const script = /<script>(.*?)<\/script>/su.exec(page)?.[1] ?? '';
    const [ofStyle, ofScript] = [style, script].map((text) =>
      createHash('sha256').update(text).digest('base64'),
    );
    expect(page).toContain(
      `content="default-src 'none'; script-src 'sha256-${ofScript}'; style-src 'sha256-${ofStyle}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page.match(/<script\b[^>]*>/gu)).toEqual([
      '<script type="application/json" id="words">',
      '<script>',
    ]);
    expect(
      page
        .replace(`<script>${script}</script>`, '')
        .match(/<(?:img|link|iframe|object|embed|form)\b| on\w+=| style=| src=|url\(|@import/gu),
    ).toBeNull();
    expect(page.match(/<[^>]*\bhref="(?!#|https?:)[^"]*"/gu)).toBeNull();
  });

  test.each(['zh', 'en'])('every link in the page in %s leads to a heading', (language) => {
    const page = (files.get(`manual.${language}.html`) ?? '').replace(
      /<script>.*?<\/script>/su,
      '',
    );
    const ids = [...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const known = new Set(ids);
    const links = [...page.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(links.filter((id) => !known.has(id))).toEqual([]);
  });
});

test('HTML in prose is shown, never obeyed', () => {
  const page = filesOf(small, ['html'], '2026-11-23').get('manual.zh.html') ?? '';
  expect(page).toContain('看凭证&#x3C;script>alert(1)&#x3C;/script>。');
  expect(page).not.toContain('javascript:');
  expect(page).toContain('<a href="https://example.com">官网</a>');
});
