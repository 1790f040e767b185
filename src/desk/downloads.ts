import { joined, type Platform } from '../base/bytes.ts';
import { fileName } from '../base/file-name.ts';
import { type Language, sayIn } from '../base/language.ts';
import type { Workbook } from '../base/workbook.ts';
import type { FileFormat } from '../document/files.ts';
import type { Paper } from '../papers/paper.ts';
import type { ReviewGiven } from '../papers/reviews.ts';
import type { PeopleNamed, Setting as PaperSetting } from '../papers/setting.ts';
import { slim } from '../papers/slim.ts';
import type { CheckReport, ReportHead } from '../report/json-format.ts';
import { type Incoming, newRun } from '../report/run.ts';
import { reportLines, reportWriter } from '../report/write.ts';
import { downloadNames } from '../words/desk/downloads.ts';
import type { Desk } from './desk.ts';
import { versionName } from './version-name.ts';
import { type JudgedBy, type Judging, until } from './work.ts';

/** A file to be saved. */
export interface Download {
  /** Fit for every file system. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Media type. */
  readonly type: string;
}

/** What is made of a report. */
export const reportDownloads = [
  'json',
  'ndjson',
  'html',
  'register',
  'confirmation',
  'notice',
  'workpaper',
  'glance',
] as const;
export type ReportDownload = (typeof reportDownloads)[number];

/** What says in a name what a file is of. */
type NamedBy = Pick<ReportHead, 'rulebook' | 'today' | 'scheme'>;

/** What is made of the files themselves, as a workbook. */
export type BookDownload = 'todo' | 'checklist';

export interface DownloadSetting extends Pick<Desk, 'program'> {
  readonly language: Language;
  /** As what papers are written. */
  readonly paper?: Exclude<FileFormat, 'md'>;
  /** Who checks and who reviews, where somebody said so at the desk. */
  readonly people?: PeopleNamed;
  /** What they said who review. */
  readonly reviews?: readonly ReviewGiven[];
  readonly sha256: Platform['sha256'];
}

/**
 * A report as a file to be saved, or as several packed into one.
 *
 * @param report - for work papers, what {@link workpaperReport} gives
 * @returns undefined where there is nothing to write, such as notices of a check without findings
 */
export async function reportDownload(
  format: ReportDownload,
  report: CheckReport,
  setting: DownloadSetting,
): Promise<Download | undefined> {
  const { program, language, people, sha256 } = setting;
  const named = (ending: Ending, bytes: Uint8Array) =>
    download(nameOf(format, report, language), ending, bytes);
  switch (format) {
    case 'json': {
      const { jsonText } = await import('../report/json-text.ts');
      return named('json', bytesOf(jsonText(report)));
    }
    case 'ndjson':
      return named('ndjson', bytesOf(linesOf(report, sha256)));
    case 'html': {
      const { htmlText } = await import('../report/html.ts');
      const { rulebook } = program;
      return named('html', bytesOf(htmlText(report, { language, rulebook, sha256 })));
    }
    case 'register': {
      const { registerOf } = await import('../papers/register.ts');
      const { settingOf } = await import('../papers/setting.ts');
      return bookDownload(
        format,
        registerOf(report, settingOf(report, program, language, { people })),
        report,
        language,
      );
    }
    case 'confirmation':
    case 'notice':
    case 'workpaper':
      return papersDownload(format, report, setting);
    case 'glance': {
      const { glanceText } = await import('../report/glance-text.ts');
      const { plain } = await import('../report/paint.ts');
      const telling = { language, paint: plain, isWhole: true };
      return named('txt', bytesOf([glanceText(report.summary.glance, report, telling)]));
    }
  }
}

/** A workbook of the files that were judged. */
export async function bookDownload(
  format: BookDownload | 'register',
  workbook: Workbook,
  head: NamedBy,
  language: Language,
): Promise<Download> {
  const { workbookBytes } = await import('../xlsx/workbook.ts');
  return download(nameOf(format, head, language), 'xlsx', await workbookBytes(workbook));
}

