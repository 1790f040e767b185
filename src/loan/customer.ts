import type { AccessPurpose, CareOutcome, EvaluationInput } from './codes/customer.ts';
import type { BusinessLine } from './codes/marketing.ts';
import type { ValueTier } from './codes/party.ts';
import type { Post } from './codes/process.ts';
import type { Count, Day, Days, Moment, Money, PartyId, StaffId } from './units.ts';

/** 客户统一视图 | Customer profile */
export interface CustomerProfile {
  /** 客户统一编号 | Unified customer number */
  readonly customerNo?: string;
  /** 重复的客户统一编号数 | Number of duplicate customer numbers */
  readonly duplicateCustomerNos?: Count;
  /** 资产业务持有数 | Number of loan products held */
  readonly assetHoldings?: Count;
  /** 负债业务持有数 | Number of deposit products held */
  readonly liabilityHoldings?: Count;
  /** 中间业务持有数 | Number of fee products held */
  readonly intermediaryHoldings?: Count;
  /** 银行卡持有数 | Number of card products held */
  readonly cardHoldings?: Count;
  /** 必填画像字段数 | Number of required profile fields */
  readonly requiredFieldsTotal?: Count;
  /** 已填的必填画像字段数 | Number of required profile fields filled in */
  readonly requiredFieldsFilled?: Count;
  /** 统一视图更新日期 | Date of the last update */
  readonly lastUpdatedDate?: Day;
  /** 客户价值层级 | Value tier */
  readonly valueTier?: ValueTier;
  /** 最近客户评价日期 | Date of the last evaluation */
  readonly lastEvaluationDate?: Day;
  /**
   * 访问留痕 | Access logged
   *
   * @yes 访问已留痕 | access is logged
   * @no 访问未留痕 | access is not logged
   */
  readonly accessLogged?: boolean;
  /** 下次客户维护日期 | Date of the next care contact */
  readonly nextCareDate?: Day;
  /** 最近客户维护日期 | Date of the last care contact */
  readonly lastCareDate?: Day;
  /** 年日均金融资产 | Average financial assets over twelve months */
  readonly averageFinancialAssets?: Money;
  /** 近12个月最长逾期天数 | Largest number of days past due in twelve months */
  readonly maximumOverdueDays12m?: Days;
  /** 客户评价使用的信息 | Information used in the evaluation */
  readonly evaluationInputs?: readonly EvaluationInput[];
  /** 客户评价复核人 | Reviewer of the evaluation */
  readonly evaluationReviewedBy?: StaffId;
  /**
   * 价值层级调整理由 | Reason for adjusting the tier
   *
   * @absence none
   */
  readonly tierAdjustmentReason?: string;
  /** 调整前价值层级 | Previous value tier */
  readonly previousValueTier?: ValueTier;
  /** 价值层级变动日期 | Date of the tier change */
  readonly tierChangedDate?: Day;
  /** 价值层级变动告知日期 | Date of notice of the tier change */
  readonly tierChangeToldDate?: Day;
  /** 评价发现的再开发事由数 | Number of occasions found by the evaluation */
  readonly occasionsFound?: Count;
  /** 放款后回访日期 | Date of the return visit */
  readonly returnVisitDate?: Day;
  /** 放款后回访人 | Staff member of the return visit */
  readonly returnVisitBy?: StaffId;
}

/**
 * 统一视图访问记录 | Look-ups of the customer profile
 *
 * @noun 统一视图访问 | profile look-up
 * @counter 次
 */
export interface ProfileAccess {
  /** 访问编号 | Look-up number */
  readonly accessId?: string;
  /** 访问时间 | Time of the look-up */
  readonly at?: Moment;
  /** 访问人 | User */
  readonly actorId?: StaffId;
  /** 访问人岗位 | Post of the user */
  readonly post?: Post;
  /** 访问目的 | Purpose of the look-up */
  readonly purpose?: AccessPurpose;
}

/**
 * 客户新需求 | New needs raised by the customer
 *
 * @noun 客户新需求 | new need
 * @counter 项
 */
export interface NewNeed {
  /** 新需求编号 | Need number */
  readonly needId?: string;
  /** 新需求提出日期 | Date the need was raised */
  readonly raisedDate?: Day;
  /** 新需求所属业务条线 | Business line */
  readonly line?: BusinessLine;
  /** 新需求转成的线索编号 | Number of the resulting lead */
  readonly leadId?: string;
  /** 新需求首次响应日期 | Date of the first answer */
  readonly answeredDate?: Day;
}

/**
 * 再开发任务 | Redevelopment tasks
 *
 * @noun 再开发任务 | redevelopment task
 * @counter 项
 */
export interface CareTask {
  /** 再开发任务编号 | Task number */
  readonly taskId?: string;
  /** 再开发事由代码 | Occasion */
  readonly occasion?: string;
  /** 再开发任务开立日期 | Date the task was opened */
  readonly openedDate?: Day;
  /** 再开发任务到期日 | Date the task is due */
  readonly dueDate?: Day;
  /** 再开发任务承办人 | Staff member in charge of the task */
  readonly assigneeId?: StaffId;
  /** 再开发任务联系对象 | Person to be contacted */
  readonly partyId?: PartyId;
  /**
   * 再开发联系时间 | Time of the redevelopment contact
   *
   * Absent while nobody has made contact.
   *
   * @absence none
   */
  readonly contactedAt?: Moment;
  /**
   * 再开发联系结果 | Outcome of the redevelopment contact
   *
   * Absent while the task is open.
   *
   * @absence none
   */
  readonly outcome?: CareOutcome;
  /**
   * 再开发结果登记日期 | Date the outcome was recorded
   *
   * @absence none
   */
  readonly recordedDate?: Day;
  /**
   * 再开发引出的新需求编号 | Number of the resulting need
   *
   * @absence none
   */
  readonly needId?: string;
  /**
   * 再开发引出的要约编号 | Number of the resulting offer
   *
   * @absence none
   */
  readonly offerId?: string;
}
