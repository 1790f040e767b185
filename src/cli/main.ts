import process from 'node:process';

import { severalLines } from '../base/shown.ts';
import { RecordFault } from '../io/record/faults.ts';
import { CannotWrite } from '../io/target.ts';
import { standardFailure } from '../io/output.ts';
import { near, UsageError } from './call.ts';
import { complain, type ExitCode, print } from './console.ts';
import { keepNow } from './keep.ts';
import { ranAs } from './kept.ts';

type Command = (args: readonly string[]) => ExitCode | Promise<ExitCode>;

/** Each is read when it is called: most of them need what the others do not. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  explain: async () => (await import('./commands/explain.ts')).explain,
  dispute: async () => (await import('./commands/dispute.ts')).dispute,
  ledger: async () => (await import('./commands/ledger.ts')).ledger,
  glance: async () => (await import('./commands/glance.ts')).glance,
  lint: async () => (await import('./commands/lint.ts')).lint,
  fmt: async () => (await import('./commands/fmt.ts')).fmt,
  new: async () => (await import('./commands/new.ts')).begin,
  limits: async () => (await import('./commands/limits.ts')).limits,
  verify: async () => (await import('./commands/verify.ts')).verify,
  test: async () => (await import('./commands/test.ts')).test,
  diff: async () => (await import('./commands/diff.ts')).diff,
  trace: async () => (await import('./commands/trace.ts')).trace,
  sources: async () => (await import('./commands/sources.ts')).sources,
  manual: async () => (await import('./commands/manual.ts')).manual,
  exercises: async () => (await import('./commands/exercises.ts')).exercises,
  scorecard: async () => (await import('./commands/scorecard.ts')).scorecard,
  view: async () => (await import('./commands/view.ts')).view,
  service: async () => (await import('./commands/service.ts')).service,
  pilot: async () => (await import('./commands/pilot.ts')).pilot,
  appraise: async () => (await import('./commands/appraise.ts')).appraise,
  feel: async () => (await import('./commands/feel.ts')).feel,
  sample: async () => (await import('./commands/sample.ts')).sample,
  pick: async () => (await import('./commands/pick.ts')).pick,
  import: async () => (await import('./commands/import.ts')).importing,
  audit: async () => (await import('./commands/audit.ts')).audit,
  page: async () => (await import('./commands/page.ts')).page,
  ring: async () => (await import('./commands/ring.ts')).ring,
  handovers: async () => (await import('./commands/handovers.ts')).handovers,
  demo: async () => (await import('./commands/demo.ts')).demo,
  model: async () => (await import('./commands/model.ts')).model,
  process: async () => (await import('./commands/process.ts')).processCommand,
  'language-server': async () => (await import('./commands/language-server.ts')).languageServer,
};

/**
 * Runs one command; whatever happens, one clear message and an exit code.
 *
 * @param engine - what this engine is made of, as a digest; nothing is kept in the cache without
 */
export async function main(args: readonly string[], engine?: string): Promise<ExitCode> {
  ranAs(engine);
  try {
    const code = await run(args);
    const failure = await standardFailure();
    if (failure) throw failure;
    keepNow();
    return code;
  } catch (error) {
    if (error instanceof UsageError) complain(severalLines(error.message, '      '));
    else if (error instanceof CannotWrite || error instanceof RecordFault) {
      const { inBothLanguages } = await import('../report/diagnostics.ts');
      complain(inBothLanguages(error.problem));
    } else if (process.env['SHOUZE_DEBUG'] !== undefined) throw error;
    else
      complain(
        `内部错误 / internal error：${error instanceof Error ? error.message : String(error)}`,
      );
    return 2;
  }
}

async function run([name, ...args]: readonly string[]): Promise<ExitCode> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    print(help);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command)
    throw new UsageError(`没有命令 / no command \`${name}\`${near(name, Object.keys(commands))}`);
  const call = await command();
  return call(args);
}

const help = `shouze 守则 — 制度即代码 / standards as code

  shouze check PATH…               判定卷宗 / judge dossiers
  shouze explain RULE [DOSSIER]    规则的含义，或判定的理由 / what a rule means, why it judged so
  shouze explain CODE              一条消息的说明 / what a message means
  shouze dispute RULE DOSSIER --expect …  对判定有异议，写成校验示例 / a verdict is wrong: make a case
  shouze ledger take|list|move|…   问题台账：从发现到销号 / findings, from doubt to closure
  shouze glance RUN                一次检查的总体情况 / a run at a glance: totals, rates, the change
  shouze lint                      检查规则库 / check the rulebook
  shouze verify [RULE…]            对任何卷宗、任何日期的逻辑证明 / logic, proved over every file and day
  shouze test [RULE…]              运行校验示例 / run the cases
  shouze new edition ID --from DAY 起草：一版、一条规则、一个限额 / begin an edition, a rule, a limit
  shouze limits out|in FILE        限额和判定表到 XLSX，再读回 / limits and tables to XLSX and back
  shouze fmt                       整理规则库的文件 / tidy the files of a rulebook
  shouze diff OLD [NEW]            规则库改了什么，对谁，更严还是更松 / what a change does, to whom, which way
  shouze trace                     条款到规则的追溯 / from clauses to rules
  shouze sources check FOLDER      制度原文与条款对照 / texts of sources beside their clauses
  shouze process                   整个流程及各节点出自 / the process, and whose each step is
  shouze manual --out DIR          生成操作手册 / make the manual
  shouze exercises BLUEPRINT       出题组卷 / make examination papers
  shouze sample --out DIR          生成虚构的卷宗 / make sample dossiers
  shouze pick PATH… --scheme FILE  抽取检查样本 / draw a sample for inspection
  shouze scorecard PATH…           考评指标 / measures by post, officer, branch, month
  shouze view VIEW ID PATH…        一个客户在多份文件中的统一视图 / one view of a customer over many files
  shouze ring PATH… --today DAY    再开发任务、客户轮次、卷宗所在 / tasks, rounds, where files stand
  shouze handovers PATH…           岗位交接、等待、无人之岗 / hand-overs, waits, vacant duties
  shouze model list|score|monitor  评分模型：评分、监测 / scoring models: scores, monitoring
  shouze service PATH…             服务承诺：按时、超时 / promises of service, kept and broken
  shouze pilot SCHEME PATH…        试点评比 / a pilot compared
  shouze appraise PATH… --scheme …  绩效考评表与违规积分 / appraisals of people, points of violation
  shouze feel '<expression>'       计算表达式 / a calculator
  shouze import columns|preview    台账的对应表 / mappings of tables for check --mapping
  shouze audit verify|list|head|replay  检查记录的核验、清单、链尾、重做 / verify, list, anchor, judge again what was recorded
  shouze page --out FILE           检查台页面：单个 HTML 文件，离线可用 / the desk as one HTML file
  shouze language-server           编辑器的语言服务（LSP）/ a language server for editors
  shouze demo                      判定样例卷宗 / judge the samples

  shouze <command> --help          用法与示例 / usage and examples
  --lang zh|en  --rulebook DIR     各命令通用 / for every command

  退出码 / exit code：0 无问题 / all well，1 有发现 / findings，2 输入或命令有误 / wrong input or call
`;
