import type { Employer } from './codes/assessment.ts';
import type { ElectronicSignature, SignMode } from './codes/consent.ts';
import type {
  ContractTerm,
  ContractType,
  CostItem,
  DisclosureType,
  FeeBearer,
  GuaranteeMode,
  PriceBasis,
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

/**
 * 告知与明示 | Disclosures
 *
 * @noun 告知 | disclosure
 * @counter 项
 */
export interface Disclosure {
  /** 告知编号 | Disclosure number */
  readonly disclosureId?: string;
  /**
   * 告知类型 | Disclosure type
   *
   * @kind {} | {}
   */
  readonly disclosureType?: DisclosureType;
  /** 告知展示时间 | Time of display */
  readonly shownAt?: Moment;
  /** 告知确认方式 | Manner of confirmation */
  readonly confirmMode?: SignMode;
  /** 告知确认时间 | Time of confirmation */
  readonly confirmedAt?: Moment;
  /** 强制阅读秒数 | Number of seconds of forced reading */
  readonly forcedReadingSeconds?: Count;
  /** 明示项目 | Items disclosed */
  readonly items?: readonly CostItem[];
  /**
   * 年化综合融资成本 | Annualised all-in cost
   *
   * @correctable
   */
  readonly annualCostRate?: Rate;
  /**
   * 收取主体已列明 | Payees listed
   *
   * @yes 已列明收取主体 | the payees are listed
   * @no 未列明收取主体 | the payees are not listed
   */
  readonly payeesListed?: boolean;
}

/**
 * 息费项目 | Fee items
 *
 * @noun 费用 | fee
 * @counter 项
 */
export interface Fee {
  /** 费用编号 | Fee number */
  readonly feeId?: string;
  /**
   * 费用类型 | Fee type
   *
   * @kind {} | {}
   */
  readonly feeType?: CostItem;
  /**
   * 费用金额 | Fee amount
   *
   * @correctable
   */
  readonly amount?: Money;
  /** 费用收取主体 | Payee */
  readonly payee?: string;
  /**
   * 由本行收取 | Charged by the bank
   *
   * @yes 由本行收取 | the fee is charged by the bank
   * @no 不由本行收取 | the fee is not charged by the bank
   */
  readonly chargedByBank?: boolean;
  /**
   * 放款时收取 | Charged at disbursement
   *
   * @yes 在放款时收取 | the fee is charged at disbursement
   * @no 不在放款时收取 | the fee is not charged at disbursement
   */
  readonly paidAtOrigination?: boolean;
  /**
   * 在公示价目内 | In the published price list
   *
   * @yes 在公示价目内 | the fee is in the published price list
   * @no 不在公示价目内 | the fee is not in the published price list
   */
  readonly inPriceList?: boolean;
  /**
   * 合同约定的抵押物保险 | Insurance of the collateral under the contract
   *
   * Of a premium only.
   *
   * @yes 为合同约定的抵押物保险 | the premium insures the collateral as the contract requires
   * @no 并非合同约定的抵押物保险 | the premium does not insure the collateral as the contract requires
   */
  readonly insuresCollateral?: boolean;
  /**
   * 本行为第一受益人的保险 | The bank is the first beneficiary
   *
   * Of a premium only.
   *
   * @yes 本行为保险的第一受益人 | the bank is the first beneficiary of the insurance
   * @no 本行并非保险的第一受益人 | the bank is not the first beneficiary of the insurance
   */
  readonly bankFirstBeneficiary?: boolean;
  /** 费用承担方 | Who bears the fee */
  readonly borneBy?: FeeBearer;
  /** 费用定价依据 | Basis of the price */
  readonly priceBasis?: PriceBasis;
}

/**
 * 合同 | Contracts
 *
 * @noun 合同 | contract
 * @counter 份
 */
export interface Contract {
  /** 合同编号 | Contract number */
  readonly contractId?: string;
  /**
   * 合同类型 | Contract type
   *
   * @kind {} | {}
   */
  readonly contractType?: ContractType;
  /** 合同签署时间 | Time of signing */
  readonly signedAt?: Moment;
  /** 合同签署方式 | Manner of signing */
  readonly signMode?: SignMode;
  /** 合同电子签名 | Electronic signature */
  readonly electronicSignature?: ElectronicSignature;
  /**
   * 签约录音录像 | Signing recorded
   *
   * @yes 签约已录音录像 | the signing was recorded
   * @no 签约未录音录像 | the signing was not recorded
   */
  readonly recorded?: boolean;
  /** 合同签署人 | Signatories */
  readonly signatories?: readonly PartyId[];
  /** 面签见证人 | Witnessing staff */
  readonly witnessIds?: readonly StaffId[];
  /** 合同金额 | Contract amount */
  readonly amount?: Money;
  /** 合同期限 | Contract term */
  readonly termMonths?: Months;
  /** 合同加点 | Contract spread */
  readonly spreadBp?: BasisPoints;
  /** 合同必备条款 | Mandatory terms */
  readonly termsPresent?: readonly ContractTerm[];
  /**
   * 使用标准文本 | Standard form used
   *
   * @yes 使用标准合同文本 | the contract is on the standard form
   * @no 未使用标准合同文本 | the contract is not on the standard form
   */
  readonly standardTemplate?: boolean;
  /**
   * 已法律审核 | Legally reviewed
   *
   * @yes 已经法律审核 | the contract passed legal review
   * @no 未经法律审核 | the contract did not pass legal review
   */
  readonly legalReviewed?: boolean;
  /**
   * 重要条款已提示说明 | Key terms pointed out
   *
   * @yes 已提示并说明重要条款 | the key terms were pointed out and explained
   * @no 未提示并说明重要条款 | the key terms were not pointed out and explained
   */
  readonly keyTermsExplained?: boolean;
  /** 保证方式 | Guarantee mode */
  readonly guaranteeMode?: GuaranteeMode;
  /**
   * 保证期间届满日 | Last day of the guarantee period
   *
   * @absence none
   */
  readonly guaranteePeriodEnd?: LastDay;
  /** 合同到期日 | Maturity date */
  readonly maturityDate?: LastDay;
  /**
   * 含流押条款 | Forfeiture clause
   *
   * @yes 含流押条款 | the contract contains a forfeiture clause
   * @no 不含流押条款 | the contract contains no forfeiture clause
   */
  readonly forfeitureClause?: boolean;
}

/**
 * 登记 | Registrations
 *
 * @noun 登记 | registration
 * @counter 项
 */
export interface Registration {
  /** 登记编号 | Registration number */
  readonly registrationId?: string;
  /**
   * 登记类型 | Registration type
   *
   * @kind {} | {}
   */
  readonly registrationType?: RegistrationType;
  /** 登记申请日期 | Application date */
  readonly appliedDate?: Day;
  /** 登记日期 | Registration date */
  readonly completedDate?: Day;
  /** 登记证明号 | Certificate number */
  readonly certificateNo?: string;
  /**
   * 担保债权数额 | Secured amount
   *
   * @correctable
   */
  readonly securedAmount?: Money;
  /** 抵押顺位 | Mortgage rank */
  readonly rank?: Count;
  /** 抵押权人 | Mortgagee */
  readonly mortgagee?: string;
  /** 所登记的不动产单元号 | Registered real-estate unit number */
  readonly unitNo?: string;
  /** 登记办理方 | Handling party */
  readonly handledBy?: Employer;
  /**
   * 本行已核实登记结果 | Result verified by the bank
   *
   * @yes 本行已核实登记结果 | the bank verified the result of registration
   * @no 本行未核实登记结果 | the bank did not verify the result of registration
   */
  readonly resultVerifiedByBank?: boolean;
  /**
   * 可办理本登记之日 | First possible day of registration
   *
   * @absence none
   */
  readonly registrableFrom?: Day;
  /** 权证入库日期 | Vault entry date */
  readonly vaultInDate?: Day;
  /** 权证入库交接人 | Staff of the vault hand-over */
  readonly vaultInBy?: readonly StaffId[];
  /**
   * 登记注销日期 | Cancellation date
   *
   * @absence none
   */
  readonly cancelledDate?: Day;
}
