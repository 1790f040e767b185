import type { People } from '../check/people.ts';
import { inForce, type Program } from '../program/ast.ts';
import { parseDate } from '../values/temporal-text.ts';
import type { HandledFile, TimedAct } from './hand-overs.ts';

/** A post that steps ask for and that nobody holds on a day. */
export interface Vacancy {
  readonly post: string;
  readonly steps: readonly string[];
  /** `cannot-tell`: the register does not tell of somebody who may hold it. */
  readonly state: 'nobody' | 'cannot-tell' | 'elsewhere';
  /** Branches of the files in which nobody holds it, where somebody elsewhere does. */
  readonly branches: readonly string[];
}

/** One person in two posts that exclude each other, in different files of one month. */
export interface Clash {
  readonly actor: string;
  /** ISO, `2026-11`. */
  readonly month: string;
  readonly posts: readonly [string, string];
  /** Files of one customer, or no more than one branch's. */
  readonly scope: 'customer' | 'branch';
  /** Of which customer or branch. */
  readonly of: string;
  /** The acts in the one post, and in the other. */
  readonly acts: readonly [readonly ClashAct[], readonly ClashAct[]];
}

export interface ClashAct {
  readonly file: string;
  readonly event: string;
  readonly day: string;
}

/** Somebody whom the register has in two posts that exclude each other, at once. */
export interface Doubled {
  readonly person: string;
  readonly posts: readonly [string, string];
  readonly from: string;
  /** null where it goes on. */
  readonly until: string | null;
}

/** Everything that a register tells of the duties of steps. */
export interface Duties {
  /** The day that vacancies are of, ISO. */
  readonly day: string;
  readonly vacancies: readonly Vacancy[];
  readonly doubled: readonly Doubled[];
  /** People of whom the register does not tell the posts whole. */
  readonly unclear: readonly string[];
}

/**
 * Which posts nobody holds on a day, and who holds two that exclude each other.
 *
 * @param branches - those of the files
 */
export function dutiesOf(
  program: Program,
  people: People,
  day: string,
  branches: readonly string[],
): Duties {
  const date = parseDate(day);
  const held = date ? people.everybody.map((one) => ({ ...one, on: one.postsOn(date) })) : [];
  const asked = new Map<string, string[]>();
  for (const { id, editions } of program.steps)
    for (const post of inForce(editions, day)?.posts ?? [])
      asked.set(post, [...(asked.get(post) ?? []), id]);
  const vacancies = [...asked].flatMap(([post, steps]): Vacancy[] => {
    const state = stateIn(held, post);
    if (state !== 'held') return [{ post, steps, state, branches: [] }];
    const without = branches.filter(
      (branch) =>
        stateIn(
          held.filter((one) => one.branch === branch),
          post,
        ) !== 'held',
    );
    return without.length > 0 ? [{ post, steps, state: 'elsewhere', branches: without }] : [];
  });
  const doubled = people.everybody.flatMap(({ id, tenures = [] }) =>
    program.incompatible.flatMap(({ posts: [one = '', other = ''] }) =>
      tenures
        .filter(({ post }) => post === one)
        .flatMap((a) =>
          tenures
            .filter(({ post }) => post === other)
            .flatMap((b): Doubled[] => {
              const from = a.from > b.from ? a.from : b.from;
              const ends = [a.until, b.until].filter((end) => end !== null).toSorted();
              const until = ends[0] ?? null;
              if (until !== null && until < from) return [];
              return [{ person: id, posts: [one, other], from, until }];
            }),
        ),
    ),
  );
  const unclear = people.everybody.filter(({ tenures }) => !tenures).map(({ id }) => id);
  return { day, vacancies, doubled, unclear };
}

function stateIn(
  held: readonly { readonly on: ReadonlyMap<string, boolean | undefined> | undefined }[],
  post: string,
): 'held' | 'nobody' | 'cannot-tell' {
  if (held.some(({ on }) => on?.get(post) === true)) return 'held';
  const isOpen = held.some(({ on }) => !on || (on.has(post) && on.get(post) === undefined));
  return isOpen ? 'cannot-tell' : 'nobody';
}

/** Who acted in two posts that exclude each other, in different files of a customer or branch, within a month. */
export function clashesOf(program: Program, files: readonly HandledFile[]): readonly Clash[] {
  const all = files.flatMap((file) =>
    file.acts.flatMap((act) =>
      act.actor === undefined || act.post === undefined ? [] : [{ file, act, actor: act.actor }],
    ),
  );
  const groups = Map.groupBy(all, ({ actor, act }) => `${actor}\n${act.at.day.slice(0, 7)}`);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, own]) => {
      const [actor = '', month = ''] = key.split('\n');
      return program.incompatible.flatMap(({ posts: [one = '', other = ''] }) => {
        const [a, b] = [one, other].map((post) => own.filter(({ act }) => act.post === post));
        if (!a || !b || a.length === 0 || b.length === 0) return [];
        const posts = [one, other] as const;
        const ofCustomers = among('customer', ({ customers }) => customers);
        const told = new Set(
          ofCustomers
            .flatMap(({ acts }) => acts.flat())
            .map(({ file, event }) => `${file}\n${event}`),
        );
        // what a customer's files show is not told again of the branch
        const ofBranches = among('branch', ({ branch }) => (branch === undefined ? [] : [branch]));
        return [
          ...ofCustomers,
          ...ofBranches.filter(({ acts }) =>
            acts.flat().some(({ file, event }) => !told.has(`${file}\n${event}`)),
          ),
        ];

        function among(
          scope: Clash['scope'],
          keysOf: (file: HandledFile) => readonly string[],
        ): readonly Clash[] {
          const keys = new Set([...(a ?? []), ...(b ?? [])].flatMap(({ file }) => keysOf(file)));
          return [...keys].flatMap((of): Clash[] => {
            const [ours, theirs] = [a, b].map((acts) =>
              (acts ?? []).filter(({ file }) => keysOf(file).includes(of)),
            );
            const isAcross = ours?.some((x) => theirs?.some((y) => x.file !== y.file));
            if (!ours || !theirs || isAcross !== true) return [];
            return [
              { actor, month, posts, scope, of, acts: [ours.map(actTold), theirs.map(actTold)] },
            ];
          });
        }
      });
    });
}

function actTold({ file, act }: { readonly file: HandledFile; readonly act: TimedAct }): ClashAct {
  return { file: file.id, event: act.event, day: act.at.day };
}
