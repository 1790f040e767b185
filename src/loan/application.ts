import type {
  AcceptanceDecision,
  Currency,
  Outcome,
  ProductCode,
  PurposeCode,
  SubsidyProgram,
} from './codes/application.ts';
import type { Channel } from './codes/marketing.ts';
import type { Count, Day, Moment, Money, Months, StaffId } from './units.ts';

/** 卷宗信息 | File particulars */
export interface Meta {
  /** 数据模型版本 | Schema version */
  readonly schemaVersion?: string;
  /** 卷宗编号 | File number */
  readonly dossierId?: string;
  /** 本行法人机构编码 | Legal entity code of the bank */
  readonly legalEntityCode?: string;
  /** 经办机构号 | Handling outlet */
  readonly institutionId?: string;
  /** 二级分行号 | Branch number */
  readonly branchId?: string;
  /** 城市代码 | City code */
  readonly cityCode?: string;
  /** 数据截止日 | Data date */
  readonly asOfDate?: Day;
  /**
   * 试点分行 | Pilot branch
   *
   * @yes 属于试点分行 | the branch takes part in a pilot
   * @no 不属于试点分行 | the branch takes part in no pilot
   */
  readonly isPilotBranch?: boolean;
  /** 币种 | Currency */
  readonly baseCurrency?: Currency;
}

/** 贷款申请 | Loan application */
export interface Application {
  /** 申请编号 | Application number */
  readonly applicationId?: string;
  /** 贷款产品 | Loan product */
  readonly productCode?: ProductCode;
  /**
   * 申请的全流程线上标记 | Online mark of the application
   *
   * @yes 申请标记为全流程线上 | the application is marked as online throughout
   * @no 申请没有标记为全流程线上 | the application is not marked as online throughout
   */
  readonly isOnline?: boolean;
  /** 进件渠道 | Origination channel */
  readonly channel?: Channel;
  /** 线索编号 | Lead number */
  readonly leadId?: string;
  /** 线索接收时间 | Time of receipt of the lead */
  readonly leadReceivedAt?: Moment;
  /** 首次响应时间 | Time of first response */
  readonly firstResponseAt?: Moment;
  /** 申请表签署日期 | Signing date of the application form */
  readonly signedDate?: Day;
  /** 申请表版本 | Version of the application form */
  readonly formVersion?: string;
  /**
   * 材料真实性承诺已签 | Truthfulness declaration signed
   *
   * @yes 已签署材料真实性承诺 | the declaration of truthfulness was signed
   * @no 未签署材料真实性承诺 | the declaration of truthfulness was not signed
   */
  readonly truthDeclarationSigned?: boolean;
  /** 收件时间 | Time of receipt */
  readonly receivedAt?: Moment;
  /** 资料齐全时间 | Time of completeness */
  readonly documentsCompleteAt?: Moment;
  /** 补件通知次数 | Number of supplement requests */
  readonly supplementRequestCount?: Count;
  /** 受理决定 | Acceptance decision */
  readonly acceptanceDecision?: AcceptanceDecision;
  /** 受理时间 | Time of acceptance */
  readonly acceptedAt?: Moment;
  /**
   * 不予受理原因 | Reason for declining
   *
   * @absence none
   */
  readonly rejectReason?: string;
  /** 不予受理决定时间 | Time of the decision to decline */
  readonly rejectDecidedAt?: Moment;
  /**
   * 不予受理告知时间 | Time of the notice of declining
   *
   * @absence none
   */
  readonly rejectNotifiedAt?: Moment;
  /** 贷款用途 | Loan purpose */
  readonly purposeCode?: PurposeCode;
  /** 贷款用途说明 | Description of the purpose */
  readonly purposeText?: string;
  /** 申请金额 | Requested amount */
  readonly requestedAmount?: Money;
  /** 申请期限 | Requested term */
  readonly requestedTermMonths?: Months;
  /** 客户经理 | Customer manager */
  readonly customerManagerId?: StaffId;
  /** 申请结果 | Outcome of the application */
  readonly outcome?: Outcome;
  /** 申请结果告知时间 | Time of notice of the outcome */
  readonly outcomeNotifiedAt?: Moment;
  /**
   * 申请未通过原因 | Reason for not granting
   *
   * @absence none
   */
  readonly outcomeReason?: string;
  /** 财政贴息项目 | Fiscal subsidy programme */
  readonly subsidyProgram?: SubsidyProgram;
}
