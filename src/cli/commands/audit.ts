import { sayIn } from '../../base/language.ts';
import type { RecordHead } from '../../io/record/chain.ts';
import { fault, RecordFault } from '../../io/record/faults.ts';
import { openRecord, type RecordFile } from '../../io/record/record.ts';
import { runNumbers, runOf, textOf } from '../../io/record/run.ts';
import { verifyRecord } from '../../io/record/verify.ts';
import { readText } from '../../io/read.ts';
import { writeText } from '../../io/write.ts';
import type { SummaryJson } from '../../report/json-format.ts';
import { inColumns } from '../../report/width.ts';
import { wordbooks } from '../../words/messages/messages.ts';
import { type Call, near, oneOf, readCall, UsageError } from '../call.ts';
import { complain, complainOf, type ExitCode, print } from '../console.ts';
import { usualRecord } from '../usual-record.ts';
import { replay } from '../replay.ts';

export const help = `shouze audit verify|list|head|replay  检查记录 / what check --record kept

  verify [FILE]               逐条核对记录是否被改动 / whether a record is as it was written
    --head HEAD.json          与另处保存的链尾比对 / against a head that was kept elsewhere
  list [FILE]                 历次检查：日期、规则库、卷宗数、结论、是否完成 / the runs of a record
    --format pretty|json
  head [FILE] --out HEAD.json 写出链尾，另处保存 / write down the head, to be kept elsewhere
  replay RUN                  用当时留存的规则库重新判定并逐条比对 / judge a run again by the rulebook that it kept
    --dossiers PATH           卷宗所在，可重复；当时留存了原文的可以不给 / where the dossiers are, repeatable; not needed where they were kept
    --record FILE

  FILE 默认为 $SHOUZE_RECORDS 或 shouze-records.db / $SHOUZE_RECORDS or shouze-records.db
  退出码 / exit code：0 完好、一致 / whole, the same，1 被改动、有差异 / altered, different，2 命令或文件有误 / wrong call or file

  shouze audit head 检查记录.db --out 链尾.json
  shouze audit verify 检查记录.db --head 链尾.json
  shouze audit replay 3 --dossiers 卷宗/ --record 检查记录.db
`;

const acts = ['verify', 'list', 'head', 'replay'] as const;

export async function audit(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    record: { type: 'string' },
    head: { type: 'string' },
    dossiers: { type: 'string', multiple: true },
  });
  const [act, ...rest] = call.positionals;
  if (call.flag('help') || act === undefined) {
    print(help);
    return call.flag('help') ? 0 : 2;
  }
  const known = acts.find((one) => one === act);
  if (!known)
    throw new UsageError(`audit ${act}：应为 / should be ${acts.join(' | ')}${near(act, acts)}`);
  const most = 1;
  if (rest.length > most)
    throw new UsageError(`audit ${act} ${rest.join(' ')}：只能给出一个 / takes one alone`);
  const [given] = rest;
  switch (known) {
    case 'verify':
      return verify(call, fileOf(call, given));
    case 'list':
      return opened(fileOf(call, given), (record) => list(call, record));
    case 'head':
      return opened(fileOf(call, given), (record) => writeHead(call, record));
    case 'replay': {
      if (given === undefined)
        throw new UsageError('没有给出第几次检查 / no run was given：shouze audit replay RUN');
      const record = openRecord(fileOf(call, undefined), 'read');
      try {
        return await replay(record, runOf(record, given), call.texts('dossiers'), call.language);
      } finally {
        record.close();
      }
    }
  }
}

function fileOf(call: Call, given: string | undefined): string {
  return given ?? call.text('record') ?? usualRecord();
}

function opened(path: string, work: (record: RecordFile) => ExitCode): ExitCode {
  const record = openRecord(path, 'read');
  try {
    return work(record);
  } finally {
    record.close();
  }
}

function verify(call: Call, path: string): ExitCode {
  const anchor = anchorOf(call);
  const { language } = call;
  const { terms } = sayIn(wordbooks, language);
  try {
    return opened(path, (record) => {
      const { head, problems } = verifyRecord(record, anchor);
      complainOf(problems, language);
      if (problems.length > 0) return 1;
      print(terms.record.whole(head, runNumbers(record).length));
      print(anchor ? terms.record.anchored(anchor.number) : terms.record.noAnchor);
      return 0;
    });
  } catch (error) {
    if (!(error instanceof RecordFault) || error.problem.code !== 'record/altered') throw error;
    complainOf([error.problem], language);
    return 1;
  }
}

/** The head of `--head`. */
function anchorOf(call: Call): RecordHead | undefined {
  const path = call.text('head');
  if (path === undefined) return undefined;
  const read = readText(path);
  const found = 'source' in read ? headIn(read.source.text) : undefined;
  if (!found) throw fault('record/not-a-head', { path });
  return found;
}

function headIn(text: string): RecordHead | undefined {
  try {
    const { number, hash } = JSON.parse(text) as Partial<RecordHead>;
    const isHead = Number.isSafeInteger(number) && /^sha256:[0-9a-f]{64}$/u.test(hash ?? '');
    return isHead && number !== undefined && hash !== undefined ? { number, hash } : undefined;
  } catch {
    return undefined;
  }
}

function writeHead(call: Call, record: RecordFile): ExitCode {
  const { number, hash } = record.head();
  const text = `${JSON.stringify({ format: 1, number, hash })}\n`;
  const out = call.text('out');
  if (out === undefined) print(text);
  else writeText(out, text, () => [record.path]);
  return 0;
}

/** A run as it is listed. */
interface RunListed {
  readonly run: number;
  readonly day: string | null;
  readonly rulebook: string;
  readonly engine: string;
  /** Of a run that has not come to its end, those that were judged. */
  readonly dossiers: number;
  readonly summary: SummaryJson | null;
}

function list(call: Call, record: RecordFile): ExitCode {
  const format = oneOf('format', call.text('format') ?? 'pretty', ['pretty', 'json']);
  const runs = runNumbers(record).map((run) => listed(record, run));
  if (format === 'json') {
    print(JSON.stringify({ format: 1, runs }, undefined, 2));
    return 0;
  }
  const { terms } = sayIn(wordbooks, call.language);
  const { columns, finished, open, noRuns } = terms.record;
  if (runs.length === 0) complain(noRuns);
  else print(tableText([columns, ...runs.map(cells)]));
  return 0;

  function cells({ run, day, rulebook, dossiers, summary }: RunListed): readonly string[] {
    const counts = summary
      ? [summary.pass, summary.fail, summary['cannot-tell'], summary.unread]
      : ['—', '—', '—', '—'];
    return [run, day ?? '—', rulebook, dossiers, ...counts, summary ? finished : open].map(String);
  }
}

/** Rows whose cells stand below each other. */
function tableText(rows: readonly (readonly string[])[]): string {
  return rows.map(inColumns(rows)).join('\n');
}

function listed(record: RecordFile, run: number): RunListed {
  const { setting } = runOf(record, String(run));
  const { rulebook, engine, options } = setting;
  const [foot] = record.entries({ run, kind: 'foot' });
  const summary = foot
    ? (JSON.parse(textOf(record, foot.digest)) as { readonly summary: SummaryJson }).summary
    : null;
  return {
    run,
    day: options.today,
    rulebook: `${rulebook.id} ${rulebook.version}`,
    engine: engine.version,
    dossiers: summary ? summary.dossiers : [...record.entries({ run, kind: 'dossier' })].length,
    summary,
  };
}
