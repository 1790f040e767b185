/** Definitions that use one another, one inside the other, at most. */
export const deepest = 100;

/** Names that go in a circle, so few that they may be followed one inside the other until the circle closes. */
const longestFollowed = 30;

/** Circles that are told of, at most. */
const mostCircles = 10;

export interface Nesting {
  /** Every name after those that it mentions, as far as they do not go in a circle. */
  readonly order: readonly string[];
  /** Names that are nested one deeper than `deepest`; those that mention them are deeper still. */
  readonly tooDeep: readonly string[];
  /** Circles too long to be followed: each name uses the next, and the last the first. */
  readonly circles: readonly (readonly string[])[];
  /** Names whose meaning cannot be worked out, for one of those reasons. */
  readonly lost: ReadonlySet<string>;
}

/** How names mention one another: without recursion, however long a chain of them is. */
export function nestingOf(mentions: ReadonlyMap<string, readonly string[]>): Nesting {
  const depths = new Map<string, number>();
  const circles: string[][] = [];
  for (const root of mentions.keys()) {
    const path = depths.has(root) ? [] : [opened(root)];
    const onPath = new Set(path.map(({ name }) => name));
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const next = last.inner[last.seen];
      last.seen += 1;
      if (next === undefined) {
        const inside = last.inner.map((name) => depths.get(name) ?? 0);
        depths.set(last.name, 1 + inside.reduce((most, one) => Math.max(most, one), 0));
        onPath.delete(last.name);
        path.pop();
      } else if (onPath.has(next)) {
        const from = path.findIndex(({ name }) => name === next);
        if (path.length - from > longestFollowed && circles.length < mostCircles)
          circles.push(path.slice(from).map(({ name }) => name));
      } else if (!depths.has(next)) {
        path.push(opened(next));
        onPath.add(next);
      }
    }
  }
  const order = [...depths.keys()];
  const inCircles = new Set(circles.flat());
  const tooDeep = order.filter((name) => depths.get(name) === deepest + 1 && !inCircles.has(name));
  const lost = order.filter((name) => (depths.get(name) ?? 0) > deepest);
  return { order, tooDeep, circles, lost: new Set([...lost, ...inCircles]) };

  function opened(name: string) {
    return { name, inner: mentions.get(name) ?? [], seen: 0 };
  }
}

/** A circle as it is told: of a long one its beginning and end. */
export function shownCircle(names: readonly string[]): readonly string[] {
  return names.length > 8 ? [...names.slice(0, 4), '…', ...names.slice(-3)] : names;
}
