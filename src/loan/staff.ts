import type { Post } from './codes/process.ts';
import type { AuthorityLevel, Day, LastDay, Money, StaffId } from './units.ts';

/** 名册 | Register */
export interface StaffRegister {
  /** 名册编号 | Register number */
  readonly registerId?: string;
  /** 法人机构编码 | Legal entity code */
  readonly legalEntityCode?: string;
  /**
   * 名册数据截止日 | Data date
   *
   * Of who holds which post after that day it says nothing.
   */
  readonly asOfDate?: Day;
}

/**
 * 任职 | Post held
 *
 * @noun 任职 | tenure
 * @counter 项
 */
export interface PostHeld {
  /** 任职岗位 | Post */
  readonly post?: Post;
  /** 任职起始日 | First day in the post */
  readonly from?: Day;
  /**
   * 任职终止日 | Last day in the post
   *
   * @absence none
   */
  readonly until?: LastDay;
}

/**
 * 审批授权 | Authority to approve
 *
 * @noun 审批授权 | approval authority
 * @counter 项
 */
export interface Authority {
  /** 审批授权岗位 | Post */
  readonly post?: Post;
  /** 审批授权层级 | Level of approval */
  readonly level?: AuthorityLevel;
  /**
   * 单笔授权金额 | Approval limit for one customer
   *
   * @absence none
   */
  readonly amount?: Money;
  /** 审批授权起始日 | First day of the authority */
  readonly from?: Day;
  /**
   * 审批授权终止日 | Last day of the authority
   *
   * @absence none
   */
  readonly until?: LastDay;
}

/**
 * 离岗 | Absence from work
 *
 * @noun 离岗 | absence from work
 * @counter 次
 */
export interface Absence {
  /** 离岗起始日 | First day away */
  readonly from?: Day;
  /** 离岗终止日 | Last day away */
  readonly until?: LastDay;
}

/**
 * 员工 | Member of staff
 *
 * @noun 员工 | staff member
 * @counter 名
 */
export interface Member {
  /** 员工号 | Staff number */
  readonly staffId?: StaffId;
  /**
   * 员工姓名 | Name
   *
   * @personal name
   * @absence none
   */
  readonly name?: string;
  /** 所在机构号 | Outlet */
  readonly institutionId?: string;
  /** 所在二级分行号 | Branch number */
  readonly branchId?: string;
  /** 入职日期 | Joining date */
  readonly joinedOn?: Day;
  /**
   * 离职日期 | Last day with the bank
   *
   * @absence none
   */
  readonly leftOn?: Day;
  /** 任职经历 | Posts held */
  readonly posts?: readonly PostHeld[];
  /**
   * 审批授权 | Approval authorities
   *
   * @absence none
   */
  readonly authorities?: readonly Authority[];
  /**
   * 离岗记录 | Absences from work
   *
   * Leave and suspension: nobody acts in a post on these days. An empty list says that there were none.
   *
   * @empty none
   */
  readonly absences?: readonly Absence[];
}

/**
 * The staff register of one bank: who holds which post, since when and until when, and with which authority.
 *
 * @earliest 1990-01-01
 * @latest 2060-12-31
 * @noun 员工名册 | staff register
 * @counter 份
 */
export interface StaffFile {
  /** 名册 | Register */
  readonly staffRegister?: StaffRegister;
  /**
   * 员工 | Members of staff
   *
   * @key staffId
   */
  readonly members?: readonly Member[];
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
