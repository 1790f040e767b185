import { sayIn } from '../../base/language.ts';
import { isLate, type LedgerFinding } from '../../ledger/fold.ts';
import { merge } from '../../ledger/merge.ts';
import { moveOf } from '../../ledger/move.ts';
import { states } from '../../ledger/states.ts';
import { take } from '../../ledger/take.ts';
import { hasErrors } from '../../base/diagnostic.ts';
import { workbookBytes } from '../../xlsx/workbook.ts';
import { writeFile } from '../../io/write.ts';
import { parseDate } from '../../values/temporal-text.ts';
import { ledgerRegister } from '../../papers/ledger-register.ts';
import { runGathered } from '../../report/ledger-run.ts';
import { findingLine, historyText, plainFinding, refusalText } from '../../report/ledger-text.ts';
import { type LedgerWords, ledgerWords } from '../../words/ledger.ts';
import { readAnswers } from '../answer-files.ts';
import { type Call, dayOf, near, oneOf, readCall, UsageError } from '../call.ts';
import { maskText } from '../../feel/sentence/mask-text.ts';
import { mustNotExist } from '../filled-in.ts';
import { complain, complainOf, type ExitCode, print } from '../console.ts';
import { append, type LedgerFile, readLedger, usualLedger } from '../ledger-file.ts';
import { readRun } from '../saved-run.ts';
import { soundRulebook } from '../sound.ts';
import { staffOf } from '../staff.ts';
import { dispute } from './dispute.ts';

export const help = `shouze ledger take RUN…           登记一次检查的结果：新增、仍在、消失、屡查屡犯 / take in a run: new, open, gone, back again
shouze ledger list               列出问题 / list findings
shouze ledger show FINDING…      一项问题的来龙去脉 / the history of a finding
shouze ledger move FINDING… --to STATE   变更状态 / move findings on
shouze ledger out --out 台账.xlsx        导出问题台账，交被查单位填写 / write the register that those inspected fill in
shouze ledger merge FILE…        收回填好的台账 / take in what they filled in
shouze ledger verify             核对台账有无改动 / see that nothing was changed

  RUN 为 check --format ndjson 或 json 写出的文件 / what check --format ndjson or json wrote

  --ledger FILE       台账文件，默认 ${usualLedger} / the ledger
  --by PERSON         经办人员工号：take、move、merge 必填 / who does it, by staff number
  --today DAY         办理日，默认当天 / the day of it
  --to STATE          ${states.join(' | ')}
  --why TEXT  --evidence TEXT   理由、佐证材料 / reason, evidence
  --due DAY           整改期限 / the day by which it has to be put right
  --staff FILE        员工名册：经办人须在册 / staff register that people have to be in
  --state STATE  --branch UNIT  --rule RULE  --late   只列、只办符合的 / only those
  --take-theirs       merge：两边都改过的，以交回的为准 / what came back holds where both sides wrote
  --head HASH         verify：以前记下的链头，须仍在链上 / a head noted before, which must still be there
  --dossier FILE --expect OUTCOME --case FILE   认定误判时写成校验示例（见 shouze dispute）/ make a case of what is mistaken
  --format text|json  --rulebook DIR  --lang LANG

  shouze check 卷宗/ --format ndjson --out 结果.ndjson
  shouze ledger take 结果.ndjson --by S-IN1
  shouze ledger move --state to-confirm --branch 0101 --to issued --by S-IN1 --due 2026-12-31
  shouze ledger out --branch 0101 --out 台账.xlsx
  shouze ledger merge 台账.xlsx --by S-BR1
  shouze ledger move D-1/RSK-007 --to closed --by S-IN2
`;

/** Findings that are listed of one kind when a run is taken in; `list` has all. */
const mostNamed = 20;

