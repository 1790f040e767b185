import { limitWords } from '../limits.ts';
import { inLanguage } from '../../base/language.ts';
import type { DayFault } from '../../dossier/day-form.ts';
import type { Mending as WritingMending } from '../../dossier/mending.ts';
import type { Type } from '../../feel/types.ts';
import { type BuiltinUnit, nameOfUnit, type Unit } from '../../feel/units.ts';
import type { CsvReason } from '../../rulebook/csv.ts';
import type { RegionInput } from '../../verify/problems.ts';
import { exampleWord, type Mending, mendingOf } from './mending.ts';
import { notRead } from './not-read.ts';
import { restingSaid } from '../resting.ts';
import { measureSaid } from '../units.ts';
import { figureSaid } from './figure.ts';
import { ledgerWords } from '../ledger.ts';
import { intake } from '../intake.ts';
import { sampleGaps, schemeNames } from '../scheme.ts';
import { trainingWords } from '../training.ts';
import { waiverHeading, waiverRowRefused } from '../waivers.ts';
import { zh as record } from './record.ts';
import { isSerialDay } from './serial-day.ts';
import { unwritable } from './unwritable.ts';
import { fieldNaming } from './field-naming.ts';
import { yamlReason } from './yaml-reasons.ts';
import type { Messages } from './messages.ts';

// a name in backticks stands apart from Chinese; a full-width bracket does not
const { called, worded } = fieldNaming('zh', ['（', '）'], ' ');

const units: Readonly<Record<BuiltinUnit, string>> = {
  money: '金额',
  ratio: '比例',
  rate: '年利率',
  'rate-per-month': '月利率',
  'basis-points': '基点',
  count: '个数',
  months: '月数',
  days: '天数',
  'working-days': '工作日数',
  years: '年数',
  hours: '钟点',
  'elapsed-hours': '小时数',
  area: '面积（平方米）',
  percent: '百分数',
};

function unitName(unit: Unit): string {
  return typeof unit === 'string' ? units[unit] : nameOfUnit(unit, 'zh');
}

function restingOn(rules: readonly string[]): string {
  return rules.map((one) => restingSaid(one, 'zh')).join('、');
}

/** 如“金额”“日期”“金额的列表” */
export function typeName(type: Type): string {
  switch (type.kind) {
    case 'number':
      if (type.whole && (type.unit === undefined || type.unit === 'count')) return '整数';
      return type.unit ? unitName(type.unit) : '数字';
    case 'text':
      return type.words ? '代码' : '文本';
    case 'boolean':
      return '是否值（true、false）';
    case 'date':
      return '日期';
    case 'date-time':
      return '日期时间';
    case 'time':
      return '时间';
    case 'days-duration':
    case 'months-duration':
      return '时长';
    case 'null':
      return '空值';
    case 'list':
      return `${type.of.kind === 'any' ? '' : `${typeName(type.of)}的`}列表`;
    case 'context':
      return '记录';
    case 'range':
      return '区间';
    case 'union':
      return type.of.map(kindName).join('或');
    case 'any':
      return '任意值';
  }
}

/** 几种中的一种，代码写出各个代码。 */
function kindName(type: Type): string {
  if (type.kind !== 'text' || !type.words) return typeName(type);
  return type.words.size === 1 && type.words.has('') ? '空白' : `代码 ${wordsOf(type)}`;
}

/** 并列的几种；代码写出各个代码。 */
const kindsIn = (types: readonly Type[]) => typeName({ kind: 'union', of: types });

const near = (name: string | undefined) => (name === undefined ? '' : `；您是否想写 \`${name}\``);
const wordsOf = ({ words }: Extract<Type, { kind: 'text' }>) =>
  [...(words?.keys() ?? [])].map((word) => `"${word}"`).join('、');

/** 怎样改，两边才能放在一起。 */
const mendings: Readonly<Record<Exclude<Mending, 'union'>, string>> = {
  list: '请用 some、every、sum、count 等对列表取值，或用 list contains(列表, 值)',
  'date-time': '请用 date(…) 取日期时间的当日',
  'date-number':
    '求相隔的时间用 days between(甲, 乙)、months between(甲, 乙)，移动日期用 duration("P30D")、duration("P6M")，写日期用 date("2024-01-01")',
  'date-text': '写日期用 date("2024-01-01")',
  'text-number': '数字不加引号，文本中的数字用 number(…) 取出',
  'text-boolean': '“是”“否”写作 true、false，不加引号',
  'months-years': '年数乘以 12 为月数，月数除以 12 为年数',
  'days-working-days': '自然日用 days between，工作日用 working days between',
  'rate-rate-per-month': '年利率除以 12 为月利率',
  'rate-basis-points': '基点除以 10000 为年利率',
  'rate-months': '请先写年利率除以 12，再乘月数',
  'rate-days': '请先写天数除以 360（或 365），再乘年利率',
  'money-ratio': '金额除以金额为比例，金额乘以比例仍为金额',
  'ratio-percent': '比例 * 100 是百分数，百分数 / 100 是比例',
  'count-percent':
    '数据结构中没有写 `x-unit` 的字段是个数：标 `x-unit: percent`，或者标 `x-unit: none`，即可与任何数比较',
  'percent-of': '百分数 / 100 是比例，比例可以与金额等相乘',
  'own-units': '自定的单位只与自身相加减、比较；可以乘以数字、数量或比例，也可以除以这些或它自身',
};

const mend = (left: Type, right: Type): string => {
  const mending = mendingOf(left, right);
  if (mending === undefined) return '';
  if (mending !== 'union') return `；${mendings[mending]}`;
  const word = exampleWord(left, right);
  const excluded = word === undefined ? '' : `，或 \`甲 != "${word}" and …\``;
  return `；请先分清是哪一种，如 \`甲 instance of number and …\`${excluded}`;
};

/** 值处要的若是列表，就谈不上对列表取值。 */
const mendType = (wanted: Type, found: Type): string =>
  wanted.kind === 'list' ? mendList(found) : mend(wanted, found);

/** 可有几种的值的列表，可以只取其中一种。 */
const mendList = (found: Type): string =>
  found.kind === 'list' && found.of.kind === 'union'
    ? '；请先只取其中一种，如 `list[is number(item)]`'
    : '';

const constructs = {
  function: '函数定义',
  context: '上下文 { }',
  'instance-of':
    ' `instance of` 后的这一类型（可用 number、string、boolean、date、time、date and time）',
  power: '这样的乘方（指数应为不超过 1200 的整数）',
  'call-of-value': '调用一个值',
  'open-run': '这样的 for 区间（两端应为写明的整数，至多 1,000 个数）',
  'question-mark': '单独使用的区间或检验式',
};

const references = {
  post: '岗位',
  document: '资料',
  rule: '规则',
  step: '流程节点',
  stage: '在前的环节',
  clause: '条款',
  source: '制度依据',
  calendar: '日历',
  dossier: '基础卷宗',
  definition: '计算口径',
  parameter: '参数',
  table: '判定表',
  'code set': '代码表',
  network: '样本网络',
  deal: '业务种类',
  person: '家庭成员',
  schema: '数据结构',
  file: '文件',
  field: '字段',
  product: '产品',
  subject: '卷宗种类（subjects）',
  unit: '单位',
  severity: '严重程度（severities）',
  measure: '考评指标',
  occasion: '再开发事由',
  promise: '服务承诺',
  claim: '断言',
  remedy: '整改时点（remedies）',
  risk: '风险类型（risks）',
  term: '术语',
  model: '评分模型',
  rulebook: '规则库',
  characteristic: '特征（characteristics）',
  appraisal: '考评办法',
  event: '事件类型',
  view: '视图',
};

const csvFaults: Readonly<Record<CsvReason, (limit: number) => string>> = {
  empty: () => '代码表没有内容：首行为表头，以下每行一个代码',
  size: (limit) => `代码表太大：至多 ${limit} 个字符`,
  rows: (limit) => `代码表太长：至多 ${limit} 行`,
  columns: (limit) => `代码表太宽：至多 ${limit} 栏`,
  'open-quote': () => '双引号没有结束：格中的双引号应写成两个 `""`，整格再加双引号',
  'after-quote': () => '双引号之后应为逗号或换行；格中的双引号应写成两个 `""`',
  'quote-inside': () => '格中有双引号，整格应加双引号，其中的双引号写成两个 `""`',
  'line-end': () => '行末只有回车符，应以换行符（LF 或 CRLF）结束',
};

const cellsWanted = {
  number: '不是数字，应只有数码和小数点，如 1234.56',
  date: '不是日期，应写如 2024-10-08',
  boolean: '应写 true 或 false',
};

/** 写成另一类的值应当怎样写。 */
const writings: Readonly<Record<Exclude<WritingMending, 'row'>, string>> = {
  'without-quotes': '，带引号即为文本，应去掉引号',
  'in-quotes': '，没有引号，文本应加引号',
  digits: '，数字只用数码和小数点，如 1234.56',
  whole: '，应为整数，小数点后不能有数字',
  'true-or-false': '，应写 true 或 false，不加引号',
  day: '，应写如 2024-10-08',
  moment: '，应写如 2024-10-08T09:30:00+08:00',
  time: '，应写如 09:30:00+08:00',
  list: '，每一项前加 - ，或者全部写在 [ ] 内',
};

