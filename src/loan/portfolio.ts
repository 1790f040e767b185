import type { BankTier } from './codes/management.ts';
import type { BasisPoints, Day, Money, Ratio } from './units.ts';

/** 组合 | Portfolio */
export interface Portfolio {
  /** 报表编号 | Report id */
  readonly reportId?: string;
  /** 机构号 | Institution id */
  readonly institutionId?: string;
  /** 期末 | Period end */
  readonly periodEnd?: Day;
  /** 银行档次 | Bank tier */
  readonly bankTier?: BankTier;
  /** 各项贷款余额 | Total loans */
  readonly totalLoans?: Money;
  /** 房地产贷款余额 | Real-estate loans */
  readonly realEstateLoans?: Money;
  /** 个人住房贷款余额 | Personal housing loans */
  readonly personalHousingLoans?: Money;
  /**
   * 全流程时长P90(工作日) | End-to-end P90 (working days)
   *
   * @unit working-days
   * @minimum 0
   */
  readonly leadTimeP90WorkDays?: number;
  /**
   * 咨询首次响应P90(小时) | First response P90 (hours)
   *
   * @unit elapsed-hours
   * @minimum 0
   */
  readonly consultFirstResponseP90Hours?: number;
  /** 客户满意度 | Satisfaction */
  readonly satisfaction?: Ratio;
  /**
   * 每万户投诉量 | Complaints per 10,000 customers
   *
   * @unit count
   */
  readonly complaintsPer10k?: number;
  /** 补件率 | Rework rate */
  readonly reworkRate?: Ratio;
  /** 需求分析覆盖率 | Needs-assessment coverage */
  readonly crossSellCoverage?: Ratio;
  /**
   * 户均产品数 | Products per customer
   *
   * @unit count
   */
  readonly productsPerCustomer?: number;
  /** 客户档案完整率 | Profile completeness */
  readonly profileCompleteness?: Ratio;
  /** 客户号重复率 | Duplicate customer rate */
  readonly duplicateCustomerRate?: Ratio;
  /** 同等级同产品利率极差 | Max rate gap, same grade and product */
  readonly maxRateGapBpSameGrade?: BasisPoints;
  /** 差异有定价依据 | Gap explained by pricing factors */
  readonly rateGapExplained?: boolean;
  /** 对账单送达率 | Statement delivery rate */
  readonly reconciliationRate?: Ratio;
  /** 逾期30天以上率 | 30+ days past-due rate */
  readonly overdue30Rate?: Ratio;
}

/**
 * The figures of one institution for a period.
 *
 * @earliest 1990-01-01
 * @latest 2060-12-31
 */
export interface PortfolioFile {
  /** 组合 | Portfolio */
  readonly portfolio?: Portfolio;
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
