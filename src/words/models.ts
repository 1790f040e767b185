import { type In, said, spoken } from '../base/language.ts';

const table = {
  /** Of a list of models. */
  columns: said(
    () => [
      '模型',
      '名称',
      '适用',
      '基础分',
      '特征',
      '等级',
      '开发样本截止',
      '验证',
      '有效期至',
      '状态',
    ],
    () => [
      'model',
      'title',
      'files',
      'base',
      'characteristics',
      'grades',
      'developed until',
      'validated',
      'valid until',
      'state',
    ],
  ),
  valid: { zh: '有效', en: 'valid' },
  expired: { zh: '已过验证有效期', en: 'past its validation' },
  notYet: { zh: '尚未施行', en: 'not in use yet' },
  score: { zh: '评分', en: 'score' },
  grade: { zh: '等级', en: 'grade' },
  base: { zh: '基础分', en: 'base' },
  reasons: said(
    (reasons: string) => `扣分理由：${reasons}`,
    (reasons) => `reasons: ${reasons}`,
  ),
  cannotTell: { zh: '无法评分', en: 'cannot be scored' },
  lacking: said(
    (fields: string) => `缺 ${fields}`,
    (fields) => `lacks ${fields}`,
  ),
  range: said(
    (low: string, high: string, grades: string) => `在 ${low} 与 ${high} 之间（${grades}）`,
    (low, high, grades) => `between ${low} and ${high} (${grades})`,
  ),
  of: said(
    (most: string) => `满分 ${most}`,
    (most) => `of ${most}`,
  ),
  notFor: { zh: '本模型不适用于这份卷宗', en: 'the model is not for this file' },
  appliesUnknown: { zh: '无法判断是否适用', en: 'cannot tell whether the model is for it' },
  scoreColumns: said(
    () => ['卷宗', '模型', '评分日', '适用', '评分', '等级', '过期', '扣分理由', '缺'],
    () => ['file', 'model', 'day', 'applies', 'score', 'grade', 'expired', 'reasons', 'lacks'],
  ),
  title: said(
    (model: string, edition: string) => `${model}监测（${edition}版）`,
    (model, edition) => `Monitoring of the ${model} (edition of ${edition})`,
  ),
  period: said(
    (from: string, until: string) => `期间 ${from} 至 ${until}`,
    (from, until) => `from ${from} to ${until}`,
  ),
  against: said(
    (from: string, until: string, files: number, unscored: number) =>
      `基准 ${from} 至 ${until}：${files} 份${unscored > 0 ? `，其中 ${unscored} 份无法评分` : ''}`,
    (from, until, files, unscored) =>
      `baseline ${from} to ${until}: ${files} files${unscored > 0 ? `, ${unscored} of them cannot be scored` : ''}`,
  ),
  noBaseline: {
    zh: '没有给出基准期间（--baseline-from、--baseline-until），不算稳定性',
    en: 'no baseline was given (--baseline-from, --baseline-until): no stability',
  },
  noEdition: { zh: '期末没有施行的版本', en: 'no edition is in force on the last day' },
  noFiles: { zh: '没有一份文件适用本模型', en: 'none of the files is one that the model is for' },
  whole: { zh: '合计', en: 'all' },
  files: said(
    (files: number, unscored: number) =>
      `${files} 份${unscored > 0 ? `，其中 ${unscored} 份无法评分，不计入` : ''}`,
    (files, unscored) =>
      `${files} files${unscored > 0 ? `, of which ${unscored} cannot be scored and are left out` : ''}`,
  ),
  stability: { zh: '稳定性 PSI', en: 'stability, PSI' },
  byGrade: { zh: '评分等级', en: 'grades' },
  fewFiles: said(
    (least: number) => `没有数值：两期须各有 ${least} 份以上`,
    (least) => `no figure: each population wants ${least} files`,
  ),
  emptyBand: said(
    (band: string) => `没有数值：“${band}”只在一期有卷宗`,
    (band) => `no figure: only one of the two has files in ${band}`,
  ),
  discrimination: { zh: '区分度', en: 'discrimination' },
  outcome: said(
    (good: number, bad: number, young: number, unknown: number, none: number) =>
      `好 ${good}，坏 ${bad}，未到观察期 ${young}，资料不足 ${unknown}，没有表现 ${none}`,
    (good, bad, young, unknown, none) =>
      `good ${good}, bad ${bad}, too young ${young}, cannot be told ${unknown}, no outcome ${none}`,
  ),
  auc: said(
    (auc: string, low: string, high: string, ks: string) =>
      `AUC ${auc}（95% 区间 ${low} 至 ${high}），KS ${ks}`,
    (auc, low, high, ks) => `AUC ${auc} (95% ${low} to ${high}), KS ${ks}`,
  ),
  aucRange: said(
    (count: number, low: string, high: string) =>
      `${count} 份无法评分：AUC 在 ${low} 与 ${high} 之间`,
    (count, low, high) => `${count} cannot be scored: the AUC lies between ${low} and ${high}`,
  ),
  fewOutcomes: said(
    (good: number, bad: number) => `没有数值：须有好样本 ${good}、坏样本 ${bad} 以上`,
    (good, bad) => `no figure: it wants ${good} good and ${bad} bad`,
  ),
  overrides: { zh: '推翻', en: 'overrides' },
  decisions: said(
    (against: number, decided: number, unknown: number) =>
      `${decided} 份有决定，与模型相反 ${against}${unknown > 0 ? `，无法判断 ${unknown}` : ''}`,
    (against, decided, unknown) =>
      `${against} of ${decided} decided against the model${unknown > 0 ? `, ${unknown} cannot be told` : ''}`,
  ),
  unreasoned: said(
    (count: number, unclear: number) =>
      `其中没有理由 ${count}${unclear > 0 ? `，不知有无理由 ${unclear}` : ''}`,
    (count, unclear) =>
      `${count} without a reason${unclear > 0 ? `, ${unclear} where that cannot be told` : ''}`,
  ),
  rate: said(
    (rate: string, low: string, high: string) =>
      low === high ? `推翻率 ${rate}` : `推翻率 ${rate}（在 ${low} 与 ${high} 之间）`,
    (rate, low, high) =>
      low === high ? `rate ${rate}` : `rate ${rate} (between ${low} and ${high})`,
  ),
  others: said(
    (others: number, unclear: number, outside: number) =>
      `不适用本模型 ${others} 份，无法判断是否适用或何日评分 ${unclear} 份，期间以外 ${outside} 份`,
    (others, unclear, outside) =>
      `${others} files are not for this model, of ${unclear} it cannot be told, ${outside} are of other days`,
  ),
  monitorColumns: said(
    () => ['模型', '期间', '指标', '对象', '数值', '下限', '上限', '说明'],
    () => ['model', 'period', 'figure', 'of', 'value', 'low', 'high', 'note'],
  ),
};

/** What models say of themselves and of files, apart from the rulebook's own words. */
export type ModelWords = In<typeof table>;

export const modelWords = spoken(table);
