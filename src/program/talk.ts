import type { Diagnostic } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import { textOf } from '../base/source.ts';
import { levelOf, type Rule, rulesOf, spanOf, stepsOf } from '../rulebook/ast.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { type Sought, wordFinder } from '../rulebook/word-search.ts';
import { at, spanWithin } from '../yaml/tree.ts';
import type { Definition, Program } from './ast.ts';

type Found = Generator<Diagnostic<RulebookProblems>>;

/**
 * What steps have their posts say holds no word that a rule forbids.
 *
 * The words are those that the rule judges files by: a handbook never teaches what a check would find. A rulebook's
 * rules hold for its own texts and those of rulebooks built on it.
 */
export function* forbiddenInTalk({ rulebook, references }: Program): Found {
  const lists = rulesOf(rulebook).flatMap((rule) => {
    const { forbids } = rule.entry.data;
    return forbids ? [{ rule, forbids, level: levelOf(rulebook, rule.entry.yaml.span) }] : [];
  });
  const sought: (Sought & { readonly level: number })[] = [];
  for (const { rule, forbids, level } of lists) {
    const { words, except = [] } = forbids;
    const definition = references.get(words);
    const found = definition?.kind === 'definition' ? wordsOf(definition) : undefined;
    if (!found) yield noList(rule, words, definition?.kind === 'definition', references);
    for (const word of found ?? []) sought.push({ word, instead: rule.id, level });
    for (const word of except) sought.push({ word, level });
  }
  if (sought.length === 0) return;
  const finders = rulebook.layers.map((_, level) =>
    wordFinder(sought.filter((one) => one.level <= level)),
  );
  for (const { entry } of stepsOf(rulebook)) {
    const find = finders[levelOf(rulebook, entry.yaml.span)];
    for (const index of (entry.data.talk ?? []).keys()) {
      const { yaml } = at(entry.yaml, ['talk', String(index), 'say']);
      for (const { value } of yaml.kind === 'map' ? yaml.entries : []) {
        if (value.kind !== 'text') continue;
        for (const { start, end, instead } of find?.(value.text) ?? []) {
          const span = spanWithin(value, start, end);
          const params = { word: textOf(span), rule: instead };
          yield { code: 'rulebook/forbidden-word', severity: 'error', span, params };
        }
      }
    }
  }
}

/** The texts of a list that is written out, of all its editions; undefined where it is anything else. */
function wordsOf({ editions }: Definition): readonly string[] | undefined {
  const words: string[] = [];
  for (const { is } of editions) {
    if (is.core.kind !== 'list') return undefined;
    for (const item of is.core.items) {
      if (item.kind !== 'constant' || typeof item.value !== 'string') return undefined;
      words.push(item.value);
    }
  }
  return words;
}

function noList(
  { entry }: Rule,
  name: string,
  isDefinition: boolean,
  references: Program['references'],
): Diagnostic<RulebookProblems> {
  const span = spanOf(entry, 'forbids', 'words');
  if (isDefinition)
    return { code: 'rulebook/word-list', severity: 'error', span, params: { name } };
  const known = [...references.values()].filter(({ kind }) => kind === 'definition');
  const near = nearest(
    name,
    known.map((one) => one.name),
  );
  const params = { what: 'definition', name, near } as const;
  return { code: 'rulebook/unknown-reference', severity: 'error', span, params };
}
