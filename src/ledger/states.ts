/** Where a finding stands, from doubt to closure. */
export const states = [
  /** 待确认: nobody has said yet that it is one. */
  'to-confirm',
  /** 已下发 */
  'issued',
  /** 整改中 */
  'remedying',
  /** 待验收 */
  'to-accept',
  /** 已销号 */
  'closed',
  /** 退回: what was done about it was not accepted. */
  'returned',
  /** 异议 */
  'disputed',
  /** 误判: two people found that it is none. */
  'mistaken',
  /** 不可整改: nothing can put it right, and people answer for it. */
  'accountability',
] as const;

export type State = (typeof states)[number];

/** States in which nothing more is awaited of those who were inspected. */
export const restingStates: readonly State[] = ['closed', 'mistaken', 'accountability'];
