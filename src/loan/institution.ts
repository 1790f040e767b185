import type { ProductCode } from './codes/application.ts';
import type { InstitutionLevel, OutletClass, ReportingLine, Zone } from './codes/institution.ts';
import type { Post } from './codes/process.ts';
import type { Count, Day, LastDay } from './units.ts';

/** 机构 | Institution */
export interface Institution {
  /** 机构号 | Institution number */
  readonly institutionId?: string;
  /** 机构层级 | Level of the institution */
  readonly level?: InstitutionLevel;
  /** 网点类型 | Outlet class */
  readonly outletClass?: OutletClass;
  /** 获准开办的产品 | Authorised products */
  readonly authorisedProducts?: readonly ProductCode[];
  /** 开办授权起始日 | First day of authorisation */
  readonly authorisedFrom?: Day;
  /** 实际开办的产品 | Products offered */
  readonly offeredProducts?: readonly ProductCode[];
  /** 已设功能分区 | Zones present */
  readonly zones?: readonly Zone[];
  /** 录音录像设备数 | Number of recording devices */
  readonly recordingDevices?: Count;
  /** 面谈室数 | Number of interview rooms */
  readonly interviewRooms?: Count;
  /** 月均受理笔数 | Number of applications per month */
  readonly monthlyApplications?: Count;
  /** 审批机构隶属条线 | Reporting line of the approval unit */
  readonly approvalUnitReportsTo?: ReportingLine;
  /**
   * 收费价目已公示 | Price list posted
   *
   * @yes 已公示收费价目 | the price list is posted
   * @no 未公示收费价目 | the price list is not posted
   */
  readonly priceListPosted?: boolean;
  /**
   * 投诉渠道已公示 | Complaint channel posted
   *
   * @yes 已公示投诉渠道 | the complaint channel is posted
   * @no 未公示投诉渠道 | the complaint channel is not posted
   */
  readonly complaintChannelPosted?: boolean;
  /** 现行守则版本 | Manual version in force */
  readonly manualVersion?: string;
  /** 守则发布日期 | Issue date of the manual */
  readonly manualIssuedOn?: Day;
  /** 守则生效日期 | Effective date of the manual */
  readonly manualEffectiveFrom?: Day;
  /** 机构检查日期 | Review date */
  readonly reviewDate?: Day;
}

/**
 * 岗位编制 | Posts
 *
 * @noun 编制岗位 | post
 * @counter 个
 */
export interface PostOnHand {
  /** 岗位名称 | Post */
  readonly post?: Post;
  /** 岗位在岗人数 | Headcount */
  readonly headcount?: Count;
  /** 岗位说明书版本 | Job description version */
  readonly jobDescriptionVersion?: string;
}

/**
 * 员工 | Staff
 *
 * @noun 员工 | staff member
 * @counter 名
 */
export interface StaffMember {
  /** 员工号 | Staff number */
  readonly staffId?: string;
  /** 所任岗位 | Post */
  readonly post?: Post;
  /** 上岗资格有效期截止日 | Expiry date of the post certificate */
  readonly certificateValidTo?: LastDay;
  /** 任现岗起始日 | First day in the post */
  readonly postStartedDate?: Day;
  /**
   * 最近强制休假日期 | Date of the last mandatory leave
   *
   * Who is new in post has had none yet.
   *
   * @absence none
   */
  readonly lastForcedLeaveDate?: Day;
  /** 本年培训学时 | Training hours this year */
  readonly trainingHoursYtd?: Count;
  /** 守则签收日期 | Acknowledgement date of the manual */
  readonly manualAckDate?: Day;
}

/**
 * One branch, centre or outlet on the day of a review: what it may do, its zones, posts and staff.
 *
 * @earliest 1990-01-01
 * @latest 2060-12-31
 * @noun 机构 | institution
 * @counter 家
 */
export interface InstitutionFile {
  /** 机构 | Institution */
  readonly institution?: Institution;
  /**
   * 岗位编制 | Posts
   *
   * @key post
   */
  readonly posts?: readonly PostOnHand[];
  /**
   * 员工 | Staff
   *
   * @key staffId
   */
  readonly staff?: readonly StaffMember[];
  /**
   * 经核查确无 | Verified to be none
   *
   * Paths of fields that were looked for and do not exist.
   *
   * @absence none
   */
  readonly verifiedNone?: readonly string[];
  /**
   * 来源未采集 | Not captured
   *
   * Paths of fields that the source of the file does not record, whose absence says nothing.
   *
   * @absence none
   */
  readonly notCaptured?: readonly string[];
}
