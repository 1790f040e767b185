import { mostTold } from './limits.ts';
import type { FileProblem } from './problem.ts';

/** What is told of a table: of each code the first faults one by one, of further ones how many there are. */
export interface Told {
  readonly problems: readonly FileProblem[];
  readonly tell: (problem: FileProblem) => void;
  /** Before the table is read again. */
  readonly forget: () => void;
}

export function newTold(): Told {
  const problems: FileProblem[] = [];
  const counts = new Map<string, number>();
  return {
    problems,
    tell: (problem) => {
      const count = (counts.get(problem.code) ?? 0) + 1;
      counts.set(problem.code, count);
      if (count <= mostTold) {
        problems.push(problem);
        return;
      }
      const last = problems.findLastIndex(({ code }) => code === problem.code);
      const before = problems[last];
      if (before) problems[last] = { ...before, more: count - mostTold };
    },
    forget: () => {
      problems.length = 0;
      counts.clear();
    },
  };
}
