import { type HtmlSetting, htmlPieces } from './html/pieces.ts';
import type { CheckReport, ReportHead } from './json-format.ts';
import type { Put, Writer } from './write.ts';

/** A report that is whole as one page, piece by piece. */
export function* htmlText(report: CheckReport, setting: HtmlSetting): Generator<string> {
  const { head, dossier, foot } = htmlPieces(report, setting);
  yield head();
  for (const record of report.dossiers) yield dossier(record);
  yield foot(report.summary);
}

/** A page that is written as dossiers are judged: none of them is held. */
export function htmlWriter(reportHead: ReportHead, put: Put, setting: HtmlSetting): Writer {
  const { head, dossier, together, foot } = htmlPieces(reportHead, setting);
  const write = (piece: string) => (piece === '' ? undefined : put(piece));
  return {
    begin: () => put(head()),
    result: ({ record }) => write(dossier(record)),
    end: async (judged, summary) => {
      for (const one of judged) {
        // eslint-disable-next-line no-await-in-loop -- in order, and as fast as it is taken
        await write(together(one));
      }
      await put(foot(summary()));
    },
  };
}
