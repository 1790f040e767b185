import type { Language } from '../../base/language.ts';
import {
  bookDownload,
  type Download,
  reportDownload,
  type ReportDownload,
  workpaperReport,
} from '../../desk/downloads.ts';
import { eachJudged, toDoReport } from '../../desk/progress.ts';
import { reportOfWork } from '../../desk/work.ts';
import type { PeopleNamed, ReviewGiven } from '../../desk/session.ts';
import { toDoWorkbook } from '../../report/to-do.ts';
import type { Incoming } from '../../report/run.ts';
import { webPlatform } from '../platform.ts';
import { readAgainOf } from './again.ts';
import { judgedNow, textsGiven } from './check.ts';
import { mappedFiles } from './mapped.ts';
import { openedDesk } from './open.ts';
import { work } from './work.ts';

/** What can be downloaded of a check. */
export type DownloadFormat = ReportDownload | 'todo';

export interface DownloadAsked {
  readonly language: Language;
  /** As what papers are written. */
  readonly paper: 'docx' | 'html';
  readonly people: PeopleNamed;
  readonly reviews: readonly ReviewGiven[];
}

export interface DownloadMade {
  readonly name: string;
  readonly blob: Blob;
}

/** What is made of the files once more, which have to be there. */
const ofFiles: readonly DownloadFormat[] = ['workpaper', 'todo'];

export const downloadsService = {
  /**
   * Makes a file of what was judged last.
   *
   * @returns why there is none: nothing was judged or found, or the files are no longer there
   */
  make: async (
    format: DownloadFormat,
    asked: DownloadAsked,
  ): Promise<DownloadMade | 'nothing' | 'no-files'> => {
    if (!work.judged) return 'nothing';
    if (ofFiles.includes(format) && work.files.length === 0) return 'no-files';
    const made = await downloadOf(format, asked);
    return made
      ? { name: made.name, blob: new Blob([Uint8Array.from(made.bytes)], { type: made.type }) }
      : 'nothing';
  },
};

async function downloadOf(
  format: DownloadFormat,
  { language, paper, people, reviews }: DownloadAsked,
): Promise<Download | undefined> {
  const { judged, files } = work;
  if (!judged) return undefined;
  const { program } = openedDesk();
  const setting = { program, language, paper, people, reviews, sha256: webPlatform.sha256 };
  if (format === 'todo') {
    const by = await judgedNow();
    const report = await toDoReport(eachJudged(await incoming(), by), by.reporting);
    return bookDownload('todo', toDoWorkbook(report, language), judged.head, language);
  }
  const report =
    format === 'workpaper'
      ? await workpaperReport(await judgedNow(), await incoming(), {
          language,
          again: readAgainOf(files),
        })
      : reportOfWork(judged);
  return report && reportDownload(format, report, setting);
}

async function incoming(): Promise<AsyncIterable<readonly Incoming[]>> {
  return (await mappedFiles())?.incoming() ?? textsGiven();
}
