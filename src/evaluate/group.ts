import { invariant } from '../base/invariant.ts';
import { moved, placeInGroup, together } from '../dossier/together.ts';
import { distinct, isUnknown, unknown } from '../feel/operations/unknown.ts';
import type { Unknown, Value } from '../feel/value.ts';
import type { Expression, ProgramRule } from '../program/ast.ts';
import { judgesEachFile } from '../program/each-file.ts';
import { printRational } from '../values/rational.ts';
import { printDate } from '../values/temporal-text.ts';
import { cannotTell } from './cannot-tell.ts';
import { blankOutcome, judgeRule } from './judge-rule.ts';
import { withinWork } from './limit.ts';
import type { GroupUse, JudgeOptions, Outcome } from './outcome.ts';
import { placesRead } from './pointers.ts';
import { type Moment, momentOf, newSession, type Session } from './session.ts';
import { whenDue } from './due.ts';
import { asBranchs } from './stricter.ts';
import { boundsToPass } from './to-pass.ts';
import type { Trace } from './trace.ts';
import { traceOf } from './value.ts';

/**
 * Files that nobody can place, at most, that are tried in every group; with more of them no group is decided.
 * Each is copied into each group, so that their number times the number of groups is the work.
 */
const mostUnplaced = 50;

/** Further places of an outcome, at most: each file of a group has them. */
const mostRelated = 50;

/** The groups one file belongs to, and why it may belong to any other. */
export interface Placing {
  readonly keys: readonly string[];
  readonly doubt: Unknown | undefined;
  /** Where the key is read. */
  readonly place: string | undefined;
}

/**
 * What a rule with `scope` says of files checked together: outcomes by file, in the order of the files. One that
 * judges each file beside the others, with `each` over all of them, says of each only what is its own.
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
  const isEachFiles = judgesEachFile(rule);
  const files = sessions.map((session, index) => ({
    index,
    session,
    ...placingOf(group.by, momentOf(session, options.asOf)),
  }));
  type File = (typeof files)[number];
  const outcomes = sessions.map((): Outcome[] => []);
  const unplaced = files.filter(({ doubt }) => doubt);
  const members = new Map<string, File[]>();
  for (const file of files) {
    for (const key of file.keys) {
      const own = members.get(key);
      if (own) own.push(file);
      else members.set(key, [file]);
    }
  }
  for (const [key, sure] of members) {
    const open = sure.filter(({ doubt }) => doubt).length;
    const others = unplaced.length - open;
    // no more than can be said of them
    const perhaps = unplaced
      .slice(0, mostUnplaced + open)
      .filter(({ keys }) => !keys.includes(key));
    const tried = others <= mostUnplaced ? perhaps : [];
    const use = useOf(key, sure, tried, others);
    const judged = judge(use, others <= mostUnplaced ? [] : perhaps);
    const keyPlaces = [...sure, ...tried].flatMap(({ place }, position) =>
      place?.startsWith('/') ? moved(place, position) : [],
    );
    const seen = judged.map((outcome) => ({
      of: isEachFiles ? fileOf(outcome) : undefined,
      from: seenFrom(isEachFiles ? { ...outcome, element: null } : outcome, keyPlaces),
    }));
    for (const [position, { index }] of sure.entries()) {
      const own = seen.filter(({ of }) => of === undefined || of === position);
      outcomes[index]?.push(...own.map(({ from }) => from(position)));
    }
  }
  for (const file of files) {
    if (file.doubt) outcomes[file.index]?.push(alone(file, file.doubt));
    else if (file.keys.length === 0) outcomes[file.index]?.push(...blank(file));
  }
  return outcomes;

  function judge(use: GroupUse, untried: readonly File[]): readonly Outcome[] {
    const session = sessionOf(use);
    const judged = judgeRule(rule, session, options).map((outcome): Outcome => {
      const placed: Outcome = { ...outcome, group: use };
      if (untried.length > 0 && outcome.status !== 'not-due') {
        const doubts = untried.flatMap(({ doubt }) => doubt?.missing ?? []);
        return cannotTell(placed, doubts);
      }
      const whose = asBranchs(placed, rule, session, options);
      return { ...whose, toPass: boundsToPass(outcome, rule, session, options) };
    });
    session.remembered.clear();
    session.ofFile.clear();
    return judged;
  }

  /** A file that nobody can place: what its key wants is all that is said of it. */
  function alone(file: File, { missing }: Unknown): Outcome {
    const { session } = file;
    const [outcome] = blank(file);
    invariant(outcome !== undefined, 'a rule says something of every file');
    if (outcome.status === 'not-due') return outcome;
    const within = missing.map((one) => ({ ...one, pointer: moved(one.pointer, 0) }));
    return whenDue(cannotTell(outcome, within), options, session.program);
  }

  /** Not due, or not applicable: there is nothing that the file could have in common with another. */
  function blank(file: File): readonly Outcome[] {
    const use = useOf(null, [file], [], 0);
    // whether it is due or a draft is told without reading anything of the group
    const none: ProgramRule = { ...rule, editions: [], each: undefined };
    return judgeRule(none, sessionOf(use), options).map((outcome): Outcome => {
      if (outcome.status === 'not-due' || outcome.inapplicable) return { ...outcome, group: use };
      return { ...blankOutcome(rule), inapplicable: { kind: 'ungrouped' }, group: use };
    });
  }

  function sessionOf({ members: [first], dossier, subject }: GroupUse): Session {
    invariant(first !== undefined, 'a group has a file');
    const { today } = options;
    return newSession(first.program, dossier, subject, { today });
  }

  function useOf(
    key: string | null,
    sure: readonly File[],
    perhaps: readonly File[],
    unplacedFiles: number,
  ): GroupUse {
    invariant(group !== undefined, 'only rules with a scope judge groups');
    const own = [...sure, ...perhaps].map(({ session }) => session);
    const doubts = [...sure.map(() => undefined), ...perhaps.map(({ doubt }) => doubt)];
    return {
      key,
      by: group.by.core,
      title: group.title,
      files: sure.length,
      unplaced: unplacedFiles,
      subject: group.subject,
      members: own,
      dossier: together(
        own.map(({ dossier }) => dossier),
        doubts,
        new Map(group.key === undefined ? [] : [[group.key, key]]),
      ),
    };
  }
}

