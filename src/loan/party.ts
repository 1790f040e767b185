import type {
  AmlRisk,
  Capacity,
  CheckResult,
  IdentificationMethod,
  IdType,
  MaritalStatus,
  OccupationType,
  PartyRole,
  Relation,
  ScreeningResult,
} from './codes/party.ts';
import type { HomeSequence } from './codes/property.ts';
import type { Count, Day, LastDay, Moment, PartyId, StaffId } from './units.ts';

/**
 * 当事人 | Parties
 *
 * @noun 当事人 | party
 * @counter 名
 */
export interface Party {
  /** 当事人编号 | Party number */
  readonly partyId?: PartyId;
  /**
   * 当事人角色 | Role
   *
   * @kind {} | {}
   */
  readonly role?: PartyRole;
  /** 客户统一编号 | Unified customer number */
  readonly customerNo?: string;
  /**
   * 姓名或名称 | Name
   *
   * @personal name
   */
  readonly name?: string;
  /** 证件类型 | Identity document type */
  readonly idType?: IdType;
  /**
   * 证件号码 | Identity number
   *
   * @personal id
   */
  readonly idNumber?: string;
  /**
   * 证件有效期截止日 | Expiry date of the identity document
   *
   * A document valid for life is entered as 9999-12-31, or as 2099-12-31.
   *
   * @endless 9999-12-31
   */
  readonly idValidTo?: LastDay;
  /** 联网核查结果 | Result of the online identity check */
  readonly idNetworkCheck?: CheckResult;
  /**
   * 证件原件已核 | Original ID seen
   *
   * @yes 已见证件原件 | the original identity document was seen
   * @no 未见证件原件 | the original identity document was not seen
   */
  readonly idOriginalSeen?: boolean;
  /**
   * 出生日期 | Date of birth
   *
   * @earliest 1900-01-01
   */
  readonly birthDate?: Day;
  /** 民事行为能力 | Civil capacity */
  readonly capacity?: Capacity;
  /** 国籍 | Nationality */
  readonly nationality?: string;
  /**
   * 死亡日期 | Date of death
   *
   * @absence none
   */
  readonly deceasedDate?: Day;
  /** 婚姻状况 | Marital status */
  readonly maritalStatus?: MaritalStatus;
  /**
   * 婚姻状况已核实 | Marital status verified
   *
   * @yes 已核实婚姻状况 | the marital status was verified
   * @no 未核实婚姻状况 | the marital status was not verified
   */
  readonly maritalStatusVerified?: boolean;
  /** 与借款人的关系 | Relation to the borrower */
  readonly relationToBorrower?: Relation;
  /** 职业类型 | Type of occupation */
  readonly occupationType?: OccupationType;
  /** 工作单位 | Employer */
  readonly employerName?: string;
  /**
   * 本行关系人 | Related party of the bank
   *
   * @yes 为本行关系人 | the party is a related party of the bank
   * @no 并非本行关系人 | the party is not a related party of the bank
   */
  readonly isBankRelatedParty?: boolean;
  /**
   * 存在关系的本行员工 | Related staff of the bank
   *
   * By family, investment or other interest, as the register of interests says; empty when it was looked up and names nobody.
   */
  readonly relatedStaffIds?: readonly StaffId[];
  /**
   * 关联交易审查通过日期 | Day the related-party deal was cleared
   *
   * Only for a related party of the bank.
   *
   * @absence none
   */
  readonly relatedDealClearedDate?: Day;
  /**
   * 关联交易报告日期 | Day the related-party deal was reported
   *
   * @absence none
   */
  readonly relatedDealReportedDate?: Day;
  /**
   * 已实地调查 | Investigated on site
   *
   * @yes 已实地调查 | the party was investigated on site
   * @no 未实地调查 | the party was not investigated on site
   */
  readonly onsiteInvestigated?: boolean;
}

