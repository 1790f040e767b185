import type { Capture } from '../check/engine.ts';
import type { JudgeOptions } from '../evaluate/outcome.ts';
import type { Desk } from './desk.ts';
import type { JudgedBy } from './work.ts';

/** How files are to be judged, as a page asks. */
export interface CheckAsked extends Pick<JudgeOptions, 'asOf' | 'today' | 'step'> {
  /** What files are that do not say so. */
  readonly kind?: string | undefined;
}

/**
 * What files are judged by where nothing came beside them.
 *
 * @param capture - what their source records of them, where that is not everything
 */
export function judgedBy(
  { program, digest, version, languages, engine, engineFor }: Desk,
  { kind, ...asked }: CheckAsked,
  capture?: Capture,
): JudgedBy {
  const options = { ...asked, ...(capture && { captured: true }) };
  return {
    engine: capture ? engineFor(capture) : engine,
    kind: capture?.subject ?? kind,
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
