/**
 * 告知类型 | Type of disclosure
 *
 * @labels {
 *   "COST": ["综合融资成本明示", "All-in cost disclosure"],
 *   "RISK": ["风险告知", "Risk disclosure"],
 *   "PREPAYMENT": ["提前还款规则告知", "Disclosure of prepayment terms"],
 *   "DEFAULT": ["违约后果告知", "Disclosure of the consequences of default"],
 *   "AUTO_DECISION": ["自动化决策告知", "Disclosure of automated decision"],
 *   "PRODUCT": ["附加产品告知", "Disclosure of additional product"]
 * }
 */
export type DisclosureType =
  | 'COST'
  | 'RISK'
  | 'PREPAYMENT'
  | 'DEFAULT'
  | 'AUTO_DECISION'
  | 'PRODUCT';

/**
 * 费用承担方 | Bearer of a fee
 *
 * @labels {
 *   "BANK": ["本行", "The bank"],
 *   "BORROWER": ["借款人", "The borrower"],
 *   "SHARED": ["双方分担", "Both in shares"]
 * }
 */
export type FeeBearer = 'BANK' | 'BORROWER' | 'SHARED';

/**
 * 定价依据 | Basis of a price
 *
 * @labels {
 *   "GOVERNMENT": ["政府指导价、政府定价", "Guided or set by the government"],
 *   "MARKET": ["市场调节价", "Set by the market"]
 * }
 */
export type PriceBasis = 'GOVERNMENT' | 'MARKET';

/**
 * 息费项目 | Interest or fee
 *
 * @labels {
 *   "INTEREST": ["利息", "Interest"],
 *   "GUARANTEE_FEE": ["担保费", "Guarantee fee"],
 *   "INSURANCE": ["保险费", "Insurance premium"],
 *   "APPRAISAL": ["评估费", "Appraisal fee"],
 *   "REGISTRATION": ["登记费", "Registration fee"],
 *   "NOTARY": ["公证费", "Notary fee"],
 *   "SERVICE_FEE": ["服务费", "Service fee"],
 *   "MEMBERSHIP": ["会员权益费", "Membership fee"],
 *   "PREPAYMENT_FEE": ["提前还款违约金", "Prepayment charge"],
 *   "OVERDUE_PENALTY": ["逾期罚息", "Overdue penalty interest"],
 *   "MISUSE_PENALTY": ["挪用罚息", "Misuse penalty interest"]
 * }
 */
export type CostItem =
  | 'INTEREST'
  | 'GUARANTEE_FEE'
  | 'INSURANCE'
  | 'APPRAISAL'
  | 'REGISTRATION'
  | 'NOTARY'
  | 'SERVICE_FEE'
  | 'MEMBERSHIP'
  | 'PREPAYMENT_FEE'
  | 'OVERDUE_PENALTY'
  | 'MISUSE_PENALTY';

/**
 * 合同类型 | Type of contract
 *
 * @labels {
 *   "LOAN": ["借款合同", "Loan contract"],
 *   "MORTGAGE": ["抵押合同", "Mortgage contract"],
 *   "PLEDGE": ["质押合同", "Pledge contract"],
 *   "GUARANTEE": ["保证合同", "Guarantee contract"],
 *   "SUPPLEMENT": ["补充协议", "Supplementary agreement"]
 * }
 */
export type ContractType = 'LOAN' | 'MORTGAGE' | 'PLEDGE' | 'GUARANTEE' | 'SUPPLEMENT';

/**
 * 必备条款 | Term of contract
 *
 * @labels {
 *   "LOAN_TYPE": ["贷款种类", "Kind of loan"],
 *   "PURPOSE": ["用途", "Purpose"],
 *   "AMOUNT": ["金额", "Amount"],
 *   "RATE": ["利率", "Rate"],
 *   "TERM": ["期限", "Term"],
 *   "REPAYMENT": ["还款方式", "Repayment"],
 *   "DEFAULT": ["违约责任", "Liability for default"],
 *   "PAYMENT": ["支付对象、金额、条件和方式", "Payee, amount, conditions and manner of payment"],
 *   "DISPUTE": ["争议解决", "Settlement of disputes"],
 *   "SECURED_DEBT": ["被担保债权", "Debt secured"],
 *   "COLLATERAL_DESC": ["担保财产描述", "Description of the collateral"],
 *   "SCOPE": ["担保范围", "Scope of security"],
 *   "DELIVERY": ["质押财产的交付", "Delivery of the pledge"]
 * }
 */
export type ContractTerm =
  | 'LOAN_TYPE'
  | 'PURPOSE'
  | 'AMOUNT'
  | 'RATE'
  | 'TERM'
  | 'REPAYMENT'
  | 'DEFAULT'
  | 'PAYMENT'
  | 'DISPUTE'
  | 'SECURED_DEBT'
  | 'COLLATERAL_DESC'
  | 'SCOPE'
  | 'DELIVERY';

/**
 * 保证方式 | Guarantee mode
 *
 * @labels {
 *   "JOINT": ["连带责任保证", "Joint and several guarantee"],
 *   "GENERAL": ["一般保证", "General guarantee"],
 *   "NOT_STATED": ["未约定", "Not stated"],
 *   "NOT_APPLICABLE": ["不适用", "Not applicable"]
 * }
 */
export type GuaranteeMode = 'JOINT' | 'GENERAL' | 'NOT_STATED' | 'NOT_APPLICABLE';

/**
 * 登记类型 | Type of registration
 *
 * @labels {
 *   "MORTGAGE": ["抵押权首次登记", "First registration of mortgage"],
 *   "PRE_NOTICE": ["抵押预告登记", "Advance notice registration of mortgage"],
 *   "MAX_MORTGAGE": ["最高额抵押登记", "Maximum-amount mortgage registration"],
 *   "PLEDGE": ["质权登记或止付", "Pledge registration or stop-payment"],
 *   "TRANSFER": ["转移登记", "Transfer of title"],
 *   "CANCEL": ["注销登记", "Cancellation"]
 * }
 */
export type RegistrationType =
  | 'MORTGAGE'
  | 'PRE_NOTICE'
  | 'MAX_MORTGAGE'
  | 'PLEDGE'
  | 'TRANSFER'
  | 'CANCEL';
