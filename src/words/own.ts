import { inLanguage, type Language, type Said, sayIn } from '../base/language.ts';
import type { RulebookFile, WordingFile } from '../rulebook/files.ts';
import type { Labels } from './manual.ts';
import { labelsIn } from './manual.ts';
import { type Wordbook, wordbooks } from './messages/messages.ts';
import { neutral } from './neutral.ts';
import { type PageWords, pageWords } from './page.ts';
import { type PaperWords, paperWords } from './papers.ts';
import { type ScorecardWords, scorecardWords } from './scorecard.ts';

/** Where a rulebook says its own words. */
type Own = Pick<RulebookFile, 'words'>;

/** What the engine says of a rulebook, in its words where it has its own. */
export function wordbookOf(own: Own, language: Language): Wordbook {
  const { messages, terms } = sayIn(wordbooks, language);
  return {
    messages,
    terms: { ...terms, kind: { ...terms.kind, bank: word(own, 'ownRule', language) } },
  };
}

/** The words of an HTML report, likewise. */
export function pageWordsOf(own: Own, language: Language): PageWords {
  const words = sayIn(pageWords, language);
  return {
    ...words,
    masked: word(own, 'numbersKept', language),
    confidence: { ...words.confidence, OWN: word(own, 'ownBasis', language) },
  };
}

/** The words of papers, likewise. */
export function paperWordsOf(own: Own, language: Language): PaperWords {
  return { ...sayIn(paperWords, language), unit: word(own, 'unit', language) };
}

/** The words of figures, likewise. */
export function scorecardWordsOf(own: Own, language: Language): ScorecardWords {
  const words = sayIn(scorecardWords, language);
  const [inPilot, others] = [word(own, 'inPilot', language), word(own, 'outsidePilot', language)];
  return {
    ...words,
    by: { ...words.by, branch: word(own, 'unit', language) },
    pilot: () => words.pilot(inPilot, others),
  };
}

/** The manual's own words, likewise. */
export function labelsOf(own: Own, language: Language): Labels {
  const labels = sayIn(labelsIn, language);
  const say = (key: keyof WordingFile) => word(own, key, language);
  const rule = say('ownRule');
  return {
    ...labels,
    kinds: { ...labels.kinds, bank: rule.charAt(0).toUpperCase() + rule.slice(1) },
    kindsSay: { ...labels.kindsSay, bank: say('ownRuleSays'), service: say('serviceSays') },
    sourceKinds: { ...labels.sourceKinds, bank: say('ownSource') },
    confidences: { ...labels.confidences, OWN: say('ownBasis') },
    stricter: { higher: say('onlyHigher'), lower: say('onlyLower') },
    branch: say('addition'),
  };
}

/** A word of the rulebook's own, or the engine's where it has none. */
export function wordOf(own: Own, key: keyof WordingFile, language: Language): string {
  return word(own, key, language);
}

function word({ words }: Own, key: keyof WordingFile, language: Language): string {
  const own = words?.[key];
  const plain: Said<string> = neutral[key];
  return own ? inLanguage(own, language) : sayIn(plain, language);
}
