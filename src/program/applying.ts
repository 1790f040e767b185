import type { Entry } from '../rulebook/ast.ts';
import type { WholeRule } from '../rulebook/whole.ts';
import type { Each, Expression, Dated, ProgramRule, Subject } from './ast.ts';

/** A condition, and of what it is one. */
export interface Condition {
  readonly name: string;
  readonly title: WholeRule['title'];
  readonly entry: Omit<Entry<unknown>, 'data'>;
  readonly subject: Subject;
  readonly each?: Each | undefined;
  readonly products?: WholeRule['products'];
  readonly editions: readonly (Dated & {
    readonly asOf: Expression | undefined;
    readonly when: Expression | undefined;
  })[];
}

/** A condition as a rule that applies where it holds, and asks nothing. */
export function ruleApplying(condition: Condition): ProgramRule {
  const { name, title, entry, subject, each, products, editions } = condition;
  const data: WholeRule = {
    rule: name,
    title,
    kind: 'bank',
    level: 'mandatory',
    check: 'data',
    status: 'issued',
    posts: [],
    editions: [],
    ...(products && { products }),
  };
  return {
    id: name,
    rule: {
      id: name,
      stage: '',
      step: '',
      entry: { ...entry, data },
      written: data,
      cases: undefined,
    },
    subject,
    group: undefined,
    each,
    rows: undefined,
    editions: editions.map((edition) => ({
      ...edition,
      title,
      lets: [],
      require: undefined,
      criterion: undefined,
      ifAbsent: undefined,
      basis: [],
      finding: {},
      remedy: undefined,
    })),
    waivers: undefined,
    since: 'new',
    ended: undefined,
  };
}
