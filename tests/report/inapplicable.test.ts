import { expect, test } from 'vitest';

import { invariant } from '../../src/base/invariant.ts';
import { blankDossier } from '../../src/dossier/dossier.ts';
import type { Inapplicable, Outcome, Reason } from '../../src/evaluate/outcome.ts';
import { momentOf, newSession } from '../../src/evaluate/session.ts';
import type { Value } from '../../src/feel/value.ts';
import { mainSubject, type Subject } from '../../src/program/ast.ts';
import { viewer } from '../../src/report/view.ts';
import { whole } from '../../src/values/rational.ts';
import { coreOf } from '../feel/check-harness.ts';
import { shipped } from '../manual/harness.ts';

const subject = subjectOf(mainSubject(shipped.subjects));
const { yaml } = shipped.rulebook.manifest;
const dossier = { ...blankDossier, yaml };

function subjectOf(found: Subject | undefined): Subject {
  invariant(found, 'the rulebook has a subject');
  return found;
}

function reason(text: string, left: Value): Reason {
  const core = coreOf(text);
  invariant(core.kind === 'comparison', 'a comparison');
  const moment = momentOf(newSession(shipped, dossier, subject), undefined);
  return {
    core,
    value: false,
    expression: { yaml: { text }, core },
    values: new Map([[core.left, left]]),
    formulas: new Map(),
    given: new Map(),
    pointers: [],
    moment,
    trace: { core, value: false, moment, parts: [] },
  };
}

function outcome(inapplicable: Inapplicable): Outcome {
  return {
    rule: 'RSK-007',
    element: null,
    edition: null,
    day: '2019-01-02',
    title: {},
    kind: 'bank',
    level: 'mandatory',
    stage: '',
    step: '',
    posts: [],
    status: 'not-applicable',
    inapplicable,
    finding: undefined,
    because: [],
    missing: [],
    basis: [],
    at: '',
    related: [],
    remedy: undefined,
    toPass: [],
    waiver: undefined,
    manual: false,
    by: undefined,
  };
}

const ended = { by: 'M-PLM-2024#17', why: { zh: '已停办', en: 'no longer offered' } };

test.each<readonly [Inapplicable, string, string]>([
  [
    {
      kind: 'product',
      pointer: '/application/productCode',
      value: 'CONSUMER',
      products: ['HOUSING', 'BUSINESS'],
    },
    '贷款产品为个人消费贷款，本规则只适用于个人住房贷款、个人经营贷款',
    'Loan product is Consumer loan; the rule is for Home loan, Business loan',
  ],
  [
    { kind: 'condition', because: [reason('number >= 3', whole(2))] },
    '适用条件不成立：number（2）低于3',
    'its condition does not hold: number (2) is less than 3',
  ],
  [{ kind: 'condition', because: [] }, '适用条件不成立', 'its condition does not hold'],
  [
    { kind: 'before', from: '2020-01-01' },
    '业务（2019-01-02）在规定施行（2020-01-01）之前',
    'the business of 2019-01-02 came before the rule took effect on 2020-01-01',
  ],
  [
    { kind: 'ended', until: '2018-12-31', ended: undefined },
    '业务（2019-01-02）在规定停止适用（最后适用日为2018-12-31）之后',
    '2019-01-02 is after its last day 2018-12-31',
  ],
  [
    { kind: 'ended', until: '2018-12-31', ended },
    '业务（2019-01-02）在规定停止适用（最后适用日为2018-12-31）之后，依据《个人贷款管理办法》（国家金融监督管理总局令2024年第3号）第十七条“第三方合作与核心事项（条号未显示）”：已停办',
    '2019-01-02 is after its last day 2018-12-31, ended by Measures for the Administration of Personal Loans (NFRA Order 2024 No. 3), Article 17 “Third parties and core tasks (article number not shown)”: no longer offered',
  ],
  [{ kind: 'empty', pointer: '/contracts' }, '没有合同，不判', 'there are no contracts to judge'],
  [
    { kind: 'process' },
    '本卷宗不经过该节点，或尚未办到',
    'this file does not go through the step, or has not come so far',
  ],
])('%o says why it does not apply', (inapplicable, zh, en) => {
  const said = (language: 'zh' | 'en') =>
    viewer(shipped, subject, dossier, language, false).view(outcome(inapplicable)).inapplicable;
  expect([said('zh'), said('en')]).toEqual([zh, en]);
});
