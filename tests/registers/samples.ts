import { existsSync, readFileSync } from 'node:fs';

import type { Source } from '../../src/base/source.ts';
import { type Engine, engineOf, type FileToJudge } from '../../src/check/engine.ts';
import { readJson } from '../../src/check/read-json.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import type { Program } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { yamlOf } from '../evaluate/shipped.ts';

/**
 * Runs the rulebooks of this folder against records of the two public registers whose rules they tell anew, where the
 * records are at hand: they are not in this repository.
 */
const vectors = process.env['VECTORS'] ?? '../shared/vectors';

export const isAtHand: boolean = existsSync(`${vectors}/dev-sample.json`);

/** One thing that the samples say of a record: which rules fail of those that are declared. */
export interface Scored {
  readonly id: string;
  readonly wanted: readonly string[];
  readonly found: readonly string[];
}

type Row = Readonly<Record<string, string>>;

/** What both files of samples have of a register. */
interface Register {
  readonly head: Readonly<Record<string, string>>;
  readonly filing?: Readonly<Record<string, string | number>>;
  readonly rows: readonly Row[];
}

interface Samples {
  readonly fields: { readonly lar: readonly string[]; readonly ts: readonly string[] };
  readonly 'hmda-author-assertions': readonly {
    readonly i: number;
    readonly edit: string;
    readonly years: readonly number[];
    readonly expect: 'pass' | 'fail';
    readonly record: string;
  }[];
  readonly 'hmda-years': readonly {
    readonly id: string;
    readonly record: string;
    readonly fails: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly 'hmda-clean': readonly {
    readonly file: string;
    readonly year: string;
    readonly lines: readonly string[];
    readonly fails: readonly (readonly string[])[];
  }[];
  readonly 'sbl-2024': readonly {
    readonly name: string;
    readonly lei: string | null;
    readonly rows: readonly (readonly string[])[];
    readonly fails: readonly (readonly string[])[];
  }[];
}

/** Every record of the samples, by the rules that the two rulebooks have. */
export function scored(): readonly Scored[] {
  return [...mortgages(), ...smallBusiness()];
}

function mortgages(): readonly Scored[] {
  const samples = jsonOf('dev-sample.json') as Samples;
  const { counties, small_counties, tracts } = jsonOf('hmda-reference.json') as {
    readonly counties: readonly string[];
    readonly small_counties: readonly string[];
    readonly tracts: readonly string[];
  };
  const small = new Set(small_counties);
  const register = registerOf('tests/registers/mortgages', {
    'codes/counties.csv': ['county,small', ...counties.map((one) => `${one},${small.has(one)}`)],
    'codes/tracts.csv': ['tract', ...tracts],
  });
  const { lar, ts } = samples.fields;
  const headOf = (year: string, lei: string): Register['head'] => ({ calendar_year: year, lei });
  const ofRecord = (record: string, year: string): Register => {
    const row = named(lar, record.split('|'));
    return { head: headOf(year, row['lei'] ?? ''), rows: [row] };
  };
  const asserted = samples['hmda-author-assertions'].flatMap(({ i, edit, years, expect, record }) =>
    register.has(edit)
      ? years.map((year): Scored => {
          const [fails = []] = register.failing(ofRecord(record, String(year)));
          return {
            id: `assertion ${i} ${edit} ${year}`,
            wanted: expect === 'fail' ? [edit] : [],
            found: fails.filter((id) => id === edit),
          };
        })
      : [],
  );
  const years = samples['hmda-years'].flatMap(({ id, record, fails }) =>
    Object.entries(fails).map(([year, wanted]): Scored => {
      const dated = record
        .split('|')
        .map((value) => (/^2024\d{4}$/u.test(value) ? year + value.slice(4) : value));
      const [found = []] = register.failing(ofRecord(dated.join('|'), year));
      return { id: `${id} ${year}`, wanted: wanted.filter(register.has).toSorted(), found };
    }),
  );
  const clean = samples['hmda-clean'].flatMap(({ file, year, lines, fails }) => {
    const [head = '', ...rows] = lines;
    const found = register.failing({
      head: named(ts, head.split('|')),
      rows: rows.map((row) => named(lar, row.split('|'))),
    });
    return fails.map((wanted, index): Scored => ({
      id: `${file} ${year} ${index + 1}`,
      wanted: wanted.filter(register.has).toSorted(),
      found: found[index] ?? [],
    }));
  });
  return [...asserted, ...years, ...clean];
}

function smallBusiness(): readonly Scored[] {
  const samples = jsonOf('dev-sample.json') as Samples;
  const { columns, reference } = jsonOf('sbl-validations.json') as {
    readonly columns: readonly string[];
    readonly reference: {
      readonly naics_3digit: readonly string[];
      readonly census_tracts_valid: readonly string[];
    };
  };
  const register = registerOf('tests/registers/small-business', {
    'codes/industries.csv': ['industry', ...reference.naics_3digit],
    'codes/tracts.csv': ['tract', ...reference.census_tracts_valid],
  });
  return samples['sbl-2024'].flatMap(({ name, lei, rows, fails }) => {
    const found = register.failing({
      head: { file: name, ...(lei !== null && { lei }) },
      rows: rows.map((row) => named(columns, row)),
    });
    return fails.map((wanted, index): Scored => ({
      id: `${name} ${index}`,
      wanted: wanted.filter(register.has).toSorted(),
      found: found[index] ?? [],
    }));
  });
}

/** A rulebook of this folder with the code sets of the samples, as what it says of registers. */
function registerOf(folder: string, codes: Readonly<Record<string, readonly string[]>>) {
  const read = rulebookFolder(folder).folder;
  const files = new Map<string, Source>(read.files);
  for (const [path, lines] of Object.entries(codes)) {
    files.set(path, { name: path, text: `${lines.join('\n')}\n` });
  }
  const { value: program, diagnostics } = readRulebook({ ...read, files });
  if (!program) throw new Error(`${folder} is no rulebook: ${JSON.stringify(diagnostics)}`);
  const engine = engineOf(program, runGenerated);
  const declared = new Set(program.rules.filter(({ rows }) => rows).map(({ id }) => id));
  return {
    has: (id: string) => declared.has(id),
    failing: (register: Register) => failing(register, program, engine),
  };
}

/** Of each row, the rules that it fails, in the order of the alphabet. */
function failing(
  { head, filing, rows }: Register,
  program: Program,
  engine: Engine,
): readonly (readonly string[])[] {
  const numbers = numbersOf(program);
  const text = `{"filing":${JSON.stringify(filing ?? {})},"head":${recordOf(head, numbers)},"rows":[${rows
    .map((row) => recordOf(row, numbers))
    .join(',')}]}`;
  const plain = program.subjects.get('register')?.type.fields.has('filing')
    ? text
    : text.replace('"filing":{},', '');
  const [judgement] = engine.judge([fileOf(plain, program, engine)], {});
  const found = rows.map((): string[] => []);
  for (const { rule, status, row } of judgement?.outcomes ?? []) {
    if (status === 'fail' && row !== undefined) found[row - 1]?.push(rule);
  }
  return found.map((ids) => ids.toSorted());
}

/** A register as the engine reads it: in one go, or with care where it has more digits than that keeps. */
function fileOf(text: string, program: Program, engine: Engine): FileToJudge {
  const loaded = readJson({ name: 'register.json', text }, engine, 'register');
  if (loaded) return loaded;
  const subject = program.subjects.get('register');
  const { value: dossier, diagnostics } = subject
    ? dossierFromYaml(yamlOf(text, 'register.json'), subject.type)
    : { value: undefined, diagnostics: [] };
  if (!subject || !dossier || diagnostics.length > 0)
    throw new Error(
      `not as its schema asks: ${JSON.stringify(diagnostics.map(({ code }) => code))}`,
    );
  return { subject, dossier };
}

/** Fields that hold a number where what is written is one. */
function numbersOf(program: Program): ReadonlySet<string> {
  const [rows] = [...program.rows.values()];
  const head = rows?.of.type.fields.get('head')?.type;
  const records = [rows?.variable.type, head].flatMap((type) =>
    type?.kind === 'context' ? [...type.fields.values()] : [],
  );
  const isNumber = (kinds: readonly { readonly kind: string }[]) =>
    kinds.some(({ kind }) => kind === 'number');
  return new Set(
    records.flatMap(({ name, type }) =>
      isNumber(type.kind === 'union' ? type.of : [type]) ? [name] : [],
    ),
  );
}

/** JSON of a record, each number with the digits that it was written with. */
function recordOf(record: Row, numbers: ReadonlySet<string>): string {
  const entries = Object.entries(record).map(([name, value]) => {
    const isNumber = numbers.has(name) && /^-?(0|[1-9]\d*)(\.\d+)?$/u.test(value);
    return `${JSON.stringify(name)}:${isNumber ? value : JSON.stringify(value)}`;
  });
  return `{${entries.join(',')}}`;
}

function named(names: readonly string[], values: readonly string[]): Row {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}

function jsonOf(file: string): unknown {
  return JSON.parse(readFileSync(`${vectors}/${file}`, 'utf8'));
}
