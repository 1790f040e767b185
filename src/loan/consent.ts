import type { ConsentType, CreditQueryReason, SignMode } from './codes/consent.ts';
import type { Count, Moment, Money, PartyId, StaffId } from './units.ts';

/** 授权与同意 | Consents */
export interface Consent {
  /** 授权编号 | Consent id */
  readonly consentId?: string;
  /** 当事人 | Party */
  readonly partyId?: PartyId;
  /** 授权类型 | Consent type */
  readonly consentType?: ConsentType;
  /** 约定用途 | Agreed purposes */
  readonly purposes?: readonly CreditQueryReason[];
  /** 签署时间 | Signed at */
  readonly signedAt?: Moment;
  /** 签署方式 | Sign mode */
  readonly signMode?: SignMode;
  /** 是否单独同意 | Separate consent */
  readonly isSeparate?: boolean;
  /** 已显著提示 | Prominent notice given */
  readonly prominentNotice?: boolean;
  /**
   * 接收方名称 | Recipient name
   *
   * @absence none
   */
  readonly recipientName?: string;
  /**
   * 撤回时间 | Withdrawn at
   *
   * @absence none
   */
  readonly withdrawnAt?: Moment;
}

/** 征信报告 | Credit reports */
export interface CreditReport {
  /** 报告编号 | Report id */
  readonly reportId?: string;
  /** 被查询人 | Subject of report */
  readonly partyId?: PartyId;
  /** 查询时间 | Queried at */
  readonly queriedAt?: Moment;
  /** 查询原因 | Query reason */
  readonly queryReason?: CreditQueryReason;
  /** 查询操作员 | Query operator */
  readonly operatorId?: StaffId;
  /** 当前逾期金额 | Current overdue amount */
  readonly currentOverdueAmount?: Money;
  /** 近24个月最大连续逾期期数 | Max consecutive overdue instalments in 24 months */
  readonly maxConsecutiveOverdue24m?: Count;
  /** 近24个月累计逾期期数 | Total overdue instalments in 24 months */
  readonly totalOverdue24m?: Count;
  /** 近6个月贷款审批类查询次数 | Loan-approval enquiries in 6 months */
  readonly hardQueries6m?: Count;
  /** 呆账/核销/代偿标志 | Bad-debt / written-off / compensated flag */
  readonly badDebtFlag?: boolean;
  /** 未结清信用贷款机构数 | Lenders of open unsecured loans */
  readonly openUnsecuredLenders?: Count;
}
