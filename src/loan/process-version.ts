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
  /** 主流程编号 | Number of the base */
  readonly baseId?: string;
  /** 主流程版本 | Version of the base */
  readonly baseVersion?: string;
  /** 合并后的流程步骤 | Steps with those of plug-ins */
  readonly joinedSteps?: readonly ProcessStep[];
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
  /**
   * 插件责任岗位 | Responsible post
   *
   * @lenient
   */
  readonly owner?: Post;
  /** 插件规则库编号 | Rulebook of the plug-in */
  readonly rulebookId?: string;
  /** 插件版本 | Version of the plug-in */
  readonly rulebookVersion?: string;
  /** 插件所依主流程版本 | Version of the base it was reviewed with */
  readonly builtOn?: string;
  /** 插件生效日期 | Effective date of the plug-in */
  readonly effectiveFrom?: Day;
  /** 插件批准日期 | Approval date of the plug-in */
  readonly approvedDate?: Day;
  /** 插件的步骤 | Steps of the plug-in */
  readonly pluginSteps?: readonly ProcessStep[];
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
   * @empty none
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
