import { type In, said, type Said, spoken } from '../base/language.ts';
import type { Column } from '../ledger/entry.ts';
import type { Refusal } from '../ledger/move.ts';
import type { Role } from '../ledger/moves.ts';
import type { State } from '../ledger/states.ts';
import { counted } from './counted.ts';

const states = {
  'to-confirm': { zh: '待确认', en: 'to confirm' },
  issued: { zh: '已下发', en: 'issued' },
  remedying: { zh: '整改中', en: 'being put right' },
  'to-accept': { zh: '待验收', en: 'to be accepted' },
  closed: { zh: '已销号', en: 'closed' },
  returned: { zh: '退回', en: 'returned' },
  disputed: { zh: '异议', en: 'disputed' },
  mistaken: { zh: '误判', en: 'mistaken' },
  accountability: { zh: '不可整改（问责）', en: 'not curable (accountability)' },
} satisfies Readonly<Record<State, Said<string>>>;

const roles = {
  inspector: { zh: '检查人员', en: 'an inspector' },
  branch: { zh: '被查单位', en: 'those inspected' },
  reviewer: { zh: '复核人员', en: 'a reviewer' },
} satisfies Readonly<Record<Role, Said<string>>>;

const filled = {
  measures: { zh: '整改措施', en: 'Measures taken' },
  done: { zh: '整改完成日', en: 'Done on' },
  evidence: { zh: '佐证材料', en: 'Evidence' },
  opinion: { zh: '被查单位意见', en: 'Opinion of those inspected' },
  objection: { zh: '异议及理由', en: 'Objection and reasons' },
} satisfies Readonly<Record<Column, Said<string>>>;

/** Why a move is refused. */
const refused = {
  'not-yours': said(
    (by: string, who: readonly string[]) => `\`${by}\` 不能作此变更：应由${who.join('或')}办理`,
    (by, who) => `\`${by}\` cannot do that: it is for ${who.join(' or ')}`,
  ),
  'too-near': said(
    (by: string) =>
      `\`${by}\` 不能作此变更：此人在卷宗上办过业务，或者经手了本项整改；销号、误判须由两名无关人员认定`,
    (by) =>
      `\`${by}\` cannot do that: they acted on the file or put the finding right; closing it, or calling it mistaken, takes two people who did neither`,
  ),
  'same-person': said(
    (by: string) => `\`${by}\` 已经提出，须由另一人复核认定`,
    (by) => `\`${by}\` has proposed it: somebody else has to confirm it`,
  ),
  wanting: {
    why: { zh: '应写明理由：--why "…"', en: 'say why: --why "…"' },
    evidence: {
      zh: '应写明佐证材料：--evidence "…"',
      en: 'name the evidence: --evidence "…"',
    },
  },
} satisfies Partial<Record<Refusal['problem'], unknown>>;

interface Counts {
  readonly fresh: number;
  readonly open: number;
  readonly gone: number;
  readonly back: number;
  readonly suppressed: number;
}

