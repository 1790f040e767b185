import { keysOf } from '../base/pointer.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { dossierFromYaml } from '../dossier/from-yaml.ts';
import { verifiedNone } from '../dossier/verified.ts';
import type { Answers } from '../evaluate/outcome.ts';
import { newSession, type Session } from '../evaluate/session.ts';
import type { Field } from '../feel/types.ts';
import { planOf } from '../plan/from-program.ts';
import type { Plan, PlannedRule } from '../plan/plan.ts';
import { partsOfRule, visitParts } from '../plan/walk.ts';
import { partsOf as partsOfProgram } from '../cases/faults.ts';
import type { ProcessRule, Program, ProgramRule, Subject } from '../program/ast.ts';
import { calendarOf } from '../run/compile.ts';
import { parseYaml } from '../yaml/parse.ts';
import { at, plainOf } from '../yaml/tree.ts';
import { printYaml } from '../yaml/print.ts';
import { newEncoder } from './encode/encoder.ts';
import { asMany, likenesses } from './likeness.ts';
import { learnt, type Opaque } from './opaque.ts';
import { applies, type EditionTerms, editionsOf, fails, objects, some } from './rule.ts';
import { newScript } from './script.ts';
import { type Answer, type Ask, fresh, type Solver } from './solver.ts';
import { and, not, or, type Term, type Trit } from './term.ts';
import { plainIn, textsIn, type Witness } from './witness.ts';
import { newWorld, type Place, type World } from './world.ts';

/** Rules of one subject as terms, and who is asked about them. */
export interface Stage {
  readonly world: World;
  readonly opaque: () => readonly Opaque[];
  /** The editions of a rule; undefined where it has no plan. */
  readonly of: (id: string, side?: number) => readonly EditionTerms[] | undefined;
  /** That a rule finds something, or cannot tell; false where it has no plan. */
  readonly objects: (id: string) => Term;
  /** What every rule requires is true or false where it applies, and not only absent. */
  readonly told: () => Term;
  readonly ask: Ask;
  readonly assert: (term: Term) => void;
}

/** What came of looking for a file. */
export type Found =
  /** There is none; `within`: with lists of so many records at most. */
  | { readonly kind: 'none'; readonly within: number | undefined }
  | { readonly kind: 'some'; readonly witness: JudgedWitness }
  | { readonly kind: 'undecided'; readonly why: readonly Undecided[] };

/** Why a question is left open. */
export type Undecided =
  | { readonly kind: 'steps' }
  /** A function that the solver does not know. */
  | { readonly kind: 'function'; readonly name: string }
  /** There is no file with lists of so many records at most; of longer ones nobody knows. */
  | { readonly kind: 'records'; readonly records: number }
  /** A rule that has no plan. */
  | { readonly kind: 'unplanned' }
  /** The engine judged the file otherwise: a fault of this program. */
  | { readonly kind: 'disagreement'; readonly text: string };

/** A file that was found, and judged by the engine before it is shown. */
export interface JudgedWitness {
  /** YAML. */
  readonly text: string;
  readonly today: string | undefined;
}

/** Whether the engine says of a file what was looked for; a session for each side. */
export type Confirm = (session: Session, other: Session) => boolean;

/** Rules of a program. A second one is a program that is compared with the first, over the same files. */
export interface Side {
  readonly program: Program;
  readonly subject: Subject;
  readonly rules: readonly ProgramRule[];
  /** What steps ask. */
  readonly process?: readonly ProcessRule[];
}

/** What a person has to tell is told to be in order: questions are about what the data say. */
const answers: Answers = () => ({
  answer: 'pass',
  name: '',
  date: '',
  page: undefined,
  remark: undefined,
});

/** Records that lists have at first, and where that finds nothing. */
const boundsTried = [1, 2, 4, 8] as const;
export const mostRecords: number = boundsTried.at(-1) ?? 0;
/** Values of a list of values, at most. */
const mostValues = 12;
/** Times that functions are computed and the solver asked again. */
const mostRounds = 6;

/** Asks about some rules of a subject: first with short lists, then with longer ones. */
export interface Prover {
  /**
   * Looks for a file.
   *
   * @param wanted - what is to hold of it; undefined where the rules have no plan
   */
  readonly find: (wanted: (stage: Stage) => Term | undefined, confirm: Confirm) => Promise<Found>;
  /** Looks for a file that is as another wherever it may be. */
  readonly near: (like: Like, wanted: (stage: Stage) => Term) => Promise<Near>;
}

/** What a file is to be like. */
export interface Like {
  readonly dossier: Dossier;
  /** Fields that may rather differ than others. */
  readonly free: ReadonlySet<Field>;
  /** Whether the engine says of the file what was looked for. */
  readonly confirm: (dossier: Dossier, today: string | undefined) => boolean;
}

