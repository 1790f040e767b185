/**
 * 当事人角色 | Role of a party
 *
 * @labels {
 *   "BORROWER": ["借款人", "Borrower"],
 *   "CO_BORROWER": ["共同借款人", "Co-borrower"],
 *   "GUARANTOR": ["保证人", "Guarantor"],
 *   "MORTGAGOR": ["抵押人", "Mortgagor"],
 *   "CO_OWNER": ["共有人", "Co-owner"],
 *   "PLEDGOR": ["出质人", "Pledgor"],
 *   "SPOUSE": ["配偶", "Spouse"],
 *   "SELLER": ["出卖人", "Seller"],
 *   "AGENT": ["代理人", "Agent"],
 *   "PAYEE": ["收款人", "Payee"]
 * }
 */
export type PartyRole =
  | 'BORROWER'
  | 'CO_BORROWER'
  | 'GUARANTOR'
  | 'MORTGAGOR'
  | 'CO_OWNER'
  | 'PLEDGOR'
  | 'SPOUSE'
  | 'SELLER'
  | 'AGENT'
  | 'PAYEE';

/**
 * 证件类型 | Type of identity document
 *
 * @labels {
 *   "RESIDENT_ID": ["居民身份证", "Resident identity card"],
 *   "PASSPORT": ["护照", "Passport"],
 *   "HK_MACAO_PERMIT": ["港澳居民来往内地通行证", "Hong Kong and Macao permit"],
 *   "TAIWAN_PERMIT": ["台湾居民来往大陆通行证", "Taiwan permit"],
 *   "RESIDENCE_PERMIT": ["外国人永久居留证", "Foreigner’s permanent residence card"],
 *   "MILITARY_ID": ["军人证件", "Military identity document"],
 *   "USCC": ["统一社会信用代码", "Unified social credit code"]
 * }
 */
export type IdType =
  | 'RESIDENT_ID'
  | 'PASSPORT'
  | 'HK_MACAO_PERMIT'
  | 'TAIWAN_PERMIT'
  | 'RESIDENCE_PERMIT'
  | 'MILITARY_ID'
  | 'USCC';

/**
 * 核查结果 | Result of a check
 *
 * @labels {
 *   "MATCH": ["一致", "Match"],
 *   "MISMATCH": ["不一致", "Mismatch"],
 *   "NOT_FOUND": ["查无", "No record"],
 *   "NOT_DONE": ["未核查", "Not checked"]
 * }
 */
export type CheckResult = 'MATCH' | 'MISMATCH' | 'NOT_FOUND' | 'NOT_DONE';

/**
 * 电子身份识别方式 | Way of electronic identification
 *
 * @labels {
 *   "FACE": ["人脸活体比对", "Live face comparison"],
 *   "VIDEO": ["视频核验", "Video verification"],
 *   "BANK_ACCOUNT": ["本人同名账户核验", "Check by own bank account"],
 *   "MOBILE": ["本人实名手机号核验", "Check by own registered mobile number"],
 *   "CERTIFICATE": ["数字证书", "Digital certificate"],
 *   "CODE": ["短信验证码", "Code by text message"]
 * }
 */
export type IdentificationMethod =
  | 'FACE'
  | 'VIDEO'
  | 'BANK_ACCOUNT'
  | 'MOBILE'
  | 'CERTIFICATE'
  | 'CODE';

/**
 * 民事行为能力 | Civil capacity
 *
 * @labels {
 *   "FULL": ["完全民事行为能力", "Full capacity"],
 *   "LIMITED": ["限制民事行为能力", "Limited capacity"],
 *   "NONE": ["无民事行为能力", "No capacity"]
 * }
 */
export type Capacity = 'FULL' | 'LIMITED' | 'NONE';

/**
 * 婚姻状况 | Marital status
 *
 * @labels {
 *   "SINGLE": ["未婚", "Single"],
 *   "MARRIED": ["已婚", "Married"],
 *   "DIVORCED": ["离异", "Divorced"],
 *   "WIDOWED": ["丧偶", "Widowed"]
 * }
 */
export type MaritalStatus = 'SINGLE' | 'MARRIED' | 'DIVORCED' | 'WIDOWED';

/**
 * 与借款人关系 | Relation to the borrower
 *
 * @labels {
 *   "SELF": ["本人", "The borrower"],
 *   "SPOUSE": ["配偶", "Spouse"],
 *   "PARENT": ["父母", "Parent"],
 *   "CHILD": ["子女", "Child"],
 *   "SIBLING": ["兄弟姐妹", "Sibling"],
 *   "OTHER_RELATIVE": ["其他亲属", "Other relative"],
 *   "FRIEND": ["朋友", "Friend"],
 *   "EMPLOYER": ["单位", "Employer"],
 *   "UNRELATED": ["无关联", "Unrelated"],
 *   "DEVELOPER": ["开发企业", "Developer"],
 *   "INTERMEDIARY": ["中介机构", "Intermediary"],
 *   "LENDER": ["放贷机构", "Lender"]
 * }
 */
export type Relation =
  | 'SELF'
  | 'SPOUSE'
  | 'PARENT'
  | 'CHILD'
  | 'SIBLING'
  | 'OTHER_RELATIVE'
  | 'FRIEND'
  | 'EMPLOYER'
  | 'UNRELATED'
  | 'DEVELOPER'
  | 'INTERMEDIARY'
  | 'LENDER';

/**
 * 职业类型 | Occupation
 *
 * @labels {
 *   "SALARIED": ["受薪", "Employed"],
 *   "SELF_EMPLOYED": ["自雇经营者", "Self-employed"],
 *   "CIVIL_SERVANT": ["公务员及事业单位", "Public service"],
 *   "RETIRED": ["退休", "Retired"],
 *   "FREELANCE": ["自由职业", "Freelance"],
 *   "STUDENT": ["学生", "Student"],
 *   "OTHER": ["其他", "Other"]
 * }
 */
export type OccupationType =
  | 'SALARIED'
  | 'SELF_EMPLOYED'
  | 'CIVIL_SERVANT'
  | 'RETIRED'
  | 'FREELANCE'
  | 'STUDENT'
  | 'OTHER';

/**
 * 洗钱风险等级 | Money-laundering risk
 *
 * @labels {
 *   "LOW": ["低", "Low"],
 *   "MEDIUM": ["中", "Medium"],
 *   "HIGH": ["高", "High"]
 * }
 */
export type AmlRisk = 'LOW' | 'MEDIUM' | 'HIGH';

/**
 * 筛查结果 | Screening result
 *
 * @labels {
 *   "NO_HIT": ["未命中", "No hit"],
 *   "HIT_CLEARED": ["命中已排除", "Cleared hit"],
 *   "HIT": ["命中", "Hit"]
 * }
 */
export type ScreeningResult = 'NO_HIT' | 'HIT_CLEARED' | 'HIT';

/**
 * 客户价值层级 | Value tier
 *
 * @labels {
 *   "T1": ["私人银行", "Private banking"],
 *   "T2": ["贵宾", "VIP"],
 *   "T3": ["优质", "Preferred"],
 *   "T4": ["大众", "Mass market"]
 * }
 */
export type ValueTier = 'T1' | 'T2' | 'T3' | 'T4';
