import type { ManualChoice } from '../desk/manual/reader.ts';

/** What stands behind `#/read/`: a place of the manual, and of which part of it, on which day. */
export interface ReadAddress {
  /** Empty for the front. */
  readonly anchor: string;
  readonly selection: ManualChoice['selection'];
  /** ISO; today where it does not say. */
  readonly day: string | undefined;
}

/** For whom, or in which short form, a manual is read: one of these at a time. */
export const forms = ['operation', 'inspection', 'audit', 'red-lines', 'checklists'] as const;
export type Form = (typeof forms)[number];

/** The address of a place in the whole manual of today. */
export function placeAddress(anchor: string): string {
  return `#/read/${encodeURIComponent(anchor)}`;
}

/** A check of the process itself has a name for programs alone; people have its title. */
export function isOfProcess(id: string): boolean {
  return id.startsWith('process/');
}

/** Where the manual has a rule, or the step of which the process itself asks `process/signing/time`. */
export function ruleAddress(id: string): string {
  const [, step] = /^process\/([^/]+)\//u.exec(id) ?? [];
  return placeAddress(step === undefined ? id : `step-${step}`);
}

/** `#/read/RSK-007?post=REVIEWER&day=2026-11-23` */
export function readAddressText({ anchor, selection, day }: ReadAddress): string {
  const form = formOf(selection);
  const query = new URLSearchParams([
    ...(form === undefined ? [] : [['form', form]]),
    ...(['product', 'post', 'stage'] as const).flatMap((key) => {
      const id = selection[key];
      return id === undefined ? [] : [[key, id]];
    }),
    ...(selection.isTechnical === true ? [['technical', '1']] : []),
    ...(day === undefined ? [] : [['day', day]]),
  ]).toString();
  return `${placeAddress(anchor)}${query === '' ? '' : `?${query}`}`;
}

/** @param behind - what stands behind `#/read/`; what it says of nothing that there is is passed over */
export function readAddressOf(behind: string): ReadAddress {
  const [anchor = '', query = ''] = behind.split('?');
  const said = new URLSearchParams(query);
  const form = forms.find((one) => one === said.get('form'));
  const named = (['product', 'post', 'stage'] as const).flatMap((key) => {
    const id = said.get(key);
    return id === null || id === '' ? [] : [[key, id] as const];
  });
  const day = said.get('day');
  return {
    anchor,
    selection: {
      ...selectionOf(form),
      ...Object.fromEntries(named),
      ...(said.get('technical') === '1' && { isTechnical: true }),
    },
    day: day !== null && /^\d{4}-\d{2}-\d{2}$/u.test(day) ? day : undefined,
  };
}

export function formOf({
  audience,
  redLines,
  checklists,
}: ManualChoice['selection']): Form | undefined {
  if (redLines === true) return 'red-lines';
  return checklists === true ? 'checklists' : audience;
}

export function selectionOf(form: Form | undefined): ManualChoice['selection'] {
  switch (form) {
    case undefined:
      return {};
    case 'red-lines':
      return { redLines: true };
    case 'checklists':
      return { checklists: true };
    default:
      return { audience: form };
  }
}
