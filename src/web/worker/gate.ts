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
import type { Incoming } from '../../report/run.ts';
import { dossierTextsIn } from '../../streams/dossiers.ts';
import { fileBytes } from '../file-bytes.ts';
import { webPlatform } from '../platform.ts';
import { openedDesk } from './open.ts';
import type { GivenFile } from './work.ts';

/** What a page asks before a step. */
export interface GateAskedOf {
  readonly gate: string;
  /** The day on which it is asked, ISO. */
  readonly today?: string;
}

export const gateService = {
  /**
   * Whether files are in order before a step; nothing of them is kept.
   *
   * @returns with the report as `shouze check --gate … --format json` writes it; undefined for no gate of the rulebook
   */
  ask: async (
    given: readonly GivenFile[],
    { gate: id, ...asked }: GateAskedOf,
  ): Promise<(GateTold & { readonly json: Blob }) | undefined> => {
    const desk = openedDesk();
    const gate = desk.program.rulebook.manifest.data.gates?.find((one) => one.gate === id);
    if (!gate) return undefined;
    const by = beforeGate(await judgedBy(desk, asked), gate);
    const report = await gateReport(gate, eachJudged(texts(given), by), by.reporting);
    const json = new Blob([progressJson(report)], { type: 'application/json' });
    return { ...gateTold(report, by.reporting), json };
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
