/**
 * 资料类型 | Type of document
 *
 * @labels {
 *   "APPLICATION_FORM": ["借款申请表", "Application form"],
 *   "ID_CARD": ["身份证件", "Identity document"],
 *   "HOUSEHOLD_REGISTER": ["户口簿", "Household register"],
 *   "MARRIAGE_PROOF": ["婚姻状况证明", "Proof of marital status"],
 *   "INCOME_PROOF": ["收入证明", "Proof of income"],
 *   "BANK_FLOW": ["银行流水", "Account statements"],
 *   "TAX_RECORD": ["纳税记录", "Tax record"],
 *   "CREDIT_AUTH": ["征信查询授权书", "Credit query authorisation"],
 *   "PI_CONSENT": ["个人信息授权书", "Consent to use of personal information"],
 *   "PURCHASE_CONTRACT": ["购房合同", "Purchase contract"],
 *   "DOWN_PAYMENT_PROOF": ["首付款凭证", "Proof of down payment"],
 *   "HOUSING_RECORD_PROOF": ["住房套数查询证明", "Housing-record search"],
 *   "TITLE_CERT": ["不动产权证书", "Certificate of title"],
 *   "CO_OWNER_CONSENT": ["共有人同意抵押声明", "Co-owner’s consent to mortgage"],
 *   "SPOUSE_CONSENT": ["配偶同意书", "Spouse’s consent"],
 *   "APPRAISAL_REPORT": ["评估报告", "Appraisal report"],
 *   "INTERVIEW_RECORD": ["面谈记录", "Interview record"],
 *   "INVESTIGATION_REPORT": ["调查报告", "Investigation report"],
 *   "APPROVAL_SHEET": ["审批表", "Approval sheet"],
 *   "COST_DISCLOSURE": ["综合融资成本明示表", "All-in cost statement"],
 *   "LOAN_CONTRACT": ["借款合同", "Loan contract"],
 *   "MORTGAGE_CONTRACT": ["抵押合同", "Mortgage contract"],
 *   "GUARANTEE_CONTRACT": ["保证合同", "Guarantee contract"],
 *   "REGISTRATION_CERT": ["不动产登记证明", "Registration certificate"],
 *   "IOU": ["借据", "Loan note"],
 *   "PAYMENT_ORDER": ["受托支付委托书", "Entrusted payment order"],
 *   "PAYMENT_PROOF": ["支付凭证", "Proof of payment"],
 *   "USE_EVIDENCE": ["用途凭证", "Evidence of use"],
 *   "BUSINESS_LICENCE": ["营业执照", "Business licence"],
 *   "FINANCIALS": ["经营财务资料", "Business accounts"],
 *   "TRADE_CONTRACT": ["购销合同", "Trade contract"],
 *   "COMPANY_RESOLUTION": ["股东或合伙人决议", "Owners’ resolution"],
 *   "PRESALE_PERMIT": ["预售许可证", "Pre-sale permit"],
 *   "DEVELOPER_GUARANTEE_LETTER": ["开发企业阶段性担保函", "Developer’s interim guarantee"],
 *   "REPAYMENT_PLAN": ["还款计划表", "Repayment plan"],
 *   "SIGNING_RECORDING": ["面签影像", "Recording of the signing"],
 *   "POST_LOAN_REPORT": ["贷后检查报告", "Post-loan report"],
 *   "SETTLEMENT_CERT": ["结清证明", "Settlement certificate"],
 *   "TENANT_DECLARATION": ["承租人声明", "Tenant declaration"],
 *   "PAYOFF_AGREEMENT": ["带押过户清偿协议", "Payoff agreement for transfer with mortgage"],
 *   "USE_UNDERTAKING": ["资金用途承诺函", "Undertaking on the use of funds"],
 *   "LEGAL_OPINION": ["法律意见书", "Legal opinion"]
 * }
 */
export type DocType =
  | 'APPLICATION_FORM'
  | 'ID_CARD'
  | 'HOUSEHOLD_REGISTER'
  | 'MARRIAGE_PROOF'
  | 'INCOME_PROOF'
  | 'BANK_FLOW'
  | 'TAX_RECORD'
  | 'CREDIT_AUTH'
  | 'PI_CONSENT'
  | 'PURCHASE_CONTRACT'
  | 'DOWN_PAYMENT_PROOF'
  | 'HOUSING_RECORD_PROOF'
  | 'TITLE_CERT'
  | 'CO_OWNER_CONSENT'
  | 'SPOUSE_CONSENT'
  | 'APPRAISAL_REPORT'
  | 'INTERVIEW_RECORD'
  | 'INVESTIGATION_REPORT'
  | 'APPROVAL_SHEET'
  | 'COST_DISCLOSURE'
  | 'LOAN_CONTRACT'
  | 'MORTGAGE_CONTRACT'
  | 'GUARANTEE_CONTRACT'
  | 'REGISTRATION_CERT'
  | 'IOU'
  | 'PAYMENT_ORDER'
  | 'PAYMENT_PROOF'
  | 'USE_EVIDENCE'
  | 'BUSINESS_LICENCE'
  | 'FINANCIALS'
  | 'TRADE_CONTRACT'
  | 'COMPANY_RESOLUTION'
  | 'PRESALE_PERMIT'
  | 'DEVELOPER_GUARANTEE_LETTER'
  | 'REPAYMENT_PLAN'
  | 'SIGNING_RECORDING'
  | 'POST_LOAN_REPORT'
  | 'SETTLEMENT_CERT'
  | 'TENANT_DECLARATION'
  | 'PAYOFF_AGREEMENT'
  | 'USE_UNDERTAKING'
  | 'LEGAL_OPINION';

/**
 * 资料形式 | Form of a document
 *
 * @labels {
 *   "PAPER": ["纸质资料", "Paper document"],
 *   "ELECTRONIC": ["电子资料", "Electronic document"]
 * }
 */
export type DocumentForm = 'PAPER' | 'ELECTRONIC';
