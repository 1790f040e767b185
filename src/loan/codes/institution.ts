/**
 * 机构层级 | Level of an institution
 *
 * @labels {
 *   "HEAD_OFFICE": ["总行", "Head office"],
 *   "PROVINCIAL": ["一级分行", "Provincial branch"],
 *   "MUNICIPAL": ["二级分行", "Municipal branch"],
 *   "SUB_BRANCH": ["支行", "Sub-branch"],
 *   "OUTLET": ["网点", "Outlet"]
 * }
 */
export type InstitutionLevel = 'HEAD_OFFICE' | 'PROVINCIAL' | 'MUNICIPAL' | 'SUB_BRANCH' | 'OUTLET';

/**
 * 网点类型 | Class of an outlet
 *
 * @labels {
 *   "CREDIT_CENTRE": ["个贷营销中心", "Retail credit centre"],
 *   "FULL_SERVICE": ["全功能网点", "Full-service outlet"],
 *   "BASIC": ["基础网点", "Basic outlet"]
 * }
 */
export type OutletClass = 'CREDIT_CENTRE' | 'FULL_SERVICE' | 'BASIC';

/**
 * 功能分区 | Zone of an outlet
 *
 * @labels {
 *   "CONSULT": ["咨询引导区", "Consultation"],
 *   "INTERVIEW": ["独立面谈室", "Interview room"],
 *   "INTAKE": ["受理区", "Intake"],
 *   "BACK_OFFICE": ["后台审核区", "Back office"],
 *   "ARCHIVE": ["档案区", "Archive"],
 *   "SELF_SERVICE": ["自助区", "Self-service"],
 *   "WAITING": ["等候区", "Waiting"],
 *   "FINANCE": ["理财区", "Wealth management"]
 * }
 */
export type Zone =
  | 'CONSULT'
  | 'INTERVIEW'
  | 'INTAKE'
  | 'BACK_OFFICE'
  | 'ARCHIVE'
  | 'SELF_SERVICE'
  | 'WAITING'
  | 'FINANCE';

/**
 * 隶属条线 | Reporting line
 *
 * @labels {
 *   "RISK": ["风险条线", "Risk"],
 *   "MARKETING": ["营销条线", "Marketing"],
 *   "GENERAL": ["综合管理", "General management"]
 * }
 */
export type ReportingLine = 'RISK' | 'MARKETING' | 'GENERAL';
