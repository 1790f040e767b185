import type { Program, Subject } from '../program/ast.ts';
import { divide, printRational, type Rational, whole } from '../values/rational.ts';
import { type Band, isExact } from './band.ts';
import { sheetId } from './objections.ts';
import type { Appraised, Sheet } from './sheet.ts';

/** What a field of a record holds; a number as it is written. */
type Field = string | boolean | { readonly number: string } | readonly Fields[];
type Fields = ReadonlyMap<string, Field>;

/** The subject of a rulebook that is a record of appraisals; undefined where it has none. */
export function recordSubject({ subjects }: Pick<Program, 'subjects'>): Subject | undefined {
  return [...subjects.values()].find(({ file }) => file.appraised !== undefined);
}

/**
 * An appraisal as a record of the rulebook, for its rules to judge, in JSON. What is open, or was not told, is left out
 * of it, and so is unknown to them.
 */
export function appraisalRecord(
  appraised: Appraised,
  sheet: Sheet,
  { name, file }: Subject,
): string {
  const { appraisal, from, until, isByLedger } = appraised;
  const { appraised: paths } = file;
  if (!paths) return '{}';
  const { measures: list, categories } = paths;
  const violations = sheet.violations.filter(({ why }) => why === undefined);
  const told: readonly (readonly [string, Field | undefined])[] = [
    [file.id, sheetId(appraised, sheet.officer).replaceAll('|', '-')],
    [paths.family, appraisal.entry.data.family],
    [paths.officer, sheet.officer],
    [paths.from, from],
    [paths.until, until],
    [paths.violated, isByLedger ? violations.length > 0 : undefined],
    [paths.redLine, isByLedger && sheet.redLine !== 'open' ? sheet.redLine : undefined],
    [paths.points, isByLedger ? exact(sheet.points.counted) : undefined],
    [paths.rewards, exact(sheet.rewards.counted)],
    [paths.result, sheet.result && exact(sheet.result)],
    [
      list.list,
      sheet.measures.map(({ of, figure }): Fields => {
        const { ends } = figure ?? {};
        const value = ends && exact({ low: ends[0], high: ends[1] });
        const weight = divide(of.weight, whole(100)) ?? of.weight;
        return known([
          [list.code, of.measure.name],
          [list.category, categories[of.category]],
          [list.weight, numeral(weight)],
          [list.value, value],
        ]);
      }),
    ],
  ];
  return json(nested(known([['subject', name], ...told])));
}

function known(fields: readonly (readonly [string, Field | undefined])[]): Fields {
  return new Map(
    fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

function exact(band: Band): Field | undefined {
  return isExact(band) ? numeral(band.low) : undefined;
}

function numeral(value: Rational): Field {
  return { number: printRational(value) };
}

type Tree = Field | ReadonlyMap<string, Tree>;

/** Paths of one or two names as records inside of one another. */
function nested(fields: Fields): ReadonlyMap<string, Tree> {
  const tree = new Map<string, Map<string, Tree> | Field>();
  for (const [path, value] of fields) {
    const [first = '', second] = path.split('.');
    const inside = tree.get(first);
    if (second === undefined) tree.set(first, value);
    else if (inside instanceof Map) inside.set(second, value);
    else tree.set(first, new Map([[second, value]]));
  }
  return tree;
}

function json(tree: Tree): string {
  if (tree instanceof Map)
    return `{${[...tree].map(([name, value]) => `${JSON.stringify(name)}:${json(value as Tree)}`).join(',')}}`;
  if (typeof tree === 'object' && 'number' in tree) return tree.number;
  if (Array.isArray(tree)) return `[${tree.map((one: Tree) => json(one)).join(',')}]`;
  return JSON.stringify(tree);
}
