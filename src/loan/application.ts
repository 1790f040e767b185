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

/** 卷宗元数据 | File metadata */
export interface Meta {
  /** 数据模型版本 | Schema version */
  readonly schemaVersion?: string;
  /** 卷宗编号 | File identifier */
  readonly dossierId?: string;
  /** 法人机构编码 | Legal entity code */
  readonly legalEntityCode?: string;
  /** 经办机构号 | Handling outlet */
  readonly institutionId?: string;
  /** 二级分行号 | Branch id */
  readonly branchId?: string;
  /** 城市代码 | City code */
  readonly cityCode?: string;
  /** 数据截止日 | Data as-of date */
  readonly asOfDate?: Day;
  /** 是否试点分行 | Pilot branch flag */
  readonly isPilotBranch?: boolean;
  /** 币种 | Currency */
  readonly baseCurrency?: Currency;
}

/** 贷款申请 | Loan application */
export interface Application {
  /** 申请编号 | Application identifier */
  readonly applicationId?: string;
  /** 产品代码 | Product code */
  readonly productCode?: ProductCode;
  /** 是否全流程线上 | Fully online loan */
  readonly isOnline?: boolean;
  /** 进件渠道 | Origination channel */
  readonly channel?: Channel;
  /** 线索编号 | Lead identifier */
  readonly leadId?: string;
  /** 线索接收时间 | Lead received at */
  readonly leadReceivedAt?: Moment;
  /** 首次响应时间 | First response at */
  readonly firstResponseAt?: Moment;
  /** 申请表签署日 | Application form signed on */
  readonly signedDate?: Day;
  /** 申请表版本 | Application form version */
  readonly formVersion?: string;
  /** 材料真实性承诺已签 | Truthfulness declaration signed */
  readonly truthDeclarationSigned?: boolean;
  /** 收件时间 | Application received at */
  readonly receivedAt?: Moment;
  /** 资料齐全时间 | Documents complete at */
  readonly documentsCompleteAt?: Moment;
  /** 补件通知次数 | Number of supplement requests */
  readonly supplementRequestCount?: Count;
  /** 受理决定 | Acceptance decision */
  readonly acceptanceDecision?: AcceptanceDecision;
  /** 受理时间 | Accepted at */
  readonly acceptedAt?: Moment;
  /**
   * 不予受理原因 | Reason for non-acceptance
   *
   * @absence none
   */
  readonly rejectReason?: string;
  /** 不予受理决定时间 | Non-acceptance decided at */
  readonly rejectDecidedAt?: Moment;
  /**
   * 不予受理告知时间 | Non-acceptance notified at
   *
   * @absence none
   */
  readonly rejectNotifiedAt?: Moment;
  /** 贷款用途代码 | Loan purpose code */
  readonly purposeCode?: PurposeCode;
  /** 贷款用途说明 | Purpose narrative */
  readonly purposeText?: string;
  /**
   * 申请金额 | Requested amount
   *
   * @correctable
   */
  readonly requestedAmount?: Money;
  /** 申请期限 | Requested term */
  readonly requestedTermMonths?: Months;
  /** 客户经理 | Customer manager */
  readonly customerManagerId?: StaffId;
  /** 申请结果 | Outcome */
  readonly outcome?: Outcome;
  /** 结果告知时间 | Outcome notified at */
  readonly outcomeNotifiedAt?: Moment;
  /**
   * 未通过原因 | Reason if not approved
   *
   * @absence none
   */
  readonly outcomeReason?: string;
  /** 财政贴息项目 | Fiscal subsidy programme */
  readonly subsidyProgram?: SubsidyProgram;
}
