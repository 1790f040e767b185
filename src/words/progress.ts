import { said } from '../base/language.ts';

/** What is to be done of a file, and whether it is in order before a step. */
export const progress = {
  answer: {
    ready: { zh: '可办', en: 'ready' },
    stopped: { zh: '不可办', en: 'not ready' },
    wanting: { zh: '待补', en: 'incomplete' },
  },
  /** What a post answers where it is asked before a step. */
  asks: said(
    (post: string, step: string, answer: 'ready' | 'stopped' | 'wanting') =>
      ({
        ready: `${post}：按卷宗数据未见不符，可以办理“${step}”`,
        stopped: `${post}：有不符合要求的事项，不能办理“${step}”`,
        wanting: `${post}：办妥、补齐以下事项后，方可办理“${step}”`,
      })[answer],
    (post, step, answer) =>
      ({
        ready: `${post}: by the data of the file nothing stands in the way of “${step}”`,
        stopped: `${post}: what does not comply stands in the way of “${step}”`,
        wanting: `${post}: “${step}” may begin once the following is done or supplied`,
      })[answer],
  ),
  /** What a person has yet to look at before the step; the answer speaks of the data alone. */
  byHand: said(
    (rules: readonly string[]) => `另有 ${rules.length} 条须由人核对：${rules.join('、')}`,
    (rules) => `for a person to check besides (${rules.length}): ${rules.join(', ')}`,
  ),
  wasDone: said(
    (step: string, day: string) => `“${step}”已于 ${day} 办结`,
    (step, day) => `“${step}” was done on ${day}`,
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