export async function ledger(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    ledger: { type: 'string' },
    by: { type: 'string' },
    today: { type: 'string' },
    to: { type: 'string' },
    why: { type: 'string' },
    evidence: { type: 'string' },
    due: { type: 'string' },
    staff: { type: 'string', multiple: true },
    state: { type: 'string' },
    branch: { type: 'string' },
    rule: { type: 'string' },
    late: { type: 'boolean' },
    'take-theirs': { type: 'boolean' },
    head: { type: 'string' },
    dossier: { type: 'string' },
    expect: { type: 'string' },
    case: { type: 'string' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const [name, ...given] = call.positionals;
  const names = Object.keys(actions);
  const action = name !== undefined && Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action)
    throw new UsageError(
      name === undefined
        ? `应写明办什么 / say what to do：shouze ledger ${names.join(' | ')}`
        : `没有 ledger ${name} / there is no such action${near(name, names)}（${names.join(', ')}）`,
    );
  const path = call.text('ledger') ?? usualLedger;
  const file = readLedger(path, call.language, { mayBeAbsent: name === 'take' });
  if (file === 'wrong') return 2;
  return action({ call, given, file, words: sayIn(ledgerWords, call.language) });
}

interface Asking {
  readonly call: Call;
  /** What stands behind the name of the action. */
  readonly given: readonly string[];
  readonly file: LedgerFile;
  readonly words: LedgerWords;
}

const actions: Readonly<Record<string, (asking: Asking) => ExitCode | Promise<ExitCode>>> = {
  take: takeRuns,
  list,
  show,
  move,
  out,
  merge: mergeBack,
  verify,
};

async function takeRuns({ call, given, file, words }: Asking): Promise<ExitCode> {
  const by = await personOf(call);
  if (by === undefined) return 2;
  const [path, second] = given;
  if (path === undefined || second !== undefined)
    throw new UsageError(
      '应给出一次检查的结果 / give the result of one check：shouze ledger take RUN.ndjson',
    );
  const read = await readRun(path, (head) => {
    const gathered = runGathered(head);
    return { dossier: gathered.add, together: gathered.addTogether, gathered };
  });
  if ('problem' in read) {
    complainOf([read.problem], call.language);
    return 2;
  }
  const { head, digest, taker } = read;
  const before = file.ledger.runs.find(({ run }) => run === digest);
  if (before) {
    complain(words.takenBefore(before.day));
    return 0;
  }
  const day = dayOf(call, 'today') ?? head.scheme?.day ?? head.today ?? thisDay();
  const taken = take(file.ledger, taker.gathered.taken({ day, by, run: digest }));
  append(file, taken.entries);
  const { fresh, open, gone, back, suppressed } = taken;
  if (formatOf(call) === 'json') {
    print(JSON.stringify({ new: fresh, open, gone, back, suppressed }, undefined, 2));
    return 0;
  }
  const counts = {
    fresh: fresh.length,
    open: open.length,
    gone: gone.length,
    back: back.length,
    suppressed: suppressed.length,
  };
  const lists = (['back', 'fresh', 'gone'] as const).flatMap((kind) => {
    const ids = taken[kind];
    if (ids.length === 0) return [];
    const more = ids.length - mostNamed;
    return [
      `${words.list[kind]}${words.colon.trim()}`,
      ...ids.slice(0, mostNamed).map((id) => `  ${id}`),
      ...(more > 0 ? [`  ${words.andMore(more)}`] : []),
    ];
  });
  print([words.taken(counts), ...lists].join('\n'));
  return 0;
}

function list({ call, given, file, words }: Asking): ExitCode {
  const day = dayOf(call, 'today') ?? thisDay();
  const found = chosen(call, given, file, day);
  if (formatOf(call) === 'json') {
    print(JSON.stringify(found.map(plainFinding), undefined, 2));
    return 0;
  }
  const late = found.filter((one) => isLate(one, day)).length;
  const lines = found.map((one) => findingLine(one, day, words, call.language));
  print([...lines, words.counted(found.length, late)].join('\n'));
  return 0;
}

