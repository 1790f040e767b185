import type { Type } from '../../feel/types.ts';
import type { Unit } from '../../feel/units.ts';
import type { RegionInput } from '../../verify/problems.ts';
import { exampleWord, type Mending, mendingOf } from './mending.ts';
import type { Messages, Wordbook } from './messages.ts';
import type { Terms } from './terms.ts';

const unit: Readonly<Record<Unit, string>> = {
  money: '金额（元）',
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
  area: '面积（平方米）',
};

/** 如“金额（元）”“日期”“金额（元）的列表” */
function typeName(type: Type): string {
  switch (type.kind) {
    case 'number':
      if (type.whole && (type.unit === undefined || type.unit === 'count')) return '整数';
      return type.unit ? unit[type.unit] : '数字';
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
      return type.of
        .map((one) => (one.kind === 'text' && one.words ? `代码 ${wordsOf(one)}` : typeName(one)))
        .join('或');
    case 'any':
      return '任意值';
  }
}

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
  wanted.kind === 'list' ? '' : mend(wanted, found);

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
  clause: '条款',
  source: '制度依据',
  calendar: '日历',
  dossier: '基础卷宗',
  definition: '计算口径',
  parameter: '参数',
  table: '判定表',
  schema: '数据结构',
  file: '文件',
  field: '字段',
  product: '产品',
  subject: '卷宗种类（subjects）',
  measure: '考评指标',
};

