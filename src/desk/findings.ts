import type { Finding } from '../report/findings.ts';
import type { DossierJson, OutcomeJson } from '../report/json-format.ts';
import { orderOf } from '../report/record.ts';
import { gravityOf, ruleOf, severityOf } from '../report/weight.ts';
import { chosenBy, type Page, pageOf, type Selection } from './selection.ts';
import type { Work } from './work.ts';

/** How findings are put together: by how grave they are, as the process runs, or the same defect over many files. */
export type FindingOrder = 'severity' | 'process' | 'defect';

export interface FindingsAsked extends Selection {
  readonly by?: FindingOrder;
  /** How many lines to pass over. */
  readonly from?: number;
}

/** A finding, and the file that it is in. */
export interface FindingLine extends Pick<DossierJson, 'id' | 'file' | 'record'> {
  /** By which its file is asked for. */
  readonly place: number;
  /** Its key among `groups`: a severity, a stage, a rule; empty where there is none. */
  readonly group: string;
  readonly outcome: OutcomeJson;
  /** Steps that went ahead in spite of it. */
  readonly gates: readonly OutcomeJson[];
}

/** A page of findings, and into what groups all of them fall, in the order of the lines. */
export interface FindingsPage extends Page<FindingLine> {
  readonly groups: readonly {
    readonly key: string;
    readonly findings: number;
    readonly files: number;
  }[];
}

/** The findings over all files that are asked for, a page of them. */
export function findingsOf(work: Work, asked: FindingsAsked): FindingsPage {
  const { head, records } = work;
  const { by = 'severity' } = asked;
  const chosen = chosenBy(asked, head);
  const order = orderOf(head.rules);
  const all = records.flatMap((record, place) =>
    chosen.findings(record).map((finding) => {
      const { outcome } = finding;
      const gravity = gravityOf(
        by === 'defect' ? head.rules[outcome.rule] : ruleOf(outcome, head),
        head,
      );
      const step = order.get(outcome.rule) ?? order.size;
      return {
        finding,
        place,
        group: groupOf(finding, by),
        keys: by === 'process' ? [step, gravity, place] : [gravity, step, place],
      };
    }),
  );
  const sorted = all.toSorted(
    ({ keys: [a = 0, b = 0, c = 0] }, { keys: [x = 0, y = 0, z = 0] }) => a - x || b - y || c - z,
  );
  const groups = new Map<string, { findings: number; readonly files: Set<number> }>();
  for (const { group, place } of sorted) {
    const known = groups.get(group) ?? { findings: 0, files: new Set<number>() };
    known.findings += 1;
    known.files.add(place);
    groups.set(group, known);
  }
  const page = pageOf(sorted, asked.from);
  return {
    ...page,
    lines: page.lines.map(({ finding: { dossier, outcome, gates }, place, group }) => ({
      place,
      group,
      id: dossier.id,
      file: dossier.file,
      ...(dossier.record && { record: dossier.record }),
      outcome,
      gates,
    })),
    groups: [...groups].map(([key, { findings, files }]) => ({ key, findings, files: files.size })),
  };

  function groupOf({ outcome }: Finding, of: FindingOrder): string {
    if (of === 'defect') return outcome.rule;
    const rule = ruleOf(outcome, head);
    if (of === 'process') return rule?.stage ?? '';
    return rule ? severityOf(rule) : '';
  }
}
