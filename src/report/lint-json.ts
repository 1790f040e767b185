import type { Diagnostic } from '../base/diagnostic.ts';
import type { Language } from '../base/language.ts';
import type { Unplanned, UnplannedPart } from '../plan/plan.ts';
import type { Problems } from '../words/messages/messages.ts';
import { diagnosticJson } from './diagnostic-json.ts';
import type { DiagnosticJson } from './json-format.ts';
import { extentOf, type Told } from './told.ts';

/** What `shouze lint --format json` writes. Stable: fields are added, never changed. */
export interface LintReport {
  /** How many fixes `--fix` made. */
  readonly mended: number;
  /** What is wrong, in the order of files and places; what was mended is no more among them. */
  readonly diagnostics: readonly LintDiagnosticJson[];
  /** Rules without a numeric form, with `--unplanned`. */
  readonly unplanned?: readonly UnplannedJson[];
}

/** A diagnostic as tools for developers want it: begins at `line` and `column`. */
export interface LintDiagnosticJson extends DiagnosticJson {
  /** Behind its last character. */
  readonly end: Told['start'];
  /** What to write instead, and of what; where there is a `fix`. */
  readonly edit?: NonNullable<Told['fix']>;
  /** The page of its code in the documentation; `shouze explain CODE` prints it. */
  readonly page: string;
}

export interface UnplannedJson {
  readonly rule: string;
  readonly parts: readonly UnplannedPart[];
}

export function lintReport(
  {
    mended,
    diagnostics,
    unplanned,
  }: {
    readonly mended: number;
    readonly diagnostics: readonly Diagnostic<Problems>[];
    readonly unplanned: readonly Unplanned[] | undefined;
  },
  languages: readonly Language[],
): LintReport {
  return {
    mended,
    diagnostics: diagnostics.map((one) => {
      const { end, fix } = extentOf(one);
      return {
        ...diagnosticJson(one, languages),
        end,
        ...(fix && { edit: fix }),
        page: `docs/codes/${one.code}.md`,
      };
    }),
    ...(unplanned && { unplanned: unplanned.map(({ id: rule, parts }) => ({ rule, parts })) }),
  };
}
