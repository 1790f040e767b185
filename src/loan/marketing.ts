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
  /** 需求分析记录时间 | Time of the record */
  readonly recordedAt?: Moment;
  /** 需求分析覆盖的业务条线 | Business lines covered */
  readonly linesCovered?: readonly BusinessLine[];
  /**
   * 客户已确认 | Confirmed by the customer
   *
   * @yes 客户已确认需求分析 | the customer confirmed the needs assessment
   * @no 客户未确认需求分析 | the customer did not confirm the needs assessment
   */
  readonly customerConfirmed?: boolean;
}

/**
 * 营销触达 | Marketing contacts
 *
 * @noun 营销触达 | marketing contact
 * @counter 次
 */
export interface Contact {
  /** 触达编号 | Contact number */
  readonly contactId?: string;
  /** 触达时间 | Time of the contact */
  readonly at?: Moment;
  /** 触达渠道 | Contact channel */
  readonly channel?: Channel;
  /** 触达运营主体 | Operator */
  readonly operatorType?: OperatorType;
  /**
   * 贷款宣传 | Loan advertisement
   *
   * @yes 属于贷款宣传 | the contact advertises a loan
   * @no 不属于贷款宣传 | the contact does not advertise a loan
   */
  readonly isLoanAd?: boolean;
  /**
   * 已明示年化利率 | Annualised rate shown
   *
   * @yes 已明示年化利率 | the annualised rate was shown
   * @no 未明示年化利率 | the annualised rate was not shown
   */
  readonly annualRateShown?: boolean;
  /**
   * 宣传材料已审核 | Material approved
   *
   * @yes 宣传材料已经审核 | the material was approved
   * @no 宣传材料未经审核 | the material was not approved
   */
  readonly materialApproved?: boolean;
  /** 宣传文字 | Text of the material */
  readonly materialText?: string;
  /** 触达对象 | Addressee */
  readonly partyId?: PartyId;
  /** 触达发起方 | Initiator */
  readonly initiatedBy?: Initiator;
  /** 宣传材料编号 | Material number */
  readonly materialId?: string;
  /** 宣传材料制作人 | Author of the material */
  readonly materialAuthorId?: StaffId;
  /** 宣传材料审核人 | Reviewer of the material */
  readonly materialReviewerId?: StaffId;
  /** 宣传材料审核通过日期 | Approval date of the material */
  readonly materialApprovedOn?: Day;
  /** 宣传材料有效期截止日 | Expiry date of the material */
  readonly materialValidTo?: LastDay;
  /**
   * 已提供拒收方式 | Way to opt out given
   *
   * @yes 已提供拒收方式 | a way to opt out was given
   * @no 未提供拒收方式 | no way to opt out was given
   */
  readonly optOutOffered?: boolean;
  /**
   * 自行编发宣传的员工 | Staff member who published it personally
   *
   * Who wrote or passed it on through an account of their own; nobody did where there is none.
   *
   * @absence none
   */
  readonly publishedByStaffId?: StaffId;
}

/**
 * 产品要约 | Product offers
 *
 * @noun 产品要约 | product offer
 * @counter 项
 */
export interface Offer {
  /** 要约编号 | Offer number */
  readonly offerId?: string;
  /** 要约提出时间 | Time of the offer */
  readonly offeredAt?: Moment;
  /** 要约产品条线 | Product line */
  readonly productLine?: BusinessLine;
  /** 要约产品名称 | Product name */
  readonly productName?: string;
  /**
   * 代销证券、基金、期货机构的产品 | Product of a securities, fund or futures firm
   *
   * Of an investment product only.
   *
   * @yes 属于代销证券、基金、期货机构的产品 | the product is sold for a securities, fund or futures firm
   * @no 不属于代销证券、基金、期货机构的产品 | the product is not sold for a securities, fund or futures firm
   */
  readonly soldForSecuritiesFirm?: boolean;
  /**
   * 作为贷款条件 | Condition of the loan
   *
   * @yes 作为贷款条件 | the offer is a condition of the loan
   * @no 不作为贷款条件 | the offer is not a condition of the loan
   */
  readonly mandatory?: boolean;
  /**
   * 默认勾选 | Tick set in advance
   *
   * @yes 采用默认勾选 | the offer was ticked in advance
   * @no 未采用默认勾选 | the offer was not ticked in advance
   */
  readonly preChecked?: boolean;
  /** 客户答复 | Customer’s answer */
  readonly response?: OfferResponse;
  /** 客户答复时间 | Time of the answer */
  readonly respondedAt?: Moment;
  /** 客户确认方式 | Manner of the customer’s confirmation */
  readonly customerConfirmation?: SignMode;
  /** 产品风险等级 | Product risk level */
  readonly productRiskLevel?: ProductRiskLevel;
  /** 客户风险承受等级 | Customer’s risk tolerance */
  readonly customerRiskLevel?: ProductRiskLevel;
  /**
   * 费用取自贷款资金 | Payment from loan proceeds
   *
   * @yes 费用取自贷款资金 | the price is paid from the loan
   * @no 费用不取自贷款资金 | the price is not paid from the loan
   */
  readonly premiumFromLoan?: boolean;
  /** 风险承受能力评估日期 | Date of the risk-tolerance test */
  readonly customerRiskAssessedOn?: Day;
  /**
   * 各次风险承受能力评估日期 | Dates of all risk-tolerance tests
   *
   * Of the twelve months before the offer and up to the answer, each test once: two on one day are that day twice.
   */
  readonly customerRiskAssessments?: readonly Day[];
  /**
   * 年缴保费 | Yearly premium
   *
   * Zero for a single premium.
   */
  readonly yearlyPremium?: Money;
  /** 销售人员 | Salesperson */
  readonly sellerId?: StaffId;
  /** 销售资格有效期截止日 | Expiry date of the sales qualification */
  readonly sellerQualifiedTo?: LastDay;
}

/**
 * 合作机构 | Partners
 *
 * @noun 合作机构 | partner
 * @counter 家
 */
export interface Partner {
  /** 合作机构编号 | Partner number */
  readonly partnerId?: string;
  /**
   * 合作机构类型 | Partner type
   *
   * @kind {} | {}
   */
  readonly partnerType?: PartnerType;
  /** 合作机构名称 | Name */
  readonly name?: string;
  /** 合作机构准入起始日 | First day on the list */
  readonly listedFrom?: Day;
  /** 合作机构准入终止日 | Last day on the list */
  readonly listedTo?: LastDay;
  /** 合作机构推介时间 | Time of the introduction */
  readonly introducedAt?: Moment;
  /** 合作机构代办事项 | Tasks performed */
  readonly tasksPerformed?: readonly OutsourcedTask[];
  /** 合作机构向借款人收取的费用 | Fee charged to the borrower */
  readonly feeFromBorrower?: Money;
  /** 合作机构向员工的返利 | Rebate to bank staff */
  readonly rebateToStaff?: Money;
}