/**
 * Judges files as work papers take it, which say of every rule what came of it: what was found is held of each file, and
 * of all else no more than why it does not apply.
 */
export async function workpaperReport(
  by: JudgedBy,
  incoming: AsyncIterable<readonly Incoming[]>,
  { language, again, signal }: { readonly language: Language } & Pick<Judging, 'again' | 'signal'>,
): Promise<CheckReport | undefined> {
  const options = { ...by.reporting.options, explain: 'inapplicable' as const };
  const reporting = { ...by.reporting, options, languages: [language] };
  const run = newRun({ ...by, reporting, again, isWhole: true });
  let report: CheckReport | undefined;
  const writer = reportWriter(run.head, async (made) => {
    report = await Promise.resolve(made);
  });
  for await (const result of run.results(until(incoming, signal)))
    await writer.result({ ...result, record: slim(result.record) });
  for (const problem of by.problems ?? [])
    // eslint-disable-next-line no-await-in-loop -- in their order
    await writer.result(run.add(run.maker.ofProblem(problem)));
  await writer.end(run.together(), () => run.summary());
  return report;
}

/** One paper is its own file, several are packed together. */
async function papersDownload(
  format: 'confirmation' | 'notice' | 'workpaper',
  report: CheckReport,
  { program, language, paper = 'docx', people, reviews, sha256 }: DownloadSetting,
): Promise<Download | undefined> {
  const { settingOf } = await import('../papers/setting.ts');
  const { fileWriter } = await import('../document/files.ts');
  const papers = (await makers[format]())(
    report,
    settingOf(report, program, language, { ...report.summary, people, reviews }),
  );
  const write = await fileWriter(paper, sha256);
  const taken = new Set<string>();
  const files = new Map<string, Uint8Array>();
  for (const { name, document } of papers) {
    // eslint-disable-next-line no-await-in-loop -- one at a time, so that few are held
    const written = await write(document());
    files.set(
      `${fileName(name, taken)}.${paper}`,
      typeof written === 'string' ? bytesOf([written]) : written,
    );
  }
  const [first, second] = files;
  if (!first) return undefined;
  if (!second) return { name: first[0], bytes: first[1], type: types[paper] };
  const { zip } = await import('../xlsx/zip.ts');
  return download(nameOf(format, report, language), 'zip', zip(files));
}

type MakePapers = (report: CheckReport, setting: PaperSetting) => readonly Paper[];

const makers: Readonly<Record<'confirmation' | 'notice' | 'workpaper', () => Promise<MakePapers>>> =
  {
    confirmation: async () => (await import('../papers/confirmation.ts')).confirmations,
    notice: async () => (await import('../papers/notice.ts')).notices,
    workpaper: async () => (await import('../papers/workpaper.ts')).workpapers,
  };

const types = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  html: 'text/html',
  txt: 'text/plain',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type Ending = keyof typeof types;

function download(name: string, ending: Ending, bytes: Uint8Array): Download {
  return { name: `${name}.${ending}`, bytes, type: types[ending] };
}

/** What it is, the rulebook that it was judged by, and the day of the check where that is known. */
function nameOf(
  format: ReportDownload | BookDownload,
  { rulebook, today, scheme }: NamedBy,
  language: Language,
): string {
  const day = scheme?.day ?? today;
  const parts = [sayIn(downloadNames, language)[format], versionName(rulebook), day ?? []];
  return fileName(parts.flat().join('-'), new Set());
}

function bytesOf(texts: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder();
  return joined(Array.from(texts, (text) => encoder.encode(text)));
}

/** A line a file with all that came of it, also what rules said that judge files together. */
function* linesOf(report: CheckReport, sha256: Platform['sha256']): Generator<string> {
  const { dossiers, summary, ...head } = report;
  const told: string[] = [];
  const digest = () => `sha256:${sha256(bytesOf(told))}`;
  const lines = reportLines(head, { add: (text) => told.push(text), digest });
  yield lines.head();
  for (const record of dossiers) yield lines.dossier({ record, kept: undefined });
  yield lines.foot(summary);
}
