import type { EventType, Post } from './codes/process.ts';
import type { Moment, StaffId } from './units.ts';

/**
 * 流程事件 | Process events
 *
 * @noun 流程事件 | process event
 * @counter 项
 */
export interface ProcessEvent {
  /** 流程事件编号 | Event number */
  readonly eventId?: string;
  /**
   * 流程事件类型 | Event type
   *
   * @kind {}事件 | {} event
   */
  readonly eventType?: EventType;
  /** 事件发生时间 | Time of the event */
  readonly at?: Moment;
  /** 事件操作人 | Actor */
  readonly actorId?: StaffId;
  /** 事件操作岗位 | Post of the actor */
  readonly post?: Post;
  /**
   * 岗位授权有效 | Post authorisation valid
   *
   * @yes 岗位授权有效 | the authorisation for the post is valid
   * @no 岗位授权无效 | the authorisation for the post is not valid
   */
  readonly authorisationValid?: boolean;
  /** 适用守则版本 | Rulebook version in force */
  readonly rulebookVersion?: string;
  /**
   * 退回的节点 | Step returned to
   *
   * The step that a file sent back begins again from; only for a return.
   *
   * @absence none
   */
  readonly returnedTo?: string;
  /**
   * 交接签收时间 | Time the file was received
   *
   * When who does this took the file over from the post before.
   */
  readonly receivedAt?: Moment;
}
