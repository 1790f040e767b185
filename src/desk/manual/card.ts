import { htmlWriter, lower } from '../../document/html-writer.ts';
import { sectioned } from '../../document/sections.ts';
import { cardOf } from '../../manual/document.ts';
import { manual } from '../../manual/from-program.ts';
import type { Example, ExampleEntry } from '../../manual/model.ts';
import type { Program } from '../../program/ast.ts';
import { clausesCited } from '../../program/cited.ts';
import { casesOf } from './cases.ts';
import type { Reading } from './reader.ts';

/** The card of a rule, to stand beside what it is about. */
export interface RuleCard {
  readonly id: string;
  readonly title: string;
  /** As it stands in the whole manual; written by our own writer: what a rulebook says is text in it. */
  readonly html: string;
  /** What it rests on on the day, each with all rules that rest on it. */
  readonly clauses: readonly {
    readonly ref: string;
    readonly source: string;
    readonly clause: string;
    readonly rules: readonly string[];
  }[];
  readonly cases: readonly Pick<ExampleEntry, 'title' | 'status'>[];
}

/**
 * The card of one rule, made without the manual around it; undefined for a rule that the manual does not print.
 *
 * @param examples - what came of its cases; they are run where it is not given
 */
export function cardOfRule(
  program: Program,
  id: string,
  { language, asOf }: Reading,
  examples: readonly Example[] | undefined,
  addressOf: (anchor: string) => string,
): RuleCard | undefined {
  const rule = program.rules.find((one) => one.id === id);
  if (!rule) return undefined;
  const known = new Map([[id, examples ?? casesOf(rule, program).examples]]);
  const alone = manual({ ...program, rules: [rule] }, { language, asOf, examples: known });
  const printed = program.rules.flatMap((one) =>
    one.rule.entry.data.status === 'issued' ? [one.id] : [],
  );
  const blocks = cardOf(alone, id, printed).map(lower);
  const [page] = alone.stages.flatMap(({ steps }) => steps.flatMap(({ rules }) => rules));
  if (!page || blocks.length === 0) return undefined;
  const { tree, written } = htmlWriter(language, addressOf);
  const cited = clausesCited(program);
  return {
    id,
    title: page.title,
    html: written(tree(sectioned(blocks))),
    clauses: page.basis.map(({ ref, source, clause }) => ({
      ref,
      source,
      clause,
      rules: cited.get(ref)?.rules ?? [],
    })),
    cases: page.examples.map(({ title, status }) => ({ title, status })),
  };
}
