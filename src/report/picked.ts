import type { Language } from '../base/language.ts';
import { inLanguage, sayIn } from '../base/language.ts';
import type { Workbook } from '../base/workbook.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { Drawn, SampleDrawn } from '../scheme/draw.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { printYaml } from '../yaml/print.ts';
import { csv } from './csv.ts';
import type { SummaryJson } from './json-format.ts';

/** A sample as it goes on record (样本清单), with the population that it was drawn from. */
export interface Pick extends SampleDrawn {
  readonly scheme: Scheme;
  /** `sha256:…` of the text of the scheme. */
  readonly schemeDigest: string;
  readonly population: {
    readonly files: number;
    /** `sha256:…` of its ids, sorted, each with an end of line. */
    readonly digest: string;
    /** Files that the scheme leaves out. */
    readonly outside: NonNullable<SummaryJson['outside']>;
    /** Files that cannot be drawn, since they could not be read or have no id. */
    readonly unread: number;
  };
}

/** The columns of a list, which its readers find it by. */
export const pickedKeys = ['dossier', 'file', 'stratum', 'chance'] as const;

/** A sample as YAML: all that is on record of how it was drawn, then its files. */
export function pickedYaml({ scheme, schemeDigest, population, strata, drawn }: Pick): string {
  const { sample } = scheme.data;
  return printYaml({
    scheme: scheme.data.scheme,
    digest: schemeDigest,
    method: sample?.method ?? 'all',
    ...(sample?.seed !== undefined && { seed: sample.seed }),
    ...(sample?.reason && { reason: sample.reason }),
    population,
    strata,
    picked: drawn.map((one) => ({
      dossier: one.id,
      file: one.file,
      stratum: one.stratum,
      ...(one.chance && { chance: chanceOf(one) }),
    })),
  });
}

/** The files of a sample alone, as a table. */
export function pickedCsv({ drawn }: Pick): string {
  return csv([pickedKeys, ...drawn.map(cellsOf)]);
}

/** A sample as a sheet, with what is on record of it above. */
export function pickedWorkbook(pick: Pick, language: Language): Workbook {
  const { terms } = sayIn(wordbooks, language);
  const { title, scheme: id } = pick.scheme.data;
  const words = terms.pick;
  const widths = { dossier: 26, file: 48, stratum: 34, chance: 12 };
  return {
    sheets: [
      {
        name: words.sheet,
        heading: [words.title(inLanguage(title, language), id), ...pickLines(pick, language)],
        columns: pickedKeys.map((key) => ({ key, title: words.column[key], width: widths[key] })),
        filter: true,
        rows: pick.drawn.map(cellsOf),
      },
    ],
  };
}

/** How a sample was drawn, for people. */
export function pickLines(
  { scheme, population, strata, drawn }: Pick,
  language: Language,
): readonly string[] {
  const { terms } = sayIn(wordbooks, language);
  const words = terms.pick;
  const { method = 'all', seed, reason } = scheme.data.sample ?? {};
  const told = inLanguage(reason, language);
  const how =
    method === 'discretionary'
      ? terms.sampled.discretionary(told)
      : method === 'all'
        ? terms.sampled.all
        : terms.sampled[method](drawn.length, population.files, seed ?? null);
  const isAnyOutside = Object.values(population.outside).some((count) => count > 0);
  return [
    how,
    words.population(population.files, drawn.length, population.digest),
    ...(isAnyOutside ? [terms.outside(population.outside)] : []),
    ...(population.unread > 0 ? [words.unread(population.unread)] : []),
    ...(strata.length > 1
      ? [words.strata(strata.map(({ stratum, files, drawn: own }) => `${stratum} ${own}/${files}`))]
      : []),
  ];
}

function cellsOf(one: Drawn): readonly string[] {
  return [one.id, one.file, one.stratum, chanceOf(one)];
}

/** `60/1200` */
function chanceOf({ chance }: Drawn): string {
  return chance ? `${chance.drawn}/${chance.of}` : '';
}
