import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';

import { sayIn } from '../../base/language.ts';
import { type Dated, datedIn, type Drafted, movedIn, withEdition } from '../../drafting/edition.ts';
import { branch, questionsOfFolder, rulebook as smallest } from '../../drafting/folders.ts';
import { kinds } from '../../drafting/kinds.ts';
import { type Answers, faultOf, listOf, type Question } from '../../drafting/questions.ts';
import { isBranch, isOwn, languagesOf, type Rulebook } from '../../rulebook/ast.ts';
import { rulebookFolder } from '../../io/rulebook.ts';
import { writeText } from '../../io/write.ts';
import { draftingWords } from '../../words/drafting.ts';
import type { Plain } from '../../yaml/edit-text.ts';
import { type Call, near, oneOf, readCall, UsageError } from '../call.ts';
import { ciFiles, forges } from '../ci-files.ts';
import { type ExitCode, print } from '../console.ts';
import { writeDrafted } from '../drafted.ts';
import { loadRulebook } from '../load.ts';
import { rulebookAt } from '../rulebook-at.ts';

export const help = `shouze new  起草 / begin an edition, a rule, a limit

  shouze new edition ID --from DAY [--value N] [--require 表达式] [--when 表达式] [--basis 条款,…]
        在已有的规则、参数、表、口径、模型后面加一版，前一版到前一天为止
        / one more edition of a rule, parameter, table, definition or model; the last ends on the day before
  shouze new rule ID --step STEP …       一条规则（征求意见稿），列入节点 / a rule, a draft, listed by its step
  shouze new parameter NAME …            一个限额 / a limit
  shouze new table NAME …                一张表 / a table
  shouze new source ID …                 一份制度依据 / a regulation or procedure
  shouze new branch FOLDER …             在规则库之上的实施细则 / rules of a branch on top of a rulebook
  shouze new rulebook FOLDER …           最小的规则库 / the smallest rulebook
  shouze new ci --for github|gitlab|gitee|pre-commit [--package 软件包]
        合并请求的流水线、提交前的检查，写入 git 仓库 / a pipeline for merge requests, a hook before commits

  要知道而没有写的，在终端上逐项问，否则列出来 / what is not given is asked on a terminal, and listed elsewhere
  --rulebook DIR  --lang LANG

  shouze new edition maximumHousingExpenseRatio --from 2027-01-01 --value 0.45
  shouze new edition RSK-008 --from 2027-01-01
`;

/** The keys of all questions. */
const own = (
  'step title kind level posts asOf when require finding basis from unit stricter value input output ' +
  'number issuer issued confidence clause languages currency for package'
).split(' ');

const what = [
  'ci',
  'edition',
  'rule',
  'parameter',
  'table',
  'source',
  'branch',
  'rulebook',
] as const;

export async function begin(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, Object.fromEntries(own.map((key) => [key, { type: 'string' }])));
  const [given, id, ...more] = call.positionals;
  if (call.flag('help') || given === undefined) {
    print(help);
    return given === undefined && !call.flag('help') ? 2 : 0;
  }
  const kind = what.find((one) => one === given);
  if (!kind) throw new UsageError(`没有这一种 / there is no kind \`${given}\`${near(given, what)}`);
  if (kind === 'ci') return ci(call);
  if (id === undefined || more.length > 0)
    throw new UsageError(
      `new ${kind} 要且只要一个名称 / takes one name: shouze new ${kind} ${kind === 'branch' || kind === 'rulebook' ? 'FOLDER' : 'ID'}`,
    );
  if (kind === 'branch' || kind === 'rulebook') return folder(kind, id, call);
  const root = rulebookAt(call.text('rulebook'));
  const { program } = loadRulebook(root);
  if (!program)
    throw new UsageError(`${root}：不是规则库 / is no rulebook: shouze lint --rulebook ${root}`);
  const { rulebook } = program;
  const drafted =
    kind === 'edition' ? edition(root, rulebook, id, call) : await thing(kind, rulebook, id, call);
  return writeDrafted(root, drafted, call.languageOf(languagesOf(rulebook.manifest.data)));
}

