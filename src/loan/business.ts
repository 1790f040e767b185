import type { EntityType } from './codes/business.ts';
import type { Money, Months, PastDay } from './units.ts';

/** 经营情况 | Business of the borrower */
export interface Business {
  /** 经营实体名称 | Business entity */
  readonly entityName?: string;
  /** 实体类型 | Type of entity */
  readonly entityType?: EntityType;
  /** 成立日期 | Established on */
  readonly establishedDate?: PastDay;
  /** 借款人取得股权日期 | Borrower's share held from */
  readonly borrowerEquityFrom?: PastDay;
  /** 营业执照已核验 | Licence verified */
  readonly licenceVerified?: boolean;
  /** 年营业收入 | Annual turnover */
  readonly annualTurnover?: Money;
  /** 纳税申报收入 | Turnover by tax filings */
  readonly taxTurnover?: Money;
  /**
   * 测算资金需求 | Computed need of funds
   *
   * @correctable
   */
  readonly fundingNeed?: Money;
  /** 现金流回收周期 | Cash-recovery cycle */
  readonly cashCycleMonths?: Months;
  /**
   * 存量经营性融资 | Business debt outstanding
   *
   * @correctable
   */
  readonly existingOperatingDebt?: Money;
  /** 长期限理由已审查 | Grounds of a longer term reviewed */
  readonly longTermJustified?: boolean;
}