/** 借款人家庭 | Household */
export interface Household {
  /** 家庭在当地成套住房数 | Number of homes owned in the city */
  readonly homesOwnedLocal?: Count;
  /** 家庭在全国成套住房数 | Number of homes owned nationwide */
  readonly homesOwnedNational?: Count;
  /** 未结清住房贷款笔数 | Number of outstanding home loans */
  readonly mortgageLoansOutstanding?: Count;
  /** 住房贷款记录笔数 | Number of home loans ever taken */
  readonly mortgageLoansEver?: Count;
  /**
   * 原住房贷款已结清 | Prior home loans settled
   *
   * @yes 原住房贷款已结清 | the prior home loans are settled
   * @no 原住房贷款未结清 | the prior home loans are not settled
   */
  readonly priorMortgageSettled?: boolean;
  /**
   * 人均住房面积低于当地平均水平 | Floor area a head below the local average
   *
   * @yes 人均住房面积低于当地平均水平 | the floor area a head is below the local average
   * @no 人均住房面积不低于当地平均水平 | the floor area a head is not below the local average
   */
  readonly areaBelowLocalAverage?: boolean;
  /**
   * 为改善居住条件购房 | Purchase to improve living conditions
   *
   * @yes 为改善居住条件购房 | the home is bought to improve living conditions
   * @no 并非为改善居住条件购房 | the home is not bought to improve living conditions
   */
  readonly buysToImprove?: boolean;
  /** 住房套数认定 | Home sequence */
  readonly homeSequence?: HomeSequence;
  /** 住房套数查询证明日期 | Date of the housing-record search */
  readonly homeSequenceProofDate?: Day;
  /** 未成年子女数 | Number of minor children */
  readonly minorChildren?: Count;
  /** 赡养抚养人数 | Number of dependants */
  readonly dependants?: Count;
}

/** 客户尽职调查 | Customer due diligence */
export interface DueDiligence {
  /** 尽职调查完成时间 | Time of completion */
  readonly completedAt?: Moment;
  /**
   * 客户身份已核实 | Identity verified
   *
   * @yes 已核实客户身份 | the customer’s identity was verified
   * @no 未核实客户身份 | the customer’s identity was not verified
   */
  readonly identityVerified?: boolean;
  /** 建立业务关系的目的 | Purpose of the relationship */
  readonly relationshipPurpose?: string;
  /** 洗钱风险等级 | Money-laundering risk level */
  readonly amlRiskLevel?: AmlRisk;
  /**
   * 资金来源已了解 | Source of funds recorded
   *
   * @yes 已了解资金来源 | the source of funds was recorded
   * @no 未了解资金来源 | the source of funds was not recorded
   */
  readonly fundsSourceRecorded?: boolean;
  /**
   * 高级管理层已批准 | Senior approval given
   *
   * @yes 高级管理层已批准 | senior management gave its approval
   * @no 高级管理层未批准 | senior management did not give its approval
   */
  readonly seniorApproval?: boolean;
  /**
   * 由他人代办 | Agent used
   *
   * @yes 由他人代办 | an agent acts for the customer
   * @no 未由他人代办 | no agent acts for the customer
   */
  readonly agentUsed?: boolean;
  /**
   * 代理关系已核实 | Agent’s authority verified
   *
   * @yes 已核实代理关系 | the agent’s authority was verified
   * @no 未核实代理关系 | the agent’s authority was not verified
   */
  readonly agentVerified?: boolean;
  /**
   * 尽职调查最近复核日期 | Date of the last review
   *
   * Of the due diligence after it was complete; none until the first review.
   *
   * @absence none
   */
  readonly reviewedDate?: Day;
  /** 尽职调查下次复核日期 | Date of the next review */
  readonly nextReviewDate?: Day;
}

/**
 * 电子身份识别 | Electronic identifications
 *
 * @noun 电子身份识别 | electronic identification
 * @counter 次
 */
export interface Identification {
  /** 识别编号 | Identification number */
  readonly identificationId?: string;
  /** 被识别人 | Identified party */
  readonly partyId?: PartyId;
  /** 识别时间 | Time of identification */
  readonly at?: Moment;
  /** 识别方式 | Method of identification */
  readonly method?: IdentificationMethod;
  /** 识别结果 | Result of identification */
  readonly result?: CheckResult;
}

/**
 * 名单筛查 | Screenings
 *
 * @noun 名单筛查 | screening
 * @counter 次
 */
export interface Screening {
  /** 筛查编号 | Screening number */
  readonly screeningId?: string;
  /** 被筛查人 | Screened party */
  readonly partyId?: PartyId;
  /** 筛查时间 | Time of screening */
  readonly at?: Moment;
  /** 筛查名单版本 | Version of the list */
  readonly listVersion?: string;
  /** 筛查结果 | Screening result */
  readonly result?: ScreeningResult;
  /**
   * 命中后采取措施时间 | Time of the measures
   *
   * When the measures that a hit asks for were taken; only for a hit.
   *
   * @absence none
   */
  readonly measuresTakenAt?: Moment;
}
