import type { Relation } from './codes/party.ts';
import type {
  AppraisalMethod,
  FundsSource,
  OwnershipType,
  PropertyType,
  SelectedBy,
  TitleStatus,
  TransactionType,
} from './codes/property.ts';
import type {
  Area,
  CalendarYear,
  Count,
  Day,
  LastDay,
  Money,
  PartyId,
  PastDay,
  StaffId,
} from './units.ts';

/** 所购或抵押房产 | Subject property */
export interface Property {
  /** 房产类型 | Property type */
  readonly propertyType?: PropertyType;
  /**
   * 所在城市实施限购 | City with purchase restrictions
   *
   * @yes 所在城市实施限购 | the city restricts purchases
   * @no 所在城市未实施限购 | the city does not restrict purchases
   */
  readonly cityPurchaseRestricted?: boolean;
  /** 建筑面积 | Gross floor area */
  readonly floorArea?: Area;
  /** 建成年份 | Year of completion */
  readonly completionYear?: CalendarYear;
  /**
   * 土地使用权到期日 | Expiry date of the land-use right
   *
   * @latest 2150-12-31
   */
  readonly landUseExpiry?: Day;
  /** 房产的不动产单元号 | Real-estate unit number */
  readonly realEstateUnitNo?: string;
  /** 房产权属状态 | Title status */
  readonly titleStatus?: TitleStatus;
  /** 房产共有情况 | Ownership type */
  readonly ownershipType?: OwnershipType;
  /**
   * 共有人对处分另有约定 | Other agreement of the co-owners on disposals
   *
   * An agreement among the co-owners on who must consent to a disposal; false when they were asked and have none.
   *
   * @yes 共有人对处分另有约定 | the co-owners have another agreement on disposals
   * @no 共有人对处分无另行约定 | the co-owners have no other agreement on disposals
   */
  readonly disposalAgreedOtherwise?: boolean;
  /**
   * 有在先抵押 | Existing mortgage
   *
   * @yes 有在先抵押 | there is an existing mortgage
   * @no 无在先抵押 | there is no existing mortgage
   */
  readonly existingMortgage?: boolean;
  /**
   * 查封或限制 | Seizure or restriction
   *
   * @yes 房产已被查封或限制 | the property is seized or restricted
   * @no 房产未被查封或限制 | the property is neither seized nor restricted
   */
  readonly seizureFlag?: boolean;
  /**
   * 存在租赁 | Existing lease
   *
   * @yes 房产存在租赁 | the property is let
   * @no 房产不存在租赁 | the property is not let
   */
  readonly leaseExisting?: boolean;
  /**
   * 承租人声明已取得 | Tenant’s declaration obtained
   *
   * @yes 已取得承租人声明 | the tenant’s declaration was obtained
   * @no 未取得承租人声明 | the tenant’s declaration was not obtained
   */
  readonly leaseNoticeSigned?: boolean;
  /** 现权利人取得日期 | Current owner’s acquisition date */
  readonly acquiredDate?: PastDay;
  /** 最近一次成交价 | Last transaction price */
  readonly lastTransactionPrice?: Money;
}

/**
 * 产权人 | Owners of the property
 *
 * @noun 产权人 | owner
 * @counter 名
 */
export interface Owner {
  /** 产权人 | Owner */
  readonly partyId?: PartyId;
  /** 产权份额分子 | Numerator of the share */
  readonly shareParts?: Count;
  /** 产权份额分母 | Denominator of the share */
  readonly shareWhole?: Count;
}

/** 交易 | Transaction */
export interface Transaction {
  /** 交易类型 | Transaction type */
  readonly transactionType?: TransactionType;
  /** 合同成交价 | Contract price */
  readonly contractPrice?: Money;
  /** 网签备案日期 | Online contract filing date */
  readonly onlineSigningDate?: Day;
  /**
   * 首付款金额 | Down payment paid
   *
   * @correctable
   */
  readonly downPaymentAmount?: Money;
  /** 首付款付讫日期 | Completion date of the down payment */
  readonly downPaymentPaidDate?: Day;
  /** 首付款凭证合计金额 | Sum of down-payment vouchers */
  readonly downPaymentEvidenceAmount?: Money;
  /** 首付款来源 | Down-payment sources */
  readonly downPaymentSources?: readonly FundsSource[];
  /** 首付款付款人 | Down-payment payers */
  readonly downPaymentPayers?: readonly Relation[];
  /** 出卖人与借款人的关系 | Seller’s relation to the borrower */
  readonly sellerRelation?: Relation;
  /**
   * 交易资金监管 | Funds held in a supervised account
   *
   * @yes 交易资金已纳入监管 | the funds are held in a supervised account
   * @no 交易资金未纳入监管 | the funds are not held in a supervised account
   */
  readonly escrowUsed?: boolean;
  /** 过户登记日期 | Title transfer date */
  readonly titleTransferDate?: Day;
  /**
   * 带押过户 | Transfer with existing mortgage
   *
   * @yes 采用带押过户 | title passes with the existing mortgage
   * @no 未采用带押过户 | title does not pass with an existing mortgage
   */
  readonly transferWithMortgage?: boolean;
  /**
   * 原抵押清偿安排已签 | Payoff arrangement signed
   *
   * @yes 已签署原抵押清偿安排 | the payoff arrangement was signed
   * @no 未签署原抵押清偿安排 | the payoff arrangement was not signed
   */
  readonly payoffArrangementSigned?: boolean;
}

/**
 * 押品评估 | Appraisals
 *
 * @noun 押品评估 | appraisal
 * @counter 次
 */
export interface Appraisal {
  /** 评估编号 | Appraisal number */
  readonly appraisalId?: string;
  /** 评估机构 | Appraiser */
  readonly appraiserName?: string;
  /** 评估机构准入日期 | First day of the appraiser’s listing */
  readonly appraiserListedOn?: Day;
  /** 评估机构准入到期日 | Last day of the appraiser’s listing */
  readonly appraiserListedTo?: LastDay;
  /** 评估机构选定方 | Selector of the appraiser */
  readonly selectedBy?: SelectedBy;
  /** 价值时点 | Valuation date */
  readonly valuationDate?: Day;
  /** 评估报告日期 | Report date */
  readonly reportDate?: Day;
  /** 评估价值 | Appraised value */
  readonly appraisedValue?: Money;
  /** 评估内部复核人 | Internal reviewer */
  readonly reviewedBy?: StaffId;
  /** 评估方法 | Appraisal method */
  readonly method?: AppraisalMethod;
}
