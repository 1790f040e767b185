import { computed, effect, signal } from '@preact/signals';

import { sayIn } from '../../../../base/language.ts';
import type { MappingChange } from '../../../../desk/mapping/change.ts';
import type { TablesOpened } from '../../../../desk/mapping/open.ts';
import type { MappingView } from '../../../../desk/mapping/view.ts';
import { tablesWords } from '../../../../words/desk/tables.ts';
import type { Handed } from '../../../worker/handed.ts';
import type { GivenFile } from '../../../worker/work.ts';
import { isUnmasked } from '../../mask.ts';
import { ask } from '../../parts/ask.tsx';
import { save } from '../../save.ts';
import { announced, desk, go, language } from '../../state.ts';
import * as work from '../../work.ts';
import type { DeskWorker } from '../../worker.ts';

/** The files whose tables lie on the desk. */
export const files = signal<readonly Pick<Handed, 'name'>[]>([]);
/** The mapping with its tables; undefined before any was opened. */
export const mapping = signal<MappingView | undefined>(undefined);
/** The files that have no tables. */
export const faults = signal<TablesOpened['problems']>([]);
export const isBusy = signal(false);

/** Of the file that the mapping came from. */
const fileName = signal<string | undefined>(undefined);
/** Texts of the mapping before each change, the last at the end. */
const before = signal<readonly string[]>([]);
export const mayUndo = computed(() => before.value.length > 0);

const shown = computed(() => ({ language: language.value, isUnmasked: isUnmasked.value }));

let last: Promise<unknown> = Promise.resolve();

/** One thing after the other: each begins from the mapping that the one before left. */
async function inTurn<T>(work: (worker: DeskWorker) => Promise<T>): Promise<T | undefined> {
  const own = after(last, work);
  last = own;
  return own;
}

async function after<T>(
  earlier: Promise<unknown>,
  work: (worker: DeskWorker) => Promise<T>,
): Promise<T | undefined> {
  await earlier;
  const worker = desk.value;
  if (!worker) return undefined;
  isBusy.value = true;
  try {
    return await work(worker);
  } catch (error) {
    faults.value = [{ file: '', severity: 'error', text: String(error) }];
    return undefined;
  } finally {
    isBusy.value = false;
  }
}

function words() {
  return sayIn(tablesWords, language.value);
}

/**
 * Opens the tables of files. A mapping that fits them as it is, of those that came with them or the one at hand, is
 * taken; else one is drafted.
 *
 * @returns whether a mapping was found that fits
 */
export async function openTables(
  given: readonly Handed[],
  mappings: readonly GivenFile[] = [],
): Promise<boolean> {
  if (given.length === 0) return false;
  const isFitting = await inTurn(async ({ tables }) => {
    const known = await Promise.all(
      mappings.map(async ({ name, file }) => ({ name, text: await file.text() })),
    );
    if (mapping.value) known.push({ name: mappingName(), text: mapping.value.text });
    faults.value = await tables.open([...given], language.value);
    files.value = given;
    before.value = [];
    for (const { name, text } of known) {
      // eslint-disable-next-line no-await-in-loop -- the first that fits
      const view = await tables.view(text, shown.value);
      if (!view.isSound) continue;
      fileName.value = name;
      mapping.value = view;
      announced.value = words().loaded;
      return faults.value.length === 0;
    }
    const [loaded] = mappings.length > 0 ? known : [];
    const text = loaded?.text ?? (await tables.draft(undefined, language.value));
    fileName.value = loaded?.name;
    mapping.value = text === '' ? undefined : await tables.view(text, shown.value);
    announced.value = mapping.value
      ? words().opened(mapping.value.tables.length)
      : words().noTables;
    return false;
  });
  return isFitting === true;
}

/** Goes on to judging the tables by the mapping; files that are there give way to them, where somebody says so. */
export async function useMapping(): Promise<void> {
  const text = mapping.value?.text;
  if (text === undefined) return;
  const dossiers = work.namesOf('dossiers').length;
  const isMeant =
    dossiers === 0 || (await ask(words().askTables(dossiers), words().toTables, words().keepFiles));
  if (!isMeant) return;
  const isUsed = await inTurn(async ({ tables }) => {
    const found = await tables.use({ name: mappingName(), text }, language.value);
    faults.value = found.map((one) => ({ file: '', severity: 'error', text: one }));
    return found.length === 0;
  });
  if (isUsed !== true) return;
  work.given.value = (await desk.value?.check.given()) ?? [];
  go('check');
  await work.judge();
}

/** Of the file that the mapping came from; after the tables where it came from none. */
function mappingName(): string {
  const [file] = files.value;
  return (
    fileName.value ?? `${(file?.name ?? words().fileName).replace(/\.\w+$/u, '')}.mapping.yaml`
  );
}

/** @param told - what is said when it is done */
export async function change(made: MappingChange, told = words().done): Promise<void> {
  return inTurn(async ({ tables }) => {
    const { text } = mapping.value ?? { text: '' };
    await show(await tables.change(text, made), told);
  });
}

/** The same of many things at once, which are taken back at once. */
export async function changeAll(all: readonly MappingChange[], told: string): Promise<void> {
  return inTurn(async ({ tables }) => {
    let { text } = mapping.value ?? { text: '' };
    // eslint-disable-next-line no-await-in-loop -- each is made to what the one before left
    for (const made of all) text = await tables.change(text, made);
    await show(text, told);
  });
}

/** Takes a mapping from a file. */
export async function loadMapping(file: File | undefined): Promise<void> {
  if (!file) return;
  return inTurn(async () => {
    await show(await file.text(), words().loaded);
    fileName.value = file.name;
    if (mapping.value?.subject === undefined) announced.value = words().notMapping;
  });
}

export async function redraft(subject: string): Promise<void> {
  return inTurn(async ({ tables }) => {
    await show(await tables.draft(subject, language.value), words().done);
    fileName.value = undefined;
  });
}

export async function undo(): Promise<void> {
  return inTurn(async ({ tables }) => {
    const text = before.value.at(-1);
    if (text === undefined) return;
    before.value = before.value.slice(0, -1);
    mapping.value = await tables.view(text, shown.value);
    announced.value = words().undone;
  });
}

async function show(text: string, told: string): Promise<void> {
  const worker = desk.value;
  const old = mapping.value?.text;
  if (!worker) return;
  const view = await worker.tables.view(text, shown.value);
  if (old !== undefined && old !== text) before.value = [...before.value, old];
  mapping.value = view;
  announced.value = told;
}

/** Hands the mapping to the browser as a file. */
export function saveMapping(): void {
  const text = mapping.value?.text;
  if (text === undefined) return;
  const name = mappingName().replace(/^.*\//u, '');
  announced.value = words().saved(save(name, new Blob([text], { type: 'application/yaml' })));
}

// what is on screen speaks the language of the page, and masks what is to be masked
effect(() => {
  const asked = shown.value;
  const view = mapping.peek();
  if (view)
    void inTurn(async ({ tables }) => {
      mapping.value = await tables.view(mapping.value?.text ?? view.text, asked);
    });
});
