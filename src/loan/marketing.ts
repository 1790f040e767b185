import type { SignMode } from './codes/consent.ts';
import type {
  BusinessLine,
  Channel,
  Initiator,
  OfferResponse,
  OperatorType,
  OutsourcedTask,
  PartnerType,
} from './codes/marketing.ts';
import type { Day, LastDay, Moment, Money, PartyId, ProductRiskLevel, StaffId } from './units.ts';

/** 需求分析 | Needs assessment */
export interface NeedsAssessment {
  /** 记录时间 | Recorded at */
  readonly recordedAt?: Moment;
  /** 覆盖业务条线 | Business lines covered */
  readonly linesCovered?: readonly BusinessLine[];
  /** 客户已确认 | Confirmed by customer */
  readonly customerConfirmed?: boolean;
}

/** 营销触达 | Marketing contacts */
export interface Contact {
  /** 触达编号 | Contact id */
  readonly contactId?: string;
  /** 触达时间 | Contacted at */
  readonly at?: Moment;
  /** 触达渠道 | Contact channel */
  readonly channel?: Channel;
  /** 运营主体 | Operator type */
  readonly operatorType?: OperatorType;
  /** 是否贷款宣传 | Loan advertisement */
  readonly isLoanAd?: boolean;
  /** 已明示年化利率 | Annualised rate shown */
  readonly annualRateShown?: boolean;
  /** 宣传材料已审核 | Material approved */
  readonly materialApproved?: boolean;
  /** 宣传文字 | Material text */
  readonly materialText?: string;
  /** 触达对象 | Addressee */
  readonly partyId?: PartyId;
  /** 发起方 | Initiated by */
  readonly initiatedBy?: Initiator;
  /** 宣传材料编号 | Material id */
  readonly materialId?: string;
  /** 材料制作人 | Author of the material */
  readonly materialAuthorId?: StaffId;
  /** 材料审核人 | Reviewer of the material */
  readonly materialReviewerId?: StaffId;
  /** 材料审核通过日期 | Material approved on */
  readonly materialApprovedOn?: Day;
  /** 材料有效期至 | Material valid to */
  readonly materialValidTo?: LastDay;
  /** 已提供拒收方式 | Way to opt out given */
  readonly optOutOffered?: boolean;
}

/** 产品要约 | Product offers */
export interface Offer {
  /** 要约编号 | Offer id */
  readonly offerId?: string;
  /** 提出时间 | Offered at */
  readonly offeredAt?: Moment;
  /** 产品条线 | Product line */
  readonly productLine?: BusinessLine;
  /** 产品名称 | Product name */
  readonly productName?: string;
  /**
   * 代销证券、基金、期货机构的产品 | Sold for a securities, fund or futures firm
   *
   * Of an investment product only.
   */
  readonly soldForSecuritiesFirm?: boolean;
  /** 作为贷款条件 | Made a condition of the loan */
  readonly mandatory?: boolean;
  /** 默认勾选 | Pre-checked */
  readonly preChecked?: boolean;
  /** 客户答复 | Customer response */
  readonly response?: OfferResponse;
  /** 答复时间 | Responded at */
  readonly respondedAt?: Moment;
  /** 客户确认方式 | Customer confirmation */
  readonly customerConfirmation?: SignMode;
  /** 产品风险等级 | Product risk level */
  readonly productRiskLevel?: ProductRiskLevel;
  /** 客户风险承受等级 | Customer risk tolerance */
  readonly customerRiskLevel?: ProductRiskLevel;
  /** 费用取自贷款资金 | Paid from loan proceeds */
  readonly premiumFromLoan?: boolean;
  /** 风险承受能力评估日期 | Risk tolerance assessed on */
  readonly customerRiskAssessedOn?: Day;
  /**
   * 各次风险承受能力评估日期 | Days of all tests of risk tolerance
   *
   * Of the twelve months before the offer and up to the answer, each test once: two on one day are that day twice.
   */
  readonly customerRiskAssessments?: readonly Day[];
  /**
   * 年缴保费 | Premium a year
   *
   * Zero for a single premium.
   */
  readonly yearlyPremium?: Money;
  /** 销售人员 | Seller */
  readonly sellerId?: StaffId;
  /** 销售资格有效期至 | Sales qualification valid to */
  readonly sellerQualifiedTo?: LastDay;
}

/** 合作机构 | Partners */
export interface Partner {
  /** 机构编号 | Partner id */
  readonly partnerId?: string;
  /** 机构类型 | Partner type */
  readonly partnerType?: PartnerType;
  /** 机构名称 | Name */
  readonly name?: string;
  /** 准入起 | Listed from */
  readonly listedFrom?: Day;
  /** 准入止 | Listed to */
  readonly listedTo?: LastDay;
  /** 推介时间 | Introduced at */
  readonly introducedAt?: Moment;
  /** 代办事项 | Tasks performed */
  readonly tasksPerformed?: readonly OutsourcedTask[];
  /** 向借款人收费 | Fee charged to borrower */
  readonly feeFromBorrower?: Money;
  /** 向员工返利 | Rebate to bank staff */
  readonly rebateToStaff?: Money;
}