function show({ call, given, file, words }: Asking): ExitCode {
  if (given.length === 0)
    throw new UsageError('应写明问题编号 / say which finding：shouze ledger show FINDING');
  const found = chosen(call, given, file, '');
  if (formatOf(call) === 'json') print(JSON.stringify(found.map(plainFinding), undefined, 2));
  else
    print(
      found
        .map((one) => historyText(one, dayOf(call, 'today') ?? thisDay(), words, call.language))
        .join('\n\n'),
    );
  return 0;
}

async function move({ call, given, file, words }: Asking): Promise<ExitCode> {
  const by = await personOf(call);
  if (by === undefined) return 2;
  const to = oneOf('to', call.text('to') ?? '', states);
  const day = dayOf(call, 'today') ?? thisDay();
  const isFiltered =
    call.flag('late') || ['state', 'branch', 'rule'].some((one) => call.text(one) !== undefined);
  if (given.length === 0 && !isFiltered)
    throw new UsageError(
      '应写明哪些问题 / say which findings：shouze ledger move FINDING… | --state … --branch … --rule …',
    );
  const found = chosen(call, given, file, day);
  if (found.length === 0) throw new UsageError(words.noFindings);
  const scheme = file.ledger.runs.at(-1)?.scheme ?? null;
  const [why, evidence] = [call.text('why'), call.text('evidence')].map(
    (text) => text && maskText(text),
  );
  const due = dayOf(call, 'due');
  const entries = found.map((finding) => {
    const made = moveOf(finding, { to, by, day, why, evidence, due }, scheme);
    if ('problem' in made) throw new UsageError(refusalText(made, finding, to, by, words));
    return made;
  });
  const mistaken = found.filter(
    (_, place) => to === 'mistaken' && entries[place]?.turn === 'second',
  );
  const code = await caseOf(call, mistaken, words);
  if (code !== 0) return code;
  append(file, entries);
  const first = entries.filter(({ turn }) => turn === 'first').length;
  if (first > 0) print(words.proposed(first, words.states[to]));
  if (entries.length > first) print(words.moved(entries.length - first, words.states[to]));
  return 0;
}

async function out({ call, given, file, words }: Asking): Promise<ExitCode> {
  const path = call.text('out') ?? 'ledger.xlsx';
  mustNotExist(path);
  const day = dayOf(call, 'today') ?? thisDay();
  const found = chosen(call, given, file, day);
  if (found.length === 0) throw new UsageError(words.noFindings);
  const workbook = ledgerRegister(found, { head: file.head, language: call.language, day });
  writeFile(path, await workbookBytes(workbook), () => [file.path]);
  complain(words.written(found.length, path));
  return 0;
}

async function mergeBack({ call, given, file, words }: Asking): Promise<ExitCode> {
  const by = await personOf(call);
  if (by === undefined) return 2;
  if (given.length === 0)
    throw new UsageError('应给出交回的台账 / give what came back：shouze ledger merge 台账.xlsx');
  const { sheets, problems } = await readAnswers(given);
  const day = dayOf(call, 'today') ?? thisDay();
  const { value, diagnostics } = merge(file.links, sheets, {
    day,
    by,
    isTheirs: call.flag('take-theirs'),
    hide: (text) => maskText(text),
  });
  complainOf([...problems, ...diagnostics], call.language);
  append(file, value.entries);
  const moved = value.entries.filter(({ kind }) => kind === 'moved').length;
  const conflicts = diagnostics.filter(({ code }) => code === 'ledger/conflict').length;
  print(words.merged(value.rows, value.changed, moved, conflicts));
  if (problems.length > 0 || hasErrors(diagnostics)) return 2;
  return conflicts > 0 ? 1 : 0;
}

