import type { ProductCode } from './codes/application.ts';
import type {
  InstitutionKind,
  InstitutionLevel,
  LicenceKind,
  OutletClass,
  ReferralDirection,
  ReportingLine,
  Weekday,
  Zone,
} from './codes/institution.ts';
import type { EventType, Post } from './codes/process.ts';
import type { ClockTime, Count, Day, LastDay, Money, StaffId } from './units.ts';

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
  /** 机构名称 | Name of the institution */
  readonly name?: string;
  /**
   * 机构类型 | Kind of institution
   *
   * A file from before there was a network does not say; it is one of the bank's own.
   *
   * @absence none
   */
  readonly kind?: InstitutionKind;
  /**
   * 所属网络 | Network
   *
   * The number of the institution at its root. Files of one network are judged together;
   * of one that belongs to none the file says so in `verifiedNone`.
   */
  readonly networkId?: string;
  /**
   * 上级机构号 | Parent institution
   *
   * The institution at the root says in `verifiedNone` that it has none.
   */
  readonly parentId?: string;
  /**
   * 归口营销中心 | Centre in charge
   *
   * Of an outlet, a sub-branch or a partner.
   *
   * @absence none
   */
  readonly centreId?: string;
  /** 机构负责人 | Head of the institution */
  readonly managerId?: StaffId;
  /** 机构地址 | Address of the institution */
  readonly address?: string;
  /** 机构电话 | Telephone of the institution */
  readonly telephone?: string;
  /** 机构开业日期 | Opening day */
  readonly openedOn?: Day;
  /**
   * 机构停业日期 | Closing day
   *
   * @absence none
   */
  readonly closedOn?: Day;
}

/**
 * 服务区域 | Area
 *
 * Of a branch, those of the whole network; of a centre or an outlet, those in its care.
 *
 * @noun 服务区域 | area
 * @counter 片
 */
export interface ServiceArea {
  /** 区域编号 | Area number */
  readonly areaId?: string;
  /** 区域名称 | Name of the area */
  readonly name?: string;
  /** 区域内小区 | Communities of the area */
  readonly communities?: readonly string[];
  /** 区域户数 | Households of the area */
  readonly households?: Count;
}

/**
 * 办理事项 | Task done on the premises
 *
 * @noun 办理事项 | task
 * @counter 项
 */
export interface PremisesTask {
  /**
   * 办理的流程事项 | Task
   *
   * The event by which files record it.
   */
  readonly task?: EventType;
  /** 办理分区 | Zone of the task */
  readonly zone?: Zone;
  /** 办理岗位 | Post of the task */
  readonly post?: Post;
}

/**
 * 证照 | Licence
 *
 * @noun 证照 | licence
 * @counter 份
 */
export interface Licence {
  /** 证照编号 | Licence number */
  readonly licenceNo?: string;
  /** 证照种类 | Kind of licence */
  readonly kind?: LicenceKind;
  /** 证照有效期起始日 | First day of the licence */
  readonly validFrom?: Day;
  /**
   * 证照有效期截止日 | Last day of the licence
   *
   * @endless 9999-12-31
   */
  readonly validTo?: LastDay;
}

/**
 * 产品授权 | Product authorisation
 *
 * @noun 产品授权 | product authorisation
 * @counter 项
 */
export interface ProductAuthorisation {
  /** 授权产品 | Authorised product */
  readonly product?: ProductCode;
  /** 授权文号 | Number of the authorisation */
  readonly documentNo?: string;
  /** 授权起始日 | First day of the product authorisation */
  readonly validFrom?: Day;
  /** 授权截止日 | Last day of the product authorisation */
  readonly validTo?: LastDay;
  /** 单笔授权上限 | Highest amount of one loan */
  readonly maximumAmount?: Money;
}

/**
 * 转介关系 | Referral link
 *
 * Both sides have it in their files.
 *
 * @noun 转介关系 | referral link
 * @counter 项
 */
export interface ReferralLink {
  /** 转介对方机构号 | Other institution */
  readonly counterpartId?: string;
  /** 转介方向 | Direction of the referral */
  readonly direction?: ReferralDirection;
  /** 转介产品 | Products referred */
  readonly products?: readonly ProductCode[];
  /** 转介起始日 | First day of the link */
  readonly from?: Day;
  /**
   * 转介终止日 | Last day of the link
   *
   * @absence none
   */
  readonly until?: LastDay;
  /** 本月转介笔数 | Referrals of the month */
  readonly referrals?: Count;
}

/**
 * 合作协议 | Partner agreement
 *
 * @noun 合作协议 | partner agreement
 * @counter 份
 */
export interface PartnerAgreement {
  /** 协议编号 | Agreement number */
  readonly agreementNo?: string;
  /** 签约机构号 | Institution that signed */
  readonly institutionId?: string;
  /** 协议约定的产品 | Products of the agreement */
  readonly products?: readonly ProductCode[];
  /** 协议起始日 | First day of the agreement */
  readonly validFrom?: Day;
  /** 协议截止日 | Last day of the agreement */
  readonly validTo?: LastDay;
}

/**
 * 服务时间 | Service hours
 *
 * A day that is not listed is a day off.
 *
 * @noun 服务日 | day of service
 * @counter 个
 */
export interface ServiceHours {
  /** 星期 | Day of the week */
  readonly weekday?: Weekday;
  /** 开门时间 | Opening time */
  readonly opens?: ClockTime;
  /** 关门时间 | Closing time */
  readonly closes?: ClockTime;
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
  /** 编制人数 | Places of the post */
  readonly places?: Count;
  /**
   * 空缺起始日 | First day of the vacancy
   *
   * Of a post with fewer people than places.
   */
  readonly vacantSince?: Day;
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
  /**
   * 借出机构号 | Institution that lent the person
   *
   * @absence none
   */
  readonly onLoanFrom?: string;
}

/**
 * One branch, centre, outlet or partner on the day of a review: its place in the network, what it may do,
 * what is done where in it, its posts and staff.
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
   * 服务区域 | Areas
   *
   * @key areaId
   */
  readonly areas?: readonly ServiceArea[];
  /**
   * 办理事项 | Tasks done on the premises
   *
   * @key task
   * @empty none
   */
  readonly tasks?: readonly PremisesTask[];
  /**
   * 证照 | Licences
   *
   * @key licenceNo
   */
  readonly licences?: readonly Licence[];
  /**
   * 产品授权 | Product authorisations
   *
   * @key product
   */
  readonly authorisations?: readonly ProductAuthorisation[];
  /**
   * 转介关系 | Referral links
   *
   * @key counterpartId
   */
  readonly referralLinks?: readonly ReferralLink[];
  /**
   * 合作协议 | Partner agreements
   *
   * @key agreementNo
   */
  readonly agreements?: readonly PartnerAgreement[];
  /**
   * 服务时间 | Service hours
   *
   * @key weekday
   */
  readonly serviceHours?: readonly ServiceHours[];
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
