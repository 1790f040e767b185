import { blankOutcome } from '../evaluate/judge-rule.ts';
import type { Judgement, Outcome, Status } from '../evaluate/outcome.ts';
import { blankOutcome as blankOfProcess } from '../evaluate/process.ts';
import type { ProcessRule, ProgramRule } from '../program/ast.ts';

/** An outcome as measures count it. */
export interface Counted extends Pick<Outcome, 'level' | 'kind' | 'posts' | 'stage'> {
  readonly status: Status;
  /** Only a person can tell it, and has not. */
  readonly isPending: boolean;
  /** Of a finding. */
  readonly finding?: Outcome;
}

/**
 * What a judgement comes to, to be counted: findings one by one, all else by rule and how it stands, which files share.
 * Outcomes that nobody has to act on are not made for it: those of a thousand files would fill the memory.
 */
export function countedIn({ findings, said }: Judgement): readonly Counted[] {
  const found = findings.map((finding): Counted => {
    const { status, level, kind, posts, stage, manual } = finding;
    const isPending = manual && status === 'cannot-tell';
    return { status, level, kind, posts, stage, isPending, finding };
  });
  const others = said().flatMap((one) =>
    one.said
      .filter(({ status, isWaiting }) => isWaiting || !isFound.has(status))
      .map(({ status, level, isWaiting }) => sharedOf(one.rule, status, level, isWaiting)),
  );
  return [...found, ...others];
}

const isFound: ReadonlySet<Status> = new Set(['fail', 'cannot-tell', 'waived']);
const shared = new WeakMap<ProgramRule | ProcessRule, Map<string, Counted>>();

function sharedOf(
  rule: ProgramRule | ProcessRule,
  status: Status,
  level: Outcome['level'],
  isPending: boolean,
): Counted {
  const own = shared.get(rule) ?? new Map<string, Counted>();
  shared.set(rule, own);
  const key = `${status} ${level} ${isPending}`;
  const known = own.get(key);
  if (known) return known;
  const { kind, posts, stage } = 'facet' in rule ? blankOfProcess(rule) : blankOutcome(rule);
  const counted = { status, level, kind, posts, stage, isPending };
  own.set(key, counted);
  return counted;
}