/**
 * The groups that one file belongs to.
 *
 * @param by - read of the file by itself
 */
export function placingOf(by: Expression, moment: Moment): Placing {
  return withinWork(
    moment,
    () => placingBy(traceOf(by.core, moment)),
    (doubt) => ({ keys: [], doubt, place: undefined }),
  );
}

function placingBy(trace: Trace): Placing {
  return { ...keysIn(trace.value), place: placesRead([trace]).at(-1) };
}

function keysIn(value: Value): Pick<Placing, 'keys' | 'doubt'> {
  if (isUnknown(value)) return { keys: [], doubt: value };
  if (typeof value === 'string') return { keys: [value], doubt: undefined };
  if (value === null) return { keys: [], doubt: undefined };
  if (typeof value !== 'object') return { keys: [String(value)], doubt: undefined };
  switch (value.kind) {
    case 'list': {
      const each = value.items.map(keysIn);
      const unsure = value.items.map((_, index) => value.maybe?.[index]);
      const missing = [...unsure, ...each.map(({ doubt }) => doubt)].flatMap(
        (one) => one?.missing ?? [],
      );
      const keys = each.flatMap((one, index) => (unsure[index] ? [] : one.keys));
      return {
        keys: [...new Set(keys)],
        doubt: missing.length > 0 ? { kind: 'unknown', missing: distinct(missing) } : undefined,
      };
    }
    case 'number':
      return { keys: [printRational(value)], doubt: undefined };
    case 'date':
      return { keys: [printDate(value)], doubt: undefined };
    default:
      return { keys: [], doubt: unknown('undefined', '') };
  }
}

/** The same outcome for each of its files: located there first, at its key where nothing else was read of it alone. */
function seenFrom(outcome: Outcome, keyPlaces: readonly string[]): (position: number) => Outcome {
  const told = [outcome.at, ...outcome.related].filter((place) => placeInGroup(place));
  const places = told.length > 0 ? told : keyPlaces;
  const [own, keys] = [firstsOf(places), firstsOf(keyPlaces)];
  return (position) => {
    const at = own.get(position) ?? keys.get(position);
    if (at === undefined) return outcome;
    const others = places.slice(0, mostRelated + 1).filter((place) => place !== at);
    return { ...outcome, at, related: others.slice(0, mostRelated) };
  };
}

/** The position of the one file that an outcome speaks of, where each is judged beside the others; undefined for all. */
function fileOf({ element, elementAt }: Outcome): number | undefined {
  return element === null ? undefined : placeInGroup(elementAt ?? '')?.index;
}

/** The first place in each file of a group. */
function firstsOf(places: readonly string[]): ReadonlyMap<number, string> {
  const firsts = new Map<number, string>();
  for (const place of places) {
    const index = placeInGroup(place)?.index;
    if (index !== undefined && !firsts.has(index)) firsts.set(index, place);
  }
  return firsts;
}
