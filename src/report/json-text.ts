import { severalLines } from '../base/shown.ts';
import type { ReportOf } from './gather.ts';
import type { CheckLine, DossierJson } from './json-format.ts';

/** A report as JSON, in pieces: whole it may be longer than a string can be. */
export function* jsonText({
  dossiers,
  ...head
}: ReportOf<Iterable<DossierJson>>): Generator<string> {
  const open = severalLines(JSON.stringify(head, undefined, 2));
  yield `${open.slice(0, -2)},\n  "dossiers": [`;
  let before = '\n';
  for (const dossier of dossiers) {
    yield before + '    ' + severalLines(JSON.stringify(dossier, undefined, 2), '    ');
    before = ',\n';
  }
  yield before === '\n' ? ']\n}\n' : '\n  ]\n}\n';
}

/** One line of NDJSON, its end with it. */
export function lineText(line: CheckLine): string {
  return `${severalLines(JSON.stringify(line))}\n`;
}
