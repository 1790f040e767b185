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

/**
 * 机构类型 | Kind of institution
 *
 * @labels {
 *   "BRANCH": ["分行", "Branch"],
 *   "CENTRE": ["营销中心", "Marketing centre"],
 *   "SUB_BRANCH": ["支行", "Sub-branch"],
 *   "OUTLET": ["网点", "Outlet"],
 *   "PARTNER": ["合作机构", "Partner"]
 * }
 */
export type InstitutionKind = 'BRANCH' | 'CENTRE' | 'SUB_BRANCH' | 'OUTLET' | 'PARTNER';

/**
 * 证照种类 | Kind of licence
 *
 * @labels {
 *   "FINANCIAL_LICENCE": ["金融许可证", "Financial licence"],
 *   "BUSINESS_LICENCE": ["营业执照", "Business licence"],
 *   "AGENCY_REGISTRATION": ["房地产经纪机构备案", "Registration as a property agency"],
 *   "GUARANTEE_LICENCE": ["融资担保业务经营许可证", "Licence to give guarantees"]
 * }
 */
export type LicenceKind =
  | 'FINANCIAL_LICENCE'
  | 'BUSINESS_LICENCE'
  | 'AGENCY_REGISTRATION'
  | 'GUARANTEE_LICENCE';

/**
 * 转介方向 | Direction of a referral
 *
 * @labels {
 *   "SENDS": ["转出", "Sends"],
 *   "RECEIVES": ["接收", "Receives"]
 * }
 */
export type ReferralDirection = 'SENDS' | 'RECEIVES';

/**
 * 星期 | Day of the week
 *
 * @labels {
 *   "MONDAY": ["星期一", "Monday"],
 *   "TUESDAY": ["星期二", "Tuesday"],
 *   "WEDNESDAY": ["星期三", "Wednesday"],
 *   "THURSDAY": ["星期四", "Thursday"],
 *   "FRIDAY": ["星期五", "Friday"],
 *   "SATURDAY": ["星期六", "Saturday"],
 *   "SUNDAY": ["星期日", "Sunday"]
 * }
 */
export type Weekday =
  | 'MONDAY'
  | 'TUESDAY'
  | 'WEDNESDAY'
  | 'THURSDAY'
  | 'FRIDAY'
  | 'SATURDAY'
  | 'SUNDAY';
