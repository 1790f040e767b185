/**
 * 币种 | Currency
 *
 * @labels {
 *   "CNY": ["人民币", "Renminbi yuan"],
 *   "USD": ["美元", "US dollar"],
 *   "HKD": ["港币", "Hong Kong dollar"],
 *   "EUR": ["欧元", "Euro"]
 * }
 */
export type Currency = 'CNY' | 'USD' | 'HKD' | 'EUR';

/**
 * 产品代码 | Product code
 *
 * @labels {
 *   "HOUSING": ["个人住房贷款", "Home loan"],
 *   "COMMERCIAL_PROPERTY": ["个人商业用房贷款", "Commercial property loan"],
 *   "CONSUMER": ["个人消费贷款", "Consumer loan"],
 *   "BUSINESS": ["个人经营贷款", "Business loan"]
 * }
 */
export type ProductCode = 'HOUSING' | 'COMMERCIAL_PROPERTY' | 'CONSUMER' | 'BUSINESS';

/**
 * 受理决定 | Acceptance decision
 *
 * @labels {
 *   "ACCEPTED": ["受理", "Acceptance"],
 *   "SUPPLEMENT": ["补件", "Request for supplements"],
 *   "NOT_ACCEPTED": ["不予受理", "Non-acceptance"]
 * }
 */
export type AcceptanceDecision = 'ACCEPTED' | 'SUPPLEMENT' | 'NOT_ACCEPTED';

/**
 * 贷款用途 | Loan purpose
 *
 * @labels {
 *   "HOME_PURCHASE": ["购买住房", "Buying a home"],
 *   "COMMERCIAL_PURCHASE": ["购买商业用房", "Buying commercial property"],
 *   "RENOVATION": ["装修", "Renovation"],
 *   "CAR": ["购车", "Buying a car"],
 *   "EDUCATION": ["教育", "Education"],
 *   "MEDICAL": ["医疗", "Medical"],
 *   "TRAVEL": ["旅游", "Travel"],
 *   "DURABLES": ["大额耐用品", "Large durable goods"],
 *   "OTHER_CONSUMPTION": ["其他消费", "Other consumption"],
 *   "WORKING_CAPITAL": ["经营周转", "Working capital"],
 *   "EQUIPMENT": ["购置设备", "Buying equipment"],
 *   "UNSPECIFIED": ["未指定用途", "No purpose named"]
 * }
 */
export type PurposeCode =
  | 'HOME_PURCHASE'
  | 'COMMERCIAL_PURCHASE'
  | 'RENOVATION'
  | 'CAR'
  | 'EDUCATION'
  | 'MEDICAL'
  | 'TRAVEL'
  | 'DURABLES'
  | 'OTHER_CONSUMPTION'
  | 'WORKING_CAPITAL'
  | 'EQUIPMENT'
  | 'UNSPECIFIED';

/**
 * 财政贴息项目 | Fiscal subsidy programme
 *
 * @labels {
 *   "NONE": ["无", "None"],
 *   "CONSUMER_2025": ["个人消费贷款贴息", "Consumer loan subsidy"],
 *   "FIRST_HOME_2026": ["首套住房贷款贴息", "First-home loan subsidy"]
 * }
 */
export type SubsidyProgram = 'NONE' | 'CONSUMER_2025' | 'FIRST_HOME_2026';

/**
 * 申请结果 | Outcome of the application
 *
 * @labels {
 *   "ORIGINATED": ["已发放", "Loan granted"],
 *   "APPROVED_NOT_ACCEPTED": ["批准未接受", "Approval not taken up"],
 *   "DENIED": ["否决", "Rejection"],
 *   "WITHDRAWN": ["客户撤回", "Withdrawal by the customer"],
 *   "INCOMPLETE": ["资料不全终止", "Closure as incomplete"],
 *   "IN_PROCESS": ["办理中", "In process"]
 * }
 */
export type Outcome =
  | 'ORIGINATED'
  | 'APPROVED_NOT_ACCEPTED'
  | 'DENIED'
  | 'WITHDRAWN'
  | 'INCOMPLETE'
  | 'IN_PROCESS';
