import { type Entry, type Rulebook, rulesOf, spanOf, stepsOf } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';
import { isCalled } from '../rule-files.ts';

/** A file is called by what is in it, and every rule is listed by its step.
 *
 * People find rules by their file, and order is a list in `step.yaml`. */
export function* fileName(rulebook: Rulebook): ProblemsFound {
  for (const step of stepsOf(rulebook))
    yield* named(step.entry, 'step', step.id, step.entry.data.step);
  for (const { entry } of rulesOf(rulebook)) {
    const name = /([^/]+)\.yaml$/u.exec(entry.path)?.[1] ?? '';
    const id = entry.data.rule;
    if (!isCalled(name, id)) yield* named(entry, 'rule', name, `${id}-…`);
  }
  for (const entry of rulebook.parameters)
    yield* named(entry, 'parameter', base(entry), entry.data.parameter);
  for (const entry of rulebook.tables) yield* named(entry, 'table', base(entry), entry.data.table);
  for (const entry of rulebook.codes) yield* named(entry, 'codes', base(entry), entry.data.codes);
  for (const entry of rulebook.calendars)
    yield* named(entry, 'calendar', base(entry), entry.data.calendar);
  for (const entry of rulebook.views) yield* named(entry, 'view', base(entry), entry.data.view);
  for (const entry of rulebook.strays) {
    const step = entry.path.split('/').slice(1, 3).join('/');
    const list = entry.path.startsWith('rules/') ? 'rulebook.yaml' : `${step}/step.yaml`;
    const span = spanOf(entry, 'rule');
    const params = { id: entry.data.rule, list };
    yield { code: 'rulebook/unlisted', severity: 'error', span, params };
  }
}

function* named(entry: Entry<unknown>, key: string, name: string, wanted: string): ProblemsFound {
  if (name === wanted) return;
  const span = spanOf(entry, key);
  yield { code: 'rulebook/file-name', severity: 'error', span, params: { name, wanted } };
}

function base({ path }: Entry<unknown>): string {
  return /([^/]+)\.yaml$/u.exec(path)?.[1] ?? '';
}
