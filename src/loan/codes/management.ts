/**
 * 岗位序列 | Family of posts
 *
 * @labels {
 *   "MARKETING": ["营销", "Marketing"],
 *   "INVESTIGATION": ["调查", "Investigation"],
 *   "REVIEW_APPROVAL": ["审查审批", "Review and approval"],
 *   "DISBURSEMENT": ["放款", "Disbursement"],
 *   "POST_LOAN": ["贷后", "Post-loan"],
 *   "COLLECTION": ["催收", "Collection"],
 *   "RISK": ["风险管理", "Risk management"]
 * }
 */
export type PostFamily =
  | 'MARKETING'
  | 'INVESTIGATION'
  | 'REVIEW_APPROVAL'
  | 'DISBURSEMENT'
  | 'POST_LOAN'
  | 'COLLECTION'
  | 'RISK';

/**
 * 指标类别 | Category of a measure
 *
 * @labels {
 *   "COMPLIANCE": ["合规经营", "Compliance"],
 *   "RISK": ["风险管理", "Risk management"],
 *   "BUSINESS": ["经营效益", "Profit"],
 *   "GROWTH": ["业务发展", "Growth"],
 *   "SERVICE": ["客户服务", "Service"],
 *   "SOCIAL": ["社会责任", "Social responsibility"]
 * }
 */
export type KpiCategory = 'COMPLIANCE' | 'RISK' | 'BUSINESS' | 'GROWTH' | 'SERVICE' | 'SOCIAL';

/**
 * 模型类型 | Type of model
 *
 * @labels {
 *   "APPLICATION_SCORE": ["申请评分", "Application score"],
 *   "BEHAVIOUR_SCORE": ["行为评分", "Behaviour score"],
 *   "AVM": ["自动估值", "Automated valuation"],
 *   "ANTI_FRAUD": ["反欺诈", "Anti-fraud"],
 *   "PROPENSITY": ["营销响应", "Response to marketing"],
 *   "INCOME_ESTIMATION": ["收入推断", "Income estimate"],
 *   "COLLECTION": ["催收评分", "Collection score"]
 * }
 */
export type ModelType =
  | 'APPLICATION_SCORE'
  | 'BEHAVIOUR_SCORE'
  | 'AVM'
  | 'ANTI_FRAUD'
  | 'PROPENSITY'
  | 'INCOME_ESTIMATION'
  | 'COLLECTION';

/**
 * 集中度管理档次 | Tier for the concentration caps
 *
 * @labels {
 *   "TIER1": ["第一档中资大型银行", "Tier 1 (large banks)"],
 *   "TIER2": ["第二档中资中型银行", "Tier 2 (medium banks)"],
 *   "TIER3": ["第三档中资小型银行和非县域农合机构", "Tier 3 (small banks and rural banks outside counties)"],
 *   "TIER4": ["第四档县域农合机构", "Tier 4 (county rural banks)"],
 *   "TIER5": ["第五档村镇银行", "Tier 5 (village banks)"]
 * }
 */
export type BankTier = 'TIER1' | 'TIER2' | 'TIER3' | 'TIER4' | 'TIER5';

/**
 * 规则类别 | Kind of rule
 *
 * @labels {
 *   "regulation": ["监管规定", "Regulation"],
 *   "bank": ["行内制度", "Rule of the bank"],
 *   "service": ["服务标准", "Service standard"]
 * }
 */
export type RuleKind = 'regulation' | 'bank' | 'service';

/**
 * 挂接位置 | Where a plug-in stands
 *
 * @labels {
 *   "BEFORE": ["前置", "Before"],
 *   "AFTER": ["后置", "After"],
 *   "INSIDE": ["嵌入", "Inside"]
 * }
 */
export type PluginPosition = 'BEFORE' | 'AFTER' | 'INSIDE';

/**
 * 流程步骤 | Step of the process
 *
 * Those that every process of lending has; a bank may have others.
 *
 * @lenient
 * @labels {
 *   "acceptance": ["咨询与受理", "Advice and acceptance"],
 *   "credit-query": ["征信查询", "Credit query"],
 *   "interview": ["面谈", "Interview"],
 *   "investigation": ["调查", "Investigation"],
 *   "valuation": ["押品评估", "Valuation"],
 *   "risk-assessment": ["风险评价", "Risk assessment"],
 *   "approval": ["审批", "Approval"],
 *   "signing": ["签约", "Signing"],
 *   "mortgage-registration": ["担保登记", "Registration of security"],
 *   "disbursement": ["放款", "Disbursement"],
 *   "payment": ["支付", "Payment"],
 *   "post-loan-check": ["贷后检查", "Post-loan check"],
 *   "settlement": ["结清", "Settlement"],
 *   "archive": ["归档", "Filing"]
 * }
 */
export type ProcessStep =
  | 'acceptance'
  | 'credit-query'
  | 'interview'
  | 'investigation'
  | 'valuation'
  | 'risk-assessment'
  | 'approval'
  | 'signing'
  | 'mortgage-registration'
  | 'disbursement'
  | 'payment'
  | 'post-loan-check'
  | 'settlement'
  | 'archive';
