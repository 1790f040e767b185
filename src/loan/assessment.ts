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

/** 面谈 | Interviews */
export interface Interview {
  /** 面谈编号 | Interview id */
  readonly interviewId?: string;
  /** 面谈对象 | Party */
  readonly partyId?: PartyId;
  /** 面谈时间 | Held at */
  readonly at?: Moment;
  /** 面谈方式 | Mode */
  readonly mode?: MeetMode;
  /** 视频平台 | Video platform */
  readonly platform?: OperatorType;
  /** 已录音录像并保存 | Recorded and kept */
  readonly recorded?: boolean;
  /**
   * 录音录像编号 | Number of the recording
   *
   * An interview that was not recorded has none.
   *
   * @absence none
   */
  readonly recordingId?: string;
  /** 身份已核实 | Identity verified */
  readonly identityVerified?: boolean;
  /** 面谈人 | Interviewer */
  readonly interviewerId?: StaffId;
  /** 面谈人所属 | Interviewer employer */
  readonly interviewerEmployer?: Employer;
  /** 面谈事项 | Topics covered */
  readonly topics?: readonly InterviewTopic[];
  /** 面谈记录已签字 | Record signed */
  readonly signedRecord?: boolean;
}

/** 贷前调查 | Investigations */
export interface Investigation {
  /** 调查编号 | Investigation id */
  readonly investigationId?: string;
  /** 调查方式 | Mode */
  readonly mode?: InvestigationMode;
  /** 非现场手段可有效核实信息真实性 | Facts verified effectively off site */
  readonly verifiedOffsite?: boolean;
  /** 可据非现场信息作出风险评价 | Risk assessable from off-site information */
  readonly assessableOffsite?: boolean;
  /** 开始时间 | Started at */
  readonly startedAt?: Moment;
  /** 完成时间 | Completed at */
  readonly completedAt?: Moment;
  /** 调查人 | Investigators */
  readonly investigatorIds?: readonly StaffId[];
  /** 调查内容 | Topics covered */
  readonly topicsCovered?: readonly InvestigationTopic[];
  /** 调查意见 | Opinion */
  readonly opinion?: Opinion;
  /** 调查报告已签 | Report signed */
  readonly reportSigned?: boolean;
  /** 价格偏离已复核 | Price deviation reviewed */
  readonly priceDeviationReviewed?: boolean;
}

/** 风险评价 | Risk assessment */
export interface RiskAssessment {
  /** 评价时间 | Assessed at */
  readonly assessedAt?: Moment;
  /** 评价人 | Assessor */
  readonly assessorId?: StaffId;
  /** 有定量分析 | Quantitative analysis present */
  readonly quantitative?: boolean;
  /** 有定性分析 | Qualitative analysis present */
  readonly qualitative?: boolean;
  /** 模型编号 | Model id */
  readonly modelId?: string;
  /** 模型版本 | Model version */
  readonly modelVersion?: string;
  /** 模型投产日 | Model in force from */
  readonly modelValidFrom?: Day;
  /** 模型有效期至 | Model valid to */
  readonly modelValidTo?: LastDay;
  /** 评分 | Score */
  readonly score?: Count;
  /** 风险等级 | Risk grade */
  readonly riskGrade?: RiskGrade;
  /** 是否推翻模型结论 | Model overridden */
  readonly overridden?: boolean;
  /**
   * 推翻理由 | Override reason
   *
   * @absence none
   */
  readonly overrideReason?: string;
  /** 本行存量个人消费信用贷款余额 | Unsecured consumer credit with the bank */
  readonly otherConsumerCreditInBank?: Money;
  /**
   * 本行其他线上个人消费信用授信额度 | Other online unsecured consumer credit limits with the bank
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
  /** 统一授信核定时间 | Unified credit set at */
  readonly unifiedCreditSetAt?: Moment;
  /** 审查人 | Reviewer */
  readonly reviewerId?: StaffId;
  /** 审查时间 | Reviewed at */
  readonly reviewedAt?: Moment;
  /** 审查意见 | Review opinion */
  readonly reviewOpinion?: Opinion;
}

/** 审批 | Approvals */
export interface Approval {
  /** 审批编号 | Approval id */
  readonly approvalId?: string;
  /** 审批方式 | Mode */
  readonly mode?: ApprovalMode;
  /** 审批人 | Approver */
  readonly approverId?: StaffId;
  /** 审批层级 | Approver level */
  readonly approverLevel?: AuthorityLevel;
  /** 与客户有利害关系 | Approver has interest in the case */
  readonly approverRelation?: boolean;
  /** 审批时间 | Decided at */
  readonly decidedAt?: Moment;
  /** 审批结论 | Decision */
  readonly decision?: Decision;
  /** 批准金额 | Approved amount */
  readonly approvedAmount?: Money;
  /** 批准期限 | Approved term */
  readonly approvedTermMonths?: Months;
  /** 批准最低加点 | Approved minimum spread */
  readonly approvedMinSpreadBp?: BasisPoints;
  /** 批复有效期至 | Approval valid to */
  readonly validTo?: LastDay;
  /** 可申请人工复审 | Manual review available */
  readonly manualReviewAvailable?: boolean;
  /** 含政策例外 | Contains policy exception */
  readonly policyException?: boolean;
  /** 批复条件 | Conditions */
  readonly conditions?: readonly string[];
  /** 条件含购买产品 | Conditions require buying a product */
  readonly conditionProductSale?: boolean;
}

/** 其他授信 | Other credit lines with the bank */
export interface CreditLine {
  /** 授信编号 | Line id */
  readonly lineId?: string;
  /** 当事人 | Party */
  readonly partyId?: PartyId;
  /** 授信种类 | Kind */
  readonly lineType?: CreditLineType;
  /** 额度 | Limit */
  readonly limit?: Money;
  /** 余额 | Balance */
  readonly balance?: Money;
}
