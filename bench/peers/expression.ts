import type { Core, TestCore } from '../../src/feel/core.ts';
import type { ComparisonOperator } from '../../src/feel/syntax.ts';
import type { Program, Table } from '../../src/program/ast.ts';
import { epochDayOf } from '../dossier/days.ts';

/**
 * A rule for other engines: no definitions, parameters or tables any more, and every element by a name of its own.
 *
 * What is left is what most rule languages have in some form.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  /** Days since 1970-01-01. */
  | { readonly kind: 'day'; readonly value: number }
  /** `loan.amount`, `borrowers` */
  | { readonly kind: 'path'; readonly names: readonly string[] }
  | { readonly kind: 'element'; readonly variable: string; readonly field?: string }
  | { readonly kind: 'first'; readonly list: Expression; readonly field: string }
  | { readonly kind: 'arithmetic'; readonly operator: '+' | '-' | '*' | '/'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'comparison'; readonly operator: ComparisonOperator; readonly of: Sort; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly part: Expression }
  | { readonly kind: 'if'; readonly condition: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: 'some' | 'every' | 'filter' | 'map'; readonly list: Expression; readonly variable: string; readonly body: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] };

/** What is compared. */
export type Sort = 'number' | 'text' | 'truth' | 'day';

export type FunctionName = (typeof functions)[number];

const functions = [
  'count', 'sum', 'min', 'max', 'abs', 'distinct values', 'list contains', 'contains', 'starts with', 'string length',
  'days between', 'months between', 'age at',
] as const;