const table = {
  states,
  roles,
  filled,
  refused,
  noMove: said(
    (finding: string, from: string, to: string, ways: readonly string[]) =>
      `${finding} 现为“${from}”，不能变更为“${to}”；可以变更为：${ways.join('；')}`,
    (finding, from, to, ways) =>
      `${finding} is ${from} and cannot become ${to}; it can become: ${ways.join('; ')}`,
  ),
  way: said(
    (to: string, id: string, who: readonly string[], isByTwo: boolean) =>
      `${to}（${id}，${who.join('或')}${isByTwo ? '，两人' : ''}）`,
    (to, id, who, isByTwo) =>
      `${to} (${id}, by ${who.join(' or ')}${isByTwo ? ', two of them' : ''})`,
  ),
  unknownFinding: said(
    (finding: string, near: string) => `台账中没有问题 \`${finding}\`${near}`,
    (finding, near) => `the ledger has no finding \`${finding}\`${near}`,
  ),
  taken: said(
    ({ fresh, open, gone, back, suppressed }: Counts) =>
      `新增 ${fresh} 项，仍在 ${open} 项，消失 ${gone} 项，屡查屡犯 ${back} 项${suppressed > 0 ? `；已认定误判、不再计入 ${suppressed} 项` : ''}`,
    ({ fresh, open, gone, back, suppressed }) =>
      `${fresh} new, ${open} still there, ${gone} gone, ${back} back again${suppressed > 0 ? `; ${suppressed} found mistaken before and not counted` : ''}`,
  ),
  list: {
    fresh: { zh: '新增', en: 'New' },
    open: { zh: '仍在', en: 'Still there' },
    gone: { zh: '消失', en: 'Gone' },
    back: { zh: '屡查屡犯', en: 'Back again' },
    suppressed: { zh: '误判，不再计入', en: 'Mistaken, not counted' },
  },
  andMore: said(
    (more: number) => `另有 ${more} 项，见 shouze ledger list`,
    (more) => `and ${more} more: shouze ledger list`,
  ),
  takenBefore: said(
    (day: string) => `这份报告已在 ${day} 登记过，没有重复登记`,
    (day) => `this report was taken in on ${day}; nothing was added`,
  ),
  times: said(
    (times: number) => `第 ${times} 次`,
    (times) => `time ${times}`,
  ),
  gone: { zh: '最近一次未再发现', en: 'not found the last time' },
  due: said(
    (day: string) => `限 ${day}`,
    (day) => `due ${day}`,
  ),
  late: { zh: '已逾期', en: 'late' },
  waits: said(
    (to: string, by: string) => `${by} 已提出${to}，待另一人认定`,
    (to, by) => `${by} proposed “${to}”; it waits for another person`,
  ),
  beside: said(
    (column: string, text: string) => `“${column}”两边都改过，交回的是：${text}`,
    (column, text) => `“${column}” was written on both sides; what came back: ${text}`,
  ),
  counted: said(
    (findings: number, late: number) => `共 ${findings} 项${late > 0 ? `，逾期 ${late} 项` : ''}`,
    (findings, late) => `${counted(findings, 'finding')}${late > 0 ? `, ${late} late` : ''}`,
  ),
  moved: said(
    (findings: number, to: string) => `${findings} 项变更为“${to}”`,
    (findings, to) => `${counted(findings, 'finding')} now ${to}`,
  ),
  proposed: said(
    (findings: number, to: string) => `${findings} 项已提出“${to}”，须由另一人认定`,
    (findings, to) =>
      `${counted(findings, 'finding')} proposed as ${to}: another person has to confirm`,
  ),
  merged: said(
    (rows: number, changed: number, moved: number, conflicts: number) =>
      `核对 ${rows} 行，更新 ${changed} 项，状态变更 ${moved} 次${conflicts > 0 ? `，两边不一致 ${conflicts} 处` : ''}`,
    (rows, changed, moved, conflicts) =>
      `${counted(rows, 'row')}, ${changed} with something new, ${counted(moved, 'move')}${conflicts > 0 ? `, ${counted(conflicts, 'conflict')}` : ''}`,
  ),
  written: said(
    (findings: number, out: string) => `已写入 ${findings} 项：${out}`,
    (findings, out) => `${counted(findings, 'finding')} written to ${out}`,
  ),
  sound: said(
    (entries: number, head: string) => `台账完好：${entries} 笔，链头 ${head}`,
    (entries, head) => `the ledger is whole: ${counted(entries, 'entry', 'entries')}, head ${head}`,
  ),
  noFindings: { zh: '没有符合条件的问题', en: 'no finding is like that' },
  openCase: {
    zh: '误判已经两人认定。请把它写成校验示例，规则改好后不再误判：',
    en: 'Two people found it mistaken. Make a case of it, so that the rule is mended:',
  },
  noCase: said(
    (rule: string) => `${rule} 不由单份卷宗的数据判定，不能写成校验示例，请在规则的评审记录中说明`,
    (rule) => `${rule} is not judged by the data of one file, and no case can be made of it`,
  ),
  entry: {
    found: {
      new: { zh: '发现', en: 'found' },
      open: { zh: '仍在，内容有变', en: 'still there, changed' },
      back: { zh: '再次发现', en: 'found again' },
    },
    gone: { zh: '未再发现', en: 'no longer found' },
    filled: { zh: '交回填报', en: 'filled in' },
    moved: said(
      (from: string, to: string) => `${from} → ${to}`,
      (from, to) => `${from} → ${to}`,
    ),
    first: { zh: '（提出，待另一人认定）', en: ' (proposed)' },
    second: { zh: '（另一人认定）', en: ' (confirmed)' },
    why: { zh: '理由', en: 'why' },
    evidence: { zh: '佐证', en: 'evidence' },
  },
  register: {
    sheet: { zh: '问题台账', en: 'Findings' },
    totals: { zh: '汇总', en: 'Totals' },
    title: { zh: '问题台账', en: 'Register of findings' },
    counts: said(
      (findings: number, head: string) => `共 ${findings} 项。台账链头 ${head}。`,
      (findings, head) => `${counted(findings, 'finding')}. Head of the ledger: ${head}.`,
    ),
    fillIn: {
      zh: '“整改措施”至“异议及理由”各栏由被查单位填写，整改完成日写作 2026-12-01；其余各栏不改。对问题有异议的，在“异议及理由”栏写明。',
      en: 'Those inspected fill in the columns from “Measures taken” to “Objection and reasons”, days as 2026-12-01, and change nothing else.',
    },
    totalsTitle: said(
      (day: string) => `截至 ${day} 的台账汇总`,
      (day) => `The register on ${day}`,
    ),
    state: { zh: '状态', en: 'State' },
    times: { zh: '次数', en: 'Times' },
    head: { zh: '链头', en: 'Head' },
    all: { zh: '合计', en: 'In all' },
    findings: { zh: '项数', en: 'Findings' },
    lateFindings: { zh: '其中逾期', en: 'Late' },
  },
  marks: { zh: '；', en: '; ' },
  colon: { zh: '：', en: ': ' },
};

/** What `shouze ledger` says in one language. */
export type LedgerWords = In<typeof table>;

export const ledgerWords = spoken(table);
