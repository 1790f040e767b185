import type { RiskClass } from './codes/after-payout.ts';
import type { ModificationType, RenewalCondition, TopUpBasis } from './codes/modification.ts';
import type { AuthorityLevel, BasisPoints, Day, Money, Months, StaffId } from './units.ts';

/**
 * 合同变更 | Contract changes
 *
 * @noun 合同变更 | contract change
 * @counter 项
 */
export interface Modification {
  /** 合同变更编号 | Change number */
  readonly modificationId?: string;
  /**
   * 合同变更类型 | Type of change
   *
   * @kind {} | {}
   */
  readonly modificationType?: ModificationType;
  /** 合同变更申请日期 | Request date */
  readonly requestedDate?: Day;
  /** 合同变更经办人 | Handler */
  readonly handledBy?: StaffId;
  /**
   * 合同变更批准日期 | Approval date
   *
   * Absent while the change is asked for and not decided, or where it was refused.
   *
   * @absence none
   */
  readonly approvedDate?: Day;
  /** 合同变更批准人 | Approver */
  readonly approvedBy?: StaffId;
  /** 合同变更批准层级 | Level of the approver */
  readonly approverLevel?: AuthorityLevel;
  /** 补充协议签署日期 | Signing date of the supplement */
  readonly supplementSignedDate?: Day;
  /**
   * 合同变更生效日期 | Effective date
   *
   * Absent while the change is asked for and not yet in effect.
   *
   * @absence none
   */
  readonly effectiveDate?: Day;
  /**
   * 客户有财务困难 | Borrower’s financial difficulty
   *
   * @yes 客户有财务困难 | the borrower is in financial difficulty
   * @no 客户无财务困难 | the borrower is not in financial difficulty
   */
  readonly financialDifficulty?: boolean;
  /**
   * 调整对债务人有利 | Change in the debtor’s favour
   *
   * @yes 调整对债务人有利 | the change favours the debtor
   * @no 调整并非对债务人有利 | the change does not favour the debtor
   */
  readonly favoursDebtor?: boolean;
  /** 展期期限 | Months of extension */
  readonly extensionMonths?: Months;
  /** 保证人书面同意日期 | Guarantor’s written consent date */
  readonly guarantorConsentDate?: Day;
  /** 提前还款本金 | Principal prepaid */
  readonly prepaidPrincipal?: Money;
  /** 计息截止日 | Last day of interest charged */
  readonly interestChargedTo?: Day;
  /** 变更时的五级分类 | Class at the time of the change */
  readonly classAtChange?: RiskClass;
  /** 审查认定符合的续贷条件 | Renewal conditions met */
  readonly renewalConditions?: readonly RenewalCondition[];
  /** 变更后到期日 | Maturity date after the change */
  readonly newMaturityDate?: Day;
  /** 变更后加点 | New spread */
  readonly newSpreadBp?: BasisPoints;
  /** 追加贷款金额 | Top-up amount */
  readonly topUpAmount?: Money;
  /** 追加贷款依据 | Ground for the top-up */
  readonly topUpBasis?: TopUpBasis;
}
