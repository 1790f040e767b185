import { type Language, sayIn } from '../base/language.ts';
import type { Workbook } from '../base/workbook.ts';
import { wordbooks } from '../words/messages/messages.ts';
import type { DossierJson, Multilingual, ReportHead } from './json-format.ts';
import type { Paint } from './paint.ts';
import { shownRecord } from './shown.ts';
import type { StepJson } from './step-json.ts';

/** What `shouze check --format todo` writes to a JSON file. Stable: fields are added, never changed. */
export interface ToDoReport extends Pick<
  ReportHead,
  'format' | 'rulebook' | 'engine' | 'languages' | 'masked' | 'today'
> {
  readonly summary: {
    readonly dossiers: number;
    readonly unread: number;
    readonly next: number;
    readonly late: number;
  };
  readonly dossiers: readonly ToDoRecordJson[];
}

export interface ToDoRecordJson extends Pick<
  DossierJson,
  'id' | 'file' | 'record' | 'digest' | 'subject' | 'diagnostics'
> {
  readonly steps: readonly StepJson[];
}

/** Something to do next, of one file. */
interface Item {
  readonly dossier: ToDoRecordJson;
  readonly step: StepJson;
}

/** What the files come to. */
export function toDoSummary(dossiers: readonly ToDoRecordJson[]): ToDoReport['summary'] {
  const items = itemsOf(dossiers);
  return {
    dossiers: dossiers.filter(({ subject }) => subject !== null).length,
    unread: dossiers.filter(({ subject }) => subject === null).length,
    next: items.length,
    late: items.filter(({ step }) => step.deadline?.late).length,
  };
}

/** One file step by step; of several what each post has to do next, what is late first. */
export function* toDoText(given: ToDoReport, language: Language, paint: Paint): Generator<string> {
  const { terms } = sayIn(wordbooks, language);
  const says = terms.progress;
  const { dossiers, summary, today } = shownRecord(given, given.languages);
  const said = saidIn(language);
  const flag = today === undefined ? terms.brackets('--today') : '';
  yield `${paint.bold(says.todo(today))}${flag}\n`;
  const [only] = dossiers;
  if (only && dossiers.length === 1) yield* oneFile(only);
  else
    for (const [post, items] of byPost(dossiers)) {
      const lines = items.map(({ dossier, step }) => {
        const name = dossier.id ?? dossier.file;
        return `  ${name}  ${coloured(step, stepTerms(step, said(step.title)))}`;
      });
      yield `\n${[paint.bold(said(post.title)), ...lines].join('\n')}\n`;
    }
  if (summary.next === 0) yield `  ${says.nothing}\n`;
  yield `\n${says.total(summary.dossiers, summary.next, summary.late)}${
    summary.unread > 0 ? terms.comma + terms.check.unread(summary.unread) : ''
  }\n`;

  function* oneFile({ id, file, steps }: ToDoRecordJson): Generator<string> {
    yield `${id ?? file}  ${paint.dim(file)}\n`;
    for (const state of ['done', 'next', 'later'] as const) {
      const own = steps.filter((step) => step.state === state);
      if (own.length === 0) continue;
      yield `  ${says[state]}${terms.colon.trim()}\n`;
      const ordered = state === 'next' ? inUrgency(own, (step) => step) : own;
      for (const step of ordered) yield `    ${coloured(step, stepLine(step, language))}\n`;
    }
  }

  function coloured({ deadline }: StepJson, text: string): string {
    return deadline?.late ? paint.red(text) : text;
  }

  function stepTerms(step: StepJson, name: string): string {
    return [name, deadlineText(step, language)].filter((text) => text !== '').join('  ');
  }
}

/** A step on one line: by whom, and by when or when it was done. */
export function stepLine(step: StepJson, language: Language): string {
  const says = sayIn(wordbooks, language).terms.progress;
  const said = saidIn(language);
  const { title, posts, done, by = [] } = step;
  if (done !== undefined) return says.doneOn(said(title), done, by);
  const name = says.step(
    said(title),
    posts.map((post) => said(post.title)),
  );
  const deadline = deadlineText(step, language);
  return deadline === '' ? name : `${name}  ${deadline}`;
}

function deadlineText({ state, deadline }: StepJson, language: Language): string {
  const { terms } = sayIn(wordbooks, language);
  const says = terms.progress;
  if (!deadline) return state === 'next' ? says.noDeadline : '';
  const { from, since, workingDays, day, late, unannounced } = deadline;
  return [
    says.deadline(saidIn(language)(from.title), since, workingDays, day ?? undefined),
    ...(late ? [says.late(late.workingDays ?? undefined)] : []),
    ...(unannounced === undefined ? [] : [says.unannounced(unannounced)]),
  ].join(terms.clauseEnd);
}

/** The list as a table that can be filtered by post. */
export function toDoWorkbook(given: ToDoReport, language: Language): Workbook {
  const { terms } = sayIn(wordbooks, language);
  const { sheet, ...says } = terms.progress;
  const { dossiers, today } = shownRecord(given, given.languages);
  const said = saidIn(language);
  const rows = byPost(dossiers).flatMap(([post, items]) =>
    items.map(({ dossier, step: { title, deadline } }) => [
      said(post.title),
      dossier.id ?? '',
      said(title),
      deadline?.since ?? '',
      deadline?.day ??
        (deadline?.unannounced === undefined
          ? says.noDeadline
          : says.unannounced(deadline.unannounced)),
      deadline?.late ? says.late(deadline.late.workingDays ?? undefined) : '',
      dossier.file,
    ]),
  );
  const widths = { post: 16, dossier: 20, step: 20, since: 14, deadline: 16, late: 18, file: 40 };
  const keys = ['post', 'dossier', 'step', 'since', 'deadline', 'late', 'file'] as const;
  const columns = keys.map((key) => ({ key, title: sheet[key], width: widths[key] }));
  return { sheets: [{ name: sheet.name, heading: [says.todo(today)], columns, rows }] };
}

/** By post, in the order in which they come up: a step of several posts is on the list of each. */
function byPost(
  dossiers: readonly ToDoRecordJson[],
): readonly (readonly [StepJson['posts'][number], readonly Item[]])[] {
  const lists = new Map<string, { post: StepJson['posts'][number]; items: Item[] }>();
  for (const item of itemsOf(dossiers))
    for (const post of item.step.posts) {
      const list = lists.get(post.id) ?? { post, items: [] };
      list.items.push(item);
      lists.set(post.id, list);
    }
  return [...lists.values()].map(({ post, items }) => [post, inUrgency(items, ({ step }) => step)]);
}

function itemsOf(dossiers: readonly ToDoRecordJson[]): readonly Item[] {
  return dossiers.flatMap((dossier) =>
    dossier.steps.filter(({ state }) => state === 'next').map((step) => ({ dossier, step })),
  );
}

/** What is late first, then by the day, then what has none. */
function inUrgency<T>(items: readonly T[], stepOf: (item: T) => StepJson): readonly T[] {
  const key = (item: T): string => {
    const { deadline } = stepOf(item);
    return `${deadline?.late ? 0 : 1} ${deadline?.day ?? '9999'}`;
  };
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function saidIn(language: Language): (text: Multilingual | undefined) => string {
  return (text) => text?.[language] ?? '';
}
