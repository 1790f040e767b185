import { signal } from '@preact/signals';

import { sayIn } from '../../../../base/language.ts';
import type { GateAnswered } from '../../../worker/gate.ts';
import { gateWords } from '../../../../words/desk/gate.ts';
import { shellWords } from '../../../../words/desk/shell.ts';
import { announced, desk, facts, language } from '../../state.ts';
import { today } from '../../today.ts';

/** The gate that is asked about; the first one, before any was picked. */
export const gate = signal<string | undefined>(undefined);
/** The day on which it is asked, ISO, or empty. */
export const day = signal(today.value);
export const files = signal<readonly File[]>([]);
export const answers = signal<GateAnswered | undefined>(undefined);
export const isAsking = signal(false);
export const failure = signal<string | undefined>(undefined);

/** Asks anew about all files that are there; an answer that something newer was asked after is left. */
export async function ask(): Promise<void> {
  const worker = desk.value;
  const id = gate.value ?? facts.value?.gates[0]?.id;
  const given = files.value;
  if (!worker || id === undefined || given.length === 0) return;
  asked += 1;
  const own = asked;
  isAsking.value = true;
  failure.value = undefined;
  try {
    const made = await worker.gate.ask(
      given.map((file) => ({ name: file.name, file })),
      { gate: id, ...(day.value !== '' && { today: day.value }) },
    );
    if (own !== asked) return;
    answers.value = made;
    const words = sayIn(gateWords, language.value);
    if (made) announced.value = words.gateSummary(made.report.summary);
  } catch (error) {
    if (own !== asked) return;
    answers.value = undefined;
    failure.value = sayIn(shellWords, language.value).failed(
      error instanceof Error ? error.message : String(error),
    );
  } finally {
    if (own === asked) isAsking.value = false;
  }
}

let asked = 0;
