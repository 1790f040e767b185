import { inLanguage, type Language, sayIn, textsIn } from '../base/language.ts';
import { oneLine } from '../base/shown.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { pathOf } from '../dossier/path.ts';
import { plainValue } from '../feel/sentence/format.ts';
import { lexiconOf } from '../feel/sentence/lexicon.ts';
import type { Missing } from '../feel/value.ts';
import type { Scored } from '../models/score.ts';
import type { Program } from '../program/ast.ts';
import { add, type Rational } from '../values/rational.ts';
import { modelWords } from '../words/models.ts';
import { csv } from './csv.ts';
import type { ModelScoresJson } from './figures-json.ts';
import type { Paint } from './paint.ts';
import { padded, widthOf } from './width.ts';

/** A file that was scored, and the file itself, in which what is missing is named by its path. */
export interface ScoredFile {
  readonly scored: Scored;
  readonly dossier: Dossier;
}

/** Scores as a person reads them: each file with its points by characteristic. */
export function prettyScores(
  files: readonly ScoredFile[],
  program: Program,
  language: Language,
  paint: Paint,
): string {
  const words = sayIn(modelWords, language);
  const { comma } = lexiconOf(language, program.setting);
  return files.map((file) => `${[head(file), ...body(file)].map(oneLine).join('\n')}\n`).join('\n');

  function head({ scored }: ScoredFile): string {
    const { id, model, day, score, grade } = scored;
    const title = inLanguage(model.entry.data.title, language);
    const told =
      scored.applies === false
        ? paint.dim(words.notFor)
        : score && grade
          ? paint.bold(`${plainValue(score)} ${inLanguage(grade.title, language)}`)
          : paint.yellow(words.cannotTell);
    const late = scored.expired ? ` ${paint.red(words.expired)}` : '';
    return `${paint.bold(id)}  ${title}  ${day ?? '?'}  ${told}${late}`;
  }

  function body(file: ScoredFile): readonly string[] {
    const { scored } = file;
    const { parts, edition, range, reasons, missing } = scored;
    if (scored.applies === false) return [];
    const wide = Math.max(
      0,
      ...parts.map((part) => widthOf(inLanguage(part.characteristic.title, language))),
    );
    const lines = parts.map((part) => {
      const title = padded(inLanguage(part.characteristic.title, language), wide);
      const most = part.points && part.lost ? plainValue(add(part.points, part.lost)) : '';
      const why = part.band?.reason ? `  ${inLanguage(part.band.reason, language)}` : '';
      return part.points
        ? `  ${title}  ${plainValue(part.points).padStart(5)}  ${paint.dim(words.of(most))}${why}`
        : `  ${title}  ${paint.yellow('    ?')}  ${words.lacking(fieldsOf(part.missing, file, comma))}`;
    });
    const known = scored.reasons.map((one) => inLanguage(one, language)).join(comma);
    return [
      ...(scored.applies === undefined ? [`  ${paint.yellow(words.appliesUnknown)}`] : []),
      ...(edition && parts.length > 0
        ? [`  ${padded(words.base, wide)}  ${String(edition.base).padStart(5)}`]
        : []),
      ...lines,
      ...(missing.length > 0
        ? [`  ${paint.yellow(words.lacking(fieldsOf(missing, file, comma)))}`]
        : []),
      ...(range
        ? [
            `  ${words.range(
              plainValue(range[0]),
              plainValue(range[1]),
              scored.grades.map(({ title }) => inLanguage(title, language)).join(comma),
            )}`,
          ]
        : []),
      ...(reasons.length > 0 ? [`  ${words.reasons(known)}`] : []),
    ];
  }
}

/** Scores as data, exact: stable keys, null for what cannot be told. */
export function jsonScores(
  files: readonly ScoredFile[],
  program: Program,
  digest: string,
): ModelScoresJson {
  const { id, version, languages } = program.rulebook.manifest.data;
  const texts = (words: Readonly<Record<string, string>>) =>
    textsIn(languages, (language) => inLanguage(words, language));
  return {
    format: 1,
    rulebook: { id, version, digest },
    files: files.map((file) => {
      const { scored } = file;
      return {
        id: scored.id,
        model: scored.model.name,
        day: scored.day ?? null,
        edition: scored.edition?.from ?? null,
        applies: scored.applies ?? null,
        expired: scored.expired,
        score: exact(scored.score),
        grade: scored.grade?.grade ?? null,
        low: exact(scored.range?.[0] ?? scored.score),
        high: exact(scored.range?.[1] ?? scored.score),
        grades: scored.grades.map(({ grade }) => grade),
        base: scored.edition?.base ?? null,
        characteristics: scored.parts.map((part) => ({
          characteristic: part.characteristic.name,
          title: texts(part.characteristic.title),
          band: part.index === undefined ? null : part.index + 1,
          points: exact(part.points),
          lost: exact(part.lost),
          reason: part.band?.reason ? texts(part.band.reason) : null,
          missing: part.missing.map((one) => pathIn(one, file)),
        })),
        reasons: scored.reasons.map(texts),
        missing: scored.missing.map((one) => pathIn(one, file)),
      };
    }),
  };
}

export function csvScores(
  files: readonly ScoredFile[],
  program: Program,
  language: Language,
): string {
  const words = sayIn(modelWords, language);
  const { comma } = lexiconOf(language, program.setting);
  return csv([
    words.scoreColumns(),
    ...files.map((file) => {
      const { scored } = file;
      return [
        scored.id,
        scored.model.name,
        scored.day ?? '',
        scored.applies === undefined ? '' : String(scored.applies),
        exact(scored.score) ?? '',
        scored.grade?.grade ?? '',
        String(scored.expired),
        scored.reasons.map((one) => inLanguage(one, language)).join(comma),
        scored.missing.map((one) => pathIn(one, file)).join(' '),
      ];
    }),
  ]);
}

function fieldsOf(missing: readonly Missing[], file: ScoredFile, comma: string): string {
  return missing.map((one) => pathIn(one, file)).join(comma);
}

function pathIn({ pointer }: Missing, { dossier, scored }: ScoredFile): string {
  return pointer.startsWith('/')
    ? pathOf(pointer, dossier.root, scored.model.subject.type)
    : pointer;
}

function exact(value: Rational | undefined): string | null {
  return value ? plainValue(value) : null;
}
