import type { Page } from '../../../desk/selection.ts';

interface PagerWords {
  readonly pages: string;
  readonly previous: string;
  readonly next: string;
}

/** Goes from page to page of a long list, and says where one is. */
export function Pager({
  page,
  length,
  words,
  shown,
  go,
}: {
  readonly page: Page<unknown>;
  /** Lines of a page, at most. */
  readonly length: number;
  readonly words: PagerWords;
  readonly shown: (from: number, until: number, total: number) => string;
  readonly go: (from: number) => void;
}) {
  const { total, from, lines } = page;
  if (total === 0) return null;
  const said = shown(from + 1, from + lines.length, total);
  if (total <= length) return <p class="soft">{said}</p>;
  return (
    <nav class="pager" aria-label={words.pages}>
      <button type="button" disabled={from === 0} onClick={() => go(from - length)}>
        {words.previous}
      </button>
      <span>{said}</span>
      <button type="button" disabled={from + length >= total} onClick={() => go(from + length)}>
        {words.next}
      </button>
    </nav>
  );
}
