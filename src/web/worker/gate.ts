import { judgedBy } from '../../desk/check.ts';
import { sortedFiles } from '../../desk/sorted-files.ts';
import {
  beforeGate,
  eachJudged,
  gateReport,
  gateTold,
  type GateTold,
  progressJson,
} from '../../desk/progress.ts';
import type { KindFound } from '../../desk/kinds.ts';
import type { Incoming } from '../../report/run.ts';
import { dossierTextsIn } from '../../streams/dossiers.ts';
import { fileBytes } from '../file-bytes.ts';
import { webPlatform } from '../platform.ts';
import { kindsOf } from './kinds.ts';
import { openedDesk } from './open.ts';
import type { GivenFile } from './work.ts';

/** What a page asks before a step. */
export interface GateAskedOf {
  readonly gate: string;
  /** The day on which it is asked, ISO. */
  readonly today?: string;
}

/** What comes of asking. */
export interface GateAnswered extends GateTold {
  /** The report as `shouze check --gate … --format json` writes it. */
  readonly json: Blob;
  /** What files are that are no dossiers, by name. */
  readonly others: { readonly [file: string]: KindFound };
}

export const gateService = {
  /**
   * Whether files are in order before a step; nothing of them is kept.
   *
   * @returns undefined for no gate of the rulebook
   */
  ask: async (
    given: readonly GivenFile[],
    { gate: id, ...asked }: GateAskedOf,
  ): Promise<GateAnswered | undefined> => {
    const desk = openedDesk();
    const gate = desk.program.rulebook.manifest.data.gates?.find((one) => one.gate === id);
    if (!gate) return undefined;
    const by = beforeGate(await judgedBy(desk, asked), gate);
    const report = await gateReport(gate, eachJudged(texts(given), by), by.reporting);
    const json = new Blob([progressJson(report)], { type: 'application/json' });
    const kinds = await kindsOf(given);
    const others = given.flatMap(({ name }, index) => {
      const found = kinds[index];
      return found === undefined || isDossiers(found) ? [] : [[name, found] as const];
    });
    return { ...gateTold(report, by.reporting), json, others: Object.fromEntries(others) };
  },
};

async function* texts(given: readonly GivenFile[]): AsyncGenerator<readonly Incoming[]> {
  const { files, problems } = sortedFiles(given);
  yield* dossierTextsIn(
    files.map(({ name, file }) => fileBytes(file, name)),
    webPlatform,
  );
  if (problems.length > 0) yield problems.map((problem) => ({ problem }));
}

function isDossiers(found: KindFound): boolean {
  return 'kind' in found && found.kind === 'dossiers';
}
