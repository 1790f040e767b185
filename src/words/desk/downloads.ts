import { spoken } from '../../base/language.ts';

/** What files that are downloaded are called, without what tells one of a kind from another. */
export const downloadNames = spoken({
  json: { zh: '检查结果', en: 'check-result' },
  ndjson: { zh: '检查结果', en: 'check-result' },
  html: { zh: '检查报告', en: 'check-report' },
  register: { zh: '问题台账', en: 'register-of-findings' },
  confirmation: { zh: '事实确认书', en: 'confirmations' },
  notice: { zh: '整改通知书', en: 'notices' },
  workpaper: { zh: '检查底稿', en: 'work-papers' },
  glance: { zh: '总体情况', en: 'at-a-glance' },
  todo: { zh: '待办清单', en: 'to-do' },
  checklist: { zh: '人工核查表', en: 'check-list' },
});
