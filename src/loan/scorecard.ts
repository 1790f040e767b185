import type { KpiCategory, PostFamily } from './codes/management.ts';
import type { Count, Day, Ratio, StaffId } from './units.ts';

/** 考评表 | Scorecard */
export interface Scorecard {
  /** 考评表编号 | Scorecard number */
  readonly scorecardId?: string;
  /** 岗位序列 | Post family */
  readonly postFamily?: PostFamily;
  /** 被考评人 | Who is appraised */
  readonly staffId?: StaffId;
  /** 考评人 | Who appraised */
  readonly appraisedBy?: StaffId;
  /** 考核期初 | Beginning of the period */
  readonly periodStart?: Day;
  /** 考核期末 | End of the period */
  readonly periodEnd?: Day;
  /** 考评反馈日期 | Feedback date */
  readonly feedbackDate?: Day;
  /** 薪酬延期支付比例 | Deferred share of variable pay */
  readonly deferredPayRatio?: Ratio;
  /** 薪酬延期支付年数 | Number of deferral years */
  readonly deferralYears?: Count;
  /**
   * 对风险有重要影响岗位 | Material-risk post
   *
   * @yes 属于对风险有重要影响的岗位 | the post is a material-risk one
   * @no 不属于对风险有重要影响的岗位 | the post is not a material-risk one
   */
  readonly materialRiskPost?: boolean;
  /**
   * 主要高级管理人员 | Principal executive
   *
   * @yes 为主要高级管理人员 | the person is a principal executive
   * @no 并非主要高级管理人员 | the person is not a principal executive
   */
  readonly principalExecutive?: boolean;
  /**
   * 期内确认违规 | Violation confirmed in the period
   *
   * @yes 期内确认有违规 | a violation was confirmed in the period
   * @no 期内未确认违规 | no violation was confirmed in the period
   */
  readonly violationConfirmed?: boolean;
  /**
   * 期内风险超常暴露 | Excess risk exposed in the period
   *
   * @yes 期内风险超常暴露 | excess risk came to light in the period
   * @no 期内无风险超常暴露 | no excess risk came to light in the period
   */
  readonly excessRiskExposed?: boolean;
  /**
   * 已扣减或追索 | Reduction or clawback applied
   *
   * @yes 已扣减或追索薪酬 | pay was reduced or clawed back
   * @no 未扣减或追索薪酬 | pay was neither reduced nor clawed back
   */
  readonly clawbackApplied?: boolean;
  /**
   * 期内确认触碰红线 | Red line crossed in the period
   *
   * @yes 期内确认有触碰红线的违规 | a violation of a red line was confirmed in the period
   * @no 期内没有触碰红线的违规 | no violation of a red line was confirmed in the period
   */
  readonly redLineCrossed?: boolean;
  /**
   * 计算的违规积分 | Points of violation, computed
   *
   * @unit count
   */
  readonly violationPoints?: number;
  /**
   * 登记的违规积分 | Points of violation, as recorded
   *
   * @unit count
   */
  readonly recordedViolationPoints?: number;
  /**
   * 奖励得分 | Reward points
   *
   * @unit count
   */
  readonly rewardPoints?: number;
  /**
   * 计算的考评结果 | Result, computed
   *
   * @unit count
   */
  readonly result?: number;
  /**
   * 登记的考评结果 | Result, as recorded
   *
   * @unit count
   */
  readonly recordedResult?: number;
}

/**
 * 异议 | Objections
 *
 * @noun 异议 | objection
 * @counter 项
 */
export interface Objection {
  /** 异议编号 | Objection number */
  readonly objectionId?: string;
  /** 异议提出日期 | Day of the objection */
  readonly raisedOn?: Day;
  /**
   * 异议答复日期 | Day of the answer
   *
   * Absent while the objection waits for its answer.
   *
   * @absence none
   */
  readonly answeredOn?: Day;
  /** 异议复核人 | Who reviewed the objection */
  readonly reviewedBy?: StaffId;
}

/**
 * 指标 | KPIs
 *
 * @noun 指标 | indicator
 * @counter 项
 */
export interface Kpi {
  /** 指标代码 | Indicator code */
  readonly kpiCode?: string;
  /**
   * 指标类别 | Indicator category
   *
   * @kind {}指标 | {} indicator
   */
  readonly category?: KpiCategory;
  /** 指标权重 | Weight */
  readonly weight?: Ratio;
  /**
   * 指标上报值 | Reported value
   *
   * @unit count
   */
  readonly reportedValue?: number;
  /**
   * 指标同源重算值 | Recomputed value
   *
   * @unit count
   */
  readonly recomputedValue?: number;
  /**
   * 指标允许误差 | Tolerance
   *
   * @unit count
   */
  readonly tolerance?: number;
}

/**
 * One appraisal of one member of staff or family of posts for a period.
 *
 * @earliest 1990-01-01
 * @latest 2060-12-31
 * @noun 绩效考评表 | scorecard
 * @counter 份
 */
export interface ScorecardFile {
  /** 考评表 | Scorecard */
  readonly scorecard?: Scorecard;
  /**
   * 指标 | KPIs
   *
   * @key kpiCode
   */
  readonly kpis?: readonly Kpi[];
  /**
   * 异议 | Objections
   *
   * @key objectionId
   * @empty none
   */
  readonly objections?: readonly Objection[];
  /**
   * 经核查确无 | Verified to be none
   *
   * Paths of fields that were looked for and do not exist.
   *
   * @absence none
   */
  readonly verifiedNone?: readonly string[];
  /**
   * 来源未采集 | Not captured
   *
   * Paths of fields that the source of the file does not record, whose absence says nothing.
   *
   * @absence none
   */
  readonly notCaptured?: readonly string[];
}