/** `other`: a file was found, and the engine says something else of it. */
export type Near =
  | { readonly kind: 'some'; readonly witness: JudgedWitness }
  | { readonly kind: 'other' | 'none' };

/** @param known - files that may be examples: where one is, nobody else is asked */
export function newProver(
  sides: readonly [Side, ...Side[]],
  solver: Solver,
  known: readonly Dossier[] = [],
): Prover {
  const [{ program, subject }] = sides;
  const plans = plansOf(sides);
  const rules = plans.map((plan) => plan.rules.filter((rule) => rule.kind === 'planned'));
  const words = plans.at(-1)?.words ?? new Map<string, number>();
  const counted = countedIn(rules.flat());
  // what fails for want of something may not, and cannot be told: the terms say more than the engine does
  const loose = rules.flat().some(failsForWant) ? ['ifAbsent'] : [];
  const stages: Stage[] = [];
  return { find, near };

  async function find(
    wanted: (stage: Stage) => Term | undefined,
    confirm: Confirm,
  ): Promise<Found> {
    const example = known.find((dossier) =>
      isSo(
        sides.map(() => dossier),
        undefined,
        confirm,
      ),
    );
    if (example) {
      const text = printYaml(plainOf(example.yaml));
      return { kind: 'some', witness: { text, today: undefined } };
    }
    let found: Found = { kind: 'none', within: undefined };
    for (const [index, bound] of boundsTried.entries()) {
      const stage = await stageOf(index, bound);
      const term = wanted(stage);
      if (term === undefined) return { kind: 'undecided', why: [{ kind: 'unplanned' }] };
      const next = await search(stage, term, bound, confirm);
      // what is proved of shorter lists is so though longer ones take too many steps
      if (next.kind === 'undecided' && bound === mostRecords) return found;
      found = next;
      if (found.kind !== 'none' || found.within === undefined) return found;
    }
    return found;
  }

  async function near(
    { dossier, free, confirm }: Like,
    wanted: (stage: Stage) => Term,
  ): Promise<Near> {
    const under = plainIn(plainOf(dossier.yaml));
    const length = ({ pointer }: Place): number => {
      const { yaml, whole } = at(dossier.yaml, keysOf(pointer));
      return whole && yaml.kind === 'list' ? yaml.items.length : 0;
    };
    const stage = await newStage(boundsTried.length, (list) => Math.max(1, length(list)));
    const { world, ask, assert, opaque } = stage;
    const term = wanted(stage);
    const none = new Set(textsIn(under[verifiedNone]));
    for (let round = 0; round < mostRounds; round += 1) {
      const likes = [...likenesses(world, dossier.root, none)];
      const byFreedom = likes.toSorted(
        (a, b) => Number(free.has(a.field)) - Number(free.has(b.field)),
      );
      const wishes = [not(world.today.known), ...byFreedom.map(({ holds }) => holds)];
      const kept = await asMany(ask, [term, world.texts(), world.within()], wishes);
      const answer = await ask(...kept);
      if (answer.kind !== 'some') return { kind: 'none' };
      const witness = world.fileOf(answer.model, under);
      const text = printYaml(witness.dossier);
      const read = readDossier(text, program, subject);
      if (read && confirm(read, witness.today))
        return { kind: 'some', witness: { text, today: witness.today } };
      const { facts } = learnt(opaque(), answer.model);
      if (facts.length === 0) break;
      facts.forEach(assert);
    }
    return { kind: 'other' };
  }

  async function stageOf(index: number, bound: number): Promise<Stage> {
    const most = (list: Place): number => elementsOf(list, Math.max(bound, counted));
    const stage = stages[index] ?? (await newStage(index, most));
    stages[index] = stage;
    return stage;
  }

  /** @param most - elements that a list may have */
  async function newStage(index: number, most: (list: Place) => number): Promise<Stage> {
    const script = newScript();
    const { zone } = program.setting;
    const offset = zone.kind === 'offset' ? zone.offset : 0;
    const world = newWorld(subject.type, words, script, offset, most);
    const encoded = sides.map(({ program: { setting, calendar } }, side) => {
      const terms = new Map<string, RuleTerms>();
      const met = (id: string): Trit | undefined => {
        const own = terms.get(id);
        return own && { yes: not(objectsTo(own)), no: failsBy(own) };
      };
      const encoder = newEncoder(world, script, {
        setting,
        calendar: calendarOf(calendar),
        met,
      });
      const objectsTo = ({ rule, editions }: RuleTerms) => objects(rule, editions, encoder);
      for (const rule of rules[side] ?? [])
        terms.set(rule.id, { rule, editions: editionsOf(rule, encoder) });
      return { encoder, rules: terms, objectsTo };
    });
    const [first] = encoded;
    return {
      world,
      opaque: () => encoded.flatMap(({ encoder }) => encoder.opaque),
      of: (id, side = 0) => encoded[side]?.rules.get(id)?.editions,
      objects: (id) => {
        const own = first?.rules.get(id);
        return first && own ? first.objectsTo(own) : 'false';
      },
      told: () =>
        and(
          ...encoded
            .flatMap((side) => [...side.rules.values()])
            .flatMap(({ editions }) => editions.flatMap(({ cases }) => cases))
            .map((one) => or(not(applies(one)), one.told)),
        ),
      ask: await fresh(solver, index, script),
      assert: script.assert,
    };
  }

  async function search(stage: Stage, term: Term, bound: number, confirm: Confirm): Promise<Found> {
    const { world, opaque, ask, assert } = stage;
    const unsure = [...new Set([...opaque().map(({ why }) => why), ...loose])];
    const left: Found = {
      kind: 'undecided',
      why: unsure.map((name) => ({ kind: 'function', name })),
    };
    // what a rule fails for want of, the engine cannot tell where that was verified to be none
    const plainest = loose.length > 0 ? [stage.told(), world.nothingNone()] : [];
    let pins: Term = 'true';
    for (let round = 0; round < mostRounds; round += 1) {
      const files = and(term, world.texts(), world.within());
      let answer: Answer = await ask(files, pins);
      if (answer.kind !== 'some' && pins !== 'true') answer = await ask(files);
      if (answer.kind === 'none') {
        const more = world.isBounded() ? await ask(term, world.texts()) : answer;
        return { kind: 'none', within: more.kind === 'none' ? undefined : bound };
      }
      if (answer.kind === 'undecided') return { kind: 'undecided', why: [{ kind: 'steps' }] };
      const judged = judgedBy(world.fileOf(answer.model), confirm);
      if (typeof judged !== 'string') return { kind: 'some', witness: judged };
      const { facts, pins: given } = learnt(opaque(), answer.model);
      facts.forEach(assert);
      if (facts.length > 0) {
        pins = and(...given);
        continue;
      }
      const plainer = plainest.shift();
      if (plainer !== undefined) pins = plainer;
      else if (unsure.length > 0) return left;
      else return { kind: 'undecided', why: [{ kind: 'disagreement', text: judged }] };
    }
    return left;
  }

  /** The witness where the engine agrees; else its text. */
  function judgedBy({ dossier, today }: Witness, confirm: Confirm): JudgedWitness | string {
    const text = printYaml(dossier);
    const read = sides.map((side) => readDossier(text, side.program, side.subject));
    return isSo(read, today, confirm) ? { text, today } : text;
  }

  function isSo(
    dossiers: readonly (Dossier | undefined)[],
    today: string | undefined,
    confirm: Confirm,
  ): boolean {
    const sessions = sides.map((side, index) => {
      const dossier = dossiers[index];
      return dossier && newSession(side.program, dossier, side.subject, { today, answers });
    });
    const [first, other = first] = sessions;
    return first !== undefined && other !== undefined && confirm(first, other);
  }
}

