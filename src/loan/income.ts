import type { DebtType, IncomeBasis, IncomeEvidence, IncomeType } from './codes/income.ts';
import type { Moment, Money, Months, PartyId, Rate, Ratio, StaffId } from './units.ts';

/**
 * 收入 | Income items
 *
 * @noun 收入 | income item
 * @counter 项
 */
export interface Income {
  /** 收入编号 | Income item number */
  readonly incomeId?: string;
  /** 收入所属当事人 | Earner */
  readonly partyId?: PartyId;
  /**
   * 收入类型 | Income type
   *
   * @kind {} | {}
   */
  readonly incomeType?: IncomeType;
  /** 申报月收入 | Declared monthly income */
  readonly declaredMonthly?: Money;
  /** 认定月收入 | Recognised monthly income */
  readonly recognisedMonthly?: Money;
  /** 银行流水月均入账额 | Average monthly account inflow */
  readonly bankFlowMonthlyAvg?: Money;
  /** 银行流水月数 | Length of the account statements */
  readonly bankFlowMonths?: Months;
  /** 收入佐证类型 | Types of evidence */
  readonly evidenceTypes?: readonly IncomeEvidence[];
  /** 收入核实人 | Verifier */
  readonly verifiedBy?: StaffId;
  /** 收入核实时间 | Time of verification */
  readonly verifiedAt?: Moment;
}

/**
 * 负债 | Debts
 *
 * @noun 负债 | debt
 * @counter 笔
 */
export interface Debt {
  /** 负债编号 | Debt number */
  readonly debtId?: string;
  /** 负债所属当事人 | Debtor */
  readonly partyId?: PartyId;
  /** 负债类型 | Debt type */
  readonly debtType?: DebtType;
  /** 负债余额 | Balance */
  readonly balance?: Money;
  /** 负债月还款额 | Monthly payment */
  readonly monthlyPayment?: Money;
  /**
   * 计入债务收入比 | Included in the debt ratio
   *
   * @yes 计入债务收入比 | the debt counts in the debt ratio
   * @no 不计入债务收入比 | the debt does not count in the debt ratio
   */
  readonly includedInRatio?: boolean;
  /**
   * 不计入债务收入比的原因 | Reason for the exclusion
   *
   * @absence none
   */
  readonly exclusionReason?: string;
}

/** 偿债能力测算 | Affordability calculation */
export interface Affordability {
  /** 认定月收入合计 | Total recognised monthly income */
  readonly monthlyIncome?: Money;
  /** 收入口径 | Income basis */
  readonly incomeBasis?: IncomeBasis;
  /** 本笔贷款月还款额 | Monthly payment of this loan */
  readonly loanMonthlyPayment?: Money;
  /** 公积金贷款月还款额 | Monthly payment of the provident-fund loan */
  readonly providentMonthlyPayment?: Money;
  /** 月物业管理费 | Monthly property-management fee */
  readonly propertyFeeMonthly?: Money;
  /** 其他债务月均偿付额 | Monthly service of other debts */
  readonly otherDebtMonthly?: Money;
  /** 月房产支出收入比 | Monthly housing expense ratio */
  readonly housingExpenseRatio?: Ratio;
  /** 月所有债务支出收入比 | Total debt ratio */
  readonly totalDebtRatio?: Ratio;
  /** 压力测试利率 | Stress-test rate */
  readonly stressRate?: Rate;
  /** 压力情景债务收入比 | Stressed total debt ratio */
  readonly stressTotalDebtRatio?: Ratio;
  /** 偿债能力测算时间 | Time of the calculation */
  readonly calculatedAt?: Moment;
}
