import type { EntityType } from './codes/business.ts';
import type { Day, Money, Months, PastDay } from './units.ts';

/** 经营情况 | Borrower’s business */
export interface Business {
  /** 经营实体名称 | Name of the business */
  readonly entityName?: string;
  /** 经营实体类型 | Type of entity */
  readonly entityType?: EntityType;
  /** 经营实体成立日期 | Establishment date */
  readonly establishedDate?: PastDay;
  /** 借款人取得股权日期 | Date of acquisition of the borrower’s share */
  readonly borrowerEquityFrom?: PastDay;
  /**
   * 营业执照已核验 | Licence verified
   *
   * @yes 已核验营业执照 | the business licence was verified
   * @no 未核验营业执照 | the business licence was not verified
   */
  readonly licenceVerified?: boolean;
  /** 年营业收入 | Annual turnover */
  readonly annualTurnover?: Money;
  /** 纳税申报收入 | Turnover in tax filings */
  readonly taxTurnover?: Money;
  /** 测算的资金需求 | Computed need for funds */
  readonly fundingNeed?: Money;
  /** 现金流回收周期 | Cash-recovery cycle */
  readonly cashCycleMonths?: Months;
  /** 存量经营性融资 | Outstanding business debt */
  readonly existingOperatingDebt?: Money;
  /**
   * 长期限理由已审查 | Grounds of a longer term reviewed
   *
   * @yes 已审查长期限理由 | the grounds for a longer term were reviewed
   * @no 未审查长期限理由 | the grounds for a longer term were not reviewed
   */
  readonly longTermJustified?: boolean;
  /**
   * 受益所有人 | Beneficial owners
   *
   * Of a business that is not a natural person: everyone found to own or control it in the end.
   *
   * @key ownerId
   */
  readonly beneficialOwners?: readonly BeneficialOwner[];
}

/**
 * 受益所有人 | Beneficial owner
 *
 * @noun 受益所有人 | beneficial owner
 * @counter 名
 */
export interface BeneficialOwner {
  /** 受益所有人编号 | Number of the beneficial owner */
  readonly ownerId?: string;
  /**
   * 受益所有人姓名 | Name of the beneficial owner
   *
   * @personal name
   */
  readonly name?: string;
  /** 受益所有人核实日期 | Day the beneficial owner was verified */
  readonly verifiedDate?: Day;
}
