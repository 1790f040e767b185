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
