import type { ConstantCore, Core, TestCore, Variable } from '../../src/feel/core.ts';
import type { ComparisonOperator } from '../../src/feel/syntax.ts';
import type { Value } from '../../src/feel/value.ts';
import type { Program, Table } from '../../src/program/ast.ts';
import { epochDay } from '../../src/values/temporal.ts';
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
  return of(core);

  function of(node: Core): Expression {
    switch (node.kind) {
      case 'constant':
        return constant(node);
      case 'file':
        return { kind: 'path', names: [] };
      case 'field': {
        const { name } = node.field;
        const whole = of(node.of);
        if (whole.kind === 'path') return { kind: 'path', names: [...whole.names, name] };
        if (whole.kind === 'element') return { ...whole, field: name };
        if (whole.kind === 'first') return { ...whole, field: name };
        return outside(node);
      }
      case 'variable':
        return { kind: 'element', variable: nameOf(node.variable) };
      case 'reference':
        return reference(node.name);
      case 'call': {
        const name = functions.find((one) => one === node.builtin);
        // the arguments of min(a, b) are one list
        const given = node.args.flatMap((arg) => (arg?.kind === 'list' ? arg.items : arg ? [arg] : []));
        const args = given.map((arg) => of(arg));
        return name ? { kind: 'call', name, args } : outside(node);
      }
      case 'arithmetic': {
        const { operator, left, right } = node;
        if (operator === '**' || !left) return outside(node);
        return { kind: 'arithmetic', operator, left: of(left), right: of(right) };
      }
      case 'comparison':
        return comparison(node.operator, node.left, of(node.left), of(node.right));
      case 'logic': {
        const parts = node.parts.map((part) => of(part));
        const [first] = parts;
        if (node.operator !== 'not') return { kind: node.operator, parts };
        return first ? { kind: 'not', part: first } : outside(node);
      }
      case 'if':
        return { kind: 'if', condition: of(node.condition), yes: of(node.yes), no: of(node.no) };
      case 'quantifier': {
        const list = of(node.list);
        return { kind: node.quantifier, list, variable: nameOf(node.variable), body: of(node.satisfies) };
      }
      case 'filter': {
        const list = of(node.list);
        return { kind: 'filter', list, variable: nameOf(node.variable), body: of(node.condition) };
      }
      case 'map': {
        return { kind: 'map', list: of(node.list), variable: nameOf(node.variable), body: of(node.returns) };
      }
      case 'position': {
        const { position } = node;
        const first = position.kind === 'constant' && isOne(position.value);
        return first ? { kind: 'first', list: of(node.list), field: '' } : outside(node);
      }
      case 'membership':
        return either(node.tests.map((test) => tested(node.of, of(node.of), test)));
      default:
        return outside(node);
    }
  }

  function reference(name: string): Expression {
    const what = program.references.get(name);
    switch (what?.kind) {
      case 'definition': {
        const [edition] = what.editions;
        return edition ? of(edition.is.core) : outside();
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
      const conditions = cells.flatMap(({ tests }, index): readonly Expression[] => {
        const input = inputs[index];
        const alternatives = tests.filter(({ kind }) => kind !== 'any');
        if (!input || alternatives.length === 0) return [];
        return [either(alternatives.map((test) => tested(input.core, of(input.core), test)))];
      });
      const output = outputs[0];
      return { conditions, value: output ? of(output.core) : outside() };
    });
    const last = rows.at(-1);
    return rows.slice(0, -1).reduceRight<Expression>(
      (no, { conditions, value }) => ({ kind: 'if', condition: { kind: 'and', parts: conditions }, yes: value, no }),
      last?.value ?? outside(),
    );
  }

  function tested(core: Core, value: Expression, test: TestCore): Expression {
    switch (test.kind) {
      case 'equal':
        return comparison('=', core, value, of(test.value));
      case 'compare':
        return comparison(test.operator, core, value, of(test.to));
      case 'range': {
        const low = test.low && comparison(test.lowIncluded ? '>=' : '>', core, value, of(test.low));
        const high = test.high && comparison(test.highIncluded ? '<=' : '<', core, value, of(test.high));
        return { kind: 'and', parts: [low, high].filter((part) => part !== undefined) };
      }
      case 'any':
        return { kind: 'truth', value: true };
      case 'inside':
      case 'none':
      case 'not':
      case 'holds':
        return outside(core);
    }
  }

  function comparison(operator: ComparisonOperator, of: Core, left: Expression, right: Expression): Expression {
    return { kind: 'comparison', operator, of: sortOf(of), left, right };
  }
}

function either(parts: readonly Expression[]): Expression {
  const [only, ...more] = parts;
  return only && more.length === 0 ? only : { kind: 'or', parts };
}

function isOne(value: Value): boolean {
  return typeof value === 'object' && value?.kind === 'number' && value.n === value.d;
}

/** No two variables of a program have one number. */
function nameOf({ id }: Variable): string {
  return `x${id}`;
}

function constant({ value }: ConstantCore): Expression {
  if (typeof value === 'boolean') return { kind: 'truth', value };
  if (typeof value === 'string') return { kind: 'text', value };
  if (value?.kind === 'number') return { kind: 'number', value: Number(value.n) / Number(value.d) };
  return value?.kind === 'date' ? { kind: 'day', value: epochDay(value) } : outside();
}

function sortOf({ type }: Core): Sort {
  return type.kind === 'date' ? 'day' : type.kind === 'boolean' ? 'truth' : type.kind === 'text' ? 'text' : 'number';
}

/** A construct that the benchmark's rules do not use. */
function outside(node?: Core): never {
  throw new Error(`not translated: ${node?.kind ?? 'reference'}`);
}
