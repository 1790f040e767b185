import axe from 'axe-core';

import { folded } from '../../../src/document/page/search.ts';
import type { OpenPage } from '../../report/chromium.ts';

/** A screen of a width in pixels. */
export async function screen(
  browser: OpenPage,
  width: number,
  scheme: 'light' | 'dark',
): Promise<void> {
  await browser.send('Emulation.setDeviceMetricsOverride', {
    width,
    height: 844,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await browser.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value: scheme }],
  });
}

/** Presses a key, as the keyboard does. */
export async function press(browser: OpenPage, key: string): Promise<void> {
  const codes: Readonly<Record<string, number>> = {
    Enter: 13,
    Escape: 27,
    ArrowUp: 38,
    ArrowDown: 40,
    '/': 191,
  };
  const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
  const event = { key, windowsVirtualKeyCode: codes[key], ...(text !== undefined && { text }) };
  await browser.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
  await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

/** Types a text where the cursor is. */
export async function type(browser: OpenPage, text: string): Promise<void> {
  await browser.send('Input.insertText', { text });
}

/** The headings of a page that have a text between them and the next, by nothing but its markup. */
export function idsWith(query: string, html: string): readonly string[] {
  const [, main = ''] = html.split('<main>');
  const [text = ''] = main.split('</main>');
  const parts = text.replaceAll(/<svg.*?<\/svg>/gsu, '').split(/(?=<h\d id="[^"]*")/u);
  const references = /&#x([0-9A-F]+);|&(amp|lt|gt|quot);/gu;
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return parts.flatMap((part) => {
    const id = /^<h\d id="([^"]*)"/u.exec(part)?.[1];
    const says = part
      .replaceAll(/<[^>]*>/gu, '')
      .replaceAll(references, (_, code: string | undefined, name: string | undefined) =>
        code === undefined
          ? (named[name ?? ''] ?? '')
          : String.fromCodePoint(Number.parseInt(code, 16)),
      );
    return id !== undefined && folded(says).includes(folded(query)) ? [id] : [];
  });
}

/** What axe finds serious or critical on the page that is open, with the markup of each. */
export async function graveFaults(browser: OpenPage): Promise<unknown> {
  await browser.ask(`${axe.source}; 0`);
  return browser.ask(
    `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
  );
}