/** Files of a pipeline, into the repository of git that we are in. */
function ci(call: Call): ExitCode {
  const forge = oneOf('for', call.text('for') ?? '', forges);
  const { root, files } = ciFiles(forge, call.text('rulebook'), call.text('package'));
  const taken = files.filter(({ path, text }) => isOther(join(root, path), text));
  const free = files.filter((file) => !taken.includes(file));
  for (const { path, text, isProgram } of free) {
    writeText(join(root, path), text);
    if (isProgram) chmodSync(join(root, path), 0o755);
  }
  const words = sayIn(draftingWords, call.language);
  if (free.length > 0) print(`${words.written(free.map(({ path }) => join(root, path)))}\n`);
  print(`${words.next[forge]}\n`);
  if (taken.length === 0) return 0;
  const names = taken.map(({ path }) => path).join('，');
  throw new UsageError(
    `${names}：已有，内容不同，没有动 / is there already with other text, and was left`,
  );
}

function isOther(path: string, text: string): boolean {
  return existsSync(path) && readFileSync(path, 'utf8') !== text;
}

function edition(root: string, rulebook: Rulebook, id: string, call: Call): readonly Drafted[] {
  const words = sayIn(draftingWords, call.language);
  const all = datedIn(rulebook);
  const moved = isBranch(rulebook) ? movedIn(rulebookFolder(root).folder.files, id) : undefined;
  const one = moved?.dated ?? all.find((dated) => dated.id === id);
  if (!one)
    throw new UsageError(
      `没有规则、参数、表或口径 / there is no rule, parameter, table or definition \`${id}\`${near(
        id,
        all.map((dated) => dated.id),
      )}`,
    );
  if (!moved && !isOwn(rulebook, one.entry.yaml.span))
    throw new UsageError(
      `\`${id}\` 出自上级规则库，新的一版由它来写；从严的，规则写 adds，参数写 moves / comes from the extended rulebook, which writes its editions; be stricter with adds (a rule) or moves (a parameter)`,
    );
  const from = call.text('from');
  if (from === undefined) throw new UsageError('从哪一天起 / from which day: --from 2027-01-01');
  refuseStray(call, `edition ${id}`, ['from', 'basis', ...saidBy[one.what]]);
  const changes: Record<string, Plain> = {};
  const value = call.text('value');
  if (value !== undefined) {
    if (!Number.isFinite(Number(value)) || value.trim() === '')
      throw new UsageError(`--value ${value}：应为数字 / should be a number`);
    changes['value'] = Number(value);
  }
  for (const key of ['require', 'when'] as const) {
    const text = call.text(key);
    if (text !== undefined) changes[one.what === 'definition' ? 'is' : key] = text;
  }
  const basis = call.text('basis');
  if (basis !== undefined) changes['basis'] = listOf(basis);
  const text = moved?.text ?? rulebook.files.get(one.entry.path)?.text ?? '';
  const made = withEdition(one, text, { from, changes });
  if ('fault' in made) throw new UsageError(words.fault(id, made));
  return [made];
}

async function thing(
  kind: keyof typeof kinds,
  rulebook: Rulebook,
  id: string,
  call: Call,
): Promise<readonly Drafted[]> {
  const { questions, draft } = kinds[kind];
  if (!isId[kind].test(id))
    throw new UsageError(sayIn(draftingWords, call.language).unfit(id, kind));
  if (namesIn(rulebook).has(id)) throw new UsageError(`\`${id}\` 已有 / is there already`);
  const asked = questions(rulebook);
  refuseStray(
    call,
    kind,
    asked.map(({ key }) => key),
  );
  const answers = await answersTo(asked, call);
  const drafted = draft(id, answers, rulebook);
  if (!drafted)
    throw new UsageError(sayIn(draftingWords, call.language).fault(id, { fault: 'not-written' }));
  const taken = drafted.find(
    ({ path }) =>
      rulebook.files.has(path) && !path.endsWith('step.yaml') && path !== 'rulebook.yaml',
  );
  if (taken) throw new UsageError(`${taken.path}：已有这个文件 / is there already`);
  return drafted;
}

/** What an edition of a thing may say otherwise, by the option that says it. */
const saidBy: Readonly<Record<Dated['what'], readonly string[]>> = {
  rule: ['when', 'require'],
  parameter: ['value'],
  definition: ['require'],
  step: ['when'],
  table: [],
  'code set': [],
  model: [],
};

