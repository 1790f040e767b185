import { said } from '../base/language.ts';
import { counted } from './counted.ts';
import { chineseNumeral } from '../values/chinese-number.ts';

const blankDay = { zh: '　　　　年　　月　　日', en: '____-__-__' };

/** An inspection as letters tell of it. */
export interface Inspection {
  /** Undefined where no scheme was given. */
  readonly scheme: string | undefined;
  /** The day of check, in words; undefined where it is not known. */
  readonly day: string | undefined;
  readonly unit: string;
  readonly files: number;
  readonly rulebook: string;
  readonly version: string;
}

/** What is common to letters to those inspected and to work papers. */
const common = {
  /** A day in words, from its parts. */
  dayOf: said(
    (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
    (year, month, day) =>
      `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  ),
  blankDay,
  /** A unit that is told by its number alone. */
  unitNumbered: said(
    (number: string, unit: string) => `${number}${unit}`,
    (number, unit) => `${unit} ${number}`,
  ),
  unitUnknown: said(
    (unit: string) => `＿＿＿＿＿＿${unit}`,
    (unit) => `${unit} ____________`,
  ),
  /** Those whom a letter is for. */
  addressee: said(
    (unit: string) => `${unit}：`,
    (unit) => `To: ${unit}`,
  ),
  /** The number of a section, from 1. */
  section: said(
    (number: number, title: string) => `${chineseNumeral(number)}、${title}`,
    (number, title) => `${number}. ${title}`,
  ),
  item: said(
    (number: number, title: string) => `（${chineseNumeral(number)}）${title}`,
    (number, title) => `(${number}) ${title}`,
  ),
  seen: { zh: '所见数据', en: 'Values seen' },
  value: { zh: '内容', en: 'Value' },
  place: { zh: '所在位置', en: 'Where' },
  particulars: { zh: '要项', en: 'Particulars' },
  sign: { zh: '签字', en: 'Signature' },
  inspectors: { zh: '检查人', en: 'Inspectors' },
  reviewers: { zh: '复核人', en: 'Reviewers' },
  /** Between two sentences, and behind one that has no stop. */
  sentence: { zh: '', en: ' ' },
  stop: { zh: '。', en: '.' },
  heldBack: said(
    (stage: string, by: string, rules: number) =>
      `“${by}”尚有问题，“${stage}”的${rules}条规则未判定。`,
    (stage, by, rules) =>
      `${counted(rules, 'rule')} of “${stage}” ${rules === 1 ? 'was' : 'were'} not judged, since “${by}” is not in order.`,
  ),
  /** What was written of a check, and where. */
  written: said(
    (papers: number, out: string) =>
      papers === 0 ? '没有发现问题，未生成文书' : `共 ${papers} 份，已写入 ${out}`,
    (papers, out) =>
      papers === 0
        ? 'nothing was found: no paper was written'
        : `${counted(papers, 'paper')} written to ${out}`,
  ),
  /** Rows of the table that files were made of, of which there is none. */
  refused: said(
    (rows: number) => `台账中另有${rows}行未能读取，没有检查，不在上述份数之内：`,
    (rows) =>
      `${counted(rows, 'more row')} of the table could not be read; ${rows === 1 ? 'it was' : 'they were'} not checked and ${rows === 1 ? 'is' : 'are'} not among the files above:`,
  ),
  none: { zh: '无', en: 'none' },
  leftOpen: { zh: '未填', en: 'not given' },
};

const confirmation = {
  name: { zh: '事实确认书', en: 'confirmation' },
  title: { zh: '检查事实确认书', en: 'Confirmation of facts' },
  opening: said(
    ({ scheme, day, unit, files, rulebook, version }: Inspection) =>
      `${scheme === undefined ? '' : `根据检查方案“${scheme}”，`}检查组${day === undefined ? '' : `于${day}`}依据《${rulebook}》（${version}版）对你${unit}${files}份卷宗进行了检查。检查所见事实列示于后，请逐项核对，在“确认意见”栏选择“无异议”或者“有异议”；有异议的，写明理由，并附佐证材料。`,
    ({ scheme, day, files, rulebook, version }) =>
      `${scheme === undefined ? '' : `Under the scheme of inspection “${scheme}”, `}${counted(files, 'of your files was', 'of your files were')} checked${day === undefined ? '' : ` on ${day}`} against ${rulebook} (version ${version}). The facts as they were seen are below. Please mark each as agreed or objected to; with an objection give reasons and evidence.`,
  ),
  nature: {
    zh: '本确认书只确认事实，不作责任认定。请于　　　　年　　月　　日前签字盖章后交回检查组。',
    en: 'This paper settles facts and says nothing of who answers for them. Please return it signed by ____-__-__.',
  },
  /** A file by what tells it from others. */
  file: said(
    (number: string, more: readonly string[]) =>
      `${number}${more.length === 0 ? '' : `（${more.join('，')}）`}`,
    (number, more) => `${number}${more.length === 0 ? '' : ` (${more.join(', ')})`}`,
  ),
  columns: said(
    {
      number: '序号',
      matter: '事项',
      fact: '检查所见事实',
      opinion: '确认意见',
      remark: '异议说明',
    },
    {
      number: 'No.',
      matter: 'Matter',
      fact: 'Facts as seen',
      opinion: 'Opinion',
      remark: 'Reasons for objecting',
    },
  ),
  choices: said(
    { agreed: '□无异议', objected: '□有异议' },
    { agreed: '□ agreed', objected: '□ objected to' },
  ),
  signatures: { zh: '签字盖章', en: 'Signatures' },
  ofUnit: said(
    (unit: string) =>
      [
        [`${unit}（盖章）`, ''],
        ['负责人（签字）', ''],
        ['日期', blankDay.zh],
      ] as readonly (readonly [string, string])[],
    (unit) => [
      [`${unit} (seal)`, ''],
      ['Head (signature)', ''],
      ['Date', blankDay.en],
    ],
  ),
  ofInspectors: said(
    (inspectors: string) =>
      [
        [`检查人${inspectors === '' ? '' : `（${inspectors}）`}签字`, ''],
        ['日期', blankDay.zh],
      ] as readonly (readonly [string, string])[],
    (inspectors) => [
      [`Inspectors${inspectors === '' ? '' : ` (${inspectors})`}: signatures`, ''],
      ['Date', blankDay.en],
    ],
  ),
};

const notice = {
  name: { zh: '整改通知书', en: 'notice' },
  title: said(
    (issuer: string, about: string) => `${issuer}关于${about}检查发现问题的整改通知`,
    (issuer, about) => `${issuer}: notice to put right what was found (${about})`,
  ),
  numberBlank: { zh: '文号：　　　　〔　　　　〕　　号', en: 'No. ________' },
  opening: said(
    ({ scheme, day, unit, files, rulebook, version }: Inspection, found: Found) =>
      `${scheme === undefined ? '' : `根据检查方案“${scheme}”，`}检查组${day === undefined ? '' : `于${day}`}依据《${rulebook}》（${version}版）对你${unit}${files}份卷宗进行了检查，其中${found.files}份存在问题，共${found.findings}项${found.amount === '' ? '' : `，涉及金额${found.amount}`}。现将问题和整改要求通知如下。`,
    ({ scheme, day, files, rulebook, version }, found) =>
      `${scheme === undefined ? '' : `Under the scheme of inspection “${scheme}”, `}${counted(files, 'of your files was', 'of your files were')} checked${day === undefined ? '' : ` on ${day}`} against ${rulebook} (version ${version}): ${counted(found.findings, 'finding')} in ${counted(found.files, 'file')}${found.amount === '' ? '' : `, ${found.amount} in all`}. What was found, and what is to be done, is as follows.`,
  ),
  found: { zh: '发现的问题', en: 'What was found' },
  /** One defect over many files. */
  spread: said(
    (files: number, findings: number, amount: string, gravity: string) =>
      `涉及${files}份卷宗、${findings}项问题${amount === '' ? '' : `，金额${amount}`}，逐笔情况见附件。严重程度：${gravity}。`,
    (files, findings, amount, gravity) =>
      `${counted(findings, 'finding')} in ${counted(files, 'file')}${amount === '' ? '' : `, ${amount} in all`}; the annex tells of each. Severity: ${gravity}.`,
  ),
  /** A defect of one file, by its name. */
  one: said(
    (file: string, gravity: string, fact: string) =>
      `涉及${file}。严重程度：${gravity}。检查所见：${fact}`,
    (file, gravity, fact) => `In ${file}. Severity: ${gravity}. Seen: ${fact}`,
  ),
  basis: said(
    (clauses: string) => `依据：${clauses}。`,
    (clauses) => `Basis: ${clauses}.`,
  ),
  doubtful: said(
    (clauses: string) => `其中${clauses}依据待核，不得作为问责依据。`,
    (clauses) => `Of these, not verified and not to be held against anyone: ${clauses}.`,
  ),
  remedy: said(
    (when: string, text: string, due: string | undefined) =>
      `整改要求（${when}）：${text}${due === undefined ? '完成期限由检查组另行填写：　　　　年　　月　　日。' : `于${due}前完成。`}`,
    (when, text, due) =>
      `To be done (${when}): ${text} ${due === undefined ? 'By the day that the inspectors set: ____-__-__.' : `By ${due}.`}`,
  ),
  noRemedy: {
    zh: '整改要求：由责任岗说明原因，提出整改措施和完成期限。',
    en: 'To be done: the posts concerned explain it, and say how and by when it is put right.',
  },
  demands: { zh: '整改要求', en: 'What is to be done' },
  demandList: said(
    (unit: string): readonly string[] => [
      `请你${unit}逐项落实上述整改要求，查明原因，明确责任岗和完成期限；同类业务一并自查。`,
      `整改措施、完成日、佐证材料和${unit}意见填入问题台账，连同本通知的书面反馈一并报检查组。`,
      '对事实有异议的，附佐证材料书面提出；依据待核的事项先行整改，不据以问责。',
      '不可补正的事项，按规定移交责任认定。',
    ],
    (unit) => [
      `The ${unit} does what is asked above, finds the causes, names who does it by when, and looks at its other files of the same kind.`,
      `Measures, the day they were done, evidence and the opinion of the ${unit} go into the register of findings, which is returned with a written answer.`,
      'Objections to facts are made in writing with evidence; what rests on a basis that is not verified is put right and held against nobody.',
      'What cannot be put right goes to whoever decides on accountability.',
    ],
  ),
  annex: { zh: '附件：问题涉及业务清单', en: 'Annex: files concerned' },
  /** Which of the defects. */
  item: { zh: '项次', en: 'Item' },
  annexTitle: { zh: '附件　问题涉及业务清单', en: 'Annex: files concerned' },
};

export interface Found {
  readonly findings: number;
  readonly files: number;
  /** With its currency; empty where no amount is known. */
  readonly amount: string;
}

const workpaper = {
  name: { zh: '检查底稿', en: 'workpaper' },
  title: { zh: '检查底稿', en: 'Work paper of an inspection' },
  rows: said(
    {
      dossier: '卷宗',
      file: '文件',
      digest: '文件摘要',
      rulebook: '判定所依守则',
      scheme: '检查方案',
      day: '检查日',
      staff: '员工名册',
      days: '适用日',
      record: '记录链头',
      engine: '判定程序',
    },
    {
      dossier: 'Dossier',
      file: 'File',
      digest: 'Digest of the file',
      rulebook: 'Judged by',
      scheme: 'Scheme',
      day: 'Day of check',
      staff: 'Staff register',
      days: 'Governing day',
      record: 'Head of the record',
      engine: 'Engine',
    },
  ),
  noScheme: {
    zh: '未提供检查方案：按守则全部规则判定',
    en: 'none was given: judged by all rules of the rulebook',
  },
  noRecord: { zh: '本次检查未留存运行记录', en: 'this check was not recorded' },
  ownDays: { zh: '各规则所定的日期', en: 'the one that each rule names' },
  conclusion: { zh: '结论和检查范围', en: 'Conclusion and scope' },
  verdict: said(
    {
      pass: '合规',
      fail: '不合规',
      'cannot-tell': '待核实',
      none: '无法判定（不是卷宗或者不能读取）',
    },
    {
      pass: 'pass',
      fail: 'fail',
      'cannot-tell': 'cannot tell',
      none: 'no verdict (it is no dossier, or cannot be read)',
    },
  ),
  concluded: said(
    (verdict: string) => `结论：${verdict}。`,
    (verdict) => `Conclusion: ${verdict}.`,
  ),
  /** The verdict, explained. */
  means: said(
    {
      pass: '列入范围并已判定的规则均符合，或者有经批准的例外。',
      fail: '至少一条规则不符合，见下列问题。',
      'cannot-tell': '未发现不符合，但部分规则因资料不全或者尚待人工核查而无法判定。',
    },
    {
      pass: 'Every rule that was judged is met, or waived.',
      fail: 'At least one rule is not met; see the findings.',
      'cannot-tell':
        'Nothing was found, but some rules cannot be judged: data is missing, or a person has yet to look.',
    },
  ),
  findings: { zh: '发现的问题', en: 'Findings' },
  waived: { zh: '经批准的例外', en: 'Waived' },
  answered: { zh: '人工核查的答复', en: 'What was looked at by hand' },
  answer: { zh: '结果', en: 'Result' },
  review: { zh: '复核意见', en: 'Review' },
  reviewed: said({ agree: '同意', return: '退回' }, { agree: 'agreed', return: 'returned' }),
  reviewedBy: said(
    (says: string, reviewer: string, date: string) => `${says}，${reviewer}，${date}`,
    (says, reviewer, date) => `${says}, ${reviewer}, ${date}`,
  ),
  unreviewed: { zh: '未复核', en: 'not reviewed' },
  by: { zh: '核查人、日期和备注', en: 'By whom, when, and the remark' },
  passed: { zh: '符合的规则', en: 'What is met' },
  passedSay: said(
    (count: number) => `共${count}条，按节点列示：`,
    (count) => `${counted(count, 'rule')}, by step:`,
  ),
  notApplicable: { zh: '不适用的规则及原因', en: 'What does not apply, and why' },
  notDue: { zh: '未到检查节点的规则', en: 'What is not due yet' },
  waiting: { zh: '待人工核查的规则', en: 'What waits for a person' },
  wanting: { zh: '资料不全或者未取数，无法判定', en: 'What was not captured or is missing' },
  problems: { zh: '文件自身的问题', en: 'Problems of the file itself' },
  facts: said(
    {
      finding: '问题编号',
      edition: '适用版本',
      gravity: '严重程度',
      posts: '责任岗',
      requirement: '规则要求',
      found: '检查所见',
      why: '判定理由',
      basis: '依据',
      standing: '依据强弱',
      remedy: '整改要求',
    },
    {
      finding: 'Finding',
      edition: 'Edition',
      gravity: 'Severity',
      posts: 'Posts',
      requirement: 'Requirement',
      found: 'What was found',
      why: 'Why',
      basis: 'Basis',
      standing: 'Standing',
      remedy: 'Remedy',
    },
  ),
  since: said(
    (edition: string, asOf: string | null) =>
      `${edition}起施行的版本${asOf === null ? '' : `，适用日${asOf}`}`,
    (edition, asOf) => `in force since ${edition}${asOf === null ? '' : `, as of ${asOf}`}`,
  ),
  reason: { zh: '原因', en: 'Why' },
  step: { zh: '节点', en: 'Step' },
  signatures: { zh: '签字', en: 'Signatures' },
  signed: said(
    (inspectors: string, reviewers: string) =>
      [
        [`检查人${inspectors === '' ? '' : `（${inspectors}）`}`, '签字：　　　　　　日期：'],
        [`复核人${reviewers === '' ? '' : `（${reviewers}）`}`, '签字：　　　　　　日期：'],
      ] as readonly (readonly [string, string])[],
    (inspectors, reviewers) => [
      [`Inspector${inspectors === '' ? '' : ` (${inspectors})`}`, 'Signature:            Date:'],
      [`Reviewer${reviewers === '' ? '' : ` (${reviewers})`}`, 'Signature:            Date:'],
    ],
  ),
  lookUp: {
    zh: '员工名册只供查对岗位，不证明填写人的身份；检查人、复核人以亲笔签字为准。',
    en: 'The staff register is a look-up of posts and no proof of who sat there: inspectors and reviewers sign by hand.',
  },
};

export const letters = { ...common, confirmation, notice, workpaper };
