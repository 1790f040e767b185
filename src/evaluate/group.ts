import { invariant } from '../base/invariant.ts';
import { moved, placeInGroup, together } from '../dossier/together.ts';
import { withinLimits } from '../feel/operations/limits.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Unknown, Value } from '../feel/value.ts';
import type { Grouping, ProgramRule } from '../program/ast.ts';
import { printRational } from '../values/rational.ts';
import { printDate } from '../values/temporal-text.ts';
import { cannotTell } from './cannot-tell.ts';
import { judgeRule } from './judge-rule.ts';
import type { GroupUse, JudgeOptions, Outcome } from './outcome.ts';
import { pointersOf } from './reasons.ts';
import { newSession, type Session, valueOf } from './scope.ts';
import { boundsToPass } from './to-pass.ts';
import { unknown } from './unknown.ts';

/**
 * Files that nobody can place, at most, that are tried in every group; with more of them no group is decided.
 * Each is copied into each group, so that their number times the number of groups is the work.
 */
const mostUnplaced = 50;

/** The groups one file belongs to, and why it may belong to any other. */
interface Placing {
  readonly keys: readonly string[];
  readonly doubt: Unknown | undefined;
}

/**
 * What a rule with `scope` says of files checked together: outcomes by file, in the order of the files.
 *
 * A file whose key cannot be told may belong to any group: it stands in each as perhaps there, so that a total
 * over the group is unknown while a breach among the others still is one, and is itself cannot-tell.
 *
 * @param sessions - one for each file, all of the rule's subject
 */
export function judgeGroups(
  rule: ProgramRule,
  sessions: readonly Session[],
  options: JudgeOptions,
): readonly (readonly Outcome[])[] {
  const { group } = rule;
  invariant(group !== undefined, 'only rules with a scope judge groups');
  const placings = sessions.map((session) => placingOf(group, session, options));
  const outcomes = sessions.map((): Outcome[] => []);
  const unplaced = sessions.flatMap((_, index) => (placings[index]?.doubt ? [index] : []));
  const keys = [...new Set(placings.flatMap((placing) => placing.keys))];
  for (const key of keys) {
    const sure = indexesWhere((placing) => placing.keys.includes(key));
    const perhaps = unplaced.filter((index) => !sure.includes(index));
    const members = [...sure, ...perhaps];
    const tried = perhaps.length <= mostUnplaced ? members : sure;
    const use = useOf(key, tried, sure.length, perhaps.length);
    const keyPlaces = tried.flatMap((index, position) => keyPlace(index, position) ?? []);
    const judged = judge(tried, use, perhaps.length <= mostUnplaced ? undefined : perhaps);
    for (const [position, index] of sure.entries())
      outcomes[index]?.push(...judged.map((outcome) => seenFrom(outcome, position, keyPlaces)));
  }
  for (const [index, { keys: own, doubt }] of placings.entries()) {
    if (doubt) outcomes[index]?.push(alone(index, doubt));
    else if (own.length === 0) outcomes[index]?.push(...blank(index));
  }
  return outcomes;

  /** Where a file has its key, as a place of the group. */
  function keyPlace(index: number, position: number): string | undefined {
    const session = sessions[index];
    if (!session || !group) return undefined;
    const moment = { session, day: options.asOf, variables: new Map() };
    const place = pointersOf(group.by.core, moment).at(-1);
    return place?.startsWith('/') ? moved(place, position) : undefined;
  }

  function indexesWhere(holds: (placing: Placing) => boolean): readonly number[] {
    return placings.flatMap((placing, index) => (holds(placing) ? [index] : []));
  }

  function judge(
    members: readonly number[],
    use: GroupUse,
    untried: readonly number[] | undefined,
  ): readonly Outcome[] {
    const [first] = sessions;
    if (!first) return [];
    const session = newSession(first.program, use.dossier, use.subject);
    const judged = withinLimits(
      () => judgeRule(rule, session, options),
      () => blank(members[0] ?? 0).map((outcome) => cannotTell(outcome, tooMuch().missing)),
    );
    return judged.map((outcome): Outcome => {
      const placed: Outcome = { ...outcome, group: use };
      if (untried && outcome.status !== 'not-due') {
        return cannotTell(
          placed,
          untried.slice(0, mostUnplaced).flatMap((index) => placings[index]?.doubt?.missing ?? []),
        );
      }
      return { ...placed, toPass: boundsToPass(outcome, rule, session, options) };
    });
  }

  /** A file that nobody can place: what its key wants is all that is said of it. */
  function alone(index: number, { missing }: Unknown): Outcome {
    const use = useOf(null, [index], 1, 0);
    const [outcome] = blank(index);
    invariant(outcome !== undefined, 'a rule says something of every file');
    if (outcome.status === 'not-due') return outcome;
    const within = missing.map((one) => ({ ...one, pointer: moved(one.pointer, 0) }));
    return { ...cannotTell(outcome, within), group: use };
  }

  /** Not due, or not applicable: there is nothing that the file could have in common with another. */
  function blank(index: number): readonly Outcome[] {
    const use = useOf(null, [index], 1, 0);
    const session = sessions[index];
    if (!session) return [];
    const none: ProgramRule = { ...rule, editions: [], each: undefined };
    const empty = newSession(session.program, use.dossier, use.subject);
    return judgeRule(none, empty, options).map((outcome) => ({ ...outcome, group: use }));
  }

  function useOf(
    key: string | null,
    members: readonly number[],
    files: number,
    unplacedFiles: number,
  ): GroupUse {
    const own = members.flatMap((index) => sessions[index] ?? []);
    const doubts = members.map((index) =>
      placings[index]?.keys.includes(key ?? '') ? undefined : placings[index]?.doubt,
    );
    const [first] = own;
    invariant(first !== undefined && group !== undefined, 'a group has a file');
    return {
      key,
      by: group.by.core,
      title: group.title,
      files,
      unplaced: unplacedFiles,
      subject: group.subject,
      members: own,
      dossier: together(
        own.map(({ dossier }) => dossier),
        key === null ? [] : doubts,
      ),
    };
  }
}

