/**
 * 担保方式 | Security
 *
 * @labels {
 *   "MORTGAGE": ["抵押", "Mortgage"],
 *   "PLEDGE": ["质押", "Pledge"],
 *   "GUARANTEE": ["保证", "Guarantee"],
 *   "MORTGAGE_PLUS_GUARANTEE": ["抵押加阶段性保证", "Mortgage with interim guarantee"],
 *   "UNSECURED": ["信用", "Unsecured"]
 * }
 */
export type SecuredType =
  | 'MORTGAGE'
  | 'PLEDGE'
  | 'GUARANTEE'
  | 'MORTGAGE_PLUS_GUARANTEE'
  | 'UNSECURED';

/**
 * 利率类型 | Rate type
 *
 * @labels {
 *   "FIXED": ["固定利率", "Fixed rate"],
 *   "FLOATING": ["浮动利率", "Floating rate"]
 * }
 */
export type RateType = 'FIXED' | 'FLOATING';

/**
 * 定价基准 | Pricing base
 *
 * @labels {
 *   "LPR": ["贷款市场报价利率", "Loan prime rate"],
 *   "PBOC_BENCHMARK": ["贷款基准利率", "Benchmark lending rate"],
 *   "OTHER": ["其他", "Other"]
 * }
 */
export type PricingBase = 'LPR' | 'PBOC_BENCHMARK' | 'OTHER';

/**
 * LPR期限品种 | LPR tenor
 *
 * @labels {
 *   "LPR_1Y": ["1年期", "One year"],
 *   "LPR_5Y": ["5年期以上", "Over five years"]
 * }
 */
export type LprTenor = 'LPR_1Y' | 'LPR_5Y';

/**
 * 还款方式 | Repayment method
 *
 * @labels {
 *   "EQUAL_INSTALMENT": ["等额本息", "Equal instalments"],
 *   "EQUAL_PRINCIPAL": ["等额本金", "Equal principal"],
 *   "BULLET": ["到期一次还本付息", "Single payment at maturity"],
 *   "INTEREST_THEN_PRINCIPAL": ["按期付息到期还本", "Periodic interest with principal at maturity"],
 *   "FLEXIBLE_PLAN": ["分段或个性化还款计划", "Staged or individual plan"],
 *   "REVOLVING": ["额度内循环", "Revolving use within a limit"]
 * }
 */
export type RepaymentMethod =
  | 'EQUAL_INSTALMENT'
  | 'EQUAL_PRINCIPAL'
  | 'BULLET'
  | 'INTEREST_THEN_PRINCIPAL'
  | 'FLEXIBLE_PLAN'
  | 'REVOLVING';

/**
 * 支付方式 | Manner of payment
 *
 * @labels {
 *   "ENTRUSTED": ["受托支付", "Entrusted payment"],
 *   "SELF": ["自主支付", "Self-payment"],
 *   "MIXED": ["混合支付", "Mixed payment"]
 * }
 */
export type PaymentMethod = 'ENTRUSTED' | 'SELF' | 'MIXED';
