import { said, type Said } from '../base/language.ts';
import { counted } from './counted.ts';
import type { CoverageTotals, Seen } from '../cases/coverage.ts';
import type { UnplannedReason } from '../plan/plan.ts';
import type { Review, ClauseStatus, TraceReport } from '../trace/format.ts';

/** What `lint`, `test`, `trace` and `dispute` say of their own. */
export const commands = {
  lint: said(
    ({
      rules,
      cases,
      errors,
      warnings,
      mended,
    }: {
      readonly rules: number;
      readonly cases: number;
      readonly errors: number;
      readonly warnings: number;
      readonly mended: number;
    }) =>
      `${rules} 条规则、${cases} 个校验示例：错误 ${errors}，警告 ${warnings}${mended > 0 ? `，已改正 ${mended} 处` : ''}`,
    ({ rules, cases, errors, warnings, mended }) =>
      `${counted(rules, 'rule')}, ${counted(cases, 'case')}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}${mended > 0 ? `, ${mended} mended` : ''}`,
  ),
  /** How many rules engines leave to the evaluator. */
  unplanned: said(
    (count: number) => (count === 0 ? '每条规则都有数值形式' : `没有数值形式的规则：${count} 条`),
    (count) =>
      count === 0
        ? 'every rule has a plan'
        : `rules without a plan, left to the evaluator: ${count}`,
  ),
  /** A part of a rule, or of what it names, that has no plan. */
  unplannedPart: said(
    (written: string, why: string, reference: string | undefined) =>
      `${reference === undefined ? '' : `${reference} 的 `}\`${written}\`：${why}`,
    (written, why, reference) =>
      `\`${written}\`${reference === undefined ? '' : ` of ${reference}`}: ${why}`,
  ),
  unplannedBecause: {
    list: {
      zh: '列表既不在卷宗里，也没有逐项写出',
      en: 'a list that is neither of the file nor written out',
    },
    fraction: { zh: '分母事先无法统一', en: 'fractions without a common denominator' },
    digits: { zh: '位数太多', en: 'too many digits' },
    kind: { zh: '值是哪一种，要看卷宗才知道', en: 'of which kind it is only the file tells' },
    function: { zh: '这种用法没有数值形式', en: 'a use that is not planned' },
    name: {
      zh: '数据结构中有一个程序保留的名称',
      en: 'the schema has a name that every object answers to',
    },
    size: { zh: '展开后太大', en: 'too large when written out' },
  } satisfies Readonly<Record<UnplannedReason, Said<string>>>,
  clauseStatus: {
    automated: { zh: '自动', en: 'automated' },
    manual: { zh: '人工', en: 'manual' },
    'not-applicable': { zh: '不适用', en: 'not applicable' },
    pending: { zh: '待办', en: 'pending' },
  } satisfies Readonly<Record<ClauseStatus, Said<string>>>,
  review: {
    none: { zh: '—', en: '—' },
    never: { zh: '未复核', en: 'not reviewed' },
    current: { zh: '已复核', en: 'reviewed' },
    changed: { zh: '条款已改', en: 'clause changed' },
    'rules-changed': { zh: '规则已改', en: 'rules changed' },
    differs: { zh: '核对不一致', en: 'differs from the original' },
    open: { zh: '核对待定', en: 'review open' },
  } satisfies Readonly<Record<Review, Said<string>>>,
  traceHead: said<readonly string[]>(
    ['条款', '标题', '状态', '规则', '强弱', '依据阅于', '规则复核'],
    ['clause', 'title', 'status', 'rules', 'confidence', 'text read', 'rules reviewed'],
  ),
  traceTotalsHead: said<readonly string[]>(
    ['依据', '条款', '自动', '人工', '不适用', '待办'],
    ['source', 'clauses', 'automated', 'manual', 'not applicable', 'pending'],
  ),
  traced: said(
    (
      { clauses, automated, manual, 'not-applicable': none, pending }: TraceReport['totals'],
      reviews: TraceReport['reviews'],
    ) =>
      `共 ${clauses} 个条款：自动 ${automated}，人工 ${manual}，不适用 ${none}，待办 ${pending}。有规则的条款：已复核 ${reviews.current}，未复核 ${reviews.never}，复核后条款改过 ${reviews.changed}，规则改过 ${reviews['rules-changed']}；核对不一致 ${reviews.differs}，待定 ${reviews.open}`,
    ({ clauses, automated, manual, 'not-applicable': none, pending }, reviews) =>
      `${counted(clauses, 'clause')}: ${automated} automated, ${manual} manual, ${none} not applicable, ${pending} pending. Clauses that rules rest on: ${reviews.current} reviewed, ${reviews.never} not reviewed, ${reviews.changed} with a clause changed since, ${reviews['rules-changed']} with rules changed since; ${reviews.differs} found to differ, ${reviews.open} open`,
  ),
  /** `stricter` are those of an extended rulebook that this one judges more strictly. */
  tests: said(
    ({
      passed,
      failed,
      stricter,
    }: {
      readonly passed: number;
      readonly failed: number;
      readonly stricter: number;
    }) =>
      `校验示例：通过 ${passed}${stricter > 0 ? `（其中上级的 ${stricter} 例判得更严）` : ''}，未通过 ${failed}`,
    ({ passed, failed, stricter }) =>
      `cases: ${passed} passed${stricter > 0 ? ` (${stricter} of the extended rulebook judged more strictly)` : ''}, ${failed} failed`,
  ),
  /** How many conditions cases show, in all; the share of what they could show. */
  coverage: said(
    ({ rules, whole, conditions, seen, all }: CoverageTotals, share: string) =>
      `条件覆盖 ${share}：${rules} 条规则有 ${conditions} 个条件，见真 ${seen.true}，见假 ${seen.false}，见未知 ${seen.unknown}，三者俱见 ${all}；${whole} 条规则全部覆盖，${rules - whole} 条不足`,
    ({ rules, whole, conditions, seen, all }, share) =>
      `conditions seen ${share}: ${counted(conditions, 'condition')} in ${counted(rules, 'rule')}, true ${seen.true}, false ${seen.false}, unknown ${seen.unknown}, all three ${all}; ${whole === 1 ? '1 rule is' : `${whole} rules are`} covered, ${rules - whole} ${rules - whole === 1 ? 'falls' : 'fall'} short`,
  ),
  conditionsShort: said(
    (lacking: number, conditions: number) => `${conditions} 个条件中有 ${lacking} 个不足`,
    (lacking, conditions) =>
      `${lacking} of ${counted(conditions, 'condition')} ${lacking === 1 ? 'falls' : 'fall'} short`,
  ),
  neverSeen: said(
    (seen: readonly Seen[]) =>
      `未见${seen.map((one) => ({ true: '真', false: '假', unknown: '未知' })[one]).join('、')}`,
    (seen) => `never ${seen.join(', ')}`,
  ),
  casesRefuse: said(
    (failed: number, made: 'manual' | 'page') => {
      const what = { manual: '手册', page: '页面' }[made];
      return `${failed} 个校验示例未通过，${what}没有生成；改好规则或示例再生成，或者用 --draft 生成标有“草稿”的${what}`;
    },
    (failed, made) =>
      `${counted(failed, 'case')} failed, and no ${made} was written; mend the rule or the case, or make one stamped DRAFT with --draft`,
  ),
  belowMinimum: said(
    (minimum: string) => `条件覆盖低于 --coverage-min ${minimum}`,
    (minimum) => `conditions seen are below --coverage-min ${minimum}`,
  ),
  /** How many groups of rules always fail together, and of how many of them nothing says why. */
  failTogether: said(
    (all: number, unexplained: number) =>
      `总是一起不合规的规则 ${all} 组，其中 ${unexplained} 组没有说明理由`,
    (all, unexplained) =>
      `rules that always fail together: ${counted(all, 'group')}, of which ${unexplained} ${unexplained === 1 ? 'is' : 'are'} not explained`,
  ),
  failAlike: said(
    (rules: readonly string[], times: number) => `${rules.join('、')}：${times} 次不合规都在一起`,
    (rules, times) => `${rules.join(', ')} fail in the same files: ${times}`,
  ),
  failWithin: said(
    (rules: readonly string[], times: number, others: readonly string[], outOf: number) =>
      `${rules.join('、')} 的 ${times} 次不合规，${others.join('、')}（共 ${outOf} 次）次次也不合规`,
    (rules, times, others, outOf) =>
      `${rules.join(', ')} never fails without ${others.join(', ')}: ${times} of ${counted(outOf, 'file')}`,
  ),
  togetherHint: said(
    () => '同一件事只由一条规则判；确应各判各的，在其中一条的 `together` 下写明理由',
    () =>
      'let one rule tell one fact; where both are right to, say why under `together` of one of them',
  ),
  expected: said(
    (wanted: string, found: string) => `应为 ${wanted}，实为 ${found}`,
    (wanted, found) => `expected ${wanted}, found ${found}`,
  ),
  /** Why no case can be made of a verdict. */
  indisputable: {
    'no-outcome': {
      zh: '该规则对这份卷宗（或这一项）没有结果，无可争议',
      en: 'the rule says nothing of this dossier, or of this element: there is nothing to dispute',
    },
    changes: {
      zh: '去掉个人信息后，规则的结果就变了：它取决于不得示人的内容，没有写出',
      en: 'without personal data the rule says something else: it rests on what must not be shown, and nothing was written',
    },
  },
  /** The rule says already what is said to be right. */
  undisputed: said(
    (rule: string, status: string) => `${rule} 的结果已经是“${status}”，没有异议可写`,
    (rule, status) => `${rule} says “${status}” already: there is nothing to dispute`,
  ),
  /** Free texts that a case has as they were. */
  keptTexts: said(
    (paths: readonly string[]) =>
      `以下文字决定结果，照原样保留，请先看过有无个人信息：${paths.join('、')}`,
    (paths) =>
      `these texts decide the outcome and are as they were; see whether they hold personal data: ${paths.join(', ')}`,
  ),
};
