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

/** 所购/抵押房产 | Subject property */
export interface Property {
  /** 房产类型 | Property type */
  readonly propertyType?: PropertyType;
  /** 所在城市实施限购 | City applies purchase restriction */
  readonly cityPurchaseRestricted?: boolean;
  /**
   * 建筑面积 | Gross floor area
   *
   * @correctable
   */
  readonly floorArea?: Area;
  /** 建成年份 | Year completed */
  readonly completionYear?: CalendarYear;
  /**
   * 土地使用权到期日 | Land-use right expiry
   *
   * @latest 2150-12-31
   */
  readonly landUseExpiry?: Day;
  /** 不动产单元号 | Real-estate unit number */
  readonly realEstateUnitNo?: string;
  /** 权属状态 | Title status */
  readonly titleStatus?: TitleStatus;
  /** 共有情况 | Ownership type */
  readonly ownershipType?: OwnershipType;
  /**
   * 共有人对处分另有约定 | Co-owners agreed otherwise on disposals
   *
   * An agreement among the co-owners on who must consent to a disposal; false when they were asked and have none.
   */
  readonly disposalAgreedOtherwise?: boolean;
  /** 有在先抵押 | Existing mortgage */
  readonly existingMortgage?: boolean;
  /** 查封/限制标志 | Seizure or restriction flag */
  readonly seizureFlag?: boolean;
  /** 存在租赁 | Existing lease */
  readonly leaseExisting?: boolean;
  /** 承租人声明已取得 | Tenant declaration obtained */
  readonly leaseNoticeSigned?: boolean;
  /** 现权利人取得日期 | Acquired by current owner on */
  readonly acquiredDate?: PastDay;
  /** 最近一次成交价 | Last transaction price */
  readonly lastTransactionPrice?: Money;
}

/** 产权人 | Owners of the property */
export interface Owner {
  /** 产权人 | Owner */
  readonly partyId?: PartyId;
  /** 份额分子 | Parts of the whole owned */
  readonly shareParts?: Count;
  /** 份额分母 | Parts the whole is divided into */
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
  /** 首付款付讫日期 | Down payment completed on */
  readonly downPaymentPaidDate?: Day;
  /**
   * 首付款凭证合计 | Sum of down-payment vouchers
   *
   * @correctable
   */
  readonly downPaymentEvidenceAmount?: Money;
  /** 首付款来源 | Down-payment sources */
  readonly downPaymentSources?: readonly FundsSource[];
  /** 首付款付款人 | Down-payment payers */
  readonly downPaymentPayers?: readonly Relation[];
  /** 出卖人与借款人关系 | Seller relation */
  readonly sellerRelation?: Relation;
  /** 资金监管 | Funds escrow used */
  readonly escrowUsed?: boolean;
  /** 过户登记日期 | Title transferred on */
  readonly titleTransferDate?: Day;
  /** 带押过户 | Transfer with existing mortgage */
  readonly transferWithMortgage?: boolean;
  /** 原抵押清偿安排已签 | Payoff arrangement signed */
  readonly payoffArrangementSigned?: boolean;
}

/** 押品评估 | Appraisals */
export interface Appraisal {
  /** 评估编号 | Appraisal id */
  readonly appraisalId?: string;
  /** 评估机构 | Appraiser */
  readonly appraiserName?: string;
  /** 机构准入日期 | Appraiser listed on */
  readonly appraiserListedOn?: Day;
  /** 机构准入到期 | Appraiser listing valid to */
  readonly appraiserListedTo?: LastDay;
  /** 机构选定方 | Selected by */
  readonly selectedBy?: SelectedBy;
  /** 价值时点 | Valuation date */
  readonly valuationDate?: Day;
  /** 报告日期 | Report date */
  readonly reportDate?: Day;
  /** 评估价值 | Appraised value */
  readonly appraisedValue?: Money;
  /** 内部复核人 | Internal reviewer */
  readonly reviewedBy?: StaffId;
  /** 评估方法 | Method */
  readonly method?: AppraisalMethod;
}
