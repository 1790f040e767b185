import { planOf, planOfGroup } from '../plan/from-program.ts';
import type { Program } from '../program/ast.ts';
import { type Image, imageOf } from '../run/compile.ts';
import { type GroupImage, groupImageOf } from '../run/together.ts';
import { type Weight, weightsOf } from './told.ts';

/** What an engine makes of a program before it judges, as plain data, which may be kept. */
export interface Prepared {
  /** Of files judged by themselves, by their subject. */
  readonly images: ReadonlyMap<string, PreparedSubject>;
  /** Of the rules that judge files together, by their ids. */
  readonly groups: ReadonlyMap<string, GroupImage>;
}

export interface PreparedSubject {
  readonly image: Image;
  readonly weights: readonly Weight[];
}

/** Everything that an engine of a program may ever ask for but what is judged as of one day. */
export function prepared(program: Program): Prepared {
  const images = new Map<string, PreparedSubject>();
  for (const [name, subject] of program.subjects) {
    const image = imageOf(planOf(program, subject), subject.type);
    const ids = image.plan.rules.map(({ id }) => id);
    images.set(name, { image, weights: weightsOf(ids, program) });
  }
  const groups = new Map<string, GroupImage>();
  for (const rule of program.rules) {
    const plan = planOfGroup(program, rule);
    const { group, subject } = rule;
    if (plan && group) groups.set(rule.id, groupImageOf(plan, subject.type, group.subject.type));
  }
  return { images, groups };
}