const examples = { date: '2024-10-08', 'date-time': '2024-10-08T09:30:00+08:00' };

/** 文本为什么不是所要的日期或时间。 */
const dayFaults: Readonly<
  Record<DayFault, (field: string, text: string, wanted: keyof typeof examples) => string>
> = {
  'has-time': (field, text) => `${field}是不带时刻的日期，${text} 应写如 ${examples.date}`,
  'no-time': (field, text) => `${field}还要写明时刻和时区，${text} 应写如 ${examples['date-time']}`,
  'no-zone': (field, text) => `${field}还要写明时区，${text} 后应加时区，如 +08:00`,
  'not-there': (field, text) => `${field}的值 ${text} 在历法或钟点中不存在`,
  form: (field, text, wanted) =>
    `${field}的值 ${text} 不是${wanted === 'date' ? '日期' : '日期时间'}的写法，${
      isSerialDay(text)
        ? '像是表格软件的日期序号，请把该列设为日期格式后重新导出'
        : `应如 ${examples[wanted]}`
    }`,
};

const dayRange = (earliest: string | undefined, latest: string | undefined) =>
  earliest !== undefined && latest !== undefined
    ? `应在 ${earliest} 至 ${latest} 之间`
    : earliest === undefined
      ? `不应晚于 ${latest}`
      : `不应早于 ${earliest}`;

const jsonKinds: Readonly<Record<string, string>> = {
  array: '列表',
  object: '映射',
  string: '文本',
  number: '数字',
  boolean: ' true 或 false',
  null: '空值',
};

/** JSON Schema 的类型，几种之间以逗号相隔 */
const kindsOf = (wanted: string) =>
  wanted
    .split(',')
    .map((kind) => jsonKinds[kind] ?? kind)
    .join('、');

/** 校验程序只会英文；常见的几种译出 */
const shapeReason = (reason: string) =>
  reason.replace(
    /^must NOT have (fewer|more) than (\d+) (items|characters)$/u,
    (_, than: string, count: string, what: string) => {
      return `${than === 'fewer' ? '至少' : '至多'}应有 ${count} ${what === 'items' ? '项' : '个字符'}`;
    },
  );

