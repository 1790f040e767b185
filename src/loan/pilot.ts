import type { RuleKind } from './codes/management.ts';
import type { Count, Day, Months } from './units.ts';

/** 试点 | Pilot */
export interface PilotScheme {
  /** 试点编号 | Pilot number */
  readonly pilotId?: string;
  /** 试点分行 | Branches of the pilot */
  readonly branches?: readonly string[];
  /** 试点开始日期 | Start date */
  readonly startDate?: Day;
  /** 试点结束日期 | End date */
  readonly endDate?: Day;
  /** 基线期长度 | Length of the baseline period */
  readonly baselineMonths?: Months;
  /** 试点样本笔数 | Pilot sample size */
  readonly pilotSample?: Count;
  /** 对照样本笔数 | Control sample size */
  readonly controlSample?: Count;
  /** 试点前样本笔数 | Pilot files before the pilot */
  readonly pilotSampleBefore?: Count;
  /** 对照前样本笔数 | Control files before the pilot */
  readonly controlSampleBefore?: Count;
  /**
   * 对照分行 | Branches it is compared with
   *
   * Without any, all other branches.
   *
   * @absence none
   */
  readonly comparisonBranches?: readonly string[];
  /**
   * 样本由卷宗计数 | Samples counted from the files
   *
   * @yes 样本数由卷宗逐份计数 | the samples were counted file by file
   * @no 样本数为手工填报 | the samples were typed in
   */
  readonly samplesCounted?: boolean;
  /**
   * 结构已均衡 | Case mix evened out
   *
   * @yes 比较前已均衡产品、渠道和金额结构 | product, channel and amount were evened out before comparing
   * @no 比较前没有均衡产品、渠道和金额结构 | product, channel and amount were not evened out before comparing
   */
  readonly mixEvened?: boolean;
  /**
   * 差异附区间 | Differences have intervals
   *
   * @yes 各项差异附有95%区间 | every difference has its 95% interval
   * @no 差异没有附95%区间 | differences have no 95% interval
   */
  readonly intervalsShown?: boolean;
  /** 试点守则版本 | Pilot rulebook version */
  readonly pilotRulebook?: string;
  /** 对照守则版本 | Control rulebook version */
  readonly controlRulebook?: string;
  /**
   * 指标口径一致 | Same metric definitions
   *
   * @yes 指标口径一致 | the metrics are defined alike
   * @no 指标口径不一致 | the metrics are not defined alike
   */
  readonly metricDefinitionsSame?: boolean;
  /** 试点调整的规则类别 | Kinds of rules varied */
  readonly overriddenKinds?: readonly RuleKind[];
  /**
   * 试点总结报告日期 | Date of the exit report
   *
   * A pilot that is still running has none.
   *
   * @absence none
   */
  readonly exitReportDate?: Day;
}

/**
 * One pilot, which may vary rules of the bank in some branches for a time.
 *
 * @earliest 1990-01-01
 * @latest 2060-12-31
 * @noun 试点 | pilot
 * @counter 项
 */
export interface PilotFile {
  /** 试点 | Pilot */
  readonly pilot?: PilotScheme;
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
