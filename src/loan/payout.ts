import type { PayeeType, UseCategory } from './codes/after-payout.ts';
import type { PaymentMethod } from './codes/loan.ts';
import type { Count, Day, Moment, Money, StaffId } from './units.ts';

/** 放款审核 | Pay-out review */
export interface DisbursementReview {
  /** 放款审核人 | Pay-out reviewer */
  readonly reviewerId?: StaffId;
  /** 审核时间 | Reviewed at */
  readonly reviewedAt?: Moment;
  /** 前提条件数 | Conditions total */
  readonly conditionsTotal?: Count;
  /** 已落实条件数 | Conditions met */
  readonly conditionsMet?: Count;
  /** 额度可用 | Limit available */
  readonly quotaAvailable?: boolean;
}

/** 放款 | Pay-outs */
export interface Disbursement {
  /** 借据号 | Loan note number */
  readonly disbursementId?: string;
  /** 放款时间 | Disbursed at */
  readonly disbursedAt?: Moment;
  /** 放款金额 | Amount */
  readonly amount?: Money;
  /** 预扣利息 | Interest deducted in advance */
  readonly interestDeducted?: Money;
  /** 记账人 | Booked by */
  readonly bookedBy?: StaffId;
  /** 复核人 | Checked by */
  readonly checkedBy?: StaffId;
  /** 入账账户户主 | Account holder */
  readonly accountHolder?: PayeeType;
}

/** 贷款资金支付 | Payments of proceeds */
export interface Payment {
  /** 支付编号 | Payment id */
  readonly paymentId?: string;
  /** 借据号 | Pay-out */
  readonly disbursementId?: string;
  /** 支付时间 | Paid at */
  readonly paidAt?: Moment;
  /** 支付金额 | Amount */
  readonly amount?: Money;
  /** 支付方式 | Method */
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
  /** 最终收款人 | Final payee */
  readonly payeeIsFinal?: boolean;
  /** 收款人与借款人关联 | Payee related to borrower */
  readonly payeeRelatedToBorrower?: boolean;
  /** 关联交易已核查 | Related deal reviewed */
  readonly relatedReviewed?: boolean;
  /** 交易凭证已审核 | Trade evidence checked before payment */
  readonly evidenceChecked?: boolean;
  /** 紧急用款先付后审 | Urgent, papers checked afterwards */
  readonly urgent?: boolean;
  /** 紧急用款理由 | Reason of urgency */
  readonly urgentReason?: string;
  /**
   * 事后审核日期 | Checked afterwards on
   *
   * @absence none
   */
  readonly checkedAfterwardsDate?: Day;
  /**
   * 支付凭证归集日期 | Payment evidence archived on
   *
   * Absent until the evidence is filed.
   *
   * @absence none
   */
  readonly evidenceArchivedDate?: Day;
}

/** 资金用途跟踪 | Use-of-funds tracking */
export interface FundUse {
  /** 首次用途检查日期 | First use-of-funds check on */
  readonly checkedDate?: Day;
  /**
   * 用途凭证金额 | Use evidence amount
   *
   * @correctable
   */
  readonly evidenceAmount?: Money;
  /** 自主支付凭证收齐日期 | Evidence of own payments complete on */
  readonly evidenceCompletedDate?: Day;
  /** 实际流向 | Traced destinations */
  readonly tracedUses?: readonly UseCategory[];
  /**
   * 发现挪用日期 | Misuse detected on
   *
   * @absence none
   */
  readonly misuseDetectedDate?: Day;
  /** 采取措施日期 | Action taken on */
  readonly misuseActionDate?: Day;
  /**
   * 收回贷款日期 | Loan recalled on
   *
   * @absence none
   */
  readonly recalledDate?: Day;
  /**
   * 压降授信额度日期 | Credit limit cut on
   *
   * @absence none
   */
  readonly limitCutDate?: Day;
}