function verify({ call, file, words }: Asking): ExitCode {
  const head = call.text('head');
  const { links, path, text } = file;
  if (head !== undefined && !links.some(({ hash }) => hash === head)) {
    const span = { source: { name: path, text }, start: text.length, end: text.length };
    const params = { head, entries: links.length };
    complainOf(
      [{ code: 'ledger/other-head', severity: 'error', span, params, quote: 'none' }],
      call.language,
    );
    return 2;
  }
  print(words.sound(links.length, file.head));
  return 0;
}

/** Findings that are named, or all; of these the ones that are asked for. */
function chosen(
  call: Call,
  given: readonly string[],
  { ledger: { findings } }: LedgerFile,
  day: string,
): readonly LedgerFinding[] {
  const words = sayIn(ledgerWords, call.language);
  const state = call.text('state');
  const [asked, branch, rule] = [
    state === undefined ? undefined : oneOf('state', state, states),
    call.text('branch'),
    call.text('rule'),
  ];
  const named =
    given.length === 0
      ? [...findings.values()]
      : given.map((id) => {
          const found = findings.get(id);
          if (!found)
            throw new UsageError(words.unknownFinding(id, near(id, [...findings.keys()])));
          return found;
        });
  return named.filter(
    (one) =>
      (asked === undefined || one.state === asked) &&
      (branch === undefined || one.facts.about['branch'] === branch) &&
      (rule === undefined || one.facts.rule === rule) &&
      (!call.flag('late') || isLate(one, day)),
  );
}

/** `--by`, which a staff register has to know where one is given; undefined after complaining of the register. */
async function personOf(call: Call): Promise<string | undefined> {
  const by = call.text('by')?.trim() ?? '';
  if (by === '') throw new UsageError('应写明由谁办理 / say who does it：--by S-1');
  if (call.texts('staff').length === 0) return by;
  const loaded = await soundRulebook(call);
  const register = loaded ? staffOf(call, loaded) : 'wrong';
  if (register === 'wrong' || !register) return undefined;
  const day = parseDate(dayOf(call, 'today') ?? thisDay());
  const held = day ? register.read.people.acted(by, day) : 'held';
  if (held === 'held') return by;
  throw new UsageError(
    `--by ${by}：员工名册中此人当日不在岗或查无此人 / by the staff register nobody of that number held a post on that day`,
  );
}

/** Makes a case of a finding that two people found mistaken, or says how to. */
async function caseOf(
  call: Call,
  mistaken: readonly LedgerFinding[],
  words: LedgerWords,
): Promise<ExitCode> {
  const [first] = mistaken;
  if (!first) return 0;
  const [dossier, cases] = [call.text('dossier'), call.text('case')];
  const rest = (of: LedgerFinding) => {
    const { rule, element } = of.facts;
    const proposed = of.half?.why ?? call.text('why') ?? '';
    return {
      rule,
      args: [
        ...(element === null ? [] : ['--element', element]),
        '--expect',
        call.text('expect') ?? 'pass',
        '--why',
        call.text('why') ?? proposed,
      ],
    };
  };
  if (dossier !== undefined) {
    const { rule, args } = rest(first);
    const asked = ['rulebook', 'lang'].flatMap((name) => {
      const value = call.text(name);
      return value === undefined ? [] : [`--${name}`, value];
    });
    return dispute([
      rule,
      dossier,
      ...args,
      ...asked,
      ...(cases === undefined ? [] : ['--out', cases]),
    ]);
  }
  complain(words.openCase);
  for (const of of mistaken) {
    const { rule, args } = rest(of);
    const isOfProcess = rule.startsWith('process/');
    complain(
      isOfProcess
        ? words.noCase(rule)
        : `  shouze dispute ${[rule, 'DOSSIER', ...args].map(quoted).join(' ')}`,
    );
  }
  return 0;
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\w./@~:-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function formatOf(call: Call): 'text' | 'json' {
  return oneOf('format', call.text('format') ?? 'text', ['text', 'json']);
}

/** The day on this machine's calendar, ISO. */
function thisDay(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}
