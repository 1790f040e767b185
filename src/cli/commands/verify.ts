import process from 'node:process';

import type { Diagnostic } from '../../base/diagnostic.ts';
import { languagesOf } from '../../rulebook/ast.ts';
import { sayIn } from '../../base/language.ts';
import type { ProofProblems } from '../../proof/problems.ts';
import type { VerifyProblems } from '../../verify/problems.ts';
import { askClaim, type ClaimAnswer } from '../../proof/claims.ts';
import { type Pair, pairsOf } from '../../proof/pairs.ts';
import { askProcess } from '../../proof/process.ts';
import { conditionsOf } from '../../proof/conditions.ts';
import { findingOfClaim, findingsOf } from '../../proof/prove.ts';
import type { Claim, ProcessRule, ProgramRule } from '../../program/ast.ts';
import { type Answered, askPair, askRule } from '../../proof/questions.ts';
import { copies } from '../../proof/structure.ts';
import { unused, wrongDirections } from '../../verify/limits.ts';
import { totalsOf, verifyReport } from '../../report/verify-json.ts';
import { diagnosticsText } from '../../report/diagnostics.ts';
import { toldOfDiagnostic } from '../../report/told.ts';
import { toldFormats, toldText } from '../../report/told-formats.ts';
import { wordbooks } from '../../words/messages/messages.ts';
import { oneOf, readCall, UsageError } from '../call.ts';
import { complain, type ExitCode, paintFor, print } from '../console.ts';
import { solversInTurn } from '../solver.ts';
import { engineVersion, soundRulebook } from '../sound.ts';

export const help = `shouze verify [RULE…]  逻辑证明：对任何卷宗、任何日期 / logic, proved over every file and every day

  规则能否适用、能否通过、能否不合规，条件的哪一部分不起作用；两条规则是否矛盾；
  参数的 stricter 是否写反，有没有谁读取；claims.yaml 的断言是否成立
  / can a rule apply, pass, fail; which parts of its condition decide nothing; do two rules contradict;
  is stricter of a parameter the wrong way round, does anything read it; do the claims of claims.yaml hold

  --claims               只问断言（可写断言名）/ claims alone (all, or those named)
  --pairs                只问成对的规则：同一步骤、读同样字段的 / pairs of rules alone: of one step that read common fields
  --process              只问流程的要求（次序、时限、岗位、材料、关口），以及步骤、承诺、指标、模型、触点的条件
                         / what steps ask, and the conditions of steps, promises, measures, models and occasions, alone
  --all                  列出每个问题及反例 / every question, each with its witness
  --times                各类问题用时，写到标准错误 / what each kind of question took, to standard error
  --format pretty|json|sarif|github|gitlab|junit
  --rulebook DIR  --lang LANG

  shouze verify RSK-007
  shouze verify RSK-007 RSK-008    两条一起写的，还问是否矛盾 / two that are named together: do they contradict
  shouze verify --claims

  须装有可选的软件包 z3-solver / needs the optional package z3-solver
  退出码 / exit code：0 无问题 / all well，1 有发现 / findings，2 输入或命令有误 / wrong input or call
`;

/** Rules, pairs and claims asked of a solver before it is started anew: it does not give back memory. */
const atOnce = 40;
/** Rules that are asked about in pairs, at most. */
const mostPaired = 12;

