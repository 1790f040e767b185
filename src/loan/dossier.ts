import type {
  Collection,
  PostLoan,
  ServiceRequest,
  Settlement,
  Statement,
} from './after-payout.ts';
import type { Application, Meta } from './application.ts';
import type {
  Approval,
  CreditLine,
  Interview,
  Investigation,
  RiskAssessment,
} from './assessment.ts';
import type { Business } from './business.ts';
import type { Consent, CreditReport } from './consent.ts';
import type { Contract, Disclosure, Fee, Registration } from './contract.ts';
import type { CareTask, CustomerProfile, NewNeed, ProfileAccess } from './customer.ts';
import type { Archive, LoanDocument } from './document.ts';
import type { Affordability, Debt, Income } from './income.ts';
import type { Contact, NeedsAssessment, Offer, Partner } from './marketing.ts';
import type { Modification } from './modification.ts';
import type { DueDiligence, Household, Identification, Party, Screening } from './party.ts';
import type { Disbursement, DisbursementReview, FundUse, Payment } from './payout.ts';
import type { ProcessEvent } from './process.ts';
import type { Project } from './project.ts';
import type { Appraisal, Owner, Property, Transaction } from './property.ts';
import type { LoanTerms } from './terms.ts';
import type { Waiver } from './waiver.ts';

/**
 * One loan file: an application and all that follows from it, to settlement and archive.
 * Whatever nobody has filled in yet is left out; a list that is there and empty says there was none.
 *
 * @earliest 1990-01-01
 * @latest 2060-12-31
 * @noun 卷宗 | loan file
 * @counter 份
 */
