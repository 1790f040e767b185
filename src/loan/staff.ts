import type { Post } from './codes/process.ts';
import type { AuthorityLevel, Day, LastDay, Money, StaffId } from './units.ts';

/** 名册 | Register */
export interface StaffRegister {
  /** 名册编号 | Register id */
  readonly registerId?: string;
  /** 法人机构编码 | Legal entity code */
  readonly legalEntityCode?: string;
  /**
   * 数据截止日 | Data as-of date
   *
   * Of who holds which post after that day it says nothing.
   */
  readonly asOfDate?: Day;
}

/** 任职 | Post held */
export interface PostHeld {
  /** 岗位 | Post */
  readonly post?: Post;
  /** 任职起始日 | Held from */
  readonly from?: Day;
  /**
   * 任职终止日 | Held until, inclusive
   *
   * @absence none
   */
  readonly until?: LastDay;
}

/** 审批授权 | Authority to approve */
export interface Authority {
  /** 岗位 | Post */
  readonly post?: Post;
  /** 审批层级 | Level of approval */
  readonly level?: AuthorityLevel;
  /**
   * 单笔授权金额 | Most that may be approved for one customer
   *
   * @absence none
   */
  readonly amount?: Money;
  /** 授权起始日 | Valid from */
  readonly from?: Day;
  /**
   * 授权终止日 | Valid until, inclusive
   *
   * @absence none
   */
  readonly until?: LastDay;
}

/** 离岗 | Absence from work */
export interface Absence {
  /** 离岗起始日 | Away from */
  readonly from?: Day;
  /** 离岗终止日 | Away until, inclusive */
  readonly until?: LastDay;
}

/** 员工 | Member of staff */
export interface Member {
  /** 员工号 | Staff id */
  readonly staffId?: StaffId;
  /**
   * 姓名 | Name
   *
   * @personal name
   * @absence none
   */
  readonly name?: string;
  /** 所在机构号 | Outlet */
  readonly institutionId?: string;
  /** 所在二级分行号 | Branch id */
  readonly branchId?: string;
  /** 入职日期 | Joined on */
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
   * 审批授权 | Authorities to approve
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
