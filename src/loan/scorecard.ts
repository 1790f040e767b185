import type { KpiCategory, PostFamily } from './codes/management.ts';
import type { Count, Day, Ratio } from './units.ts';

/** 考评表 | Scorecard */
export interface Scorecard {
  /** 考评表编号 | Scorecard id */
  readonly scorecardId?: string;
  /** 岗位序列 | Post family */
  readonly postFamily?: PostFamily;
  /** 考核期末 | Period end */
  readonly periodEnd?: Day;
  /** 反馈日期 | Feedback given on */
  readonly feedbackDate?: Day;
  /** 延期支付比例 | Deferred share of variable pay */
  readonly deferredPayRatio?: Ratio;
  /** 延期年限 | Deferral years */
  readonly deferralYears?: Count;
  /** 对风险有重要影响岗位 | Material-risk post */
  readonly materialRiskPost?: boolean;
  /** 主要高级管理人员 | Principal executive */
  readonly principalExecutive?: boolean;
  /** 期内确认违规 | Violation confirmed in period */
  readonly violationConfirmed?: boolean;
  /** 期内风险超常暴露 | Excess risk came to light in period */
  readonly excessRiskExposed?: boolean;
  /** 已扣减或追索 | Reduction or clawback applied */
  readonly clawbackApplied?: boolean;
}

/** 指标 | KPIs */
export interface Kpi {
  /** 指标代码 | KPI code */
  readonly kpiCode?: string;
  /** 指标类别 | Category */
  readonly category?: KpiCategory;
  /** 权重 | Weight */
  readonly weight?: Ratio;
  /**
   * 上报值 | Reported value
   *
   * @unit count
   */
  readonly reportedValue?: number;
  /**
   * 同源重算值 | Value recomputed from files
   *
   * @unit count
   */
  readonly recomputedValue?: number;
  /**
   * 允许误差 | Tolerance
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
