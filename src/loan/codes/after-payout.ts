/**
 * 收款人类型 | Type of payee
 *
 * @labels {
 *   "SELLER": ["出卖人", "Seller"],
 *   "DEVELOPER_ESCROW": ["预售资金监管账户", "Supervised account of the pre-sale"],
 *   "TRADE_ESCROW": ["交易资金监管账户", "Supervised account of the transaction"],
 *   "MERCHANT": ["商户或供应商", "Merchant or supplier"],
 *   "BORROWER": ["借款人本人", "The borrower"],
 *   "RELATED": ["关联人", "Related party"],
 *   "THIRD_PARTY": ["其他第三方", "Other third party"],
 *   "ORIGINAL_MORTGAGEE": ["原抵押权人", "Existing mortgagee"]
 * }
 */
export type PayeeType =
  | 'SELLER'
  | 'DEVELOPER_ESCROW'
  | 'TRADE_ESCROW'
  | 'MERCHANT'
  | 'BORROWER'
  | 'RELATED'
  | 'THIRD_PARTY'
  | 'ORIGINAL_MORTGAGEE';

/**
 * 资金流向 | Destination of funds
 *
 * @labels {
 *   "HOME": ["购房", "Property purchase"],
 *   "RENOVATION": ["装修", "Renovation"],
 *   "CONSUMPTION": ["消费", "Consumption"],
 *   "OPERATION": ["经营", "Operation"],
 *   "SECURITIES": ["证券期货", "Securities and futures"],
 *   "REAL_ESTATE": ["违规流入房地产", "Improper flow into real estate"],
 *   "EQUITY": ["股权投资", "Equity investment"],
 *   "LENDING": ["转贷放贷", "On-lending"],
 *   "WEALTH": ["理财", "Wealth products"],
 *   "REPAY_OTHER_LOAN": ["偿还其他贷款", "Repaying other loans"],
 *   "CASH_OUT": ["大额取现", "Large cash withdrawal"]
 * }
 */
export type UseCategory =
  | 'HOME'
  | 'RENOVATION'
  | 'CONSUMPTION'
  | 'OPERATION'
  | 'SECURITIES'
  | 'REAL_ESTATE'
  | 'EQUITY'
  | 'LENDING'
  | 'WEALTH'
  | 'REPAY_OTHER_LOAN'
  | 'CASH_OUT';

/**
 * 贷款状态 | Status of the loan
 *
 * @labels {
 *   "NORMAL": ["正常", "Normal"],
 *   "OVERDUE": ["逾期", "Overdue"],
 *   "SETTLED": ["结清", "Settled"],
 *   "WRITTEN_OFF": ["核销", "Written off"],
 *   "LITIGATION": ["诉讼", "In litigation"]
 * }
 */
export type LoanStatus = 'NORMAL' | 'OVERDUE' | 'SETTLED' | 'WRITTEN_OFF' | 'LITIGATION';

/**
 * 五级分类 | Five-category class
 *
 * @labels {
 *   "PASS": ["正常", "Pass"],
 *   "SPECIAL_MENTION": ["关注", "Special mention"],
 *   "SUBSTANDARD": ["次级", "Substandard"],
 *   "DOUBTFUL": ["可疑", "Doubtful"],
 *   "LOSS": ["损失", "Loss"]
 * }
 */
export type RiskClass = 'PASS' | 'SPECIAL_MENTION' | 'SUBSTANDARD' | 'DOUBTFUL' | 'LOSS';

/**
 * 催收方式 | Manner of collection
 *
 * @labels {
 *   "SMS": ["短信", "Text message"],
 *   "CALL": ["电话", "Telephone call"],
 *   "VISIT": ["上门", "Visit"],
 *   "LETTER": ["信函", "Letter"],
 *   "LEGAL_LETTER": ["律师函", "Lawyer’s letter"]
 * }
 */
export type CollectionMode = 'SMS' | 'CALL' | 'VISIT' | 'LETTER' | 'LEGAL_LETTER';

