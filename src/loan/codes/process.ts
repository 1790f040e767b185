/**
 * 流程事件类型 | Type of event
 *
 * @labels {
 *   "LEAD": ["线索", "Lead"],
 *   "PARTNER_CHECK": ["合作机构核验", "Check of the partner"],
 *   "IDENTIFY": ["客户识别", "Identification"],
 *   "NEEDS": ["需求分析", "Needs assessment"],
 *   "MATCH": ["产品推荐", "Product matching"],
 *   "ACCEPT": ["受理", "Acceptance"],
 *   "INTERVIEW": ["面谈", "Interview"],
 *   "CREDIT_QUERY": ["征信查询", "Credit query"],
 *   "INVESTIGATE": ["调查", "Investigation"],
 *   "APPRAISE": ["评估", "Valuation"],
 *   "ASSESS": ["风险评价", "Risk assessment"],
 *   "REVIEW": ["审查", "Review"],
 *   "APPROVE": ["审批", "Approval"],
 *   "DISCLOSE": ["成本明示", "Cost disclosure"],
 *   "SIGN": ["签约", "Signing"],
 *   "REGISTER": ["登记", "Registration"],
 *   "DISBURSE_REVIEW": ["放款审核", "Disbursement review"],
 *   "DISBURSE": ["放款", "Disbursement"],
 *   "PAY": ["支付", "Payment"],
 *   "ARCHIVE": ["归档", "Archiving"],
 *   "POST_CHECK": ["贷后检查", "Post-loan check"],
 *   "CLASSIFY": ["分类", "Classification"],
 *   "COLLECT": ["催收", "Collection"],
 *   "CHANGE": ["合同变更", "Contract change"],
 *   "SETTLE": ["结清", "Settlement"],
 *   "RELEASE": ["解押", "Release"],
 *   "RECONCILE": ["对账", "Reconciliation"],
 *   "EVALUATE": ["客户评价", "Customer evaluation"],
 *   "CARE": ["客户维护", "Customer care"],
 *   "RETURN": ["退回", "Return to an earlier step"]
 * }
 */
export type EventType =
  | 'LEAD'
  | 'PARTNER_CHECK'
  | 'IDENTIFY'
  | 'NEEDS'
  | 'MATCH'
  | 'ACCEPT'
  | 'INTERVIEW'
  | 'CREDIT_QUERY'
  | 'INVESTIGATE'
  | 'APPRAISE'
  | 'ASSESS'
  | 'REVIEW'
  | 'APPROVE'
  | 'DISCLOSE'
  | 'SIGN'
  | 'REGISTER'
  | 'DISBURSE_REVIEW'
  | 'DISBURSE'
  | 'PAY'
  | 'ARCHIVE'
  | 'POST_CHECK'
  | 'CLASSIFY'
  | 'COLLECT'
  | 'CHANGE'
  | 'SETTLE'
  | 'RELEASE'
  | 'RECONCILE'
  | 'EVALUATE'
  | 'CARE'
  | 'RETURN';

/**
 * 岗位 | Post
 *
 * @labels {
 *   "CUSTOMER_MANAGER": ["客户经理", "Customer manager"],
 *   "CO_INVESTIGATOR": ["协查客户经理", "Co-investigator"],
 *   "LOBBY_ADVISER": ["大堂/理财引导岗", "Lobby adviser"],
 *   "INTAKE_OFFICER": ["受理岗", "Intake officer"],
 *   "CREDIT_QUERY_OPERATOR": ["征信查询岗", "Credit query operator"],
 *   "INVESTIGATOR": ["调查岗", "Investigator"],
 *   "APPRAISAL_OFFICER": ["押品评估岗", "Appraisal officer"],
 *   "RISK_ASSESSOR": ["风险评价岗", "Risk assessor"],
 *   "REVIEWER": ["审查岗", "Reviewer"],
 *   "APPROVER": ["审批人", "Approver"],
 *   "COMMITTEE_SECRETARY": ["贷审会秘书", "Credit committee secretary"],
 *   "CONTRACT_OFFICER": ["合同岗", "Contract officer"],
 *   "LEGAL_REVIEWER": ["法律审核岗", "Legal reviewer"],
 *   "REGISTRATION_OFFICER": ["抵押登记岗", "Registration officer"],
 *   "DISBURSEMENT_REVIEWER": ["放款审核岗", "Disbursement reviewer"],
 *   "BOOKING_OFFICER": ["会计出账岗", "Booking officer"],
 *   "BOOKING_CHECKER": ["会计复核岗", "Booking checker"],
 *   "PAYMENT_OFFICER": ["支付审核岗", "Payment officer"],
 *   "POST_LOAN_OFFICER": ["贷后管理岗", "Post-loan officer"],
 *   "CLASSIFICATION_OFFICER": ["风险分类岗", "Classification officer"],
 *   "RECONCILIATION_OFFICER": ["对账岗", "Reconciliation officer"],
 *   "COLLECTOR": ["催收岗", "Collector"],
 *   "ARCHIVIST": ["档案管理岗", "Archivist"],
 *   "VAULT_KEEPER": ["权证保管岗", "Keeper of title documents"],
 *   "COMPLIANCE_OFFICER": ["合规岗", "Compliance officer"],
 *   "CONSUMER_PROTECTION_OFFICER": ["消保岗", "Consumer protection officer"],
 *   "AML_OFFICER": ["反洗钱岗", "Anti-money-laundering officer"],
 *   "MODEL_DEVELOPER": ["模型开发岗", "Model developer"],
 *   "MODEL_VALIDATOR": ["模型验证岗", "Model validator"],
 *   "PERFORMANCE_OFFICER": ["绩效考核岗", "Performance officer"],
 *   "PRODUCT_MANAGER": ["产品经理", "Product manager"],
 *   "OUTLET_MANAGER": ["网点负责人", "Outlet manager"],
 *   "AUDITOR": ["审计岗", "Auditor"]
 * }
 */
export type Post =
  | 'CUSTOMER_MANAGER'
  | 'CO_INVESTIGATOR'
  | 'LOBBY_ADVISER'
  | 'INTAKE_OFFICER'
  | 'CREDIT_QUERY_OPERATOR'
  | 'INVESTIGATOR'
  | 'APPRAISAL_OFFICER'
  | 'RISK_ASSESSOR'
  | 'REVIEWER'
  | 'APPROVER'
  | 'COMMITTEE_SECRETARY'
  | 'CONTRACT_OFFICER'
  | 'LEGAL_REVIEWER'
  | 'REGISTRATION_OFFICER'
  | 'DISBURSEMENT_REVIEWER'
  | 'BOOKING_OFFICER'
  | 'BOOKING_CHECKER'
  | 'PAYMENT_OFFICER'
  | 'POST_LOAN_OFFICER'
  | 'CLASSIFICATION_OFFICER'
  | 'RECONCILIATION_OFFICER'
  | 'COLLECTOR'
  | 'ARCHIVIST'
  | 'VAULT_KEEPER'
  | 'COMPLIANCE_OFFICER'
  | 'CONSUMER_PROTECTION_OFFICER'
  | 'AML_OFFICER'
  | 'MODEL_DEVELOPER'
  | 'MODEL_VALIDATOR'
  | 'PERFORMANCE_OFFICER'
  | 'PRODUCT_MANAGER'
  | 'OUTLET_MANAGER'
  | 'AUDITOR';