const limits: Readonly<Record<string, string>> = {
  steps: '计算步数',
  depth: '嵌套深度',
  elements: '列表项数',
  characters: '文本长度',
  digits: '数字位数',
  pattern: '正则表达式长度',
  searched: '查找文本长度',
  days: '按日历数的天数',
  problems: '有问题的地方太多',
};

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
      const titles = words.flatMap(({ zh: word }) => word ?? []).join('、');
      const is = /^(?:[<>=]|not\()/u.test(cell) ? ' ' : '为 ';
      return `${title.zh ?? title.en ?? ''}${is}${cell}${titles === '' ? '' : `（${titles}）`}`;
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

const messages: Messages = {
  'io/missing-file': ({ path }) => `找不到文件或文件夹 \`${path}\``,
  'io/empty-folder': ({ path }) => `文件夹 \`${path}\` 中没有卷宗文件（.yaml、.yml、.json）`,
  'io/too-large': ({ path, bytes, limit }) =>
    `文件 \`${path}\` 有 ${bytes} 字节，超过上限 ${limit} 字节，未读取`,
  'io/not-text': ({ path }) => `文件 \`${path}\` 不是 UTF-8 文本`,
  'io/unreadable': ({ path, reason }) => `无法读取 \`${path}\`（${reason}）`,
  'io/not-a-workbook': ({ path }) => `\`${path}\` 不是 XLSX 工作簿，或解开后过大，未读取`,
  'checklist/not-a-checklist': ({ name }) => `\`${name}\` 不是人工核查表：没有标识各列的隐藏行`,
  'checklist/unknown-rule': ({ rule, near: other }) =>
    `\`${rule}\` 不是须由人核查的规则，该行未采用${near(other)}`,
  'checklist/unknown-word': ({ word, words }) =>
    `结果 \`${word}\` 应为 ${words.slice(0, 3).join('、')}，该行未采用`,
  'checklist/incomplete': ({ rule, what }) =>
    `规则 ${rule} 填了结果，却没有写${what === 'checker' ? '核查人' : '核查日期'}，该行未采用`,
  'checklist/impossible-date': ({ text }) =>
    `核查日期 \`${text}\` 不是有效日期，应如 2026-11-25，该行未采用`,
  'checklist/other-dossier': ({ dossier }) =>
    `核查表是卷宗 \`${dossier}\` 的，不在本次核查的卷宗之内，未采用`,
  'checklist/other-rulebook': ({ digest }) =>
    `核查表出自另一版规则库（${digest.slice(0, 19)}…），核查的要求可能已变，请核对`,
  'checklist/twice': ({ rule, element }) =>
    `规则 ${rule}${element === '' ? '' : `［${element}］`} 填了两次，结果不同，均未采用`,
  'checklist/unused': ({ rule, element }) =>
    `规则 ${rule}${element === '' ? '' : `［${element}］`} 的结果没有用上：卷宗中没有该项，或规则对它不适用、适用与否不明`,
  'yaml/syntax': ({ reason }) => `YAML 或 JSON 语法错误：${reason}`,
  'yaml/empty': () => '文件没有内容',
  'yaml/too-long': ({ length, limit }) => `文件有 ${length} 个字符，超过上限 ${limit}`,
  'yaml/too-deep': ({ limit }) => `嵌套超过 ${limit} 层`,
  'yaml/alias': ({ anchor }) => `不支持 YAML 锚点和别名 \`${anchor}\``,
  'yaml/tag': ({ tag }) => `不支持 YAML 标签 \`${tag}\``,
  'yaml/duplicate-key': ({ key }) => `键 \`${key}\` 重复`,
  'yaml/forbidden-key': ({ key }) => `不允许使用键 \`${key}\``,
  'yaml/complex-key': () => '键只能是文本，不能是列表或映射',
  'yaml/several-documents': () => '一个文件只能有一份文档，不要用 `---` 分隔多份',
  'feel/syntax': ({ found }) =>
    found === '' ? '表达式不完整' : `表达式在 \`${found}\` 处无法理解`,
  'feel/full-width': ({ found, wanted }) =>
    `表达式中有全角或中文符号 \`${found}\`${wanted === undefined ? '' : `，应写 \`${wanted}\``}`,
  'feel/words': ({ name }) => `\`${name}\` 是连在一起的几个词，不是已知名称；是否漏了运算符`,
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
  'feel/profile': ({ construct }) => `规则中不能使用${constructs[construct]}`,
  'feel/literal': ({ text }) =>
    `没有 \`${text}\` 这样的日期、时间或时长；应如 2024-10-08、2024-10-08T09:30:00+08:00、P30D、P6M`,
  'feel/pattern': ({ pattern }) => `正则表达式 \`${pattern}\` 无法理解`,
  'feel/always': ({ truth, left, right }) =>
    left === undefined || right === undefined
      ? `这一判断永远为${truth ? '真' : '假'}：该值的类型已定`
      : `这一比较永远为${truth ? '真' : '假'}：按取值范围，左边是 ${left}，右边是 ${right}`,
  'feel/name-taken': ({ name }) => `变量名 \`${name}\` 已是字段或口径的名称，请换一个`,
  'dossier/not-a-dossier': ({ wanted }) => `这不是卷宗文件：没有 ${wanted.join('、')} 等任何一项`,
  'dossier/which-subject': ({ subjects, fits }) =>
    `看不出这是哪一种文件：请在文件开头写 \`subject: ${fits[0] ?? subjects[0] ?? ''}\`，或用 --subject 指明（可用 ${subjects.join('、')}）`,
  'dossier/unknown-subject': ({ subject, subjects, near: other }) =>
    `规则库没有 \`${subject}\` 这一种文件，可用 ${subjects.join('、')}${near(other)}`,
  'dossier/same-id': ({ id, file }) =>
    `卷宗 \`${id}\` 已在 ${file} 中给出；同一卷宗不得两次计入合并判定，本文件单独判定`,
  'dossier/unknown-field': ({ field, near: other }) =>
    `卷宗没有字段 \`${field}\`，其内容未予检查${near(other)}`,
  'dossier/wrong-type': ({ field, text, wanted }) =>
    `\`${field}\` 应为${typeName(wanted)}，却写作 \`${text}\`，按未知处理`,
  'dossier/unknown-word': ({ field, word, words, near: other }) =>
    `\`${field}\` 的值 \`${word}\` 不是规定的代码（${words.slice(0, 12).join('、')}），按未知处理${near(other)}`,
  'dossier/impossible-date': ({ field, text }) =>
    `\`${field}\` 的值 \`${text}\` 不是有效日期，应如 2024-10-08 或 2024-10-08T09:30:00+08:00，按未知处理`,
  'dossier/too-many-digits': ({ field, text, digits }) =>
    `\`${field}\` 的值 \`${text}\` 有 ${digits} 位有效数字，超过可精确处理的范围，按未知处理`,
  'dossier/fraction-of-fen': ({ field, text }) =>
    `\`${field}\` 的值 \`${text}\` 不足一分，金额最多两位小数，按未知处理`,
  'dossier/out-of-range': ({ field, text, minimum, maximum }) =>
    `\`${field}\` 的值 \`${text}\` 超出范围 ${minimum ?? '…'} 至 ${maximum ?? '…'}，按未知处理`,
  'dossier/duplicate-element': ({ key, value }) => `编号 \`${key}\` 为 \`${value}\` 的项出现两次`,
  'dossier/too-big': ({ limit }) => `卷宗太大，判定超出限度（${limits[limit] ?? limit}），没有结论`,
  'dossier/verified-none': ({ path }) =>
    `verifiedNone 中的 \`${path}\` 不是卷宗的字段，或该处已有内容`,
  'rulebook/no-manifest': ({ folder }) => `文件夹 \`${folder}\` 中没有 rulebook.yaml，不是规则库`,
  'rulebook/format': ({ format }) => `规则库格式 \`${format}\` 不受支持，应为 format: 1`,
  'rulebook/unknown-key': ({ key, near: other }) => `不认识的键 \`${key}\`${near(other)}`,
  'rulebook/missing-key': ({ key }) => `缺少 \`${key}\``,
  'rulebook/wrong-type': ({ key, wanted }) => `\`${key}\` 的写法不对，应为${kindsOf(wanted)}`,
  'rulebook/unknown-word': ({ word, words, near: other }) =>
    `\`${word}\` 不在允许的取值中：${words.join('、')}${near(other)}`,
  'rulebook/pattern': ({ text, pattern }) => `\`${text}\` 不合格式 ${pattern}`,
  'rulebook/schema': ({ reason }) => `文件结构不对：${shapeReason(reason)}`,
  'rulebook/source-heading': ({ heading }) =>
    `条款标题 \`${heading}\` 应写作“编号 中文标题 | 英文标题 (V1)”`,
  'rulebook/source-status': () =>
    '条款的状态应写作一行：“状态：人工，谁怎样做 | Status: manual, who and how”，或“不适用，为什么 | not applicable, why”，或“待办 | pending”',
  'rulebook/clause-changed': ({ clause, rules, on }) =>
    `条款 \`${clause}\` 的文字在 ${on} 复核之后改过；请对照 ${rules.join('、')} 重新复核，再运行 shouze trace --accept`,
  'rulebook/source-header': ({ reason }) =>
    `制度依据开头应有 yaml 块，写明 source、kind、title、confidence${reason.includes('/') ? `（${reason}）` : ''}`,
  'rulebook/file-name': ({ name, wanted }) => `文件或文件夹名 \`${name}\` 应为 \`${wanted}\``,
  'rulebook/missing-file': ({ path }) => `缺少文件 \`${path}\``,
  'rulebook/unlisted': ({ id, step }) => `规则 \`${id}\` 没有列入 ${step}/step.yaml 的 rules`,
  'rulebook/duplicate-id': ({ id }) => `编号 \`${id}\` 重复`,
  'rulebook/name-taken': ({ name }) =>
    `名称 \`${name}\` 已被使用：字段、口径、参数、表和变量不得重名`,
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
  'rulebook/impossible-date': ({ text }) => `\`${text}\` 不是有效日期`,
  'rulebook/edition-gap': ({ after, before }) =>
    `适用版本之间有空档：${after} 之后至 ${before} 之前没有版本`,
  'rulebook/edition-overlap': ({ from, until }) =>
    `适用版本重叠：上一版到 ${until}，这一版却从 ${from} 开始`,
  'rulebook/edition-backwards': ({ from, until }) => `止日 ${until} 早于起日 ${from}`,
  'rulebook/language': ({ language }) => `缺少 ${language} 文字`,
  'rulebook/half-width': ({ found, wanted }) => `汉字之间的 \`${found}\` 应为全角 \`${wanted}\``,
  'rulebook/incomplete': ({ key, edition }) => `${edition} 起的版本没有 \`${key}\`，规则本身也没有`,
  'rulebook/manual-require': ({ id }) =>
    `规则 \`${id}\` 只由人工核查，却写有 \`require\`，它不会被判定；数据也要判的，写 \`check: both\``,
  'rulebook/stray-answer': ({ id }) =>
    `规则 \`${id}\` 只按数据判定，示例中的 \`answer\` 没有作用；有人工核查的，写 \`check: manual\` 或 \`check: both\``,
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
  'rulebook/table-shape': ({ cells, columns }) =>
    `这里应有 ${columns} 格，每列一格，却有 ${cells} 格`,
  'program/too-deep': ({ name, limit }) => `口径一层套一层，到 \`${name}\` 已超过 ${limit} 层`,
  'program/cycle': ({ names }) => `口径循环引用：${names.join(' → ')}`,
  'program/no-value': ({ name, rule, from, until }) =>
    `规则 ${rule} 要用的 \`${name}\` 自 ${from} 起${until === undefined ? '' : `至 ${until} `}没有值`,
  'program/measure': ({ reason }) =>
    ({
      both: '考评指标只能由 value 或 outcomes 之一计算',
      neither: '考评指标应写明 value 或 outcomes',
      share: '占比（share）的单位应为 ratio',
      step: '奖励与扣减的 step 应大于 0，points 与 most 不为负',
      scorecard: '这一种文件没有写明 scorecard（日期、客户经理、分行、客户），不能计算考评指标',
    })[reason],
  'program/scope': ({ key }) =>
    key === 'groupBy'
      ? '分组依据应为文本、数字、日期，或者它们的列表'
      : `合并判定的规则（scope）不能有 \`${key}\`：产品在表达式中用 dossiers[…] 选取，例外审批只及于单份卷宗`,
  'program/unproved': ({ name, reader, stricter }) =>
    `不能证明参数 \`${name}\` ${stricter === 'higher' ? '调高' : '调低'}后 \`${reader}\` 只会更严，下级不得移动它；请改用 adds 另加要求`,
  'program/finding': ({ reason }) => `发现问题的文字中大括号没有配对：${reason}`,
  'program/schema': ({ path, what }) =>
    `数据结构中 \`${path}\` 的 \`${what}\` 无法理解，该处的内容按未知处理`,
  'program/unknown-path': ({ path, near: other }) => `卷宗没有字段 \`${path}\`${near(other)}`,
  'verify/table-gap': ({ from, until, inputs, more }) =>
    `决策表缺一行：${days(from, until)}，${region(inputs)}的情形没有取值${more > 0 ? `（另有 ${more} 处）` : ''}；可补 \`when: [${cells(inputs)}]\`，确无规定的写 \`then: [null]\` 并加 note`,
  'verify/table-overlap': ({ from, until, inputs, rows, more }) =>
    `决策表第 ${rows[0]} 行与第 ${rows[1]} 行重叠：${days(from, until)}，${region(inputs)}的情形两行都适用${more > 0 ? `（另有 ${more} 对）` : ''}；请收窄其中一行，或改用 \`hit: first\``,
  'verify/table-dead-row': ({ row }) =>
    `决策表第 ${row} 行永远用不上：前面各行已包括它的全部情形，或者没有这样的取值`,
  'verify/hidden': ({ rule, path, products }) =>
    `\`${path}\` 为空时规则 ${rule} 不适用，${
      products.length === 0 ? '没有' : `${products.map(productName).join('、')}没有同样强制的`
    }规则说明何时必须有；请另写一条，如 \`require: count(${path}) >= 1\`，或用 \`companion\` 指明已有的规则，或在数据结构中标 \`x-empty: none\`（空列表即确无）`,
  'verify/null-guard': ({ rule, path }) =>
    `规则 ${rule} 以 \`${path}\` 是否为 null 作适用条件，但它未录入时是“未知”，这一条件不会为假；请删去，或在数据结构中标 \`x-absence: none\``,
  'verify/table-not-proved': ({ why, text }) =>
    ({
      cell: `单元格 \`${text}\` 要看卷宗才知道，未能证明本表完整、不重叠`,
      input: `输入 \`${text}\` 的取值范围无法列出，未能证明本表完整、不重叠`,
      size: `决策表太大（${text} 行），未能证明它完整、不重叠`,
    })[why],
};

