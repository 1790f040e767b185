import process from 'node:process';

import { runCases } from '../../cases/run.ts';
import { explainOutcome, explainRule } from '../../report/explain.ts';
import { explainStep } from '../../report/explain-step.ts';
import { diagnosticsOf } from '../../report/masked.ts';
import { dayOf, near, readCall, UsageError } from '../call.ts';
import { codePage } from '../code-page.ts';
import { checkOne, kindOf } from '../run-check.ts';
import { complainOf, type ExitCode, paintFor, print } from '../console.ts';
import { soundRulebook } from '../sound.ts';
import { stepNamed } from '../steps.ts';

export const help = `shouze explain RULE [DOSSIER]  一条规则的含义，或它为什么这样判定一份卷宗 / what a rule means, or why it judged a file so
shouze explain STEP            一个流程节点：谁做什么、时限、退回、何时办完 / a step: who does what, limits, returns, when it is done
shouze explain CODE            一条消息的说明，代码在消息末尾的方括号里 / what a message means, by the code in brackets at its end

  --as-of DAY  --today DAY  --step STEP  --subject NAME  --unmask
  --rulebook DIR  --lang LANG

  shouze explain RSK-007
  shouze explain RSK-007 examples/dossiers/0001-sound.yaml
  shouze explain approval
  shouze explain rulebook/duplicate-id
  shouze explain process/approval/separation examples/dossiers/0004-investigator-approves.yaml
`;

export async function explain(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    'as-of': { type: 'string' },
    today: { type: 'string' },
    step: { type: 'string' },
    subject: { type: 'string' },
    unmask: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const [id, path, ...more] = call.positionals;
  if (id === undefined || more.length > 0)
    throw new UsageError('应给出规则编号 / give a rule：shouze explain RSK-007 [DOSSIER]');
  const page = path === undefined ? codePage(id, call.language) : undefined;
  if (page !== undefined) {
    print(page);
    return 0;
  }
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language } = loaded;
  const rule = program.rules.find((one) => one.id === id);
  const paint = paintFor(process.stdout);
  const step = program.steps.find((one) => one.id === id);
  if (path === undefined && !rule && step) {
    print(explainStep(program, step, language, paint));
    return 0;
  }
  if (path === undefined) {
    if (!rule)
      throw new UsageError(
        `没有规则 / no rule \`${id}\`${near(
          id,
          [...program.rules, ...program.steps].map((one) => one.id),
        )}`,
      );
    print(explainRule(program, rule, runCases(program, rule), language, paint));
    return 0;
  }
  const [asOf, today] = [dayOf(call, 'as-of'), dayOf(call, 'today')];
  const options = {
    asOf,
    today,
    step: stepNamed(call.text('step'), program),
    explain: new Set([id]),
  };
  const file = await checkOne(path, loaded.engine, options, kindOf(call, program));
  complainOf(diagnosticsOf(file, { unmasked: call.flag('unmask') }), language);
  if (!file.judged) return 2;
  const { judgement, subject, dossier } = file.judged;
  const outcomes = judgement.outcomes.filter((outcome) => outcome.rule === id);
  if (outcomes.length === 0) {
    const known = judgement.outcomes.map((outcome) => outcome.rule);
    throw new UsageError(`没有规则 / no rule \`${id}\`${near(id, known)}`);
  }
  for (const outcome of outcomes)
    print(explainOutcome(program, subject, dossier, outcome, language, call.flag('unmask'), paint));
  if (file.diagnostics.length > 0) return 2;
  return outcomes.some(({ status }) => status === 'fail' || status === 'cannot-tell') ? 1 : 0;
}
