import type { Employer } from './codes/assessment.ts';
import type { ElectronicSignature, SignMode } from './codes/consent.ts';
import type {
  ContractTerm,
  ContractType,
  CostItem,
  DisclosureType,
  GuaranteeMode,
  RegistrationType,
} from './codes/contract.ts';
import type {
  BasisPoints,
  Count,
  Day,
  LastDay,
  Moment,
  Money,
  Months,
  PartyId,
  Rate,
  StaffId,
} from './units.ts';

/** 告知与明示 | Disclosures */
export interface Disclosure {
  /** 告知编号 | Disclosure id */
  readonly disclosureId?: string;
  /** 告知类型 | Type */
  readonly disclosureType?: DisclosureType;
  /** 展示时间 | Shown at */
  readonly shownAt?: Moment;
  /** 确认方式 | Confirmation */
  readonly confirmMode?: SignMode;
  /** 确认时间 | Confirmed at */
  readonly confirmedAt?: Moment;
  /** 强制阅读秒数 | Forced reading seconds */
  readonly forcedReadingSeconds?: Count;
  /** 明示项目 | Items shown */
  readonly items?: readonly CostItem[];
  /**
   * 年化综合融资成本 | Annualised all-in cost
   *
   * @correctable
   */
  readonly annualCostRate?: Rate;
  /** 收取主体已列明 | Payees listed */
  readonly payeesListed?: boolean;
}

/** 息费项目 | Fee items */
export interface Fee {
  /** 费用编号 | Fee id */
  readonly feeId?: string;
  /** 费用类型 | Fee type */
  readonly feeType?: CostItem;
  /**
   * 金额 | Amount
   *
   * @correctable
   */
  readonly amount?: Money;
  /** 收取主体 | Payee */
  readonly payee?: string;
  /** 由本行收取 | Charged by the bank */
  readonly chargedByBank?: boolean;
  /** 是否放款时收取 | Paid at origination */
  readonly paidAtOrigination?: boolean;
  /** 在公示价目内 | In the published price list */
  readonly inPriceList?: boolean;
  /**
   * 合同约定的抵押物保险 | Insurance of the collateral under the contract
   *
   * Of a premium only.
   */
  readonly insuresCollateral?: boolean;
}

/** 合同 | Contracts */
export interface Contract {
  /** 合同编号 | Contract id */
  readonly contractId?: string;
  /** 合同类型 | Contract type */
  readonly contractType?: ContractType;
  /** 签署时间 | Signed at */
  readonly signedAt?: Moment;
  /** 签署方式 | Sign mode */
  readonly signMode?: SignMode;
  /** 电子签名 | Electronic signature */
  readonly electronicSignature?: ElectronicSignature;
  /** 签约录音录像 | Signing recorded */
  readonly recorded?: boolean;
  /** 签署人 | Signatories */
  readonly signatories?: readonly PartyId[];
  /** 面签见证人 | Witnessing staff */
  readonly witnessIds?: readonly StaffId[];
  /** 合同金额 | Contract amount */
  readonly amount?: Money;
  /** 合同期限 | Contract term */
  readonly termMonths?: Months;
  /** 合同加点 | Contract spread */
  readonly spreadBp?: BasisPoints;
  /** 必备条款 | Mandatory terms present */
  readonly termsPresent?: readonly ContractTerm[];
  /** 使用标准文本 | Standard template */
  readonly standardTemplate?: boolean;
  /** 已法律审核 | Legally reviewed */
  readonly legalReviewed?: boolean;
  /** 重要条款已提示说明 | Key terms pointed out */
  readonly keyTermsExplained?: boolean;
  /** 保证方式 | Guarantee mode */
  readonly guaranteeMode?: GuaranteeMode;
  /**
   * 保证期间届满日 | Guarantee period ends
   *
   * @absence none
   */
  readonly guaranteePeriodEnd?: LastDay;
  /** 到期日 | Maturity date */
  readonly maturityDate?: LastDay;
  /** 含流押条款 | Contains forfeiture clause */
  readonly forfeitureClause?: boolean;
}

/** 登记 | Registrations */
export interface Registration {
  /** 登记编号 | Registration id */
  readonly registrationId?: string;
  /** 登记类型 | Type */
  readonly registrationType?: RegistrationType;
  /** 申请日期 | Applied on */
  readonly appliedDate?: Day;
  /** 登记日期 | Registered on */
  readonly completedDate?: Day;
  /** 登记证明号 | Certificate number */
  readonly certificateNo?: string;
  /**
   * 担保债权数额 | Secured amount
   *
   * @correctable
   */
  readonly securedAmount?: Money;
  /** 抵押顺位 | Rank */
  readonly rank?: Count;
  /** 抵押权人 | Mortgagee */
  readonly mortgagee?: string;
  /** 不动产单元号 | Real-estate unit number */
  readonly unitNo?: string;
  /** 办理方 | Handled by */
  readonly handledBy?: Employer;
  /** 本行已核实登记结果 | Result verified by bank */
  readonly resultVerifiedByBank?: boolean;
  /**
   * 可办理本登记之日 | Full registration possible from
   *
   * @absence none
   */
  readonly registrableFrom?: Day;
  /** 权证入库日期 | Certificate into vault on */
  readonly vaultInDate?: Day;
  /** 权证入库交接人 | Handed into the vault by */
  readonly vaultInBy?: readonly StaffId[];
  /**
   * 注销日期 | Cancelled on
   *
   * @absence none
   */
  readonly cancelledDate?: Day;
}
