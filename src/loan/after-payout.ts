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
import type { Day, Days, Moment, Money, Months, StaffId } from './units.ts';

/** 贷后状态 | Post-loan status */
export interface PostLoan {
  /** 贷款状态 | Loan status */
  readonly status?: LoanStatus;
  /** 贷款余额 | Balance */
  readonly balance?: Money;
  /** 逾期天数 | Days past due */
  readonly overdueDays?: Days;
  /** 逾期金额 | Overdue amount */
  readonly overdueAmount?: Money;
  /**
   * 逾期起始日 | Overdue since
   *
   * The due day of the oldest instalment missed in the latest spell of arrears, cured or not.
   *
   * @absence none
   */
  readonly overdueSince?: Day;
  /**
   * 逾期清偿日 | Arrears cleared on
   *
   * The day the latest spell of arrears was paid off in full.
   *
   * @absence none
   */
  readonly arrearsClearedDate?: Day;
  /** 技术性短期逾期 | Technical short overdue */
  readonly technicalOverdue?: boolean;
  /** 五级分类 | Five-category class */
  readonly riskClass?: RiskClass;
  /** 分类日期 | Classified on */
  readonly riskClassDate?: Day;
  /**
   * 上次分类日期 | Previous classification on
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
  /** 已发生信用减值 | Credit-impaired */
  readonly creditImpaired?: boolean;
  /** 重组资产 | Restructured */
  readonly restructured?: boolean;
  /**
   * 重组日期 | Restructured on
   *
   * @absence none
   */
  readonly restructuredDate?: Day;
  /** 授信重新评估日期 | Credit assessed anew on */
  readonly creditReassessedDate?: Day;
  /** 重组后约定的首次还款日 | First instalment due after restructuring */
  readonly restructuredFirstDueDate?: Day;
  /** 重组后的还款周期 | Months from one instalment to the next after restructuring */
  readonly restructuredPeriodMonths?: Months;
  /**
   * 观察期内最近一次未足额还款日 | Last instalment missed under observation
   *
   * @absence none
   */
  readonly observationMissedDate?: Day;
  /** 最近贷后检查日期 | Last post-loan check */
  readonly lastCheckDate?: Day;
  /** 贷后检查人 | Checked by */
  readonly lastCheckBy?: StaffId;
  /** 最近押品重估日期 | Last collateral revaluation */
  readonly lastRevaluationDate?: Day;
  /**
   * 当前押品价值 | Current collateral value
   *
   * @correctable
   */
  readonly currentCollateralValue?: Money;
  /**
   * 风险预警日期 | Risk warning raised on
   *
   * @absence none
   */
  readonly warningRaisedDate?: Day;
  /**
   * 最近重定价日期 | Last repriced on
   *
   * @absence none
   */
  readonly lastRepricedDate?: Day;
  /** 预警处置日期 | Warning handled on */
  readonly warningClosedDate?: Day;
  /** 诉讼决策日期 | Decision on litigation taken on */
  readonly legalDecisionDate?: Day;
  /** 不良信息报送前告知日期 | Borrower told before adverse reporting */
  readonly adverseInfoNotifiedDate?: Day;
  /**
   * 不良信息报送日期 | Adverse information reported on
   *
   * @absence none
   */
  readonly adverseInfoReportedDate?: Day;
}

/** 催收记录 | Collection contacts */
export interface Collection {
  /** 催收编号 | Collection id */
  readonly collectionId?: string;
  /** 催收时间 | At */
  readonly at?: Moment;
  /** 催收方式 | Mode */
  readonly mode?: CollectionMode;
  /** 催收人 | Collector */
  readonly collectorId?: StaffId;
  /**
   * 外包机构 | Outsourced agency
   *
   * @absence none
   */
  readonly agencyId?: string;
  /** 催收对象 | Target */
  readonly targetRole?: CollectionTarget;
  /** 联系到催收对象 | Target reached */
  readonly reached?: boolean;
  /** 透露了债务信息 | Debt disclosed */
  readonly debtDisclosed?: boolean;
  /** 债务人同意在该时间联系 | Debtor agreed to the hour */
  readonly hourAgreed?: boolean;
  /** 录音/记录编号 | Recording id */
  readonly recordingId?: string;
  /** 当时逾期天数 | Days past due at the time */
  readonly overdueDaysAt?: Days;
  /**
   * 承诺还款日期 | Promised to pay on
   *
   * @absence none
   */
  readonly promisedDate?: Day;
}

/** 对账与通知 | Statements and notices */
export interface Statement {
  /** 通知编号 | Notice id */
  readonly statementId?: string;
  /** 通知类型 | Notice type */
  readonly noticeType?: NoticeType;
  /** 应送达日期 | Due on */
  readonly dueDate?: Day;
  /**
   * 实际送达日期 | Sent on
   *
   * Absent while the notice has not gone out.
   *
   * @absence none
   */
  readonly sentDate?: Day;
  /** 制作人 | Prepared by */
  readonly preparedBy?: StaffId;
}

/** 客户服务请求 | Service requests */
export interface ServiceRequest {
  /** 请求编号 | Request id */
  readonly requestId?: string;
  /** 请求类型 | Request type */
  readonly requestType?: RequestType;
  /** 收到日期 | Received on */
  readonly receivedDate?: Day;
  /**
   * 答复日期 | Answered on
   *
   * Absent while the request waits for its answer.
   *
   * @absence none
   */
  readonly answeredDate?: Day;
  /**
   * 撤回日期 | Withdrawn on
   *
   * @absence none
   */
  readonly withdrawnDate?: Day;
  /**
   * 办结日期 | Closed on
   *
   * Absent while the request is open.
   *
   * @absence none
   */
  readonly closedDate?: Day;
  /** 投诉复杂程度 | How complex the complaint is */
  readonly complexity?: ComplaintComplexity;
  /** 延长批准日期 | Extension approved on */
  readonly extensionApprovedDate?: Day;
  /** 延长批准层级 | Extension approved by */
  readonly extensionApprover?: ExtensionApprover;
  /** 延长告知日期 | Told of the extension on */
  readonly extensionToldDate?: Day;
  /** 处理人 | Handled by */
  readonly handlerId?: StaffId;
  /**
   * 被投诉人员 | Staff complained of
   *
   * @absence none
   */
  readonly againstStaffId?: StaffId;
}

/** 结清 | Settlement */
export interface Settlement {
  /** 结清日期 | Settled on */
  readonly settledDate?: Day;
  /** 结清证明出具日期 | Certificate issued on */
  readonly certificateIssuedDate?: Day;
  /**
   * 公积金贷款结清日期 | Provident-fund loan settled on
   *
   * @absence none
   */
  readonly providentFundSettledDate?: Day;
  /**
   * 解押资料交付日期 | Release papers handed over on
   *
   * @absence none
   */
  readonly releaseHandedDate?: Day;
  /** 权证出库人 | Certificate signed out by */
  readonly certificateSignedOutBy?: readonly StaffId[];
  /** 征信更新日期 | Credit record updated on */
  readonly creditUpdatedDate?: Day;
  /** 多收金额 | Overpaid amount */
  readonly overpaidAmount?: Money;
  /** 退款日期 | Refunded on */
  readonly overpaidRefundedDate?: Day;
}
