import type { PluginPosition, ProcessStep } from './codes/management.ts';
import type { Post } from './codes/process.ts';
import type { Day } from './units.ts';

/** 流程 | Process */
export interface ProcessVersion {
  /** 流程编号 | Process number */
  readonly processId?: string;
  /** 流程版本 | Version */
  readonly version?: string;
  /** 流程生效日期 | Effective date */
  readonly effectiveFrom?: Day;
  /** 流程批准日期 | Approval date */
  readonly approvedDate?: Day;
  /** 主流程步骤 | Base steps */
  readonly baseSteps?: readonly ProcessStep[];
  /** 必经步骤 | Mandatory steps */
  readonly mandatorySteps?: readonly ProcessStep[];
}

/**
 * 插件 | Plug-ins
 *
 * @noun 插件 | plug-in
 * @counter 个
 */
export interface ProcessPlugin {
  /** 插件编号 | Plug-in number */
  readonly pluginId?: string;
  /** 插件挂接步骤 | Anchor step */
  readonly anchorStep?: ProcessStep;
  /** 插件挂接位置 | Position */
  readonly position?: PluginPosition;
  /** 插件跳过的步骤 | Steps skipped */
  readonly skipsSteps?: readonly ProcessStep[];
  /** 插件责任岗位 | Responsible post */
  readonly owner?: Post;
}

/**
 * One version of the process and its plug-ins.
 *
 * @earliest 1990-01-01
 * @latest 2060-12-31
 * @noun 流程版本 | process version
 * @counter 个
 */
export interface ProcessFile {
  /** 流程 | Process */
  readonly process?: ProcessVersion;
  /**
   * 插件 | Plug-ins
   *
   * @key pluginId
   */
  readonly plugins?: readonly ProcessPlugin[];
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
