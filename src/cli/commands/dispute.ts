import { sayIn } from '../../base/language.ts';
import { existsSync } from 'node:fs';

import { type Dispute, disputeOf } from '../../cases/dispute.ts';
import { printCase } from '../../cases/print-case.ts';
import { dossierPaths } from '../../io/paths.ts';
import { readText } from '../../io/read.ts';
import { writeText } from '../../io/write.ts';
import type { Program, ProgramRule } from '../../program/ast.ts';
import { hiderOf } from '../../report/hide.ts';
import { diagnosticsOf } from '../../report/masked.ts';
import { wordbooks } from '../../words/messages/messages.ts';
import type { Expectation } from '../../rulebook/files.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { field } from '../../yaml/tree.ts';
import { type Call, near, oneOf, readCall, UsageError } from '../call.ts';
import { checkOne, kindOf } from '../run-check.ts';
import { complain, complainOf, type ExitCode, print } from '../console.ts';
import { soundRulebook } from '../sound.ts';

export const help = `shouze dispute RULE DOSSIER --expect OUTCOME --why TEXT
                      对判定有异议：写成不含个人信息的校验示例 / a verdict is wrong: make an anonymised case of it

  --expect OUTCOME    应当是 / what it should be：pass | fail | not-applicable | waived | cannot-tell
  --missing PATH      应为 cannot-tell 时所缺的字段，可重复 / what is missing then, repeatable
  --why TEXT          理由，不写姓名、证件号码 / the reason, without anybody's names or numbers
  --element KEY       争议的是哪一项 / which element it is about
  --base NAME         从哪一份基础卷宗出发 / the dossier of the rulebook to start from
  --out FILE          写入校验示例文件；已有的，加在末尾 / write to a cases file, at its end if it exists
  --subject NAME  --rulebook DIR  --lang LANG

  只写规则所读的字段；姓名、证件号、编号和文字换成同样形式的虚构内容，金额、日期、代码照旧。
  Only the fields that the rule reads; names, numbers, ids and texts become fictional ones of the same shape,
  amounts, dates and codes stay.

  shouze dispute RSK-007 卷宗.yaml --expect pass --why 金额的口径有误
  shouze dispute INT-002 卷宗.yaml --element W1 --expect pass --why … --out rules/…/INT-002-….cases.yaml
`;

export async function dispute(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    expect: { type: 'string' },
    missing: { type: 'string', multiple: true },
    why: { type: 'string' },
    element: { type: 'string' },
    base: { type: 'string' },
    subject: { type: 'string' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const [id, path, ...more] = call.positionals;
  if (id === undefined || path === undefined || more.length > 0)
    throw new UsageError(
      '应给出规则和卷宗 / give a rule and a dossier：shouze dispute RULE DOSSIER',
    );
  const why = call.text('why')?.trim() ?? '';
  if (why === '') throw new UsageError('应写明理由 / say why：--why "…"');
  const expect = expectationOf(call);
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language } = loaded;
  const rule = ruleOf(id, program);
  const file = await checkOne(path, loaded.engine, {}, kindOf(call, program));
  complainOf(diagnosticsOf(file, { unmasked: false }), language);
  if (!file.judged) return 2;
  if (file.judged.subject !== rule.subject)
    throw new UsageError(
      `${id} 不判定这种文件 / does not judge this kind of file：${file.judged.subject.name}`,
    );
  const base = call.text('base') ?? rule.rule.cases?.data.base ?? '';
  const from = program.rulebook.dossiers.get(base);
  const names = [...program.rulebook.dossiers.keys()];
  if (!from)
    throw new UsageError(
      `--base ${base}：没有这份基础卷宗 / no such dossier${near(base, names)}（${names.join(', ')}）`,
    );
  const made = disputeOf(program, rule, file.judged.dossier, from, call.text('element'));
  const { terms } = sayIn(wordbooks, language);
  if ('problem' in made) throw new UsageError(terms.indisputable[made.problem]);
  const saysSame = made.says === (typeof expect === 'string' ? expect : 'cannot-tell');
  if (saysSame && typeof expect === 'string')
    throw new UsageError(terms.undisputed(id, terms.status[made.says]));
  const answer = rule.rule.entry.data.check === 'both' ? 'pass' : undefined;
  const text = printCase(made, {
    expect: renamedIn(expect, made),
    why: hiderOf(file.judged.dossier, file.judged.subject)(why),
    answer,
  });
  const out = call.text('out');
  if (out === undefined) print(text);
  else writeText(out, withCase(out, base, text), () => dossierPaths([path]).paths);
  const wanted = terms.status[typeof expect === 'string' ? expect : 'cannot-tell'];
  complain(`${id}${terms.colon}${terms.expected(wanted, terms.status[made.says])}`);
  if (made.kept.length > 0) complain(terms.keptTexts(made.kept));
  return 0;
}

function expectationOf(call: Call): Expectation {
  const given = call.text('expect');
  if (given === undefined)
    throw new UsageError('应写明应当的结果 / say what it should be：--expect pass');
  const words = ['pass', 'fail', 'not-applicable', 'waived', 'cannot-tell'] as const;
  const word = oneOf('expect', given, words);
  const missing = call.texts('missing');
  if (word !== 'cannot-tell') return word;
  if (missing.length === 0)
    throw new UsageError('--expect cannot-tell 要写明缺什么 / say what is missing：--missing PATH');
  return { 'cannot-tell': missing };
}

function ruleOf(id: string, program: Program): ProgramRule {
  const rule = program.rules.find((one) => one.id === id);
  const known = program.rules.map((one) => one.id);
  if (!rule) throw new UsageError(`没有规则 / no rule \`${id}\`${near(id, known)}`);
  if (rule.group)
    throw new UsageError(
      `${id} 合起来判断几份卷宗，不能由一份写成示例 / judges several files together`,
    );
  if (rule.rule.entry.data.check === 'manual')
    throw new UsageError(
      `${id} 由人核查，结果在人工核查表上更正 / is for a person: correct the check-list`,
    );
  return rule;
}

/** Elements in the paths that are missing go by their new names. */
function renamedIn(expect: Expectation, { renamed }: Dispute): Expectation {
  if (typeof expect === 'string') return expect;
  const paths = expect['cannot-tell'].map((path) =>
    path.replaceAll(/\[([^\]]+)\]/gu, (_, id: string) => `[${renamed(id)}]`),
  );
  return { 'cannot-tell': paths };
}

/** A whole cases file with the case in it; the one that is there keeps its text and gets one more. */
function withCase(path: string, base: string, text: string): string {
  if (!existsSync(path)) return `base: ${base}\ncases:\n${text}`;
  const read = readText(path);
  const before = 'source' in read ? read.source.text.trimEnd() : '';
  const after = `${before}\n${text}`;
  const [was, is] = [before, after].map((content) => casesIn(path, content));
  if (was === undefined || is !== was + 1)
    throw new UsageError(
      `${path} 不是以 cases 结尾的校验示例文件，没有写入 / is no cases file that ends with its cases; nothing was written`,
    );
  return after;
}

/** How many cases a text has; undefined when it is no cases file. */
function casesIn(name: string, text: string): number | undefined {
  const { value, diagnostics } = parseYaml({ name, text });
  const cases = value?.kind === 'map' ? field(value, 'cases') : undefined;
  return diagnostics.length === 0 && cases?.kind === 'list' ? cases.items.length : undefined;
}
