import type { PayeeType, UseCategory } from './codes/after-payout.ts';
import type { PaymentMethod } from './codes/loan.ts';
import type { Count, Day, Moment, Money, StaffId } from './units.ts';

/** 放款审核 | Disbursement review */
export interface DisbursementReview {
  /** 放款审核人 | Disbursement reviewer */
  readonly reviewerId?: StaffId;
  /** 放款审核时间 | Time of review */
  readonly reviewedAt?: Moment;
  /** 审核单所列条件数 | Number of conditions */
  readonly conditionsTotal?: Count;
  /** 审核单所列条件的落实数 | Number of conditions met */
  readonly conditionsMet?: Count;
  /**
   * 额度可用 | Limit available
   *
   * @yes 额度可用 | the limit is available
   * @no 额度不可用 | the limit is not available
   */
  readonly quotaAvailable?: boolean;
}

/**
 * 放款 | Disbursements
 *
 * @noun 放款 | disbursement
 * @counter 笔
 */
export interface Disbursement {
  /** 借据号 | Loan note number */
  readonly disbursementId?: string;
  /** 放款时间 | Time of disbursement */
  readonly disbursedAt?: Moment;
  /** 放款金额 | Disbursed amount */
  readonly amount?: Money;
  /** 放款预扣利息 | Interest deducted in advance */
  readonly interestDeducted?: Money;
  /** 放款记账人 | Booking officer */
  readonly bookedBy?: StaffId;
  /** 放款复核人 | Booking checker */
  readonly checkedBy?: StaffId;
  /** 入账账户户主 | Holder of the account credited */
  readonly accountHolder?: PayeeType;
}

/**
 * 贷款资金支付 | Payments of proceeds
 *
 * @noun 支付 | payment
 * @counter 笔
 */
export interface Payment {
  /** 支付编号 | Payment number */
  readonly paymentId?: string;
  /** 支付所属借据号 | Loan note number */
  readonly disbursementId?: string;
  /** 支付时间 | Time of payment */
  readonly paidAt?: Moment;
  /** 支付金额 | Payment amount */
  readonly amount?: Money;
  /**
   * 支付方式 | Payment method
   *
   * @kind {} | {}
   */
  readonly method?: PaymentMethod;
  /** 收款人类型 | Payee type */
  readonly payeeType?: PayeeType;
  /**
   * 收款人名称 | Payee name
   *
   * @personal name
   */
  readonly payeeName?: string;
  /**
   * 收款账号 | Payee account
   *
   * @personal account
   */
  readonly payeeAccountNo?: string;
  /**
   * 收款人为最终收款人 | Final payee
   *
   * @yes 收款人为最终收款人 | the payee is the final one
   * @no 收款人并非最终收款人 | the payee is not the final one
   */
  readonly payeeIsFinal?: boolean;
  /**
   * 收款人与借款人关联 | Payee related to the borrower
   *
   * @yes 收款人与借款人有关联 | the payee is related to the borrower
   * @no 收款人与借款人无关联 | the payee is not related to the borrower
   */
  readonly payeeRelatedToBorrower?: boolean;
  /**
   * 关联交易已核查 | Related transaction reviewed
   *
   * @yes 已核查关联交易 | the related transaction was reviewed
   * @no 未核查关联交易 | the related transaction was not reviewed
   */
  readonly relatedReviewed?: boolean;
  /**
   * 交易凭证已审核 | Trade evidence checked before payment
   *
   * @yes 支付前已审核交易凭证 | the trade evidence was checked before payment
   * @no 支付前未审核交易凭证 | the trade evidence was not checked before payment
   */
  readonly evidenceChecked?: boolean;
  /**
   * 紧急用款先付后审 | Urgent payment with documents checked afterwards
   *
   * @yes 属于先付后审的紧急用款 | the payment is urgent, with documents checked afterwards
   * @no 不属于先付后审的紧急用款 | the payment is not an urgent one with documents checked afterwards
   */
  readonly urgent?: boolean;
  /** 紧急用款理由 | Reason for the urgency */
  readonly urgentReason?: string;
  /**
   * 紧急用款事后审核日期 | Later check date
   *
   * @absence none
   */
  readonly checkedAfterwardsDate?: Day;
  /**
   * 支付凭证归集日期 | Filing date of the payment evidence
   *
   * Absent until the evidence is filed.
   *
   * @absence none
   */
  readonly evidenceArchivedDate?: Day;
}

/** 资金用途跟踪 | Use-of-funds tracking */
export interface FundUse {
  /** 首次资金用途检查日期 | Date of the first use-of-funds check */
  readonly checkedDate?: Day;
  /** 用途凭证金额 | Amount of the evidence of use */
  readonly evidenceAmount?: Money;
  /** 自主支付凭证收齐日期 | Completion date of the evidence of self-payments */
  readonly evidenceCompletedDate?: Day;
  /** 资金实际流向 | Traced destinations */
  readonly tracedUses?: readonly UseCategory[];
  /**
   * 发现挪用日期 | Misuse detection date
   *
   * @absence none
   */
  readonly misuseDetectedDate?: Day;
  /** 对挪用采取措施日期 | Misuse action date */
  readonly misuseActionDate?: Day;
  /**
   * 收回贷款日期 | Loan recall date
   *
   * @absence none
   */
  readonly recalledDate?: Day;
  /**
   * 压降授信额度日期 | Credit limit cut date
   *
   * @absence none
   */
  readonly limitCutDate?: Day;
  /**
   * 首次检查以后的用途核查 | Use-of-funds checks after the first
   *
   * The days of the checks, in order; an empty list says that there was none.
   *
   * @empty none
   */
  readonly laterCheckDates?: readonly Day[];
}
