import type {
  ApprovalMode,
  CreditLineType,
  Decision,
  Employer,
  InterviewTopic,
  InvestigationMode,
  InvestigationTopic,
  MeetMode,
  Opinion,
  RiskGrade,
} from './codes/assessment.ts';
import type { OperatorType } from './codes/marketing.ts';
import type {
  AuthorityLevel,
  BasisPoints,
  Count,
  Day,
  LastDay,
  Moment,
  Money,
  Months,
  PartyId,
  StaffId,
} from './units.ts';

/**
 * 面谈 | Interviews
 *
 * @noun 面谈 | interview
 * @counter 次
 */
export interface Interview {
  /** 面谈编号 | Interview number */
  readonly interviewId?: string;
  /** 被面谈人 | Interviewee */
  readonly partyId?: PartyId;
  /** 面谈时间 | Time of the interview */
  readonly at?: Moment;
  /** 面谈方式 | Manner of the interview */
  readonly mode?: MeetMode;
  /** 视频面谈平台 | Video platform */
  readonly platform?: OperatorType;
  /**
   * 已录音录像并保存 | Recorded and kept
   *
   * @yes 已录音录像并保存 | the interview was recorded and the recording kept
   * @no 未录音录像或未保存 | the interview was not recorded, or the recording not kept
   */
  readonly recorded?: boolean;
  /**
   * 录音录像编号 | Number of the recording
   *
   * An interview that was not recorded has none.
   *
   * @absence none
   */
  readonly recordingId?: string;
  /**
   * 被面谈人身份已核实 | Identity verified
   *
   * @yes 已核实被面谈人身份 | the interviewee’s identity was verified
   * @no 未核实被面谈人身份 | the interviewee’s identity was not verified
   */
  readonly identityVerified?: boolean;
  /** 面谈人 | Interviewer */
  readonly interviewerId?: StaffId;
  /** 面谈人员所属机构 | Employer of the interviewer */
  readonly interviewerEmployer?: Employer;
  /** 面谈事项 | Interview topics */
  readonly topics?: readonly InterviewTopic[];
  /**
   * 面谈记录已签字 | Interview record signed
   *
   * @yes 面谈记录已签字 | the interview record was signed
   * @no 面谈记录未签字 | the interview record was not signed
   */
  readonly signedRecord?: boolean;
}

/**
 * 贷前调查 | Investigations
 *
 * @noun 贷前调查 | investigation
 * @counter 次
 */
export interface Investigation {
  /** 调查编号 | Investigation number */
  readonly investigationId?: string;
  /** 调查方式 | Manner of investigation */
  readonly mode?: InvestigationMode;
  /**
   * 非现场手段可有效核实信息真实性 | Facts verified effectively off site
   *
   * @yes 非现场手段可有效核实信息真实性 | off-site means verify the facts effectively
   * @no 非现场手段不能有效核实信息真实性 | off-site means do not verify the facts effectively
   */
  readonly verifiedOffsite?: boolean;
  /**
   * 可据非现场信息作出风险评价 | Risk assessable from off-site information
   *
   * @yes 可据非现场信息作出风险评价 | the risk can be assessed from off-site information
   * @no 不能据非现场信息作出风险评价 | the risk cannot be assessed from off-site information
   */
  readonly assessableOffsite?: boolean;
  /** 调查开始时间 | Time of the start */
  readonly startedAt?: Moment;
  /** 调查完成时间 | Time of completion */
  readonly completedAt?: Moment;
  /** 调查人 | Investigators */
  readonly investigatorIds?: readonly StaffId[];
  /** 调查内容 | Investigation topics */
  readonly topicsCovered?: readonly InvestigationTopic[];
  /** 调查意见 | Investigation opinion */
  readonly opinion?: Opinion;
  /**
   * 调查报告已签字 | Investigation report signed
   *
   * @yes 调查报告已签字 | the investigation report was signed
   * @no 调查报告未签字 | the investigation report was not signed
   */
  readonly reportSigned?: boolean;
  /**
   * 价格偏离已复核 | Price deviation reviewed
   *
   * @yes 已复核价格偏离 | the price deviation was reviewed
   * @no 未复核价格偏离 | the price deviation was not reviewed
   */
  readonly priceDeviationReviewed?: boolean;
}

