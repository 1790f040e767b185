import { type Said, said, spoken } from '../base/language.ts';
import type { NamedInScheme, SampleGap } from '../scheme/problems.ts';
import { counted } from './counted.ts';

/** What an inspection covers, as a report says it. */
export interface Covered {
  readonly title: string;
  readonly id: string;
  readonly day: string | null;
  readonly branches: readonly string[];
  readonly products: readonly string[];
  readonly steps: readonly string[];
  readonly rules: number;
  readonly period: { readonly from: string | null; readonly until: string | null } | null;
  readonly captured: readonly string[] | null;
  readonly inspectors: readonly string[];
  readonly reviewers: readonly string[];
}

/** The words of an inspection scheme (检查方案). */
export const schemeWords = {
  scheme: said(
    ({ title, id, day, branches, products, steps, rules, period, ...more }: Covered) =>
      [
        `按检查方案“${title}”（${id}）检查${day === null ? '' : `，检查日 ${day}`}`,
        ...(branches.length > 0 ? [`机构 ${branches.join('、')}`] : []),
        ...(products.length > 0 ? [`产品 ${products.join('、')}`] : []),
        ...(steps.length > 0 ? [`流程节点 ${steps.join('、')}`] : []),
        ...(rules > 0 ? [`指定规则 ${rules} 条`] : []),
        ...(period ? [`业务日期 ${period.from ?? '不限'} 至 ${period.until ?? '不限'}`] : []),
        ...(more.captured ? [`已取数字段 ${more.captured.length} 项，其余视为未取数`] : []),
        ...(more.inspectors.length > 0 ? [`检查人 ${more.inspectors.join('、')}`] : []),
        ...(more.reviewers.length > 0 ? [`复核人 ${more.reviewers.join('、')}`] : []),
      ].join('；'),
    ({ title, id, day, branches, products, steps, rules, period, ...more }) =>
      [
        `inspected by the scheme “${title}” (${id})${day === null ? '' : `, day of check ${day}`}`,
        ...(branches.length > 0 ? [`branches ${branches.join(', ')}`] : []),
        ...(products.length > 0 ? [`products ${products.join(', ')}`] : []),
        ...(steps.length > 0 ? [`steps ${steps.join(', ')}`] : []),
        ...(rules > 0 ? [counted(rules, 'named rule')] : []),
        ...(period ? [`days from ${period.from ?? 'any'} to ${period.until ?? 'any'}`] : []),
        ...(more.captured
          ? [`${counted(more.captured.length, 'field')} captured, and no others`]
          : []),
        ...(more.inspectors.length > 0 ? [`inspectors ${more.inspectors.join(', ')}`] : []),
        ...(more.reviewers.length > 0 ? [`reviewers ${more.reviewers.join(', ')}`] : []),
      ].join('; '),
  ),
  /** How it was looked up who filled in check-lists. */
  answered: {
    by: {
      scheme: {
        zh: '人工核查的核查人按检查方案所列检查人核对',
        en: 'who checked by hand was held against the inspectors of the scheme',
      },
      register: {
        zh: '人工核查的核查人按员工名册核对在岗情况',
        en: 'who checked by hand was looked up in the staff register',
      },
      nobody: {
        zh: '未核对检查人：没有检查方案所列的检查人，也没有员工名册',
        en: 'who checked by hand was not looked up: no scheme names inspectors, and there is no staff register',
      },
    },
    until: said(
      (day: string | null) =>
        `；${day === null ? '没有检查日，未核对核查日期是否过晚' : `核查日期不晚于 ${day}`}（只核对姓名或工号，不能证明确系本人填写）`,
      (day) =>
        `; ${day === null ? 'there is no day of check, and nothing tells whether its dates are too late' : `nothing is dated after ${day}`} (a name was looked up, which does not prove who wrote it)`,
    ),
  },
  /** Behind a verdict. */
  coveredOnly: said(
    (rules: number) => `（仅就检查方案范围内 ${rules} 条）`,
    (rules) => ` (of the ${counted(rules, 'rule')} that the scheme covers)`,
  ),
  noScheme: {
    zh: '未指定检查方案：所给卷宗逐份检查，规则库的规则全部纳入',
    en: 'no inspection scheme was given: every file given is inspected, by every rule',
  },
  /** How the files were chosen. */
  sampled: {
    all: { zh: '全面检查', en: 'all files are inspected' },
    random: said(
      (size: number | null, population: number | null, seed: number | null) =>
        `随机抽样${population === null ? '' : `，总体 ${population} 份`}${size === null ? '' : `，抽取 ${size} 份`}${seed === null ? '' : `，种子 ${seed}`}`,
      (size, population, seed) =>
        `a random sample${size === null ? '' : ` of ${size}`}${population === null ? '' : ` from ${counted(population, 'file')}`}${seed === null ? '' : `, seed ${seed}`}`,
    ),
    stratified: said(
      (size: number | null, population: number | null, seed: number | null) =>
        `分层抽样${population === null ? '' : `，总体 ${population} 份`}${size === null ? '' : `，抽取 ${size} 份`}${seed === null ? '' : `，种子 ${seed}`}`,
      (size, population, seed) =>
        `a stratified sample${size === null ? '' : ` of ${size}`}${population === null ? '' : ` from ${counted(population, 'file')}`}${seed === null ? '' : `, seed ${seed}`}`,
    ),
    discretionary: said(
      (reason: string) => `判断抽样，理由：${reason}`,
      (reason) => `chosen by judgement: ${reason}`,
    ),
  },
  /** The list of a sample. */
  pick: {
    sheet: { zh: '样本清单', en: 'Sample' },
    title: said(
      (title: string, id: string) => `样本清单　${title}（${id}）`,
      (title, id) => `Sample: ${title} (${id})`,
    ),
    column: {
      dossier: { zh: '卷宗', en: 'Dossier' },
      file: { zh: '文件', en: 'File' },
      stratum: { zh: '分层', en: 'Stratum' },
      chance: { zh: '抽取比例', en: 'Chance' },
    },
    population: said(
      (files: number, drawn: number, digest: string) =>
        `总体 ${files} 份，选出 ${drawn} 份；总体编号的摘要值 ${digest}`,
      (files, drawn, digest) =>
        `${drawn} of a population of ${counted(files, 'file')}; digest of their ids ${digest}`,
    ),
    unread: said(
      (files: number) => `读不出或没有编号、未列入总体的 ${files} 份`,
      (files) => `not in the population, since not read or without an id: ${files}`,
    ),
    strata: said(
      (strata: readonly string[]) => `各层选出份数／总体份数：${strata.join('；')}`,
      (strata) => `drawn of each stratum: ${strata.join('; ')}`,
    ),
  },
  picked: said(
    (files: number, file: string) => `只检查样本清单 ${file} 所列 ${files} 份`,
    (files, file) => `only the ${counted(files, 'file')} of the list ${file} are inspected`,
  ),
  /** Files that were not judged. */
  outside: said(
    (why: {
      readonly branch: number;
      readonly product: number;
      readonly period: number;
      readonly 'not-picked': number;
    }) =>
      `不在检查范围内、未判定的卷宗：${[
        ...(why.branch > 0 ? [`机构不符 ${why.branch} 份`] : []),
        ...(why.product > 0 ? [`产品不符 ${why.product} 份`] : []),
        ...(why.period > 0 ? [`业务日期不符 ${why.period} 份`] : []),
        ...(why['not-picked'] > 0 ? [`未抽中 ${why['not-picked']} 份`] : []),
      ].join('，')}`,
    (why) =>
      `files out of scope, not judged: ${[
        ...(why.branch > 0 ? [`${why.branch} of other branches`] : []),
        ...(why.product > 0 ? [`${why.product} of other products`] : []),
        ...(why.period > 0 ? [`${why.period} of other days`] : []),
        ...(why['not-picked'] > 0 ? [`${why['not-picked']} not drawn`] : []),
      ].join(', ')}`,
  ),
  absent: said(
    (files: number, named: readonly string[]) =>
      `已抽中而未提供的卷宗 ${files} 份：${named.join('、')}${files > named.length ? ' 等' : ''}`,
    (files, named) =>
      `drawn and not among the files given: ${files} (${named.join(', ')}${files > named.length ? ', …' : ''})`,
  ),
};

