import { nearest } from '../../base/suggest.ts';
import { type Entry, type Rulebook, rulesOf, spanOf, stepsOf, tablesOfTheirOwn } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';
import { isCalled } from '../rule-files.ts';
import { folderOfPath } from '../folder.ts';

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
  for (const entry of tablesOfTheirOwn(rulebook))
    yield* named(entry, 'table', base(entry), entry.data.table);
  for (const entry of rulebook.models) yield* named(entry, 'model', base(entry), entry.data.model);
  for (const entry of rulebook.codes) yield* named(entry, 'codes', base(entry), entry.data.codes);
  for (const entry of rulebook.calendars)
    yield* named(entry, 'calendar', base(entry), entry.data.calendar);
  for (const entry of rulebook.views) yield* named(entry, 'view', base(entry), entry.data.view);
  yield* unlisted(rulebook);
}

/** A rule that its list has in another spelling is told of there. */
function* unlisted(rulebook: Rulebook): ProblemsFound {
  const known = new Set(stepsOf(rulebook).flatMap(({ rules }) => rules.map(({ id }) => id)));
  const named = stepsOf(rulebook).map(({ entry }) => entry);
  for (const entry of rulebook.strays) {
    const id = entry.data.rule;
    const folder = folderOfPath(entry.path);
    const listed = named.find((step) => folderOfPath(step.path) === folder)?.data.rules ?? [];
    if (listed.some((one) => !known.has(one) && nearest(one, [id]) !== undefined)) continue;
    const step = entry.path.split('/').slice(1, 3).join('/');
    const list = entry.path.startsWith('rules/') ? 'rulebook.yaml' : `${step}/step.yaml`;
    const span = spanOf(entry, 'rule');
    yield { code: 'rulebook/unlisted', severity: 'error', span, params: { id, list } };
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
