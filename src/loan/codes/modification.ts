/**
 * 合同变更类型 | Type of change
 *
 * @labels {
 *   "EXTENSION": ["展期", "Extension of term"],
 *   "PREPAYMENT": ["提前还款", "Prepayment"],
 *   "RATE_CHANGE": ["利率调整", "Change of rate"],
 *   "REPLACEMENT": ["贷款置换", "Replacement loan"],
 *   "TOP_UP": ["追加贷款", "Top-up"],
 *   "BORROWER_CHANGE": ["变更借款人", "Change of borrower"],
 *   "SCHEDULE_CHANGE": ["还款计划变更", "Change of repayment schedule"]
 * }
 */
export type ModificationType =
  | 'EXTENSION'
  | 'PREPAYMENT'
  | 'RATE_CHANGE'
  | 'REPLACEMENT'
  | 'TOP_UP'
  | 'BORROWER_CHANGE'
  | 'SCHEDULE_CHANGE';

/**
 * 追加贷款依据 | Ground for a top-up
 *
 * @labels {
 *   "NEW_PURPOSE": ["新用途新调查", "New purpose, newly investigated"],
 *   "REVALUATION": ["押品重估增值", "Gain on revaluation of the collateral"],
 *   "NONE": ["未追加", "No top-up"]
 * }
 */
export type TopUpBasis = 'NEW_PURPOSE' | 'REVALUATION' | 'NONE';
