import { NoZ3, solverPackage, startZ3, type Z3 } from '../io/z3.ts';
import { UsageError } from './call.ts';

/** The solver, or a complaint that it is not installed. */
export function solver(): Z3 {
  try {
    return startZ3();
  } catch (error) {
    if (!(error instanceof NoZ3)) throw error;
    throw new UsageError(
      `须先安装可选的软件包 / install the optional package first：npm install ${solverPackage}`,
    );
  }
}

/** Solvers one after the other, each for so many things asked. */
export function solversInTurn(most: number) {
  let asked = 0;
  let now = solver();
  return {
    next: async () => {
      if (asked === most) {
        await now.close();
        now = solver();
        asked = 0;
      }
      asked += 1;
      return now;
    },
    close: async () => now.close(),
  };
}
