import { noted } from '../base/diagnostic.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Blueprint } from '../blueprint/blueprint.ts';
import type { BlueprintProblems } from '../blueprint/problems.ts';
import type { QuestionsFile } from '../rulebook/files.ts';
import { randomFrom } from '../samples/random.ts';
import { letterOf, mixed, type Candidate, type Question } from './question.ts';
import { candidatesOf } from './kinds/candidates.ts';
import type { Setting } from './setting.ts';

/** A paper by its letter, in parts of one kind each. */
export interface Paper {
  readonly letter: string;
  readonly parts: readonly PaperPart[];
}

export interface PaperPart {
  readonly asks: QuestionsFile;
  readonly questions: readonly Question[];
}

/** Papers that are made where a blueprint does not say how many. */
export const papersMade = 2;

/** What is drawn of one kind, for all papers. */
interface Drawn {
  readonly asks: QuestionsFile;
  /** By paper. */
  readonly questions: readonly (readonly Question[])[];
}

/**
 * Papers of one blueprint, no question of which stands in two of them: the same setting and blueprint give the same.
 *
 * A paper asks about a rule once as long as there are others.
 */
export function papersOf(
  { data, spanAt }: Blueprint,
  setting: Setting,
): {
  readonly papers: readonly Paper[];
  readonly diagnostics: readonly Diagnostic<BlueprintProblems>[];
} {
  const to = noted<BlueprintProblems>();
  const count = data.papers ?? papersMade;
  const topics = Array.from({ length: count }, () => new Set<string>());
  const drawn = data.questions.map((asks, index) => {
    const one = drawnOf(asks, data.redLines ?? 0, topics, `${data.seed}`, setting);
    if (one.missing)
      to.error('blueprint/too-few', spanAt('questions', index, 'count'), {
        kind: asks.kind,
        wanted: one.missing.redLines ? count * quota(asks, data.redLines ?? 0) : count * asks.count,
        found: one.missing.found,
        redLines: one.missing.redLines,
      });
    return one;
  });
  const papers = topics.map((_, place) => ({
    letter: letterOf(place),
    parts: drawn.map(({ asks, questions }) => ({ asks, questions: questions[place] ?? [] })),
  }));
  return { papers, diagnostics: to.diagnostics };
}

/** How many questions of a kind have to be about red lines. */
function quota({ count }: QuestionsFile, share: number): number {
  // 0.3 of 10 are 3, whatever doubles make of it
  return Math.ceil(Number((count * share).toFixed(6)));
}

type Missing = { readonly found: number; readonly redLines: boolean };

function drawnOf(
  asks: QuestionsFile,
  redLines: number,
  topics: readonly Set<string>[],
  seed: string,
  setting: Setting,
): Drawn & { readonly missing: Missing | undefined } {
  const all = mixed(candidatesOf[asks.kind](setting), randomFrom(`${seed}/${asks.kind}`));
  const queue = newQueue(spread(all), seed);
  const isOfRules = all.some(({ redLine }) => redLine !== undefined);
  const least = isOfRules ? quota(asks, redLines) : 0;
  const questions = topics.map((): Question[] => []);
  let missing: Missing | undefined;
  for (let number = 0; number < asks.count && !missing; number += 1) {
    for (const [place, used] of topics.entries()) {
      const question = queue.next(used, number < least, (number + place) % 2 === 0);
      if (!question) {
        missing ??= { found: questions.flat().length, redLines: number < least };
        break;
      }
      questions[place]?.push(question);
    }
  }
  const inTurn = questions.map((own, place) =>
    mixed(own, randomFrom(`${seed}/${asks.kind}/turn/${place}`)),
  );
  return { asks, questions: inTurn, missing };
}

/** Hands out questions, each once. */
interface Queue {
  /**
   * @param topics - what the paper asks about already
   * @param isTrue - whether of judgements one that is so is wanted, so that about half are
   */
  readonly next: (topics: Set<string>, isRedLine: boolean, isTrue: boolean) => Question | undefined;
}

function newQueue(candidates: readonly Candidate[], seed: string): Queue {
  let left = candidates;
  return {
    next: (topics, isRedLine, isTrue) => {
      const fits = (one: Candidate) => !isRedLine || one.redLine === true;
      const first = (holds: (one: Candidate) => boolean) => {
        for (const one of left) {
          if (!fits(one) || !holds(one)) continue;
          const question = one.make(randomFrom(`${seed}/${one.id}`));
          left = left.filter((other) => other !== one);
          if (question) {
            topics.add(one.topic);
            return question;
          }
        }
        return undefined;
      };
      const isNew = ({ topic }: Candidate) => !topics.has(topic);
      const isWanted = (one: Candidate) => one.isTrue === undefined || one.isTrue === isTrue;
      return first((one) => isNew(one) && isWanted(one)) ?? first(isNew) ?? first(() => true);
    },
  };
}

/** The same candidates, those whose ids say the same kind of thing in turn: cases, mistakes, limits. */
function spread(candidates: readonly Candidate[]): readonly Candidate[] {
  const groups = [
    ...Map.groupBy(candidates, ({ id }) => id.replace(/^.*\//u, '').replace(/-.*$/u, '')).values(),
  ];
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) =>
    groups.flatMap((group) => group[place] ?? []),
  ).flat();
}
