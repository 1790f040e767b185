import type { Language } from '../base/language.ts';
import { nodePlatform } from '../io/platform.ts';
import type { Paper } from '../papers/paper.ts';
import type { Setting } from '../papers/setting.ts';
import type { Program } from '../program/ast.ts';
import type { CheckReport } from '../report/json-format.ts';
import type { Paint } from '../report/paint.ts';
import type { CheckRun } from '../report/run.ts';
import { lineWriter, reportWriter, wholeWriter, type Writer } from '../report/write.ts';
import type { ArchiveSetting } from './archive.ts';
import { digesting } from './digesting.ts';
import type { PaperTarget } from './paper-files.ts';

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
  /** What a format is made by is read when it is asked for: most of it takes long, and none needs the others. */
  readonly writer: (making: FormatMaking) => Promise<Writer>;
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

type ReportText = (report: CheckReport, language: Language) => Iterable<string>;

/** What tools of development read, in one language. */
function toolFormat(textOf: () => Promise<ReportText>): CheckFormat {
  return {
    readers: 'people',
    writer: async ({ run: { head }, put, language }) => {
      const text = await textOf();
      return wholeWriter(head, put, (report) => text(report, language));
    },
  };
}

type MakePapers = (report: CheckReport, setting: Setting) => readonly Paper[];

/** Papers made of a whole report, each a file. */
function papersFormat(
  name: string,
  makerOf: () => Promise<MakePapers>,
  more: Pick<CheckFormat, 'tellsAll'> = {},
): CheckFormat {
  return {
    readers: 'people',
    file: name,
    isFolder: true,
    ...more,
    writer: async ({ run: { head }, program, language, papers, tell }) => {
      const make = await makerOf();
      const { settingOf } = await import('../papers/setting.ts');
      const { slim } = await import('../papers/slim.ts');
      const { writePapers } = await import('./paper-files.ts');
      const writer = reportWriter(head, async (report) => {
        const setting = settingOf(head, program, language, report.summary);
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
    writer: async ({ run: { head }, put, language, paint, isWhole }) => {
      const { prettyText } = await import('../report/pretty.ts');
      return wholeWriter(head, put, (report, complaints) =>
        prettyText(report, { language, paint, isWhole, complaints }),
      );
    },
  },
  json: {
    readers: 'machines',
    writer: async ({ run: { head }, put }) => {
      const { jsonText } = await import('../report/json-text.ts');
      return wholeWriter(head, put, jsonText);
    },
  },
  ndjson: {
    readers: 'machines',
    // eslint-disable-next-line @typescript-eslint/require-await -- as the other formats have it
    writer: async ({ run, put }) => lineWriter(run, put, digesting()),
  },
  html: {
    readers: 'people',
    writer: async ({ run: { head }, put, language, program: { rulebook } }) => {
      const { htmlWriter } = await import('../report/html.ts');
      return htmlWriter(head, put, { language, rulebook, sha256: nodePlatform.sha256 });
    },
  },
  junit: toolFormat(async () => (await import('../report/junit.ts')).junitText),
  sarif: toolFormat(async () => (await import('../report/sarif.ts')).sarifText),
  github: toolFormat(async () => (await import('../report/github.ts')).githubText),
  register: {
    readers: 'people',
    file: 'register.xlsx',
    isFilledIn: true,
    writer: async ({ run: { head }, put, program, language }) => {
      const { registerOf } = await import('../papers/register.ts');
      const { settingOf } = await import('../papers/setting.ts');
      const { workbookBytes } = await import('../xlsx/workbook.ts');
      return reportWriter(head, async (report) => {
        const register = registerOf(report, settingOf(head, program, language));
        await put(await workbookBytes(register));
      });
    },
  },
  confirmation: papersFormat(
    'confirmations',
    async () => (await import('../papers/confirmation.ts')).confirmations,
  ),
  notice: papersFormat('notices', async () => (await import('../papers/notice.ts')).notices),
  archive: {
    readers: 'machines',
    needsOut: true,
    writer: async ({ run: { head }, put, language, archive }) => {
      const { archiveWriter } = await import('./archive.ts');
      return archiveWriter(head, async (piece) => put(piece), { ...archive, language });
    },
  },
  workpaper: papersFormat(
    'workpapers',
    async () => (await import('../papers/workpaper.ts')).workpapers,
    { tellsAll: true },
  ),
} satisfies Readonly<Record<string, CheckFormat>>;

export type CheckFormatName = keyof typeof checkFormats;

export function isCheckFormat(name: string): name is CheckFormatName {
  return Object.hasOwn(checkFormats, name);
}
