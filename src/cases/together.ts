/** Files that were judged together as one, and the rules that fail in them. */
export interface Failed {
  /** The file, or the case that it was made of. */
  readonly name: string;
  readonly rules: Iterable<string>;
  /** The rule whose case it is, where that passes. */
  readonly passes?: string;
}

/** Rules that never fail without certain others. */
export interface Together {
  /** They fail in the very same files; one alone where `with` says what it never fails without. */
  readonly rules: readonly string[];
  /** Rules that fail wherever those fail, and elsewhere too; none where those are several. */
  readonly with: readonly string[];
  /** Where they fail, in the order given. */
  readonly files: readonly string[];
  /** How often those of `with` fail in all. */
  readonly outOf: number;
  readonly isExplained: boolean;
}

/** A set of rules that fail in the very same files. */
interface Alike {
  readonly rules: readonly string[];
  readonly files: ReadonlySet<string>;
}

/**
 * Rules that always fail together: one cause under two names, unless a reason says otherwise. First those that fail in
 * the same files, then those that never fail without another; of a chain of these only its links.
 *
 * A rule that fails once without another is not held against it, nor against one that fails where its own case
 * passes: that one fails there by itself, for what the case was set up with. One that never fails says nothing.
 *
 * @param isExplained - whether one of two rules says why they fail together
 */
export function failingTogether(
  failed: readonly Failed[],
  isExplained: (one: string, other: string) => boolean,
): readonly Together[] {
  const alike = alikeIn(failed);
  const passing = Map.groupBy(failed, ({ passes }) => passes);
  const equals = alike
    .filter(({ rules }) => rules.length > 1)
    .map(({ rules, files }): Together => {
      const explained = isConnected(rules, isExplained);
      return { rules, with: [], files: [...files], outOf: files.size, isExplained: explained };
    });
  return [...equals, ...alike.flatMap((one) => wider(one))];

  /** Whether others fail where the cases of a rule pass. */
  function isBesides(one: Alike, { files }: Alike): boolean {
    return one.rules.some((rule) => passing.get(rule)?.some(({ name }) => files.has(name)));
  }

  function wider(one: Alike): readonly Together[] {
    const within = alike.filter(
      (other) => other !== one && isWithin(one.files, other.files) && !isBesides(one, other),
    );
    const next = within.filter(
      (other) => !within.some((middle) => middle !== other && isWithin(middle.files, other.files)),
    );
    return next.map((other): Together => {
      const explained = one.rules.some((a) => other.rules.some((b) => isExplained(a, b)));
      const { rules, files } = one;
      const outOf = other.files.size;
      return { rules, with: other.rules, files: [...files], outOf, isExplained: explained };
    });
  }
}

function alikeIn(failed: readonly Failed[]): readonly Alike[] {
  const byRule = new Map<string, Set<string>>();
  for (const { name, rules } of failed)
    for (const rule of rules) {
      const files = byRule.get(rule) ?? new Set();
      byRule.set(rule, files.add(name));
    }
  const groups = Map.groupBy(byRule.keys(), (rule) =>
    JSON.stringify([...(byRule.get(rule) ?? [])]),
  );
  return [...groups.values()].map((rules) => ({
    rules,
    files: byRule.get(rules[0] ?? '') ?? new Set(),
  }));
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return some.size <= all.size && [...some].every((one) => all.has(one));
}

/** Whether reasons lead from each rule of a group to all others. */
function isConnected(
  [first, ...others]: readonly string[],
  isExplained: (one: string, other: string) => boolean,
): boolean {
  const reached = new Set(first === undefined ? [] : [first]);
  let left = others;
  for (;;) {
    const next = left.filter((rule) => [...reached].some((one) => isExplained(one, rule)));
    if (next.length === 0) return left.length === 0;
    for (const rule of next) reached.add(rule);
    left = left.filter((rule) => !reached.has(rule));
  }
}
