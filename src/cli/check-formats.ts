import type { Language } from '../base/language.ts';
import { workbookBytes } from '../xlsx/workbook.ts';
import { confirmations } from '../papers/confirmation.ts';
import { notices } from '../papers/notice.ts';
import type { Paper } from '../papers/paper.ts';
import { registerOf } from '../papers/register.ts';
import { type Setting, settingOf } from '../papers/setting.ts';
import { slim } from '../papers/slim.ts';
import { workpapers } from '../papers/workpaper.ts';
import type { Program } from '../program/ast.ts';
import { githubText } from '../report/github.ts';
import { htmlWriter } from '../report/html.ts';
import { jsonText } from '../report/json-text.ts';
import { junitText } from '../report/junit.ts';
import type { CheckReport } from '../report/json-format.ts';
import type { Paint } from '../report/paint.ts';
import { prettyText } from '../report/pretty.ts';
import { sarifText } from '../report/sarif.ts';
import type { CheckRun } from '../report/run.ts';
import { lineWriter, reportWriter, wholeWriter, type Writer } from '../report/write.ts';
import { type ArchiveSetting, archiveWriter } from './archive.ts';
import { type PaperTarget, writePapers } from './paper-files.ts';
import { digesting } from './recording.ts';

/** A format of `check` that is made from the records of a run: one line in the table below. */
export interface CheckFormat {
  /** People read one language; machines get those of the rulebook unless one is asked for. */
  readonly readers: 'people' | 'machines';
  /** Where it is written unless `--out` says; standard output where there is none. */
  readonly file?: string;
  /** It is evidence, and goes only where `--out` says. */
  readonly needsOut?: true;
  /** People fill it in, so that one that is there is never replaced. */
  readonly isFilledIn?: true;
  /** It is a folder of papers, which `writer` writes itself. */
  readonly isFolder?: true;
  /** It tells what came of every rule, and why. */
  readonly tellsAll?: true;
  readonly writer: (making: FormatMaking) => Writer;
}

/** What a format is made with. */
export interface FormatMaking {
  readonly run: CheckRun;
  /** Takes texts or bytes, in order. */
  readonly put: (piece: string | Uint8Array) => Promise<void> | void;
  readonly language: Language;
  readonly program: Program;
  readonly paint: Paint;
  /** `--outcomes all`, or `--all` for people: nothing is shortened. */
  readonly isWhole: boolean;
  /** Where papers go, and as what. */
  readonly papers: PaperTarget;
  /** What an archive holds beside its reports. */
  readonly archive: Omit<ArchiveSetting, 'language'>;
  /** Tells people something beside what is written. */
  readonly tell: (text: string) => void;
}

/** What tools of development read, in one language. */
function toolFormat(
  text: (report: CheckReport, language: Language) => Iterable<string>,
): CheckFormat {
  return {
    readers: 'people',
    writer: ({ run: { head }, put, language }) =>
      wholeWriter(head, put, (report) => text(report, language)),
  };
}

/** Papers made of a whole report, each a file. */
function papersFormat(
  name: string,
  make: (report: CheckReport, setting: Setting) => readonly Paper[],
  more: Pick<CheckFormat, 'tellsAll'> = {},
): CheckFormat {
  return {
    readers: 'people',
    file: name,
    isFolder: true,
    ...more,
    writer: ({ run: { head }, program, language, papers, tell }) => {
      const writer = reportWriter(head, async (report) => {
        const setting = settingOf(head, program, language, report.summary.record);
        const made = await writePapers(make(report, setting), papers);
        tell(setting.words.written(made.length, papers.out));
      });
      const result: Writer['result'] = (one) => writer.result({ ...one, record: slim(one.record) });
      return more.tellsAll ? { ...writer, result } : writer;
    },
  };
}

export const checkFormats = {
  pretty: {
    readers: 'people',
    writer: ({ run: { head }, put, language, paint, isWhole }) =>
      wholeWriter(head, put, (report, complaints) =>
        prettyText(report, { language, paint, isWhole, complaints }),
      ),
  },
  json: {
    readers: 'machines',
    writer: ({ run: { head }, put }) => wholeWriter(head, put, jsonText),
  },
  ndjson: {
    readers: 'machines',
    writer: ({ run, put }) => lineWriter(run, put, digesting()),
  },
  html: {
    readers: 'people',
    writer: ({ run: { head }, put, language, program: { rulebook } }) =>
      htmlWriter(head, put, { language, rulebook }),
  },
  junit: toolFormat(junitText),
  sarif: toolFormat(sarifText),
  github: toolFormat(githubText),
  register: {
    readers: 'people',
    file: 'register.xlsx',
    isFilledIn: true,
    writer: ({ run: { head }, put, program, language }) =>
      reportWriter(head, async (report) => {
        const register = registerOf(report, settingOf(head, program, language));
        await put(await workbookBytes(register));
      }),
  },
  confirmation: papersFormat('confirmations', confirmations),
  notice: papersFormat('notices', notices),
  archive: {
    readers: 'machines',
    needsOut: true,
    writer: ({ run: { head }, put, language, archive }) =>
      archiveWriter(head, async (piece) => put(piece), { ...archive, language }),
  },
  workpaper: papersFormat('workpapers', workpapers, { tellsAll: true }),
} satisfies Readonly<Record<string, CheckFormat>>;

export type CheckFormatName = keyof typeof checkFormats;

export function isCheckFormat(name: string): name is CheckFormatName {
  return Object.hasOwn(checkFormats, name);
}
