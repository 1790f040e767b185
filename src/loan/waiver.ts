import type { Post } from './codes/process.ts';
import type { Day, LastDay, StaffId } from './units.ts';

/**
 * 例外审批 | Approved exception
 *
 * @noun 例外审批 | approved exception
 * @counter 项
 */
export interface Waiver {
  /** 例外编号 | Exception number */
  readonly waiverId?: string;
  /** 例外所涉规则 | Rule concerned */
  readonly ruleId?: string;
  /**
   * 例外所涉要素 | Element concerned
   *
   * The key of the element it covers, for a rule that judges a list one by one.
   *
   * @absence none
   */
  readonly element?: string;
  /** 例外批准日期 | Approval date */
  readonly approvedOn?: Day;
  /** 例外批准人 | Approver */
  readonly approvedBy?: StaffId;
  /** 例外批准岗位 | Post of the approver */
  readonly post?: Post;
  /** 例外有效期起始日 | First day of validity */
  readonly validFrom?: Day;
  /** 例外有效期截止日 | Last day of validity */
  readonly validUntil?: LastDay;
  /** 例外理由 | Reason for the exception */
  readonly reason?: string;
  /**
   * 例外依据材料 | Evidence for the exception
   *
   * @absence none
   */
  readonly evidence?: string;
}
