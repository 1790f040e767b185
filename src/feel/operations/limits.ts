/** Thrown when an expression would take too long or too much memory; callers make a message of it. */
export class EvaluationLimit extends Error {
  override readonly name = 'EvaluationLimit';
  readonly limit: Limit;

  constructor(limit: Limit) {
    super(`limit of ${limit}: ${limits[limit]}`);
    this.limit = limit;
  }
}

/** The result of some work, or of `otherwise` where it goes beyond the limits. */
export function withinLimits<T, E>(work: () => T, otherwise: (limit: EvaluationLimit) => E): T | E {
  try {
    return work();
  } catch (error) {
    if (error instanceof EvaluationLimit) return otherwise(error);
    throw error;
  }
}

export type Limit = keyof typeof limits;

export const limits = {
  /** Nodes evaluated, and other work as if it were so many; about a microsecond each. */
  steps: 2_000_000,
  /** Evaluations one inside the other, as in a function that calls itself. */
  depth: 1_500,
  /** Elements of one list. */
  elements: 500_000,
  /** UTF-16 units of one text. */
  characters: 1_000_000,
  /** Digits of a number, above or below its fraction line. */
  digits: 20_000,
  /** UTF-16 units of a regular expression. */
  pattern: 1_000,
  /** UTF-16 units of a text that a regular expression is tried on. */
  searched: 100_000,
  /** Days counted one by one on a calendar. */
  days: 40_000,
} as const;

/** What one evaluation has used up. */
export interface Budget {
  steps: number;
  depth: number;
}

export function newBudget(): Budget {
  return { steps: 0, depth: 0 };
}

/** Counts work; what grows with the length of operands is counted by the functions of `costs.ts`. */
export function spend(budget: Budget, steps: number): void {
  budget.steps += steps;
  if (budget.steps > limits.steps) throw new EvaluationLimit('steps');
}

/** Allows for so much more work. */
export function grant(budget: Budget, steps: number): void {
  budget.steps -= steps;
}

export function atMost(limit: Limit, used: number): void {
  if (used > limits[limit]) throw new EvaluationLimit(limit);
}
