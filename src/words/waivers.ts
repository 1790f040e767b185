import { said, type Said, type Spoken } from '../base/language.ts';
import type { WaiverRole, WaiverRowRefused } from '../dossier/waiver-problems.ts';

/** What columns of a register of waivers are called, the usual name first. */
export const waiverHeadings: Readonly<Record<WaiverRole, Said<readonly string[]>>> = {
  dossier: { zh: ['卷宗', '卷宗编号', '卷宗号', '业务编号'], en: ['dossier', 'file'] },
  rule: { zh: ['规则', '规则编号', '所涉规则'], en: ['rule'] },
  element: { zh: ['要素', '所涉要素'], en: ['element'] },
  approvedBy: { zh: ['审批人', '批准人', '审批人工号'], en: ['approver', 'approved by'] },
  post: { zh: ['岗位', '审批岗位', '审批人岗位', '批准岗位'], en: ['post'] },
  approvedOn: {
    zh: ['审批日', '审批日期', '批准日', '批准日期'],
    en: ['approved on', 'approval date'],
  },
  reason: { zh: ['理由', '例外事由', '事由'], en: ['reason'] },
  evidence: { zh: ['依据材料', '依据', '佐证材料'], en: ['evidence'] },
  from: { zh: ['生效日', '生效日期', '起始日'], en: ['from', 'effective from'] },
  until: { zh: ['截止日', '截止日期', '到期日', '失效日'], en: ['until', 'effective until'] },
};

/** The usual name of a column. */
export function waiverHeading(role: WaiverRole, language: Spoken): string {
  return waiverHeadings[role][language][0] ?? role;
}

/** Why a row of such a register is not taken. */
export const waiverRowRefused: Said<Readonly<Record<WaiverRowRefused, string>>> = {
  zh: {
    'no-dossier': '没有写明卷宗',
    turned: '数字已被表格软件改写，原值无从得知',
    formula: '公式没有算出结果',
    ragged: '列数与表头不一致',
  },
  en: {
    'no-dossier': 'it names no dossier',
    turned: 'a spreadsheet turned a number into another, and what it was is lost',
    formula: 'a formula has no value',
    ragged: 'it has not as many cells as its heading',
  },
};

/** The register that waivers were taken from, and whether posts in it were looked up. */
export const waiverRegister = said(
  (file: string, entries: number, dossiers: number, isLookedUp: boolean) =>
    `${file}：${entries} 项，涉及 ${dossiers} 份卷宗，${isLookedUp ? '审批人岗位按员工名册核对' : '审批人岗位以台账所写为准'}`,
  (file, entries, dossiers, isLookedUp) =>
    `${file}: ${entries} for ${dossiers} ${dossiers === 1 ? 'dossier' : 'dossiers'}; posts of approvers are ${isLookedUp ? 'looked up in the staff register' : 'taken as it has them'}`,
);

/** Why a waiver that holds was given, and what it rests on. */
export const waiverGiven = said(
  (reason: string, evidence: string | undefined) =>
    `理由：${reason}${evidence === undefined ? '' : `；依据材料：${evidence}`}`,
  (reason, evidence) =>
    `reason: ${reason}${evidence === undefined ? '' : `; evidence: ${evidence}`}`,
);
