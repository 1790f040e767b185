import type { Day, LastDay, Money } from './units.ts';

/** 楼盘项目 | Housing project */
export interface Project {
  /** 项目编号 | Project id */
  readonly projectId?: string;
  /** 开发企业 | Developer */
  readonly developerName?: string;
  /** 合作准入日期 | Cooperation approved on */
  readonly cooperationApprovedDate?: Day;
  /** 合作有效期至 | Cooperation valid to */
  readonly cooperationValidTo?: LastDay;
  /** 合作额度 | Cooperation limit */
  readonly cooperationQuota?: Money;
  /** 本笔之前已用额度 | Limit used before this loan */
  readonly usedQuotaBefore?: Money;
  /** 预售许可证日期 | Pre-sale permit granted on */
  readonly presalePermitDate?: Day;
  /** 主体结构封顶日期 | Main structure topped out on */
  readonly toppedOutDate?: Day;
  /** 竣工备案日期 | Completion filed on */
  readonly completionFilingDate?: Day;
  /** 现房销售备案日期 | Sale of completed homes filed on */
  readonly salesFilingDate?: Day;
  /** 预售资金监管账户 | Supervised account of the presale */
  readonly supervisedAccountNo?: string;
  /** 阶段性担保 | Interim guarantee by the developer */
  readonly developerGuarantee?: boolean;
}
