import type { ModelType } from './codes/management.ts';
import type { Count, Day, LastDay, Ratio, StaffId } from './units.ts';

/** 模型 | Model */
export interface ModelRecord {
  /** 模型编号 | Model number */
  readonly modelId?: string;
  /** 模型类型 | Model type */
  readonly modelType?: ModelType;
  /** 模型开发人 | Developer */
  readonly developerId?: StaffId;
  /** 模型验证人 | Validator */
  readonly validatorId?: StaffId;
  /** 模型验证日期 | Validation date */
  readonly validatedDate?: Day;
  /** 模型投产日期 | Production date */
  readonly productionFrom?: Day;
  /** 模型有效期截止日 | Expiry date */
  readonly validTo?: LastDay;
  /** 模型最近监测日期 | Date of the last monitoring */
  readonly lastMonitoredDate?: Day;
  /** 模型报告日期 | Report date */
  readonly reportDate?: Day;
  /**
   * 群体稳定性指数 | Population stability index
   *
   * @unit count
   */
  readonly psi?: number;
  /**
   * 当前曲线下面积 | Current area under the curve
   *
   * @unit count
   */
  readonly auc?: number;
  /**
   * 验证时曲线下面积 | Area under the curve at validation
   *
   * @unit count
   */
  readonly aucAtValidation?: number;
  /** 人工推翻率 | Override rate */
  readonly overrideRate?: Ratio;
  /** 无理由推翻笔数 | Number of overrides without reason */
  readonly overridesWithoutReason?: Count;
  /**
   * 有人工兜底流程 | Manual fallback
   *
   * @yes 有人工兜底流程 | there is a manual fallback
   * @no 无人工兜底流程 | there is no manual fallback
   */
  readonly manualFallback?: boolean;
  /**
   * 用于自动化审批 | Used for automated approval
   *
   * @yes 用于自动化审批 | the model approves by itself
   * @no 不用于自动化审批 | the model does not approve by itself
   */
  readonly approvesAutomatically?: boolean;
  /**
   * 发现不能有效识别风险的日期 | Day it was found not to recognise risk
   *
   * @absence none
   */
  readonly foundIneffectiveDate?: Day;
  /**
   * 停止自动化审批日期 | Day automated approval was stopped
   *
   * @absence none
   */
  readonly automationStoppedDate?: Day;
}

/**
 * One model and how it does.
 *
 * @earliest 1990-01-01
 * @latest 2060-12-31
 * @noun 模型 | model
 * @counter 个
 */
export interface ModelFile {
  /** 模型 | Model */
  readonly model?: ModelRecord;
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
