/**
 * 评价使用的信息 | Information used in an evaluation
 *
 * @labels {
 *   "REPAYMENT": ["还款记录", "Repayment record"],
 *   "HOLDINGS": ["持有产品", "Products held"],
 *   "ASSETS": ["金融资产", "Financial assets"],
 *   "SERVICE_RECORD": ["服务记录", "Service record"],
 *   "DEMOGRAPHIC": ["年龄、职业等基本信息", "Basic personal information"],
 *   "CREDIT_REPORT": ["征信报告", "Credit report"],
 *   "HEALTH": ["医疗健康信息", "Health information"],
 *   "WHEREABOUTS": ["行踪轨迹", "Whereabouts"],
 *   "BIOMETRIC": ["生物识别信息", "Biometric information"],
 *   "BOUGHT_DATA": ["外购数据", "Data bought from outside"]
 * }
 */
export type EvaluationInput =
  | 'REPAYMENT'
  | 'HOLDINGS'
  | 'ASSETS'
  | 'SERVICE_RECORD'
  | 'DEMOGRAPHIC'
  | 'CREDIT_REPORT'
  | 'HEALTH'
  | 'WHEREABOUTS'
  | 'BIOMETRIC'
  | 'BOUGHT_DATA';

/**
 * 访问目的 | Purpose of a look-up
 *
 * @labels {
 *   "APPLICATION": ["办理申请", "Handling the application"],
 *   "EVALUATION": ["客户评价", "Evaluation"],
 *   "SERVICE": ["客户服务", "Service"],
 *   "POST_LOAN": ["贷后管理", "Post-loan management"],
 *   "INSPECTION": ["检查审计", "Inspection"],
 *   "MARKETING": ["营销", "Marketing"],
 *   "PRIVATE": ["私人目的", "Private purpose"]
 * }
 */
export type AccessPurpose =
  | 'APPLICATION'
  | 'EVALUATION'
  | 'SERVICE'
  | 'POST_LOAN'
  | 'INSPECTION'
  | 'MARKETING'
  | 'PRIVATE';

/**
 * 再开发联系结果 | Outcome of a redevelopment contact
 *
 * @labels {
 *   "NEED_RAISED": ["提出新需求", "A need was raised"],
 *   "NO_NEED": ["暂无需求", "No need at present"],
 *   "REFUSED": ["拒绝再联系", "Wants no further contact"],
 *   "NOT_REACHED": ["未联系上", "Not reached"],
 *   "NOT_MADE": ["不具备条件，未联系", "Not made, as a condition was missing"]
 * }
 */
export type CareOutcome = 'NEED_RAISED' | 'NO_NEED' | 'REFUSED' | 'NOT_REACHED' | 'NOT_MADE';
