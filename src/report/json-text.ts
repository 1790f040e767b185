import type { CheckLine, CheckReport } from './json-format.ts';

/** A report as JSON, in pieces: whole it may be longer than a string can be. */
export function* jsonText({ dossiers, ...head }: CheckReport): Generator<string> {
  const open = JSON.stringify(head, undefined, 2);
  yield `${open.slice(0, -2)},\n  "dossiers": [`;
  let before = '\n';
  for (const dossier of dossiers) {
    yield before + JSON.stringify(dossier, undefined, 2).replaceAll(/^/gmu, '    ');
    before = ',\n';
  }
  yield dossiers.length > 0 ? '\n  ]\n}\n' : ']\n}\n';
}

/** One line of NDJSON, its end with it. */
export function lineText(line: CheckLine): string {
  return `${JSON.stringify(line)}\n`;
}
