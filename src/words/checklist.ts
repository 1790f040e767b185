import { type In, said, type Said, spoken } from '../base/language.ts';
import type { Key } from '../checklist/form.ts';

const machine = (key: Key) => ({ zh: key, en: key });

const columns = {
  shownDossier: { zh: '卷宗', en: 'Dossier' },
  shownRule: { zh: '规则', en: 'Rule' },
  shownTitle: { zh: '核查事项', en: 'What is checked' },
  look: { zh: '看什么、以什么为准', en: 'What to look at, and by which measure' },
  evidence: { zh: '凭证', en: 'Evidence' },
  clause: { zh: '依据', en: 'Basis' },
  rule: machine('rule'),
  element: machine('element'),
  dossier: machine('dossier'),
  rulebook: machine('rulebook'),
  digest: machine('digest'),
  answer: { zh: '结果', en: 'Result' },
  page: { zh: '影像页码', en: 'Page of image' },
  remark: { zh: '备注', en: 'Remark' },
  checker: { zh: '核查人', en: 'Checked by' },
  date: { zh: '核查日期', en: 'Checked on' },
} satisfies Readonly<Record<Key | `shown${string}` | 'look' | 'evidence' | 'clause', Said<string>>>;

const table = {
  title: said(
    (dossier: string, customer: string) =>
      `人工核查表　卷宗 ${dossier}${customer === '' ? '' : `（${customer}）`}`,
    (dossier, customer) =>
      `Check-list for a person: dossier ${dossier}${customer === '' ? '' : ` (${customer})`}`,
  ),
  /** Of the sheet that several dossiers share. */
  sheet: { zh: '人工核查表', en: 'Check-list' },
  titleOfSeveral: said(
    (dossiers: number) => `人工核查表　${dossiers} 份卷宗`,
    (dossiers) => `Check-list for a person: ${dossiers} dossiers`,
  ),
  basis: said(
    (book: string, version: string, lines: number) =>
      `${book} ${version} 版，须由人核查的 ${lines} 项；其余规则由系统按数据判定。`,
    (book, version, lines) =>
      `${book}, version ${version}: ${lines} ${lines === 1 ? 'line' : 'lines'} for a person; every other rule is judged by data.`,
  ),
  instructions: {
    zh: '逐项查看影像和实物后，在“结果”栏选择合规、不合规或不适用，写明影像页码、核查人（工号或姓名）和核查日期（如 2026-11-25）；没有看的留空。备注不写客户姓名、证件号码。',
    en: 'Look at the images and papers, then choose pass, fail or not applicable, and give the page of the image, who checked (staff number or name) and the day (such as 2026-11-25). Leave open what was not looked at. No customer names or identity numbers in remarks.',
  },
  /** Which part of the file, its day, and what else says which it is. */
  element: said(
    (title: string, day: string | null, says: readonly string[]) =>
      `${title}${day === null ? '' : `（${day}）`}${says.length === 0 ? '' : `：${says.join('，')}`}`,
    (title, day, says) =>
      `${title}${day === null ? '' : ` (${day})`}${says.length === 0 ? '' : `: ${says.join(', ')}`}`,
  ),
  /** A rule whose other part is judged by data. */
  both: {
    zh: '（另有数据部分，由系统判定，两部分从严）',
    en: '(The data part is judged by the system; the worse of the two counts.)',
  },
  standard: said(
    (text: string) => `尽职标准：${text}`,
    (text) => `Measure: ${text}`,
  ),
  column: columns,
  /** In characters, a Chinese one counting two. */
  answerWidth: said<number>(10, 14),
};

/** What the inspector's check-list says in one language. */
export type ChecklistWords = In<typeof table>;

export const checklistWords = spoken(table);
