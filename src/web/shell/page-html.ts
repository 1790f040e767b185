import { escaped } from '../../document/escaped.ts';

/** What a page is put together from. */
export interface PageParts {
  readonly title: string;
  readonly language: string;
  /** Of what runs in the page itself. */
  readonly script: string;
  readonly style: string;
  /** The code of its worker, and its rulebook: base64 of gzip. */
  readonly worker: string;
  readonly rulebook: string;
  /** Said where scripts do not run. */
  readonly noScript: string;
  /** SHA-256 of a text, base64. */
  readonly sha256: (text: string) => string;
}

/**
 * The page as one file. Its policy names its own script and style by digest, lets it start workers of what it carries,
 * and lets it fetch nothing: what a rule or a file says can become neither code nor a request.
 */
export function pageHtml(parts: PageParts): string {
  const { title, language, style, worker, rulebook, noScript, sha256 } = parts;
  // in a script of a page these would end it, or begin a comment
  const script = parts.script.replaceAll(/<(?=\/script|script|!--)/giu, '\\x3c');
  const policy = [
    `default-src 'none'`,
    `script-src 'sha256-${sha256(script)}'`,
    `style-src 'sha256-${sha256(style)}'`,
    'worker-src blob:',
    `img-src data: blob:`,
    `connect-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return [
    '<!doctype html>',
    `<html lang="${language === 'zh' ? 'zh-CN' : language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="generator" content="shouze">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<div id="page"><noscript>${escaped(noScript)}</noscript></div>`,
    `<script type="application/octet-stream" id="worker">${worker}</script>`,
    `<script type="application/octet-stream" id="rulebook">${rulebook}</script>`,
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
