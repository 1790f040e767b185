/**
 * 渠道 | Channel
 *
 * @labels {
 *   "OUTLET": ["网点", "Outlet"],
 *   "CREDIT_CENTRE": ["个贷中心", "Retail credit centre"],
 *   "PROJECT_SITE": ["楼盘现场", "Project sales site"],
 *   "AGENT": ["房产中介推介", "Estate agent"],
 *   "ONLINE_BANK": ["本行线上渠道", "The bank’s own online channels"],
 *   "PHONE": ["电话", "Phone"],
 *   "THIRD_PLATFORM": ["第三方互联网平台", "Third-party platform"],
 *   "REFERRAL": ["客户转介", "Customer referral"],
 *   "FIELD_VISIT": ["上门", "Field visit"],
 *   "SMS": ["短信", "Text message"]
 * }
 */
export type Channel =
  | 'OUTLET'
  | 'CREDIT_CENTRE'
  | 'PROJECT_SITE'
  | 'AGENT'
  | 'ONLINE_BANK'
  | 'PHONE'
  | 'THIRD_PLATFORM'
  | 'REFERRAL'
  | 'FIELD_VISIT'
  | 'SMS';

/**
 * 业务条线 | Business line
 *
 * @labels {
 *   "ASSET": ["个人资产业务", "Loans"],
 *   "LIABILITY": ["个人负债业务", "Deposits"],
 *   "INTERMEDIARY": ["个人中间业务", "Fee business"],
 *   "CARD": ["银行卡业务", "Cards"],
 *   "INVESTMENT": ["投资理财", "Investment products"],
 *   "INSURANCE": ["保险代理", "Insurance agency"]
 * }
 */
export type BusinessLine =
  | 'ASSET'
  | 'LIABILITY'
  | 'INTERMEDIARY'
  | 'CARD'
  | 'INVESTMENT'
  | 'INSURANCE';

/**
 * 运营主体 | Operator
 *
 * @labels {
 *   "BANK_OWN": ["本行自营", "The bank’s own"],
 *   "COMMISSIONED": ["受托第三方平台", "Commissioned third party"],
 *   "UNAUTHORISED": ["未获授权主体", "Unauthorised party"]
 * }
 */
export type OperatorType = 'BANK_OWN' | 'COMMISSIONED' | 'UNAUTHORISED';

/**
 * 触达发起方 | Who began the contact
 *
 * @labels {
 *   "BANK": ["本行", "The bank"],
 *   "CUSTOMER": ["客户", "The customer"]
 * }
 */
export type Initiator = 'BANK' | 'CUSTOMER';

/**
 * 客户答复 | Response of the customer
 *
 * @labels {
 *   "ACCEPTED": ["接受", "Accepted"],
 *   "DECLINED": ["拒绝", "Declined"],
 *   "PENDING": ["待答复", "Pending"]
 * }
 */
export type OfferResponse = 'ACCEPTED' | 'DECLINED' | 'PENDING';

/**
 * 合作机构类型 | Type of partner
 *
 * @labels {
 *   "DEVELOPER": ["开发企业", "Developer"],
 *   "AGENCY": ["房产经纪", "Estate agency"],
 *   "APPRAISER": ["评估机构", "Appraiser"],
 *   "GUARANTEE_CO": ["担保公司", "Guarantee company"],
 *   "PLATFORM": ["互联网平台", "Internet platform"],
 *   "LAW_FIRM": ["律师事务所", "Law firm"],
 *   "COLLECTION": ["催收机构", "Collection agency"],
 *   "INSURER": ["保险公司", "Insurer"],
 *   "REGISTRATION_AGENT": ["登记代办", "Registration agent"]
 * }
 */
export type PartnerType =
  | 'DEVELOPER'
  | 'AGENCY'
  | 'APPRAISER'
  | 'GUARANTEE_CO'
  | 'PLATFORM'
  | 'LAW_FIRM'
  | 'COLLECTION'
  | 'INSURER'
  | 'REGISTRATION_AGENT';

/**
 * 代办事项 | Task done by a partner
 *
 * @labels {
 *   "LEAD": ["客户推介", "Introducing customers"],
 *   "DOC_DELIVERY": ["资料递送", "Carrying documents"],
 *   "ONSITE_PHOTO": ["现场拍照", "Photographs on site"],
 *   "REGISTRATION": ["登记代办", "Registration tasks"],
 *   "APPRAISAL": ["评估", "Appraisal"],
 *   "IDENTITY_AND_WILL": ["真实意思核实", "Verifying the borrower’s will"],
 *   "INCOME_CHECK": ["收入核实", "Verifying income"],
 *   "DEBT_CHECK": ["债务核实", "Verifying debts"],
 *   "OWN_FUNDS_CHECK": ["自有资金核实", "Verifying the borrower’s own funds"],
 *   "APPRAISER_SELECTION": ["评估机构准入", "Admitting appraisers"],
 *   "INTERVIEW": ["面谈", "Interview"],
 *   "SIGNING": ["签约", "Signing"]
 * }
 */
export type OutsourcedTask =
  | 'LEAD'
  | 'DOC_DELIVERY'
  | 'ONSITE_PHOTO'
  | 'REGISTRATION'
  | 'APPRAISAL'
  | 'IDENTITY_AND_WILL'
  | 'INCOME_CHECK'
  | 'DEBT_CHECK'
  | 'OWN_FUNDS_CHECK'
  | 'APPRAISER_SELECTION'
  | 'INTERVIEW'
  | 'SIGNING';
