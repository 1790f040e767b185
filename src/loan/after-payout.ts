import type {
  CollectionMode,
  CollectionTarget,
  ComplaintComplexity,
  ExtensionApprover,
  LoanStatus,
  NoticeType,
  RequestType,
  RiskClass,
} from './codes/after-payout.ts';
import type { Day, Days, Moment, Money, Months, Ratio, StaffId } from './units.ts';

/** 贷后状态 | Post-loan status */
export interface PostLoan {
  /** 贷款状态 | Loan status */
  readonly status?: LoanStatus;
  /** 贷款余额 | Loan balance */
  readonly balance?: Money;
  /** 逾期天数 | Days past due */
  readonly overdueDays?: Days;
  /** 逾期金额 | Overdue amount */
  readonly overdueAmount?: Money;
  /**
   * 逾期起始日 | First day of arrears
   *
   * The due day of the oldest instalment missed in the latest spell of arrears, cured or not.
   *
   * @absence none
   */
  readonly overdueSince?: Day;
  /**
   * 逾期清偿日 | Arrears clearance date
   *
   * The day the latest spell of arrears was paid off in full.
   *
   * @absence none
   */
  readonly arrearsClearedDate?: Day;
  /**
   * 技术性短期逾期 | Technical short arrears
   *
   * @yes 属于技术性短期逾期 | the arrears are technical and short
   * @no 不属于技术性短期逾期 | the arrears are not technical and short
   */
  readonly technicalOverdue?: boolean;
  /** 五级分类 | Five-category class */
  readonly riskClass?: RiskClass;
  /** 五级分类日期 | Classification date */
  readonly riskClassDate?: Day;
  /**
   * 上次五级分类日期 | Previous classification date
   *
   * Absent while the loan has been classified only once.
   *
   * @absence none
   */
  readonly previousClassDate?: Day;
  /**
   * 上次五级分类 | Previous class
   *
   * Absent while the loan has been classified only once.
   *
   * @absence none
   */
  readonly previousClass?: RiskClass;
  /**
   * 已发生信用减值 | Credit impairment
   *
   * @yes 已发生信用减值 | the loan is credit-impaired
   * @no 未发生信用减值 | the loan is not credit-impaired
   */
  readonly creditImpaired?: boolean;
  /** 预期信用损失占账面余额的比例 | Expected credit loss over the book balance */
  readonly expectedLossRatio?: Ratio;
  /**
   * 重组资产 | Restructured loan
   *
   * @yes 属于重组资产 | the loan is a restructured one
   * @no 不属于重组资产 | the loan is not a restructured one
   */
  readonly restructured?: boolean;
  /**
   * 重组日期 | Restructuring date
   *
   * @absence none
   */
  readonly restructuredDate?: Day;
  /** 授信重新评估日期 | Credit reassessment date */
  readonly creditReassessedDate?: Day;
  /** 重组后约定的首次还款日 | First due date after restructuring */
  readonly restructuredFirstDueDate?: Day;
  /** 重组后的还款周期 | Repayment interval after restructuring */
  readonly restructuredPeriodMonths?: Months;
  /**
   * 观察期内最近一次未足额还款日 | Date of the last missed instalment under observation
   *
   * @absence none
   */
  readonly observationMissedDate?: Day;
  /** 最近贷后检查日期 | Date of the last post-loan check */
  readonly lastCheckDate?: Day;
  /** 贷后检查人 | Post-loan checker */
  readonly lastCheckBy?: StaffId;
  /** 最近押品重估日期 | Date of the last collateral revaluation */
  readonly lastRevaluationDate?: Day;
  /** 当前押品价值 | Current collateral value */
  readonly currentCollateralValue?: Money;
  /**
   * 风险预警日期 | Date of the risk warning
   *
   * @absence none
   */
  readonly warningRaisedDate?: Day;
  /**
   * 最近重定价日期 | Date of the last repricing
   *
   * @absence none
   */
  readonly lastRepricedDate?: Day;
  /** 风险预警处置日期 | Date of concluding the risk warning */
  readonly warningClosedDate?: Day;
  /** 诉讼决策日期 | Date of the decision on litigation */
  readonly legalDecisionDate?: Day;
  /** 不良信息报送前告知日期 | Date of notice before adverse reporting */
  readonly adverseInfoNotifiedDate?: Day;
  /**
   * 不良信息报送日期 | Adverse reporting date
   *
   * @absence none
   */
  readonly adverseInfoReportedDate?: Day;
}

/**
 * 催收记录 | Collection contacts
 *
 * @noun 催收 | collection contact
 * @counter 次
 */
