import { inLanguage, type Language } from '../base/language.ts';
import type { FilledEntry, FindingEntry } from '../ledger/entry.ts';
import { besideOf, isLate, type LedgerFinding } from '../ledger/fold.ts';
import type { Refusal } from '../ledger/move.ts';
import { type Move, movesFrom } from '../ledger/moves.ts';
import type { State } from '../ledger/states.ts';
import type { LedgerWords } from '../words/ledger.ts';

/** A finding on one line: its state, where it is, what it is. */
export function findingLine(
  finding: LedgerFinding,
  day: string,
  words: LedgerWords,
  language: Language,
): string {
  const { id, state, facts, times, isPresent, due } = finding;
  const parts = [
    words.states[state],
    ...(facts.about['branch'] === undefined ? [] : [facts.about['branch']]),
    inLanguage(facts.title, language),
    ...(times > 1 ? [`${words.list.back} ${words.times(times)}`] : []),
    ...(isPresent ? [] : [words.gone]),
    ...(due === undefined ? [] : [words.due(due)]),
    ...(isLate(finding, day) ? [words.late] : []),
  ];
  return `${id}  ${parts.join(' · ')}`;
}

/** A finding with what was filled in and all that was done with it, the oldest first. */
export function historyText(
  finding: LedgerFinding,
  day: string,
  words: LedgerWords,
  language: Language,
): string {
  const { facts, filled, half, history } = finding;
  const beside = Object.entries(besideOf(finding));
  return [
    findingLine(finding, day, words, language),
    `  ${inLanguage(facts.message, language)}`,
    ...Object.entries(filled).map(
      ([key, text]) => `  ${columnOf(key, words)}${words.colon}${text}`,
    ),
    ...beside.map(([key, text]) => `  ${words.beside(columnOf(key, words), text)}`),
    ...(half ? [`  ${words.waits(words.states[half.to], half.by)}`] : []),
    ...history.map((entry) => `  ${entry.day}  ${entry.by}  ${entryText(entry, words)}`),
  ].join('\n');
}

function entryText(entry: FindingEntry, words: LedgerWords): string {
  const { entry: said, marks, colon } = words;
  switch (entry.kind) {
    case 'found':
      return said.found[entry.how];
    case 'gone':
      return said.gone;
    case 'filled':
      return `${said.filled}${colon}${filledText(entry, words)}`;
    case 'moved': {
      const { from, to, turn, why, evidence, due } = entry;
      const turned = turn === undefined ? '' : said[turn];
      return [
        said.moved(words.states[from], words.states[to]) + turned,
        ...(why === undefined ? [] : [`${said.why}${colon}${why}`]),
        ...(evidence === undefined ? [] : [`${said.evidence}${colon}${evidence}`]),
        ...(due === undefined ? [] : [words.due(due)]),
      ].join(marks);
    }
  }
}

function filledText({ columns, beside }: FilledEntry, words: LedgerWords): string {
  const taken = Object.entries(columns).map(([key, text]) => `${columnOf(key, words)} ${text}`);
  const kept = Object.entries(beside).map(([key, text]) =>
    words.beside(columnOf(key, words), text),
  );
  return [...taken, ...kept].join(words.marks);
}

function columnOf(key: string, { filled }: LedgerWords): string {
  const known = Object.entries(filled).find(([column]) => column === key);
  return known?.[1] ?? key;
}

/** Why a move is refused, and what can be done instead. */
export function refusalText(
  refusal: Refusal,
  { id, state }: LedgerFinding,
  to: State,
  by: string,
  words: LedgerWords,
): string {
  const who = (move: Pick<Move, 'by'>) => move.by.map((role) => words.roles[role]);
  const ways = movesFrom(state).map((one) =>
    words.way(words.states[one.to], one.to, who(one), one.isByTwo),
  );
  switch (refusal.problem) {
    case 'no-move':
      return words.noMove(id, words.states[state], words.states[to], ways);
    case 'not-yours':
      return `${id}${words.colon}${words.refused['not-yours'](by, who({ by: refusal.roles }))}`;
    case 'too-near':
    case 'same-person':
      return `${id}${words.colon}${words.refused[refusal.problem](by)}`;
    case 'wanting':
      return `${id}${words.colon}${words.refused.wanting[refusal.what]}`;
  }
}

/** A finding for machines. */
export function plainFinding(finding: LedgerFinding): object {
  const { id, state, isPresent, times, since, due, facts, filled, half, history } = finding;
  return {
    finding: id,
    state,
    present: isPresent,
    times,
    since,
    due: due ?? null,
    facts,
    filled,
    beside: besideOf(finding),
    half: half ?? null,
    history,
  };
}
