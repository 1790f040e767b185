import type { Post } from './codes/process.ts';
import type { Day, LastDay, StaffId } from './units.ts';

/** 例外审批 | Approved exception */
export interface Waiver {
  /** 例外编号 | Waiver id */
  readonly waiverId?: string;
  /** 规则编号 | Rule */
  readonly ruleId?: string;
  /**
   * 所涉要素 | Element
   *
   * The key of the element it covers, for a rule that judges a list one by one.
   *
   * @absence none
   */
  readonly element?: string;
  /** 批准日期 | Approved on */
  readonly approvedOn?: Day;
  /** 批准人 | Approved by */
  readonly approvedBy?: StaffId;
  /** 批准岗位 | Post of the approver */
  readonly post?: Post;
  /** 生效日 | Valid from */
  readonly validFrom?: Day;
  /** 失效日 | Valid until, inclusive */
  readonly validUntil?: LastDay;
  /** 例外理由 | Reason */
  readonly reason?: string;
}