function placingOf({ by }: Grouping, session: Session, { asOf }: JudgeOptions): Placing {
  const moment = { session, day: asOf, variables: new Map() };
  return placingBy(withinLimits(() => valueOf(by, moment), tooMuch));
}

/** Work beyond the limits settles nothing. */
function tooMuch(): Unknown {
  return unknown({ why: 'undefined', pointer: '' });
}

function placingBy(value: Value): Placing {
  if (isUnknown(value)) return { keys: [], doubt: value };
  if (typeof value === 'string') return { keys: [value], doubt: undefined };
  if (value === null) return { keys: [], doubt: undefined };
  if (typeof value !== 'object') return { keys: [String(value)], doubt: undefined };
  switch (value.kind) {
    case 'list': {
      const each = value.items.map(placingBy);
      const unsure = value.items.map((_, index) => value.maybe?.[index]);
      const missing = [...unsure, ...each.map(({ doubt }) => doubt)].flatMap(
        (one) => one?.missing ?? [],
      );
      const keys = each.flatMap((one, index) => (unsure[index] ? [] : one.keys));
      return {
        keys: [...new Set(keys)],
        doubt: missing.length > 0 ? unknown(...missing) : undefined,
      };
    }
    case 'number':
      return { keys: [printRational(value)], doubt: undefined };
    case 'date':
      return { keys: [printDate(value)], doubt: undefined };
    default:
      return { keys: [], doubt: tooMuch() };
  }
}

/** The same outcome for one of its files: located there first, at its key where nothing else was read of it alone. */
function seenFrom(outcome: Outcome, position: number, keyPlaces: readonly string[]): Outcome {
  const told = [outcome.at, ...outcome.related].filter((place) => placeInGroup(place));
  const places = told.length > 0 ? told : keyPlaces;
  const isOwn = (place: string) => placeInGroup(place)?.index === position;
  const own = places.find(isOwn) ?? keyPlaces.find(isOwn);
  if (own === undefined) return outcome;
  return { ...outcome, at: own, related: places.filter((place) => place !== own) };
}