/** 风险评价 | Risk assessment */
export interface RiskAssessment {
  /** 风险评价时间 | Time of the assessment */
  readonly assessedAt?: Moment;
  /** 风险评价人 | Assessor */
  readonly assessorId?: StaffId;
  /**
   * 有定量分析 | Quantitative analysis present
   *
   * @yes 有定量分析 | there is a quantitative analysis
   * @no 无定量分析 | there is no quantitative analysis
   */
  readonly quantitative?: boolean;
  /**
   * 有定性分析 | Qualitative analysis present
   *
   * @yes 有定性分析 | there is a qualitative analysis
   * @no 无定性分析 | there is no qualitative analysis
   */
  readonly qualitative?: boolean;
  /** 评分模型编号 | Model number */
  readonly modelId?: string;
  /** 评分模型版本 | Model version */
  readonly modelVersion?: string;
  /** 评分模型投产日期 | Production date of the model */
  readonly modelValidFrom?: Day;
  /** 评分模型有效期截止日 | Expiry date of the model */
  readonly modelValidTo?: LastDay;
  /** 模型评分 | Model score */
  readonly score?: Count;
  /** 风险等级 | Risk grade */
  readonly riskGrade?: RiskGrade;
  /** 评分等级 | Grade of the score */
  readonly scoreGrade?: RiskGrade;
  /**
   * 推翻模型结论 | Model overridden
   *
   * @yes 推翻了模型结论 | the model was overridden
   * @no 未推翻模型结论 | the model was not overridden
   */
  readonly overridden?: boolean;
  /**
   * 推翻模型结论的理由 | Reason for the override
   *
   * @absence none
   */
  readonly overrideReason?: string;
  /** 本行存量个人消费信用贷款余额 | Balance of unsecured consumer loans with the bank */
  readonly otherConsumerCreditInBank?: Money;
  /**
   * 本行其他线上个人消费信用授信额度 | Limit of other online unsecured consumer credit with the bank
   *
   * Limits of internet loans for consumption, this loan left out.
   */
  readonly otherOnlineConsumerLimit?: Money;
  /**
   * 统一授信额度 | Unified credit limit
   *
   * What the bank may lend the customer in all, this loan and every other line together.
   */
  readonly unifiedCreditLimit?: Money;
  /** 统一授信核定时间 | Time of the unified credit decision */
  readonly unifiedCreditSetAt?: Moment;
  /** 审查人 | Reviewer */
  readonly reviewerId?: StaffId;
  /** 审查时间 | Time of review */
  readonly reviewedAt?: Moment;
  /** 审查意见 | Review opinion */
  readonly reviewOpinion?: Opinion;
}

/**
 * 审批 | Approvals
 *
 * @noun 审批 | approval
 * @counter 次
 */
export interface Approval {
  /** 审批编号 | Approval number */
  readonly approvalId?: string;
  /**
   * 审批方式 | Manner of approval
   *
   * @kind {} | {}
   */
  readonly mode?: ApprovalMode;
  /** 审批人 | Approver */
  readonly approverId?: StaffId;
  /** 审批层级 | Level of the approver */
  readonly approverLevel?: AuthorityLevel;
  /**
   * 与客户的利害关系 | Approver’s interest in the case
   *
   * @yes 审批人与客户有利害关系 | the approver has an interest in the case
   * @no 审批人与客户无利害关系 | the approver has no interest in the case
   */
  readonly approverRelation?: boolean;
  /** 审批时间 | Time of the decision */
  readonly decidedAt?: Moment;
  /** 审批结论 | Decision */
  readonly decision?: Decision;
  /** 批准金额 | Approved amount */
  readonly approvedAmount?: Money;
  /** 批准期限 | Approved term */
  readonly approvedTermMonths?: Months;
  /** 批准的最低加点 | Approved minimum spread */
  readonly approvedMinSpreadBp?: BasisPoints;
  /** 批复有效期截止日 | Expiry date of the approval */
  readonly validTo?: LastDay;
  /**
   * 可申请人工复审 | Manual review available
   *
   * @yes 可申请人工复审 | a review by a person can be asked for
   * @no 不可申请人工复审 | a review by a person cannot be asked for
   */
  readonly manualReviewAvailable?: boolean;
  /**
   * 含政策例外 | Policy exception
   *
   * @yes 含政策例外 | the approval contains a policy exception
   * @no 不含政策例外 | the approval contains no policy exception
   */
  readonly policyException?: boolean;
  /** 批复条件 | Conditions of the approval */
  readonly conditions?: readonly string[];
  /**
   * 批复条件含购买产品 | Condition to buy a product
   *
   * @yes 批复条件要求购买产品 | the conditions require buying a product
   * @no 批复条件未要求购买产品 | the conditions do not require buying a product
   */
  readonly conditionProductSale?: boolean;
}

/**
 * 其他授信 | Other credit lines with the bank
 *
 * @noun 其他授信 | credit line
 * @counter 笔
 */
export interface CreditLine {
  /** 授信编号 | Credit line number */
  readonly lineId?: string;
  /** 授信所属当事人 | Holder of the line */
  readonly partyId?: PartyId;
  /** 授信种类 | Kind of credit line */
  readonly lineType?: CreditLineType;
  /** 授信额度 | Limit */
  readonly limit?: Money;
  /** 授信余额 | Balance */
  readonly balance?: Money;
}
