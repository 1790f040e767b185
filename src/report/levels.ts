import type { DiagnosticJson, OutcomeJson, ReportHead } from './json-format.ts';

/** How tools of development tell how grave something is. */
export type ToolLevel = 'error' | 'warning' | 'note';

/** By the level of its rule, for a fail; what cannot be told is a warning, what was waived a note. */
export function toolLevel(
  { status, rule }: Pick<OutcomeJson, 'status' | 'rule'>,
  { rules }: Pick<ReportHead, 'rules'>,
): ToolLevel {
  if (status === 'cannot-tell') return 'warning';
  if (status !== 'fail') return 'note';
  switch (rules[rule]?.level) {
    case 'advisory':
      return 'warning';
    case 'reference':
      return 'note';
    default:
      return 'error';
  }
}

export function diagnosticLevel({ severity }: Pick<DiagnosticJson, 'severity'>): ToolLevel {
  return severity === 'info' ? 'note' : severity;
}
