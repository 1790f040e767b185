/**
 * 征信查询原因 | Reason of a credit query
 *
 * @labels {
 *   "LOAN_APPROVAL": ["贷款审批", "Loan approval"],
 *   "GUARANTEE_REVIEW": ["担保资格审查", "Guarantee review"],
 *   "POST_LOAN": ["贷后管理", "Post-loan management"],
 *   "CREDIT_CARD": ["信用卡审批", "Credit-card approval"],
 *   "DISPUTE": ["异议核查", "Dispute check"]
 * }
 */
export type CreditQueryReason =
  | 'LOAN_APPROVAL'
  | 'GUARANTEE_REVIEW'
  | 'POST_LOAN'
  | 'CREDIT_CARD'
  | 'DISPUTE';

/**
 * 授权类型 | Type of consent
 *
 * @labels {
 *   "CREDIT_QUERY": ["征信查询授权", "Credit query authorisation"],
 *   "CREDIT_REPORTING": ["征信报送授权", "Credit reporting authorisation"],
 *   "PI_PROCESSING": ["个人信息处理同意", "Consent to processing of personal information"],
 *   "SENSITIVE_PI": ["敏感个人信息单独同意", "Separate consent for sensitive personal information"],
 *   "THIRD_PARTY_SHARING": ["向第三方提供单独同意", "Separate consent to sharing with third parties"],
 *   "MARKETING": ["营销同意", "Marketing consent"]
 * }
 */
export type ConsentType =
  | 'CREDIT_QUERY'
  | 'CREDIT_REPORTING'
  | 'PI_PROCESSING'
  | 'SENSITIVE_PI'
  | 'THIRD_PARTY_SHARING'
  | 'MARKETING';

/**
 * 签署方式 | Manner of signing
 *
 * @labels {
 *   "PAPER_IN_PERSON": ["当面纸质签署", "Paper signing in person"],
 *   "ELECTRONIC_IN_PERSON": ["当面电子签署", "Electronic signing in person"],
 *   "ELECTRONIC_REMOTE": ["远程电子签署", "Remote electronic signing"],
 *   "VIDEO_WITNESSED": ["视频见证签署", "Video-witnessed signing"],
 *   "POPUP_CONFIRMED": ["弹窗确认", "Pop-up confirmation"],
 *   "ORAL": ["口头同意", "Oral consent"],
 *   "NONE": ["无", "None"]
 * }
 */
export type SignMode =
  | 'PAPER_IN_PERSON'
  | 'ELECTRONIC_IN_PERSON'
  | 'ELECTRONIC_REMOTE'
  | 'VIDEO_WITNESSED'
  | 'POPUP_CONFIRMED'
  | 'ORAL'
  | 'NONE';

/**
 * 电子签名 | Electronic signature
 *
 * @labels {
 *   "RELIABLE": ["验签通过的可靠电子签名", "Reliable signature found valid"],
 *   "ORDINARY": ["验证码、勾选等一般方式", "Code, tick or the like"],
 *   "INVALID": ["验签未通过的电子签名", "Signature found invalid"]
 * }
 */
export type ElectronicSignature = 'RELIABLE' | 'ORDINARY' | 'INVALID';