const terms: Terms = {
  status: {
    'not-due': '未到检查节点',
    'not-applicable': '不适用',
    pass: '合规',
    fail: '不合规',
    'cannot-tell': '资料不足，待核实',
    waived: '已批准例外',
  },
  kind: { regulation: '监管规定', bank: '行内制度', service: '服务标准' },
  level: { mandatory: '强制', advisory: '提示', reference: '参考' },
  severity: { error: '错误', warning: '警告', info: '提示' },
  remedy: {
    'before-payout': '放款前整改',
    'after-payout': '放款后整改',
    'not-curable': '不可补正，转问责',
  },
  unit,
  missing: {
    absent: '未录入',
    malformed: '填写有误',
    zero: '除数为零',
    empty: '列表为空',
    'no-value': '该日或该情形没有取值',
    undefined: '无法计算',
  },
  waiver: {
    regulation: '监管规定不得例外',
    'red-line': '红线不得例外',
    'not-waivable': '该规则未设例外审批',
    'approved-late': '批准晚于办理日',
    'wrong-post': '批准人岗位不符',
    'by-the-actor': '批准人即经办人',
    'out-of-period': '办理日不在例外有效期内',
    incomplete: '例外审批记录不完整',
  },
  facet: {
    order: '办理顺序',
    time: '办理时限',
    post: '办理岗位',
    separation: '不相容岗位',
    documents: '节点资料',
    gate: '前置条件',
  },
  process: (
    facet,
    { step, other = '', posts = [], actor = '', documents = [], rules = [], workingDays },
  ) => {
    switch (facet) {
      case 'order':
        return `“${step}”早于“${other}”完成，或“${other}”没有记录`;
      case 'time':
        return `“${step}”自“${other}”起用了 ${workingDays?.taken} 个工作日，时限为 ${workingDays?.limit} 个工作日`;
      case 'post':
        return `“${step}”由${posts.join('、')}（${actor}）办理，该岗位无权办理`;
      case 'separation':
        return `${actor} 在同一笔业务中兼任${posts.join('与')}，二者为不相容岗位`;
      case 'documents':
        return `“${step}”已办结，卷中缺少${documents.join('、')}`;
      case 'gate':
        return `“${other}”的前置条件 ${rules.join('、')} 未满足，“${step}”仍已办理`;
    }
  },
  processTitle: (facet, step) =>
    ({
      order: `${step}：按顺序办理`,
      time: `${step}：按时限办理`,
      post: `${step}：由规定岗位办理`,
      separation: `${step}：不相容岗位分离`,
      documents: `${step}：资料齐全`,
      gate: `${step}：前置条件已满足`,
    })[facet],
  unverified: '依据待核，不得作为问责依据',
  label: {
    verdict: '结论',
    rule: '规则',
    step: '环节',
    post: '岗位',
    basis: '依据',
    missing: '缺少',
    remedy: '整改',
    place: '位置',
    because: '原因',
    toPass: '达标',
    waiver: '例外',
    by: '人工核查',
    edition: '适用版本',
    findings: '发现问题',
    others: '其他结果',
    dossier: '卷宗',
    rulebook: '规则库',
    origin: '出自',
    adds: '补充',
    diagnostics: '文件问题',
    scope: '范围',
    report: '核查报告',
    manual: '操作手册',
    outcome: '结果',
    message: '说明',
    shortfall: '差额',
    more: '其余',
    see: '详见',
    related: '另见',
    from: '自',
    criterion: '判定标准',
    applies: '适用',
    cases: '校验示例',
    history: '沿革',
    group: '同组',
  },
  summary: ({ dossiers, pass, fail, 'cannot-tell': untold }) =>
    `共 ${dossiers} 份卷宗：合规 ${pass}，不合规 ${fail}，待核实 ${untold}`,
  scope: ({ data, person, manual, uncaptured, outOfScope }) =>
    `按数据判定 ${data} 条，人工核查 ${person} 条，缺资料 ${uncaptured} 条，待人工 ${manual} 条，不适用或未到节点 ${outOfScope} 条`,
  waiting: '待人工核查',
  dataOnly: (waiting) => `（仅数据部分，待人工核查 ${waiting} 条）`,
  byHand: ({ name, date, page }) =>
    `${name}，${date}${page === undefined ? '' : `，影像第 ${page} 页`}`,
  checklist: (lines, dossiers, path) =>
    lines === 0
      ? '没有须由人核查的事项，未生成人工核查表'
      : `人工核查表：${dossiers} 份卷宗，${lines} 项，已写入 ${path}`,
  requires: '，要求',
  truth: { yes: '：成立', no: '：不成立', unknown: '：无法判断' },
  atLeast: (field, value) => `${field} 不低于 ${value}`,
  atMost: (field, value) => `${field} 不超过 ${value}`,
  didYouMean: (name) => `您是否想写 \`${name}\``,
  fix: (text) => `可改为 \`${text}\``,
  asOf: (day) => `全部按 ${day} 的规则判定（--as-of）`,
  group: ({ key, name, files, unplaced, ids }) =>
    `${key === null ? '未能归组' : `${name} ${key}`}：本次 ${files} 份卷宗（${ids.join('、')}）${unplaced > 0 ? `，其中末 ${unplaced} 份归组依据未录入，不计在内` : ''}`,
  together: (rules, files) =>
    `合并判定 ${rules} 条规则，同组卷宗 ${[...new Set(files)].join('、')} 份`,
  separator: '：',
  lint: ({ rules, cases, errors, warnings, mended }) =>
    `${rules} 条规则、${cases} 个校验示例：错误 ${errors}，警告 ${warnings}${mended > 0 ? `，已改正 ${mended} 处` : ''}`,
  clauseStatus: {
    automated: '自动',
    manual: '人工',
    'not-applicable': '不适用',
    pending: '待办',
  },
  review: { none: '—', never: '未复核', current: '已复核', changed: '条文已改' },
  traceHead: ['条款', '标题', '状态', '规则', '强弱', '依据阅于', '规则复核'],
  traceTotalsHead: ['依据', '条款', '自动', '人工', '不适用', '待办'],
  traced: ({ clauses, automated, manual, 'not-applicable': none, pending }, reviews) =>
    `共 ${clauses} 个条款：自动 ${automated}，人工 ${manual}，不适用 ${none}，待办 ${pending}。有规则的条款：已复核 ${reviews.current}，未复核 ${reviews.never}，复核后条文改过 ${reviews.changed}`,
  tests: ({ passed, failed, stricter }) =>
    `校验示例：通过 ${passed}${stricter > 0 ? `（其中上级的 ${stricter} 例判得更严）` : ''}，未通过 ${failed}`,
  limitFrom: (limit, rulebook) => `${limit}依${rulebook}从严`,
  coverage: ({ rules, whole, conditions, seen, all }, share) =>
    `条件覆盖 ${share}：${rules} 条规则有 ${conditions} 个条件，见真 ${seen.true}，见假 ${seen.false}，见未知 ${seen.unknown}，三者俱见 ${all}；${whole} 条规则全部覆盖，${rules - whole} 条不足`,
  conditionsShort: (lacking, conditions) => `${conditions} 个条件中有 ${lacking} 个不足`,
  neverSeen: (seen) =>
    `未见${seen.map((one) => ({ true: '真', false: '假', unknown: '未知' })[one]).join('、')}`,
  belowMinimum: (minimum) => `条件覆盖低于 --coverage-min ${minimum}`,
  expected: (wanted, found) => `应为 ${wanted}，实为 ${found}`,
  indisputable: {
    'no-outcome': '该规则对这份卷宗（或这一项）没有结果，无可争议',
    changes: '去掉个人信息后，规则的结果就变了：它取决于不得示人的内容，没有写出',
  },
  undisputed: (rule, status) => `${rule} 的结果已经是“${status}”，没有异议可写`,
  keptTexts: (paths) => `以下文字决定结果，照原样保留，请先看过有无个人信息：${paths.join('、')}`,
  badPath: (path) => `路径 \`${path}\` 在基础卷宗中不存在`,
  wentAhead: (steps) => `未满足即已办理 ${steps.join('、')}`,
  wentAheadUndecided: (steps) => `尚无结论即已办理 ${steps.join('、')}`,
  gateUndecided: (step, rules) => `前置条件 ${rules.join('、')} 尚无结论，“${step}”已办理`,
};

export const zh: Wordbook = { messages, terms };
