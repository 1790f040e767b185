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

describe.each([
  ['small', small],
  ['shipped', shipped],
])('%s, as many pages', (_, program) => {
  const files = filesOf(program, ['html-pages', 'html'], '2026-11-23');
  const pagesOf = (language: string) =>
    [...files].filter(([path]) => path.startsWith(`${language}/`) && path.endsWith('.html'));
  const bodyOf = (page: string) => page.replace(/<script>.*?<\/script>/su, '');
  const idsOf = (page: string) => [...page.matchAll(/ id="([^"]+)"/gu)].map(([, id = '']) => id);

  test.each(['zh', 'en'])('each page in %s needs nothing but its folder', (language) => {
    const pages = pagesOf(language);
    const faults = pages.filter(([, page]) => {
      const [style = '', script = ''] = [
        /<style>(.*?)<\/style>/su.exec(page)?.[1],
        /<script>(.*?)<\/script>/su.exec(page)?.[1],
      ].map((text = '') => createHash('sha256').update(text).digest('base64'));
      const policy = `content="default-src 'none'; script-src 'sha256-${script}' 'strict-dynamic'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'"`;
      return (
        !page.includes(policy) ||
        page.match(/<script\b/gu)?.length !== 2 ||
        /<(?:img|link|iframe|object|embed|form)\b| on\w+=| style=| src=|url\(|@import/u.test(
          bodyOf(page),
        )
      );
    });
    expect(faults.map(([path]) => path)).toEqual([]);
  });

  test.each(['zh', 'en'])(
    'every link in %s leads to a heading of the page that it names',
    (language) => {
      const known = new Set(
        pagesOf(language).flatMap(([path, page]) => {
          const file = path.slice(language.length + 1);
          return [file, ...idsOf(page).map((id) => `${file}#${id}`)];
        }),
      );
      const links = pagesOf(language).flatMap(([, page]) =>
        [...bodyOf(page).matchAll(/ href="(?!https?:)([^"]*)"/gu)].map(([, to = '']) => to),
      );
      expect(links.length).toBeGreaterThan(20);
      expect([...new Set(links)].filter((to) => !known.has(to))).toEqual([]);
    },
  );

  test.each(['zh', 'en'])('all ids of the one page in %s are on one of the many', (language) => {
    const own = new Set(['contents', 'find', 'found', 'words']);
    const ids = pagesOf(language).flatMap(([, page]) =>
      idsOf(bodyOf(page)).filter((id) => !own.has(id)),
    );
    const whole = idsOf(bodyOf(files.get(`manual.${language}.html`) ?? ''));
    expect(ids).toEqual(whole.filter((id) => !own.has(id)));
  });

  test('no page takes long to open', () => {
    const sizes = [...pagesOf('zh'), ...pagesOf('en')].map(
      ([path, page]) => [path, Buffer.byteLength(page)] as const,
    );
    expect(sizes.filter(([, size]) => size > 420_000)).toEqual([]);
  });
});

test('HTML in prose is shown, never obeyed', () => {
  const page = filesOf(small, ['html'], '2026-11-23').get('manual.zh.html') ?? '';
  expect(page).toContain('看凭证&#x3C;script>alert(1)&#x3C;/script>。');
  expect(page).not.toContain('javascript:');
  expect(page).toContain('<a href="https://example.com">官网</a>');
});
