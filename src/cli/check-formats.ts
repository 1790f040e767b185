import { createHash } from 'node:crypto';

import type { Language } from '../base/language.ts';
import type { Program } from '../program/ast.ts';
import { htmlWriter } from '../report/html.ts';
import { jsonText } from '../report/json-text.ts';
import type { Paint } from '../report/paint.ts';
import { prettyText } from '../report/pretty.ts';
import type { CheckRun } from '../report/run.ts';
import { lineWriter, wholeWriter, type Writer } from '../report/write.ts';

/** A format of `check` that is made from the records of a run: one line in the table below. */
export interface CheckFormat {
  /** People read one language; machines get those of the rulebook unless one is asked for. */
  readonly readers: 'people' | 'machines';
  /** Where it is written unless `--out` says; standard output where there is none. */
  readonly file?: string;
  /** People fill it in, so that one that is there is never replaced. */
  readonly isFilledIn?: true;
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
  /** `--outcomes all`. */
  readonly isWhole: boolean;
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
    writer: ({ run, put }) => {
      const hash = createHash('sha256');
      return lineWriter(run, put, {
        add: (text) => hash.update(text),
        digest: () => `sha256:${hash.digest('hex')}`,
      });
    },
  },
  html: {
    readers: 'people',
    writer: ({ run: { head }, put, language, program: { rulebook } }) =>
      htmlWriter(head, put, { language, rulebook }),
  },
} satisfies Readonly<Record<string, CheckFormat>>;

export type CheckFormatName = keyof typeof checkFormats;

export function isCheckFormat(name: string): name is CheckFormatName {
  return Object.hasOwn(checkFormats, name);
}
