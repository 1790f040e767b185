import { dossierFromYaml } from '../dossier/from-yaml.ts';
import { judge } from '../evaluate/judge.ts';
import { mainSubject, type Program, type ProgramRule, type Subject } from '../program/ast.ts';
import { parseYaml } from '../yaml/parse.ts';
import { plainOf, type Yaml } from '../yaml/tree.ts';
import { filesOfCase } from '../cases/files.ts';
import { randomFrom } from './random.ts';
import { type Plain, varied, type Variation } from './vary.ts';

/** A file to make others of, and the rule it is to break; none for a sound one. */
export interface Pattern {
  readonly file: Plain;
  readonly fault: string | undefined;
  /** All the rules it fails, in order: those made of it fail the same. */
  readonly failures: readonly string[];
}

/** A file that was made. */
export interface Sample {
  readonly id: string;
  readonly file: Plain;
  readonly fault: string | undefined;
}

/** How often other amounts and days are tried before fewer things are changed. */
const tries = 12;

/**
 * The base files of a rulebook that are sound, or those of a rule's failing cases that break the fewest rules besides.
 *
 * @param product - only files of this product
 */
export function patternsFor(
  program: Program,
  fault: ProgramRule | undefined,
  product: string | undefined,
): readonly Pattern[] {
  const subject = mainSubject(program.subjects);
  if (!subject) return [];
  const files = fault ? failing(program, fault) : [...program.rulebook.dossiers.values()];
  const found = files.flatMap((yaml): readonly Pattern[] => {
    const file = plainData(yaml);
    if (product !== undefined && at(file, subject.file.product) !== product) return [];
    const failures = failuresOf(file, program, subject);
    const isWanted = fault ? failures?.includes(fault.id) : failures?.length === 0;
    return failures && isWanted === true ? [{ file, fault: fault?.id, failures }] : [];
  });
  const fewest = Math.min(...found.map(({ failures }) => failures.length));
  return found.filter(({ failures }) => failures.length === fewest);
}

/**
 * The sample with a number: the same for the same patterns, seed and number.
 *
 * Amounts, days and people are drawn until the file is judged as it should be: the last to be tried changes only
 * who is in it, which no rule can mind.
 */
export function sampleOf(
  patterns: readonly Pattern[],
  seed: number,
  number: number,
  program: Program,
): Sample | undefined {
  const subject = mainSubject(program.subjects);
  const random = randomFrom(`${seed}/${number}`);
  const pattern = patterns[number % patterns.length];
  if (!subject || !pattern) return undefined;
  const tag = `${seed}-${String(number + 1).padStart(4, '0')}`;
  const asOf = at(pattern.file, subject.file.sample?.day);
  const day = typeof asOf === 'string' ? asOf : undefined;
  for (let attempt = 0; attempt < 2 * tries; attempt += 1) {
    const variation = drawn(attempt);
    const file = varied(pattern.file, subject, variation, random, tag, day, program.calendar);
    const failures = failuresOf(file, program, subject);
    if (failures?.join() !== pattern.failures.join()) continue;
    const id = at(file, subject.file.id);
    return { id: typeof id === 'string' ? id : tag, file, fault: pattern.fault };
  }
  return undefined;

  function drawn(attempt: number): Variation {
    const last = attempt === 2 * tries - 1;
    return {
      percent: last ? 100 : random.whole(60, 120),
      workingDays: attempt < tries ? random.whole(-18, 15) : 0,
      birthDays: last ? 0 : random.whole(-1500, 1500),
    };
  }
}

/** The rules that a file fails, in order; undefined for one that is malformed, or fails none and does not pass either. */
function failuresOf(
  file: Plain,
  program: Program,
  subject: Subject,
): readonly string[] | undefined {
  const { value: yaml } = parseYaml({ name: 'sample.json', text: JSON.stringify(file) });
  if (!yaml) return undefined;
  const { value: dossier, diagnostics } = dossierFromYaml(yaml, subject.type);
  if (!dossier || diagnostics.length > 0) return undefined;
  const { verdict, outcomes } = judge(program, subject, dossier, {});
  const failed = outcomes.filter(({ status }) => status === 'fail').map(({ rule }) => rule);
  return failed.length === 0 && verdict !== 'pass' ? undefined : [...new Set(failed)].toSorted();
}

/** The files of the cases in which a rule fails. */
function failing(program: Program, rule: ProgramRule): readonly Yaml[] {
  const { cases } = rule.rule;
  if (!cases) return [];
  return cases.data.cases.flatMap((one, index) => {
    if (one.expect !== 'fail' || one.dossiers) return [];
    return filesOfCase(program, rule, cases, one, index).filter((file) => typeof file !== 'string');
  });
}

/** As the file would be read from JSON: no prototype, no places. */
function plainData(yaml: Yaml): Plain {
  return JSON.parse(JSON.stringify(plainOf(yaml))) as Plain;
}

/** The value at a dotted path. */
function at(file: Plain, path: string | undefined): Plain | undefined {
  let here: Plain | undefined = file;
  for (const name of path?.split('.') ?? []) {
    if (typeof here !== 'object' || here === null || Array.isArray(here)) return undefined;
    here = Object.hasOwn(here, name)
      ? (here as { readonly [key: string]: Plain })[name]
      : undefined;
  }
  return here;
}
