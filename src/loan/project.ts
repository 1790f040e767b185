import type { Day, LastDay, Money } from './units.ts';

/** 楼盘项目 | Housing project */
export interface Project {
  /** 楼盘项目编号 | Project number */
  readonly projectId?: string;
  /** 开发企业 | Developer */
  readonly developerName?: string;
  /** 项目合作准入日期 | Approval date of the cooperation */
  readonly cooperationApprovedDate?: Day;
  /** 项目合作有效期截止日 | Expiry date of the cooperation */
  readonly cooperationValidTo?: LastDay;
  /** 项目合作额度 | Cooperation limit */
  readonly cooperationQuota?: Money;
  /** 本笔之前已用合作额度 | Limit used before this loan */
  readonly usedQuotaBefore?: Money;
  /** 预售许可证日期 | Date of the pre-sale permit */
  readonly presalePermitDate?: Day;
  /** 主体结构封顶日期 | Topping-out date of the main structure */
  readonly toppedOutDate?: Day;
  /** 竣工备案日期 | Filing date of completion */
  readonly completionFilingDate?: Day;
  /** 现房销售备案日期 | Sales filing date of completed homes */
  readonly salesFilingDate?: Day;
  /** 预售资金监管账户 | Supervised account of the pre-sale */
  readonly supervisedAccountNo?: string;
  /**
   * 开发企业阶段性担保 | Interim guarantee by the developer
   *
   * @yes 开发企业提供阶段性担保 | the developer gives an interim guarantee
   * @no 开发企业未提供阶段性担保 | the developer gives no interim guarantee
   */
  readonly developerGuarantee?: boolean;
}
