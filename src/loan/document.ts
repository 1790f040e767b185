import type { DocType, DocumentForm } from './codes/document.ts';
import type { Count, Day, LastDay, PartyId, PastDay, StaffId } from './units.ts';

/**
 * 资料 | Documents
 *
 * @noun 资料 | document
 * @counter 份
 */
export interface LoanDocument {
  /** 资料编号 | Document number */
  readonly documentId?: string;
  /**
   * 资料类型 | Document type
   *
   * @kind {} | {}
   */
  readonly docType?: DocType;
  /** 资料所属当事人 | Party concerned */
  readonly partyId?: PartyId;
  /** 资料出具日期 | Issue date */
  readonly issuedDate?: PastDay;
  /**
   * 资料有效期截止日 | Expiry date
   *
   * @absence none
   * @endless 9999-12-31
   */
  readonly validTo?: LastDay;
  /** 资料形式 | Form of the document */
  readonly form?: DocumentForm;
  /**
   * 原件已核对 | Original seen
   *
   * @yes 已核对原件 | the original was seen
   * @no 未核对原件 | the original was not seen
   */
  readonly originalSeen?: boolean;
  /**
   * 电子资料来源已核验 | Source of an electronic document verified
   *
   * Taken by the bank from the issuer's own system, or its signature or code checked there.
   *
   * @yes 已核验电子资料来源 | the source of the electronic document was verified
   * @no 未核验电子资料来源 | the source of the electronic document was not verified
   */
  readonly sourceVerified?: boolean;
  /** 资料核对人 | Verifier */
  readonly verifiedBy?: StaffId;
  /** 资料签署人 | Signatories */
  readonly signedBy?: readonly PartyId[];
  /** 资料空白要素数 | Number of blank mandatory fields */
  readonly blankFields?: Count;
  /** 影像摘要 | Image hash */
  readonly imageHash?: string;
  /**
   * 资料归档日期 | Filing date
   *
   * @absence none
   */
  readonly archivedDate?: Day;
}

/** 档案 | Archive */
export interface Archive {
  /** 档案归档日期 | Date of archiving */
  readonly archivedDate?: Day;
  /** 档案管理员 | Archivist */
  readonly archivistId?: StaffId;
  /** 已归档资料类型 | Types of documents filed */
  readonly docTypesArchived?: readonly DocType[];
  /**
   * 档案保管期限届满日 | Last day of retention
   *
   * @latest 2150-12-31
   */
  readonly retentionUntil?: Day;
  /**
   * 档案销毁日期 | Destruction date
   *
   * @absence none
   */
  readonly destroyedDate?: Day;
  /** 档案销毁批准人 | Approvers of the destruction */
  readonly destructionApprovedBy?: readonly StaffId[];
  /** 档案管理部门的销毁批准人 | Approver for the records department */
  readonly destructionRecordsBy?: StaffId;
  /** 合规部门的销毁批准人 | Approver for the compliance department */
  readonly destructionComplianceBy?: StaffId;
  /** 档案监销人 | Witnesses of the destruction */
  readonly destructionWatchedBy?: readonly StaffId[];
  /** 档案超期未还借阅数 | Number of overdue borrowings of the file */
  readonly openLoanOuts?: Count;
}
