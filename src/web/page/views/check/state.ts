import { computed, signal } from '@preact/signals';

import { sayIn, type Texts } from '../../../../base/language.ts';
import type { FileOrder } from '../../../../desk/files.ts';
import type { FindingOrder } from '../../../../desk/findings.ts';
import type { PlaceAsked } from '../../../../desk/place.ts';
import type { Selection } from '../../../../desk/selection.ts';
import type { HeadTold } from '../../../../desk/work.ts';
import type { OutcomeJson } from '../../../../report/json-format.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { language, route, text } from '../../state.ts';
import { judged } from '../../work.ts';

/** Which files and findings are listed. */
export const selection = signal<Selection>({});
/** In which order files are. */
export const fileOrder = signal<FileOrder>('gravest');
/** How many lines of the list are passed over. */
export const from = signal(0);

/** How the list goes: by file, or by finding in an order. */
export type Listing = 'files' | FindingOrder;

export const listings: readonly Listing[] = ['files', 'severity', 'process', 'defect'];

export const listing = computed<Listing>(() => {
  const [, named] = route.value;
  return listings.find((one) => one === named) ?? 'files';
});

/** Lists what meets a selection, from the beginning. */
export function select(change: Partial<Selection>): void {
  selection.value = { ...selection.value, ...change };
  from.value = 0;
}

/** A place in a file that is looked at, and what is said of it. */
export interface Looked {
  /** Of the file, among all that were judged. */
  readonly place: number;
  readonly asked: PlaceAsked & { readonly file?: string };
  /** What stands there, in words. */
  readonly title: string;
  readonly outcome: OutcomeJson;
}

export const looked = signal<Looked | undefined>(undefined);

/** What outcomes are told with: titles of rules, clauses, steps and posts. */
export type Terms = Pick<
  HeadTold,
  | 'rules'
  | 'clauses'
  | 'kinds'
  | 'levels'
  | 'severities'
  | 'remedies'
  | 'steps'
  | 'stages'
  | 'posts'
>;

/** How grave: the rulebook's own word, else what kind of rule it is. */
export function severityTitle(severity: string, { severities, kinds }: Terms): string {
  const { weights } = sayIn(checkWords, language.value);
  if (severity === 'red-line' || severity === 'advisory') return weights[severity];
  return text(severities?.[severity] ?? kinds[severity]) || severity;
}

/** The title of a code by which files are told apart: of a unit, a product. */
export function aboutTitle(kind: string | null, key: string, code: string): string {
  return text(judged.value?.about[kind ?? '']?.[key]?.codes?.[code]) || code;
}

/** A title, or the id where there is none. */
export function titled(texts: Texts | undefined, id: string): string {
  return text(texts) || id;
}
