/** How far a version has to move: the schema of a dossier breaks, a verdict may change, or words did. */
export const steps = ['none', 'patch', 'minor', 'major'] as const;
export type Step = (typeof steps)[number];

/** What a change asks of the version, and what was done. */
export interface VersionCall {
  readonly from: string;
  readonly to: string;
  readonly calls: Step;
  readonly moved: Step;
  /** The least version that says it. */
  readonly least: string;
  /** It moves as far as it has to. */
  readonly isEnough: boolean;
}

export function versionCall(from: string, to: string, calls: Step): VersionCall {
  const moved = movedBy(from, to);
  const isEnough = steps.indexOf(moved) >= steps.indexOf(calls);
  return { from, to, calls, moved, least: nextOf(from, calls), isEnough };
}

/** The first part that is higher, where none before it is lower. */
function movedBy(from: string, to: string): Step {
  const [before, after] = [numbersOf(from), numbersOf(to)];
  const at = before.findIndex((number, index) => number !== after[index]);
  if (at < 0 || (after[at] ?? 0) < (before[at] ?? 0)) return 'none';
  return (['major', 'minor', 'patch'] as const)[at] ?? 'none';
}

function nextOf(version: string, step: Step): string {
  const [major = 0, minor = 0, patch = 0] = numbersOf(version);
  const next = {
    none: [major, minor, patch],
    patch: [major, minor, patch + 1],
    minor: [major, minor + 1, 0],
    major: [major + 1, 0, 0],
  }[step];
  return next.join('.');
}

function numbersOf(version: string): readonly number[] {
  return version.split('.').map(Number);
}
