import { sayIn } from '../base/language.ts';
import { formatSet } from '../feel/sentence/format.ts';
import type { Lexicon } from '../feel/sentence/lexicon.ts';
import { isBuiltinUnit, type Unit } from '../feel/units.ts';
import type { Figure } from '../rulebook/figures.ts';
import { clauseName } from '../words/clauses.ts';
import { labelsIn } from '../words/manual.ts';
import { isVerified, type Rulebook } from '../rulebook/ast.ts';
import type { Citation } from './model.ts';
import type { Speaker } from './speaker.ts';

/** How clauses are cited: by title, document number and clause, with how far each can be relied on. */
export function citationsOf(
  { sources }: Rulebook,
  { words, language, lexicon }: Speaker,
): (refs: readonly string[]) => readonly Citation[] {
  const known = new Map<string, Citation>();
  for (const source of sources) {
    const title = words(source.title);
    for (const clause of source.clauses.values()) {
      known.set(clause.ref, {
        ref: clause.ref,
        source: sayIn(labelsIn, language).sourceTitle(title),
        number: words(source.number),
        clause: clauseName(clause.id, source, words(clause.title), language),
        isOwn: source.kind === 'bank',
        confidence: clause.confidence,
        verified: isVerified(clause.confidence),
        text: words(clause.text),
        figures: clause.figures.flatMap((figure) => figureText(figure, lexicon) ?? []),
      });
    }
  }
  return (refs) => refs.flatMap((ref) => known.get(ref) ?? []);
}

/** A code is for rules to be compared with; to people the text of the clause says it. */
function figureText(figure: Figure, lexicon: Lexicon): string | undefined {
  switch (figure.kind) {
    case 'number': {
      const { number, unit } = figure;
      return formatSet(number, unit === undefined ? unit : unitNamed(unit), lexicon);
    }
    case 'day':
      return figure.day;
    case 'code':
      return undefined;
  }
}

function unitNamed(name: string): Unit {
  return isBuiltinUnit(name) ? name : { name, title: {} };
}
