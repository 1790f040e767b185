import type { ProductCode } from './codes/application.ts';
import type { InstitutionLevel, OutletClass, ReportingLine, Zone } from './codes/institution.ts';
import type { Post } from './codes/process.ts';
import type { Count, Day, LastDay } from './units.ts';

/** 机构 | Institution */
export interface Institution {
  /** 机构号 | Institution id */
  readonly institutionId?: string;
  /** 机构层级 | Level */
  readonly level?: InstitutionLevel;
  /** 网点类型 | Outlet class */
  readonly outletClass?: OutletClass;
  /** 获准开办产品 | Authorised products */
  readonly authorisedProducts?: readonly ProductCode[];
  /** 授权起始日 | Authorised from */
  readonly authorisedFrom?: Day;
  /** 实际开办产品 | Products actually offered */
  readonly offeredProducts?: readonly ProductCode[];
  /** 已设功能分区 | Zones present */
  readonly zones?: readonly Zone[];
  /** 录音录像设备数 | Recording devices */
  readonly recordingDevices?: Count;
  /** 面谈室数 | Interview rooms */
  readonly interviewRooms?: Count;
  /** 月均受理笔数 | Applications per month */
  readonly monthlyApplications?: Count;
  /** 审批机构隶属 | Approval unit reports to */
  readonly approvalUnitReportsTo?: ReportingLine;
  /** 收费价目已公示 | Price list posted */
  readonly priceListPosted?: boolean;
  /** 投诉渠道已公示 | Complaint channel posted */
  readonly complaintChannelPosted?: boolean;
  /** 现行守则版本 | Manual version in force */
  readonly manualVersion?: string;
  /** 守则发布日 | Manual issued on */
  readonly manualIssuedOn?: Day;
  /** 守则生效日 | Manual effective from */
  readonly manualEffectiveFrom?: Day;
  /** 检查日期 | Review date */
  readonly reviewDate?: Day;
}

/** 岗位编制 | Posts */
export interface PostOnHand {
  /** 岗位 | Post */
  readonly post?: Post;
  /** 在岗人数 | Headcount */
  readonly headcount?: Count;
  /** 岗位说明书版本 | Job description version */
  readonly jobDescriptionVersion?: string;
}

/** 员工 | Staff */
export interface StaffMember {
  /** 员工号 | Staff id */
  readonly staffId?: string;
  /** 岗位 | Post */
  readonly post?: Post;
  /** 上岗资格有效期至 | Post certificate valid to */
  readonly certificateValidTo?: LastDay;
  /** 任现岗起始日 | In post since */
  readonly postStartedDate?: Day;
  /**
   * 最近强制休假日 | Last mandatory leave
   *
   * Who is new in post has had none yet.
   *
   * @absence none
   */
  readonly lastForcedLeaveDate?: Day;
  /** 本年培训学时 | Training hours this year */
  readonly trainingHoursYtd?: Count;
  /** 守则签收日期 | Manual acknowledged on */
  readonly manualAckDate?: Day;
}

/**
 * One branch, centre or outlet on the day of a review: what it may do, its zones, posts and staff.
 *
 * @earliest 1990-01-01
 * @latest 2060-12-31
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
