import type { Language } from '../base/language.ts';
import { formatSet } from '../feel/sentence/format.ts';
import { lexiconOf } from '../feel/sentence/lexicon.ts';
import type { Words } from '../rulebook/files.ts';
import { type Dated, inForce, type Parameter, type Program } from './ast.ts';

/** What a text names in braces; the check of texts tells of names that no parameter has. */
const named = /\{\s*([\p{L}_][\p{L}\p{N}_]*)\s*\}/gu;

type Known = Pick<Program, 'references' | 'setting'>;

/**
 * A text of the rulebook with the value of each `{parameter}` that it names, in each of its languages.
 *
 * @param day - ISO, of the values; where a parameter has none on that day, the next to come, else the last that it
 * had. Without a day, the last of each.
 */
export function prose<T extends Words | undefined>(
  text: T,
  day: string | null | undefined,
  program: Known,
): T {
  if (!text || Object.values(text).every((one) => !one.includes('{'))) return text;
  return Object.fromEntries(
    Object.entries(text).map(([language, one]) => [
      language,
      one.replaceAll(named, (whole, name: string) => {
        const parameter = program.references.get(name);
        return parameter?.kind === 'parameter' ? valueOf(parameter, day, language, program) : whole;
      }),
    ]),
  ) as T;
}

/** The day itself where an edition has it, else the day of the edition that is nearest to it. */
export function dayWithin({ from, until }: Dated, day: string): string {
  if (day < from) return from;
  return until !== undefined && until < day ? until : day;
}

function valueOf(
  { type, editions }: Parameter,
  day: string | null | undefined,
  language: Language,
  { setting }: Known,
): string {
  const now = day ? (inForce(editions, day) ?? editions.find(({ from }) => from > day)) : undefined;
  const edition = now ?? editions.at(-1);
  if (!edition) return '';
  const unit = type.kind === 'number' ? type.unit : undefined;
  const lexicon = lexiconOf(language, setting);
  return formatSet(edition.value, unit, lexicon);
}
