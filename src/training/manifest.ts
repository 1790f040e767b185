import type { QuestionKind } from '../rulebook/files.ts';
import { inForce, type Program } from '../program/ast.ts';
import { printRational } from '../values/rational.ts';
import type { Numbered } from './pages.ts';
import { numbered } from './pages.ts';
import type { Paper } from './paper.ts';
import { askedRules, isReliable, type Setting } from './setting.ts';

/** SHA-256 of a text, in hexadecimal digits. */
export type Digest = (text: string) => string;

/** What saved papers rest on, beside them as JSON. */
export interface PapersManifest {
  readonly format: 1;
  readonly rulebook: { readonly id: string; readonly version: string };
  readonly asOf: string;
  readonly language: string;
  readonly questions: readonly SavedQuestion[];
}

export interface SavedQuestion {
  /** The letter of its paper, and its number in it: `A-12`. */
  readonly place: string;
  readonly id: string;
  readonly kind: QuestionKind;
  readonly rests: readonly SavedRest[];
}

/** Something of the rulebook as it was when the question was made. */
export interface SavedRest {
  readonly what: 'rule' | 'step' | 'parameter' | 'post';
  readonly id: string;
  /** First day of the edition; empty for what has none. */
  readonly edition: string;
  /** The value of a limit; of all else a digest of what it says. */
  readonly says: string;
}

export function manifestOf(
  papers: readonly Paper[],
  { program, speaker }: Setting,
  digest: Digest,
): PapersManifest {
  const { id, version } = program.rulebook.manifest.data;
  const rest = newRests(program, speaker.asOf, digest);
  const saved = (letter: string, { number, question }: Numbered): SavedQuestion => {
    const { rules, steps, parameters, posts } = question.rests;
    const all = [
      ...rules.map((one) => ['rule', one] as const),
      ...steps.map((one) => ['step', one] as const),
      ...parameters.map((one) => ['parameter', one] as const),
      ...posts.map((one) => ['post', one] as const),
    ];
    return {
      place: `${letter}-${number}`,
      id: question.id,
      kind: question.kind,
      rests: all.flatMap(([what, one]) => rest(what, one) ?? []),
    };
  };
  return {
    format: 1,
    rulebook: { id, version },
    asOf: speaker.asOf,
    language: speaker.language,
    questions: papers.flatMap((paper) => numbered(paper).map((one) => saved(paper.letter, one))),
  };
}

/** Why a saved question may be wrong by now. */
export type Change =
  | { readonly kind: 'gone'; readonly id: string }
  | { readonly kind: 'edition'; readonly id: string; readonly was: string; readonly now: string }
  | { readonly kind: 'edited'; readonly id: string }
  | { readonly kind: 'limit'; readonly id: string; readonly was: string; readonly now: string };

export interface ChangedQuestion {
  readonly question: SavedQuestion;
  readonly changes: readonly Change[];
}

/** The questions that rest on what is otherwise on a day. */
export function changedSince(
  { questions }: PapersManifest,
  program: Program,
  day: string,
  digest: Digest,
): readonly ChangedQuestion[] {
  const rest = newRests(program, day, digest);
  return questions.flatMap((question) => {
    const changes = question.rests.flatMap((was) => changeOf(was, rest(was.what, was.id)) ?? []);
    return changes.length > 0 ? [{ question, changes }] : [];
  });
}

function changeOf(was: SavedRest, now: SavedRest | undefined): Change | undefined {
  const { id, what } = was;
  if (!now) return { kind: 'gone', id };
  if (what === 'parameter')
    return was.says === now.says ? undefined : { kind: 'limit', id, was: was.says, now: now.says };
  if (was.edition !== now.edition)
    return { kind: 'edition', id, was: was.edition, now: now.edition };
  return was.says === now.says ? undefined : { kind: 'edited', id };
}

/** What things of a rulebook say on a day; undefined for what may no longer be asked about. */
function newRests(
  program: Program,
  day: string,
  digest: Digest,
): (what: SavedRest['what'], id: string) => SavedRest | undefined {
  const rules = new Map(askedRules(program, day, {}).map((one) => [one.id, one]));
  return (what, id) => {
    switch (what) {
      case 'rule': {
        const asked = rules.get(id);
        const { entry } = asked?.rule.rule ?? {};
        // of an edition edited in place, the day is the same
        const index = asked ? asked.rule.editions.indexOf(asked.edition) : -1;
        const { editions, cases: _, ...said } = { cases: undefined, ...entry?.data };
        return (
          asked && {
            what,
            id,
            edition: asked.edition.from,
            says: digest(JSON.stringify([said, editions?.[index]])),
          }
        );
      }
      case 'step': {
        const step = program.steps.find((one) => one.id === id);
        const edition = step && inForce(step.editions, day);
        if (!step || !edition || !isReliable(edition.basis, program)) return undefined;
        const { title, tasks } = step.step.entry.data;
        const { posts, events, after, documents, gate } = edition;
        return {
          what,
          id,
          edition: edition.from,
          says: digest(JSON.stringify([title, tasks, posts, events, after, documents, gate])),
        };
      }
      case 'parameter': {
        const parameter = program.references.get(id);
        const edition =
          parameter?.kind === 'parameter' ? inForce(parameter.editions, day) : undefined;
        return edition && { what, id, edition: edition.from, says: printRational(edition.value) };
      }
      case 'post': {
        const post = program.rulebook.posts?.data.posts.find((one) => one.post === id);
        const pairs = program.incompatible.filter(({ posts }) => posts.includes(id));
        return post && { what, id, edition: '', says: digest(JSON.stringify([post.title, pairs])) };
      }
    }
  };
}

/** A manifest as it was written; undefined for what is none. */
export function manifestFrom(text: string): PapersManifest | undefined {
  try {
    const data = JSON.parse(text) as unknown;
    return isManifest(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(data: unknown): data is PapersManifest {
  return (
    isRecord(data) &&
    data['format'] === 1 &&
    Array.isArray(data['questions']) &&
    data['questions'].every(
      (one: unknown) =>
        isRecord(one) &&
        ['place', 'id', 'kind'].every((key) => typeof one[key] === 'string') &&
        Array.isArray(one['rests']) &&
        one['rests'].every(
          (rest: unknown) =>
            isRecord(rest) &&
            ['what', 'id', 'edition', 'says'].every((key) => typeof rest[key] === 'string'),
        ),
    )
  );
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
