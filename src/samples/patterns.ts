import { filesOfCase } from '../cases/files.ts';
import { readingOf } from '../cases/fields-read.ts';
import type { Engine } from '../check/engine.ts';
import type { Core } from '../feel/core.ts';
import { mainSubject, type Program, type ProgramRule, type Subject } from '../program/ast.ts';
import { partsOf } from '../program/walk.ts';
import { plainOf, type Yaml } from '../yaml/tree.ts';
import { foundIn } from './judged.ts';
import { type Plain, plainAt } from './plain.ts';
import { faultsOfStep } from './process-faults.ts';
import { randomFrom } from './random.ts';
import { newDrawing } from './replacing.ts';
import { type Template, templateOf, unchanged } from './template.ts';

/** Files to make others of: one, or those that break a rule together. */
export interface Pattern {
  readonly template: Template;
  /** The rule that they are to break; none for a sound file. */
  readonly fault: string | undefined;
  /** What is found in them, as `Found` has it: in those made of them the same is found. */
  readonly findings: string;
}

/** No more patterns are looked for than so many that break one rule and no other, or so many that break others too. */
const enough = { alone: 3, besides: 12 };

const drawing = newDrawing(0);

/** What patterns are looked for in. */
interface Sought {
  readonly program: Program;
  readonly engine: Engine;
  readonly subject: Subject;
  /** Only files of this product. */
  readonly product: string | undefined;
}

/** What files are made of. */
export interface Ground extends Sought {
  /** The patterns that break a rule; of sound files where none is named. They are looked for once. */
  readonly patterns: (fault?: string) => readonly Pattern[];
}

/** Undefined for a rulebook without subjects. */
export function groundOf(engine: Engine, product?: string): Ground | undefined {
  const { program } = engine;
  const subject = mainSubject(program.subjects);
  if (!subject) return undefined;
  const sought: Sought = { program, engine, subject, product };
  const known = new Map<string | undefined, readonly Pattern[]>();
  return {
    ...sought,
    patterns: (fault) => {
      const patterns = known.get(fault) ?? patternsFor(sought, fault);
      known.set(fault, patterns);
      return patterns;
    },
  };
}

/** The rules that files of the main subject may break: those beside the steps, and those that the process asks. */
export function faultsIn({ program, subject }: Sought): readonly string[] {
  return [
    ...program.rules.filter((rule) => rule.subject === subject).map(({ id }) => id),
    ...program.process.map(({ id }) => id),
  ];
}

/**
 * The base files of a rulebook that are sound, or files that break a rule and the fewest others besides.
 *
 * They are those of the failing cases of the rule. What a step asks has no cases: sound files are changed in one of
 * the ways that may break it, and those of its gates' failing cases are tried.
 */
function patternsFor(sought: Sought, fault: string | undefined): readonly Pattern[] {
  const { program, engine, subject, product } = sought;
  const rule = program.rules.find(({ id }) => id === fault);
  const joining = rule?.group ? namesReadBy(rule, program) : new Set<string>();
  const found: (Pattern & { readonly count: number })[] = [];
  for (const files of candidatesFor(sought, fault)) {
    const isOfProduct = files.every(
      (file) => product === undefined || plainAt(file, subject.file.product) === product,
    );
    if (!isOfProduct) continue;
    const template = templateOf(files, subject, program.calendar, joining);
    // as they are made, and not as they were written: other people may take a finding along
    const own = foundIn(template.texts(0, unchanged, randomFrom(''), drawing), engine, subject);
    const isWanted = fault === undefined ? own?.isSound : own?.failures.has(fault);
    if (!own || isWanted !== true) continue;
    const { findings, count } = own;
    found.push({ template, fault, findings, count });
    const alone = found.filter((one) => one.count === files.length);
    const isEnough = alone.length === enough.alone || found.length === enough.besides;
    if (fault !== undefined && isEnough) break;
  }
  const fewest = Math.min(...found.map(({ count }) => count));
  return found.filter(({ count }) => count === fewest);
}

function* candidatesFor(ground: Sought, fault: string | undefined): Generator<readonly Plain[]> {
  const { program, subject } = ground;
  const rule = program.rules.find(({ id }) => id === fault);
  if (rule) return yield* failing(program, rule);
  const step = program.process.find(({ id }) => id === fault);
  for (const yaml of program.rulebook.dossiers.values()) {
    const file = plainData(yaml);
    if (!step) yield [file];
    else if (isSound(file, ground))
      for (const changed of faultsOfStep(file, step, subject, program)) yield [changed];
  }
  const gates = step?.facet === 'gate' ? gatesBefore(step.step.id, program) : [];
  for (const gate of gates) yield* failing(program, gate);
}

function isSound(file: Plain, { engine, subject }: Sought): boolean {
  return foundIn([JSON.stringify(file)], engine, subject)?.isSound === true;
}

/** The rules that have to be met before a step. */
function gatesBefore(step: string, { steps, rules }: Program): readonly ProgramRule[] {
  const before = steps.slice(
    0,
    steps.findIndex(({ id }) => id === step),
  );
  const gates = new Set(before.flatMap(({ editions }) => editions.flatMap(({ gate }) => gate)));
  return rules.filter(({ id }) => gates.has(id));
}

/** The files of the cases in which a rule fails. */
function* failing(program: Program, rule: ProgramRule): Generator<readonly Plain[]> {
  const { cases } = rule.rule;
  for (const [index, one] of cases?.data.cases.entries() ?? []) {
    if (!cases || one.expect !== 'fail') continue;
    const files = filesOfCase(program, rule, cases, one, index);
    if (files.every(({ faults }) => faults.length === 0))
      yield files.map(({ yaml }) => plainData(yaml));
  }
}

/** The names of the fields that a rule reads, those by which it groups files too. */
function namesReadBy(rule: ProgramRule, program: Program): ReadonlySet<string> {
  const names = new Set([...readingOf(rule, program).fields].map(({ name }) => name));
  if (rule.group) follow(rule.group.by.core);
  return names;

  function follow(core: Core): void {
    if (core.kind === 'field') names.add(core.field.name);
    partsOf(core).forEach(follow);
  }
}

/** As the file would be read from JSON: no prototype, no places. */
function plainData(yaml: Yaml): Plain {
  return JSON.parse(JSON.stringify(plainOf(yaml))) as Plain;
}
