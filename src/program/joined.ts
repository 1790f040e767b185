import type { PhaseFile, RuleLevel, Words } from '../rulebook/files.ts';
import { type Layer, levelOf, type Rulebook, type Step, stepsOf } from '../rulebook/ast.ts';
import { inForce, type Program, type ProgramStep } from './ast.ts';

/** A step of rulebooks that build on each other, in the order in which files go through them. */
export interface JoinedStep {
  readonly id: string;
  readonly title: Words;
  /** The rulebook that brought it. */
  readonly layer: Layer;
  /** 0 for the rulebook that all others build on. */
  readonly level: number;
  readonly force: RuleLevel;
  /** Its stage runs beside the others. */
  readonly isBeside: boolean;
  readonly posts: readonly string[];
  readonly after: readonly string[];
  readonly phase: PhaseFile | undefined;
}

/** Steps of one rulebook that stand together, and the step of those below that they are hung on. */
export interface PlugIn {
  readonly id: string;
  readonly layer: Layer;
  readonly steps: readonly string[];
  readonly anchor: string;
  readonly position: 'BEFORE' | 'AFTER';
}

/** The process as it really is: what several rulebooks come to. */
export interface JoinedProcess {
  readonly layers: readonly Layer[];
  readonly steps: readonly JoinedStep[];
  readonly plugIns: readonly PlugIn[];
}

/** @param day - ISO; of each step what is in force on it, else its last edition */
export function joinedProcess({ rulebook, steps }: Program, day: string): JoinedProcess {
  const beside = new Set(rulebook.stages.flatMap(({ id, data }) => (data.beside ? [id] : [])));
  const joined = steps.map((one) => joinedStep(one, rulebook, beside, day));
  return { layers: rulebook.layers, steps: joined, plugIns: plugInsOf(joined) };
}

function joinedStep(
  { id, step, editions }: ProgramStep,
  rulebook: Rulebook,
  beside: ReadonlySet<string>,
  day: string,
): JoinedStep {
  const level = levelOfStep(rulebook, step);
  const [bottom] = rulebook.layers;
  const edition = inForce(editions, day) ?? editions.at(-1);
  const layer = rulebook.layers[level] ?? bottom;
  if (!layer) throw new Error('a rulebook has a layer');
  return {
    id,
    title: step.entry.data.title,
    layer,
    level,
    force: edition?.level ?? 'mandatory',
    isBeside: beside.has(step.stage),
    posts: edition?.posts ?? [],
    after: edition?.after ?? [],
    phase: phaseOf(rulebook, id),
  };
}

function levelOfStep(rulebook: Rulebook, { entry }: Step): number {
  return levelOf(rulebook, entry.yaml.span);
}

/** Runs of steps of one rulebook, each hung on the nearest step below it: the one before, else the one behind. */
function plugInsOf(steps: readonly JoinedStep[]): readonly PlugIn[] {
  const found: PlugIn[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.level === 0) continue;
    const last = found.at(-1);
    if (steps[index - 1]?.layer === step.layer && last?.layer === step.layer) {
      found[found.length - 1] = { ...last, steps: [...last.steps, step.id] };
      continue;
    }
    const isBelow = ({ level }: JoinedStep) => level < step.level;
    const before = steps.slice(0, index).findLast(isBelow);
    const anchor = before ?? steps.slice(index).find(isBelow);
    if (!anchor) continue;
    found.push({
      id: `${step.layer.id}/${step.id}`,
      layer: step.layer,
      steps: [step.id],
      anchor: anchor.id,
      position: before ? 'AFTER' : 'BEFORE',
    });
  }
  return found;
}

/** The phase that a step is of. */
export function phaseOf(rulebook: Rulebook, step: string): PhaseFile | undefined {
  const order = stepsOf(rulebook).map(({ id }) => id);
  const place = order.indexOf(step);
  return rulebook.manifest.data.phases?.phases.find(
    ({ from, until }) => order.indexOf(from) <= place && place <= order.indexOf(until),
  );
}
