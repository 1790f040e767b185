import { computed, effect, signal } from '@preact/signals';

import type { Spoken, Texts } from '../../base/language.ts';
import { inLanguage } from '../../base/language.ts';
import type { DeskFacts } from '../../desk/facts.ts';
import type { DeskWorker } from './worker.ts';

/** In which language the page speaks. */
export const language = signal<Spoken>(navigator.language.startsWith('zh') ? 'zh' : 'en');

export type Theme = 'system' | 'light' | 'dark';
export const theme = signal<Theme>('system');

const bySystem = '(prefers-color-scheme: dark)';
/** The dark colours stand once in the style, where they hold before any script runs. */
const dark = [...document.styleSheets]
  .flatMap(({ cssRules }) => [...cssRules])
  .find(
    (rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.conditionText === bySystem,
  );
/** When they hold. */
const holds: Readonly<Record<Theme, string>> = { system: bySystem, light: 'not all', dark: 'all' };

/** The worker, from when it has started; its rulebook may still be opening. */
export const desk = signal<DeskWorker | undefined>(undefined);
/** What the page knows of its rulebook, from when that is open. */
export const facts = signal<DeskFacts | undefined>(undefined);
/** Why the page cannot be used at all. */
export const broken = signal<string | undefined>(undefined);

/** What was done last, for those who cannot see it: said by the page's live region. */
export const announced = signal('');

/** Where the page is: the parts of its address behind `#/`. */
export const route = signal(routeOf(location.hash));
export const view = computed(() => route.value[0] ?? 'check');
/** Where the page was before this view, as an address; undefined where it began with it. */
export const cameFrom = signal<string | undefined>(undefined);

/** The address of a place in the page. */
export function address(...parts: readonly string[]): string {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

export function go(...parts: readonly string[]): void {
  location.hash = address(...parts);
}

/** A text of the rulebook in the language of the page. */
export function text(texts: Texts | undefined): string {
  return inLanguage(texts, language.value);
}

function routeOf(hash: string): readonly string[] {
  return hash.startsWith('#/') ? hash.slice(2).split('/').map(decoded) : ['check'];
}

/** As it stands where it was written by hand and wrongly. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Keeps the document in step with the state: once, when the page starts. */
export function followState(): void {
  addEventListener('hashchange', ({ oldURL }) => {
    const [next, { hash }] = [routeOf(location.hash), new URL(oldURL)];
    if (next[0] !== view.value) cameFrom.value = hash === '' ? address('check') : hash;
    route.value = next;
  });
  effect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
  });
  effect(() => {
    if (dark) dark.media.mediaText = holds[theme.value];
  });
}
