import { inLanguage } from '../base/language.ts';
import type { Core, TestCore } from '../feel/core.ts';
import { formatSet, formatValue } from '../feel/sentence/format.ts';
import type { Language } from '../base/language.ts';
import { type Lexicon, lexiconOf } from '../feel/sentence/lexicon.ts';
import {
  conditionPoints,
  conditionSentence,
  meaning,
  type Point,
  sentence,
  testSentence,
  type Wording,
} from '../feel/sentence/sentence.ts';
import type { Title, Type } from '../feel/types.ts';
import type { Value } from '../feel/value.ts';
import {
  type Dated,
  inForce,
  namedIn,
  type Parameter,
  type Program,
  type Table,
} from '../program/ast.ts';
import { dayWithin, prose } from '../program/prose.ts';

type ParameterValue = Parameter['editions'][number]['value'];

/** Says what a program holds, in one language, with limits as they stand on one day. */
export interface Speaker {
  readonly language: Language;
  readonly asOf: string;
  readonly lexicon: Lexicon;
  /**
   * The text in this language, its parameters as they are on the day, or on the nearest that an edition has; in the
   * other language where there is none; empty where there is neither.
   */
  readonly words: (words: Title | undefined, of?: Dated) => string;
  /** A sentence with the value in force behind every limit. */
  readonly withLimits: (core: Core) => string;
  readonly plain: (core: Core) => string;
  /** What a name stands for; with the value in force behind every limit, and without. */
  readonly means: (core: Core) => string;
  readonly plainlyMeans: (core: Core) => string;
  /** What a rule asks, with the value in force behind every limit; in one sentence, and as points. */
  readonly criterion: (core: Core) => string;
  /** That it is not so. */
  readonly denied: (core: Core) => string;
  readonly points: (core: Core) => Point;
  /** When something applies, as points. */
  readonly conditions: (core: Core) => Point;
  readonly plainCriterion: (core: Core) => string;
  readonly test: (of: Core, test: TestCore) => string;
  readonly value: (parameter: Parameter, value: ParameterValue) => string;
  readonly join: (parts: readonly string[]) => string;
}

/** What an edition says of itself besides: its note, and why it begins before its sources. */
export function noteOf(
  edition: (Dated & { readonly note?: Title; readonly early?: Title }) | undefined,
  { words }: Pick<Speaker, 'words'>,
): string {
  return [words(edition?.note, edition), words(edition?.early, edition)]
    .filter((one) => one !== '')
    .join('\n\n');
}

export function speakerOf(program: Program, language: Language, asOf: string): Speaker {
  const { references, setting } = program;
  const lexicon = lexiconOf(language, setting);
  const bare: Wording = { lexicon, ...namedIn(program) };
  const limited: Wording = { ...bare, limitOf };
  return {
    language,
    asOf,
    lexicon,
    words,
    withLimits: (core) => sentence(core, limited),
    plain: (core) => sentence(core, bare),
    means: (core) => meaning(core, limited),
    plainlyMeans: (core) => meaning(core, bare),
    criterion: (core) => conditionSentence(core, limited),
    denied: (core) => conditionSentence(core, limited, false),
    points: (core) => conditionPoints(core, limited),
    conditions: (core) => conditionPoints(core, limited, true),
    plainCriterion: (core) => conditionSentence(core, bare),
    test: (of, test) => testSentence(of, test, bare),
    value,
    join: (parts) => parts.join(lexicon.comma),
  };

  function words(given: Title | undefined, of?: Dated): string {
    return inLanguage(prose(given, of ? dayWithin(of, asOf) : asOf, program), language);
  }

  function limitOf(name: string): string | undefined {
    const reference = references.get(name);
    if (reference?.kind === 'table') return onlyValueOf(reference);
    if (reference?.kind !== 'parameter') return undefined;
    const edition = inForce(reference.editions, asOf);
    return edition && value(reference, edition.value);
  }

  /** What a table gives on the day, where that is one value whatever it is asked of. */
  function onlyValueOf({ editions, outputs, type }: Table): string | undefined {
    if (outputs.length !== 1 || type.kind === 'boolean') return undefined;
    const rows = inForce(editions, asOf)?.rows ?? [];
    const given = rows.flatMap((row) => row.outputs[0]?.core ?? []);
    const told = given.map((core) =>
      core.kind === 'reference'
        ? limitOf(core.name)
        : core.kind === 'constant'
          ? shown(core.value, type)
          : undefined,
    );
    return new Set(told).size === 1 ? told[0] : undefined;
  }

  function shown(given: Value, type: Type): string {
    const text = formatValue(given, type, lexicon);
    return type.kind === 'text' && !type.words ? lexicon.quote(text) : text;
  }

  function value({ type, counter }: Parameter, number: ParameterValue): string {
    const digits = formatSet(number, type.kind === 'number' ? type.unit : undefined, lexicon);
    return lexicon.pieces(digits, counter?.[language] ?? '');
  }
}