export interface Dossier {
  /** 卷宗信息 | File particulars */
  readonly meta?: Meta;
  /** 贷款申请 | Loan application */
  readonly application?: Application;
  /**
   * 当事人 | Parties
   *
   * @key partyId
   */
  readonly parties?: readonly Party[];
  /** 借款人家庭 | Household */
  readonly household?: Household;
  /**
   * 收入 | Income items
   *
   * @key incomeId
   */
  readonly incomes?: readonly Income[];
  /**
   * 负债 | Debts
   *
   * @key debtId
   * @empty none
   */
  readonly debts?: readonly Debt[];
  /** 偿债能力测算 | Affordability calculation */
  readonly affordability?: Affordability;
  /**
   * 征信报告 | Credit reports
   *
   * @key reportId
   */
  readonly creditReports?: readonly CreditReport[];
  /**
   * 授权与同意 | Consents
   *
   * @key consentId
   */
  readonly consents?: readonly Consent[];
  /** 经营情况 | Borrower’s business */
  readonly business?: Business;
  /** 楼盘项目 | Housing project */
  readonly project?: Project;
  /** 所购或抵押房产 | Subject property */
  readonly property?: Property;
  /**
   * 产权人 | Owners of the property
   *
   * Everyone who owns it, or will when title passes; the shares of each where it is owned in shares.
   *
   * @key partyId
   */
  readonly owners?: readonly Owner[];
  /** 交易 | Transaction */
  readonly transaction?: Transaction;
  /**
   * 押品评估 | Appraisals
   *
   * @key appraisalId
   */
  readonly appraisals?: readonly Appraisal[];
  /** 贷款要素 | Loan terms */
  readonly loan?: LoanTerms;
  /** 需求分析 | Needs assessment */
  readonly needsAssessment?: NeedsAssessment;
  /**
   * 营销触达 | Marketing contacts
   *
   * @key contactId
   * @empty none
   */
  readonly contacts?: readonly Contact[];
  /**
   * 产品要约 | Product offers
   *
   * @key offerId
   * @empty none
   */
  readonly offers?: readonly Offer[];
  /**
   * 合作机构 | Partners
   *
   * @key partnerId
   * @empty none
   */
  readonly partners?: readonly Partner[];
  /**
   * 资料 | Documents
   *
   * @key documentId
   */
  readonly documents?: readonly LoanDocument[];
  /**
   * 面谈 | Interviews
   *
   * @key interviewId
   */
  readonly interviews?: readonly Interview[];
  /**
   * 贷前调查 | Investigations
   *
   * @key investigationId
   */
  readonly investigations?: readonly Investigation[];
  /** 风险评价 | Risk assessment */
  readonly riskAssessment?: RiskAssessment;
  /**
   * 其他授信 | Other credit lines with the bank
   *
   * Every line of the borrowers besides this loan: loans, cards, guarantees given.
   *
   * @key lineId
   * @empty none
   */
  readonly creditLines?: readonly CreditLine[];
  /**
   * 审批 | Approvals
   *
   * @key approvalId
   */
  readonly approvals?: readonly Approval[];
  /**
   * 告知与明示 | Disclosures
   *
   * @key disclosureId
   */
  readonly disclosures?: readonly Disclosure[];
  /**
   * 息费项目 | Fee items
   *
   * @key feeId
   * @empty none
   */
  readonly fees?: readonly Fee[];
  /**
   * 合同 | Contracts
   *
   * @key contractId
   */
  readonly contracts?: readonly Contract[];
  /**
   * 登记 | Registrations
   *
   * @key registrationId
   */
  readonly registrations?: readonly Registration[];
  /** 放款审核 | Disbursement review */
  readonly disbursementReview?: DisbursementReview;
  /**
   * 放款 | Disbursements
   *
   * @key disbursementId
   */
  readonly disbursements?: readonly Disbursement[];
  /**
   * 贷款资金支付 | Payments of proceeds
   *
   * @key paymentId
   */
  readonly payments?: readonly Payment[];
  /** 资金用途跟踪 | Use-of-funds tracking */
  readonly fundUse?: FundUse;
  /** 贷后状态 | Post-loan status */
  readonly postLoan?: PostLoan;
  /**
   * 催收记录 | Collection contacts
   *
   * @key collectionId
   * @empty none
   */
  readonly collections?: readonly Collection[];
  /**
   * 对账与通知 | Statements and notices
   *
   * @key statementId
   */
  readonly statements?: readonly Statement[];
  /**
   * 客户服务请求 | Service requests
   *
   * @key requestId
   * @empty none
   */
  readonly requests?: readonly ServiceRequest[];
  /**
   * 合同变更 | Contract changes
   *
   * @key modificationId
   * @empty none
   */
  readonly modifications?: readonly Modification[];
  /** 结清 | Settlement */
  readonly settlement?: Settlement;
  /** 档案 | Archive */
  readonly archive?: Archive;
  /** 客户尽职调查 | Customer due diligence */
  readonly cdd?: DueDiligence;
  /**
   * 名单筛查 | Screenings
   *
   * @key screeningId
   */
  readonly screenings?: readonly Screening[];
  /**
   * 电子身份识别 | Electronic identifications
   *
   * Of parties whose document nobody of the bank has seen in the original.
   *
   * @key identificationId
   */
  readonly identifications?: readonly Identification[];
  /** 客户统一视图 | Customer profile */
  readonly customerProfile?: CustomerProfile;
  /**
   * 统一视图访问记录 | Look-ups of the customer profile
   *
   * @key accessId
   */
  readonly profileAccesses?: readonly ProfileAccess[];
  /**
   * 客户新需求 | New needs raised by the customer
   *
   * @key needId
   * @empty none
   */
  readonly newNeeds?: readonly NewNeed[];
  /**
   * 再开发任务 | Redevelopment tasks
   *
   * @key taskId
   * @absence none
   * @empty none
   */
  readonly careTasks?: readonly CareTask[];
  /**
   * 流程事件 | Process events
   *
   * @key eventId
   */
  readonly events?: readonly ProcessEvent[];
  /**
   * 例外审批 | Approved exceptions
   *
   * @key waiverId
   * @absence none
   */
  readonly waivers?: readonly Waiver[];
  /**
   * 经核查确无 | Verified to be none
   *
   * Paths of fields that were looked for and do not exist: `debts`, `consents[K5].withdrawnAt`.
   *
   * @absence none
   */
  readonly verifiedNone?: readonly string[];
  /**
   * 来源未采集 | Not captured
   *
   * Paths of fields that the source of the file does not record: `debts`, `parties[].idNumber` of every party.
   *
   * @absence none
   */
  readonly notCaptured?: readonly string[];
}
