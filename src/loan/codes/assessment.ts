/**
 * 面谈方式 | Manner of meeting
 *
 * @labels {
 *   "IN_PERSON": ["当面", "In person"],
 *   "VIDEO": ["视频", "Video"],
 *   "PHONE": ["电话", "Phone"]
 * }
 */
export type MeetMode = 'IN_PERSON' | 'VIDEO' | 'PHONE';

/**
 * 所属机构 | Employer
 *
 * @labels {
 *   "BANK": ["本行", "The bank"],
 *   "PARTNER": ["合作机构", "Partner"],
 *   "CUSTOMER": ["客户", "The customer"]
 * }
 */
export type Employer = 'BANK' | 'PARTNER' | 'CUSTOMER';

/**
 * 面谈事项 | Interview topic
 *
 * @labels {
 *   "IDENTITY": ["身份", "Identity"],
 *   "WILL": ["借款意愿", "Will to borrow"],
 *   "PURPOSE": ["用途", "Purpose"],
 *   "INCOME": ["收入与负债", "Income and debts"],
 *   "DOWN_PAYMENT": ["首付款来源", "Source of the down payment"],
 *   "REPAYMENT_PLAN": ["还款安排", "Repayment plan"],
 *   "RISK_NOTICE": ["风险与责任提示", "Risks and liabilities"],
 *   "FEE_NOTICE": ["息费告知", "Interest and fees"],
 *   "INSURANCE_FREEDOM": ["保险与附加产品自愿", "Freedom to decline insurance and extras"]
 * }
 */
export type InterviewTopic =
  | 'IDENTITY'
  | 'WILL'
  | 'PURPOSE'
  | 'INCOME'
  | 'DOWN_PAYMENT'
  | 'REPAYMENT_PLAN'
  | 'RISK_NOTICE'
  | 'FEE_NOTICE'
  | 'INSURANCE_FREEDOM';

/**
 * 调查方式 | Manner of investigation
 *
 * @labels {
 *   "ONSITE": ["现场实地", "On site"],
 *   "OFFSITE": ["非现场", "Off site"],
 *   "COMBINED": ["现场与非现场结合", "On and off site"]
 * }
 */
export type InvestigationMode = 'ONSITE' | 'OFFSITE' | 'COMBINED';

/**
 * 调查内容 | Topic of investigation
 *
 * @labels {
 *   "BASIC": ["基本情况", "Basic facts"],
 *   "INCOME": ["收入情况", "Income"],
 *   "PURPOSE": ["借款用途", "Purpose of the loan"],
 *   "BUSINESS": ["经营情况", "Business"],
 *   "REPAYMENT_SOURCE": ["还款来源能力及方式", "Source and ability of repayment"],
 *   "GUARANTEE": ["担保意愿能力与押品价值变现", "Security and its value"],
 *   "TRANSACTION": ["交易真实性", "Genuineness of the transaction"]
 * }
 */
export type InvestigationTopic =
  | 'BASIC'
  | 'INCOME'
  | 'PURPOSE'
  | 'BUSINESS'
  | 'REPAYMENT_SOURCE'
  | 'GUARANTEE'
  | 'TRANSACTION';

/**
 * 意见 | Opinion
 *
 * @labels {
 *   "AGREE": ["同意", "In favour"],
 *   "CONDITIONAL": ["有条件同意", "In favour with conditions"],
 *   "DISAGREE": ["不同意", "Against"]
 * }
 */
export type Opinion = 'AGREE' | 'CONDITIONAL' | 'DISAGREE';

/**
 * 风险等级 | Risk grade
 *
 * @labels {
 *   "A": ["A级", "Grade A"],
 *   "B": ["B级", "Grade B"],
 *   "C": ["C级", "Grade C"],
 *   "D": ["D级", "Grade D"],
 *   "E": ["E级", "Grade E"]
 * }
 */
export type RiskGrade = 'A' | 'B' | 'C' | 'D' | 'E';

/**
 * 审批方式 | Manner of approval
 *
 * @labels {
 *   "MANUAL": ["人工审批", "Manual approval"],
 *   "COMMITTEE": ["集体审议", "Committee approval"],
 *   "AUTO": ["自动化审批", "Automated approval"]
 * }
 */
export type ApprovalMode = 'MANUAL' | 'COMMITTEE' | 'AUTO';

/**
 * 审批结论 | Decision
 *
 * @labels {
 *   "APPROVED": ["批准", "Approval"],
 *   "CONDITIONAL": ["有条件批准", "Conditional approval"],
 *   "REJECTED": ["否决", "Rejection"]
 * }
 */
export type Decision = 'APPROVED' | 'CONDITIONAL' | 'REJECTED';

/**
 * 授信种类 | Kind of credit line
 *
 * @labels {
 *   "HOUSING": ["住房贷款", "Home loan"],
 *   "COMMERCIAL_PROPERTY": ["商业用房贷款", "Commercial-property loan"],
 *   "CONSUMER": ["消费贷款", "Consumer loan"],
 *   "BUSINESS": ["经营贷款", "Business loan"],
 *   "CARD": ["信用卡", "Credit card"],
 *   "GUARANTEE": ["为他人担保", "Guarantee for others"]
 * }
 */
export type CreditLineType =
  | 'HOUSING'
  | 'COMMERCIAL_PROPERTY'
  | 'CONSUMER'
  | 'BUSINESS'
  | 'CARD'
  | 'GUARANTEE';
