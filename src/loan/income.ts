import type { DebtType, IncomeBasis, IncomeEvidence, IncomeType } from './codes/income.ts';
import type { Moment, Money, Months, PartyId, Rate, Ratio, StaffId } from './units.ts';

/** 收入 | Income items */
export interface Income {
  /** 收入编号 | Income id */
  readonly incomeId?: string;
  /** 当事人 | Party */
  readonly partyId?: PartyId;
  /** 收入类型 | Income type */
  readonly incomeType?: IncomeType;
  /**
   * 申报月收入 | Declared monthly income
   *
   * @correctable
   */
  readonly declaredMonthly?: Money;
  /**
   * 认定月收入 | Recognised monthly income
   *
   * @correctable
   */
  readonly recognisedMonthly?: Money;
  /**
   * 流水月均 | Average monthly account inflow
   *
   * @correctable
   */
  readonly bankFlowMonthlyAvg?: Money;
  /** 流水月数 | Months of statements seen */
  readonly bankFlowMonths?: Months;
  /** 佐证类型 | Evidence types */
  readonly evidenceTypes?: readonly IncomeEvidence[];
  /** 核实人 | Verified by */
  readonly verifiedBy?: StaffId;
  /** 核实时间 | Verified at */
  readonly verifiedAt?: Moment;
}

/** 负债 | Debts */
export interface Debt {
  /** 负债编号 | Debt id */
  readonly debtId?: string;
  /** 当事人 | Party */
  readonly partyId?: PartyId;
  /** 负债类型 | Debt type */
  readonly debtType?: DebtType;
  /**
   * 余额 | Balance
   *
   * @correctable
   */
  readonly balance?: Money;
  /**
   * 月还款额 | Monthly payment
   *
   * @correctable
   */
  readonly monthlyPayment?: Money;
  /** 计入债务收入比 | Included in ratio */
  readonly includedInRatio?: boolean;
  /**
   * 不计入原因 | Reason if excluded
   *
   * @absence none
   */
  readonly exclusionReason?: string;
}

/** 偿债能力测算 | Affordability */
export interface Affordability {
  /**
   * 认定月收入合计 | Recognised monthly income in total
   *
   * @correctable
   */
  readonly monthlyIncome?: Money;
  /** 收入口径 | Income basis */
  readonly incomeBasis?: IncomeBasis;
  /**
   * 本笔贷款月还款额 | Monthly payment of this loan
   *
   * @correctable
   */
  readonly loanMonthlyPayment?: Money;
  /**
   * 公积金贷款月还款额 | Monthly payment of provident-fund part
   *
   * @correctable
   */
  readonly providentMonthlyPayment?: Money;
  /**
   * 月物业管理费 | Monthly property-management fee
   *
   * @correctable
   */
  readonly propertyFeeMonthly?: Money;
  /**
   * 其他债务月均偿付额 | Other debt service per month
   *
   * @correctable
   */
  readonly otherDebtMonthly?: Money;
  /**
   * 月房产支出收入比 | Monthly housing expense ratio
   *
   * @correctable
   */
  readonly housingExpenseRatio?: Ratio;
  /**
   * 月所有债务支出收入比 | Total debt ratio
   *
   * @correctable
   */
  readonly totalDebtRatio?: Ratio;
  /** 压力测试利率 | Stress rate */
  readonly stressRate?: Rate;
  /**
   * 压力情景债务收入比 | Stressed total debt ratio
   *
   * @correctable
   */
  readonly stressTotalDebtRatio?: Ratio;
  /** 测算时间 | Calculated at */
  readonly calculatedAt?: Moment;
}
