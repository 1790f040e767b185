import {
  bandTables,
  beginning,
  type Program,
  type ProgramRule,
  type RuleEditionProgram,
} from '../program/ast.ts';
import type { Labels } from '../words/manual.ts';
import type { Change, ChangedThing, ChangeSort, Citation, Named } from './model.ts';
import { valuesOf } from './reads.ts';
import type { Speaker } from './speaker.ts';

/** What began, was revised or ended, day by day, the latest first: from the dates of the editions alone. */
export function changesOf(
  program: Program,
  speaker: Speaker,
  labels: Labels,
  cite: (refs: readonly string[]) => readonly Citation[],
): readonly Change[] {
  const { rules, references, codeSets, steps } = program;
  const bands = bandTables(program);
  const { words } = speaker;
  const found = new Map<string, ChangedThing[]>();
  for (const rule of rules) ruleChanges(rule);
  for (const reference of [...references.values(), ...codeSets.values()]) {
    if (bands.has(reference.name)) continue;
    const thing = { id: reference.name, title: words(reference.title) || reference.name };
    if (reference.kind === 'parameter') {
      const values = valuesOf(reference, speaker);
      for (const [index, { from, value }] of values.entries()) {
        const before = values[index - 1]?.value;
        if (before !== value)
          note(from, 'parameter', {
            ...thing,
            what: before === undefined ? value : `${before} → ${value}`,
          });
      }
    } else {
      for (const [index, edition] of reference.editions.entries()) {
        note(edition.from, reference.kind, {
          ...thing,
          what: index === 0 ? labels.begins : labels.revised,
        });
      }
    }
    ends(reference.editions.at(-1), thing, reference.kind);
  }
  for (const { id, step, editions } of steps) {
    const thing = { id, title: words(step.entry.data.title) };
    for (const { from } of editions.slice(1))
      note(from, 'step', { ...thing, what: labels.revised });
  }
  return [...found]
    .map(([key, things]): Change => {
      const [day = '', sort] = key.split(' ');
      return { day, sort: sort as ChangeSort, things };
    })
    .toSorted((a, b) =>
      a.day === b.day ? order.indexOf(a.sort) - order.indexOf(b.sort) : a.day < b.day ? 1 : -1,
    );

  function ruleChanges({ id, editions }: ProgramRule): void {
    for (const [index, edition] of editions.entries()) {
      const before = editions[index - 1];
      const thing = { id, title: words(edition.title, edition) };
      if (before) note(edition.from, 'rule-revised', { ...thing, ...whatChanged(before, edition) });
      else note(edition.from, 'rule-begins', { ...thing, what: '' });
    }
    const last = editions.at(-1);
    if (last) ends(last, { id, title: words(last.title, last) }, 'rule-ends');
  }

  function whatChanged(
    before: RuleEditionProgram,
    now: RuleEditionProgram,
  ): Omit<ChangedThing, keyof Named> {
    const said = ({ when, require }: RuleEditionProgram) =>
      [when, require].map((one) => one && speaker.plain(one.core)).join('\n');
    if (said(before) !== said(now)) return { what: labels.criterionRevised };
    const added = now.basis.filter((ref) => !before.basis.includes(ref));
    const sources = cite(added.length > 0 ? added : now.basis).map(({ source }) => source);
    return { what: labels.basisRevised, cites: [...new Set(sources)].join(labels.comma) };
  }

  function ends(
    last: { readonly from: string; readonly until?: string } | undefined,
    thing: Named,
    sort: ChangeSort,
  ): void {
    if (last?.until !== undefined) note(last.until, sort, { ...thing, what: labels.lastDay });
  }

  /** What has always been so began on no day. */
  function note(day: string, sort: ChangeSort, thing: ChangedThing): void {
    if (day === beginning) return;
    const key = `${day} ${sort}`;
    found.set(key, [...(found.get(key) ?? []), thing]);
  }
}

const order: readonly ChangeSort[] = [
  'rule-begins',
  'rule-revised',
  'rule-ends',
  'parameter',
  'table',
  'codes',
  'definition',
  'step',
];
