import type { AccessPurpose, EvaluationInput } from './codes/customer.ts';
import type { BusinessLine } from './codes/marketing.ts';
import type { ValueTier } from './codes/party.ts';
import type { Post } from './codes/process.ts';
import type { Count, Day, Days, Moment, Money, StaffId } from './units.ts';

/** 客户统一视图 | Customer profile */
export interface CustomerProfile {
  /** 客户统一编号 | Unified customer number */
  readonly customerNo?: string;
  /** 重复客户号数 | Duplicate customer numbers */
  readonly duplicateCustomerNos?: Count;
  /** 资产业务持有数 | Loan products held */
  readonly assetHoldings?: Count;
  /** 负债业务持有数 | Deposit products held */
  readonly liabilityHoldings?: Count;
  /** 中间业务持有数 | Fee products held */
  readonly intermediaryHoldings?: Count;
  /** 银行卡持有数 | Card products held */
  readonly cardHoldings?: Count;
  /** 必填画像字段数 | Required profile fields */
  readonly requiredFieldsTotal?: Count;
  /** 已填字段数 | Filled profile fields */
  readonly requiredFieldsFilled?: Count;
  /** 更新日期 | Last updated */
  readonly lastUpdatedDate?: Day;
  /** 客户价值层级 | Value tier */
  readonly valueTier?: ValueTier;
  /** 最近客户评价日期 | Last evaluation */
  readonly lastEvaluationDate?: Day;
  /** 访问留痕 | Access logged */
  readonly accessLogged?: boolean;
  /** 下次维护日期 | Next care contact */
  readonly nextCareDate?: Day;
  /** 最近维护日期 | Last care contact */
  readonly lastCareDate?: Day;
  /** 年日均金融资产 | Average financial assets over twelve months */
  readonly averageFinancialAssets?: Money;
  /** 近12个月最长逾期天数 | Longest days past due in twelve months */
  readonly maximumOverdueDays12m?: Days;
  /** 评价使用的信息 | Information used in the evaluation */
  readonly evaluationInputs?: readonly EvaluationInput[];
  /** 评价复核人 | Evaluation reviewed by */
  readonly evaluationReviewedBy?: StaffId;
  /**
   * 层级调整理由 | Reason for adjusting the tier
   *
   * @absence none
   */
  readonly tierAdjustmentReason?: string;
  /** 调整前价值层级 | Value tier before */
  readonly previousValueTier?: ValueTier;
  /** 层级变动日期 | Tier changed on */
  readonly tierChangedDate?: Day;
  /** 层级变动告知日期 | Customer told of the change on */
  readonly tierChangeToldDate?: Day;
  /** 放款后回访日期 | Return visit after pay-out on */
  readonly returnVisitDate?: Day;
  /** 回访人 | Return visit by */
  readonly returnVisitBy?: StaffId;
}

/** 统一视图访问记录 | Look-ups of the customer profile */
export interface ProfileAccess {
  /** 访问编号 | Access id */
  readonly accessId?: string;
  /** 访问时间 | At */
  readonly at?: Moment;
  /** 访问人 | Accessed by */
  readonly actorId?: StaffId;
  /** 访问人岗位 | Post */
  readonly post?: Post;
  /** 访问目的 | Purpose */
  readonly purpose?: AccessPurpose;
}

/** 客户新需求 | New needs raised by the customer */
export interface NewNeed {
  /** 需求编号 | Need id */
  readonly needId?: string;
  /** 提出日期 | Raised on */
  readonly raisedDate?: Day;
  /** 业务条线 | Business line */
  readonly line?: BusinessLine;
  /** 转为线索编号 | Registered as lead */
  readonly leadId?: string;
  /** 首次响应日期 | First answered on */
  readonly answeredDate?: Day;
}
