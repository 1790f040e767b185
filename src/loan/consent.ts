import type { ConsentType, CreditQueryReason, SignMode } from './codes/consent.ts';
import type { Count, Moment, Money, PartyId, StaffId } from './units.ts';

/**
 * 授权与同意 | Consents
 *
 * @noun 授权 | consent
 * @counter 项
 */
export interface Consent {
  /** 授权编号 | Consent number */
  readonly consentId?: string;
  /** 授权人 | Consenting party */
  readonly partyId?: PartyId;
  /**
   * 授权类型 | Consent type
   *
   * @kind {} | {}
   */
  readonly consentType?: ConsentType;
  /** 授权约定用途 | Agreed purposes */
  readonly purposes?: readonly CreditQueryReason[];
  /** 授权签署时间 | Time of signing */
  readonly signedAt?: Moment;
  /** 授权签署方式 | Manner of signing */
  readonly signMode?: SignMode;
  /**
   * 单独同意 | Separate consent
   *
   * @yes 为单独同意 | the consent is separate
   * @no 并非单独同意 | the consent is not separate
   */
  readonly isSeparate?: boolean;
  /**
   * 已显著提示 | Prominent notice given
   *
   * @yes 已作显著提示 | prominent notice was given
   * @no 未作显著提示 | prominent notice was not given
   */
  readonly prominentNotice?: boolean;
  /**
   * 信息接收方名称 | Name of the recipient
   *
   * @absence none
   */
  readonly recipientName?: string;
  /**
   * 授权撤回时间 | Time of withdrawal
   *
   * @absence none
   */
  readonly withdrawnAt?: Moment;
}

/**
 * 征信报告 | Credit reports
 *
 * @noun 征信报告 | credit report
 * @counter 份
 */
export interface CreditReport {
  /** 征信报告编号 | Report number */
  readonly reportId?: string;
  /** 被查询人 | Subject of the report */
  readonly partyId?: PartyId;
  /** 征信查询时间 | Time of the query */
  readonly queriedAt?: Moment;
  /** 征信查询原因 | Reason for the query */
  readonly queryReason?: CreditQueryReason;
  /** 征信查询操作员 | Query operator */
  readonly operatorId?: StaffId;
  /** 当前逾期金额 | Current overdue amount */
  readonly currentOverdueAmount?: Money;
  /** 近24个月最大连续逾期期数 | Largest number of consecutive overdue instalments in 24 months */
  readonly maxConsecutiveOverdue24m?: Count;
  /** 近24个月累计逾期期数 | Total number of overdue instalments in 24 months */
  readonly totalOverdue24m?: Count;
  /** 近6个月贷款审批类查询次数 | Number of loan-approval enquiries in 6 months */
  readonly hardQueries6m?: Count;
  /**
   * 呆账、核销或代偿记录 | Record of bad debt, write-off or compensation
   *
   * @yes 有呆账、核销或代偿记录 | there is a record of bad debt, write-off or compensation
   * @no 无呆账、核销或代偿记录 | there is no record of bad debt, write-off or compensation
   */
  readonly badDebtFlag?: boolean;
  /** 未结清信用贷款机构数 | Number of lenders of open unsecured loans */
  readonly openUnsecuredLenders?: Count;
}
