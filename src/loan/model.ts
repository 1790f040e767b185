import type { ModelType } from './codes/management.ts';
import type { Count, Day, LastDay, Ratio, StaffId } from './units.ts';

/** 模型 | Model */
export interface ModelRecord {
  /** 模型编号 | Model id */
  readonly modelId?: string;
  /** 模型类型 | Model type */
  readonly modelType?: ModelType;
  /** 开发人 | Developer */
  readonly developerId?: StaffId;
  /** 验证人 | Validator */
  readonly validatorId?: StaffId;
  /** 验证日期 | Validated on */
  readonly validatedDate?: Day;
  /** 投产日期 | In production from */
  readonly productionFrom?: Day;
  /** 有效期至 | Valid to */
  readonly validTo?: LastDay;
  /** 最近监测日期 | Last monitored */
  readonly lastMonitoredDate?: Day;
  /** 报告日期 | Report date */
  readonly reportDate?: Day;
  /**
   * 群体稳定性指数 | Population stability index
   *
   * @unit count
   */
  readonly psi?: number;
  /**
   * 当前AUC | Current AUC
   *
   * @unit count
   */
  readonly auc?: number;
  /**
   * 验证时AUC | AUC at validation
   *
   * @unit count
   */
  readonly aucAtValidation?: number;
  /** 人工推翻率 | Override rate */
  readonly overrideRate?: Ratio;
  /** 无理由推翻笔数 | Overrides without reason */
  readonly overridesWithoutReason?: Count;
  /** 有人工兜底流程 | Manual fallback exists */
  readonly manualFallback?: boolean;
}

/**
 * One model and how it does.
 *
 * @earliest 1990-01-01
 * @latest 2060-12-31
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
