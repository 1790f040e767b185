import { type In, said, type Said, spoken } from '../base/language.ts';
import type { QuestionKind } from '../rulebook/files.ts';
import { processWords } from './process.ts';
import { punctuation } from './punctuation.ts';

/** Which side of a limit is allowed. */
interface Side {
  /** Whether values above it are allowed. */
  readonly isLeast: boolean;
  readonly scale: { readonly kind: 'amount' | 'day' };
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const weekdaysInEnglish = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

function most({ isLeast, scale }: Side): Said<string> {
  if (scale.kind === 'day')
    return isLeast ? { zh: '最早', en: 'earliest' } : { zh: '最迟', en: 'latest' };
  return isLeast ? { zh: '最低', en: 'lowest' } : { zh: '最高', en: 'highest' };
}

/** No spaces between Chinese words and figures, no seconds that are none. */
function tightIn(text: string): string {
  return text
    .replaceAll(/(?<=[\p{Script=Han}\d%）]) (?=\p{Script=Han})|(?<=\p{Script=Han}) (?=\d)/gu, '')
    .replaceAll(/(\d\d:\d\d):00\b/gu, '$1');
}

/** Lists of values without their brackets. */
function listsIn(text: string, none: string): string {
  return text.replaceAll(/\[([^[\]]*)\]/gu, (_, inside: string) => inside || none);
}

const table = {
  colon: punctuation.colon,
  semicolon: punctuation.semicolon,
  processTitle: processWords.processTitle,
  citation: said(
    (source: string, number: string, clause: string) =>
      source + (number === '' ? '' : `（${number}）`) + clause,
    (source, number, clause) =>
      source + (number === '' ? '' : ` (${number})`) + (clause === '' ? '' : `, ${clause}`),
  ),
  listed: { zh: '、', en: ', ' },
  tight: said(tightIn, (text) => text.replaceAll(/(\d\d:\d\d):00\b/gu, '$1')),
  /** What a finding says, as a sentence: lists without brackets, and what nobody recorded is said. */
  sentence: said(
    (text: string) =>
      stopped(listsIn(tightIn(text), '无').replaceAll(/ ?？(?=[，。；：）])/gu, '无记录'), '。'),
    (text) =>
      stopped(
        listsIn(text, 'none')
          .replaceAll(/(?<=\w )？/gu, '(not recorded)')
          .replaceAll(/(\d\d:\d\d):00\b/gu, '$1'),
        '.',
      ),
  ),
  nothing: { zh: '无记录', en: 'not recorded' },
  /** It was verified that there is none, which is not the same as not recorded. */
  none: { zh: '经核实无', en: 'verified as none' },
  wanted: { zh: '【待求】', en: '(to be found)' },
  fact: said(
    (name: string, value: string) => `${name}：${value}`,
    (name, value) => `${name}: ${value}`,
  ),
  record: said(
    (name: string, facts: readonly string[]) => `【${name}】${facts.join('；')}`,
    (name, facts) => `${name} — ${facts.join('; ')}`,
  ),
  inner: said(
    (name: string, facts: readonly string[]) => `${name}（${facts.join('，')}）`,
    (name, facts) => `${name} (${facts.join(', ')})`,
  ),
  nth: said(
    (name: string, key: string) => `${name}${key}`,
    (name, key) => `${name} ${key}`,
  ),
  namesOf: said(
    (names: readonly string[]) => names.join('；'),
    (names) => names.join('; '),
  ),
  limits: said(
    (limits: readonly string[]) => `现行限额：${limits.join('；')}。`,
    (limits) => `Limits now: ${limits.join('; ')}.`,
  ),
  broken: said(
    (title: string) => `不符合“${title}”。`,
    (title) => `“${title}” is not met.`,
  ),
  met: said(
    (title: string) => `所列记载符合“${title}”。`,
    (title) => `What is recorded meets “${title}”.`,
  ),

  judgement: said(
    (product: string, title: string) =>
      `某笔${product}适用“${title}”这一要求，卷宗记载如下。仅就这一要求而言，该笔业务合规。`,
    (product, title) =>
      `The requirement “${title}” applies to a file (${product}), which records the following. By this requirement alone, the file is in order.`,
  ),
  practice: said(
    (title: string, line: string) => `关于“${title}”，做法：${stopped(line, '。')}是否正确？`,
    (title, line) =>
      `Rule: “${title}”. Practice: ${stopped(line, '.')} True or false: this practice is correct.`,
  ),
  rightWay: {
    zh: '正确，这是规定的办理要点。',
    en: 'True: this is what the procedure says to do.',
  },
  mistake: { zh: '错误，这是常见差错。', en: 'False: this is a common mistake.' },

  howIsDone: said(
    (lines: readonly string[]) => `办理要点：${lines.map((line) => stopped(line, '。')).join('')}`,
    (lines) => `What to do: ${lines.map((line) => stopped(line, '.')).join(' ')}`,
  ),

  limitAsked: said(
    (product: string, title: string, field: string, side: Side) =>
      `某笔${product}的卷宗记载如下，其他各项不变。要符合“${title}”，${field}${most(side).zh}为多少？`.replace(
        '为多少',
        side.scale.kind === 'day' ? '为哪一天' : '为多少',
      ),
    (product, title, field, side) =>
      `A file (${product}) records the following, and all else stays as it is. What is the ${most(side).en} “${field}” that meets “${title}”?`,
  ),
  limitIs: said(
    (field: string, value: string, side: Side) => `${field}${most(side).zh}为${value}。`,
    (field, value, side) => `The ${most(side).en} “${field}” is ${value}.`,
  ),
  beyond: said(
    (value: string) => `${value}即不符合。`,
    (value) => `${value} would no longer meet it.`,
  ),
  differenceAsked: said(
    (product: string, title: string, field: string, { isLeast }: Side) =>
      `某笔${product}的卷宗记载如下，不符合“${title}”。其他各项不变，${field}至少应${isLeast ? '增加' : '减少'}多少才符合？`,
    (product, title, field, { isLeast }) =>
      `A file (${product}) records the following and does not meet “${title}”. All else as it is, by how much must “${field}” be ${isLeast ? 'raised' : 'lowered'}, at least?`,
  ),
  measureAsked: said(
    (product: string, title: string, _isShare: boolean) =>
      `某笔${product}的卷宗记载如下，计算“${title}”（用百分数表示，保留两位小数）。`,
    (product, title) =>
      `A file (${product}) records the following. Work out “${title}”, in percent to two decimals.`,
  ),
  measureIs: said(
    (title: string, value: string) => `${title}为${value}。`,
    (title, value) => `${title} is ${value}.`,
  ),
  deadlineAsked: said(
    (from: string, to: string, day: string, weekday: number) =>
      `“${from}”于${day}（星期${weekdays[weekday - 1]}）完成。“${to}”最迟应于哪一天完成？`,
    (from, to, day, weekday) =>
      `“${from}” was completed on ${weekdaysInEnglish[weekday - 1]}, ${day}. By which day must “${to}” be complete?`,
  ),
  deadlineIs: said(
    (from: string, to: string, days: number, end: string) =>
      `“${to}”应于“${from}”完成后${days}个工作日内完成，完成当日不计，最迟${end}。`,
    (from, to, days, end) =>
      `“${to}” has ${days} working ${days === 1 ? 'day' : 'days'} from “${from}”, the day itself not counted: ${end} at the latest.`,
  ),
  calendarDay: said(
    (day: string, isWorked: boolean) => `${day}${isWorked ? '调休上班' : '放假'}`,
    (day, isWorked) => `${day} is ${isWorked ? 'worked instead of a day off' : 'a public holiday'}`,
  ),

  sequence: {
    zh: '按办理的先后顺序排列下列流程节点。',
    en: 'Put these steps in the order in which a file goes through them.',
  },
  inOrder: said(
    (titles: readonly string[]) => `先后顺序：${titles.join('→')}。`,
    (titles) => `In order: ${titles.join(' → ')}.`,
  ),

  whoDoes: said(
    (step: string, does: string) =>
      `“${step}”节点中，下列工作由哪个岗位办理：${stopped(does, '。')}`,
    (step, does) => `In the step “${step}”, which post does this: ${stopped(does, '.')}`,
  ),
  doneBy: said(
    (step: string, post: string) => `这是“${step}”节点中${post}的工作；其余岗位不办理本节点。`,
    (step, post) =>
      `In “${step}” this is for the ${inLine(post)}; the other posts do not act in this step.`,
  ),
  whichExcludes: said(
    (post: string) => `同一笔业务中，${post}不得兼任下列哪个岗位？`,
    (post) =>
      `On one file, which of these posts may not be held together with that of ${inLine(post)}?`,
  ),
  incompatible: { zh: '不相容岗位', en: 'Posts that exclude each other' },

  whichIsRight: said(
    (title: string) => `关于“${title}”，下列做法正确的是（　　）。`,
    (title) => `“${title}”: which of these is right?`,
  ),
  whichIsWrong: said(
    (title: string) => `关于“${title}”，下列做法错误的是（　　）。`,
    (title) => `“${title}”: which of these is wrong?`,
  ),
  othersAreMistakes: { zh: '其余各项都是常见差错。', en: 'The others are common mistakes.' },
  isMistake: {
    zh: '这是常见差错，其余各项是办理要点。',
    en: 'This is a common mistake; the others are what the procedure says to do.',
  },
  whichValue: {
    single: said(
      (product: string, title: string, field: string) =>
        `某笔${product}的卷宗记载如下。下列${field}中，符合“${title}”的是（　　）。`,
      (product, title, field) =>
        `A file (${product}) records the following. Which “${field}” meets “${title}”?`,
    ),
    multiple: said(
      (product: string, title: string, field: string) =>
        `某笔${product}的卷宗记载如下。下列${field}中，符合“${title}”的有（　　）。`,
      (product, title, field) =>
        `A file (${product}) records the following. Which values of “${field}” meet “${title}”?`,
    ),
  },
  limitOnDay: said(
    (_day: string, title: string, _rule: string) => `现行“${title}”是（　　）。`,
    (_day, title) => `What is the limit “${title}” now?`,
  ),
  limitSince: said(
    (title: string, value: string, from: string) => `${title}自${from}起为${value}。`,
    (title, value, from) => `${title} has been ${value} since ${from}.`,
  ),
  whichAreMistakes: said(
    (title: string) => `关于“${title}”，下列做法中属于差错的有（　　）。`,
    (title) => `“${title}”: which of these are mistakes?`,
  ),
  mistakesOf: {
    zh: '所选各项都是常见差错，其余各项是办理要点。',
    en: 'Those chosen are common mistakes; the others are what the procedure says to do.',
  },
  whichEvidence: said(
    (title: string) => `落实“${title}”，应当留存的资料有（　　）。`,
    (title) => `Which papers have to be kept for “${title}”?`,
  ),
  evidenceIs: said(
    (documents: readonly string[]) => `应当留存：${documents.join('、')}。`,
    (documents) => `To be kept: ${documents.join(', ')}.`,
  ),
  whichGates: said(
    (step: string) => `下列要求中，不符合就不得从“${step}”转入后续节点的有（　　）。`,
    (step) =>
      `Which of these are gates of “${step}”: a file that does not meet them may not move on?`,
  ),
  gatesAre: said(
    (titles: readonly string[]) =>
      `本节点据以放行的要求：${titles.join('；')}。其余各项在以后的节点检查。`,
    (titles) => `Gates: ${titles.join('; ')}. The others are checked in later steps.`,
  ),
  caseAsked: said(
    (product: string, day: string, isSingle: boolean) =>
      `检查一笔${product}，卷宗节选如下。以${day}施行的规定为准，指出本案违反的要求（${isSingle ? '单选' : '多选，少选、错选均不得分'}）。`,
    (product, day, isSingle) =>
      `A file (${product}) is inspected; an extract follows. By the rules in force on ${day}, ${
        isSingle
          ? 'which requirement does it breach? One answer is right.'
          : 'which requirements does it breach? Several are right; all of them and no others have to be chosen.'
      }`,
  ),
  finding: said(
    (title: string, findings: readonly string[], basis: readonly string[]) =>
      `${title}：${findings.map((one) => stopped(one, '。')).join('')}${basis.length > 0 ? `（依据：${basis.join('；')}）` : ''}`,
    (title, findings, basis) =>
      `${title}: ${findings.map((one) => stopped(one, '.')).join(' ')}${basis.length > 0 ? ` (${basis.join('; ')})` : ''}`,
  ),

  kinds: {
    case: { zh: '案例题', en: 'Case' },
    judgement: { zh: '判断题', en: 'True or false' },
    calculation: { zh: '计算题', en: 'Calculation' },
    sequence: { zh: '排序题', en: 'Sequence' },
    post: { zh: '岗位题', en: 'Posts' },
    single: { zh: '单选题', en: 'Single choice' },
    multiple: { zh: '多选题', en: 'Multiple choice' },
  } satisfies Readonly<Record<QuestionKind, Said<string>>>,
  howTo: {
    case: {
      zh: '阅读卷宗节选，选出全部违反的要求；题干注明单选或者多选。',
      en: 'Read the extract and choose every requirement that is breached.',
    },
    judgement: { zh: '正确的写“对”，错误的写“错”。', en: 'Write true or false.' },
    calculation: { zh: '写出结果和单位。', en: 'Give the result with its unit.' },
    sequence: { zh: '依次写出字母。', en: 'Write the letters in order.' },
    post: { zh: '只有一项正确。', en: 'One answer is right.' },
    single: { zh: '只有一项正确。', en: 'One answer is right.' },
    multiple: {
      zh: '有两项以上正确，少选、错选均不得分。',
      en: 'Two or more are right; all of them and no others have to be chosen.',
    },
  } satisfies Readonly<Record<QuestionKind, Said<string>>>,
  difficulties: {
    easy: { zh: '易', en: 'easy' },
    medium: { zh: '中', en: 'medium' },
    hard: { zh: '难', en: 'hard' },
  },
  truth: said<readonly [string, string]>(['对', '错'], ['true', 'false']),

  paperTitle: said(
    (title: string, letter: string) => `${title}（${letter}卷）`,
    (title, letter) => `${title}, paper ${letter}`,
  ),
  sheetTitle: said(
    (title: string, letter: string) => `${title}（${letter}卷）答题卡`,
    (title, letter) => `${title}, paper ${letter}: answer sheet`,
  ),
  keyTitle: said(
    (title: string, letter: string) => `${title}（${letter}卷）答案与解析`,
    (title, letter) => `${title}, paper ${letter}: key`,
  ),
  partTitle: said(
    (place: number, kind: string, count: number, points: number) =>
      `${'一二三四五六七'[place] ?? place + 1}、${kind}（共${count}题，每题${points}分，共${count * points}分）`,
    (place, kind, count, points) => `Part ${place + 1}. ${kind} (${count} × ${points} points)`,
  ),
  about: said(
    (rulebook: string, version: string, asOf: string) =>
      `本卷依据《${rulebook}》${version}版，以${asOf}施行的规定为准。`,
    (rulebook, version, asOf) => `After ${rulebook}, version ${version}, as in force on ${asOf}.`,
  ),
  terms: said(
    (total: number, pass: number, minutes: number | undefined) =>
      `满分${total}分，${pass}分及格${minutes === undefined ? '' : `，时间${minutes}分钟`}。`,
    (total, pass, minutes) =>
      `${total} points in all, ${pass} to pass${minutes === undefined ? '' : `, ${minutes} minutes`}.`,
  ),
  fictional: {
    zh: '卷宗节选中的人名、号码均为虚构。',
    en: 'Names and numbers in the extracts are fictitious.',
  },
  examinee: said<readonly string[]>(
    ['姓名', '机构', '岗位', '日期', '得分', '阅卷人'],
    ['Name', 'Branch', 'Post', 'Date', 'Score', 'Marked by'],
  ),
  question: { zh: '题号', en: 'No.' },
  answer: { zh: '答案', en: 'Answer' },
  explanation: { zh: '解析', en: 'Explanation' },
  basis: { zh: '依据', en: 'Basis' },
  edition: said(
    (rule: string, from: string) => `${rule}，${from}起施行的版本`,
    (rule, from) => `${rule}, edition from ${from}`,
  ),
  editions: { zh: '版本', en: 'Edition' },
  file: { zh: '卷宗', en: 'File' },

  bank: {
    sheet: { zh: '题库', en: 'Questions' },
    kind: { zh: '题型', en: 'Kind' },
    stem: { zh: '题干', en: 'Question' },
    options: { zh: '选项', en: 'Options' },
    answer: { zh: '答案', en: 'Answer' },
    explanation: { zh: '解析', en: 'Explanation' },
    difficulty: { zh: '难度', en: 'Difficulty' },
    topic: { zh: '知识点', en: 'Topic' },
    posts: { zh: '岗位', en: 'Posts' },
    basis: { zh: '依据', en: 'Basis' },
  },

  roster: {
    title: said(
      (rulebook: string, version: string) => `《${rulebook}》${version}版学习签收表`,
      (rulebook, version) => `Reading roster: ${rulebook}, version ${version}`,
    ),
    declares: said(
      (rulebook: string, version: string, asOf: string) =>
        `本人已阅读《${rulebook}》${version}版（以${asOf}施行的规定为准），知悉本岗位的要求和不相容岗位的限制。`,
      (rulebook, version, asOf) =>
        `I have read ${rulebook}, version ${version}, as in force on ${asOf}, and know what it asks of my post and which posts exclude each other.`,
    ),
    sheet: { zh: '签收表', en: 'Roster' },
    number: { zh: '序号', en: 'No.' },
    post: { zh: '岗位', en: 'Post' },
    name: { zh: '姓名', en: 'Name' },
    staff: { zh: '工号', en: 'Staff no.' },
    signature: { zh: '签名', en: 'Signature' },
    date: { zh: '日期', en: 'Date' },
  },

  checked: said(
    (questions: number, changed: number) =>
      changed === 0
        ? `${questions}题，所依据的规定均未变动`
        : `${questions}题中${changed}题所依据的规定有变动`,
    (questions, changed) =>
      changed === 0
        ? `${questions} questions: nothing that they rest on has changed`
        : `${changed} of ${questions} questions rest on what has changed`,
  ),
  changed: said(
    (place: string, kind: string, reasons: readonly string[]) =>
      `${place} ${kind}：${reasons.join('；')}`,
    (place, kind, reasons) => `${place} ${kind}: ${reasons.join('; ')}`,
  ),
  because: {
    gone: said(
      (id: string) => `${id} 已不在规则库中，或已废止、暂不可用`,
      (id) => `${id} is gone, repealed, or may no longer be asked about`,
    ),
    edition: said(
      (id: string, was: string, now: string) => `${id} 的版本由${was}改为${now}`,
      (id, was, now) => `${id}: the edition of ${was} gave way to that of ${now}`,
    ),
    edited: said(
      (id: string) => `${id} 的内容有改动`,
      (id) => `${id}: its text was edited`,
    ),
    limit: said(
      (id: string, was: string, now: string) => `限额 ${id} 由${was}改为${now}`,
      (id, was, now) => `limit ${id}: was ${was}, is ${now}`,
    ),
  },
  wrote: said(
    (out: string, papers: number, questions: number) => `${out}：${papers}套试卷，${questions}题`,
    (out, papers, questions) => `${out}: ${papers} papers, ${questions} questions`,
  ),
};

/** A sentence with its full stop, once. */
function stopped(text: string, stop: string): string {
  return /[。！？.!?”]$/u.test(text) ? text : text + stop;
}

/** A title inside an English sentence: without its capital. */
function inLine(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}

export type TrainingWords = In<typeof table>;

export const trainingWords: Said<TrainingWords> = spoken(table);