/** What a thing may be called. */
const isId: Readonly<Record<keyof typeof kinds, RegExp>> = {
  rule: /^[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*$/u,
  parameter: /^[\p{L}_][\p{L}\p{N}_]*$/u,
  table: /^[\p{L}_][\p{L}\p{N}_]*$/u,
  source: /^[\p{L}\p{N}_]+(?:[-_][\p{L}\p{N}_]+)*$/u,
};

/** What is called by a name already. */
function namesIn(rulebook: Rulebook): ReadonlySet<string> {
  return new Set([...datedIn(rulebook), ...rulebook.sources].map(({ id }) => id));
}

/** An option that says nothing of what is begun would be lost without a word. */
function refuseStray(call: Call, what: string, asked: readonly string[]): void {
  const stray = own.find((key) => call.text(key) !== undefined && !asked.includes(key));
  if (stray === undefined) return;
  const offered = asked.map((key) => `--${key}`).join(' ');
  throw new UsageError(
    `new ${what} 用不上 / has no use for --${stray}；可用 / it takes ${offered}`,
  );
}

async function folder(kind: 'branch' | 'rulebook', path: string, call: Call): Promise<ExitCode> {
  if (existsSync(join(path, 'rulebook.yaml')))
    throw new UsageError(`${path}：已有规则库 / has a rulebook already`);
  const questions = questionsOfFolder(kind, call.language);
  refuseStray(
    call,
    kind,
    questions.map(({ key }) => key),
  );
  const answers = await answersTo(questions, call);
  const name = resolve(path).split(/[/\\]/u).at(-1) ?? path;
  // an id has no letters but these, whatever the folder is called
  const id = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name) ? name : kind;
  if (kind === 'rulebook') {
    const languages = listOf(answers['languages'] ?? '');
    return writeDrafted(path, smallest(id, answers, languages), languages[0] ?? 'zh');
  }
  const above = rulebookAt(call.text('rulebook'));
  const { program } = loadRulebook(above);
  if (!program) throw new UsageError(`${above}：不是规则库 / is no rulebook`);
  const onto = relative(path, above);
  if (/^(?:\.\.[/\\]?)*$/u.test(onto) || !onto.startsWith('..'))
    throw new UsageError(
      `${path}：下级规则库与上级规则库不得一个套着另一个 / neither the rulebook that builds on another nor ${above} may lie within the other`,
    );
  const languages = languagesOf(program.rulebook.manifest.data);
  const drafted = branch(id, answers, {
    path: onto.replaceAll('\\', '/'),
    languages,
  });
  return writeDrafted(path, drafted, languages[0] ?? 'zh');
}

/** What was given as options; what was not is asked, where somebody is there to answer. */
async function answersTo(questions: readonly Question[], call: Call): Promise<Answers> {
  const language = call.language === 'en' ? 'en' : 'zh';
  const words = sayIn(draftingWords, call.language);
  const answers: Record<string, string> = {};
  const open: Question[] = [];
  for (const question of questions) {
    const given = call.text(question.key);
    if (given === undefined) open.push(question);
    else answers[question.key] = sound(question, given);
  }
  const missing = open.filter(({ usual }) => usual === undefined);
  if (!process.stdin.isTTY && missing.length > 0)
    throw new UsageError(
      [
        '还要知道 / still to be known:',
        ...missing.map(({ key, asks }) => `--${key}  ${asks.zh} / ${asks.en}`),
      ].join('\n'),
    );
  if (process.stdin.isTTY && open.length > 0) {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      for (const question of open) answers[question.key] = await asked(question, lines);
    } finally {
      lines.close();
    }
  }
  for (const { key, usual } of open) answers[key] ??= usual ?? '';
  return answers;

  function sound(question: Question, given: string): string {
    const fault = faultOf(question, given);
    if (fault) throw new UsageError(words.answer(fault));
    return given;
  }

  async function asked(
    question: Question,
    lines: ReturnType<typeof createInterface>,
  ): Promise<string> {
    const { asks, usual, takes } = question;
    const offered =
      takes && 'one' in takes && takes.one.length <= 12 ? ` [${takes.one.join(' ')}]` : '';
    for (;;) {
      // eslint-disable-next-line no-await-in-loop -- one question after the other
      const line = (
        await lines.question(`${asks[language]}${offered}${usual ? ` (${usual})` : ''}: `)
      ).trim();
      const answer = line === '' ? usual : line;
      if (answer === undefined) continue;
      const fault = answer === '' ? undefined : faultOf(question, answer);
      if (!fault) return answer;
      process.stderr.write(`${words.answer(fault)}\n`);
    }
  }
}
