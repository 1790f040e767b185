import { planOf } from '../../src/plan/from-program.ts';
import type { Plan } from '../../src/plan/plan.ts';
import {
  type Compiled,
  compileToClosures,
  compileToJavaScript,
  runGenerated,
} from '../../src/run/compile.ts';
import { verdicts } from '../../src/run/frame.ts';
import { Unfit } from '../../src/run/scalars.ts';
import { nameOf } from '../run/harness.ts';
import type { Engine } from './laws.ts';
import type { Typed } from './program.ts';
import { readFile, type Said, type Status } from './verdicts.ts';

/** Reads plans as closures; JSON texts are laid out as they stand where they fit. */
export const closures: Engine = {
  name: 'closures',
  of: (typed) => judgeBy(typed, closuresOf(typed), 'text'),
};

/** The same of files that were read before. */
export const closuresOfValues: Engine = {
  name: 'closures of values',
  of: (typed) => judgeBy(typed, closuresOf(typed), 'values'),
};

export const generatedCode: Engine = {
  name: 'generated code',
  of: (typed) => {
    const { program, subject } = typed;
    const source = compileToJavaScript(planOfBook(typed), subject.type, program.calendar);
    return judgeBy(typed, source.link(runGenerated), 'text');
  },
};

/** What of a book has a plan: `rules` in all, and why others have none. */
export function plannedShare(typed: Typed): {
  readonly rules: number;
  readonly planned: number;
  readonly why: readonly string[];
} {
  const own = rulesOf(typed, planOfBook(typed));
  const unplanned = own.flatMap((rule) => (rule.kind === 'unplanned' ? [rule] : []));
  return {
    rules: own.length,
    planned: own.length - unplanned.length,
    why: unplanned.flatMap(({ parts }) => [...new Set(parts.map(({ why }) => why))]),
  };
}

function rulesOf({ book }: Typed, { rules }: Plan): Plan['rules'] {
  const ids = new Set(book.rules.map(({ id }) => id));
  return rules.filter(({ id }) => ids.has(id));
}

const plans = new WeakMap<Typed, Plan>();

function planOfBook(typed: Typed): Plan {
  const known = plans.get(typed) ?? planOf(typed.program, typed.subject);
  plans.set(typed, known);
  return known;
}

function closuresOf(typed: Typed): Compiled {
  const { program, subject } = typed;
  return compileToClosures(planOfBook(typed), subject.type, program.calendar);
}

function judgeBy({ book, subject }: Typed, compiled: Compiled, from: 'text' | 'values') {
  const own = new Set(book.rules.map(({ id }) => id));
  return (text: string): readonly Said[] | undefined => {
    const { dossier } = readFile(text, subject.type);
    const laid = from === 'text' ? compiled.load(text) : new Unfit('form');
    const loaded = laid instanceof Unfit ? compiled.loadValues(dossier.root) : laid;
    if (loaded instanceof Unfit) return undefined;
    const found = [...compiled.judge(loaded)];
    return compiled.rules.flatMap((rule, place): Said[] => {
      const verdict = found[place];
      if (!own.has(rule) || verdict === undefined || verdict === verdicts.slow) return [];
      return [{ rule, gathered: true, elements: [{ at: undefined, status: statusOf(verdict) }] }];
    });
  };
}

function statusOf(verdict: number): Status {
  const name = nameOf(verdict);
  if (name === 'waived' || name === 'waiting' || name === 'slow')
    throw new Error(`nothing is ${verdict} here`);
  return name;
}
