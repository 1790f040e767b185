import { fieldAlong, parsePath } from '../dossier/path.ts';
import type { Core, MembershipCore } from '../feel/core.ts';
import type { ProgramRule, RuleEditionProgram, Subject } from '../program/ast.ts';
import type { Named } from './model.ts';
import type { Speaker } from './speaker.ts';

/** Every product of a kind of file, in the order of its schema; none where its files name no product. */
export function productsOf(
  { file, type }: Subject,
  { words }: Pick<Speaker, 'words'>,
): readonly Named[] {
  const steps = file.product === undefined ? undefined : parsePath(file.product);
  const product = steps && fieldAlong(type, steps)?.type;
  if (product?.kind !== 'text') return [];
  return [...(product.words ?? [])].map(([id, title]) => ({ id, title: words(title) || id }));
}

/**
 * Codes of the products that a rule can be for, by its `products`, its condition, and a requirement that begins with
 * products it does not touch; undefined where it is for all.
 */
export function productsAsked(
  { rule, subject }: ProgramRule,
  { when, require }: RuleEditionProgram,
  all: readonly string[],
): readonly string[] | undefined {
  const steps = subject.file.product === undefined ? undefined : parsePath(subject.file.product);
  const path = steps?.map((step) => ('name' in step ? step.name : '')).join('.');
  if (path === undefined) return rule.entry.data.products;
  const tests = [...(when ? conjuncts(when.core) : []), ...untouched(require?.core)];
  const kept = all.filter(
    (code) =>
      rule.entry.data.products?.includes(code) !== false &&
      tests.every((test) => isFor(test, code, path)),
  );
  return kept.length < all.length ? kept : undefined;
}

function conjuncts(core: Core): readonly Core[] {
  return core.kind === 'logic' && core.operator === 'and' ? core.parts.flatMap(conjuncts) : [core];
}

/** `product != X or …`: the rest is asked of X alone, so that this is as good as a condition. */
function untouched(require: Core | undefined): readonly Core[] {
  if (require?.kind !== 'logic' || require.operator !== 'or') return [];
  const [first] = require.parts;
  if (first?.kind !== 'comparison' || first.operator !== '!=') return [];
  return [{ ...first, operator: '=' }];
}

/** Whether a condition leaves a product in; true for one that speaks of something else. */
function isFor(core: Core, code: string, path: string): boolean {
  if (core.kind === 'comparison' && isAt(core.left, path)) {
    if (core.right.kind !== 'constant') return true;
    if (core.operator === '=') return core.right.value === code;
    return core.operator !== '!=' || core.right.value !== code;
  }
  if (core.kind === 'membership' && isAt(core.of, path)) return isListed(core, code);
  return true;
}

function isListed({ tests }: MembershipCore, code: string): boolean {
  return tests.some(
    (test) => test.kind !== 'equal' || test.value.kind !== 'constant' || test.value.value === code,
  );
}

function isAt(core: Core, path: string): boolean {
  return pathOf(core) === path;
}

/** `application.productCode`; undefined for what is read of no single record of the file. */
function pathOf(core: Core): string | undefined {
  if (core.kind !== 'field') return undefined;
  if (core.of.kind === 'file') return core.field.name;
  const owner = pathOf(core.of);
  return owner === undefined ? undefined : `${owner}.${core.field.name}`;
}
