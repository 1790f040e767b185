import { said, spoken } from '../../base/language.ts';
import { counted } from '../counted.ts';
import { warnings } from '../rules.ts';

/** Which of several files is being read. */
type At = { readonly file: number; readonly files: number } | undefined;

function zhAt({ file, files }: NonNullable<At>): string {
  return `共 ${files} 个文件，读到第 ${file} 个`;
}

function enAt({ file, files }: NonNullable<At>): string {
  return `file ${file} of ${files}`;
}

/** What the view says in which files are judged. */
export const checkWords = spoken({
  title: { zh: '检查卷宗', en: 'Check files' },
  drop: { zh: '把卷宗文件或整个文件夹拖到这里，或者', en: 'Drop files or a whole folder here, or' },
  choose: { zh: '选择文件', en: 'Choose files' },
  chooseFolder: { zh: '选择文件夹', en: 'Choose a folder' },
  forms: {
    zh: '卷宗（JSON、YAML、NDJSON，可以是 .gz 压缩文件）或系统导出的台账（Excel、CSV），一份或几千份均可。文件只在本机读取，不会上传。',
    en: 'Dossiers (JSON, YAML, NDJSON, packed as .gz too) or tables that a system exported (Excel, CSV), one or thousands. Files are read on this machine only; nothing is sent anywhere.',
  },
  given: said(
    (files: number, size: string) => `已选 ${files} 个文件，${size}`,
    (files, size) => `${counted(files, 'file')}, ${size}`,
  ),
  more: { zh: '添加文件', en: 'Add files' },
  moreFolder: { zh: '添加文件夹', en: 'Add a folder' },
  clear: { zh: '全部移除', en: 'Remove all' },
  fileList: { zh: '文件清单', en: 'List of files' },
  remove: said(
    (name: string) => `移除${name}`,
    (name) => `Remove ${name}`,
  ),
  removeShort: { zh: '移除', en: 'Remove' },
  moreInList: said(
    (files: number) => `再列出一些，另有 ${files} 个`,
    (files) => `Show more: ${files} left`,
  ),
  same: said(
    (files: number) => `其中 ${files} 个文件原已选入，未重复计入。`,
    (files) =>
      `${counted(files, 'file')} ${files === 1 ? 'was' : 'were'} there already and ${files === 1 ? 'is' : 'are'} counted once.`,
  ),
  elsewhere: {
    mapping: said(
      (name: string) => `${name} 是对应表，请与台账一起选入。`,
      (name) => `${name} is a mapping of tables: add it together with its tables.`,
    ),
    run: said(
      (name: string) => `${name} 是以前检查的结果，请在“总览”中打开。`,
      (name) => `${name} is the result of an earlier check: open it under “Overview”.`,
    ),
    report: said(
      (name: string) => `${name} 是以前检查的结果，请在“总览”中打开。`,
      (name) => `${name} is the result of an earlier check: open it under “Overview”.`,
    ),
    session: said(
      (name: string) => `${name} 是工作存档，请在“保存与交接”中打开。`,
      (name) => `${name} is saved work: open it under “Saving”.`,
    ),
    register: said(
      (name: string) =>
        `${name} 是填报后的问题台账工作簿，检查台不读取；请用命令行 shouze ledger 登记。`,
      (name) =>
        `${name} is a register of findings that came back; the desk does not read it. Take it in with shouze ledger on the command line.`,
    ),
  },
  beside: {
    replaced: { zh: '未采用：已由后给出的取代', en: 'not used: another one came later' },
    wantsPicked: said(
      (name: string) =>
        `检查方案只检查样本清单（${name}）所列的卷宗，请一并给出该清单；现按全部卷宗判定。`,
      (name) =>
        `The scheme covers only the files on the list ${name}: give it, too. Until then all files are judged.`,
    ),
    title: { zh: '据以判定的随附材料', en: 'Judged by what came beside' },
    refused: {
      zh: '随附材料有问题，有错误的未采用',
      en: 'Something is wrong with what came beside; what has errors is not used',
    },
    only: {
      zh: '还没有选入卷宗；上列材料会在选入卷宗后用于判定。',
      en: 'No file to judge yet; the files above are used once there is one.',
    },
  },
  nothingDropped: {
    zh: '拖入的内容里没有可读取的文件。',
    en: 'Nothing that was dropped is a file.',
  },
  people: {
    inspectors: { zh: '检查人', en: 'Inspectors' },
    reviewers: { zh: '复核人', en: 'Reviewers' },
    day: { zh: '检查日', en: 'Day of check' },
    hint: { zh: '工号、姓名', en: 'Number, name' },
    says: {
      zh: '写入底稿等检查文书；检查日同时用于判定逾期，不填时不判定逾期。',
      en: 'Written into papers of the check. The day is also the one up to which lateness is counted; left blank, lateness is not judged.',
    },
  },
  options: {
    title: { zh: '判定选项', en: 'Options' },
    asOf: { zh: '全部按这一天的规则判定', en: 'Judge everything as of' },
    asOfSays: {
      zh: '不填时，各条规则按卷宗自身的日期选用当时有效的版本。',
      en: 'Left blank, each rule takes the edition in force on the day that governs it.',
    },
    step: { zh: '卷宗已办到', en: 'Files have reached' },
    stepSays: {
      zh: '其后的规则按“未到检查节点”处理，不算缺资料。',
      en: 'What later steps record is not missed.',
    },
    wholeProcess: { zh: '不限，全部节点均检查', en: 'Not limited: every step' },
    kind: { zh: '未写明种类的文件视为', en: 'Files that do not say their kind are' },
    byContent: { zh: '按内容识别', en: 'told by their content' },
    apply: { zh: '按此重新判定', en: 'Judge again' },
    reset: { zh: '恢复默认', en: 'Reset' },
    saysAsOf: said(
      (day: string) => `全部按 ${day} 的规则`,
      (day) => `all as of ${day}`,
    ),
    saysOwnDays: { zh: '各条规则按自身的判定日', en: 'each rule on its own day' },
    saysToday: said(
      (day: string) => `逾期算到 ${day}`,
      (day) => `lateness up to ${day}`,
    ),
    saysNoToday: { zh: '不判定逾期', en: 'lateness not judged' },
    saysStep: said(
      (title: string) => `已办到“${title}”`,
      (title) => `up to “${title}”`,
    ),
    saysWhole: { zh: '检查全部节点', en: 'every step' },
    saysKind: said(
      (title: string) => `未写明种类的视为“${title}”`,
      (title) => `files of no said kind are “${title}”`,
    ),
    separator: { zh: '；', en: '; ' },
  },
  judging: said(
    (done: number, at: At) => `正在判定，已完成 ${done} 份${at ? `（${zhAt(at)}）` : ''}……`,
    (done, at) => `Judging: ${done} done${at ? ` (${enAt(at)})` : ''}…`,
  ),
  together: {
    zh: '各份均已判定，正在把有关联的卷宗合并判定……',
    en: 'All are judged; those that belong together are judged together…',
  },
  starting: { zh: '正在读取文件……', en: 'Reading files…' },
  cancel: { zh: '停止', en: 'Stop' },
  done: said(
    (dossiers: number, fail: number, untold: number) =>
      `判定完成：共 ${dossiers} 份，不合规 ${fail} 份，待核实 ${untold} 份。`,
    (dossiers, fail, untold) => `${dossiers} judged: ${fail} fail, ${untold} cannot be told.`,
  ),
  stopped: said(
    (done: number, at: At, percent?: number) =>
      `已停止：判定了 ${done} 份${at ? `，${zhAt(at)}` : percent === undefined ? '' : `，读到全部内容的 ${percent}%`}。以下只是其中一部分，不是全部。`,
    (done, at, percent) =>
      `Stopped: ${done} judged${at ? `, ${enAt(at)}` : percent === undefined ? '' : `, ${percent}% of the content read`}. What is below is a part, not all of it.`,
  ),
  failed: said(
    (why: string) => `判定出错，未能完成：${why}。可以重试；已选文件仍在。`,
    (why) => `Judging failed: ${why}. Try again; the files are still here.`,
  ),
  summary: { zh: '判定结果', en: 'Result' },
  refused: { zh: '未能读取', en: 'not read' },
  rows: said(
    (rows: number) => `${rows} 行`,
    (rows) => counted(rows, 'row'),
  ),
  refusedSays: {
    zh: '主表里未能读入、因而没有判定的行；每一行的原因列在下面。',
    en: 'Rows of the main table that could not be read and were not judged; why, is listed below.',
  },
  standing: {
    fail: { zh: '不合规', en: 'fail' },
    'cannot-tell': { zh: '待核实', en: 'cannot tell' },
    pass: { zh: '合规', en: 'pass' },
    unread: { zh: '未能读取', en: 'not read' },
    outside: { zh: '不在检查范围', en: 'outside the inspection' },
  },
  standingSays: {
    fail: {
      zh: '至少一条规则不符合；按卷宗所载数据得出，核实原件后方为检查发现问题。',
      en: 'At least one rule is not met, by what the data say; a finding of the inspection once the originals confirm it.',
    },
    'cannot-tell': {
      zh: '未发现不符合，但有规则因资料不全或者待人工核查而不能判定。',
      en: 'Nothing was found, but some rules cannot be told: data are missing, or a person has to look.',
    },
    pass: { zh: '已判定的规则均符合。', en: 'Every rule that was judged is met.' },
    unread: {
      zh: '不是卷宗，或者文件有错，没有结论。',
      en: 'No dossier, or something is wrong with the file: there is no verdict.',
    },
    outside: {
      zh: '检查方案不含此份，未判定。',
      en: 'The scheme leaves it out; it was not judged.',
    },
  },
  part: {
    data: {
      zh: '仅就数据部分：待人工核查的规则尚未计入',
      en: 'by data alone: rules that wait for a person are not counted',
    },
    captured: { zh: '仅就已取数据', en: 'by what was captured alone' },
    whole: { zh: '', en: '' },
  },
  listing: {
    label: { zh: '查看方式', en: 'View' },
    files: { zh: '逐份卷宗', en: 'By file' },
    severity: { zh: '问题：由重到轻', en: 'Findings: the gravest first' },
    process: { zh: '问题：按办理流程', en: 'Findings: as the process runs' },
    defect: { zh: '同类问题', en: 'The same defect' },
  },
  filter: {
    label: { zh: '筛选', en: 'Filter' },
    text: { zh: '查找编号、文件名、规则或字句', en: 'Find an id, file, rule or words' },
    standing: { zh: '结论', en: 'Verdict' },
    severity: { zh: '严重程度', en: 'Severity' },
    all: { zh: '全部', en: 'all' },
    order: { zh: '排序', en: 'Order' },
    orders: {
      gravest: { zh: '问题重的在前', en: 'worst first' },
      given: { zh: '选入的先后', en: 'as given' },
      name: { zh: '编号', en: 'by id' },
      amount: { zh: '金额大的在前', en: 'largest amount first' },
    },
    only: said(
      (what: string) => `只看：${what}`,
      (what) => `Only: ${what}`,
    ),
    lift: { zh: '取消此条件', en: 'Lift this condition' },
    clear: { zh: '清除条件', en: 'Clear' },
    none: { zh: '没有符合条件的。', en: 'Nothing matches.' },
  },
  shownFiles: said(
    (from: number, until: number, total: number) => `第 ${from} 至 ${until} 份，共 ${total} 份`,
    (from, until, total) => `${from} to ${until} of ${total}`,
  ),
  shownFindings: said(
    (from: number, until: number, total: number) => `第 ${from} 至 ${until} 项，共 ${total} 项`,
    (from, until, total) => `${from} to ${until} of ${total}`,
  ),
  pages: { zh: '翻页', en: 'Pages' },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  columns: {
    verdict: { zh: '结论', en: 'Verdict' },
    id: { zh: '编号', en: 'Id' },
    file: { zh: '文件', en: 'File' },
    findings: { zh: '问题', en: 'Findings' },
    untold: { zh: '待核实', en: 'Cannot tell' },
    waiting: { zh: '待人工', en: 'For a person' },
  },
  noFindings: { zh: '没有发现问题。', en: 'There are no findings.' },
  nothingJudged: {
    zh: '没有一条规则能按数据判定，不能说没有问题。',
    en: 'No rule could be judged by the data: that is not to say that nothing is wrong.',
  },
  findings: said(
    (findings: number) => `${findings} 项`,
    (findings) => counted(findings, 'finding'),
  ),
  inFiles: said(
    (findings: number, files: number) => `${findings} 项，涉及 ${files} 份`,
    (findings, files) => `${counted(findings, 'finding')} in ${counted(files, 'file')}`,
  ),
  recordOf: said(
    (number: number, line: number) => `第 ${number} 份，自第 ${line} 行起`,
    (number, line) => `no. ${number}, from line ${line}`,
  ),
  weights: {
    'red-line': { zh: '红线', en: 'red line' },
    advisory: { zh: '提示', en: 'advisory' },
  },
  filesOfDefect: said(
    (files: number) => `列出这 ${files} 份卷宗`,
    (files) => `List ${files === 1 ? 'this file' : `these ${files} files`}`,
  ),
  file: {
    files: { zh: '逐份翻看', en: 'Other files' },
    order: { zh: '排列', en: 'Order' },
    bySeverity: { zh: '由重到轻', en: 'the gravest first' },
    byProcess: { zh: '按办理流程', en: 'as the process runs' },
    rules: said(
      (rules: number) => `${rules} 条`,
      (rules) => counted(rules, 'rule'),
    ),
    back: { zh: '返回清单', en: 'Back to the list' },
    previous: { zh: '上一份', en: 'Previous file' },
    next: { zh: '下一份', en: 'Next file' },
    none: {
      zh: '没有这一份，可能已经移除。',
      en: 'There is no such file; it may have been removed.',
    },
    digest: { zh: '摘要', en: 'Digest' },
    scope: said(
      (data: number, manual: number, uncaptured: number, outOfScope: number) =>
        `按数据判定 ${data} 条，缺资料 ${uncaptured} 条，待人工核查 ${manual} 条，不适用或未到节点 ${outOfScope} 条`,
      (data, manual, uncaptured, outOfScope) =>
        `${data} judged by data, ${uncaptured} want data, ${manual} for a person, ${outOfScope} not applicable or not due`,
    ),
    problems: { zh: '文件本身的问题', en: 'Problems of the file itself' },
    severity: {
      error: { zh: '错误', en: 'error' },
      warning: { zh: '警告', en: 'warning' },
      info: { zh: '提示', en: 'note' },
    },
    writeInstead: said(
      (text: string) => `应写作：${text}`,
      (text) => `Write instead: ${text}`,
    ),
    findings: { zh: '发现问题', en: 'Findings' },
    untold: { zh: '待核实', en: 'Cannot tell' },
    untoldSays: {
      zh: '资料补齐后重新判定；缺资料既不算合规，也不算不合规。',
      en: 'To be judged again once the data are there: neither a pass nor a fail.',
    },
    wanting: { zh: '需补充的资料', en: 'What to fetch' },
    wantingColumns: {
      title: { zh: '资料', en: 'Field' },
      why: { zh: '原因', en: 'Why' },
      rules: { zh: '等待它的规则', en: 'Rules that wait for it' },
      place: { zh: '在文件中', en: 'In the file' },
    },
    ofOther: said(
      (id: string) => `在一并判定的卷宗${id}中`,
      (id) => `in ${id}, which is judged together with this one`,
    ),
    untoldRules: said(
      (rules: number) => `不能判定的规则 ${rules} 条`,
      (rules) => `${counted(rules, 'rule')} that cannot be told`,
    ),
    waived: { zh: '已批准例外', en: 'Waived' },
    waiting: { zh: '待人工核查', en: 'For a person to check' },
    waitingSays: said(
      (rules: number) => `有 ${rules} 条规则由人查看原件后判定，不是缺少资料。`,
      (rules) =>
        `${counted(rules, 'rule')} ${rules === 1 ? 'is' : 'are'} for a person to judge by the papers; no data are missing for ${rules === 1 ? 'it' : 'them'}.`,
    ),
    toChecklist: { zh: '逐条填写人工核查', en: 'Fill in the check-list' },
    waitingList: { zh: '列出这些规则', en: 'List these rules' },
    heldBack: { zh: '尚未判定的阶段', en: 'Stages not judged yet' },
    heldBackSays: said(
      (stage: string, by: string, rules: number) =>
        `“${stage}”的 ${rules} 条规则没有判定：“${by}”尚有问题，须先整改。`,
      (stage, by, rules) =>
        `${counted(rules, 'rule')} of “${stage}” ${rules === 1 ? 'was' : 'were'} not judged: “${by}” is to be put in order first.`,
    ),
    all: { zh: '全部规则的结果', en: 'What every rule came to' },
    allSays: {
      zh: '包括合规、不适用和未到检查节点的；点开一条，即写明为什么。',
      en: 'Passes, and what does not apply or is not due, too. Open one to see why.',
    },
    allFilter: { zh: '查找规则', en: 'Find a rule' },
    allStatus: { zh: '结果', en: 'Outcome' },
    explain: { zh: '为什么', en: 'Why' },
    together: {
      zh: '本条把多份卷宗合在一起判定，其结果见上方的发现问题和待核实。',
      en: 'This rule judges several files together: see the findings above.',
    },
    gone: {
      zh: '原文件已移走、改动或者不再选入，读不到原文。请重新选入该文件后再查看。',
      en: 'The file was moved, changed or removed, and cannot be read. Add it again to look.',
    },
  },
  card: {
    rule: { zh: '规则', en: 'Rule' },
    step: { zh: '流程节点', en: 'Step' },
    post: { zh: '责任岗位', en: 'Post' },
    edition: { zh: '适用版本', en: 'Edition' },
    editionFrom: said(
      (day: string) => `${day} 起的版本`,
      (day) => `in force from ${day}`,
    ),
    judgedOn: said(
      (day: string) => `判定日 ${day}`,
      (day) => `governing day ${day}`,
    ),
    because: { zh: '原因', en: 'Because' },
    requirement: { zh: '要求', en: 'Requirement' },
    basis: { zh: '依据', en: 'Basis' },
    penalties: { zh: '处罚依据', en: 'Penalty' },
    clauseText: { zh: '条文', en: 'Words of the clause' },
    origin: { zh: '出自', en: 'From' },
    missing: { zh: '缺少', en: 'Missing' },
    group: { zh: '合并判定', en: 'Judged together' },
    place: { zh: '位置', en: 'Place' },
    related: { zh: '另见', en: 'See also' },
    morePlaces: said(
      (places: number) => `另有 ${places} 处`,
      (places) => `${places} more places`,
    ),
    remedy: { zh: '整改', en: 'Remedy' },
    toPass: { zh: '怎样才合规', en: 'What would pass' },
    eachAlone: {
      zh: '其他不变，下列任一项达到该界限即合规（已重新判定验证）；更正须有真实凭证。',
      en: 'All else unchanged, any one of these would make it pass (checked by judging again); a correction needs genuine papers.',
    },
    shortfall: { zh: '差额', en: 'Short by' },
    waiver: { zh: '例外', en: 'Exception' },
    by: { zh: '人工核查', en: 'By hand' },
    inapplicable: { zh: '不适用的原因', en: 'Why it does not apply' },
    steps: { zh: '仍已办理的流程节点', en: 'Steps that went ahead all the same' },
    seen: { zh: '所见数据', en: 'Values seen' },
    seenColumns: {
      field: { zh: '字段', en: 'Field' },
      value: { zh: '值', en: 'Value' },
      place: { zh: '在文件中', en: 'In the file' },
    },
    formulas: { zh: '表达式与精确值', en: 'Expressions and exact values' },
    exactly: {
      zh: '上文显示时截去了尾数，此为精确值',
      en: 'shown above with its last digits cut off; this is exact',
    },
    byHand: { zh: '须人工核查', en: 'for a person' },
    redLine: warnings.redLine,
    unverified: warnings.unverified,
    suppressed: { zh: '台账已认定误判，不计入', en: 'found mistaken in the ledger; not counted' },
    toRule: { zh: '在手册中查看本条', en: 'This rule in the manual' },
    line: said(
      (line: number) => `第 ${line} 行`,
      (line) => `line ${line}`,
    ),
    cell: said(
      (sheet: string, row: number, column: string) =>
        column === '' ? `${sheet} 第 ${row} 行` : `${sheet} 第 ${row} 行 ${column} 列`,
      (sheet, row, column) =>
        column === '' ? `${sheet}, row ${row}` : `${sheet}, row ${row}, column ${column}`,
    ),
    look: said(
      (what: string) => `对照原文查看：${what}`,
      (what) => `Look at it in the file: ${what}`,
    ),
    comma: { zh: '，', en: ', ' },
    colon: { zh: '：', en: ': ' },
  },
  place: {
    title: { zh: '文件与规则对照', en: 'The file beside the rule' },
    inFile: { zh: '在文件中', en: 'In the file' },
    inThisFile: { zh: '本卷宗', en: 'In this file' },
    inRule: { zh: '规则', en: 'The rule' },
    close: { zh: '关闭', en: 'Close' },
    notThere: {
      zh: '此处没有填写；应写在标出的位置。',
      en: 'Nothing stands here; it would stand at the mark.',
    },
    masked: { zh: '个人信息已遮盖。', en: 'Personal data are masked.' },
    hidden: {
      zh: '本文件有填写错误的内容，个人信息可能出现在任何位置，因此不显示原文。',
      en: 'Something in this file is malformed, so personal data may stand anywhere: its text is not shown.',
    },
    unmask: { zh: '显示个人信息', en: 'Show personal data' },
    mask: { zh: '重新遮盖', en: 'Mask again' },
    heading: { zh: '表头', en: 'Heading' },
    column: { zh: '列', en: 'Column' },
    value: { zh: '值', en: 'Value' },
    table: said(
      (title: string) => `“${title}”中的表`,
      (title) => `Table under “${title}”`,
    ),
    opening: { zh: '正在打开……', en: 'Opening…' },
  },
  failedFile: said(
    (why: string) =>
      `引擎在判定这一份时出错（${why}），没有结论；其他各份不受影响。请把本文件和规则库版本一并反馈`,
    (why) =>
      `the engine failed on this file (${why}), so it has no verdict; no other is affected. Please report it with the file and the version of the rulebook`,
  ),
});
