import type { Language, Texts } from '../base/language.ts';
import { textsIn } from '../base/language.ts';
import { type Speaker, speakerOf } from '../manual/speaker.ts';
import type { Program } from '../program/ast.ts';
import { type JudgedBy, judgedBy } from './judging.ts';

/** One of the two rulebooks that are compared. */
export interface Side extends JudgedBy {
  readonly program: Program;
  /** `sha256:…` */
  readonly digest: string;
  /** The same told in each language. */
  readonly said: (say: (speaker: Speaker) => string) => Texts;
}

/** @param asOf - the day on which limits in texts are told, ISO */
export function sideOf(
  program: Program,
  digest: string,
  languages: readonly Language[],
  asOf: string,
): Side {
  const speakers = new Map(
    languages.map((language) => [language, speakerOf(program, language, asOf)] as const),
  );
  return {
    program,
    digest,
    ...judgedBy(program),
    said: (say) =>
      textsIn(languages, (language) => {
        const speaker = speakers.get(language);
        return speaker ? say(speaker) : '';
      }),
  };
}
