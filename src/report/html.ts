import { inLanguage } from '../base/language.ts';
import { tagOf } from '../words/punctuation.ts';
import type { CheckRun, ReportOptions } from './checked.ts';
import { html, type Markup } from './html/markup.ts';
import { pageOf } from './html/page.ts';
import { sectionMarkup } from './html/section.ts';
import { sectionsOf } from './html/sections.ts';
import { style, styleDigest } from './html/style.ts';
import { headMarkup, legendMarkup, summaryMarkup } from './html/summary.ts';

/** A check as one page that needs nothing else: no script, no font, no picture, no network. */
export function htmlReport(run: CheckRun, options: ReportOptions): string {
  const page = pageOf(run, options);
  const sections = sectionsOf(run, options);
  const { data } = run.program.rulebook.manifest;
  const styleElement: Markup = { kind: 'markup', text: `<style>${style}</style>` };
  const { text } = html`<!doctype html>
    <html lang="${tagOf(options.language)}">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'sha256-${styleDigest}'; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="shouze ${run.engine}" />
        <title>${page.words.title(inLanguage(data.title, options.language) || data.id)}</title>
        ${styleElement}
      </head>
      <body>
        ${headMarkup(page)}
        <main>
          ${summaryMarkup(sections, page)}
          ${sections.map((section) => sectionMarkup(section, page))}
        </main>
        ${legendMarkup(page)}
      </body>
    </html> `;
  return text;
}
