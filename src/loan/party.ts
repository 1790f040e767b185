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

/** 当事人 | Parties */
export interface Party {
  /** 当事人编号 | Party id */
  readonly partyId?: PartyId;
  /** 角色 | Role */
  readonly role?: PartyRole;
  /** 客户统一编号 | Unified customer number */
  readonly customerNo?: string;
  /**
   * 姓名/名称 | Name
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
   * 证件有效期至 | Identity document valid to
   *
   * A document valid for life is entered as 9999-12-31, or as 2099-12-31.
   *
   * @endless 9999-12-31
   */
  readonly idValidTo?: LastDay;
  /** 联网核查结果 | Online identity check result */
  readonly idNetworkCheck?: CheckResult;
  /** 证件原件已核 | Original ID seen */
  readonly idOriginalSeen?: boolean;
  /**
   * 出生日期 | Birth date
   *
   * @earliest 1900-01-01
   */
  readonly birthDate?: Day;
  /** 民事行为能力 | Civil capacity */
  readonly capacity?: Capacity;
  /** 国籍 | Nationality */
  readonly nationality?: string;
  /**
   * 死亡日期 | Died on
   *
   * @absence none
   */
  readonly deceasedDate?: Day;
  /** 婚姻状况 | Marital status */
  readonly maritalStatus?: MaritalStatus;
  /** 婚姻状况已核实 | Marital status verified */
  readonly maritalStatusVerified?: boolean;
  /** 与借款人关系 | Relation to borrower */
  readonly relationToBorrower?: Relation;
  /** 职业类型 | Occupation type */
  readonly occupationType?: OccupationType;
  /** 工作单位 | Employer */
  readonly employerName?: string;
  /** 是否本行关系人 | Related party of the bank */
  readonly isBankRelatedParty?: boolean;
  /**
   * 有亲属或利益关系的本行员工 | Staff of the bank related to the party
   *
   * By family, investment or other interest, as the register of interests says; empty when it was looked up and names nobody.
   */
  readonly relatedStaffIds?: readonly StaffId[];
  /** 已实地调查 | Investigated on site */
  readonly onsiteInvestigated?: boolean;
}

/** 借款人家庭 | Household */
export interface Household {
  /** 家庭在当地成套住房数 | Homes owned in the city */
  readonly homesOwnedLocal?: Count;
  /** 家庭全国成套住房数 | Homes owned nationally */
  readonly homesOwnedNational?: Count;
  /** 未结清住房贷款笔数 | Outstanding home loans */
  readonly mortgageLoansOutstanding?: Count;
  /** 住房贷款记录笔数 | Home loans ever */
  readonly mortgageLoansEver?: Count;
  /** 原住房贷款已结清 | Prior home loans settled */
  readonly priorMortgageSettled?: boolean;
  /** 人均住房面积低于当地平均水平 | Area a head below the local average */
  readonly areaBelowLocalAverage?: boolean;
  /** 为改善居住条件购房 | Buys to improve living conditions */
  readonly buysToImprove?: boolean;
  /** 住房套数认定 | Home sequence */
  readonly homeSequence?: HomeSequence;
  /** 套数查询证明日期 | Housing-record search date */
  readonly homeSequenceProofDate?: Day;
  /**
   * 未成年子女数 | Minor children
   *
   * @correctable
   */
  readonly minorChildren?: Count;
  /**
   * 赡养抚养人数 | Dependants
   *
   * @correctable
   */
  readonly dependants?: Count;
}

/** 客户尽职调查 | Customer due diligence */
export interface DueDiligence {
  /** 完成时间 | Completed at */
  readonly completedAt?: Moment;
  /** 身份已核实 | Identity verified */
  readonly identityVerified?: boolean;
  /** 建立关系目的 | Purpose of relationship */
  readonly relationshipPurpose?: string;
  /** 洗钱风险等级 | ML risk level */
  readonly amlRiskLevel?: AmlRisk;
  /** 资金来源已了解 | Source of funds recorded */
  readonly fundsSourceRecorded?: boolean;
  /** 高级管理层批准 | Senior approval */
  readonly seniorApproval?: boolean;
  /** 由他人代办 | Agent used */
  readonly agentUsed?: boolean;
  /** 代理关系已核实 | Agency verified */
  readonly agentVerified?: boolean;
  /**
   * 最近复核日期 | Last reviewed on
   *
   * Of the due diligence after it was complete; none until the first review.
   *
   * @absence none
   */
  readonly reviewedDate?: Day;
  /** 下次复核日期 | Next review due */
  readonly nextReviewDate?: Day;
}

/** 电子身份识别 | Electronic identifications */
export interface Identification {
  /** 识别编号 | Identification id */
  readonly identificationId?: string;
  /** 当事人 | Party */
  readonly partyId?: PartyId;
  /** 识别时间 | Identified at */
  readonly at?: Moment;
  /** 识别方式 | Way */
  readonly method?: IdentificationMethod;
  /** 识别结果 | Result */
  readonly result?: CheckResult;
}

/** 名单筛查 | Screenings */
export interface Screening {
  /** 筛查编号 | Screening id */
  readonly screeningId?: string;
  /** 当事人 | Party */
  readonly partyId?: PartyId;
  /** 筛查时间 | Screened at */
  readonly at?: Moment;
  /** 名单版本 | List version */
  readonly listVersion?: string;
  /** 结果 | Result */
  readonly result?: ScreeningResult;
  /**
   * 采取措施时间 | Measures taken at
   *
   * When the measures that a hit asks for were taken; only for a hit.
   *
   * @absence none
   */
  readonly measuresTakenAt?: Moment;
}