/**
 * 催收对象 | Target of collection
 *
 * @labels {
 *   "DEBTOR": ["债务人", "Debtor"],
 *   "GUARANTOR": ["担保人", "Guarantor"],
 *   "CONTACT_CONSENTED": ["经同意的联系人", "Contact with consent"],
 *   "THIRD_PARTY": ["无关第三人", "Unrelated third person"]
 * }
 */
export type CollectionTarget = 'DEBTOR' | 'GUARANTOR' | 'CONTACT_CONSENTED' | 'THIRD_PARTY';

/**
 * 通知类型 | Type of notice
 *
 * @labels {
 *   "REPAYMENT_PLAN": ["还款计划", "Repayment plan"],
 *   "ANNUAL_STATEMENT": ["年度对账单", "Annual statement"],
 *   "REPRICING": ["利率重定价通知", "Repricing notice"],
 *   "DUE_REMINDER": ["还款提醒", "Reminder of instalment"],
 *   "OVERDUE_NOTICE": ["逾期提示", "Overdue notice"],
 *   "POLICY_CHANGE": ["政策变化通知", "Notice of policy change"],
 *   "OUTSOURCED_COLLECTION": ["委托催收告知", "Notice of outsourced collection"]
 * }
 */
export type NoticeType =
  | 'REPAYMENT_PLAN'
  | 'ANNUAL_STATEMENT'
  | 'REPRICING'
  | 'DUE_REMINDER'
  | 'OVERDUE_NOTICE'
  | 'POLICY_CHANGE'
  | 'OUTSOURCED_COLLECTION';

/**
 * 服务请求类型 | Type of request
 *
 * @labels {
 *   "COMPLAINT": ["投诉", "Complaint"],
 *   "CREDIT_DISPUTE": ["征信异议", "Credit dispute"],
 *   "PREPAYMENT": ["提前还款", "Prepayment"],
 *   "RATE_NEGOTIATION": ["利率协商", "Rate negotiation"],
 *   "HARDSHIP": ["困难协商", "Hardship arrangement"],
 *   "STATEMENT": ["账单查询", "Statement enquiry"],
 *   "RELEASE": ["解押", "Release of mortgage"],
 *   "INFO_ACCESS": ["个人信息查询复制删除", "Access to personal information"],
 *   "AUTO_DECISION_EXPLAIN": ["自动化决策说明", "Explanation of automated decision"],
 *   "ERROR": ["账务差错", "Account error"]
 * }
 */
export type RequestType =
  | 'COMPLAINT'
  | 'CREDIT_DISPUTE'
  | 'PREPAYMENT'
  | 'RATE_NEGOTIATION'
  | 'HARDSHIP'
  | 'STATEMENT'
  | 'RELEASE'
  | 'INFO_ACCESS'
  | 'AUTO_DECISION_EXPLAIN'
  | 'ERROR';

/**
 * 投诉复杂程度 | How complex a complaint is
 *
 * @labels {
 *   "SIMPLE": ["事实清楚、争议简单", "Clear and simple"],
 *   "COMPLEX": ["情况复杂", "Complex"],
 *   "SPECIAL": ["情况特别复杂或者有其他特殊原因", "Specially complex or special for another reason"]
 * }
 */
export type ComplaintComplexity = 'SIMPLE' | 'COMPLEX' | 'SPECIAL';

/**
 * 延长批准层级 | Who approved an extension
 *
 * @labels {
 *   "OWN_UNIT": ["处理投诉的机构", "Handling unit"],
 *   "HIGHER_UNIT": ["上级机构", "Higher unit"],
 *   "HEAD_OFFICE_EXECUTIVE": ["总行高级管理人员", "Head-office executive"]
 * }
 */
export type ExtensionApprover = 'OWN_UNIT' | 'HIGHER_UNIT' | 'HEAD_OFFICE_EXECUTIVE';
