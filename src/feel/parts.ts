import { unreachable } from '../base/invariant.ts';
import type { Core, TestCore } from './core.ts';

/** The parts of an expression, one step down. */
export function partsOf(core: Core): readonly Core[] {
  switch (core.kind) {
    case 'constant':
    case 'file':
    case 'day':
    case 'today':
    case 'variable':
    case 'outcome':
      return [];
    case 'reference':
      return [...(core.args ?? []), ...(core.on ? [core.on] : [])];
    case 'let':
      return [core.local.core];
    case 'codes':
      return core.on ? [core.of, core.on] : [core.of];
    case 'field':
      return [core.of];
    case 'call':
      return core.args.flatMap((arg) => arg ?? []);
    case 'arithmetic':
      return core.left ? [core.left, core.right] : [core.right];
    case 'comparison':
      return [core.left, core.right];
    case 'logic':
      return core.parts;
    case 'if':
      return [core.condition, core.yes, core.no];
    case 'quantifier':
      return [core.list, core.satisfies];
    case 'filter':
      return [core.list, core.condition];
    case 'position':
      return [core.list, core.position];
    case 'map':
      return [core.list, core.returns];
    case 'list':
      return core.items;
    case 'none':
    case 'instance-of':
      return [core.of];
    case 'membership':
      return [core.of, ...core.tests.flatMap(partsOfTest)];
    default:
      return unreachable(core);
  }
}

export function partsOfTest(test: TestCore): readonly Core[] {
  switch (test.kind) {
    case 'equal':
      return [test.value];
    case 'inside':
      return [test.list];
    case 'compare':
      return [test.to];
    case 'range':
      return [test.low, test.high].flatMap((part) => part ?? []);
    case 'not':
      return test.tests.flatMap(partsOfTest);
    case 'holds':
      return [test.condition];
    case 'none':
    case 'any':
      return [];
    default:
      return unreachable(test);
  }
}

/** The same expression of other parts, one step down; what stands behind a `let` is no part of it here. */
export function withParts(core: Core, made: (part: Core) => Core): Core {
  switch (core.kind) {
    case 'constant':
    case 'file':
    case 'day':
    case 'today':
    case 'variable':
    case 'outcome':
    case 'let':
      return core;
    case 'reference':
      return {
        ...core,
        ...(core.args && { args: core.args.map(made) }),
        ...(core.on && { on: made(core.on) }),
      };
    case 'codes':
      return { ...core, of: made(core.of), ...(core.on && { on: made(core.on) }) };
    case 'call':
      return { ...core, args: core.args.map((arg) => arg && made(arg)) };
    case 'arithmetic':
      return { ...core, ...(core.left && { left: made(core.left) }), right: made(core.right) };
    case 'comparison':
      return { ...core, left: made(core.left), right: made(core.right) };
    case 'logic':
      return { ...core, parts: core.parts.map(made) };
    case 'if':
      return {
        ...core,
        condition: made(core.condition),
        yes: made(core.yes),
        no: made(core.no),
      };
    case 'quantifier':
      return { ...core, list: made(core.list), satisfies: made(core.satisfies) };
    case 'filter':
      return { ...core, list: made(core.list), condition: made(core.condition) };
    case 'position':
      return { ...core, list: made(core.list), position: made(core.position) };
    case 'map':
      return { ...core, list: made(core.list), returns: made(core.returns) };
    case 'list':
      return { ...core, items: core.items.map(made) };
    case 'field':
    case 'none':
    case 'instance-of':
      return { ...core, of: made(core.of) };
    case 'membership':
      return {
        ...core,
        of: made(core.of),
        tests: core.tests.map((test) => testWithParts(test, made)),
      };
    default:
      return unreachable(core);
  }
}

export function testWithParts(test: TestCore, made: (part: Core) => Core): TestCore {
  switch (test.kind) {
    case 'equal':
      return { ...test, value: made(test.value) };
    case 'inside':
      return { ...test, list: made(test.list) };
    case 'compare':
      return { ...test, to: made(test.to) };
    case 'range':
      return { ...test, low: test.low && made(test.low), high: test.high && made(test.high) };
    case 'not':
      return { ...test, tests: test.tests.map((one) => testWithParts(one, made)) };
    case 'holds':
      return { ...test, condition: made(test.condition) };
    case 'none':
    case 'any':
      return test;
    default:
      return unreachable(test);
  }
}
