/**
 * 合同变更类型 | Type of change
 *
 * @labels {
 *   "EXTENSION": ["展期", "Extension of term"],
 *   "PREPAYMENT": ["提前还款", "Prepayment"],
 *   "RATE_CHANGE": ["利率调整", "Change of rate"],
 *   "REPLACEMENT": ["贷款置换", "Replacement loan"],
 *   "TOP_UP": ["追加贷款", "Top-up"],
 *   "BORROWER_CHANGE": ["借款人变更", "Change of borrower"],
 *   "SCHEDULE_CHANGE": ["还款计划变更", "Change of repayment plan"],
 *   "CAPITALISATION": ["利息转本金", "Capitalisation of interest"],
 *   "RELIEF": ["本息费用减免", "Waiver of principal, interest or fees"],
 *   "SECURITY_RELEASE": ["押品释放或置换", "Release or exchange of collateral"],
 *   "RENEWAL": ["无还本续贷", "Renewal without repaying principal"],
 *   "REFINANCING": ["借新还旧", "Refinancing by a new loan"]
 * }
 */
export type ModificationType =
  | 'EXTENSION'
  | 'PREPAYMENT'
  | 'RATE_CHANGE'
  | 'REPLACEMENT'
  | 'TOP_UP'
  | 'BORROWER_CHANGE'
  | 'SCHEDULE_CHANGE'
  | 'CAPITALISATION'
  | 'RELIEF'
  | 'SECURITY_RELEASE'
  | 'RENEWAL'
  | 'REFINANCING';

/**
 * 续贷条件 | Condition of a renewal
 *
 * @labels {
 *   "LAWFUL_OPERATION": ["依法合规经营", "Lawful operation"],
 *   "STABLE_OPERATION": ["经营稳定且能够持续", "Steady and lasting operation"],
 *   "GOOD_CREDIT": ["信用良好且无挪用、欠息或逃废债", "Good credit without misuse, unpaid interest or evasion"],
 *   "LENDING_STANDARD": ["符合贷款发放标准", "Standard for a new loan"],
 *   "BANK_CONDITIONS": ["符合本行规定的其他条件", "Other conditions of the bank"]
 * }
 */
export type RenewalCondition =
  | 'LAWFUL_OPERATION'
  | 'STABLE_OPERATION'
  | 'GOOD_CREDIT'
  | 'LENDING_STANDARD'
  | 'BANK_CONDITIONS';

/**
 * 追加贷款依据 | Ground for a top-up
 *
 * @labels {
 *   "NEW_PURPOSE": ["新用途并经新调查", "New purpose newly investigated"],
 *   "REVALUATION": ["押品重估增值", "Gain on revaluation of the collateral"],
 *   "NONE": ["未追加", "No top-up"]
 * }
 */
export type TopUpBasis = 'NEW_PURPOSE' | 'REVALUATION' | 'NONE';
