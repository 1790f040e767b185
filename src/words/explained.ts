import { said } from '../base/language.ts';
import type { Facet } from '../program/ast.ts';

/** What a step is asked, with the facts of its edition; names are titles already. */
export interface FacetAsked {
  readonly facet: Facet;
  readonly after: readonly string[];
  readonly from: string | undefined;
  readonly days: number | undefined;
  readonly posts: readonly string[];
  readonly documents: readonly string[];
  readonly rules: readonly string[];
}

/** Why an outcome is what it is. */
export const explained = {
  requires: said(
    (condition: string | undefined, asks: string) =>
      condition === undefined ? asks : `${condition}的，须满足：${asks}`,
    (condition, asks) => (condition === undefined ? asks : `Where ${condition}: ${asks}`),
  ),
  facet: said(
    ({ facet, after, from, days, posts, documents, rules }: FacetAsked) =>
      ({
        order: `“${after.join('”“')}”办结以后办理`,
        time: `自“${from ?? ''}”办结起${days === undefined ? '规定的时限' : ` ${days} 个工作日`}内办结`,
        post: `由${posts.join('、')}办理，办理人须记录在卷`,
        separation: '同一人不得在本笔业务中兼任不相容岗位',
        documents: `办结时卷宗须有${documents.join('、')}`,
        gate: `前面各节点的前置条件均已满足${rules.length === 0 ? '' : `：${rules.join('、')}`}`,
      })[facet],
    ({ facet, after, from, days, posts, documents, rules }) =>
      ({
        order: `Done after ${after.map((step) => `“${step}”`).join(', ')}`,
        time: `Done within ${days === undefined ? 'the time set' : `${days} working ${days === 1 ? 'day' : 'days'}`} of “${from ?? ''}”`,
        post: `Done by ${posts.join(', ')}, and the file names who did it`,
        separation: 'Nobody holds posts on this file that exclude each other',
        documents: `On file when it is done: ${documents.join(', ')}`,
        gate: `The gates of the steps before are passed${rules.length === 0 ? '' : `: ${rules.join(', ')}`}`,
      })[facet],
  ),
  /** How much is wanting, where no entry of the file may be corrected to make it up. */
  shortfall: said(
    (apart: readonly string[]) => `${apart.join('、')}，不可通过修改资料补正`,
    (apart) => `${apart.join(', ')}; not to be put right by changing entries`,
  ),
  requirement: { zh: '要求', en: 'requires' },
};
