import { said, spoken } from '../../base/language.ts';

/** What the view says in which papers are drawn. */
export const teachWords = spoken({
  title: { zh: '培训出题', en: 'Training' },
  papers: { zh: '组卷', en: 'Papers' },
  name: { zh: '试卷名称', en: 'Title of the papers' },
  usualName: { zh: '岗位资格考试', en: 'Qualifying examination' },
  findPost: { zh: '查找岗位（通称也可）', en: 'Find a post, by any of its names' },
  posts: { zh: '岗位（不选即全部）', en: 'Posts (all where none is chosen)' },
  stages: { zh: '环节（不选即全部）', en: 'Stages (all where none is chosen)' },
  kinds: {
    caption: { zh: '题型与题量', en: 'Kinds and numbers of questions' },
    kind: { zh: '题型', en: 'Kind' },
    count: { zh: '每卷题数', en: 'Questions a paper' },
    points: { zh: '每题分值', en: 'Points each' },
    total: { zh: '小计', en: 'Points' },
  },
  numberOf: said(
    (kind: string) => `${kind}题数`,
    (kind) => `${kind}: questions`,
  ),
  pointsOf: said(
    (kind: string) => `${kind}每题分值`,
    (kind) => `${kind}: points each`,
  ),
  sum: said(
    (questions: number, points: number) => `每卷${questions}题，满分${points}分`,
    (questions, points) => `${questions} questions a paper, ${points} points`,
  ),
  allQuestions: {
    zh: '题目总数（按比例分到各题型）',
    en: 'Questions in all (spread over the kinds)',
  },
  count: { zh: '套数', en: 'Papers' },
  passMark: { zh: '及格分', en: 'Pass mark' },
  passMarkOf: said(
    (points: number) => `及格分（满分${points}分）`,
    (points) => `Pass mark (points of ${points})`,
  ),
  minutes: { zh: '考试时间（分钟）', en: 'Minutes' },
  redLines: { zh: '红线题至少占（%）', en: 'Of red lines, at least (%)' },
  seed: { zh: '种子', en: 'Seed' },
  seedNote: {
    zh: '种子是任取的整数：规则库、方案和种子都相同，出的题完全相同；换一个种子，就换一套题。',
    en: 'The seed is any whole number: the same rulebook, blueprint and seed give the same questions, another seed gives others.',
  },
  day: { zh: '以该日规定为准', en: 'As at' },
  draw: { zh: '出题', en: 'Draw papers' },
  again: { zh: '换一套题', en: 'Draw others' },
  open: { zh: '打开组卷方案', en: 'Open a blueprint' },
  keep: { zh: '保存组卷方案', en: 'Save the blueprint' },
  blueprintName: { zh: '组卷方案.yaml', en: 'blueprint.yaml' },
  drawing: {
    zh: '正在出题，约需几秒到半分钟……',
    en: 'Drawing papers: some seconds to half a minute…',
  },
  drawn: said(
    (papers: readonly string[], questions: number, points: number) =>
      `已出${papers.join('、')}${papers.length === 1 ? '一卷' : `共${papers.length}卷`}，每卷${questions}题，满分${points}分`,
    (papers, questions, points) =>
      papers.length === 1
        ? `Paper ${papers.join()} is drawn: ${questions} questions, ${points} points`
        : `Papers ${papers.join(', ')} are drawn: ${questions} questions each, ${points} points`,
  ),
  read: said(
    (name: string) => `已读入${name}`,
    (name) => `${name} is read`,
  ),
  wrong: said(
    (count: number) => `方案有${count}处问题，未出题：`,
    (count) =>
      `${count === 1 ? 'One thing is' : `${count} things are`} wrong, and no paper was drawn:`,
  ),
  lowered: said(
    (from: number, to: number) =>
      `红线题占比已由${from}%降为${to}%：所选岗位、环节的红线题只够这么多。`,
    (from, to) =>
      `The share of red lines was lowered from ${from}% to ${to}%: the posts and stages chosen have no more of them.`,
  ),
  stale: {
    zh: '方案已改动，下列试卷仍是改动前出的。',
    en: 'The blueprint was changed since these papers were drawn.',
  },
  preview: { zh: '预览', en: 'Preview' },
  downloads: { zh: '下载', en: 'Downloads' },
  all: { zh: '全部下载（ZIP）', en: 'Download all (ZIP)' },
  archive: { zh: '试卷.zip', en: 'papers.zip' },
  elapsed: said(
    (seconds: number) => `已用${seconds}秒`,
    (seconds) => (seconds === 1 ? '1 second' : `${seconds} seconds`),
  ),
  packing: { zh: '正在生成文件……', en: 'Making the files…' },
  saved: said(
    (name: string) => `已下载${name}`,
    (name) => `${name} is downloaded`,
  ),
  files: {
    paper: said(
      (letter: string) => `${letter}卷`,
      (letter) => `Paper ${letter}`,
    ),
    'answer-sheet': said(
      (letter: string) => `${letter}卷答题卡`,
      (letter) => `Answer sheet ${letter}`,
    ),
    key: said(
      (letter: string) => `${letter}卷答案与解析`,
      (letter) => `Key ${letter}`,
    ),
    roster: said(
      () => '签收表',
      () => 'Reading roster',
    ),
    bank: said(
      () => '题库',
      () => 'Question bank',
    ),
    papers: said(
      () => '试卷依据清单',
      () => 'What the papers rest on',
    ),
  },
  handbook: {
    title: { zh: '岗位手册', en: 'Handbook of a post' },
    post: { zh: '岗位', en: 'Post' },
    save: { zh: '下载岗位手册（DOCX）', en: 'Download the handbook (DOCX)' },
    note: {
      zh: '含职责、任务、时限、不相容岗位和所管规则；页面生成的文件中流程图以文字表述。生成约需十秒到一分钟。',
      en: 'Duties, tasks, time limits, posts that exclude each other, and its rules; charts are in words. It takes ten seconds to a minute.',
    },
    making: { zh: '正在生成岗位手册……', en: 'Making the handbook…' },
    name: said(
      (post: string) => `岗位手册-${post}.docx`,
      (post) => `handbook-${post}.docx`,
    ),
  },
});
