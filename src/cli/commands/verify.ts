import process from 'node:process';

import type { Diagnostic } from '../../base/diagnostic.ts';
import { languagesOf } from '../../rulebook/ast.ts';
import { sayIn } from '../../base/language.ts';
import type { ProofProblems } from '../../proof/problems.ts';
import { findingsOf, rulesNamed } from '../../proof/prove.ts';
import { type Answered, askPair, askRule, textOfPart } from '../../proof/questions.ts';
import { provedByForm } from '../../proof/structure.ts';
import { unused } from '../../proof/unused.ts';
import { diagnosticJson } from '../../report/diagnostic-json.ts';
import { diagnosticsText } from '../../report/diagnostics.ts';
import { toldOfDiagnostic } from '../../report/told.ts';
import { toldFormats, toldText } from '../../report/told-formats.ts';
import { wordbooks } from '../../words/messages/messages.ts';
import { oneOf, readCall, UsageError } from '../call.ts';
import { type ExitCode, paintFor, print } from '../console.ts';
import { solver } from '../solver.ts';
import { engineVersion, soundRulebook } from '../sound.ts';

export const help = `shouze verify [RULE…]  逻辑证明：对任何卷宗、任何日期 / logic, proved over every file and every day

  规则能否适用、能否通过、能否不合规，条件的哪一部分不起作用；两条规则是否矛盾；
  参数的 stricter 是否写反，有没有谁读取
  / can a rule apply, pass, fail; which parts of its condition decide nothing; do two rules contradict;
  is stricter of a parameter the wrong way round, does anything read it

  --all                  列出每个问题及反例 / every question, each with its witness
  --format pretty|json|sarif|github|gitlab|junit
  --rulebook DIR  --lang LANG

  shouze verify RSK-007
  shouze verify RSK-007 RSK-008    两条一起写的，还问是否矛盾 / two that are named together: do they contradict

  须装有可选的软件包 z3-solver / needs the optional package z3-solver
  退出码 / exit code：0 无问题 / all well，1 有发现 / findings，2 输入或命令有误 / wrong input or call
`;

/** Rules after which the solver is started anew: it does not give back memory. */
const atOnce = 40;
/** Rules that are asked about in pairs, at most. */
const mostPaired = 12;

export async function verify(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, { all: { type: 'boolean' } });
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
  const stray = named.find((id) => !program.rules.some((rule) => rule.id === id));
  if (stray !== undefined) throw new UsageError(`没有规则 / no rule \`${stray}\``);
  const rules = rulesNamed(program, named);
  const isAll = named.length === 0;
  const findings: Diagnostic<ProofProblems>[] = [
    ...provedByForm(program).filter(
      ({ params }) => isAll || !('rule' in params) || named.includes(params.rule),
    ),
    ...(isAll ? unused(program.rulebook) : []),
  ];
  const answers: Answered[] = [];
  let z3 = solver();
  try {
    for (const [index, rule] of rules.entries()) {
      if (index > 0 && index % atOnce === 0) {
        await z3.close();
        z3 = solver();
      }
      const own: Answered[] = [...(await askRule(program, rule, z3))];
      // pairs are many: they are asked of rules that are named together
      const before = named.length > 0 && rules.length <= mostPaired ? rules.slice(0, index) : [];
      for (const other of before) {
        if (other.subject !== rule.subject || other.each || rule.each || other.group || rule.group)
          continue;
        const pair = await askPair(program, [rule, other], z3);
        if (pair) own.push(pair);
      }
      answers.push(...own);
      findings.push(...findingsOf(rule, own));
    }
  } finally {
    await z3.close();
  }
  const { terms } = sayIn(wordbooks, language);
  const shown = call.flag('all') ? answers : [];
  if (format === 'json') {
    const languages = languagesOf(program.rulebook.manifest.data);
    const questions = shown.map((one) =>
      one.kind === 'idle-part' ? { ...one, part: textOfPart(one.part) } : one,
    );
    const diagnostics = findings.map((one) => diagnosticJson(one, languages));
    const json = { totals: totalsOf(answers), findings: diagnostics, questions };
    print(`${JSON.stringify(json, undefined, 2)}\n`);
  } else if (format !== 'pretty') {
    const told = findings.map((one) => toldOfDiagnostic(one, language));
    print(toldText(told, format, { command: 'verify', engine: engineVersion(), language }));
  } else {
    for (const one of shown) print(terms.verify.question(one));
    if (findings.length > 0)
      print(diagnosticsText(findings, sayIn(wordbooks, language), paintFor(process.stdout)));
    print(terms.verify.totals({ rules: rules.length, ...totalsOf(answers) }));
    for (const line of openOf(answers)) print(terms.verify.open(line));
  }
  return findings.length > 0 ? 1 : 0;
}

function totalsOf(answers: readonly Answered[]) {
  const count = (wanted: Answered['answer']) =>
    answers.filter(({ answer }) => answer === wanted).length;
  return {
    questions: answers.length,
    proved: count('proved'),
    refuted: count('refuted'),
    undecided: count('undecided'),
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