/** 如“住房套数为 "SECOND"（第二套），建筑面积 > 90” */
const region = (inputs: readonly RegionInput[]) => {
  const said = inputs.filter(({ cell }) => cell !== '-');
  if (said.length === 0) return '任何输入';
  return said
    .map(({ title, cell, words }) => {
      const titles = words
        .map((word) => inLanguage(word, 'zh'))
        .filter(Boolean)
        .join('、');
      const is = /^(?:[<>=]|not\()/u.test(cell) ? ' ' : '为 ';
      return `${inLanguage(title, 'zh')}${is}${cell}${titles === '' ? '' : `（${titles}）`}`;
    })
    .join('，');
};

const days = (from: string, until: string | undefined) =>
  until === undefined ? `${from} 起` : `${from} 至 ${until}`;

const cells = (inputs: readonly RegionInput[]) => inputs.map(({ cell }) => `'${cell}'`).join(', ');

const productName = (product: string) => (product === '*' ? '部分产品' : `产品 ${product} `);

/** extends 指向的文件夹为什么不能采用 */
const extendsReasons = {
  absolute: '应写相对路径，用 / 分隔',
  missing: '该处没有 rulebook.yaml',
  nested: '两个规则库的文件夹不得一个套着另一个',
  cycle: '规则库绕回了自己',
  depth: '最多四层',
};

export const zh: Messages = {
  ...record,
  'io/missing-file': ({ path }) => `找不到文件或文件夹 \`${path}\``,
  'io/name-encoding': ({ path }) => `\`${path}\` 的文件名不是 UTF-8 编码，无法打开，请先改名`,
  'io/empty-folder': ({ path }) => `文件夹 \`${path}\` 中没有卷宗文件（.yaml、.json、.ndjson 等）`,
  'io/not-read': ({ path, why, ending, more }) =>
    `\`${path}\`${more > 0 ? ` 等 ${more + 1} 个` : ''}没有读：${notRead(why, ending, 'zh')}`,
  'io/too-large': ({ path, bytes, limit }) =>
    `文件 \`${path}\` 有 ${bytes} 字节，超过上限 ${limit} 字节，未读取`,
  'io/record-too-large': ({ path, limit, rest }) =>
    `\`${path}\` 中的这一条超过 ${limit} 字节，未读取${rest === 'unread' ? '，其后的内容也未读取' : ''}`,
  'io/not-text': ({ path, encoding }) =>
    encoding === undefined
      ? `\`${path}\` 不是 UTF-8 文本`
      : `\`${path}\` 是 ${encoding} 编码，应转换为 UTF-8`,
  'io/half-written': ({ path }) => `\`${path}\` 到此中断，最后一条没有写完，未核查`,
  'io/stray-text': ({ path, after }) =>
    ({
      record: `\`${path}\` 中一条之后应是另一条（以 { 开头），此处不是，其后的内容未读取`,
      array: `\`${path}\` 在数组的 ] 之后还有内容，未读取`,
      comma: `\`${path}\` 的数组在此处缺一项，或者多一个逗号`,
    })[after],
  'io/no-records': ({ path }) => `\`${path}\` 中一份卷宗也没有`,
  'io/damaged-gzip': ({ path, how }) =>
    how === 'cut'
      ? `压缩文件 \`${path}\` 不完整，中断处之后的卷宗未读取，请重新传送`
      : `压缩文件 \`${path}\` 已损坏，损坏处之后的卷宗未读取，请重新传送`,
  'io/gzip-bomb': ({ path, bytes, limit }) =>
    `压缩文件 \`${path}\` 已解出 ${bytes} 字节，超过卷宗数据可能的上限 ${limit} 字节，其后的内容未读取`,
  'io/changed': ({ path, how }) =>
    how === 'since-chosen'
      ? `\`${path}\` 在选定之后被改动、移走，或已无权读取，未能读完；请重新选择该文件`
      : `\`${path}\` 在读取期间${
          { changed: '被改动', shrunk: '被截短', replaced: '被另一个文件替换', gone: '被删除' }[how]
        }，读到的内容可能新旧混杂，请重新核查`,
  'io/is-folder': ({ path }) => `\`${path}\` 是文件夹，这里须给出其中的一个文件`,
  'io/last-issue': ({ path, why, name }) =>
    `\`${path}\` ${
      {
        'no-manifest': '不是 `shouze manual` 写下的 manifest.json，请给出上次发布的那一份',
        'no-record':
          '没有记录所印的内容，不能用来比较；请用新版程序按上次发布的规则库和日期重新生成一次',
        'other-rulebook': `属于另一规则库 \`${name}\`，不能与本手册比较`,
        'no-language': `没有 \`${name}\` 的记录；上次发布没有这种语言的，请用 \`--lang\` 分开生成`,
      }[why]
    }`,
  'io/unreadable': ({ path, reason }) => `无法读取 \`${path}\`（${reason}）`,
  'io/out-is-input': ({ path }) => `\`${path}\` 是本次要读的文件，写入会毁掉它；请另取文件名`,
  'io/out-is-folder': ({ path }) => `\`${path}\` 是文件夹，不能写成文件；请写明文件名`,
  'io/unwritable': ({ path, reason }) => `无法写入 \`${path}\`：${unwritable(reason, 'zh')}`,
  'io/not-a-workbook': ({ path, why }) =>
    why === 'old'
      ? `\`${path}\` 是旧版的 .xls，或者有密码，未读取；请打开后另存为没有密码的 .xlsx`
      : `\`${path}\` 不是 XLSX 工作簿或 CSV 表，或者已损坏、没有工作表、解开后过大，未读取；请打开后重新另存为 .xlsx`,
  'io/sheet-too-large': ({ name, rows, columns }) =>
    `\`${name}\` 有内容的行超过 ${rows} 行，或列超过 ${columns} 列，未读取；请把表拆开，或删去无关的行和列`,
  'table/encoding': ({ path, line }) =>
    `\`${path}\` 第 ${line} 行有既非 UTF-8 也非 GB18030 的字节，未读取；请重新导出，或另存为 UTF-8`,
  'table/open-quote': () =>
    `这一行的引号没有配对，这一行及以后各行未读取；请补上引号，单元格内的引号须写两个`,
  'table/ragged': ({ cells, heading }) =>
    `这一行有 ${cells} 格，表头有 ${heading} 列，无法断定各格属于哪一列，这一行未读取`,
  'table/too-large': ({ name, what, limit }) =>
    `\`${name}\` ${
      {
        columns: `超过 ${limit} 列`,
        row: `有一行超过 ${limit} 字`,
      }[what]
    }，未读取；${what === 'row' ? '请查看是否缺少换行或引号' : '请核对是否给错了文件，或把表拆开'}`,
  'table/empty': ({ name }) => `\`${name}\` 没有内容`,
  'table/save-as': ({ path, why }) =>
    ({
      xls: `\`${path}\` 是旧式 XLS 工作簿，无法读取；请用 Excel 或 WPS 打开，另存为 .xlsx`,
      encrypted: `\`${path}\` 设有打开密码，无法读取；请打开后取消密码，另存为 .xlsx`,
      parquet: `\`${path}\` 是 Parquet 文件，此处无法读取；请另存为 CSV 或 .xlsx`,
      other: `\`${path}\` 不是表格，而是改了扩展名的 PDF、网页或其他文档；请导出为 CSV 或 .xlsx`,
    })[why],
  'table/parquet': ({ path, why, install }) =>
    why === 'missing'
      ? `读取 Parquet 文件 \`${path}\` 需要安装 hyparquet：请在安装 shouze 的文件夹执行 \`npm install ${install}\`，或另存为 CSV`
      : `\`${path}\` 已损坏，或用了不能解压的压缩方式，未读取；请改用 Snappy 压缩或不压缩重新导出，或另存为 CSV`,
  'table/formulas': ({ formulas }) => `${formulas} 个单元格是公式，按文件中保存的计算结果读取`,
  'intake/unknown-field': ({ path, near: other }) => `没有字段 \`${path}\`${near(other)}`,
  'intake/unknown-name': ({ what, name, near: other }) =>
    `${what === 'subject' ? '规则库没有这一种文件' : '对应表没有码表'} \`${name}\`${near(other)}`,
  'intake/field-twice': ({ path }) => `字段 \`${path}\` 已由前面的列或 fixed 给出，不能再对应`,
  'intake/not-mapped': ({ path }) => `\`${path}\` 没有对应的列或子表，不能申明已经取全`,
  'intake/unknown-heading': ({ heading, table, near: other }) =>
    `\`${table}\` 没有表头 \`${heading}\`${near(other)}；确实可以没有这一列的，写 optional: true`,
  'intake/heading-twice': ({ heading, table, first, again }) =>
    `\`${table}\` 的 ${first} 列和 ${again} 列表头都是 \`${heading}\`，无法确定取哪一列；请改名其中一列`,
  'intake/no-table': ({ name, tables, several }) =>
    several
      ? `${name === '' ? '有几张表，对应表须写明 name' : `\`${name}\` 可指几张表`}：${tables.join('、')}`
      : `没有工作表或文件 \`${name}\`；已给出的有 ${tables.join('、')}`,
  'intake/row-refused': ({ why, text, rows }) =>
    `${intake.notRead.zh(rows)}：${intake.refusedWhy[why].zh}${text === '' ? '' : `（\`${text}\`）`}`,
  'intake/suspected': ({ amount, than }) =>
    `疑似单位有误：\`${amount}\` 约为同列其他金额的${than === 'less' ? '万分之一' : '一万倍'}；已照原样读入，请核对`,
  'intake/total': ({ said, sum }) => `合计不符：合计行为 \`${said}\`，各行相加为 \`${sum}\``,
  'blueprint/unknown-name': ({ what, name, near: other }) =>
    `规则库没有${what === 'post' ? '岗位' : '阶段'} \`${name}\`${near(other)}`,
  'blueprint/kind-twice': ({ kind }) =>
    `\`${kind}\`（${trainingWords.zh.kinds[kind]}）列了两次，请并为一项`,
  'blueprint/pass-mark': ({ passMark, total }) =>
    `及格分 \`${passMark}\` 高于满分 ${total}，没有人能及格`,
  'blueprint/too-few': ({ kind, wanted, found, redLines }) =>
    `各套试卷合计要${wanted}道${redLines ? '红线规则的' : ''}${trainingWords.zh.kinds[kind]}，规则库只出得了${found}道；请减少题量或试卷套数，或放宽岗位、阶段${redLines ? '、红线比例' : ''}`,
  'blueprint/not-a-manifest': () => '这不是试卷清单：应为试卷文件夹中的 `papers.json`',
  'scheme/unknown-name': ({ what, name, near: other }) =>
    `${schemeNames.zh[what]}中没有 \`${name}\`${near(other)}`,
  'scheme/period': ({ from, until }) => `期间的截止日 ${until} 早于起始日 \`${from}\``,
  'scheme/nothing-left': () => '所列节点和规则没有共同的规则：没有一条规则在检查范围之内',
  'scheme/not-a-list': () =>
    '这不是样本清单：应为 `shouze pick` 输出的清单，或有 `dossier` 一栏的表，或卷宗编号的列表',
  'scheme/sample': ({ method, why }) => `抽样方式 \`${method}\`：${sampleGaps.zh[why]}`,
  'waivers/not-a-register': ({ name, missing }) =>
    missing.length === 0
      ? `\`${name}\` 不是例外审批台账：应为表格，或例外审批的列表`
      : `\`${name}\` 不是例外审批台账：缺少${missing.map((role) => `“${waiverHeading(role, 'zh')}”`).join('、')}栏`,
  'waivers/unknown-heading': ({ heading, near: other }) =>
    `例外审批台账的“${heading}”栏不对应任何要素，未读取${near(other)}`,
  'waivers/heading-twice': ({ heading, other }) =>
    `“${heading}”与“${other}”是同一要素，只读取“${other}”`,
  'waivers/row-refused': ({ why, text }) =>
    `该项例外审批未采用：${waiverRowRefused.zh[why]}${text === '' ? '' : `（\`${text}\`）`}`,
  'waivers/twice': ({ dossier, rule, row }) =>
    `卷宗 ${dossier} 规则 ${rule} 的例外审批与第 ${row} 行重复，有效期重叠，该行未采用`,
  'waivers/other-dossier': ({ dossiers, count }) =>
    `例外审批台账中有 ${count} 份卷宗不在本次检查之列：${dossiers.join('、')}${count > dossiers.length ? '等' : ''}`,
  'checklist/not-a-checklist': ({ name }) => `\`${name}\` 不是人工核查表：没有标识各列的隐藏行`,
  'checklist/unknown-rule': ({ rule, near: other }) =>
    `\`${rule}\` 不是须由人核查的规则，该行未采用${near(other)}`,
  'checklist/unknown-word': ({ word, words }) =>
    `结果 \`${word}\` 应为 ${words.slice(0, 3).join('、')}，该行未采用`,
  'checklist/incomplete': ({ rule, what }) =>
    `规则 ${rule} 填了结果，却没有写${what === 'checker' ? '核查人' : '核查日期'}，该行未采用`,
  'checklist/impossible-date': ({ text }) =>
    `核查日期 \`${text}\` 不是有效日期，应如 2026-11-25，该行未采用`,
  'checklist/unknown-checker': ({ checker, date, why }) =>
    `${
      {
        'not-in-register': `员工名册中没有核查人 \`${checker}\``,
        'unclear-in-register': `员工名册未能说明核查人 \`${checker}\` 在 ${date} 的任职`,
        'no-post': `按员工名册，核查人 \`${checker}\` 在 ${date} 不在任何岗位`,
      }[why]
    }，该行按未填处理；请写员工号，并核对日期`,
  'checklist/not-an-inspector': ({ checker, inspectors }) =>
    `核查人 \`${checker}\` 不是检查方案所列的检查人（${inspectors.join('、')}），该行按未填处理`,
  'checklist/on-the-file': ({ rule, checker }) =>
    `规则 ${rule} 的核查人 \`${checker}\` 是该卷宗的经办人员，不得核查自己经办的业务，该行按未填处理`,
  'checklist/after-check': ({ rule, date, day }) =>
    `规则 ${rule} 的核查日期 \`${date}\` 晚于检查日 ${day}，该行按未填处理`,
  'checklist/before-act': ({ rule, date, day }) =>
    `规则 ${rule} 的核查日期 \`${date}\` 早于所核查事项的日期 ${day}，该行按未填处理`,
  'checklist/other-digest': ({ dossier }) =>
    `卷宗 \`${dossier}\` 在核查表输出后改过，表中的结果未采用；请重新输出核查表，核对改动后再填`,
  'checklist/unbound': ({ dossier }) =>
    `核查表没有写明结果针对卷宗 \`${dossier}\` 的哪一版（\`digest\` 栏），卷宗此后是否改过无从核对`,
  'checklist/other-dossier': ({ dossier }) =>
    `核查表是卷宗 \`${dossier}\` 的，不在本次核查的卷宗之内，未采用`,
  'checklist/other-rulebook': ({ digest }) =>
    `核查表出自另一版规则库（${digest.slice(0, 19)}…），核查的要求可能已变，请核对`,
  'checklist/twice': ({ rule, element }) =>
    `规则 ${rule}${element === '' ? '' : `［${element}］`} 填了两次，结果不同，均未采用`,
  'checklist/unused': ({ rule, element }) =>
    `规则 ${rule}${element === '' ? '' : `［${element}］`} 的结果没有用上：卷宗中没有该项，或规则对它不适用、适用与否不明`,
  'ledger/not-an-entry': ({ number }) => `第 ${number} 行不是台账的记录：写了一半，或者被改动过`,
  'ledger/broken-chain': ({ number }) => `第 ${number} 笔与前一笔接不上：它或前面的记录被改动过`,
  'ledger/other-head': ({ head, entries }) =>
    `台账的 ${entries} 笔记录中没有链头 \`${head.slice(0, 19)}\`：末尾被截去，或者整份重写过`,
  'ledger/stray-entry': ({ number }) =>
    `第 ${number} 笔不合办理规则：问题不在台账中，或者状态不能这样变更`,
  'ledger/not-a-run': ({ why }) =>
    ({
      form: '不是检查结果：应为 `shouze check --format ndjson` 或 `--format json` 写出的文件',
      cut: '检查结果没有结尾：写了一半，或者末尾被截去',
      digest: '检查结果的内容与其摘要值不符：写出之后被改动过',
    })[why],
  'ledger/not-a-register': ({ name }) => `\`${name}\` 不是问题台账：没有标识各列的隐藏行`,
  'ledger/other-ledger': ({ head }) =>
    `这份表格是从另一份台账导出的（链头 \`${head.slice(0, 19)}\`），各行均未采用`,
  'appraisal/objection': ({ reason, what }) =>
    ({
      'not-a-sheet': `\`${what}\` 不是考评表：缺少辨认各行的隐藏列，异议应填在 shouze appraise 写出的工作簿中`,
      'other-sheet': `\`${what}\` 是另一办法、另一期间或者另一人的考评表，该异议未采用`,
      'unknown-line': `考评表中没有 \`${what}\` 这一行：考评表是由别的卷宗编成的，请重新生成后再提出异议`,
    })[reason],
  'ledger/unknown-row': ({ finding, near: other }) =>
    `台账中没有问题 \`${finding}\`，该行未采用${near(other)}`,
  'ledger/row-twice': ({ finding }) => `问题 ${finding} 有两行，所填不同，以先出现的一行为准`,
  'ledger/impossible-day': ({ text }) =>
    `整改完成日 \`${text}\` 不是有效日期，应如 2026-12-01，该格未采用`,
  'ledger/conflict': ({ finding, column, ours, theirs }) =>
    `${finding} 的“${ledgerWords.zh.filled[column]}”两边都改过：台账为 \`${ours}\`，交回为 \`${theirs}\`；以台账为准，交回的另行保留`,
  'limits/not-a-sheet': ({ name }) =>
    `\`${name}\` 不是 shouze limits out 写出的表：没有标识各列的隐藏行`,
  'limits/unknown': ({ what, name, near: other }) =>
    name === ''
      ? '没有写限额或判定表的编号'
      : `没有这个${what === 'limit' ? '限额或判定表' : '条款'} \`${name}\`${other === undefined ? '' : `；您是否想写 \`${other}\``}`,
  'limits/stale': ({ id }) => `\`${id}\` 在表写出之后改过，请重新写出再填`,
  'limits/cell': ({ text, why, unit }) =>
    `${limitWords.zh.quoted(text)}${limitWords.zh.cell[why](measureSaid(unit, 'zh'), text)}`,
  'limits/in-force': ({ id, from, was, now }) =>
    `\`${id}\` ${limitWords.zh.begun(from)}的版本已经生效，${limitWords.zh.change(was, now)}；今后改变的请另加一行写新的起日，原来就写错的用 \`--correct\``,
  'limits/row': ({ id, from, why }) =>
    `\`${id}\` ${limitWords.zh.begun(from)}：${limitWords.zh.row[why]}`,
  'review/not-a-sheet': ({ name }) => `\`${name}\` 不是条款核对表：没有标识各列的隐藏行`,
  'review/unknown-clause': ({ clause, near: other }) =>
    `规则库中没有条款 \`${clause}\`，该行未采用${near(other)}`,
  'review/stale': ({ clause, what }) =>
    `条款 \`${clause}\` 的${what === 'clause' ? '文字' : '规则'}在核对表发出后改过，该行未采用；请重新输出核对表`,
  'review/unknown-word': ({ word, words }) =>
    `意见 \`${word}\` 应为 ${words.filter((one) => /\p{Script=Han}/u.test(one)).join('、')}，该行未采用`,
  'review/incomplete': ({ clause, what }) =>
    `条款 \`${clause}\` ${what === 'opinion' ? '填了别的栏，却没有选意见' : what === 'remark' ? '的意见是不一致，却没有说明差在哪里' : `填了意见，却没有写${{ checker: '核对人', date: '日期', where: '出处' }[what]}`}，该行未采用`,
  'review/impossible-date': ({ text, isFuture }) =>
    isFuture
      ? `核对日期 \`${text}\` 还没有到，该行未采用`
      : `核对日期 \`${text}\` 不是有效日期，应如 2026-11-25，该行未采用`,
  'review/altered': ({ clause }) =>
    `条款 \`${clause}\` 的转述在核对表里被改过，该行未采用；要改转述，请改制度依据文件，再重新输出核对表`,
  'review/twice': ({ clause }) => `条款 \`${clause}\` 填了两次，内容不同，均未采用`,
  'yaml/syntax': ({ reason }) => `YAML 或 JSON 语法错误：${yamlReason(reason, 'zh')}`,
  'yaml/not-json': ({ why, found }) =>
    ({
      'trailing-comma': '不是 JSON：逗号后面没有内容，应删去这个逗号',
      'single-quotes': '不是 JSON：文本和键应放在双引号 " 内，不能用单引号',
      comment: '不是 JSON：JSON 没有注释',
      other: `文件名说是 JSON，内容${found === '' ? '' : `在 \`${found}\` 处`}却不是，应改正；整份文件是 YAML 的，改用 .yaml 为后缀`,
    })[why],
  'yaml/empty': () => '文件没有内容',
  'yaml/too-long': ({ length, limit }) => `文件有 ${length} 个字符，超过上限 ${limit}`,
  'yaml/too-deep': ({ limit }) => `嵌套超过 ${limit} 层`,
  'yaml/alias': ({ anchor }) =>
    `不支持 YAML 锚点和别名 \`${anchor}\`；以 & 或 * 开头的文字要加引号`,
  'yaml/tag': ({ tag }) => `不支持 YAML 标签 \`${tag}\``,
  'yaml/duplicate-key': ({ key }) => `键 \`${key}\` 重复`,
  'yaml/forbidden-key': ({ key }) => `不允许使用键 \`${key}\``,
  'yaml/complex-key': () => '键只能是文本，不能是列表或映射',
  'yaml/several-documents': () => '一个文件只能有一份文档，不要用 `---` 分隔多份',
  'feel/syntax': ({ found }) =>
    found === '' ? '表达式不完整' : `表达式在 \`${found}\` 处无法理解`,
  'feel/unclosed': ({ bracket }) =>
    `此处的括号 \`${bracket}\` 没有配对，${'([{'.includes(bracket) ? '后面少了右括号' : '前面少了左括号，或者多写了这一个'}`,
  'feel/no-else': () => '`if` 之后要用 `else` 写明否则如何',
  'feel/full-width': ({ found, wanted }) =>
    `表达式中有全角或中文符号 \`${found}\`${wanted === undefined ? '' : `，应写 \`${wanted}\``}`,
  'feel/words': ({ name }) =>
    `\`${name}\` 是连在一起的几个词，不是已知名称；是否漏了运算符，或者漏了函数的括号`,
  'feel/name': ({ name }) => `名称 \`${name}\` 只能由文字、数字和下划线组成`,
  'feel/quote': () => '文本的引号没有配对',
  'feel/too-deep': ({ limit }) => `表达式嵌套超过 ${limit} 层`,
  'feel/too-long': ({ length, limit }) => `表达式有 ${length} 个字符，超过上限 ${limit}`,
  'feel/unknown-name': ({ name, near: other }) =>
    `没有名为 \`${name}\` 的字段、口径、参数或表${near(other)}`,
  'feel/unknown-field': ({ name, of, near: other }) =>
    `没有字段 \`${name}\`（有 ${of.replaceAll(', ', '、')} 等）${near(other)}`,
  'feel/unknown-function': ({ name, near: other }) => `没有函数 \`${name}\`${near(other)}`,
  'feel/unknown-word': ({ word, words, near: other }) =>
    `\`${word}\` 不是该字段的代码，应为 ${words.slice(0, 12).join('、')}${near(other)}`,
  'feel/unquoted': ({ name, word }) =>
    `\`${name}\` 不是名称${name === word ? '' : `，是代码 \`${word}\` 的名目`}；代码要放在引号里`,
  'feel/several-kinds': ({ wanted, others, test }) =>
    `此处应为${typeName(wanted)}，但还可能是${kindsIn(others)}；请先判断，如 \`if ${test} then … else …\``,
  'feel/blank': ({ name }) =>
    `\`${name}\` 中的空白等于没有录入，不是 \`""\` 这个值；空白若有含义，请在数据结构中给该字段标 \`x-blank: value\``,
  'feel/no-fields': ({ name, of }) => `${typeName(of)}没有字段 \`${name}\``,
  'feel/type': ({ wanted, found }) =>
    `此处应为${typeName(wanted)}，却是${typeName(found)}${mendType(wanted, found)}`,
  'feel/compare': ({ left, right }) =>
    `${typeName(left)}不能与${typeName(right)}比较${mend(left, right)}`,
  'feel/unit': ({ operator, left, right }) =>
    `${typeName(left)}与${typeName(right)}不能作 \`${operator}\` 运算${mend(left, right)}`,
  'feel/branches': ({ yes, no }) =>
    `if 的两个分支不一致：then 之后是${typeName(yes)}，else 之后是${typeName(no)}${mend(yes, no)}`,
  'feel/mixed-list': ({ first, other }) =>
    `列表中的元素应当同类：先是${typeName(first)}，后是${typeName(other)}`,
  'feel/arguments': ({ name, parameters }) =>
    `函数 \`${name}\` 的参数应为（${parameters.join('、')}）`,
  'feel/argument': ({ name, argument, wanted, list, found }) =>
    `\`${name}\` 的 \`${argument}\` 应为${list === undefined ? typeName(wanted) : ` \`${list}\` 的一个元素`}，却是${typeName(found)}${list === undefined ? mend(wanted, found) : ''}`,
  'feel/profile': ({ construct }) => `规则中不能使用${constructs[construct]}`,
  'feel/literal': ({ text }) =>
    `没有 \`${text}\` 这样的日期、时间或时长；应如 2024-10-08、2024-10-08T09:30:00+08:00、P30D、P6M`,
  'feel/date-form': ({ form, forms }) =>
    `${form === undefined ? '日期的格式须直接写明' : `\`${form}\` 不是日期的格式`}：年、月、日各一次，之间用 / - . 年 月 日，或者不隔开，如 ${forms.map((one) => `"${one}"`).join('、')}`,
  'feel/not-written': ({ name }) =>
    `\`${name}\` 只问文字，或者卷宗中直接填写的字段：算出来的数没有原文`,
  'feel/pattern': ({ pattern }) => `正则表达式 \`${pattern}\` 无法理解`,
  'feel/always': ({ truth, left, right }) =>
    left === undefined || right === undefined
      ? `这一判断永远为${truth ? '真' : '假'}：该值的类型已定`
      : `这一比较永远为${truth ? '真' : '假'}：按取值范围，左边是 ${left}，右边是 ${right}`,
  'feel/ambiguous-title': ({ title, first, second }) =>
    `标题 \`${title}\` 不知指 \`${first}\` 还是 \`${second}\`：请写路径`,
  'feel/name-taken': ({ name }) => `变量名 \`${name}\` 已是字段或口径的名称，请换一个`,
  'feel/code-set': ({ name, columns }) =>
    `\`${name}\` 是代码表，本身不是值：问是否列出写 \`代码 in ${name}\`${columns[0] === undefined ? '' : `，取某一栏写 \`${name}(代码).${columns[0]}\``}，按另一日的写 \`${name}(日期)\`${columns[0] === undefined ? '' : `、\`${name}(代码, 日期)\``}`,
  'dossier/no-rows': ({ field }) =>
    `登记簿没有行；应写 \`${field}: [ … ]\`，每行一项，确无一行的写 \`${field}: []\``,
  'dossier/no-head': ({ field }) => `登记簿没有表头；应写 \`${field}: { … }\``,
  'dossier/not-a-dossier': ({ wanted }) => `这不是卷宗文件：没有 ${wanted.join('、')} 等任何一项`,
  'dossier/which-subject': ({ subjects, fits }) =>
    `看不出这是哪一种文件：请在文件开头写 \`subject: ${fits[0] ?? subjects[0] ?? ''}\`，或用 --subject 指明（可用 ${subjects.join('、')}）`,
  'dossier/unknown-subject': ({ subject, subjects, near: other }) =>
    `规则库没有 \`${subject}\` 这一种文件，可用 ${subjects.join('、')}${near(other)}`,
  'dossier/same-id': ({ id, file, subject, field }) =>
    `卷宗 \`${id}\` 已在 ${file} 中给出；同一卷宗不得两次计入合并判定，本文件单独判定；两者本是不同记录的，在 rulebook.yaml 中把 subjects.${subject}.id（现为 ${field}）改为能区分记录的字段`,
  'dossier/no-register': () =>
    '规则库没有员工名册这一种文件：在 rulebook.yaml 的 subjects 中为名册写明 people，或者不用 --staff',
  'dossier/not-a-register': ({ subject }) =>
    `不是员工名册：应为 \`${subject}\` 一种的文件，或在文件中写明 \`subject: ${subject}\``,
  'dossier/register-of-nobody': ({ fields }) =>
    `员工名册须写明所属机构和数据截止日：${fields.map((field) => `\`${field}\``).join('、')}`,
  'dossier/register-empty': ({ field }) =>
    `员工名册的 \`${field}\` 中一个人也没有：卷宗里的人都会查无此人，请给出全部员工`,
  'dossier/register-ahead': ({ field, day, today }) =>
    `员工名册的 \`${field}\` 为 ${day}，晚于今天（${today}）：以后谁任什么岗位尚不可知，请更正`,
  'dossier/other-register': ({ of, register }) =>
    `卷宗属于 \`${of}\`，员工名册属于 \`${register}\`：其中的岗位、审批层级均未核对，请用 --staff 给出 \`${of}\` 的名册`,
  'dossier/unknown-field': ({ field, near: other }) =>
    `卷宗没有字段 \`${field}\`，其内容未予检查${near(other)}`,
  'dossier/wrong-type': ({ field, title, text, wanted, mending }) =>
    mending === 'row'
      ? `${called(field, title)}有一行未读入，原因在对账中写明，按未知处理`
      : `${called(field, title)}应为${typeName(wanted)}，却写作 \`${text}\`${mending === undefined ? '' : writings[mending]}，按未知处理`,
  'dossier/unknown-word': ({ field, title, word, words, titles, near: other }) =>
    `${called(field, title)}的值 \`${word}\` 不是规定的代码（${worded(words.slice(0, 12), titles).join('、')}），按未知处理${near(other)}`,
  'dossier/impossible-date': ({ field, title, text, wanted, why }) =>
    `${dayFaults[why](called(field, title), `\`${text}\``, wanted)}，按未知处理`,
  'dossier/unbelievable-date': ({ field, title, text, earliest, latest }) =>
    `${called(field, title)}的日期 \`${text}\` 不可信，${dayRange(earliest, latest)}，按未知处理`,
  'dossier/too-many-digits': ({ field, title, text, digits, most }) =>
    `${called(field, title)}的值 \`${text}\` 有 ${digits} 位有效数字，超过所保留的 ${most} 位，按未知处理`,
  'dossier/number-too-big': ({ field, title, text, most }) =>
    `${called(field, title)}的值 \`${text}\` 太大，最大为 ${most}，按未知处理`,
  'dossier/number-too-small': ({ field, title, text }) =>
    `${called(field, title)}的值 \`${text}\` 太小，小数超过 30 位，按未知处理`,
  'dossier/money-decimals': ({ field, title, text, decimals }) =>
    `${called(field, title)}的值 \`${text}\` 比货币的最小单位还小，金额${decimals === 0 ? '没有小数' : `最多 ${decimals} 位小数`}，按未知处理`,
  'dossier/out-of-range': ({ field, title, text, minimum, maximum }) =>
    `${called(field, title)}的值 \`${text}\` 超出范围 ${minimum ?? '…'} 至 ${maximum ?? '…'}，按未知处理`,
  'dossier/duplicate-element': ({ key, value }) => `编号 \`${key}\` 为 \`${value}\` 的项出现两次`,
  'dossier/too-big': ({ most, count, told }) =>
    `有问题的地方有 ${count} 处，超过 ${most} 处，不像一份卷宗；只列出前 ${told} 处，没有判定`,
  'dossier/verified-none': ({ path }) =>
    `verifiedNone 中的 \`${path}\` 不是卷宗的字段，或该处已有内容`,
  'dossier/not-captured': ({ path }) =>
    `notCaptured 中的 \`${path}\` 不是卷宗的字段，或该处已有内容`,
  'rulebook/no-manifest': ({ folder }) => `文件夹 \`${folder}\` 中没有 rulebook.yaml，不是规则库`,
  'rulebook/format': ({ format }) => `规则库格式 \`${format}\` 不受支持，应为 format: 1`,
  'rulebook/unknown-key': ({ key, near: other, cut }) =>
    `不认识的键 \`${key}\`${cut ? '：它前面的半角逗号把文字切成了两段，请用全角逗号，或给整段文字加引号' : near(other)}`,
  'rulebook/missing-key': ({ key }) => `缺少 \`${key}\``,
  'rulebook/wrong-type': ({ key, wanted }) =>
    `\`${key}\` 的写法不对，应为${kindsOf(wanted)}${wanted === 'number' ? '，只写数码和小数点，如 0.6、5000000' : ''}`,
  'rulebook/unknown-word': ({ word, words, near: other }) =>
    `\`${word}\` 不在允许的取值中：${words.join('、')}${near(other)}`,
  'rulebook/pattern': ({ text, pattern }) => `\`${text}\` 不合格式 ${pattern}`,
  'rulebook/schema': ({ reason }) => `文件结构不对：${shapeReason(reason)}`,
  'rulebook/source-heading': ({ heading }) =>
    `条款标题 \`${heading}\` 应写作“编号 标题 | 另一种语言的标题 (V1)”，语言以依据开头的 title 为准`,
  'rulebook/source-status': () =>
    '条款的状态应写作一行：“状态：人工，谁怎样做 | Status: manual, who and how”，或“不适用，为什么 | not applicable, why”，或“待办 | pending”；依据有几种语言写几段',
  'rulebook/source-figures': () =>
    '条款的数值应写作一段，用分号隔开：“数值：30 日；20 万元；55%；"STOCK"；2024-07-01”；其他语言用 `Figures:`，单位写参数所用的单位名称',
  'rulebook/clause-changed': ({ clause, rules, on }) =>
    `条款 \`${clause}\` 的文字在 ${on} 复核之后改过；请对照条款重新核对 ${restingOn(rules)}，再运行 shouze trace --accept 或 --reviews`,
  'rulebook/rules-changed': ({ clause, rules, on }) =>
    `以条款 \`${clause}\` 为依据的规则在 ${on} 核对之后改过；请对照条款重新核对 ${restingOn(rules)}，再运行 shouze trace --accept 或 --reviews`,
  'rulebook/review-differs': ({ clause, rules, on }) =>
    `条款 \`${clause}\` 在 ${on} 核对为与原文不一致；请改条款和 ${restingOn(rules)}，或者重新核对`,
  'rulebook/source-header': ({ reason }) =>
    `制度依据开头应有 yaml 块，写明 source、kind、title、confidence${reason.includes('/') ? `（${reason}）` : ''}`,
  'rulebook/file-name': ({ name, wanted }) => `文件或文件夹名 \`${name}\` 应为 \`${wanted}\``,
  'rulebook/missing-file': ({ path }) => `缺少文件 \`${path}\``,
  'rulebook/unlisted': ({ id, list }) => `规则 \`${id}\` 没有列入 ${list} 的 rules`,
  'rulebook/other-step': ({ id, step }) =>
    `规则 \`${id}\` 的文件在节点 \`${step}\` 的文件夹里，只能由该节点列出`,
  'rulebook/listed-twice': ({ id }) => `规则 \`${id}\` 列了两次`,
  'rulebook/step-cycle': ({ steps }) => `节点互为前提，没有卷宗能走下去：${steps.join(' ← ')}`,
  'rulebook/other-language': ({ language }) =>
    `这段文字不像是 \`${language}\`；是放错了语言，还是没有翻译`,
  'rulebook/cut-text': ({ kept }) =>
    `YAML 把 ` +
    '` #`' +
    ` 及其后当作注释，文字只剩 \`${kept}\`；请给整段文字加引号，或者把注释另起一行`,
  'rulebook/unread': ({ path, near: other }) =>
    `规则库不读 \`${path}\` 这个文件，其中的内容不起作用${near(other) || '；规则放在 rules/ 或 stages/，参数、表、代码表放在 parameters/、tables/、codes/，口径写在 definitions.yaml'}`,
  'rulebook/duplicate-id': ({ id }) => `编号 \`${id}\` 重复`,
  'rulebook/name-taken': ({ name }) =>
    `名称 \`${name}\` 已被使用：字段、口径、参数、表、变量和命名值不得重名，请换一个`,
  'rulebook/redefined': ({ what, name }) =>
    `${references[what]} \`${name}\` 出自上级规则库，下级不得改写；请另取新名，或以 adds（规则）、moves（参数）从严`,
  'rulebook/loosened': ({ name, value, limit, stricter, from }) =>
    limit === undefined
      ? `上级的参数 \`${name}\` 在 ${from} 没有取值，下级不得补设`
      : `参数 \`${name}\` 以${stricter === 'higher' ? '高' : '低'}为严：${from} 起上级为 ${limit}，下级不得放宽为 ${value}`,
  'rulebook/fixed': ({ name }) =>
    `上级没有写明参数 \`${name}\` 以高为严还是以低为严（stricter），下级不得改动`,
  'rulebook/closed': ({ name }) => `上级的判定表 \`${name}\` 没有写 \`open\`，下级不得补全`,
  'rulebook/narrowed': () =>
    '补充规则不得写 `when`：适用范围只可扩大（`widen`），不可收窄；另有适用条件的，作为新规则写入（insert）',
  'rulebook/insert': ({ one, other }) => `\`${one}\` 与 \`${other}\` 应当写且只写其中一个`,
  'rulebook/extends': ({ path, reason }) =>
    `extends 指向的规则库 \`${path}\` 不能采用：${extendsReasons[reason]}`,
  'rulebook/unknown-reference': ({ what, name, near: other }) =>
    `没有${references[what]} \`${name}\`${near(other)}`,
  'rulebook/unknown-currency': ({ code, near: others }) =>
    `\`${code}\` 不是 ISO 4217 的货币代码，应为三个大写字母，如 \`CNY\`${others.length === 0 ? '' : `；是否为 ${others.map((one) => `\`${one}\``).join('、')}`}`,
  'rulebook/unknown-zone': ({ zone, near: other }) =>
    `没有时区 \`${zone}\`；应写与世界时之差，如 \`"+08:00"\`，或 IANA 时区库的名称，如 \`Asia/Shanghai\`${near(other)}`,
  'rulebook/other-setting': ({ key, given, inherited }) =>
    `所依据的规则库已写 \`${key}: ${inherited}\`，本规则库与之相同，不能另写 \`${key}: ${given}\`，请删去`,
  'rulebook/impossible-date': ({ text }) => `\`${text}\` 不是有效日期`,
  'rulebook/share': ({ value, part }) => `${value} 是整体的 ${value} 倍；${value}% 应写 ${part}`,
  'rulebook/edition-gap': ({ after, before }) =>
    `适用版本之间有空档：${after} 之后至 ${before} 之前没有版本`,
  'rulebook/edition-overlap': ({ from, until, wanted }) =>
    until === undefined
      ? `适用版本重叠：上一版没有写止日，应在上一版写 \`until: ${wanted}\``
      : `适用版本重叠：上一版到 ${until}，这一版却从 ${from} 开始`,
  'rulebook/edition-order': ({ from, before }) =>
    `适用版本要从旧到新排列：${from} 起的一版应放在 ${before} 起的一版之前`,
  'rulebook/edition-backwards': ({ from, until }) => `止日 ${until} 早于起日 ${from}`,
  'rulebook/language': ({ language }) => `缺少 ${language} 文字`,
  'rulebook/half-width': ({ found, wanted }) => `汉字之间的 \`${found}\` 应为全角 \`${wanted}\``,
  'rulebook/not-the-term': ({ word, term }) => `\`${word}\` 应写作 \`${term}\`（见术语表）`,
  'rulebook/glossary-word': ({ word, term, why, other }) =>
    why === 'own'
      ? `术语 \`${term}\` 含有不用的词 \`${word}\`，照此写术语也会报错；请删去该词，或另定术语`
      : why === 'other'
        ? `\`${word}\` 本身是术语，不能又列为 \`${term}\` 的不用的词；请只留一处`
        : `\`${word}\` 已列为 \`${other ?? ''}\` 的不用的词，不能又列在 \`${term}\` 之下：一词不能改写为两个术语`,
  'rulebook/task-post': ({ post, posts, near }) =>
    `本节点的岗位是 ${posts.length === 0 ? '（无）' : posts.map((one) => `\`${one}\``).join('、')}，没有 \`${post}\`${near === undefined ? '' : `，是否为 \`${near}\``}；由它办理的，写进 \`posts\``,
  'rulebook/return-ahead': ({ step, to }) =>
    `\`${step}\` 不能退回 \`${to}\`：卷宗只能退回本节点或者之前的节点，不能退到后面的节点，也不能退到并行的保障节点`,
  'rulebook/limit-twice': ({ number, parameter }) =>
    `时限写成 ${number}，同一条款的参数 \`${parameter}\` 已经给出，改了一处另一处就不符；请写 \`workingDays: ${parameter}\``,
  'rulebook/limit-unit': ({ parameter, unit }) =>
    `参数 \`${parameter}\` 的单位是 \`${unit}\`，节点的时限按工作日计，应取单位为 \`working-days\` 的参数`,
  'rulebook/incomplete': ({ key, edition }) =>
    key === 'asOf'
      ? `${edition} 起的版本没有判定日 \`asOf\`，规则本身及其文件种类（subjects）也没有`
      : `${edition} 起的版本没有 \`${key}\`，规则本身也没有`,
  'rulebook/manual-require': ({ id }) =>
    `规则 \`${id}\` 只由人工核查，却写有 \`require\`，它不会被判定；数据也要判的，写 \`check: both\``,
  'rulebook/stray-answer': ({ id, key }) =>
    `规则 \`${id}\` 只按数据判定，${key === 'answer' ? '示例中的 `answer` 没有作用' : '`question` 无人回答'}；有人工核查的，写 \`check: manual\` 或 \`check: both\``,
  'rulebook/since': ({ from, source }) =>
    source === undefined
      ? '`since: new` 说此前没有这项要求，首个适用版本却从最早的一天就有'
      : `\`since: new\` 说要求随依据而生，首个适用版本却从 ${from} 起，依据自 ${source} 起施行`,
  'rulebook/not-read': ({ clauses: [first = '', ...others], source, text }) =>
    `条款 \`${first}\`${others.length > 0 ? ` 等 ${others.length + 1} 条` : ''}标为 V1（已核对原文），依据 ${source} ${text === undefined ? '却没有在 `read` 写明读的是哪一份文本、何时读' : `读的却是${text === 'translation' ? '译文' : '转述'}`}；没有读到原文的标 V2 或以下`,
  'rulebook/number-not-seen': ({ clause, source }) =>
    `条款 \`${clause}\` 标为 V1（已核对原文），依据 ${source} 的文号或条号却写着未核实：二者不能同时成立`,
  'rulebook/pending-relied-on': ({ clause, what }) =>
    `条款 \`${clause}\` 没有读到原文（待办、GK），却${what === 'figures' ? '列了数值' : '作了规则或参数的依据'}；没有读到的不能凭记忆写，也不能据以判定`,
  'rulebook/before-source': ({ from, source, sources }) =>
    `本版自 ${from} 起，所依据的 ${sources.join('、')} 却自 ${source} 才施行；确有理由提前的，写 \`early\` 说明`,
  'rulebook/after-source': ({ until, source, sources }) =>
    `所依据的 ${sources.join('、')} 到 ${source} 为止，本版却${until === undefined ? '仍然有效' : `到 ${until} 为止`}：换成现行的依据，或者写 \`until\` 和终止的原因`,
  'rulebook/ended-open': () => '写了 `ended`，最后一个适用版本却没有 `until`',
  'rulebook/until-unexplained': ({ until }) =>
    `适用到 ${until} 为止，却没有 \`ended\` 写明因何终止：此后的卷宗只能判为资料不足`,
  'rulebook/repealed-open': ({ id }) =>
    `规则 \`${id}\` 已废止，最后一个适用版本却没有 \`until\`：应写明最后适用的日期`,
  'rulebook/manual-scope': ({ id }) =>
    `规则 \`${id}\` 由人核查，不能有 \`scope\`：人工核查表一份卷宗一张，没有合起来看的一栏`,
  'rulebook/unsigned': ({ id }) => `规则库 \`${id}\` 没有签发：rulebook.yaml 中没有 \`issue\``,
  'rulebook/draft-cited': ({ id }) => `规则 \`${id}\` 还在征求意见，已签发的内容却引用了它`,
  'rulebook/unverified-basis': ({ clause, confidence }) =>
    `依据 \`${clause}\`（${confidence}）待核，也没有在 acceptedUnverified 中具名接受`,
  'rulebook/no-cases': ({ id }) => `规则 \`${id}\` 没有校验示例文件`,
  'rulebook/cases-lack': ({ outcome }) => `校验示例中没有结果为 \`${outcome}\` 的一例`,
  'rulebook/csv': ({ why, limit }) => csvFaults[why](limit),
  'rulebook/csv-cells': ({ cells, columns }) =>
    `这一行应有 ${columns} 格，与表头一致，却有 ${cells} 格；格中有逗号的，整格加双引号`,
  'rulebook/csv-column': ({ column, times, near: other }) =>
    times === 0
      ? `表头中没有代码表要用的栏 \`${column}\`${near(other)}`
      : `表头中 \`${column}\` 有 ${times} 栏，应只有一栏`,
  'rulebook/csv-cell': ({ text, column, wanted }) =>
    `\`${column}\` 栏的 \`${text}\` ${cellsWanted[wanted]}`,
  'rulebook/code-empty': ({ column }) => `\`${column}\` 栏空白：每一行都应有代码`,
  'rulebook/code-twice': ({ code }) => `代码 \`${code}\` 重复：一个代码只能有一行`,
  'rulebook/digest': ({ file, digest, isWritten }) =>
    isWritten
      ? `\`${file}\` 与写明的摘要不符，现为 ${digest}；文件确应更换的，请改写摘要`
      : `\`${file}\` 没有写明摘要，应写 \`digest: ${digest}\``,
  'rulebook/model': ({ reason, name }) =>
    ({
      twice: `特征 ${name} 写了两次`,
      points: `特征 ${name} 没有任何一档得分`,
      band: `特征 ${name} 的这一档写法有误：数值写 from、to（from 小于 to），代码写 codes 或 others，经核查确无写 none，只取其一，并写明 points`,
      grades: `等级 ${name} 的次序有误：由好到差排列，from 逐级降低，只有最后一级不写 from`,
      days: `开发样本截止日、验证日、验证有效期截止日（${name}）的次序有误：先有样本，再验证，然后施行，施行日在有效期内`,
      beyond: `本版施行到 ${name}，超过了验证有效期`,
    })[reason],
  'rulebook/model-expired': ({ name, validUntil, today }) =>
    `评分模型 ${name} 的验证有效期 ${validUntil} 截止，${today} 已经过期`,
  'rulebook/built-on': ({ builtOn, version }) =>
    `本规则库按上级 ${builtOn} 版编写和复核，上级现为 ${version} 版：请对照上级的变更重新复核，再改 \`builtOn\``,
  'rulebook/phase-order': ({ phase, step }) =>
    `阶段 \`${phase}\` 的节点 \`${step}\` 次序不对：各阶段按流程的先后排列，首尾不颠倒，互不交叉`,
  'rulebook/forbidden-word': ({ word, rule }) =>
    `话术里有规则 ${rule} 不得使用的词 \`${word}\`：请改用事实、数字和条件；否定、提示的说法确应照用的，列入该规则的 \`except\``,
  'rulebook/word-list': ({ name }) =>
    `口径 \`${name}\` 不是逐个写出的词的清单，如 ["低门槛", "秒到账"]，查不了话术`,
  'rulebook/table-shape': ({ cells, columns }) =>
    `这里应有 ${columns} 格，每列一格，却有 ${cells} 格`,
  'program/too-deep': ({ name, limit }) => `口径一层套一层，到 \`${name}\` 已超过 ${limit} 层`,
  'program/cycle': ({ names }) => `循环引用，每一个都由后一个算出：${names.join(' → ')}`,
  'program/unused-let': ({ name }) =>
    `\`${name}\` 没有用到：请用在 \`when\`、\`require\`、\`finding\` 或 \`asOf\` 中，或删去`,
  'program/too-large': ({ name, parts, depth }) =>
    `\`${name}\` 连同其中用到的各值展开后超过 ${parts} 个部分，或超过 ${depth} 层：请把其中一部分写成不带参数的口径`,
  'program/takes': ({ takes, near }) =>
    `\`${takes}\` 既不是字段，也不是一类值${near === undefined ? '' : `，是否为 \`${near}\``}：请写列表的路径（取其一个元素）、字段的路径、单位（如 money、days），或 number、text、boolean、date、date-time、time`,
  'program/limit-untold': ({ name }) => `另一种语言的检查意见写了限额 \`${name}\`，这里没有`,
  'program/no-value': ({ name, rule, from, until }) =>
    `规则 ${rule} 要用的 \`${name}\` ${from === undefined ? '' : `自 ${from} 起`}${until === undefined ? '' : `至 ${until} `}没有值；请补上这些日子的版本，或用规则的 editions 写明它自哪一天起、至哪一天止`,
  'program/no-day': ({ rule, name, from }) =>
    `规则 ${rule} 没有判定日，却要用随时间变化的 \`${name}\`（自 ${from} 起）；请在规则或文件种类（subjects）中写明 asOf，一直不变的则不写 editions`,
  'program/measure': ({ reason }) =>
    ({
      both: '考评指标只能由 value 或 outcomes 之一计算',
      neither: '考评指标应写明 value 或 outcomes',
      share: '占比（share）的单位应为 ratio',
      step: '奖励与扣减的 step 应大于 0，points 与 most 不为负',
      scorecard: '这一种文件没有写明 scorecard（day、officer、branch、customer），不能计算考评指标',
    })[reason],
  'program/view': ({ reason, name, near: other }) =>
    `${
      {
        'one-of': `视图的部分 \`${name}\` 应写明 facts、each 与 columns、adds、shows 之一，且只写一种`,
        table: `视图的部分 \`${name}\` 的 each 与 columns 应同时写明`,
        key: `\`${name}\` 的归组依据应为文本、数字、日期，或者它们的列表`,
        files: `视图没有写明 \`${name}\` 这一种文件属于哪些编号（groupBy），本部分没有文件可读`,
        group: `视图没有这一组：\`${name}\``,
        total: `前面的部分没有这一合计：\`${name}\``,
        taken: `视图中 \`${name}\` 已有其用`,
      }[reason]
    }${near(other)}`,
  'program/occasion': ({ reason }) =>
    ({
      customer:
        '这一种文件没有写明 scorecard（day、officer、branch、customer），不知道哪些是同一客户的文件',
      each: 'each 应写一个名称和一个列表',
    })[reason],
  'program/promise': ({ reason }) =>
    ({
      scorecard: '这一种文件没有写明 scorecard（day、officer、branch、customer），不能汇总服务承诺',
      known: '这一种文件的 scorecard 没有写明数据截至哪一天（known），在办的是否超时无从判定',
      unit: 'within 与承诺的 unit 单位不同',
      moment: '以小时计的承诺，from 和 to 应为时间，不是日期',
    })[reason],
  'program/appraisal': ({ reason, what }) =>
    ({
      scorecard: '这一种文件没有 scorecard（day、officer、branch、customer），无从考评',
      weights: `各项权重合计 ${what}，应恰为 100`,
      category: `指标 \`${what}\` 没有写类别：应在指标文件中写明 quality、risk、speed、service 或 sales`,
      target: `指标 \`${what}\` 没有目标值，无法计分`,
      floor: `\`${what}\` 的底线应差于目标值`,
      twice: `指标 \`${what}\` 重复`,
      'post-twice': `岗位 \`${what}\` 已在另一份考评办法中`,
      negative: `\`${what}\` 应大于 0；不计的写 0`,
      order: `\`${what}\`：档次应由低到高，等级应由高到低`,
    })[reason],
  'program/appraised-by-sales': ({ measure, post }) =>
    `\`${measure}\` 是销售类指标，岗位 \`${post}\` 负有制约职责，不得以销售考评`,
  'program/scope': ({ key }) =>
    key === 'groupBy'
      ? '分组依据应为文本、数字、日期，或者它们的列表'
      : key === 'key'
        ? '只有分组依据是文本的，才能命名（key）供表达式读取'
        : `合并判定的规则（scope）不能有 \`${key}\`：产品在表达式中用 dossiers[…] 选取，例外审批只及于单份卷宗`,
  'program/rows': ({ reason, name }) =>
    ({
      list: `\`${name}\` 不是记录的列表；应写 \`登记簿.列表\`，如 \`register.rows\``,
      clash: `\`${name}\` 既是行的字段（或行的名称），又是文件的字段，写出来分不清；请改其中一个的名称`,
      each: `规则已逐行判定 \`${name}\`，不能再写 each；逐项的要求用 every … satisfies …`,
      scope: `规则已逐行判定 \`${name}\`，不能再写 scope；合并判定的规则应以整份文件为对象`,
    })[reason],
  'program/unproved': ({ name, reader, stricter }) =>
    `不能证明参数 \`${name}\` ${stricter === 'higher' ? '调高' : '调低'}后 \`${reader}\` 只会更严，下级不得移动它；请改用 adds 另加要求`,
  'program/finding': ({ reason }) => `文字中的大括号没有配对，或者是全角的：${reason}`,
  'program/schema': ({ path, what, ignored }) =>
    `数据结构中 ${path === '' ? '' : `\`${path}\` 的 `}\`${what}\` 无法理解，${ignored ? '句子不采用这一说法' : '该处的内容按未知处理'}`,
  'program/no-currency': ({ where }) =>
    `\`${where}\` 是金额，规则库却没有写明货币；请在 rulebook.yaml 中写明 ISO 4217 代码，如 \`currency: CNY\``,
  'program/no-zone': ({ where }) =>
    `\`${where}\` 是日期时间，规则库却没有写明时区，不知落在哪一天；请在 rulebook.yaml 中写明，如 \`zone: "+08:00"\` 或 \`zone: Asia/Shanghai\``,
  'program/unknown-path': ({ path, near: other }) => `卷宗没有字段 \`${path}\`${near(other)}`,
  'cases/not-a-path': ({ path }) =>
    `\`${path}\` 不是路径；路径写如 \`meta.name\`、\`people[P1].name\``,
  'cases/unknown-path': ({ name, of, near: other }) =>
    `${of === '' ? '卷宗' : `\`${of}\` `}没有字段 \`${name}\`${near(other)}`,
  'cases/wrong-step': ({ of, is }) =>
    is === 'list'
      ? `\`${of}\` 是列表，应写明是哪一项，如 \`${of}[1]\` 或 \`${of}[编号]\``
      : is === 'record'
        ? `\`${of}\` 是一条记录，不是列表，不能取其中一项`
        : `\`${of}\` 是单个的值，其下没有字段，也没有各项`,
  'cases/no-element': ({ of, element, elements, near: other }) =>
    elements.length === 0
      ? `该卷宗的 \`${of}\` 没有任何一项，也就没有 \`${element}\``
      : `该卷宗的 \`${of}\` 没有 \`${element}\` 这一项，只有 ${elements
          .slice(0, 12)
          .map((one) => `\`${one}\``)
          .join('、')}${near(other)}`,
  'cases/nothing-there': ({ path }) =>
    `\`${path}\` 处本来就没有内容，去掉它什么也不改变；请从 \`without\` 中删去`,
  'cases/not-malformed': ({ path, near: other }) =>
    `\`malformed\` 列了 \`${path}\`，本示例的 \`with\` 却没有给出它，或所给的值没有写错${near(other)}`,
  'cases/no-change': ({ base }) =>
    `本示例所改的都与基础卷宗 \`${base}\` 相同，等于什么也没改；请改成不同的值，或删去 \`with\`、\`without\``,
  'cases/same-case': () =>
    '本示例除标题和结论外与前面的一个示例完全相同，说明不了别的；请改其内容，或删去一个',
  'cases/same-title': ({ title }) =>
    `前面已有标题为“${inLanguage(title, 'zh')}”的示例；请写明两者有何不同`,
  'cases/stray-key': ({ rule, key }) =>
    key === 'element'
      ? `规则 \`${rule}\` 没有 \`each\`，不逐项判定，示例中的 \`element\` 没有作用；请删去`
      : `规则 \`${rule}\` 没有 \`scope\`，不把几份卷宗合起来判定，示例中的 \`dossiers\` 没有作用；请改用 \`with\`、\`without\``,
  'verify/table-gap': ({ from, until, inputs, more }) =>
    `判定表缺一行：${days(from, until)}，${region(inputs)}的情形没有取值${more > 0 ? `（另有 ${more} 处）` : ''}；可补 \`when: [${cells(inputs)}]\`，确无规定的写 \`then: [null]\` 并加 note`,
  'verify/table-overlap': ({ from, until, inputs, rows, more }) =>
    `判定表第 ${rows[0]} 行与第 ${rows[1]} 行重叠：${days(from, until)}，${region(inputs)}的情形两行都适用${more > 0 ? `（另有 ${more} 对）` : ''}；请收窄其中一行，或改用 \`hit: first\``,
  'verify/table-dead-row': ({ row }) =>
    `判定表第 ${row} 行永远用不上：前面各行已包括它的全部情形，或者没有这样的取值`,
  'verify/hidden': ({ rule, path, products }) =>
    `\`${path}\` 为空时规则 ${rule} 不适用，${
      products.length === 0 ? '没有' : `${products.map(productName).join('、')}没有同样强制的`
    }规则说明何时必须有；请另写一条，如 \`require: count(${path}) >= 1\`，或用 \`companion\` 指明已有的规则，或在数据结构中标 \`x-empty: none\`（空列表即确无）`,
  'verify/null-guard': ({ rule, path }) =>
    `规则 ${rule} 以 \`${path}\` 是否为 null 作适用条件，但它未录入时是“未知”，这一条件不会为假；请删去，或在数据结构中标 \`x-absence: none\``,
  'verify/figure-not-in-clause': ({ of, number, unit, clauses }) =>
    `${of} 的 ${figureSaid(number, unit)} 不在${clauses.length === 0 ? '任何监管条款' : `监管条款 ${clauses.join('、')}`}所列的数值之中；条款确有这个数的，写入条款的“数值：”，没有的，是自己定的，应拆成内部制度（kind: bank）的规则`,
  'verify/number-in-prose': ({ text, names }) =>
    `文字里的“${text}”是参数 ${names.map((name) => `\`${name}\``).join('、')} 的值，参数改了文字不会跟着改；请写 ${names.map((name) => `\`{${name}}\``).join(' 或 ')}`,
  'verify/table-not-proved': ({ why, text }) =>
    ({
      cell: `单元格 \`${text}\` 要看卷宗才知道，未能证明本表完整、不重叠`,
      input: `输入 \`${text}\` 的取值范围无法列出，未能证明本表完整、不重叠`,
      size: `判定表太大（${text} 行），未能证明它完整、不重叠`,
    })[why],
  'proof/never-applies': ({ rule, editions, within }) =>
    `${asOfEditions(rule, editions)}对任何卷宗都不适用${upTo(within)}：适用产品、\`when\` 与日期相互排斥`,
  'proof/always-applies': ({ rule, editions, within }) =>
    `${asOfEditions(rule, editions)}中，\`when\` 对任何卷宗都不为假${upTo(within)}：写不写都一样`,
  'proof/never-passes': ({ rule, editions, within }) =>
    `${asOfEditions(rule, editions)}没有卷宗能够通过${upTo(within)}：凡适用之处，要求都不成立`,
  'proof/never-fails': ({ rule, editions, within }) =>
    `${asOfEditions(rule, editions)}没有卷宗会不合规${upTo(within)}：凡适用之处，要求都成立`,
  'proof/idle-part': ({ rule, editions, within, part }) =>
    `${asOfEditions(rule, editions)}中，\`${part}\` 不起作用${upTo(within)}：凡能判定之处，去掉它结论不变`,
  'proof/contradiction': ({ rule, other, within }) =>
    `规则 ${rule} 与 ${other} 相互矛盾：两者都适用的卷宗，没有一份能都通过${upTo(within)}`,
  'proof/implied': ({ rule, other, within }) =>
    `规则 ${rule} 在规则 ${other} 之外不起作用：两者都适用的卷宗，通过 ${other} 的没有一份不通过它${upTo(within)}`,
  'proof/refuted': ({ claim, never }) =>
    never === 'pass'
      ? `断言 \`${claim}\` 不成立：有所指的卷宗通过了全部规则`
      : `断言 \`${claim}\` 不成立：所指的卷宗有被规则判为不合规的`,
  'proof/same': ({ rule, other }) =>
    `规则 ${rule} 就是规则 ${other}，只是编号不同：适用产品、日期、条件都相同`,
  'verify/unused': ({ parameter }) => `参数 \`${parameter}\` 没有谁读取`,
  'verify/stricter': ({ parameter, rule, stricter }) =>
    `参数 \`${parameter}\` 写明${stricter === 'higher' ? '越高' : '越低'}越严，而它${stricter === 'higher' ? '越高' : '越低'}，规则 ${rule} 却越松`,
};

function upTo(within: number | undefined): string {
  return within === undefined ? '' : `（列表各不超过 ${within} 条时已证明）`;
}

/** What a step or a condition is called says what it is; what has no editions is named alone. */
function asOfEditions(rule: string, editions: readonly string[]): string {
  const name = rule.includes('/') ? `\`${rule}\`` : `规则 ${rule}`;
  return editions.length > 0 ? `${name} 自 ${editions.join('、')} 起的版本` : `${name} `;
}
