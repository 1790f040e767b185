import type { Diagnostic } from '../base/diagnostic.ts';
import type { Span } from '../base/source.ts';
import {
  clauseOf,
  isVerified,
  type Rule,
  type Rulebook,
  rulesOf,
  spanOf,
  type Step,
  stepsOf,
} from './ast.ts';
import type { ProblemsFound, RulebookProblems } from './problems.ts';

/** What keeps a rulebook from being issued although it is sound: nobody signed it, it leans on a draft, or on a text that nobody verified. */
export function releaseProblems(rulebook: Rulebook): readonly Diagnostic<RulebookProblems>[] {
  return [...unsigned(rulebook), ...draftsCited(rulebook), ...unverified(rulebook)];
}

function* unsigned({ manifest }: Rulebook): ProblemsFound {
  const { issue, requires = [] } = manifest.data;
  if (issue || !requires.includes('issue')) return;
  const span = spanOf(manifest, 'id');
  yield { code: 'rulebook/unsigned', severity: 'error', span, params: { id: manifest.data.id } };
}

/** Drafts that a gate counts on, or that the words of an issued rule send the reader to. */
function* draftsCited(rulebook: Rulebook): ProblemsFound {
  const rules = rulesOf(rulebook);
  const drafts = rules.filter(({ entry }) => entry.data.status === 'draft');
  for (const { id } of drafts) {
    const mention = new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'u');
    const citing = rules.filter(
      ({ entry }) => entry.data.status === 'issued' && mention.test(JSON.stringify(entry.data)),
    );
    const spans = [
      ...stepsOf(rulebook).flatMap((step) => gatesOf(step, id)),
      ...citing.map((rule) => placeOf(rule, mention)),
    ];
    const [span, ...related] = spans;
    if (span)
      yield { code: 'rulebook/draft-cited', severity: 'error', span, params: { id }, related };
  }
}

/** Where a step's gates, in any of its editions, name a rule. */
function gatesOf({ entry }: Step, rule: string): readonly Span[] {
  const parts = [
    { gate: entry.data.gate, keys: [] },
    ...(entry.data.editions ?? []).map(({ gate }, index) => ({ gate, keys: ['editions', index] })),
  ];
  return parts.flatMap(({ gate = [], keys }) =>
    gate.includes(rule) ? [spanOf(entry, ...keys, 'gate', gate.indexOf(rule))] : [],
  );
}

/** Where a rule's file first speaks of another. */
function placeOf({ entry }: Rule, mention: RegExp): Span {
  const span = spanOf(entry);
  const found = mention.exec(span.source.text);
  if (!found) return spanOf(entry, 'rule');
  const [{ length }] = found;
  return { source: span.source, start: found.index, end: found.index + length };
}

/** Each clause that something rests on, that nobody verified, and that nobody accepted by name: once, where it is first cited. */
function* unverified(rulebook: Rulebook): ProblemsFound {
  const accepted = new Set(
    (rulebook.manifest.data.acceptedUnverified ?? []).map(({ clause }) => clause),
  );
  for (const [clause, spans] of citedBy(rulebook)) {
    const known = clauseOf(rulebook, clause);
    const [span, ...related] = spans;
    if (!known || !span || isVerified(known.confidence) || accepted.has(clause)) continue;
    const params = { clause, confidence: known.confidence };
    yield { code: 'rulebook/unverified-basis', severity: 'error', span, params, related };
  }
}

/** Places that rest on each clause: issued rules in processing order, then limits, tables, definitions, steps. */
function citedBy(rulebook: Rulebook): ReadonlyMap<string, readonly Span[]> {
  const cited = new Map<string, Span[]>();
  const note = (refs: readonly string[] | undefined, span: (index: number) => Span) => {
    for (const [index, ref] of (refs ?? []).entries())
      cited.set(ref, [...(cited.get(ref) ?? []), span(index)]);
  };
  for (const { entry } of rulesOf(rulebook)) {
    if (entry.data.status !== 'issued') continue;
    note(entry.data.basis, (at) => spanOf(entry, 'basis', at));
    for (const [index, { basis }] of entry.data.editions.entries())
      note(basis, (at) => spanOf(entry, 'editions', index, 'basis', at));
  }
  for (const entry of [...rulebook.parameters, ...rulebook.tables]) {
    for (const [index, { basis }] of entry.data.editions.entries())
      note(basis, (at) => spanOf(entry, 'editions', index, 'basis', at));
  }
  const { definitions } = rulebook;
  for (const [number, { editions }] of (definitions?.data.definitions ?? []).entries()) {
    for (const [index, { basis }] of editions.entries()) {
      if (definitions)
        note(basis, (at) =>
          spanOf(definitions, 'definitions', number, 'editions', index, 'basis', at),
        );
    }
  }
  for (const { entry } of stepsOf(rulebook)) {
    note(entry.data.basis, (at) => spanOf(entry, 'basis', at));
    for (const [index, { basis }] of (entry.data.editions ?? []).entries())
      note(basis, (at) => spanOf(entry, 'editions', index, 'basis', at));
  }
  return cited;
}
