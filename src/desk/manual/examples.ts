import { inLanguage, type Language, sayIn, textsIn } from '../../base/language.ts';
import { keysOf } from '../../base/pointer.ts';
import type { CaseResult } from '../../cases/run.ts';
import { fieldAlong, parsePath, pointerOfPath, valueAt } from '../../dossier/path.ts';
import type { Reason } from '../../evaluate/outcome.ts';
import { formatNumber, formatValue } from '../../feel/sentence/format.ts';
import { lexiconOf } from '../../feel/sentence/lexicon.ts';
import type { Field } from '../../feel/types.ts';
import { isKind, type Value } from '../../feel/value.ts';
import type { Example } from '../../manual/model.ts';
import type { Program } from '../../program/ast.ts';
import type { Words } from '../../rulebook/files.ts';
import { factsOf, nameAndValue } from '../../report/facts.ts';
import { asPrinted, recordNumber, toTheMinute } from '../../report/retold.ts';
import { type OutcomeView, viewer } from '../../report/view.ts';
import { labelsIn } from '../../words/manual.ts';

/** Changes of a case that are told; one that changes more is told by its title alone. */
const mostChanges = 4;

/** In the order in which they teach. */
const order: readonly Example['status'][] = [
  'pass',
  'fail',
  'cannot-tell',
  'waived',
  'not-applicable',
];

/** Of each outcome the first case of a rule that came to it, and to what it says, as an example of the manual. */
export function examplesIn(results: readonly CaseResult[], program: Program): readonly Example[] {
  const right = results.filter(({ passed }) => passed);
  return order.flatMap((status) => exampleOf(program, status, right));
}

function exampleOf(
  program: Program,
  status: Example['status'],
  results: readonly CaseResult[],
): readonly Example[] {
  const those = results.filter(({ outcome }) => outcome?.status === status);
  // a field that is missing teaches more than a day without an edition
  const result = those.find(({ missing, rule }) => !missing.includes(rule.id)) ?? those[0];
  if (!result?.outcome || !result.dossier) return [];
  const { rule, outcome, dossier } = result;
  const { languages } = program.rulebook.manifest.data;
  const views = new Map(
    languages.map((language) => {
      const { view, retold } = viewer(program, rule.subject, dossier, language, false);
      const told = view(outcome);
      const message = asPrinted(retold(outcome) ?? told.message, language);
      return [language, { ...told, message }];
    }),
  );
  const inEach = (say: (language: Language, view: OutcomeView | undefined) => string): Words =>
    textsIn(languages, (language) => say(language, views.get(language)));
  const title = result.case.title;
  switch (status) {
    case 'cannot-tell': {
      const missing = outcome.missing.map((_, index) =>
        inEach((_language, view) => view?.missing[index]?.title ?? ''),
      );
      const message = inEach((_, view) => (missing.length === 0 ? (view?.message ?? '') : ''));
      return [{ title, status, missing, message }];
    }
    case 'not-applicable':
      return [{ title, status, facts: inEach(whyNot) }];
    case 'pass':
      return [{ title, status, facts: inEach((language) => whatHolds(result, language)) }];
    default:
      return [{ title, status, message: inEach((_, view) => view?.message ?? '') }];
  }

  function whatHolds(of: CaseResult, language: Language): string {
    const labels = sayIn(labelsIn, language);
    const facts = factsOf(outcome.because, program, language);
    const byHand = facts.length === 0 && outcome.by ? [labels.toldByHand] : [];
    const changes = changesOf(of, program, facts, language);
    return [...changes, ...facts, ...byHand].join(labels.semicolon);
  }

  function whyNot(language: Language, view: OutcomeView | undefined): string {
    const labels = sayIn(labelsIn, language);
    const by = outcome.inapplicable;
    if (by?.kind !== 'condition') return view?.inapplicable ?? labels.toldByHand;
    const facts = factsSaid(by.because, language);
    return facts === '' ? (view?.inapplicable ?? '') : labels.notFor(facts);
  }

  function factsSaid(because: readonly Reason[], language: Language): string {
    return factsOf(because, program, language).join(sayIn(labelsIn, language).semicolon);
  }
}

/**
 * What a case sets in the file that it starts from, and what the facts do not tell already; nothing where it sets whole
 * records, or much.
 */
function changesOf(
  { rule, case: { with: changed = {} }, dossier }: CaseResult,
  program: Program,
  facts: readonly string[],
  language: Language,
): readonly string[] {
  const { subject } = rule;
  const paths = Object.keys(changed);
  if (!dossier || paths.length > mostChanges) return [];
  const lexicon = lexiconOf(language, program.setting);
  const told = facts.map((fact) => fact.toLowerCase());
  const isTold = (name: string) => told.some((fact) => fact.startsWith(name.toLowerCase()));
  const changes = paths.map((path) => {
    const steps = parsePath(path);
    const field = steps && fieldAlong(subject.type, steps);
    const pointer = steps && pointerOfPath(steps, dossier.root, subject.type);
    const value = pointer === undefined ? undefined : valueAt(dossier.root, keysOf(pointer));
    return field && value !== undefined ? changeOf(field, value) : undefined;
  });
  return changes.includes(undefined) ? [] : changes.flatMap((change) => change ?? []);

  /** Undefined where it is no single value, or personal. */
  function changeOf(field: Field, value: Value): readonly string[] | undefined {
    const isSingle = !(['list', 'context', 'unknown'] as const).some((kind) => isKind(value, kind));
    if (!isSingle || field.personal !== undefined) return undefined;
    const title = inLanguage(field.title, language);
    if (isTold(title) || (typeof value === 'string' && recordNumber.test(value))) return [];
    if (typeof value === 'boolean' && field.facts) {
      const fact = inLanguage(value ? field.facts.yes : field.facts.no, language);
      return isTold(fact) ? [] : [fact];
    }
    const unit = field.type.kind === 'number' ? field.type.unit : undefined;
    const says = isKind(value, 'number')
      ? formatNumber(value, unit, lexicon)
      : toTheMinute(formatValue(value, field.type, lexicon));
    return [sayIn(nameAndValue, language)(title, says)];
  }
}
