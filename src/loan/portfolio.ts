import type { BankTier } from './codes/management.ts';
import type { BasisPoints, Day, Money, Ratio } from './units.ts';

/** 组合 | Portfolio */
export interface Portfolio {
  /** 报表编号 | Report number */
  readonly reportId?: string;
  /** 机构号 | Institution number */
  readonly institutionId?: string;
  /** 报表期末 | End of the period */
  readonly periodEnd?: Day;
  /** 银行档次 | Bank tier */
  readonly bankTier?: BankTier;
  /** 各项贷款余额 | Balance of all loans */
  readonly totalLoans?: Money;
  /** 房地产贷款余额 | Balance of real-estate loans */
  readonly realEstateLoans?: Money;
  /** 个人住房贷款余额 | Balance of personal housing loans */
  readonly personalHousingLoans?: Money;
  /**
   * 全流程时长九十分位数 | 90th percentile of end-to-end time
   *
   * @unit working-days
   * @minimum 0
   */
  readonly leadTimeP90WorkDays?: number;
  /**
   * 咨询首次响应时长九十分位数 | 90th percentile of first-response time
   *
   * @unit elapsed-hours
   * @minimum 0
   */
  readonly consultFirstResponseP90Hours?: number;
  /** 客户满意度 | Customer satisfaction */
  readonly satisfaction?: Ratio;
  /**
   * 每万户投诉量 | Number of complaints per 10,000 customers
   *
   * @unit count
   */
  readonly complaintsPer10k?: number;
  /** 补件率 | Rework rate */
  readonly reworkRate?: Ratio;
  /** 需求分析覆盖率 | Needs-assessment coverage */
  readonly crossSellCoverage?: Ratio;
  /**
   * 户均产品数 | Number of products per customer
   *
   * @unit count
   */
  readonly productsPerCustomer?: number;
  /** 客户档案完整率 | Profile completeness */
  readonly profileCompleteness?: Ratio;
  /** 客户统一编号重复率 | Rate of duplicate customer numbers */
  readonly duplicateCustomerRate?: Ratio;
  /** 同等级同产品利率极差 | Largest rate gap within one grade and product */
  readonly maxRateGapBpSameGrade?: BasisPoints;
  /**
   * 利率差异有定价依据 | Gap explained by pricing factors
   *
   * @yes 利率差异有定价依据 | pricing factors explain the rate gap
   * @no 利率差异无定价依据 | pricing factors do not explain the rate gap
   */
  readonly rateGapExplained?: boolean;
  /** 对账单送达率 | Statement delivery rate */
  readonly reconciliationRate?: Ratio;
  /** 逾期30天以上率 | Rate of loans over 30 days past due */
  readonly overdue30Rate?: Ratio;
}

/**
 * The figures of one institution for a period.
 *
 * @earliest 1990-01-01
 * @latest 2060-12-31
 * @noun 组合报表 | portfolio report
 * @counter 份
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