/** The rule's condition with everything that it refers to put in its place. */
export function expressionOf(core: Core, program: Program, day: Expression): Expression {
  const roots = new Set([...program.subjects.values()].flatMap(({ type }) => [...type.fields.keys()]));
  let variables = 0;
  return of(core, undefined);

  /** `element` is the variable of the innermost filter, whose fields stand without a name before them. */
  function of(node: Core, element: string | undefined): Expression {
    switch (node.kind) {
      case 'constant':
        return constant(node);
      case 'field': {
        const { name } = node.field;
        if (!node.of) {
          if (roots.has(name)) return { kind: 'path', names: [name] };
          return element === undefined ? outside(node) : { kind: 'element', variable: element, field: name };
        }
        const whole = of(node.of, element);
        if (whole.kind === 'path') return { kind: 'path', names: [...whole.names, name] };
        if (whole.kind === 'element') return { ...whole, field: name };
        if (whole.kind === 'first') return { ...whole, field: name };
        return outside(node);
      }
      case 'variable':
        return { kind: 'element', variable: node.name };
      case 'reference':
        return reference(node.name);
      case 'call': {
        const name = functions.find((one) => one === node.builtin);
        // the arguments of min(a, b) are one list
        const given = node.args.flatMap((arg) => (arg?.kind === 'list' ? arg.items : arg ? [arg] : []));
        const args = given.map((arg) => of(arg, element));
        const [only] = args;
        if (node.builtin === 'date' && only?.kind === 'text') return { kind: 'day', value: epochDayOf(only.value) };
        return name ? { kind: 'call', name, args } : outside(node);
      }
      case 'arithmetic': {
        const { operator, left, right } = node;
        if (operator === '**' || !left) return outside(node);
        return { kind: 'arithmetic', operator, left: of(left, element), right: of(right, element) };
      }
      case 'comparison':
        return comparison(node.operator, node.left, of(node.left, element), of(node.right, element));
      case 'logic': {
        const parts = node.parts.map((part) => of(part, element));
        const [first] = parts;
        if (node.operator !== 'not') return { kind: node.operator, parts };
        return first ? { kind: 'not', part: first } : outside(node);
      }
      case 'if':
        return { kind: 'if', condition: of(node.condition, element), yes: of(node.yes, element), no: of(node.no, element) };
      case 'quantifier': {
        const list = of(node.list, element);
        return { kind: node.quantifier, list, variable: node.variable, body: of(node.satisfies, element) };
      }
      case 'filter': {
        const list = of(node.list, element);
        if (!node.condition) return { kind: 'first', list, field: '' };
        const variable = fresh();
        return { kind: 'filter', list, variable, body: of(node.condition, variable) };
      }
      case 'map': {
        const variable = node.variable ?? fresh();
        return { kind: 'map', list: of(node.list, element), variable, body: of(node.returns, variable) };
      }
      case 'membership':
        return either(node.tests.map((test) => tested(node.of, of(node.of, element), test, element)));
      default:
        return outside(node);
    }
  }

  function reference(name: string): Expression {
    const what = program.references.get(name);
    switch (what?.kind) {
      case 'definition': {
        const [edition] = what.editions;
        return edition ? of(edition.is.core, undefined) : outside();
      }
      case 'parameter': {
        const [newest, ...older] = what.editions.toReversed();
        const value = (edition: typeof newest): Expression => ({
          kind: 'number',
          value: edition ? Number(edition.value.n) / Number(edition.value.d) : Number.NaN,
        });
        return older.reduce<Expression>((later, edition) => {
          const until: Expression = { kind: 'day', value: epochDayOf(edition.until ?? '') };
          const condition: Expression = { kind: 'comparison', operator: '<=', of: 'day', left: day, right: until };
          return { kind: 'if', condition, yes: value(edition), no: later };
        }, value(newest));
      }
      case 'table':
        return table(what);
      case undefined:
        return outside();
    }
  }

  function table({ inputs, editions }: Table): Expression {
    const rows = (editions[0]?.rows ?? []).map(({ cells, outputs }) => {
      const conditions = cells.flatMap(({ cores }, index): readonly Expression[] => {
        const input = inputs[index];
        const alternatives = cores.filter(({ kind }) => kind !== 'any');
        if (!input || alternatives.length === 0) return [];
        return [either(alternatives.map((test) => tested(input.core, of(input.core, undefined), test, undefined)))];
      });
      const output = outputs[0];
      return { conditions, value: output ? of(output.core, undefined) : outside() };
    });
    const last = rows.at(-1);
    return rows.slice(0, -1).reduceRight<Expression>(
      (no, { conditions, value }) => ({ kind: 'if', condition: { kind: 'and', parts: conditions }, yes: value, no }),
      last?.value ?? outside(),
    );
  }

  function tested(core: Core, value: Expression, test: TestCore, element: string | undefined): Expression {
    switch (test.kind) {
      case 'equal':
        return comparison('=', core, value, of(test.value, element));
      case 'compare':
        return comparison(test.operator, core, value, of(test.to, element));
      case 'range': {
        const low = test.low && comparison(test.lowIncluded ? '>=' : '>', core, value, of(test.low, element));
        const high = test.high && comparison(test.highIncluded ? '<=' : '<', core, value, of(test.high, element));
        return { kind: 'and', parts: [low, high].filter((part) => part !== undefined) };
      }
      case 'any':
        return { kind: 'truth', value: true };
      case 'inside':
      case 'not':
      case 'holds':
        return outside(core);
    }
  }

  function comparison(operator: ComparisonOperator, of: Core, left: Expression, right: Expression): Expression {
    return { kind: 'comparison', operator, of: sortOf(of), left, right };
  }

  function fresh(): string {
    variables += 1;
    return `x${variables}`;
  }
}

function either(parts: readonly Expression[]): Expression {
  const [only, ...more] = parts;
  return only && more.length === 0 ? only : { kind: 'or', parts };
}

function constant({ type, text }: Extract<Core, { kind: 'constant' }>): Expression {
  switch (type.kind) {
    case 'number':
      return { kind: 'number', value: Number(text) };
    case 'boolean':
      return { kind: 'truth', value: text === 'true' };
    case 'text':
      return { kind: 'text', value: text };
    default:
      return outside();
  }
}

function sortOf({ type }: Core): Sort {
  return type.kind === 'date' ? 'day' : type.kind === 'boolean' ? 'truth' : type.kind === 'text' ? 'text' : 'number';
}

/** A construct that the benchmark's rules do not use. */
function outside(node?: Core): never {
  throw new Error(`not translated: ${node?.kind ?? 'reference'}`);
}
