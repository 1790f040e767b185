import { computed, effect, signal } from '@preact/signals';

import { sayIn } from '../../../../base/language.ts';
import type { MappingChange } from '../../../../desk/mapping/change.ts';
import type { TablesOpened } from '../../../../desk/mapping/open.ts';
import type { MappingView } from '../../../../desk/mapping/view.ts';
import { tablesWords } from '../../../../words/desk/tables.ts';
import { announced, desk, language } from '../../state.ts';
import type { DeskWorker } from '../../worker.ts';

/** The files whose tables lie on the desk. */
export const files = signal<readonly File[]>([]);
/** The mapping with its tables; undefined before any was opened. */
export const mapping = signal<MappingView | undefined>(undefined);
/** The files that have no tables. */
export const faults = signal<TablesOpened['problems']>([]);
export const isBusy = signal(false);
export const isUnmasked = signal(false);

/** Texts of the mapping before each change, the last at the end. */
const before = signal<readonly string[]>([]);
export const mayUndo = computed(() => before.value.length > 0);

const shown = computed(() => ({ language: language.value, isUnmasked: isUnmasked.value }));

let last: Promise<void> = Promise.resolve();

/** One thing after the other: each begins from the mapping that the one before left. */
async function inTurn(work: (worker: DeskWorker) => Promise<void>): Promise<void> {
  const own = last.then(async () => {
    const worker = desk.value;
    if (!worker) return;
    isBusy.value = true;
    try {
      await work(worker);
    } catch (error) {
      faults.value = [{ file: '', severity: 'error', text: String(error) }];
    } finally {
      isBusy.value = false;
    }
  });
  last = own;
  return own;
}

function words() {
  return sayIn(tablesWords, language.value);
}

/** Opens the tables of files and drafts a mapping of them. */
export async function openTables(given: readonly File[]): Promise<void> {
  if (given.length === 0) return;
  return inTurn(async ({ tables }) => {
    faults.value = await tables.open(given, language.value);
    const draft = await tables.draft(undefined, language.value);
    files.value = given;
    before.value = [];
    mapping.value = draft === '' ? undefined : await tables.view(draft, shown.value);
    announced.value = mapping.value
      ? words().opened(mapping.value.tables.length)
      : words().noTables;
  });
}

/** @param told - what is said when it is done */
export async function change(made: MappingChange, told = words().done): Promise<void> {
  return inTurn(async ({ tables }) => {
    const { text } = mapping.value ?? { text: '' };
    await show(await tables.change(text, made), told);
  });
}

/** Takes a mapping from a file. */
export async function loadMapping(file: File | undefined): Promise<void> {
  if (!file) return;
  return inTurn(async () => {
    await show(await file.text(), words().loaded);
    if (mapping.value?.subject === undefined) announced.value = words().notMapping;
  });
}

export async function redraft(subject: string): Promise<void> {
  return inTurn(async ({ tables }) => {
    await show(await tables.draft(subject, language.value), words().done);
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
  const [file] = files.value;
  const name = `${(file?.name ?? words().fileName).replace(/\.\w+$/u, '')}.mapping.yaml`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
  announced.value = words().saved(name);
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
