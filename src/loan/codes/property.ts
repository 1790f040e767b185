/**
 * 住房套数 | Home sequence
 *
 * @labels {
 *   "FIRST": ["首套", "First home"],
 *   "SECOND": ["第二套", "Second home"],
 *   "THIRD_PLUS": ["第三套及以上", "Third or further home"]
 * }
 */
export type HomeSequence = 'FIRST' | 'SECOND' | 'THIRD_PLUS';

/**
 * 房产类型 | Type of property
 *
 * @labels {
 *   "ORDINARY_HOME": ["普通住宅", "Ordinary home"],
 *   "NON_ORDINARY_HOME": ["非普通住宅", "Non-ordinary home"],
 *   "VILLA": ["别墅", "Villa"],
 *   "APARTMENT_COMMERCIAL": ["商住两用房", "Commercial-residential apartment"],
 *   "SHOP": ["商铺", "Shop"],
 *   "OFFICE": ["写字楼", "Office"],
 *   "AFFORDABLE": ["保障性住房", "Subsidised home"],
 *   "PARKING": ["车位", "Parking space"]
 * }
 */
export type PropertyType =
  | 'ORDINARY_HOME'
  | 'NON_ORDINARY_HOME'
  | 'VILLA'
  | 'APARTMENT_COMMERCIAL'
  | 'SHOP'
  | 'OFFICE'
  | 'AFFORDABLE'
  | 'PARKING';

/**
 * 权属状态 | Status of title
 *
 * @labels {
 *   "CLEAR": ["权属清晰", "Clear title"],
 *   "DISPUTED": ["有争议", "Disputed title"],
 *   "UNKNOWN": ["不明", "Unknown title"],
 *   "PRE_TITLE": ["预告登记阶段", "Advance notice registration stage"]
 * }
 */
export type TitleStatus = 'CLEAR' | 'DISPUTED' | 'UNKNOWN' | 'PRE_TITLE';

/**
 * 共有情况 | Ownership
 *
 * @labels {
 *   "SOLE": ["单独所有", "Sole ownership"],
 *   "JOINT": ["共同共有", "Joint ownership"],
 *   "SHARES": ["按份共有", "Ownership in shares"]
 * }
 */
export type OwnershipType = 'SOLE' | 'JOINT' | 'SHARES';

/**
 * 交易类型 | Type of transaction
 *
 * @labels {
 *   "NEW_PRESALE": ["一手期房", "New home off plan"],
 *   "NEW_COMPLETED": ["一手现房", "Completed new home"],
 *   "SECOND_HAND": ["二手房", "Second-hand home"],
 *   "NONE": ["无购房交易", "No purchase"]
 * }
 */
export type TransactionType = 'NEW_PRESALE' | 'NEW_COMPLETED' | 'SECOND_HAND' | 'NONE';

/**
 * 资金来源 | Source of funds
 *
 * @labels {
 *   "OWN_SAVINGS": ["自有存款", "Own savings"],
 *   "SALE_OF_PROPERTY": ["出售房产款", "Proceeds of a property sale"],
 *   "FAMILY_GIFT": ["近亲属资助", "Gift from close family"],
 *   "PROVIDENT_FUND": ["公积金提取", "Provident-fund withdrawal"],
 *   "BONUS": ["奖金", "Bonus"],
 *   "CONSUMER_LOAN": ["消费贷款", "Consumer loan"],
 *   "CREDIT_CARD": ["信用卡", "Credit card"],
 *   "DEVELOPER_ADVANCE": ["开发企业垫付", "Advance by the developer"],
 *   "INTERMEDIARY_LOAN": ["中介平台借款", "Loan from an estate agency or platform"],
 *   "PRIVATE_LOAN": ["民间借款", "Private loan"]
 * }
 */
export type FundsSource =
  | 'OWN_SAVINGS'
  | 'SALE_OF_PROPERTY'
  | 'FAMILY_GIFT'
  | 'PROVIDENT_FUND'
  | 'BONUS'
  | 'CONSUMER_LOAN'
  | 'CREDIT_CARD'
  | 'DEVELOPER_ADVANCE'
  | 'INTERMEDIARY_LOAN'
  | 'PRIVATE_LOAN';

/**
 * 机构选定方 | Who selected the appraiser
 *
 * @labels {
 *   "BANK": ["本行", "The bank"],
 *   "BORROWER": ["借款人", "The borrower"],
 *   "INTERMEDIARY": ["中介", "The estate agency"],
 *   "DEVELOPER": ["开发企业", "The developer"]
 * }
 */
export type SelectedBy = 'BANK' | 'BORROWER' | 'INTERMEDIARY' | 'DEVELOPER';

/**
 * 评估方法 | Method of valuation
 *
 * @labels {
 *   "MARKET": ["比较法", "Market comparison"],
 *   "INCOME": ["收益法", "Income approach"],
 *   "COST": ["成本法", "Cost approach"],
 *   "AVM": ["自动估值", "Automated valuation"],
 *   "INTERNAL": ["行内评估", "Internal valuation"]
 * }
 */
export type AppraisalMethod = 'MARKET' | 'INCOME' | 'COST' | 'AVM' | 'INTERNAL';
