import type { Status } from '../evaluate/outcome.ts';
import type { CaseFile } from '../rulebook/files.ts';
import type { CoverageReport } from './coverage.ts';
import type { TouchedReport } from './touched.ts';
import type { Multilingual } from './json-format.ts';

/** What `shouze test --format json` writes. Stable: fields are added, never changed. */
export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  /** Among those that passed. */
  readonly stricter: number;
  readonly cases: readonly CaseTold[];
  /** With `--coverage`. */
  readonly coverage?: CoverageReport;
  /** With `--changed` or `--since`. */
  readonly touched?: TouchedReport;
}

/** A case, or one of its other days. */
export interface CaseTold {
  readonly rule: string;
  /** Its title. */
  readonly case: Multilingual;
  /** The other day that it was asked on. */
  readonly day?: string;
  /** Whether it came to what it expects, or a rulebook that builds on its own judges it more strictly. */
  readonly passed: boolean;
  /** It is of a rulebook that this one builds on, and is judged more strictly here. */
  readonly stricter: boolean;
  readonly expected: CaseFile['expect'];
  /** What it came to; null where its file has a fault and was not judged. */
  readonly status: Status | null;
  /** Paths of the fields that would decide it. */
  readonly missing: readonly string[];
}
