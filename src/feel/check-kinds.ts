import { parseRational, zero } from '../values/rational.ts';
import { type Checker, isOrdered } from './checker.ts';
import type { ConstantCore, Core, InstanceCore, MembershipCore, TextSpan } from './core.ts';
import { isListed, type KindFunction, kindAsked } from './kind-functions.ts';
import { boolean, comparable, either, takesBlank, type Type, unionOf } from './types.ts';

/** `x instance of number`, `is number(x)`: of anything but a union, and of what is no kind of it, it is always the same. */
export function instanceOf(
  of: Core,
  is: InstanceCore['is'],
  span: TextSpan,
  { report }: Checker,
): InstanceCore {
  const { type } = of;
  const truth = type.kind === 'union' ? type.of.some(({ kind }) => kind === is) : type.kind === is;
  if (type.kind !== 'any' && !(type.kind === 'union' && truth))
    report('feel/always', span, { truth, left: undefined, right: undefined });
  return { kind: 'instance-of', type: boolean, of, is, span };
}

/** `is number(x)` or `is listed(x)` by the type of what it asks after. */
export function kindFunctionCore(
  name: KindFunction,
  of: Core,
  span: TextSpan,
  checker: Checker,
): Core {
  return name === isListed
    ? listedCore(of, span, checker)
    : instanceOf(of, kindAsked[name], span, checker);
}

/** Whether a value is one of the codes of its schema: a membership of them all. */
function listedCore(of: Core, span: TextSpan, { report, variables }: Checker): MembershipCore {
  const kinds = kindsOf(of.type);
  const codes = kinds.flatMap((kind) => codesOf(kind, of.span));
  if (codes.length === 0 && of.type.kind !== 'any')
    report('feel/type', of.span, { wanted: { kind: 'text', words: new Map() }, found: of.type });
  const isOther = (kind: Type) =>
    (kind.kind !== 'text' && kind.kind !== 'number') ||
    kind.lenient === true ||
    codesOf(kind, of.span).length === 0;
  if (codes.length > 0 && !kinds.some(isOther))
    report('feel/always', span, { truth: true, left: undefined, right: undefined });
  const tests = codes.map((value) => {
    const compared = of.type.kind === 'union' ? ('mixed' as const) : comparedCode(value);
    return { kind: 'equal' as const, compared, value };
  });
  const subject = variables.named('?', of.type);
  return { kind: 'membership', type: boolean, of, subject, tests, listed: true, span };
}

function comparedCode({ value }: ConstantCore): 'text' | 'number' {
  return typeof value === 'string' ? 'text' : 'number';
}

function codesOf(type: Type, span: TextSpan): readonly ConstantCore[] {
  switch (type.kind) {
    case 'text':
      return [...(type.words?.keys() ?? [])].map((value) => {
        return { kind: 'constant', type, value, span };
      });
    case 'number':
      return (type.values ?? []).map((code) => {
        return { kind: 'constant', type, value: parseRational(code) ?? zero, span };
      });
    default:
      return [];
  }
}

/**
 * Reports that a value of several kinds stands where one is wanted, with the kinds in the way; false where it is not
 * so, or where none of them would do.
 */
export function reportKinds(
  of: Core,
  isWanted: (kind: Type) => boolean,
  { report }: Checker,
): boolean {
  if (of.type.kind !== 'union') return false;
  const wanted = of.type.of.find(isWanted);
  if (!wanted) return false;
  const others = of.type.of.filter((kind) => !isWanted(kind));
  if (others.length === 0) return false;
  report('feel/several-kinds', of.span, {
    wanted,
    others,
    test: testOf(wanted, nameOf(of) ?? 'x'),
  });
  return true;
}

/** The same of either side of an operation, where the other side as it is, or one of its kinds, would do. */
export function reportSides(
  left: Core,
  right: Core,
  fits: (left: Type, right: Type) => boolean,
  checker: Checker,
): boolean {
  const [those, these] = [kindsOf(left.type), kindsOf(right.type)];
  const isLeft = reportKinds(left, (kind) => these.some((other) => fits(kind, other)), checker);
  const isRight = reportKinds(right, (kind) => those.some((other) => fits(other, kind)), checker);
  return isLeft || isRight;
}

/** The same of what is put in order. */
export function reportOrder(left: Core, right: Core, checker: Checker): boolean {
  const fits = (a: Type, b: Type) => comparable(a, b) && isOrdered(a) && isOrdered(b);
  return reportSides(left, right, fits, checker);
}

/** What an `if` comes to by its branches; undefined where no value can be told to be of the one or the other. */
export function branchType(yes: Core, no: Core): Type | undefined {
  const isPlain = yes.type.kind === no.type.kind && yes.type.kind !== 'union';
  return isPlain ? either(yes.type, no.type) : either(told(yes), told(no));
}

/** The type of a branch; of one that is written out, what it is. */
function told(core: Core): Type {
  if (core.kind === 'if') {
    const type = unionOf([told(core.yes), told(core.no)]);
    return type.kind === 'any' ? core.type : type;
  }
  if (core.kind !== 'constant' || typeof core.value !== 'string') return core.type;
  const words = core.type.kind === 'text' ? core.type.words : undefined;
  return { kind: 'text', words: new Map([[core.value, words?.get(core.value) ?? {}]]) };
}

function kindsOf(type: Type): readonly Type[] {
  return type.kind === 'union' ? type.of : [type];
}

/** Reports the text `""` beside a field that has no blank. */
export function reportBlank(beside: Core, constant: Core, { report }: Checker): boolean {
  if (constant.kind !== 'constant' || constant.value !== '') return false;
  if (beside.kind !== 'field' || beside.field.type.kind === 'any') return false;
  if (takesBlank(beside.field.type)) return false;
  report('feel/blank', constant.span, { name: nameOf(beside) ?? beside.field.name });
  return true;
}

function testOf({ kind }: Type, name: string): string {
  const named = { text: 'string', 'date-time': 'date and time' };
  if (kind === 'number' || kind === 'date') return `is ${kind}(${name})`;
  return `${name} instance of ${kind === 'text' || kind === 'date-time' ? named[kind] : kind}`;
}

/** `contract.rate`; undefined for what is computed. */
function nameOf(core: Core): string | undefined {
  switch (core.kind) {
    case 'field': {
      const owner = nameOf(core.of);
      return owner === undefined ? core.field.name : `${owner}.${core.field.name}`;
    }
    case 'variable':
      return core.variable.implicit ? undefined : core.variable.name;
    case 'reference':
      return core.on || core.args ? undefined : core.name;
    default:
      return undefined;
  }
}
