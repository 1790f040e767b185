import type { EventType, Post } from './codes/process.ts';
import type { Moment, StaffId } from './units.ts';

/** 流程事件 | Process events */
export interface ProcessEvent {
  /** 事件编号 | Event id */
  readonly eventId?: string;
  /** 事件类型 | Event type */
  readonly eventType?: EventType;
  /** 发生时间 | At */
  readonly at?: Moment;
  /** 操作人 | Actor */
  readonly actorId?: StaffId;
  /** 岗位 | Post */
  readonly post?: Post;
  /** 岗位授权有效 | Post authorisation valid */
  readonly authorisationValid?: boolean;
  /** 适用守则版本 | Rulebook version in force */
  readonly rulebookVersion?: string;
  /**
   * 退回环节 | Returned to
   *
   * The step that a file sent back begins again from; only for a return.
   *
   * @absence none
   */
  readonly returnedTo?: string;
}