export async function verify(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    all: { type: 'boolean' },
    claims: { type: 'boolean' },
    pairs: { type: 'boolean' },
    process: { type: 'boolean' },
    times: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const format = oneOf('format', call.text('format') ?? 'pretty', [
    'pretty',
    'json',
    ...toldFormats,
  ]);
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language } = loaded;
  const named = call.positionals;
  const [isOfClaims, isOfPairs, isOfProcess] = [
    call.flag('claims'),
    call.flag('pairs'),
    call.flag('process'),
  ];
  const isOfRules = !isOfClaims && !isOfPairs && !isOfProcess;
  const beside = [...conditionsOf(program), ...program.process];
  const askable = [...(isOfProcess ? [] : program.rules), ...(isOfPairs ? [] : beside)];
  const names = isOfClaims ? program.claims.map(({ name }) => name) : askable.map(({ id }) => id);
  const stray = named.find((id) => !names.includes(id));
  if (stray !== undefined)
    throw new UsageError(
      isOfClaims ? `没有断言 / no claim \`${stray}\`` : `没有规则 / no rule \`${stray}\``,
    );
  const isAll = named.length === 0;
  const isAlone = isOfClaims || isOfPairs;
  const meant = isAlone ? [] : askable.filter(({ id }) => isAll || named.includes(id));
  const findings: Diagnostic<ProofProblems & VerifyProblems>[] = [];
  if (isOfRules) {
    const byForm = [...copies(program), ...wrongDirections(program), ...unused(program)];
    const own = byForm.filter(({ params }) => 'rule' in params && named.includes(params.rule));
    findings.push(...(isAll ? byForm : own));
  }
  const answers: Answered[] = [];
  const asked = new Set<ProgramRule | ProcessRule>();
  const claims: ClaimAnswer[] = [];
  const clock = newClock();
  const solvers = solversInTurn(atOnce);
  try {
    for (const one of meant) {
      tell(
        [one],
        await ('facet' in one
          ? askProcess(program, one, await solvers.next(), clock.begin)
          : askRule(program, one, await solvers.next(), clock.begin)),
      );
    }
    for (const pair of pairsAsked())
      tell(pair, await askPair(program, pair, await solvers.next(), clock.begin));
    for (const claim of claimsAsked()) {
      clock.begin('claim');
      const answer = await askClaim(program, claim, await solvers.next());
      claims.push(answer);
      findings.push(...findingOfClaim(answer));
    }
  } finally {
    await solvers.close();
  }
  const { terms } = sayIn(wordbooks, language);
  if (call.flag('times'))
    for (const [kind, seconds] of clock.end()) complain(`${kind}: ${seconds.toFixed(1)} s`);
  if (format === 'json') {
    const languages = languagesOf(program.rulebook.manifest.data);
    const report = verifyReport({ findings, claims, answers }, languages, call.flag('all'));
    print(`${JSON.stringify(report, undefined, 2)}\n`);
  } else if (format !== 'pretty') {
    const told = findings.map((one) => toldOfDiagnostic(one, language));
    print(toldText(told, format, { command: 'verify', engine: engineVersion(), language }));
  } else {
    for (const one of call.flag('all') ? answers : []) print(terms.verify.question(one));
    for (const one of claims) print(terms.verify.claim(one));
    if (findings.length > 0)
      print(diagnosticsText(findings, sayIn(wordbooks, language), paintFor(process.stdout)));
    const rules = [...asked].filter((one) => !('facet' in one)).length;
    if (!isOfClaims)
      print(terms.verify.totals({ rules, others: asked.size - rules, ...totalsOf(answers) }));
    for (const line of openOf(answers)) print(terms.verify.open(line));
  }
  // who asks for claims relies on them: one that nobody can prove any longer is not to pass unseen
  const isOpen = isOfClaims && claims.some(({ answer }) => answer === 'undecided');
  return findings.length > 0 || isOpen ? 1 : 0;

  function tell(all: readonly (ProgramRule | ProcessRule)[], own: readonly Answered[]): void {
    answers.push(...own);
    for (const one of all) {
      asked.add(one);
      findings.push(
        ...findingsOf(
          one,
          own.filter(({ rule }) => rule === one.id),
        ),
      );
    }
  }

  /** Pairs are many: without `--pairs` they are asked of rules that are named together. */
  function pairsAsked(): readonly Pair[] {
    if (isOfPairs) return pairsOf(program, isAll ? [] : named);
    const rules = program.rules.filter(({ id }) => isOfRules && named.includes(id));
    if (rules.length > mostPaired) return [];
    const whole = rules.filter(({ each, group }) => !each && !group);
    return whole.flatMap((rule, index) =>
      whole
        .slice(0, index)
        .filter(({ subject }) => subject === rule.subject)
        .map((other) => [rule, other] as const),
    );
  }

  function claimsAsked(): readonly Claim[] {
    if (isOfClaims) return program.claims.filter(({ name }) => isAll || named.includes(name));
    return isOfRules && isAll ? program.claims : [];
  }
}

/** How long was spent on questions of each kind. */
function newClock() {
  const seconds = new Map<string, number>();
  let [kind, since] = ['', performance.now()];
  const begin = (next: string) => {
    const now = performance.now();
    if (kind !== '') seconds.set(kind, (seconds.get(kind) ?? 0) + (now - since) / 1000);
    [kind, since] = [next, now];
  };
  return {
    begin,
    end: () => {
      begin('');
      return seconds;
    },
  };
}

/** Why questions are left open, each reason once. */
function openOf(answers: readonly Answered[]) {
  const reasons = answers.flatMap(({ rule, why = [] }) =>
    why.map((one) => ({ rule, why: one.kind === 'function' ? one.name : one.kind })),
  );
  const byReason = Map.groupBy(reasons, ({ why }) => why);
  return [...byReason].map(([why, all]) => ({
    why,
    questions: all.length,
    rules: [...new Set(all.map(({ rule }) => rule))],
  }));
}
