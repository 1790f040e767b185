import { type Language, type Said, sayIn, spoken } from '../base/language.ts';
import type { Other } from '../program/cited.ts';

const kinds = spoken({
  step: { zh: '节点', en: 'step' },
  definition: { zh: '口径', en: 'definition' },
  parameter: { zh: '参数', en: 'parameter' },
  table: { zh: '判定表', en: 'table' },
  codes: { zh: '代码表', en: 'codes' },
  pair: { zh: '不相容岗位', en: 'pair' },
  calendar: { zh: '日历', en: 'calendar' },
} satisfies Readonly<Record<Other['kind'] | 'calendar', Said<string>>>);

/** What rests on a clause, `parameter maximumTotalDebtRatio`, with its kind in a language: `参数 maximumTotalDebtRatio`. */
export function restingSaid(other: string, language: Language): string {
  const [kind = '', ...id] = other.split(' ');
  const words: Readonly<Record<string, string>> = sayIn(kinds, language);
  return id.length === 0 ? other : [words[kind] ?? kind, ...id].join(' ');
}
