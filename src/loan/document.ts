import type { DocType, DocumentForm } from './codes/document.ts';
import type { Count, Day, LastDay, PartyId, PastDay, StaffId } from './units.ts';

/** 资料 | Documents */
export interface LoanDocument {
  /** 资料编号 | Document id */
  readonly documentId?: string;
  /** 资料类型 | Document type */
  readonly docType?: DocType;
  /** 所属当事人 | Party */
  readonly partyId?: PartyId;
  /** 出具日期 | Issued on */
  readonly issuedDate?: PastDay;
  /**
   * 有效期至 | Valid to
   *
   * @absence none
   * @endless 9999-12-31
   */
  readonly validTo?: LastDay;
  /** 资料形式 | Form */
  readonly form?: DocumentForm;
  /** 原件已核对 | Original seen */
  readonly originalSeen?: boolean;
  /**
   * 电子资料来源已核验 | Source of an electronic document verified
   *
   * Taken by the bank from the issuer's own system, or its signature or code checked there.
   */
  readonly sourceVerified?: boolean;
  /** 核对人 | Verified by */
  readonly verifiedBy?: StaffId;
  /** 签署人 | Signed by */
  readonly signedBy?: readonly PartyId[];
  /** 空白要素数 | Blank mandatory fields */
  readonly blankFields?: Count;
  /** 影像摘要 | Image hash */
  readonly imageHash?: string;
  /**
   * 归档日期 | Archived on
   *
   * @absence none
   */
  readonly archivedDate?: Day;
}

/** 档案 | Archive */
export interface Archive {
  /** 归档日期 | Archived on */
  readonly archivedDate?: Day;
  /** 档案管理员 | Archivist */
  readonly archivistId?: StaffId;
  /** 已归档资料类型 | Document types archived */
  readonly docTypesArchived?: readonly DocType[];
  /**
   * 保管期限至 | Retained until
   *
   * @latest 2150-12-31
   */
  readonly retentionUntil?: Day;
  /**
   * 销毁日期 | Destroyed on
   *
   * @absence none
   */
  readonly destroyedDate?: Day;
  /** 销毁批准人 | Destruction approved by */
  readonly destructionApprovedBy?: readonly StaffId[];
  /** 档案管理部门的销毁批准人 | Destruction approved for records by */
  readonly destructionRecordsBy?: StaffId;
  /** 合规部门的销毁批准人 | Destruction approved for compliance by */
  readonly destructionComplianceBy?: StaffId;
  /** 监销人 | Destruction watched by */
  readonly destructionWatchedBy?: readonly StaffId[];
  /** 超期未还借阅数 | Overdue borrowings of the file */
  readonly openLoanOuts?: Count;
}
