import type { Words } from './files.ts';

/**
 * What was made of a clause, as its source says in the paragraph below its heading:
 * `状态：人工，合规岗每季抽查 | Status: manual, checked by the compliance officer each quarter`.
 * That rules rest on it is not written: it is derived from the rules.
 */
export interface ClauseStatus {
  readonly kind: 'manual' | 'not-applicable' | 'pending';
  /** Who does it and how, or why it does not apply, or what it waits for. */
  readonly says: Words;
}

const opening = /^(?:状态：|Status:)/u;
const form =
  /^状态：(人工|不适用|待办)(?:，(.+?))?\s*\|\s*Status: (manual|not applicable|pending)(?:, (.+))?$/u;

const kinds: Readonly<Record<string, ClauseStatus['kind']>> = {
  人工: 'manual',
  不适用: 'not-applicable',
  待办: 'pending',
  manual: 'manual',
  'not applicable': 'not-applicable',
  pending: 'pending',
};

export function isStatus(paragraph: string): boolean {
  return opening.test(paragraph);
}

/** @returns undefined when it is not of the form, the languages differ, or a reason is wanted and not given */
export function statusOf(paragraph: string): ClauseStatus | undefined {
  const match = form.exec(paragraph.replaceAll(/\s*\n\s*/gu, ' ').trim());
  if (!match) return undefined;
  const [, chinese = '', zh = '', english = '', en = ''] = match;
  const kind = kinds[chinese];
  if (kind === undefined || kind !== kinds[english]) return undefined;
  if (kind !== 'pending' && (zh === '' || en === '')) return undefined;
  return { kind, says: { zh, en } };
}
