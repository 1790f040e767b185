import type { Dossier } from '../dossier/dossier.ts';
import { dayOf } from '../evaluate/day.ts';
import { momentOf, newSession, type Session } from '../evaluate/session.ts';
import { traceOf, valueOf } from '../evaluate/value.ts';
import { type Core, unwritten } from '../feel/core.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import { isKind, type Missing, type Value } from '../feel/value.ts';
import {
  inForce,
  type Expression,
  type Model,
  type ModelCharacteristic,
  type Program,
} from '../program/ast.ts';
import type { ModelBandFile, ModelEditionFile, ModelGradeFile, Words } from '../rulebook/files.ts';
import { add, compare, parseRational, type Rational, subtract, zero } from '../values/rational.ts';

/** What a model says of one file. */
export interface Scored {
  readonly id: string;
  readonly model: Model;
  /** ISO; undefined where nobody can tell on which day it is scored. */
  readonly day: string | undefined;
  /** The edition in force on the day. */
  readonly edition: ModelEditionFile | undefined;
  /** Whether the model is for this file; undefined where that cannot be told. */
  readonly applies: boolean | undefined;
  readonly score: Rational | undefined;
  readonly grade: ModelGradeFile | undefined;
  /** Where the score cannot be told: between which it lies, every band of what is unknown being possible. */
  readonly range: readonly [Rational, Rational] | undefined;
  /** The grades that it may come to, from the best. */
  readonly grades: readonly ModelGradeFile[];
  readonly parts: readonly ScoredPart[];
  /** What cost points, the most costly first. */
  readonly reasons: readonly Words[];
  /** What the score wants, without repetition. */
  readonly missing: readonly Missing[];
  /** The last day of validation lies before the day. */
  readonly expired: boolean;
}

/** What a characteristic adds to a score. */
export interface ScoredPart {
  readonly characteristic: ModelCharacteristic;
  /** Which of the bands of the edition, counted from 0; undefined where that cannot be told. */
  readonly index: number | undefined;
  readonly band: ModelBandFile | undefined;
  readonly points: Rational | undefined;
  /** Points that the best of its bands would give beyond these. */
  readonly lost: Rational | undefined;
  readonly missing: readonly Missing[];
}

/** A file as a model reads it: what it asks is worked out on the day of the score. */
export interface ModelFileReading {
  readonly scored: Scored;
  readonly session: Session;
}

/**
 * Scores a file by a model, exactly; what cannot be told has no figure.
 *
 * @param by - a day whose edition is used in place of that of the file's own day, ISO
 */
export function scored(
  program: Program,
  model: Model,
  { id, dossier }: { readonly id: string; readonly dossier: Dossier },
  by?: string,
): ModelFileReading {
  const session = newSession(program, dossier, model.subject);
  const dayRead = dayOf(valueOf(model.asOf, momentOf(session, undefined)), program.setting.zone);
  const day = typeof dayRead === 'string' ? dayRead : undefined;
  const applied = model.when ? valueOf(model.when, momentOf(session, day)) : true;
  const applies = typeof applied === 'boolean' ? applied : undefined;
  // of a file that it is not for a model says nothing, whatever could be computed
  const on = applies === false ? undefined : (by ?? day);
  const edition = on === undefined ? undefined : inForce(model.entry.data.editions, on);
  const parts = edition
    ? model.characteristics
        .filter(({ name }) => edition.points[name])
        .map((characteristic) => partOf(characteristic, edition))
    : [];
  const score = on === undefined ? undefined : numberOf(named(model.name));
  const gradeRead = on === undefined ? undefined : named(model.names.grade);
  const grade = edition?.grades.find((one) => one.grade === gradeRead);
  const range = edition && !score ? rangeOf(edition, parts) : undefined;
  const missing = distinct([
    ...(typeof dayRead === 'string' ? [] : dayRead.missing),
    ...missingOf(applied),
    ...(on === undefined ? [] : missingOf(named(model.name))),
  ]);
  return {
    session,
    scored: {
      id,
      model,
      day,
      edition,
      applies,
      score,
      grade,
      range,
      grades: edition ? gradesWithin(edition, score ? [score, score] : range) : [],
      parts,
      reasons: parts
        .filter(({ band, lost }) => band?.reason && lost && compare(lost, zero) > 0)
        .toSorted((a, b) => compare(b.lost ?? zero, a.lost ?? zero))
        .flatMap(({ band }) => (band?.reason ? [band.reason] : [])),
      missing,
      expired: edition !== undefined && day !== undefined && edition.validUntil < day,
    },
  };

  function named(name: string): Value {
    return traceOf(referenceTo(name, program), momentOf(session, on)).value;
  }

  function partOf(characteristic: ModelCharacteristic, of: ModelEditionFile): ScoredPart {
    const bands = of.points[characteristic.name] ?? [];
    const value = named(characteristic.points);
    const points = numberOf(value);
    const code = named(characteristic.band);
    const index = typeof code === 'string' ? Number(code.split('-').at(-1)) - 1 : undefined;
    const most = highest(bands);
    return {
      characteristic,
      index,
      band: index === undefined ? undefined : bands[index],
      points,
      lost: points && most && subtract(most, points),
      missing: missingOf(value),
    };
  }
}

/** What an expression of a model comes to for a file, on the day of its score. */
export function askedOf(
  expression: Expression,
  { scored: { day }, session }: ModelFileReading,
): Value {
  return valueOf(expression, momentOf(session, day));
}

export function missingOf(value: Value): readonly Missing[] {
  return isUnknown(value) ? value.missing : [];
}

/** A name as an expression would have it. */
function referenceTo(name: string, { references }: Program): Core {
  const reference = references.get(name);
  return reference
    ? { kind: 'reference', what: reference.kind, name, type: reference.type, span: unwritten }
    : { kind: 'constant', value: null, type: { kind: 'any' }, span: unwritten };
}

function numberOf(value: Value): Rational | undefined {
  return isKind(value, 'number') ? value : undefined;
}

/** A number of a model file, as it is written there. */
export function exactly(given: number): Rational {
  return parseRational(String(given)) ?? zero;
}

function highest(bands: readonly ModelBandFile[]): Rational | undefined {
  return bands
    .map(({ points }) => exactly(points))
    .reduce<Rational | undefined>((a, b) => (a && compare(a, b) >= 0 ? a : b), undefined);
}

function lowest(bands: readonly ModelBandFile[]): Rational | undefined {
  return bands
    .map(({ points }) => exactly(points))
    .reduce<Rational | undefined>((a, b) => (a && compare(a, b) <= 0 ? a : b), undefined);
}

function rangeOf(
  edition: ModelEditionFile,
  parts: readonly ScoredPart[],
): readonly [Rational, Rational] {
  const base = exactly(edition.base);
  return [lowest, highest].map((end) =>
    parts.reduce(
      (sum, { characteristic, points }) =>
        add(sum, points ?? end(edition.points[characteristic.name] ?? []) ?? zero),
      base,
    ),
  ) as [Rational, Rational];
}

function gradesWithin(
  { grades }: ModelEditionFile,
  range: readonly [Rational, Rational] | undefined,
): readonly ModelGradeFile[] {
  if (!range) return grades;
  const [low, high] = range;
  return grades.filter(({ from }, index) => {
    const above = grades[index - 1]?.from;
    const begins = from === undefined || compare(exactly(from), high) <= 0;
    return begins && (above === undefined || compare(low, exactly(above)) < 0);
  });
}

function distinct(missing: readonly Missing[]): readonly Missing[] {
  return [...new Map(missing.map((one) => [one.pointer, one])).values()];
}
