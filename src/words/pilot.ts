import { type In, said, spoken } from '../base/language.ts';

/** Who is compared, in the rulebook's words. */
export interface Sides {
  readonly inPilot: string;
  readonly others: string;
}

const table = {
  title: { zh: '试点评比报告', en: 'Comparison of a pilot' },
  scheme: { zh: '试点方案', en: 'Scheme' },
  pilot: { zh: '试点编号', en: 'pilot' },
  members: said(
    (side: string, branches: string) => `${side}：${branches}`,
    (side, branches) => `${side}: ${branches}`,
  ),
  during: { zh: '试点期间', en: 'during the pilot' },
  before: { zh: '试点之前', en: 'before it' },
  period: said(
    (from: string, until: string) => `${from}至${until}`,
    (from, until) => `${from} to ${until}`,
  ),
  beforePeriod: said(
    (from: string | undefined, until: string) =>
      from === undefined ? `${until}及以前的全部卷宗` : `${from}至${until}`,
    (from, until) => (from === undefined ? `all files up to ${until}` : `${from} to ${until}`),
  ),
  interim: said(
    (known: string) => `试点尚未结束，数据只到${known}，以下为阶段性结果。`,
    (known) => `The pilot goes on and the files tell up to ${known}: what follows is interim.`,
  ),
  samples: { zh: '样本（由卷宗计数）', en: 'Samples, counted from the files' },
  group: { zh: '组', en: 'group' },
  files: { zh: '卷宗数', en: 'files' },
  leftOut: said(
    (outside: number, apart: number, undated: number, unplaced: number, unread: number) =>
      [
        `期间之外${outside}份`,
        ...(apart > 0 ? [`不参加比较的机构${apart}份`] : []),
        ...(undated > 0 ? [`日期未录入${undated}份`] : []),
        ...(unplaced > 0 ? [`机构未录入或不止一个${unplaced}份`] : []),
        ...(unread > 0 ? [`无法读取${unread}份`] : []),
      ].join('，') + '，均未计入。',
    (outside, apart, undated, unplaced, unread) =>
      `Not counted: ${[
        `${outside} outside the time`,
        ...(apart > 0 ? [`${apart} of units that are not compared`] : []),
        ...(undated > 0 ? [`${undated} without a day`] : []),
        ...(unplaced > 0 ? [`${unplaced} without a unit of their own`] : []),
        ...(unread > 0 ? [`${unread} that could not be read`] : []),
      ].join(', ')}.`,
  ),
  asTheyAre: {
    zh: '各组指标（未均衡结构；括号内为占比的95%精确区间和已知份数）',
    en: 'Measures as the files are (shares with their exact 95 % interval, and files known)',
  },
  measure: { zh: '指标', en: 'measure' },
  evenedTitle: { zh: '可比口径下的差异', en: 'Differences, like for like' },
  evenedNote: said(
    (mix: string, own: string) =>
      `${mix}结构均衡到${own}试点期间的结构（直接标准化）；占比的差异用Newcombe–Zou–Donner区间，平均值的差异用Welch区间，均为95%。`,
    (mix, own) =>
      `${mix} evened out to the mix of the ${own} during the pilot (direct standardisation); differences of shares by the interval of Newcombe, Zou and Donner, of means by Welch’s, all at 95 %.`,
  ),
  noMix: said(
    (own: string) => `规则库没有写明按什么均衡结构，${own}与其他的卷宗按原样比较。`,
    (own) =>
      `The rulebook does not say what to even out; files of the ${own} and the others are compared as they are.`,
  ),
  across: said(
    ({ inPilot, others }: Sides) => `试点期间：${inPilot}减${others}`,
    ({ inPilot, others }) => `during: ${inPilot} less ${others}`,
  ),
  over: said(
    ({ inPilot }: Sides) => `${inPilot}：期间减之前`,
    ({ inPilot }) => `${inPilot}: during less before`,
  ),
  change: { zh: '差中差（两者变化之差）', en: 'difference in differences' },
  compared: { zh: '比较的卷宗', en: 'files compared' },
  usedOf: said(
    (used: number, of: number) => `期间${of}份中的${used}份`,
    (used, of) => `${used} of ${of} during`,
  ),
  notCompared: { zh: '不作比较', en: 'not compared' },
  why: {
    sum: { zh: '合计数，不作比较', en: 'a sum, which is not compared' },
    definitions: {
      zh: '方案没有写明两边指标口径一致',
      en: 'the scheme does not say that both sides define their measures alike',
    },
    'no-pilot': {
      zh: '试点期间没有可计算的卷宗',
      en: 'no file of the pilot’s time can be computed',
    },
    'no-others': { zh: '没有对照的卷宗', en: 'there is nothing to compare with' },
    'no-before': {
      zh: '试点之前没有可计算的卷宗，变化无从谈起',
      en: 'no file from before can be computed, so no change can be told',
    },
    'no-stratum': { zh: '没有一类卷宗四组都有', en: 'no kind of file is in all four groups' },
    few: { zh: '样本太少，不作比较', en: 'too few, no comparison' },
    'no-spread': {
      zh: '各组内没有差别或者每类只有一份，算不出区间',
      en: 'without any spread within the groups no interval can be told',
    },
  },
  strata: {
    zh: '结构：四组都有的与没有的',
    en: 'The mix: kinds in all four groups, and the others',
  },
  stratum: { zh: '类别', en: 'kind' },
  use: { zh: '是否比较', en: 'compared' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否，缺一组', en: 'no, a group has none' },
  more: said(
    (count: number) => `另有${count}类，见JSON`,
    (count) => `${count} more kinds: see JSON`,
  ),
  may: { zh: '可以这样说', en: 'What one may say' },
  mayNot: { zh: '不可以这样说', en: 'What one may not say' },
  nothing: { zh: '没有一项指标可以作出结论。', en: 'No measure allows a conclusion.' },
  noFiles: {
    zh: '没有一份卷宗属于所比较的机构和期间，不能作任何比较。',
    en: 'No file is of the institutions and days compared: nothing can be said.',
  },
  differs: said(
    (
      { inPilot, others }: Sides,
      measure: string,
      way: 'higher' | 'lower',
      amount: string,
      interval: string,
      used: string,
    ) =>
      `在可比口径下（${used}），${inPilot}“${measure}”自试点前至试点期间的变化，比${others}同期的变化${way === 'higher' ? '高' : '低'}${amount}，差异的95%区间${interval}。`,
    ({ inPilot, others }, measure, way, amount, interval, used) =>
      `Like for like (${used}), “${measure}” of the ${inPilot} changed by ${amount} ${way === 'higher' ? 'more' : 'less'} than that of the ${others}; 95 % interval ${interval}.`,
  ),
  noDifference: said(
    ({ inPilot, others }: Sides, measure: string, amount: string, interval: string, used: string) =>
      `在可比口径下（${used}），看不出${inPilot}“${measure}”的变化与${others}不同：差异${amount}，95%区间${interval}，含零。`,
    ({ inPilot, others }, measure, amount, interval, used) =>
      `Like for like (${used}), no difference is seen between the change of “${measure}” of the ${inPilot} and the ${others}: ${amount}, 95 % interval ${interval}, which holds zero.`,
  ),
  cause: said(
    ({ inPilot }: Sides) =>
      `“试点使指标改善（变差）”。理由：${inPilot}不是随机选定的，同期的其他变化没有排除，比较说明差异，不说明原因。`,
    ({ inPilot }) =>
      `“The pilot made it better (or worse).” The ${inPilot} were not drawn at random and whatever else changed meanwhile is not ruled out: this tells a difference, not its cause.`,
  ),
  beyond: said(
    (kinds: string, share: string) =>
      `“各类业务都如此”。理由：${kinds}有一组没有卷宗，占试点期间卷宗的${share}，没有比较。`,
    (kinds, share) =>
      `“So it is in all business.” In some group there is no file of ${kinds}; these are ${share} of the pilot’s files and were not compared.`,
  ),
  zero: said(
    (measures: string) => `“${measures}有改善（变差）”。理由：区间含零。`,
    (measures) => `“${measures} got better (or worse).” The interval holds zero.`,
  ),
  excluded: said(
    (measure: string, reason: string) => `关于“${measure}”的任何比较。理由：${reason}。`,
    (measure, reason) => `Any comparison of “${measure}”: ${reason}.`,
  ),
  unfinished: said(
    (measures: string, count: number) =>
      `“${measures}已包括期间的全部业务”。理由：期间最多另有${count}份不适用或者尚未办到，办得慢的可能还没有计入。`,
    (measures, count) =>
      `“${measures} is of all business of the time.” Up to ${count} files of it are out of scope or have not come so far: slow ones may be missing.`,
  ),
  unknown: said(
    (measure: string, count: number) =>
      `“${measure}的结果已经确定”。理由：四组中另有${count}份的数值无法判定，补录后可能变动。`,
    (measure, count) =>
      `“The figure of ${measure} is final.” The values of ${count} more files cannot be told and may move it.`,
  ),
  many: said(
    (count: number) =>
      `“至少有一项有差异，足见试点有效”。理由：同时比较了${count}项，即使都没有差异，也可能有个别区间偶然不含零。`,
    (count) =>
      `“One measure at least differs, so it works.” ${count} were compared together: even without any difference some interval may miss zero by chance.`,
  ),
  interimNot: {
    zh: '“试点的最终结果”。理由：试点尚未结束。',
    en: '“The result of the pilot.” It has not ended.',
  },
  elsewhere: said(
    ({ others }: Sides) => `“推广到${others}也会如此”。理由：比较的只是这几家和这段时间。`,
    ({ others }) =>
      `“So it will be in the ${others}.” Only these units and this time were compared.`,
  ),
  range: said(
    (low: string, high: string) => `${low}至${high}`,
    (low, high) => `${low} to ${high}`,
  ),
  points: said(
    (points: string) => `${points}个百分点`,
    (points) => `${points} percentage points`,
  ),
  changeChart: {
    zh: '差中差与95%区间（各行自成标尺，竖线为零）',
    en: 'Difference in differences with 95 % interval (a scale a row; the line is zero)',
  },
  levelChart: said(
    (measure: string) => `${measure}（结构均衡后）`,
    (measure) => `${measure}, evened out`,
  ),
  none: { zh: '无', en: 'none' },
  refused: {
    'not-a-pilot': { zh: '不是试点方案', en: 'no record of a pilot' },
    incomplete: {
      zh: '参加或对照的机构、起止日期、基线期有缺，不能比较',
      en: 'branches, comparison, days or baseline are missing: nothing can be compared',
    },
    backwards: { zh: '结束日期早于开始日期', en: 'it ends before it begins' },
    'no-branch': { zh: '没有参加的机构', en: 'nobody takes part' },
    'both-sides': { zh: '既参加试点又作对照', en: 'in the pilot and in the comparison' },
  },
};

/** What is said of pilots, apart from the rulebook's own words. */
export type PilotWords = In<typeof table>;

export const pilotWords = spoken(table);
