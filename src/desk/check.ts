import type { JudgeOptions } from '../evaluate/outcome.ts';
import type { Desk } from './desk.ts';
import type { JudgedBy } from './work.ts';

/** How files are to be judged, as a page asks. */
export interface CheckAsked extends Pick<JudgeOptions, 'asOf' | 'today' | 'step'> {
  /** What files are that do not say so. */
  readonly kind?: string | undefined;
}

/** What files are judged by where nothing came beside them. */
export function judgedBy(
  { program, digest, version, languages, engine }: Desk,
  { kind, ...options }: CheckAsked,
): JudgedBy {
  return {
    engine,
    kind,
    reporting: {
      program,
      rulebookDigest: digest,
      engine: version,
      options,
      languages,
      unmasked: false,
    },
  };
}
