import type {
  LprTenor,
  PaymentMethod,
  PricingBase,
  RateType,
  RepaymentMethod,
  SecuredType,
} from './codes/loan.ts';
import type { BasisPoints, Day, Money, Months, Rate, Ratio } from './units.ts';

/** 贷款要素 | Loan terms */
export interface LoanTerms {
  /**
   * 贷款金额 | Loan amount
   *
   * @correctable
   */
  readonly amount?: Money;
  /**
   * 贷款期限 | Loan term
   *
   * @correctable
   */
  readonly termMonths?: Months;
  /** 担保方式 | Security type */
  readonly securedType?: SecuredType;
  /**
   * 押品认定价值 | Recognised value of the collateral
   *
   * The value the bank recognises, before any ratio is taken of it.
   */
  readonly collateralBaseValue?: Money;
  /** 抵押率 | Loan-to-value ratio */
  readonly ltv?: Ratio;
  /** 利率类型 | Rate type */
  readonly rateType?: RateType;
  /** 定价基准 | Pricing base */
  readonly pricingBase?: PricingBase;
  /** LPR期限品种 | LPR tenor */
  readonly lprTenor?: LprTenor;
  /**
   * LPR报价日 | LPR quotation date
   *
   * @earliest 2013-10-25
   */
  readonly lprDate?: Day;
  /** LPR数值 | LPR value */
  readonly lprValue?: Rate;
  /**
   * 加点 | Spread over LPR
   *
   * @correctable
   */
  readonly spreadBp?: BasisPoints;
  /**
   * 执行利率 | Contract rate
   *
   * @correctable
   */
  readonly executedRate?: Rate;
  /** 重定价周期 | Repricing cycle */
  readonly repricingMonths?: Months;
  /** 还款方式 | Repayment method */
  readonly repaymentMethod?: RepaymentMethod;
  /** 逾期罚息倍数 | Overdue rate multiplier */
  readonly overdueRateMultiplier?: Ratio;
  /** 挪用罚息倍数 | Misuse rate multiplier */
  readonly misuseRateMultiplier?: Ratio;
  /** 放款前提条件 | Conditions precedent */
  readonly approvedConditions?: readonly string[];
  /** 公积金贷款金额 | Provident-fund loan amount */
  readonly providentFundAmount?: Money;
  /** 公积金贷款期限 | Provident-fund loan term */
  readonly providentFundTermMonths?: Months;
  /** 贷款支付方式 | Payment method of the loan */
  readonly paymentMethod?: PaymentMethod;
  /**
   * 可事先确定交易对象 | Counterparty known in advance
   *
   * @yes 可事先确定交易对象 | the counterparty can be known in advance
   * @no 不能事先确定交易对象 | the counterparty cannot be known in advance
   */
  readonly counterpartyDeterminable?: boolean;
  /**
   * 交易对象可用非现金结算 | Counterparty open to non-cash settlement
   *
   * @yes 交易对象可使用非现金结算 | the counterparty can settle without cash
   * @no 交易对象不能使用非现金结算 | the counterparty cannot settle without cash
   */
  readonly nonCashFeasible?: boolean;
  /** 三年以上经营贷款台账编号 | Number in the register of business loans above three years */
  readonly longTermRegisterNo?: string;
  /**
   * 信用良好且有大额消费需求 | Good credit and a large consumer need
   *
   * @yes 信用良好且有大额消费需求 | the borrower has good credit and a large consumer need
   * @no 不具备信用良好且有大额消费需求的条件 | the borrower does not have both good credit and a large consumer need
   */
  readonly qualifiedConsumer?: boolean;
  /**
   * 有长期消费需求 | Long-term consumer need
   *
   * @yes 有长期消费需求 | the borrower has a long-term consumer need
   * @no 无长期消费需求 | the borrower has no long-term consumer need
   */
  readonly longTermConsumerNeed?: boolean;
}
