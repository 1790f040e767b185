/**
 * 收入类型 | Type of income
 *
 * @labels {
 *   "SALARY": ["工资薪金", "Salary"],
 *   "BONUS": ["奖金", "Bonus"],
 *   "BUSINESS": ["经营所得", "Business income"],
 *   "RENT": ["租金", "Rent"],
 *   "PENSION": ["养老金", "Pension"],
 *   "INVESTMENT": ["投资收益", "Investment income"],
 *   "PROVIDENT": ["公积金缴存推算收入", "Income inferred from provident-fund deposits"],
 *   "OTHER": ["其他收入", "Other income"]
 * }
 */
export type IncomeType =
  | 'SALARY'
  | 'BONUS'
  | 'BUSINESS'
  | 'RENT'
  | 'PENSION'
  | 'INVESTMENT'
  | 'PROVIDENT'
  | 'OTHER';

/**
 * 收入佐证 | Evidence of income
 *
 * @labels {
 *   "INCOME_PROOF": ["收入证明", "Proof of income"],
 *   "BANK_FLOW": ["银行流水", "Account statements"],
 *   "TAX": ["个税记录", "Tax record"],
 *   "SOCIAL_INSURANCE": ["社保记录", "Social-insurance record"],
 *   "PROVIDENT_FUND": ["公积金缴存", "Provident-fund deposits"],
 *   "FINANCIAL_STATEMENT": ["财务报表", "Financial statement"],
 *   "RENT_CONTRACT": ["租赁合同", "Lease"],
 *   "OTHER": ["其他佐证", "Other evidence"]
 * }
 */
export type IncomeEvidence =
  | 'INCOME_PROOF'
  | 'BANK_FLOW'
  | 'TAX'
  | 'SOCIAL_INSURANCE'
  | 'PROVIDENT_FUND'
  | 'FINANCIAL_STATEMENT'
  | 'RENT_CONTRACT'
  | 'OTHER';

/**
 * 负债类型 | Type of debt
 *
 * @labels {
 *   "HOUSING_LOAN": ["住房贷款", "Home loan"],
 *   "CONSUMER_LOAN": ["消费贷款", "Consumer loan"],
 *   "BUSINESS_LOAN": ["经营贷款", "Business loan"],
 *   "CREDIT_CARD": ["信用卡", "Credit card"],
 *   "CAR_LOAN": ["汽车贷款", "Car loan"],
 *   "GUARANTEE": ["对外担保", "Guarantee given"],
 *   "PRIVATE": ["民间借款", "Private borrowing"],
 *   "OTHER": ["其他负债", "Other debt"]
 * }
 */
export type DebtType =
  | 'HOUSING_LOAN'
  | 'CONSUMER_LOAN'
  | 'BUSINESS_LOAN'
  | 'CREDIT_CARD'
  | 'CAR_LOAN'
  | 'GUARANTEE'
  | 'PRIVATE'
  | 'OTHER';

/**
 * 收入口径 | Whose income counts
 *
 * @labels {
 *   "APPLICANT": ["借款人本人", "Borrower only"],
 *   "APPLICANT_AND_CO": ["借款人与共同借款人", "Borrower and co-borrowers"],
 *   "HOUSEHOLD": ["家庭", "Household"]
 * }
 */
export type IncomeBasis = 'APPLICANT' | 'APPLICANT_AND_CO' | 'HOUSEHOLD';
