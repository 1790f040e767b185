import { said } from '../base/language.ts';

type Answer = 'ready' | 'stopped' | 'wanting';

/** What is to be done of a file, and whether it is in order before a step. */
export const progress = {
  /** The answer at a glance: of data alone, where a person has yet to look; of a step that was done already, what is seen afterwards. */
  answered: said(
    (answer: Answer, waiting: number, isDone: boolean) =>
      isDone
        ? { ready: '已办结，未见不符', stopped: '已办结，有不符', wanting: '已办结，仍有待补' }[
            answer
          ]
        : answer === 'ready' && waiting > 0
          ? `可办（仅按数据，另有 ${waiting} 条须由人核对）`
          : { ready: '可办', stopped: '不可办', wanting: '待补' }[answer],
    (answer, waiting, isDone) =>
      isDone
        ? {
            ready: 'done, nothing wrong seen',
            stopped: 'done, not in order',
            wanting: 'done, still incomplete',
          }[answer]
        : answer === 'ready' && waiting > 0
          ? `ready (by data alone; ${waiting} for a person to check)`
          : { ready: 'ready', stopped: 'not ready', wanting: 'incomplete' }[answer],
  ),
  /** What is answered before a step that a post sees to, and when it was done, where it was. */
  asks: said(
    (post: string, step: string, answer: Answer, done: string | undefined) =>
      done === undefined
        ? {
            ready: `按卷宗数据未见不符，可以办理“${step}”（由${post}把关）`,
            stopped: `有不符合要求的事项，不能办理“${step}”（由${post}把关）`,
            wanting: `办妥、补齐以下事项后，方可办理“${step}”（由${post}把关）`,
          }[answer]
        : `“${step}”已于 ${done} 办结（由${post}把关）；${
            {
              ready: '事后核对，按卷宗数据未见不符',
              stopped: '事后核对，有不符合要求的事项',
              wanting: '事后核对，以下事项仍未办妥、补齐',
            }[answer]
          }`,
    (post, step, answer, done) =>
      done === undefined
        ? {
            ready: `by the data of the file nothing stands in the way of “${step}” (${post})`,
            stopped: `what does not comply stands in the way of “${step}” (${post})`,
            wanting: `“${step}” may begin once the following is done or supplied (${post})`,
          }[answer]
        : `“${step}” was done on ${done} (${post}); seen afterwards, ${
            {
              ready: 'by the data of the file nothing is wrong',
              stopped: 'something does not comply',
              wanting: 'the following is still to be done or supplied',
            }[answer]
          }`,
  ),
  /** What a person has yet to look at before the step; the answer speaks of the data alone. */
  byHand: said(
    (rules: readonly string[]) => `另有 ${rules.length} 条须由人核对：${rules.join('、')}`,
    (rules) => `for a person to check besides (${rules.length}): ${rules.join(', ')}`,
  ),
  doFirst: { zh: '须先办结', en: 'To be done first' },
  stops: { zh: '不符合要求', en: 'Does not comply' },
  heed: { zh: '提示（不影响办理）', en: 'To be heeded (stops nothing)' },
  unclear: { zh: '尚不能判定', en: 'Cannot be told yet' },
  fetch: { zh: '须补资料', en: 'To be supplied' },
  /** Fields that a post is to supply. */
  from: said(
    (posts: readonly string[]) => (posts.length === 0 ? '责任岗位未定' : posts.join('、')),
    (posts) => (posts.length === 0 ? 'no post named' : posts.join(', ')),
  ),
  field: said(
    (title: string, path: string, says: string, rules: readonly string[], more: number) =>
      `${title}（${path}）${says}，用于判定 ${rules.join('、')}${more > 0 ? ` 等 ${rules.length + more} 条规则` : ''}`,
    (title, path, says, rules, more) =>
      `${title} (${path}) ${says}, wanted by ${rules.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  ),
  gateSummary: said(
    (files: { readonly ready: number; readonly stopped: number; readonly wanting: number }) =>
      `可办 ${files.ready} 份，不可办 ${files.stopped} 份，待补 ${files.wanting} 份`,
    ({ ready, stopped, wanting }) => `${ready} ready, ${stopped} not ready, ${wanting} incomplete`,
  ),
  todo: said(
    (today: string | undefined) =>
      today === undefined ? '待办清单（未填检查日，不判逾期）' : `待办清单（${today}）`,
    (today) =>
      today === undefined
        ? 'To do (no day of check is given: lateness is not told)'
        : `To do on ${today}`,
  ),
  done: { zh: '已办', en: 'Done' },
  next: { zh: '待办', en: 'Next' },
  later: { zh: '其后', en: 'Later' },
  doneOn: said(
    (step: string, day: string, by: readonly string[]) =>
      `${day}  ${step}${by.length > 0 ? `（${by.join('、')}）` : ''}`,
    (step, day, by) => `${day}  ${step}${by.length > 0 ? ` (${by.join(', ')})` : ''}`,
  ),
  step: said(
    (step: string, posts: readonly string[]) =>
      `${step}${posts.length > 0 ? `（${posts.join('、')}）` : ''}`,
    (step, posts) => `${step}${posts.length > 0 ? ` (${posts.join(', ')})` : ''}`,
  ),
  /** By when, and from when that is counted. */
  deadline: said(
    (from: string, since: string, days: number, last: string | undefined) =>
      `${last === undefined ? '' : `限 ${last} 办结：`}自“${from}”办结（${since}）起 ${days} 个工作日`,
    (from, since, days, last) =>
      `${last === undefined ? '' : `by ${last}: `}${days} working ${days === 1 ? 'day' : 'days'} from “${from}” (${since})`,
  ),
  noDeadline: { zh: '未定时限', en: 'no time limit' },
  late: said(
    (days: number | undefined) => (days === undefined ? '已逾期' : `已逾期 ${days} 个工作日`),
    (days) =>
      days === undefined ? 'late' : `late by ${days} working ${days === 1 ? 'day' : 'days'}`,
  ),
  /** Why working days cannot be counted. */
  unannounced: said(
    (year: number) => `${year} 年日历未公布`,
    (year) => `the calendar of ${year} is not announced`,
  ),
  total: said(
    (files: number, items: number, late: number) =>
      `共 ${files} 份卷宗，待办 ${items} 项${late > 0 ? `，其中逾期 ${late} 项` : ''}`,
    (files, items, late) =>
      `${files} ${files === 1 ? 'dossier' : 'dossiers'}, ${items} to do${late > 0 ? `, ${late} of them late` : ''}`,
  ),
  nothing: { zh: '没有待办事项', en: 'nothing to do' },
  /** Why a rule is not due: what it wants is recorded by a step yet to come. */
  awaits: said(
    (step: string) => `所需资料由“${step}”登记，尚未办到该节点`,
    (step) => `what it wants is recorded by “${step}”, to which the file has not come`,
  ),
  notYet: said(
    (step: string) => `卷宗尚未办到“${step}”`,
    (step) => `the file has not come to “${step}”`,
  ),
  sheet: {
    name: { zh: '待办清单', en: 'To do' },
    post: { zh: '岗位', en: 'Post' },
    dossier: { zh: '卷宗', en: 'Dossier' },
    step: { zh: '节点', en: 'Step' },
    since: { zh: '起算日', en: 'Counted from' },
    deadline: { zh: '办结期限', en: 'To be done by' },
    late: { zh: '逾期', en: 'Late' },
    file: { zh: '文件', en: 'File' },
  },
};
