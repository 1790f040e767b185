import { sayIn } from '../base/language.ts';
import { documentWords } from '../words/document.ts';
import { type Choice, type Facet, facets } from './about.ts';
import type { Document } from './document.ts';
import { escaped } from './escaped.ts';
import { headingsIn } from './places.ts';
import { valueOf } from './sections.ts';

/**
 * What its script needs to make a page searched and chosen from; hidden until the script runs.
 *
 * @param textFile - the file beside the page with the text of all pages, where there are several
 */
export function toolsOf(document: Document, textFile?: string): string {
  const words = sayIn(documentWords, document.language);
  const { find } = words;
  const selects = choicesIn(document).map(([facet, choices]) =>
    [
      `<label>${escaped(words.facets[facet])}<select name="${facet}">`,
      `<option value="">${escaped(words.any)}</option>`,
      ...choices.map(
        ({ id, title }) => `<option value="${valueOf(id)}">${escaped(title)}</option>`,
      ),
      '</select></label>',
    ].join(''),
  );
  return [
    `<div class="tools" role="search"${textFile === undefined ? '' : ` data-text="${textFile}"`} hidden>`,
    '<div class="bar">',
    `<input type="search" id="find" autocomplete="off" spellcheck="false" aria-label="${escaped(find.label)}" placeholder="${escaped(find.hint)}" aria-controls="found" aria-keyshortcuts="/">`,
    ...(selects.length === 0
      ? []
      : [
          `<details class="filters"><summary>${escaped(words.filter)}</summary><div class="selects">${selects.join('')}<button type="button" class="clear">${escaped(words.clear)}</button></div></details>`,
        ]),
    '</div>',
    '<p class="shown" role="status"></p>',
    `<div id="found" hidden><p class="count" role="status"></p><ol></ol><button type="button" class="more" hidden></button></div>`,
    `<script type="application/json" id="words">${jsonOf({ ...words.script, ...(textFile === undefined && { synonyms: document.synonyms }) })}</script>`,
    '</div>',
  ].join('\n');
}

/** Markup in it begins no tag. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** What can be chosen: of each facet the choices there are, in the order of the document, where there are several. */
function choicesIn({ parts }: Document): readonly (readonly [Facet, readonly Choice[]])[] {
  const all = parts.flatMap(({ blocks }) =>
    headingsIn(blocks).flatMap(({ data }) => (data?.about ? [data.about] : [])),
  );
  return facets.flatMap((facet) => {
    const choices = new Map(
      all.flatMap((of) => (of[facet] ?? []).map((choice) => [choice.id, choice] as const)),
    );
    return choices.size < 2 ? [] : [[facet, [...choices.values()]] as const];
  });
}
