import { type In, said, spoken } from '../base/language.ts';
import { letters } from './letters.ts';
import { counted } from './counted.ts';

const columns = {
  number: { zh: '序号', en: 'No.' },
  finding: { zh: '问题编号', en: 'Finding' },
  branch: { zh: '机构', en: 'Unit' },
  product: { zh: '产品', en: 'Product' },
  business: { zh: '业务编号', en: 'Number' },
  customer: { zh: '客户', en: 'Customer' },
  amount: { zh: '金额', en: 'Amount' },
  officer: { zh: '经办人', en: 'Officer' },
  posts: { zh: '责任岗', en: 'Posts' },
  rule: { zh: '规则', en: 'Rule' },
  problem: { zh: '问题描述', en: 'What was found' },
  clause: { zh: '依据条款', en: 'Basis in full' },
  standing: { zh: '依据强弱', en: 'Standing of the basis' },
  severity: { zh: '严重程度', en: 'Severity' },
  remedy: { zh: '整改要求', en: 'Remedy' },
  due: { zh: '整改期限', en: 'Due' },
  measures: { zh: '整改措施', en: 'Measures taken' },
  done: { zh: '整改完成日', en: 'Done on' },
  evidence: { zh: '佐证材料', en: 'Evidence' },
  opinion: said(
    (unit: string) => `${unit}意见`,
    (unit) => `Opinion of the ${unit}`,
  ),
  dossier: { zh: '卷宗', en: 'Dossier' },
  file: { zh: '文件', en: 'File' },
  digest: { zh: '摘要值', en: 'Digest' },
  record: { zh: '文件内序号', en: 'Record' },
};

const register = {
  sheet: { zh: '问题台账', en: 'Findings' },
  wantingSheet: { zh: '待补资料', en: 'To be fetched' },
  totalsSheet: { zh: '汇总', en: 'Totals' },
  title: { zh: '问题台账', en: 'Register of findings' },
  wantingTitle: { zh: '待补资料清单', en: 'Data and papers to be fetched' },
  totalsTitle: { zh: '问题汇总', en: 'Totals of findings' },
  /** How many rows it has, and of how many files. */
  counts: said(
    (findings: number, dossiers: number, all: number) =>
      `检查 ${all} 份，其中 ${dossiers} 份发现问题，共 ${findings} 项。由同一问题引起的节点越序办理并入该问题，不另列。`,
    (findings, dossiers, all) =>
      `${counted(findings, 'finding')} in ${dossiers} of ${counted(all, 'file')}. A step that went ahead because of a finding is told with that finding.`,
  ),
  fillIn: said(
    (unit: string) =>
      `整改措施、整改完成日（如 2026-12-01）、佐证材料、${unit}意见由${unit}填写，其余各栏不改；对问题有异议的，在“${unit}意见”栏写明理由。`,
    (unit) =>
      `The ${unit} fills in measures, the day they were done (such as 2026-12-01), evidence and its opinion; nothing else is changed. Objections go into the opinion, with reasons.`,
  ),
  wantingCounts: said(
    (rows: number) =>
      `以下 ${rows} 项资料不全或未取数，有关规则无法判定，不作为问题；补齐后再行判定。`,
    (rows) =>
      `${counted(rows, 'entry', 'entries')}: data that is missing or was not captured. The rules that need it cannot be judged; none of this is a finding.`,
  ),
  totalsSay: {
    zh: '金额按涉及的业务计，一笔业务有数项问题的，在同一行只计一次。',
    en: 'Amounts are those of the files concerned; a file with several findings in one row counts once.',
  },
  /** In the place of a day that the rulebook leaves open. */
  open: { zh: '由检查组填写', en: 'set by the inspectors' },
  verified: { zh: '已核实', en: 'verified' },
  /** @param clauses - by their titles; empty where it is true of all */
  unverified: said(
    (clauses: string) => `依据待核，不得作为问责依据${clauses === '' ? '' : `：${clauses}`}`,
    (clauses) =>
      `not verified, and not to be held against anyone${clauses === '' ? '' : `: ${clauses}`}`,
  ),
  /** Steps that went ahead in spite of a finding. */
  wentOn: said(
    (steps: string) => `未满足即已办理：${steps}。`,
    (steps) => `These went ahead in spite of it: ${steps}.`,
  ),
  redLine: { zh: '红线', en: 'red line' },
  field: { zh: '应补资料', en: 'What to fetch' },
  why: { zh: '现状', en: 'How it stands' },
  rules: { zh: '涉及规则', en: 'Rules that wait for it' },
  /** The first of them, and how many there are. */
  waitingRules: said(
    (first: readonly string[], all: number) =>
      `${first.join('、')}${first.length < all ? `等 ${all} 条` : ''}`,
    (first, all) =>
      `${first.join(', ')}${first.length < all ? `, and ${all - first.length} more` : ''}`,
  ),
  path: { zh: '字段', en: 'Field' },
  total: said(
    { by: '分类', what: '项目', findings: '问题数', files: '涉及卷宗', amount: '涉及金额' },
    { by: 'By', what: 'What', findings: 'Findings', files: 'Files', amount: 'Amount' },
  ),
  unknown: { zh: '未填', en: 'not given' },
  all: { zh: '合计', en: 'all' },
  waived: { zh: '另有经批准的例外', en: 'waived besides' },
};

const table = {
  column: columns,
  register,
  ...letters,
  /** By which rulebook, in which inspection, on which day, by whom. */
  basis: said(
    ({ title, version, digest, day, scheme, inspectors }: Basis) =>
      [
        `依据：《${title}》${version}版（${digest}）`,
        scheme === undefined ? '未提供检查方案' : `检查方案：${scheme}`,
        `检查日：${day ?? '由检查组填写'}`,
        `检查人：${inspectors === '' ? '由检查组填写' : inspectors}`,
      ].join('；'),
    ({ title, version, digest, day, scheme, inspectors }) =>
      [
        `By ${title}, version ${version} (${digest})`,
        scheme === undefined ? 'no scheme of inspection was given' : `inspection: ${scheme}`,
        `day of check: ${day ?? 'set by the inspectors'}`,
        `inspectors: ${inspectors === '' ? 'to be filled in' : inspectors}`,
      ].join('; '),
  ),
};

interface Basis {
  readonly title: string;
  readonly version: string;
  readonly digest: string;
  /** ISO. */
  readonly day: string | undefined;
  readonly scheme: string | undefined;
  readonly inspectors: string;
}

/** What papers of an inspection say in one language. */
export type PaperWords = In<typeof table> & { readonly unit: string };

/** But for the rulebook’s word for a unit, `paperWordsOf`. */
export const paperWords = spoken(table);