/** What a scheme may name, as where it was looked for. */
export const schemeNames = spoken({
  branch: { zh: '机构', en: 'branches' },
  product: { zh: '产品', en: 'products' },
  step: { zh: '规则库的流程节点', en: 'steps of the rulebook' },
  rule: { zh: '规则库的规则', en: 'rules of the rulebook' },
  severity: { zh: '严重程度', en: 'severities' },
  field: { zh: '卷宗的字段', en: 'fields of the dossier' },
  stratum: { zh: '总体的分层', en: 'strata of the population' },
  dossier: { zh: '总体的卷宗', en: 'files of the population' },
} satisfies Record<NamedInScheme, Said<string>>);

/** Why a sample cannot be drawn. */
export const sampleGaps = spoken({
  size: { zh: '没有写样本量（size）', en: 'its size is not said (`size`)' },
  seed: {
    zh: '没有写随机种子（seed），无法重抽核对',
    en: 'without a seed (`seed`) nobody can draw it again',
  },
  by: {
    zh: '没有写按什么分层（by）',
    en: 'it does not say by what files are put into strata (`by`)',
  },
  bands: { zh: '按金额分层而没有写金额分档（bands）', en: 'strata by amount need bands (`bands`)' },
  'bands-order': { zh: '金额分档应由小到大', en: 'bands of amounts should ascend' },
  reason: {
    zh: '判断抽样没有写理由（reason）',
    en: 'files chosen by judgement need a reason (`reason`)',
  },
  files: {
    zh: '判断抽样没有列出卷宗（files）',
    en: 'files chosen by judgement are not listed (`files`)',
  },
  'size-beyond-population': { zh: '样本量大于总体', en: 'it is larger than its population' },
} satisfies Record<SampleGap, Said<string>>);
