import { type In, said, spoken } from '../base/language.ts';
import { categories } from './appraisal.ts';
import { counted } from './counted.ts';
import { statuses } from './outcomes.ts';
import { confidences, kinds, levels } from './rules.ts';

/** What `shouze diff` says. */
const table = {
  title: { zh: '规则库对照', en: 'Comparison of rulebooks' },
  heading: said(
    (title: string, from: string, to: string) =>
      from === to ? `${title} ${from}：修改内容` : `${title} ${from} → ${to}：修改内容`,
    (title, from, to) =>
      from === to ? `${title} ${from}: what changed` : `${title} ${from} → ${to}: what changed`,
  ),
  nothing: { zh: '没有变化', en: 'nothing changed' },
  wordsAlone: {
    zh: '判定结果不变',
    en: 'no verdict can change',
  },
  things: {
    rule: { zh: '规则', en: 'rule' },
    step: { zh: '流程节点', en: 'step' },
    parameter: { zh: '限额', en: 'limit' },
    definition: { zh: '定义', en: 'definition' },
    table: { zh: '表', en: 'table' },
    codes: { zh: '代码集', en: 'code set' },
    calendar: { zh: '日历', en: 'calendar' },
    source: { zh: '制度依据', en: 'source' },
    clause: { zh: '条款', en: 'clause' },
    cases: { zh: '校验示例', en: 'cases' },
    stage: { zh: '流程环节', en: 'stage' },
    post: { zh: '岗位', en: 'post' },
    incompatible: { zh: '不相容岗位', en: 'incompatible posts' },
    document: { zh: '资料', en: 'document' },
    term: { zh: '术语', en: 'term' },
    claim: { zh: '总体要求', en: 'claim' },
    measure: { zh: '考评指标', en: 'measure' },
    view: { zh: '视图', en: 'view' },
    occasion: { zh: '再开发事由', en: 'occasion' },
    model: { zh: '评分模型', en: 'model' },
    promise: { zh: '服务承诺', en: 'promise of service' },
    appraisal: { zh: '考评办法', en: 'appraisal' },
    network: { zh: '样例网络', en: 'network of samples' },
    file: { zh: '文件', en: 'file' },
    schema: { zh: '卷宗结构', en: 'dossier schema' },
  },
  acts: {
    added: { zh: '新增', en: 'new' },
    removed: { zh: '删除', en: 'gone' },
    'edition-added': said(
      (from: string) => `新版本，自${from}起`,
      (from) => `a new edition from ${from}`,
    ),
    'edition-removed': said(
      (from: string) => `删除${from}起的版本`,
      (from) => `the edition from ${from} is gone`,
    ),
    'edition-moved': said(
      (from: string, before: string) => `起日由${before}改为${from}`,
      (from, before) => `begins on ${from} instead of ${before}`,
    ),
  },
  standings: {
    'in-force': said(
      (from: string) => `更正现行版本（${from}起）`,
      (from) => `a correction of the edition in force (from ${from})`,
    ),
    past: said(
      (from: string) => `更正已失效的版本（${from}起）`,
      (from) => `a correction of a past edition (from ${from})`,
    ),
    ahead: said(
      (from: string) => `修改尚未生效的版本（${from}起）`,
      (from) => `a change of an edition not yet in force (from ${from})`,
    ),
    always: { zh: '更正', en: 'a correction' },
  },
  /** How several editions stand of which the same was changed: of the past and ahead, they are corrected too. */
  manyStandings: {
    'in-force': said(
      (editions: string) => `更正${editions}，含现行版本`,
      (editions) => `a correction of ${editions}, the one in force among them`,
    ),
    past: said(
      (editions: string) => `更正${editions}`,
      (editions) => `a correction of ${editions}`,
    ),
    ahead: said(
      (editions: string) => `修改尚未生效的${editions}`,
      (editions) => `a change of ${editions} not yet in force`,
    ),
    words: said(
      (editions: string) => editions,
      (editions) => `in ${editions}`,
    ),
  },
  editions: said(
    (count: number) => `${count}个版本`,
    (count) => counted(count, 'edition'),
  ),
  /** From the first day of the first edition to the last of the last, as far as they have one. */
  period: said(
    (from: string | undefined, until: string | undefined) =>
      (from === undefined ? '' : `${from}起`) + (until === undefined ? '' : `至${until}`),
    (from, until) => [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' '),
  ),
  /** Of an edition that was added or moved into a time that is over. */
  backdated: {
    zh: '起日已过：此前办理的业务也按它判定',
    en: 'in the past: what was done since is judged by it',
  },
  parts: {
    title: { zh: '标题', en: 'title' },
    status: { zh: '状态', en: 'status' },
    level: { zh: '效力', en: 'level' },
    severity: { zh: '严重程度', en: 'severity' },
    kind: { zh: '性质', en: 'kind' },
    check: { zh: '判定方式', en: 'who tells' },
    subject: { zh: '判定对象', en: 'subject' },
    products: { zh: '产品', en: 'products' },
    posts: { zh: '岗位', en: 'posts' },
    evidence: { zh: '证明资料', en: 'evidence' },
    scope: { zh: '合并判定', en: 'scope' },
    each: { zh: '逐项判定', en: 'each' },
    waiver: { zh: '例外审批', en: 'exceptions' },
    since: { zh: '起始', en: 'since' },
    ended: { zh: '终止', en: 'ended' },
    asOf: { zh: '适用日', en: 'governing day' },
    when: { zh: '适用条件', en: 'applies when' },
    require: { zh: '判定标准', en: 'criterion' },
    criterion: { zh: '判定标准的措辞', en: 'wording of the criterion' },
    ifAbsent: { zh: '无记录', en: 'if absent' },
    basis: { zh: '依据', en: 'basis' },
    finding: { zh: '不合规说明', en: 'finding' },
    remedy: { zh: '整改', en: 'remedy' },
    note: { zh: '说明', en: 'note' },
    question: { zh: '人工判断的问题', en: 'question' },
    how: { zh: '操作要点', en: 'actions' },
    standard: { zh: '尽职标准', en: 'standard of diligence' },
    mistakes: { zh: '常见差错', en: 'common mistakes' },
    why: { zh: '制定理由', en: 'reason' },
    risk: { zh: '风险', en: 'risk' },
    purpose: { zh: '目的', en: 'purpose' },
    tasks: { zh: '事项', en: 'tasks' },
    talk: { zh: '话术', en: 'what is said' },
    takes: { zh: '所需', en: 'takes' },
    gives: { zh: '产出', en: 'gives' },
    records: { zh: '登记内容', en: 'records' },
    events: { zh: '完成事件', en: 'events' },
    after: { zh: '前置节点', en: 'after' },
    within: { zh: '时限', en: 'time limit' },
    documents: { zh: '资料', en: 'documents' },
    gate: { zh: '关口规则', en: 'gate' },
    rules: { zh: '规则顺序', en: 'order of rules' },
    value: { zh: '数值', en: 'value' },
    is: { zh: '内容', en: 'meaning' },
    row: { zh: '行', en: 'row' },
    code: { zh: '代码', en: 'code' },
    day: { zh: '日期', en: 'day' },
    year: { zh: '年份', en: 'year' },
    input: { zh: '条件列', en: 'input' },
    outputs: { zh: '结果列', en: 'outputs' },
    hit: { zh: '命中方式', en: 'hit policy' },
    unit: { zh: '单位', en: 'unit' },
    until: { zh: '最后一日', en: 'last day' },
    text: { zh: '条文', en: 'text' },
    confidence: { zh: '依据强弱', en: 'confidence' },
    number: { zh: '文号', en: 'number' },
    from: { zh: '起日', en: 'in force from' },
    version: { zh: '版本', en: 'version' },
    base: { zh: '起始卷宗', en: 'base file' },
    case: { zh: '示例', en: 'case' },
    onlyAfter: { zh: '须先完成的环节', en: 'only after' },
    steps: { zh: '节点顺序', en: 'order of steps' },
    stages: { zh: '流程环节的顺序', en: 'order of stages' },
    beside: { zh: '与其他环节并行', en: 'beside the others' },
    duties: { zh: '职责', en: 'duties' },
    authority: { zh: '权限', en: 'authority' },
    withoutSales: { zh: '不考评销售', en: 'not appraised by sales' },
    specimen: { zh: '填写样张', en: 'specimen' },
    means: { zh: '释义', en: 'meaning' },
    not: { zh: '不得代用的词', en: 'words not to stand for it' },
    except: { zh: '例外用语', en: 'phrases that may have them' },
    never: { zh: '不得判定为', en: 'never found' },
    gather: { zh: '汇总方式', en: 'gathered as' },
    outcomes: { zh: '所计结果', en: 'outcomes counted' },
    officer: { zh: '经办人', en: 'who answers for it' },
    direction: { zh: '方向', en: 'which way is better' },
    target: { zh: '目标值', en: 'target' },
    reward: { zh: '奖励', en: 'reward' },
    deduction: { zh: '扣减', en: 'deduction' },
    step: { zh: '步长', en: 'step' },
    points: { zh: '分值', en: 'points' },
    most: { zh: '上限', en: 'at most' },
    category: { zh: '类别', en: 'category' },
    stage: { zh: '环节', en: 'stage' },
    key: { zh: '查询项', en: 'key' },
    groupBy: { zh: '归集依据', en: 'grouped by' },
    group: { zh: '归集范围', en: 'group' },
    section: { zh: '栏目', en: 'section' },
    fact: { zh: '项目', en: 'fact' },
    column: { zh: '列', en: 'column' },
    orderBy: { zh: '排序', en: 'in order of' },
    descending: { zh: '由大到小', en: 'largest first' },
    shows: { zh: '展示内容', en: 'shows' },
    adds: { zh: '合计各项', en: 'adds up' },
    total: { zh: '合计', en: 'total' },
    post: { zh: '岗位', en: 'post' },
    due: { zh: '到期日', en: 'due' },
    needs: { zh: '前提', en: 'needs' },
    answered: { zh: '已答复', en: 'answered' },
    says: { zh: '可说的话', en: 'what one may say' },
    to: { zh: '止点', en: 'until' },
    service: { zh: '服务', en: 'service' },
    holder: { zh: '经手人', en: 'who holds it' },
    issuer: { zh: '发文机构', en: 'issuer' },
    issued: { zh: '发文日', en: 'issued' },
    replaces: { zh: '替代', en: 'replaces' },
    languages: { zh: '语种', en: 'languages' },
    requires: { zh: '必填项', en: 'required keys' },
    book: { zh: '成册信息', en: 'the book' },
    calendar: { zh: '日历', en: 'calendar' },
    currency: { zh: '币种', en: 'currency' },
    zone: { zh: '时区', en: 'zone' },
    subjects: { zh: '判定对象', en: 'subjects' },
    words: { zh: '用语', en: 'words' },
    owner: { zh: '主管部门', en: 'owner' },
    say: { zh: '可以说', en: 'say' },
    does: { zh: '事项', en: 'does' },
  },
  /** A key and its value, within a value that has several. */
  named: said(
    (key: string, value: string) => `${key}：${value}`,
    (key, value) => `${key}: ${value}`,
  ),
  between: { zh: '；', en: '; ' },
  truths: { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } },
  /** Words of files, by the key that they stand at. */
  values: {
    kind: kinds,
    level: levels,
    confidence: confidences,
    category: categories,
    never: statuses,
    status: {
      ...statuses,
      issued: { zh: '已发布', en: 'issued' },
      draft: { zh: '征求意见', en: 'draft' },
      repealed: { zh: '已废止', en: 'repealed' },
    },
    check: {
      data: { zh: '按资料判定', en: 'by the data' },
      manual: { zh: '人工判断', en: 'a person' },
      both: { zh: '按资料和人工', en: 'the data and a person' },
    },
    gather: {
      share: { zh: '占比', en: 'share of the files' },
      mean: { zh: '平均', en: 'mean' },
      sum: { zh: '合计', en: 'sum' },
    },
    direction: {
      higher: { zh: '越高越好', en: 'the higher the better' },
      lower: { zh: '越低越好', en: 'the lower the better' },
    },
  },
  /** A row, a day, a code. */
  at: said(
    (part: string, where: string) => `${part}“${where}”`,
    (part, where) => `${part} “${where}”`,
  ),
  group: said(
    (dossiers: number, worse: number, better: number, amount: string) =>
      `${dossiers} 份（变差 ${worse}，变好 ${better}），金额 ${amount}`,
    (dossiers, worse, better, amount) =>
      `${counted(dossiers, 'dossier')} (${worse} worse, ${better} better), amount ${amount}`,
  ),
  none: { zh: '（无）', en: '(none)' },
  /** Of a part that is told by what it is called alone. */
  there: { zh: '有', en: 'there' },
  otherLanguage: {
    zh: '只改了其他语种的文字',
    en: 'changed in another language alone',
  },
  change: said(
    (before: string, after: string) => `${before} → ${after}`,
    (before, after) => `${before} → ${after}`,
  ),
  whom: said(
    (products: string | undefined, posts: string, step: string) =>
      [products ?? '全部产品', step, posts].filter((part) => part !== '').join('；'),
    (products, posts, step) =>
      [products ?? 'every product', step, posts].filter((part) => part !== '').join('; '),
  ),
  readBy: said(
    (rules: string) => `影响判定：${rules}`,
    (rules) => `may change: ${rules}`,
  ),
  rulesHeading: {
    zh: '判定可能变化的规则',
    en: 'Rules of which a verdict may change',
  },
  changesHeading: { zh: '修改', en: 'Changes' },
  wordsHeading: { zh: '不影响判定的修改', en: 'Changes that no verdict hangs on' },
  effects: {
    stricter: { zh: '更严', en: 'stricter' },
    looser: { zh: '更松', en: 'looser' },
    both: { zh: '有严有松', en: 'stricter for some, looser for some' },
    same: { zh: '不变', en: 'the same' },
    unknown: { zh: '未知', en: 'not known' },
  },
  are: {
    new: { zh: '新规则', en: 'new' },
    changed: { zh: '', en: '' },
    gone: { zh: '不再判定', en: 'no longer judged' },
  },
  process: {
    order: { zh: '顺序', en: 'order' },
    time: { zh: '时限', en: 'time' },
    post: { zh: '岗位', en: 'post' },
    separation: { zh: '岗位分离', en: 'separation' },
    documents: { zh: '资料', en: 'documents' },
    gate: { zh: '关口', en: 'gate' },
  },
  ways: {
    tightens: { zh: '更严', en: 'stricter' },
    loosens: { zh: '更松', en: 'looser' },
  },
  never: said(
    (way: string) => `不会${way}（已证明）`,
    (way) => `never ${way} (proved)`,
  ),
  proved: said(
    (isStricter: boolean, within: number | undefined) =>
      `没有卷宗因此由${isStricter ? '合规变为不合规' : '不合规变为合规'}（已证明${within === undefined ? '' : `，列表不超过${within}条记录`}）`,
    (isStricter, within) =>
      `no file ${isStricter ? 'that was in order fails' : 'that failed is in order'} by it (proved${within === undefined ? '' : ` of lists of up to ${counted(within, 'record')}`})`,
  ),
  notProved: said(
    (way: string, tried: number) => `未发现${way}的卷宗，试了 ${tried} 份，未证明`,
    (way, tried) =>
      `no file found for which it is ${way}, of ${counted(tried, 'file')}: not proved`,
  ),
  witness: said(
    (way: string, old: string, now: string) => `${way}：原判${old}，现判${now}`,
    (way, old, now) => `${way}: was ${old}, is now ${now}`,
  ),
  notJudged: { zh: '不判定', en: 'not judged' },
  made: said(
    (of: string, shift: number) =>
      of === ''
        ? '求证时得出'
        : shift === 0
          ? `取自 ${of}`
          : `取自 ${of}，全部日期${shift > 0 ? '推后' : '提前'} ${Math.abs(shift)} 天`,
    (of, shift) =>
      of === ''
        ? 'found by the solver'
        : shift === 0
          ? `made of ${of}`
          : `made of ${of}, all days ${Math.abs(shift)} days ${shift > 0 ? 'later' : 'earlier'}`,
  ),
  edit: said(
    (title: string, value: string) => `${title}改为 ${value}`,
    (title, value) => `${title} set to ${value}`,
  ),
  without: said(
    (title: string) => `删去一项${title}`,
    (title) => `one of ${title} taken out`,
  ),
  steps: {
    none: { zh: '不变', en: 'none' },
    patch: { zh: '修订号（只改文字）', en: 'patch (words alone)' },
    minor: { zh: '次版本（判定结果可能变化）', en: 'minor (a verdict may change)' },
    major: { zh: '主版本（卷宗结构不兼容）', en: 'major (a dossier schema breaks)' },
  },
  versionOk: said(
    (from: string, to: string, calls: string) =>
      from === to ? `版本 ${from}：不必变动` : `版本 ${from} → ${to}，须变动：${calls}`,
    (from, to, calls) =>
      from === to
        ? `version ${from}: need not move`
        : `version ${from} → ${to}; called for: ${calls}`,
  ),
  versionShort: said(
    (from: string, to: string, calls: string, least: string) =>
      `rulebook.yaml 的版本${from === to ? `仍为 ${to}` : `由 ${from} 改为 ${to}`}，应变动${calls}，至少为 ${least}`,
    (from, to, calls, least) =>
      `the version in rulebook.yaml ${from === to ? `is still ${to}` : `went from ${from} to ${to}`}; called for: ${calls}, ${least} at least`,
  ),
  schemaDoes: {
    breaks: { zh: '不兼容', en: 'breaks' },
    allows: { zh: '放宽', en: 'allows more' },
    words: { zh: '文字', en: 'words' },
  },
  whats: {
    added: { zh: '新增', en: 'added' },
    removed: { zh: '删除', en: 'removed' },
    required: { zh: '改为必填', en: 'now required' },
    optional: { zh: '改为选填', en: 'now optional' },
  },
  tableTitle: { zh: '新旧对照表', en: 'Old and new compared' },
  tableHead: said<readonly string[]>(
    ['条款/规则', '原', '新', '说明'],
    ['clause / rule', 'old', 'new', 'note'],
  ),
  impactHeading: { zh: '对存量业务的影响', en: 'What it does to a book of dossiers' },
  impact: said(
    (dossiers: number, changed: number, worse: number, better: number) =>
      `${dossiers} 份卷宗中 ${changed} 份的判定变化：结论变差 ${worse} 份，变好 ${better} 份`,
    (dossiers, changed, worse, better) =>
      `${counted(dossiers, 'dossier')}, of which ${changed} change: ${worse} with a worse verdict, ${better} with a better one`,
  ),
  unread: said(
    (files: number) => `不能判定的文件 ${files} 个`,
    (files) => `${counted(files, 'file')} could not be judged`,
  ),
  groupHead: said<readonly string[]>(
    ['卷宗', '变差', '变好', '金额'],
    ['dossiers', 'worse', 'better', 'amount'],
  ),
  eachHead: said<readonly string[]>(
    ['卷宗', '结论', '变化及原因'],
    ['dossier', 'verdict', 'what changes, and why'],
  ),
  by: {
    rule: { zh: '按规则', en: 'by rule' },
    branch: { zh: '按机构', en: 'by branch' },
    product: { zh: '按产品', en: 'by product' },
    month: { zh: '按月', en: 'by month' },
    amount: { zh: '按金额', en: 'by amount' },
  },
  unknownKey: { zh: '未登记', en: 'not on file' },
  casesHeading: { zh: '校验示例', en: 'Cases' },
  cases: said(
    (ran: number, failed: number) =>
      `以上规则和改过的示例共 ${ran} 个：${failed === 0 ? '全部通过' : `${failed} 个不通过`}`,
    (ran, failed) =>
      `${counted(ran, 'case')} of the rules above, and of changed cases: ${failed === 0 ? 'all pass' : `${failed} ${failed === 1 ? 'fails' : 'fail'}`}`,
  ),
  unproved: { zh: '未证明', en: 'Not proved' },
  more: said(
    (count: number) => `另有 ${count} 份，见 --format json`,
    (count) => `and ${count} more: see --format json`,
  ),
  unreleased: { zh: '未发布 | Unreleased', en: '未发布 | Unreleased' },
};

export type DiffWords = In<typeof table>;

export const diffWords = spoken(table);