interface RuleTerms {
  readonly rule: PlannedRule;
  readonly editions: readonly EditionTerms[];
}

/** The file fails it, or one of its elements does. */
function failsBy({ editions }: RuleTerms): Term {
  return or(...editions.map((edition) => some(edition, fails)));
}

function failsForWant({ editions }: PlannedRule): boolean {
  return editions.some(({ ifAbsent }) => ifAbsent);
}

/** Words have the same numbers in all of them. */
function plansOf(sides: readonly Side[]): readonly Plan[] {
  const plans: Plan[] = [];
  for (const { program, subject, rules, process = [] } of sides)
    plans.push(planOf({ ...program, rules, process }, subject, undefined, plans.at(-1)?.words));
  return plans;
}

export function readDossier(text: string, program: Program, subject: Subject): Dossier | undefined {
  const { value } = parseYaml({ name: 'witness.yaml', text });
  return value && dossierFromYaml(value, subject.type, partsOfProgram(program)).value;
}

function elementsOf({ type }: Place, records: number): number {
  const of = type.kind === 'list' ? type.of : type;
  if (of.kind === 'context') return records;
  const values = of.kind === 'text' && of.words ? of.words.size : mostValues;
  return Math.max(records, Math.min(values, mostValues));
}

/** One more than any number that a count of elements is compared with, as far as that is small. */
function countedIn(rules: readonly PlannedRule[]): number {
  let most = 0;
  visitParts(rules.flatMap(partsOfRule), (part) => {
    if (part.kind !== 'compare') return;
    const sides = [part.left, part.right];
    const counts = sides.some(({ kind }) => kind === 'tally' || kind.startsWith('distinct'));
    for (const side of sides)
      if (counts && side.kind === 'whole' && side.value <= mostCounted)
        most = Math.max(most, side.value + 1);
  });
  return most;
}

const mostCounted = 6;