export interface Collection {
  /** 催收编号 | Collection contact number */
  readonly collectionId?: string;
  /** 催收时间 | Time of the contact */
  readonly at?: Moment;
  /**
   * 催收方式 | Manner of collection
   *
   * @kind {}催收 | collection contact by {}
   */
  readonly mode?: CollectionMode;
  /** 催收人 | Collector */
  readonly collectorId?: StaffId;
  /**
   * 催收外包机构 | Outsourced agency
   *
   * @absence none
   */
  readonly agencyId?: string;
  /** 催收对象 | Target of collection */
  readonly targetRole?: CollectionTarget;
  /**
   * 联系到催收对象 | Target reached
   *
   * @yes 已联系到催收对象 | the target was reached
   * @no 未联系到催收对象 | the target was not reached
   */
  readonly reached?: boolean;
  /**
   * 透露了债务信息 | Debt disclosed
   *
   * @yes 透露了债务信息 | the debt was disclosed
   * @no 未透露债务信息 | the debt was not disclosed
   */
  readonly debtDisclosed?: boolean;
  /**
   * 债务人同意在该时间联系 | Debtor’s consent to the hour
   *
   * @yes 债务人同意在该时间联系 | the debtor agreed to the hour
   * @no 债务人未同意在该时间联系 | the debtor did not agree to the hour
   */
  readonly hourAgreed?: boolean;
  /** 催收录音或记录编号 | Recording number */
  readonly recordingId?: string;
  /** 催收当时的逾期天数 | Days past due at the time */
  readonly overdueDaysAt?: Days;
  /**
   * 承诺还款日期 | Promised payment date
   *
   * @absence none
   */
  readonly promisedDate?: Day;
  /**
   * 催收外包机构最近评估日期 | Last evaluation of the agency
   *
   * @absence none
   */
  readonly agencyEvaluatedOn?: Day;
}

/**
 * 对账与通知 | Statements and notices
 *
 * @noun 通知 | notice
 * @counter 份
 */
export interface Statement {
  /** 通知编号 | Notice number */
  readonly statementId?: string;
  /**
   * 通知类型 | Notice type
   *
   * @kind {} | {}
   */
  readonly noticeType?: NoticeType;
  /** 通知应送达日期 | Due date */
  readonly dueDate?: Day;
  /**
   * 通知实际送达日期 | Delivery date
   *
   * Absent while the notice has not gone out.
   *
   * @absence none
   */
  readonly sentDate?: Day;
  /** 通知制作人 | Preparer */
  readonly preparedBy?: StaffId;
}

/**
 * 客户服务请求 | Service requests
 *
 * @noun 客户服务请求 | service request
 * @counter 件
 */
export interface ServiceRequest {
  /** 服务请求编号 | Request number */
  readonly requestId?: string;
  /**
   * 服务请求类型 | Request type
   *
   * @kind {}请求 | {} request
   */
  readonly requestType?: RequestType;
  /** 服务请求收到日期 | Receipt date */
  readonly receivedDate?: Day;
  /**
   * 服务请求答复日期 | Answer date
   *
   * Absent while the request waits for its answer.
   *
   * @absence none
   */
  readonly answeredDate?: Day;
  /**
   * 服务请求撤回日期 | Withdrawal date
   *
   * @absence none
   */
  readonly withdrawnDate?: Day;
  /**
   * 服务请求办结日期 | Closing date
   *
   * Absent while the request is open.
   *
   * @absence none
   */
  readonly closedDate?: Day;
  /** 投诉复杂程度 | Complexity of the complaint */
  readonly complexity?: ComplaintComplexity;
  /** 延长办理期限批准日期 | Approval date of the extension */
  readonly extensionApprovedDate?: Day;
  /** 延长办理期限批准层级 | Approver of the extension */
  readonly extensionApprover?: ExtensionApprover;
  /** 延长办理期限告知日期 | Date of notice of the extension */
  readonly extensionToldDate?: Day;
  /** 服务请求处理人 | Handler */
  readonly handlerId?: StaffId;
  /**
   * 被投诉人员 | Staff member complained of
   *
   * @absence none
   */
  readonly againstStaffId?: StaffId;
}

/** 结清 | Settlement */
export interface Settlement {
  /** 结清日期 | Settlement date */
  readonly settledDate?: Day;
  /** 结清证明出具日期 | Issue date of the settlement certificate */
  readonly certificateIssuedDate?: Day;
  /**
   * 公积金贷款结清日期 | Settlement date of the provident-fund loan
   *
   * @absence none
   */
  readonly providentFundSettledDate?: Day;
  /**
   * 解押资料交付日期 | Hand-over date of the release documents
   *
   * @absence none
   */
  readonly releaseHandedDate?: Day;
  /** 权证出库人 | Staff of the vault release */
  readonly certificateSignedOutBy?: readonly StaffId[];
  /** 征信更新日期 | Date of the credit-record update */
  readonly creditUpdatedDate?: Day;
  /** 多收金额 | Overpaid amount */
  readonly overpaidAmount?: Money;
  /** 多收金额退款日期 | Refund date */
  readonly overpaidRefundedDate?: Day;
}
