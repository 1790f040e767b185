import type { RiskClass } from './codes/after-payout.ts';
import type { ModificationType, RenewalCondition, TopUpBasis } from './codes/modification.ts';
import type { AuthorityLevel, BasisPoints, Day, Money, Months, StaffId } from './units.ts';

/** 合同变更 | Contract changes */
export interface Modification {
  /** 变更编号 | Change id */
  readonly modificationId?: string;
  /** 变更类型 | Type of change */
  readonly modificationType?: ModificationType;
  /** 申请日期 | Requested on */
  readonly requestedDate?: Day;
  /** 经办人 | Handled by */
  readonly handledBy?: StaffId;
  /**
   * 批准日期 | Approved on
   *
   * Absent while the change is asked for and not decided, or where it was refused.
   *
   * @absence none
   */
  readonly approvedDate?: Day;
  /** 批准人 | Approved by */
  readonly approvedBy?: StaffId;
  /** 批准层级 | Level of approval */
  readonly approverLevel?: AuthorityLevel;
  /** 补充协议签署日期 | Supplement signed on */
  readonly supplementSignedDate?: Day;
  /**
   * 生效日期 | In effect from
   *
   * Absent while the change is asked for and not yet in effect.
   *
   * @absence none
   */
  readonly effectiveDate?: Day;
  /** 客户有财务困难 | Borrower in financial difficulty */
  readonly financialDifficulty?: boolean;
  /** 调整对债务人有利 | Change in the debtor's favour */
  readonly favoursDebtor?: boolean;
  /** 展期月数 | Months of extension */
  readonly extensionMonths?: Months;
  /** 保证人书面同意日期 | Guarantor consented in writing on */
  readonly guarantorConsentDate?: Day;
  /** 提前还款本金 | Principal prepaid */
  readonly prepaidPrincipal?: Money;
  /** 计息截止日 | Interest charged up to */
  readonly interestChargedTo?: Day;
  /** 变更时的五级分类 | Class when it was changed */
  readonly classAtChange?: RiskClass;
  /** 审查认定符合的续贷条件 | Conditions of a renewal found to be met */
  readonly renewalConditions?: readonly RenewalCondition[];
  /** 变更后到期日 | Maturity after the change */
  readonly newMaturityDate?: Day;
  /** 新加点 | New spread */
  readonly newSpreadBp?: BasisPoints;
  /** 追加贷款金额 | Amount added to the loan */
  readonly topUpAmount?: Money;
  /** 追加依据 | Ground for adding */
  readonly topUpBasis?: TopUpBasis;
}
