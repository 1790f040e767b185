import { type Language, spokenTo } from '../base/language.ts';
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
const forms = [
  /^状态：(人工|不适用|待办)(?:，(.+))?$/u,
  /^Status: (manual|not applicable|pending)(?:, (.+))?$/u,
] as const;

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

/**
 * @param languages - of the source: in Chinese a status begins `状态：`, in any other `Status:`
 * @returns undefined when it is not of the form, a language is left out or says another kind, or a reason is wanted
 *   and not given
 */
export function statusOf(
  paragraph: string,
  languages: readonly Language[],
): ClauseStatus | undefined {
  const parts = paragraph
    .replaceAll(/\s*\n\s*/gu, ' ')
    .trim()
    .split(/\s*\|\s*/u);
  if (parts.length !== languages.length) return undefined;
  const found = languages.map((language, index) => {
    const form = forms[spokenTo(language) === 'zh' ? 0 : 1];
    const [, word = '', says = ''] = form.exec(parts[index] ?? '') ?? [];
    return { kind: kinds[word], says };
  });
  const kind = found[0]?.kind;
  if (kind === undefined || found.some((one) => one.kind !== kind)) return undefined;
  if (kind !== 'pending' && found.some(({ says }) => says === '')) return undefined;
  return {
    kind,
    says: Object.fromEntries(
      languages.map((language, index) => [language, found[index]?.says ?? '']),
    ),
  };
}
