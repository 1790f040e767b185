import { computed, signal } from '@preact/signals';

import type { ManualChoice } from '../../../../desk/manual/reader.ts';
import { sayIn } from '../../../../base/language.ts';
import { readWords } from '../../../../words/desk/read.ts';
import { type ReadAddress, readAddressOf, readAddressText } from '../../../read-address.ts';
import type { ShownPage } from '../../../worker/read.ts';
import { address, announced, desk, facts, language, route, view } from '../../state.ts';
import { today } from '../../today.ts';

/** Where the reader is, as the address says. */
export const place = computed(() => readAddressOf(route.value[1] ?? ''));

/** Which manual that is a page of: in the language of the page where the rulebook has it. */
export const choice = computed((): ManualChoice => {
  const languages = facts.value?.languages ?? [];
  return {
    language: languages.includes(language.value) ? language.value : (languages[0] ?? 'zh'),
    asOf: place.value.day ?? today.value,
    selection: place.value.selection,
  };
});

/** What is shown, and the place that was asked for. */
export interface Shown extends ShownPage {
  readonly anchor: string;
}

export const shown = signal<Shown | undefined>(undefined);
export const isMaking = signal(false);
export const failed = signal<string | undefined>(undefined);

const lastRead = signal(address('read'));

/** Where the menu leads: to the front of what is read, or back to what was read last; the day chosen is kept. */
export const menuAddress = computed(() =>
  view.value === 'read' ? hashOf({ anchor: '' }) : lastRead.value,
);

/** Counts what was asked for: an answer that comes after another question is not shown. */
let asked = 0;

/** Shows the page of the address, once the rulebook is open. */
export async function show(): Promise<void> {
  const worker = desk.value;
  if (!worker || !facts.value) return;
  asked += 1;
  const own = asked;
  const { anchor } = place.value;
  lastRead.value = hashOf({});
  isMaking.value = true;
  try {
    const made = await worker.read.page(choice.value, anchor);
    if (own !== asked) return;
    failed.value = undefined;
    shown.value = { ...made, anchor };
    const words = sayIn(readWords, language.value);
    announced.value = made.page ? words.opened(made.page.title) : words.missing(anchor);
  } catch (error) {
    if (own === asked) failed.value = error instanceof Error ? error.message : String(error);
  } finally {
    if (own === asked) isMaking.value = false;
  }
}

/** Goes to a place of the manual, or to the same place of another part of it. */
export function goTo(change: Partial<ReadAddress>): void {
  location.hash = hashOf(change);
}

/** The address of a place in what is read now. */
export function hashOf(change: Partial<ReadAddress>): string {
  return readAddressText({ ...place.value, ...change });
}
