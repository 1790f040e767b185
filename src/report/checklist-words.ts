import type { Key } from '../checklist/form.ts';
import type { Language } from '../feel/sentence/lexicon.ts';

type Shown = 'shownRule' | 'shownTitle' | 'look' | 'evidence' | 'clause';

/** What the inspector's check-list says in one language. */
export interface ChecklistWords {
  readonly title: (dossier: string) => string;
  readonly basis: (book: string, version: string, lines: number) => string;
  readonly instructions: string;
  readonly column: Readonly<Record<Shown | Key, string>>;
  /** In characters, a Chinese one counting two; 0 hides the column. */
  readonly width: Readonly<Record<Shown | Key, number>>;
  /** Which part of the file, and its day. */
  readonly element: (path: string, day: string | null) => string;
  /** A rule whose other part is judged by data. */
  readonly both: string;
  readonly standard: (text: string) => string;
}

const hidden = { rule: 0, element: 0, dossier: 0, rulebook: 0 };
const width = {
  shownRule: 9,
  shownTitle: 20,
  look: 48,
  evidence: 10,
  clause: 22,
  ...hidden,
  answer: 10,
  page: 9,
  remark: 18,
  checker: 10,
  date: 11,
};
const machine = { rule: 'rule', element: 'element', dossier: 'dossier', rulebook: 'rulebook' };

const zh: ChecklistWords = {
  title: (dossier) => `人工核查表　卷宗 ${dossier}`,
  basis: (book, version, lines) =>
    `${book} ${version} 版，须由人核查的 ${lines} 项；其余规则由系统按数据判定。`,
  instructions:
    '逐项查看影像和实物后，在“结果”栏选择合规、不合规或不适用，写明影像页码、核查人（工号或姓名）和核查日期（如 2026-11-25）；没有看的留空。备注不写客户姓名、证件号码。',
  column: {
    shownRule: '规则',
    shownTitle: '核查事项',
    look: '看什么、以什么为准',
    evidence: '凭证',
    clause: '依据',
    ...machine,
    answer: '结果',
    page: '影像页码',
    remark: '备注',
    checker: '核查人',
    date: '核查日期',
  },
  width,
  element: (path, day) => `${path}${day === null ? '' : `（${day}）`}`,
  both: '（另有数据部分，由系统判定，两部分从严）',
  standard: (text) => `尽职标准：${text}`,
};

const en: ChecklistWords = {
  title: (dossier) => `Check-list for a person: dossier ${dossier}`,
  basis: (book, version, lines) =>
    `${book}, version ${version}: ${lines} ${lines === 1 ? 'line' : 'lines'} for a person; every other rule is judged by data.`,
  instructions:
    'Look at the images and papers, then choose pass, fail or not applicable, and give the page of the image, who checked (staff number or name) and the day (such as 2026-11-25). Leave open what was not looked at. No customer names or identity numbers in remarks.',
  column: {
    shownRule: 'Rule',
    shownTitle: 'What is checked',
    look: 'What to look at, and by which measure',
    evidence: 'Evidence',
    clause: 'Basis',
    ...machine,
    answer: 'Result',
    page: 'Page of image',
    remark: 'Remark',
    checker: 'Checked by',
    date: 'Checked on',
  },
  width: { ...width, answer: 14 },
  element: (path, day) => `${path}${day === null ? '' : ` (${day})`}`,
  both: '(The data part is judged by the system; the worse of the two counts.)',
  standard: (text) => `Measure: ${text}`,
};

export const checklistWords: Readonly<Record<Language, ChecklistWords>> = { zh, en };
